//! What hides or opens something within running text: comments and tags; code spans and escapes are stepped over.
//!
//! Works on offsets of the whole document, one line at a time, in linear time.

use super::Format;

/// Something that begins within a line of running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A comment: offsets of its beginning and of what it holds, and what ends it.
    Comment {
        /// Offset of the first byte.
        start: usize,
        /// Offset behind the opening mark.
        inside: usize,
        /// What ends it.
        closing: &'static str,
    },
    /// What may be a tag: offset of its `<`.
    Tag(usize),
}

/// What ends a comment of HTML.
pub const HTML_CLOSING: &str = "-->";

/// Code spans with longer runs of backticks are read as text.
const LONGEST_RUN: usize = 16;

/// Steps through the marks of one line.
#[derive(Debug)]
pub struct Marks<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    format: Format,
    /// By the length of a run of backticks: whether no run of that length follows on this line.
    spent: [bool; LONGEST_RUN + 1],
}

impl<'t> Marks<'t> {
    /// Marks of `text[at..end]`, which must lie within one line.
    pub fn new(text: &'t str, at: usize, end: usize, format: Format) -> Self {
        Self { text, at, end, format, spent: [false; LONGEST_RUN + 1] }
    }

    /// Goes on at the offset `at`.
    pub fn resume(&mut self, at: usize) {
        self.at = at.max(self.at);
    }

    /// The next mark.
    pub fn next_mark(&mut self) -> Option<Mark> {
        let bytes = self.text.as_bytes();
        while self.at < self.end {
            let at = self.at;
            self.at += 1;
            match bytes[at] {
                b'\\' => self.at += 1,
                b'`' => self.skip_code(at),
                b'<' | b'{' => match self.mark(at) {
                    Some(mark) => return Some(mark),
                    None => continue,
                },
                _ => {}
            }
        }
        None
    }

    fn mark(&self, start: usize) -> Option<Mark> {
        let rest = &self.text.as_bytes()[start..self.end];
        match rest {
            [b'<', b'!', b'-', b'-', ..] => Some(Mark::Comment { start, inside: start + 4, closing: HTML_CLOSING }),
            [b'{', b'/', b'*', ..] if self.format == Format::Mdx => {
                Some(Mark::Comment { start, inside: start + 3, closing: "*/}" })
            }
            [b'<', b'/', ..] => Some(Mark::Tag(start)),
            [b'<', letter, ..] if letter.is_ascii_alphabetic() => Some(Mark::Tag(start)),
            _ => None,
        }
    }

    /// Steps over the code span that begins at `start`, or over its backticks where it is none.
    fn skip_code(&mut self, start: usize) {
        let length = self.run(start);
        self.at = start + length;
        if length > LONGEST_RUN || self.spent[length] {
            return;
        }
        let mut at = self.at;
        while at < self.end {
            match self.run(at) {
                0 => at += 1,
                other if other == length => {
                    self.at = at + length;
                    return;
                }
                other => at += other,
            }
        }
        self.spent[length] = true;
    }

    fn run(&self, start: usize) -> usize {
        self.text.as_bytes()[start..self.end].iter().take_while(|&&byte| byte == b'`').count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, format: Format, expect: &[usize]) {
        let mut marks = Marks::new(text, 0, text.len(), format);
        let found: Vec<usize> = std::iter::from_fn(|| marks.next_mark())
            .map(|mark| match mark {
                Mark::Comment { start, .. } | Mark::Tag(start) => start,
            })
            .collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn comments_and_tags_are_found_outside_code() {
        check("a <!-- b --> <Tab> </Tab>", Format::Markdown, &[2, 13, 19]);
        check("`<Tab>` <Tab>", Format::Markdown, &[8]);
        check("``a ` <Tab>`` <Tab>", Format::Markdown, &[14]);
        check("` <Tab>", Format::Markdown, &[2]);
        check("\\<Tab> \\\\<Tab>", Format::Markdown, &[9]);
        check("a < b <3", Format::Markdown, &[]);
        check("{/* x */} <!-- y -->", Format::Mdx, &[0, 10]);
        check("{/* x */}", Format::Markdown, &[]);
    }
}
