//! From byte offsets to lines and columns and back.

/// A place in a document as editors count it: both from 1, columns in characters (Unicode scalar values).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters; a byte order mark at the start of the document is not counted.
    pub column: usize,
}

/// The offsets at which the lines of a text begin. Lines end with `\n`, `\r\n` or a lone `\r`.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
    len: usize,
}

const BYTE_ORDER_MARK: char = '\u{feff}';

impl LineIndex {
    /// Reads the line starts of `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends_line = |at: usize| bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let mut starts = vec![0];
        starts.extend((0..bytes.len()).filter(|&at| ends_line(at)).map(|at| at + 1));
        Self { starts, len: bytes.len() }
    }

    /// How many lines there are; text behind the last line end counts as one, even when it is empty.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The 1-based line that holds the byte at `offset`; the last line for offsets behind the end.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).max(1)
    }

    /// Offset of the first byte of the 1-based `line`; the text's length where there is no such line.
    pub fn start(&self, line: usize) -> usize {
        self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.len)
    }

    /// The range of the 1-based `line` without its line end.
    pub fn span(&self, text: &str, line: usize) -> super::Span {
        let start = self.start(line);
        let whole = &text[start..self.start(line + 1)];
        super::Span::new(start, start + whole.trim_end_matches(['\n', '\r']).len())
    }

    /// Line and column of the byte at `offset`, which must lie on a character boundary of `text`.
    pub fn position(&self, text: &str, offset: usize) -> LineColumn {
        let line = self.line(offset);
        let before = &text[self.start(line)..offset];
        let before = if line == 1 { before.trim_start_matches(BYTE_ORDER_MARK) } else { before };
        LineColumn { line, column: before.chars().count() + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, offset: usize, line: usize, column: usize) {
        assert_eq!(LineIndex::new(text).position(text, offset), LineColumn { line, column }, "{text:?} at {offset}");
    }

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        check("", 0, 1, 1);
        check("a\nb", 2, 2, 1);
        check("é\nüx", 5, 2, 2);
        check("a\n", 2, 2, 1);
    }

    #[test]
    fn every_line_end_counts_once() {
        check("a\r\nb", 3, 2, 1);
        check("a\rb", 2, 2, 1);
        check("a\r\n\r\nb", 5, 3, 1);
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        check("\u{feff}ab", 4, 1, 2);
        check("\u{feff}ab\nc", 6, 2, 1);
    }

    #[test]
    fn a_line_is_given_without_its_end() {
        let text = "ab\r\ncd";
        assert_eq!(LineIndex::new(text).span(text, 1).of(text), "ab");
        assert_eq!(LineIndex::new(text).span(text, 2).of(text), "cd");
        assert_eq!(LineIndex::new(text).span(text, 9).of(text), "");
    }
}
