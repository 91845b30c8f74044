//! Whether a text that is no literal was surely meant as the result, although it differs from it.

/// `Total: 15` against `Total: 16`: most of it is the same, and what differs stands in the same places.
///
/// Lines: as many on both sides, each the same or near, and one of them the same; or one of many in another place. One line: as many words, at least half
/// of them the same, one of those a word and not a number. One word: of the same shape, or one letter off.
pub fn near(claimed: &str, actual: &str) -> bool {
    let claimed: Vec<&str> = claimed.trim().lines().map(str::trim).collect();
    let actual: Vec<&str> = actual.trim().lines().map(str::trim).collect();
    if claimed.len() > 1 && actual.len() > 1 && claimed.len() != actual.len() {
        let same = common(&claimed, &actual);
        return same >= 2 && same * 2 > claimed.len().max(actual.len());
    }
    if claimed.len() != actual.len() || claimed.is_empty() {
        return false;
    }
    if claimed.len() == 1 {
        return line_near(claimed[0], actual[0]);
    }
    let same = claimed.iter().zip(&actual).filter(|(c, a)| c == a).count();
    let moved = claimed.len() > 3 && common(&claimed, &actual) * 4 >= claimed.len() * 3;
    same * 2 > claimed.len() || moved || same > 0 && claimed.iter().zip(&actual).all(|(c, a)| c == a || line_near(c, a))
}

/// Length of the longest common subsequence.
fn common(one: &[&str], other: &[&str]) -> usize {
    let mut row = vec![0; other.len() + 1];
    for line in one {
        let mut diagonal = 0;
        for (at, candidate) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if line == candidate { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[other.len()]
}

fn line_near(claimed: &str, actual: &str) -> bool {
    let (one, other) = (words(claimed), words(actual));
    if one.len() != other.len() || one.is_empty() {
        return false;
    }
    let same: Vec<&&str> = one.iter().zip(&other).filter(|(c, a)| c == a).map(|(c, _)| c).collect();
    let a_word = same.iter().any(|word| word.chars().any(char::is_alphabetic));
    one.len() > 1 && same.len() * 2 >= one.len() && a_word
        || same_shape(claimed, actual)
        || same_words(&one, &other)
        || a_word && one == other
        || misspelt(claimed, actual)
        || one.len() == 1 && one_off(claimed, actual)
}

/// The same words in another order.
fn same_words(one: &[&str], other: &[&str]) -> bool {
    let sorted = |words: &[&str]| {
        let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        words.sort();
        words
    };
    one.len() > 1 && sorted(one) == sorted(other)
}

/// The same but for the digits, with a sign between them that a plain number has not: `2024-03-01`, `13:05`, `25.9%`.
fn same_shape(claimed: &str, actual: &str) -> bool {
    let shape = |text: &str| text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect::<String>();
    let signs = claimed.chars().any(|c| !c.is_ascii_digit() && !matches!(c, '.' | '-' | '+' | ' ' | ','));
    let parted = claimed.matches('-').count() == 2 || claimed.matches('.').count() > 1;
    claimed != actual
        && shape(claimed) == shape(actual)
        && (signs || parted)
        && claimed.contains(|c: char| c.is_ascii_digit())
}

/// The same words with other numbers between them: "12.6 km" for "12.5 km".
pub fn other_numbers(claimed: &str, actual: &str) -> bool {
    let is_number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let (one, other) = (words(claimed), words(actual));
    let pairs = || one.iter().zip(&other);
    one.len() == other.len()
        && one != other
        && one.iter().any(|word| word.contains(char::is_alphabetic))
        && pairs().all(|(c, a)| c == a || is_number(c) && is_number(a))
}

/// The same text but for one letter, which is another one there.
pub fn misspelt(claimed: &str, actual: &str) -> bool {
    let mut differing = claimed.chars().zip(actual.chars()).filter(|(c, a)| c != a);
    let letters = differing.next().is_some_and(|(c, a)| c.is_alphabetic() && a.is_alphabetic());
    letters && one_off(claimed, actual)
}

/// Three characters or more with one of them another.
fn one_off(claimed: &str, actual: &str) -> bool {
    let differ = claimed.chars().zip(actual.chars()).filter(|(c, a)| c != a).count();
    claimed.chars().count() == actual.chars().count() && claimed.len() >= 3 && differ == 1
}

fn words(line: &str) -> Vec<&str> {
    line.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_miss_is_told_from_another_text() {
        assert!(near("Total: 15", "Total: 16"));
        assert!(near("a\nb\nc", "a\nx\nc"));
        assert!(!near("Fine", "Alice"));
        assert!(!near("Works now", "1000 1"));
        assert!(!near("1 2", "1 3"));
        assert!(near("red\ngreen\nblue", "red\ngreen"));
        assert!(!near("a\nb", "x\nb\nc"));
        assert!(near("in\ninner\nout\nend", "in\ninner\nend\nout"));
        assert!(!near("in\nfirst\nsecond\nout", "in\na\nb\nout"));
        assert!(near("2024-03-04", "2024-03-01"));
        assert!(near("25.9%", "25.8%"));
        assert!(near("donq", "done"));
        assert!(near("asled 0", "asked 0"));
        assert!(near("Ann", "('Ann',)"));
        assert!(!near("> 5", "5"));
        assert!(misspelt("suarted", "started") && misspelt("raoge(3, 9)", "range(3, 9)"));
        assert!(!misspelt("step 1", "step 2") && !misspelt("a", "b") && !misspelt("done", "done"));
        assert!(near("name => Anq\nage => 3", "name => Ann\nage => 3"));
        assert!(!near("3", "4"));
        assert!(other_numbers("12.6 km", "12.5 km") && other_numbers("2 of 4", "2 of 3"));
        assert!(!other_numbers("3", "4") && !other_numbers("3 levels", "3 lists") && !other_numbers("5 km", "5 km"));
    }
}
