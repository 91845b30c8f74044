//! Texts made alike: white space, addresses, ellipses.

use super::Rules;
use crate::judge::Rule;

/// Compares two texts, with as few rules as will do.
pub fn same(claimed: &str, actual: &str) -> Option<Rules> {
    if claimed == actual {
        return Some(Rules::new());
    }
    let (claimed, actual) = (tidy(claimed), tidy(actual));
    let spaced = Rules::from([Rule::Whitespace]);
    if claimed == actual {
        return Some(spaced);
    }
    let hidden = (without_addresses(&claimed), without_addresses(&actual));
    if hidden.0 == hidden.1 {
        return Some(Rules::from([Rule::Address]));
    }
    let bare = (claimed.replace("__main__.", ""), actual.replace("__main__.", ""));
    if without_addresses(&bare.0) == without_addresses(&bare.1) {
        return Some(Rules::from([Rule::ClassName]));
    }
    let has_words = claimed.chars().any(char::is_alphanumeric);
    if has_words && (matches(&claimed, &actual) || matches(&hidden.0, &hidden.1)) {
        return Some(Rules::from([Rule::Ellipsis]));
    }
    None
}

/// Blanks within lines folded, at line ends and around the text removed.
fn tidy(text: &str) -> String {
    let lines = text.trim().lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n")
}

/// Memory addresses replaced by `0x`.
pub fn without_addresses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("0x") {
        let behind = &rest[at + 2..];
        let digits = behind.bytes().take_while(u8::is_ascii_hexdigit).count();
        let is_address = digits > 0 && rest[..at].ends_with("at ");
        out.push_str(&rest[..at + 2]);
        rest = if is_address { &behind[digits..] } else { behind };
    }
    out.push_str(rest);
    out
}

/// What stands for an ellipsis that was shown; no text has it.
const SHOWN: &str = "\u{1}";

/// Whether `actual` is `claimed` with its ellipses filled in. Where the result has as many of its own within its lines, those
/// of the text are these, and only a line of its own stands for what is left out.
pub fn matches(claimed: &str, actual: &str) -> bool {
    let (claimed, actual) = (claimed.replace('…', "..."), actual.replace('…', "..."));
    match ellipses(&claimed) {
        0 => fills(&claimed, &actual),
        own if own == ellipses(&actual) => fills(&with_shown(&claimed), &with_shown(&actual)),
        _ => fills(&claimed, &actual),
    }
}

/// How many ellipses stand within lines.
fn ellipses(text: &str) -> usize {
    text.lines().filter(|line| line.trim() != "...").map(|line| line.matches("...").count()).sum()
}

/// The ellipses within lines as signs like any other.
fn with_shown(text: &str) -> String {
    let line = |line: &str| if line.trim() == "..." { line.to_owned() } else { line.replace("...", SHOWN) };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Greedy from both ends: linear in the texts.
fn fills(claimed: &str, actual: &str) -> bool {
    let mut parts = claimed.split("...").map(str::trim);
    let first = parts.next().unwrap_or("");
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return false };
    let Some(mut rest) = actual.strip_prefix(first) else { return false };
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ellipsis_that_was_shown_stands_for_itself() {
        let check = |claimed: &str, actual: &str, expect: bool| {
            assert_eq!(matches(claimed, actual), expect, "{claimed:?} against {actual:?}");
        };
        check("'ab ...'", "'ab cd ef'", true);
        check("'ab ...'", "'ab cd...'", false);
        check("'ab …'", "'ab c…'", false);
        check("wait...\n...\nend", "wait...\n1\n2\nend", true);
        check("wait ...\n...\nend", "wait for it...\n1\n2\nend", false);
        check("a ... b... c", "a 1 2 b... c", true);
        check("[1, ...]", "[1, [2, ...], [...]]", true);
    }
}
