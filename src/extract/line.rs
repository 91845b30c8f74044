//! One line of a document and what stands before its text: quote marks, list markers, indentation.
//!
//! Owns columns (a tab reaches to the next multiple of four). Knows nothing of fences or sections.

use crate::text::LineIndex;

/// Columns from one tab stop to the next.
const TAB: usize = 4;

/// Columns of blank space from which on Markdown reads code instead of text.
pub const CODE_INDENT: usize = 4;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// A line of the document.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// From 1.
    pub number: usize,
    /// Offset of its first byte.
    pub start: usize,
    /// Offset behind its last byte, the line end not counted.
    pub end: usize,
    /// Offset of the next line.
    pub next: usize,
}

impl Line {
    /// The 1-based line `number`; `None` behind the end, and for the nothing behind the last line end.
    pub fn read(text: &str, lines: &LineIndex, number: usize) -> Option<Line> {
        let start = lines.start(number);
        (start < text.len()).then(|| Line {
            number,
            start,
            end: lines.span(text, number).end,
            next: lines.start(number + 1),
        })
    }

    /// Its text without a byte order mark and line end.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        text[self.start..self.end].trim_start_matches(BYTE_ORDER_MARK)
    }

    /// Whether nothing but blanks stands on it.
    pub fn is_blank(&self, text: &str) -> bool {
        self.text(text).trim_ascii().is_empty()
    }
}

/// A place within a line, with its column.
#[derive(Debug, Clone, Copy)]
pub struct Cursor<'t> {
    text: &'t str,
    /// Offset in the document.
    pub at: usize,
    /// Column from 0, from the start of the line.
    pub column: usize,
    end: usize,
}

impl<'t> Cursor<'t> {
    /// At the start of a line, behind a byte order mark.
    pub fn new(text: &'t str, line: &Line) -> Self {
        let at = line.end - line.text(text).len();
        Self { text, at, column: 0, end: line.end }
    }

    /// What is left of the line.
    pub fn rest(&self) -> &'t str {
        &self.text[self.at..self.end]
    }

    fn peek(&self) -> Option<u8> {
        self.rest().bytes().next()
    }

    /// Steps over `count` ASCII bytes that are no tabs.
    fn step(&mut self, count: usize) {
        self.at += count;
        self.column += count;
    }

    /// Steps over a space or tab if it ends no later than `column`.
    fn step_blank(&mut self, column: usize) -> bool {
        let reached = match self.peek() {
            Some(b' ') => self.column + 1,
            Some(b'\t') => (self.column / TAB + 1) * TAB,
            _ => return false,
        };
        if reached > column {
            return false;
        }
        self.at += 1;
        self.column = reached;
        true
    }

    /// Steps over blanks, at most up to `column`; a tab that reaches beyond it stays whole.
    pub fn skip_blanks_to(&mut self, column: usize) {
        while self.step_blank(column) {}
    }

    /// Steps over blanks and says how many columns they took.
    pub fn skip_blanks(&mut self) -> usize {
        let before = self.column;
        self.skip_blanks_to(usize::MAX);
        self.column - before
    }

    /// Steps over a quote mark and the space behind it.
    fn quote_mark(&mut self) -> bool {
        if self.peek() != Some(b'>') {
            return false;
        }
        self.step(1);
        if self.peek() == Some(b' ') {
            self.step(1);
        }
        true
    }

    /// Steps over a list marker and the blanks behind it, and gives the column where the item's text begins.
    fn list_marker(&mut self) -> Option<usize> {
        let length = marker_length(self.rest().as_bytes())?;
        self.step(length);
        let narrowest = self.column + 1;
        let blanks = self.skip_blanks();
        let is_text = (1..=CODE_INDENT).contains(&blanks) && !self.rest().is_empty();
        Some(if is_text { self.column } else { narrowest })
    }
}

/// Length of the list marker at the start of `rest`: `-`, `*`, `+`, `1.`, `2)`, followed by a blank or nothing.
fn marker_length(rest: &[u8]) -> Option<usize> {
    let digits = rest.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
    let length = match (digits, rest.get(digits)?) {
        (0, b'-' | b'*' | b'+') => 1,
        (1..=9, b'.' | b')') => digits + 1,
        _ => return None,
    };
    matches!(rest.get(length), None | Some(b' ' | b'\t')).then_some(length)
}

/// What stands before the text of a line.
#[derive(Debug, Clone)]
pub struct Prefix<'t> {
    /// How many quotes the line stands in.
    pub quotes: usize,
    /// Columns of blanks behind the last quote mark, before any list marker.
    pub outer: usize,
    /// For each list marker behind the last quote mark: columns from the quote mark to the item's text.
    pub items: Vec<usize>,
    /// Columns from the last quote mark to the text.
    pub indent: usize,
    /// Where the text begins.
    pub cursor: Cursor<'t>,
}

impl<'t> Prefix<'t> {
    /// Takes quote marks and list markers off a line. Prompts that are indented like code are no quotes.
    pub fn read(text: &'t str, line: &Line) -> Self {
        let mut cursor = Cursor::new(text, line);
        let (mut quotes, mut base) = (0, 0);
        let (mut items, mut outer) = (Vec::new(), None);
        loop {
            let blanks = cursor.skip_blanks();
            outer = outer.or(Some(cursor.column - base));
            if blanks >= CODE_INDENT && is_prompt(cursor.rest()) {
                break;
            }
            if cursor.quote_mark() {
                (quotes, base, outer) = (quotes + 1, cursor.column, None);
                items.clear();
            } else if let Some(content) = cursor.list_marker() {
                items.push(content - base);
            } else {
                break;
            }
        }
        let indent = cursor.column - base;
        Self { quotes, outer: outer.unwrap_or(indent), items, indent, cursor }
    }
}

/// Whether a line of code begins with the prompt of the Python shell.
pub fn is_prompt(code: &str) -> bool {
    code.strip_prefix(">>>").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// The line behind `quotes` quote marks; `None` where it has fewer.
pub fn behind_quotes<'t>(text: &'t str, line: &Line, quotes: usize) -> Option<Cursor<'t>> {
    let mut cursor = Cursor::new(text, line);
    for _ in 0..quotes {
        cursor.skip_blanks();
        if !cursor.quote_mark() {
            return None;
        }
    }
    Some(cursor)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, quotes: usize, outer: usize, items: &[usize], indent: usize, rest: &str) {
        let line = Line::read(text, &LineIndex::new(text), 1).unwrap();
        let prefix = Prefix::read(text, &line);
        let found = (prefix.quotes, prefix.outer, prefix.items.as_slice(), prefix.indent, prefix.cursor.rest());
        assert_eq!(found, (quotes, outer, items, indent, rest), "{text:?}");
    }

    #[test]
    fn quotes_markers_and_blanks_are_taken_off() {
        check("x", 0, 0, &[], 0, "x");
        check("  x\r\n", 0, 2, &[], 2, "x");
        check("> > x", 2, 0, &[], 0, "x");
        check(">>x", 2, 0, &[], 0, "x");
        check("- x", 0, 0, &[2], 2, "x");
        check("  10) x", 0, 2, &[6], 6, "x");
        check("- 1. x", 0, 0, &[2, 5], 5, "x");
        check("> - x", 1, 0, &[2], 2, "x");
        check("- > x", 1, 0, &[], 0, "x");
        check("**x**", 0, 0, &[], 0, "**x**");
        check("-", 0, 0, &[2], 1, "");
        check("-      x", 0, 0, &[2], 7, "x");
        check("\tx", 0, 4, &[], 4, "x");
        check("\u{feff}x", 0, 0, &[], 0, "x");
    }

    #[test]
    fn indented_prompts_are_no_quotes() {
        check(">>> x", 3, 0, &[], 0, "x");
        check("    >>> x", 0, 4, &[], 4, ">>> x");
        check(">     >>> x", 1, 4, &[], 4, ">>> x");
    }
}
