//! A few lines of a document, made fit to be shown, and where lines and columns of the document stand in them.

use std::ops::Range;

use super::clean;
use crate::text::LineIndex;

/// The longest line that is worth showing, bytes: beyond, it is data and not something to read.
const LONGEST: usize = 2000;

/// Lines of a document.
pub(super) struct Excerpt {
    /// Their text, joined by `\n`, as many characters as in the document.
    pub(super) source: String,
    /// The document line on which it begins.
    pub(super) first: usize,
    starts: Vec<usize>,
}

/// A document's text with its lines.
pub(super) struct Lines<'a> {
    text: &'a str,
    index: LineIndex,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, index: LineIndex::new(text) }
    }

    /// The lines from `first` to `last`; `None` where the text has no such lines or they are not fit to be shown.
    pub(super) fn excerpt(&self, first: usize, last: usize) -> Option<Excerpt> {
        let first = first.max(1);
        if last < first || last > self.index.count() {
            return None;
        }
        let mut excerpt = Excerpt { source: String::new(), first, starts: Vec::new() };
        for line in first..=last {
            let text = self.index.span(self.text, line).of(self.text);
            if text.len() > LONGEST {
                return None;
            }
            excerpt.push(text.trim_start_matches('\u{feff}'));
        }
        Some(excerpt)
    }
}

impl Excerpt {
    /// Characters that would not be seen are replaced one for one, so that columns stay right.
    fn push(&mut self, line: &str) {
        if !self.starts.is_empty() {
            self.source.push('\n');
        }
        self.starts.push(self.source.len());
        let shown = line.chars().map(|c| if c != '\t' && clean::unseen(c) { '\u{fffd}' } else { c });
        self.source.extend(shown);
    }

    /// The bytes from one place of the document to another: lines and columns from 1, the second behind the last
    /// character. Places outside are moved to the nearest one inside.
    pub(super) fn range(&self, from: (usize, usize), to: (usize, usize)) -> Range<usize> {
        let start = self.offset(from);
        start..self.offset(to).max(start)
    }

    /// The bytes of a whole line without the white space around it.
    pub(super) fn line(&self, line: usize) -> Range<usize> {
        let start = self.offset((line, 1));
        let text = self.source[start..].lines().next().unwrap_or_default();
        let indent = text.len() - text.trim_start().len();
        start + indent..start + indent.max(text.trim_end().len())
    }

    fn offset(&self, (line, column): (usize, usize)) -> usize {
        let Some(&start) = self.starts.get(line.saturating_sub(self.first)) else {
            return self.source.len();
        };
        let text = self.source[start..].lines().next().unwrap_or_default();
        let ahead = text.char_indices().nth(column.saturating_sub(1));
        start + ahead.map_or(text.len(), |(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_by_line_and_column() {
        let lines = Lines::new("one\r\n  tü\u{1b}o x\r\n\r\nfour");
        let excerpt = lines.excerpt(2, 4).unwrap();
        assert_eq!(excerpt.source, "  tü\u{fffd}o x\n\nfour");
        let check = |range: Range<usize>, expect: &str| assert_eq!(&excerpt.source[range], expect);
        check(excerpt.range((2, 3), (2, 7)), "tü\u{fffd}o");
        check(excerpt.range((2, 8), (4, 5)), "x\n\nfour");
        check(excerpt.range((2, 8), (2, 99)), "x");
        check(excerpt.range((2, 8), (2, 1)), "");
        check(excerpt.line(2), "tü\u{fffd}o x");
        check(excerpt.line(3), "");
    }

    #[test]
    fn lines_that_are_not_there_or_too_long_give_nothing() {
        assert!(Lines::new("one").excerpt(1, 2).is_none());
        assert!(Lines::new("one").excerpt(0, 0).is_none());
        assert!(Lines::new(&"x".repeat(LONGEST + 1)).excerpt(1, 1).is_none());
    }

    #[test]
    fn the_byte_order_mark_takes_no_column() {
        let excerpt = Lines::new("\u{feff}abc").excerpt(1, 1).unwrap();
        assert_eq!(&excerpt.source[excerpt.range((1, 2), (1, 3))], "b");
    }
}
