//! Text from snippets and documents is not trusted: it must neither move the cursor nor turn the reading direction,
//! nor flood the page. Owns what of it may be seen.

use std::fmt::Write as _;

/// Characters of one line that are shown.
const WIDTH: usize = 160;
/// Characters of a label or a title that are shown.
const SHORT: usize = 80;

/// A text in one line: line ends and everything invisible escaped, cut where it is long.
pub(crate) fn line(text: &str) -> String {
    visible(text, WIDTH)
}

/// A text in one short line, for labels and titles.
pub(crate) fn short(text: &str) -> String {
    visible(text, SHORT)
}

/// Whether a character would not be seen as itself: controls, marks that turn the reading direction, characters without
/// width. Tabs are among them.
pub(crate) fn unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Where a text is too long its middle is left out: beginning and end tell most.
fn visible(text: &str, width: usize) -> String {
    // No more is counted than can matter: the text may be a flood.
    let Some((cut, _)) = text.char_indices().nth(width) else { return escaped(text) };
    let tail = width / 3;
    let head = text.char_indices().nth(width - tail).map_or(cut, |(at, _)| at);
    let end = text.char_indices().rev().nth(tail - 1).map_or(cut, |(at, _)| at);
    format!("{}…{}", escaped(&text[..head]), escaped(&text[end..]))
}

fn escaped(text: &str) -> String {
    let mut shown = String::new();
    for c in text.chars() {
        match c {
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            // Writing to a string does not fail.
            c if unseen(c) && u32::from(c) < 0x100 => _ = write!(shown, "\\x{:02x}", u32::from(c)),
            c if unseen(c) => _ = write!(shown, "\\u{:04x}", u32::from(c)),
            c => shown.push(c),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        let check = |text: &str, expect: &str| assert_eq!(line(text), expect);
        check("plain é 漢 ✓", "plain é 漢 ✓");
        check("a\nb\r\tc", "a\\nb\\r\\tc");
        check("\u{1b}[31mred", "\\x1b[31mred");
        check("\0\u{7f}\u{9b}", "\\x00\\x7f\\x9b");
        check("a\u{202e}b\u{2066}", "a\\u202eb\\u2066");
        check("\u{feff}\u{200b}", "\\ufeff\\u200b");
    }

    #[test]
    fn what_is_long_is_cut() {
        assert_eq!(short(&"é".repeat(SHORT)), "é".repeat(SHORT));
        let cut = short(&format!("{}zz", "é".repeat(SHORT)));
        assert_eq!(cut, "é".repeat(SHORT - SHORT / 3) + "…" + &"é".repeat(SHORT / 3 - 2) + "zz");
    }
}
