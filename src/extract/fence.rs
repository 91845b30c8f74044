//! The two lines of a fence: which line opens one, which closes it. Knows one line at a time.

use super::line::{CODE_INDENT, Cursor};

/// Fewest backticks or tildes that make a fence.
const SHORTEST: usize = 3;

/// An opening fence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fence<'t> {
    mark: u8,
    length: usize,
    /// The info string, trimmed.
    pub info: &'t str,
}

impl<'t> Fence<'t> {
    /// Reads an opening fence at the start of a line's text. Backticks behind backticks make it code within a line.
    pub fn open(text: &'t str) -> Option<Fence<'t>> {
        let (mark, length) = run(text)?;
        let info = text[length..].trim();
        let inline = mark == b'`' && info.contains('`');
        (!inline).then_some(Fence { mark, length, info })
    }

    /// Whether a line's text is a fence that may close this one: same mark, as long or longer, nothing behind.
    pub fn matches(&self, text: &str) -> bool {
        run(text).is_some_and(|(mark, length)| {
            mark == self.mark && length >= self.length && text[length..].trim_ascii().is_empty()
        })
    }

    /// Whether the line at `cursor` closes this fence, which stands in a container whose text begins at the column
    /// `container` behind the cursor's: deeper ones belong to the code, in a docstring say.
    pub fn closes(&self, mut cursor: Cursor, container: usize) -> bool {
        cursor.skip_blanks() < container + CODE_INDENT && self.matches(cursor.rest())
    }

    /// Whether it has the mark of `other` and is no shorter.
    pub fn is_like(&self, other: &Fence) -> bool {
        self.mark == other.mark && self.length >= other.length
    }

    /// The closing fence an author should write.
    pub fn closing(&self) -> String {
        char::from(self.mark).to_string().repeat(self.length)
    }
}

/// The mark and the length of the fence at the start of `text`.
fn run(text: &str) -> Option<(u8, usize)> {
    let mark = text.bytes().next().filter(|byte| matches!(byte, b'`' | b'~'))?;
    let length = text.bytes().take_while(|&byte| byte == mark).count();
    (length >= SHORTEST).then_some((mark, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_or_more_marks_open_a_fence() {
        let check = |text, expect| assert_eq!(Fence::open(text).map(|fence| fence.info), expect, "{text:?}");
        check("```", Some(""));
        check("~~~~ python ", Some("python"));
        check("``` python title=\"a\"", Some("python title=\"a\""));
        check("``", None);
        check("```x```", None);
        check("~~~x`y`", Some("x`y`"));
        check("``~", None);
    }

    #[test]
    fn only_a_bare_fence_of_the_same_mark_and_length_matches() {
        let check = |open, text, expect| assert_eq!(Fence::open(open).unwrap().matches(text), expect, "{open} {text}");
        check("```", "```", true);
        check("```", "`````  ", true);
        check("````", "```", false);
        check("```", "~~~", false);
        check("```", "``` x", false);
    }
}
