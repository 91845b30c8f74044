//! Code taken out of its container: indentation and quote marks removed, every line's origin kept.
//!
//! Nothing is rewritten: each line of the result is a stretch of the document.

use super::Code;
use super::line::{Cursor, Line};
use crate::text::Span;

/// A line of code in its container.
#[derive(Debug, Clone, Copy)]
pub struct RawLine {
    /// 1-based document line.
    pub number: usize,
    /// Offset of its first byte behind the quote marks.
    start: usize,
    /// Column at `start`.
    column: usize,
    /// The line it is cut from.
    line: Line,
}

impl RawLine {
    /// What follows `cursor` on `line`.
    pub fn new(cursor: Cursor, line: Line) -> Self {
        Self { number: line.number, start: cursor.at, column: cursor.column, line }
    }

    /// Its place, with all its indentation.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.line.end)
    }

    /// The text there.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        self.span().of(text)
    }

    /// Whether nothing but blanks stands on it.
    pub fn is_blank(&self, text: &str) -> bool {
        self.text(text).trim_ascii().is_empty()
    }

    fn cursor<'t>(&self, text: &'t str) -> Cursor<'t> {
        let mut cursor = Cursor::new(text, &self.line);
        cursor.at = self.start;
        cursor.column = self.column;
        cursor
    }

    /// Offset of the first character behind at most `columns` of indentation.
    fn behind(&self, text: &str, columns: usize) -> usize {
        let mut cursor = self.cursor(text);
        cursor.skip_blanks_to(self.column + columns);
        cursor.at
    }
}

/// What a fence holds, its indentation of `indent` columns removed as far as the lines have it.
pub fn unindent(text: &str, lines: &[RawLine], indent: usize) -> Code {
    join(text, &stretches(text, lines, indent))
}

/// The same, and what indentation all lines still share goes too: Python takes no code that begins indented.
pub fn dedent(text: &str, lines: &[RawLine], indent: usize) -> Code {
    let mut stretches = stretches(text, lines, indent);
    let shared = shared_blanks(text, &stretches);
    for (start, end) in &mut stretches {
        *start += common_length(&text[*start..*end], shared);
    }
    join(text, &stretches)
}

/// A first line that stands left of its fence sets the margin: the fence is misplaced, not the code.
fn stretches(text: &str, lines: &[RawLine], indent: usize) -> Vec<(usize, usize)> {
    let first = lines.iter().find(|line| !line.is_blank(text));
    let margin = first.map_or(indent, |line| indent.min(line.cursor(text).skip_blanks()));
    lines.iter().map(|line| (line.behind(text, margin), line.line.end)).collect()
}

fn shared_blanks<'t>(text: &'t str, stretches: &[(usize, usize)]) -> &'t str {
    let written = stretches.iter().map(|&(start, end)| &text[start..end]).filter(|line| !line.trim_ascii().is_empty());
    written.map(leading_blanks).reduce(|shared, blanks| &shared[..common_length(shared, blanks)]).unwrap_or("")
}

fn leading_blanks(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// How many bytes of `blanks` (ASCII) stand at the start of `line`.
fn common_length(line: &str, blanks: &str) -> usize {
    line.bytes().zip(blanks.bytes()).take_while(|(one, other)| one == other).count()
}

fn join(text: &str, stretches: &[(usize, usize)]) -> Code {
    let joined = stretches.iter().flat_map(|&(start, end)| [&text[start..end], "\n"]).collect();
    Code::new(joined, stretches.iter().map(|&(start, _)| start).collect())
}
