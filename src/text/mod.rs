//! The one coordinate system: byte ranges of a document, and where they stand in lines and columns; and what texts
//! say whatever they are about: versions, times and sizes, slips of the pen.
//!
//! Knows nothing of Markdown or claims.

mod line_index;
pub mod pythons;
pub mod quantity;
pub mod slip;

pub use line_index::{LineColumn, LineIndex};

use serde::{Deserialize, Serialize};

/// A half-open byte range `start..end` of a document's text. Both ends lie on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset just behind the last byte.
    pub end: usize,
}

impl Span {
    /// The range `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The text it covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether `offset` lies inside.
    pub fn contains(self, offset: usize) -> bool {
        (self.start..self.end).contains(&offset)
    }
}

/// A document as it was read: nothing is normalised, so that every position is one of the original file.
#[derive(Debug, Clone)]
pub struct Source {
    /// How the user names it: a path as given or found, or `<stdin>`.
    pub path: String,
    /// The whole text, with its byte order mark and line ends.
    pub text: String,
    /// Where its lines begin.
    pub lines: LineIndex,
}

impl Source {
    /// Takes a document's text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let lines = LineIndex::new(&text);
        Self { path: path.into(), text, lines }
    }

    /// Line and column (both from 1, columns in characters) of a byte offset.
    pub fn position(&self, offset: usize) -> LineColumn {
        self.lines.position(&self.text, offset)
    }

    /// The 1-based line of a byte offset.
    pub fn line(&self, offset: usize) -> usize {
        self.lines.line(offset)
    }
}
