//! Whether a text that differs from a result is of the same form as results are: what makes a word beside a `print` a slip
//! and not a remark. Knows texts alone; how much the likeness proves is decided elsewhere.

use super::near;
use crate::claims::literal::Literal;
use crate::text::slip::distance;

/// The same but for a slip of the pen: one letter or digit, in a longer text a few.
pub fn is_slip(claimed: &str, shown: &str) -> bool {
    let length = claimed.chars().count();
    let one_line = !claimed.contains('\n') && !shown.contains('\n');
    let short = (2..MOST_COMPARED).contains(&length) && shown.chars().count() < MOST_COMPARED;
    claimed != shown && one_line && short && distance(claimed, shown) <= (length / 6).max(1)
}

/// Longer texts are not compared letter by letter.
const MOST_COMPARED: usize = 120;

/// Whether a text is made as a result is made: as many lines, words, signs and brackets, and some of them the same.
pub fn same_form(claimed: &str, result: &str) -> bool {
    let (claimed, result) = (claimed.trim(), result.trim());
    !claimed.is_empty()
        && (claimed.contains('?') <= result.contains('?'))
        && (single(claimed) && single(result)
            || constant(claimed) && constant(result)
            || same_pattern(claimed, result)
            || same_words(claimed, result)
            || same_brackets(claimed, result)
            || same_lines(claimed, result)
            || near(claimed, result))
}

/// Two lists, or a list of names, of which more than half of the items agree.
pub fn same_items(claimed: &str, shown: &str) -> bool {
    let items = |text: &str| match Literal::whole(text) {
        Some(Literal::List(items) | Literal::Tuple(items)) => Some(items),
        _ => Literal::sequence(text),
    };
    let (Some(claimed), Some(shown)) = (items(claimed), items(shown)) else { return false };
    let agrees = |(one, other): (&Literal, &Literal)| super::literal::agree(one, other, &mut super::Rules::new());
    let same = claimed.iter().zip(&shown).filter(|&(one, other)| agrees((one, other))).count();
    claimed.len() == shown.len() && claimed.len() > 2 && same * 2 > claimed.len()
}

/// One letter or digit.
fn single(text: &str) -> bool {
    text.chars().count() == 1 && text.chars().all(char::is_alphanumeric)
}

fn constant(text: &str) -> bool {
    ["None", "True", "False"].contains(&text)
}

/// The same signs with other words and numbers between them: `0x6`, `1:30:00`, `INFO:shop`. A hyphen or a comma between
/// words is in any remark.
fn same_pattern(claimed: &str, result: &str) -> bool {
    let pattern = pattern(claimed);
    let telling = |c: char| c == '0' || !(c == 'a' || " -',.!?".contains(c));
    pattern.chars().filter(|c| telling(*c)).count() > 0
        && pattern.trim_start_matches('-') == self::pattern(result).trim_start_matches('-')
}

/// Runs of letters as `a`, of digits as `0`.
fn pattern(text: &str) -> String {
    let kind = |c: char| match c {
        _ if c.is_alphabetic() => 'a',
        _ if c.is_ascii_digit() => '0',
        _ => c,
    };
    let mut pattern: String = text.chars().map(kind).collect();
    for run in ["aa", "00"] {
        while pattern.contains(run) {
            pattern = pattern.replace(run, &run[..1]);
        }
    }
    pattern
}

/// As many words, three at least, and more than half of them the same.
fn same_words(claimed: &str, result: &str) -> bool {
    let (claimed, result): (Vec<&str>, Vec<&str>) =
        (claimed.split_whitespace().collect(), result.split_whitespace().collect());
    let same = claimed.iter().zip(&result).filter(|(one, other)| one == other).count();
    claimed.len() == result.len() && claimed.len() > 2 && same * 2 > claimed.len()
}

/// Both in the same brackets, with more than a word between them: `[0.01 EUR]`.
fn same_brackets(claimed: &str, result: &str) -> bool {
    let ends = |text: &str| text.chars().next().zip(text.chars().last());
    let brackets = [('[', ']'), ('{', '}'), ('<', '>')];
    let wordy = |c: char| c.is_alphabetic() || " -'?!".contains(c);
    let inner = claimed.get(1..claimed.len() - 1).unwrap_or("");
    let more = inner.contains(|c: char| !wordy(c));
    more && ends(claimed) == ends(result) && ends(claimed).is_some_and(|ends| brackets.contains(&ends))
}

/// Of several printed lines the first ones, or with one line more.
fn same_lines(claimed: &str, result: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) = (claimed.lines().collect(), result.lines().collect());
    let (fewer, more) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    more.len() > fewer.len() && more[..fewer.len()] == fewer[..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near() {
        let check = |claimed: &str, shown: &str, expect: bool| {
            assert_eq!(is_slip(claimed, shown), expect, "{claimed:?} {shown:?}");
        };
        check("prog", "pro", true);
        check("np", "no", true);
        check("48.1", "48.0", true);
        check("a", "b", false);
        check("done", "done", false);
        check("lower", "Ada", false);
        check("sequence item 0: found", "sequence item 1: fond", true);
    }

    #[test]
    fn what_has_the_form_of_a_result_is_none_of_a_remark() {
        let check = |claimed: &str, result: &str, expect: bool| {
            assert_eq!(same_form(claimed, result), expect, "{claimed:?} {result:?}");
        };
        check("x", "z", true);
        check("True", "False", true);
        check("-1:00:00", "1:30:00", true);
        check("list starting with a", "list starting with x", true);
        check("[0.01 EUR]", "[Money(1)]", true);
        check("asked 0", "asked 0\nasked 1", true);
        check("lowercase", "ada", false);
        check("Title Case", "Ada Lovelace", false);
        check("zero-padded", "ab-cd", false);
        check("why?", "Ann", false);
        check("[empty]", "[1, 2]", false);
        check("the same again", "1 2 3", false);
        check("", "1", false);
    }

    #[test]
    fn items_agree_more_often_than_not() {
        assert!(same_items("E, B, C, A", "(<class 'D'>, <class 'B'>, <class 'C'>, <class 'A'>)"));
        assert!(!same_items("a, b", "['a', 'c']"));
        assert!(!same_items("first, second, third", "['a', 'b', 'third']"));
    }
}
