//! Whether a few words before a fence leave open that it shows the output of the block above them.
//!
//! Owns the words that speak of something else. Knows nothing of fences.

/// Most words of such a lead-in.
const MOST_WORDS: usize = 8;

/// Words of another case than the one that was run, or of something else than output.
const OTHERWISE: &str = "\
    actually again also and another any before but c called calls change changed changes changing config contain \
    contains content contents could create data diagram different differs directory earlier edit either else every \
    file files first folder following for given go had hierarchy if imagine in input instead install java javascript \
    layout linux macos might modified must never new next no node not now old older once or order other otherwise \
    pattern put python rather replace replaced run running rust same save saved say second shell should similar so some \
    something sometimes still structure suppose syntax template then third tree type unless until usage use used version \
    when where windows with without would write written wrong";

/// "On the blackboard that was:", "looks like".
pub fn is_plain(text: &str) -> bool {
    let text = text.trim_matches([':', '*', '_', ' ']);
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, ' ' | '\'' | '\u{2019}');
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let otherwise = |word: &String| OTHERWISE.split(' ').any(|other| other == word);
    text.chars().all(is_letter) && words.len() <= MOST_WORDS && !words.iter().any(otherwise)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_another_case_are_not_plain() {
        for (text, expect) in [
            ("On the blackboard that appeared:", true),
            ("looks like", true),
            ("*The screen:*", true),
            ("If it is empty:", false),
            ("Called twice:", false),
            ("Without the lock:", false),
            ("In JavaScript:", false),
            ("The file holds:", false),
            ("With `n=3`:", false),
            ("On 3.12:", false),
            ("It is slow. Better:", false),
            ("one two three four five six seven eight nine", false),
        ] {
            assert_eq!(is_plain(text), expect, "{text:?}");
        }
    }
}
