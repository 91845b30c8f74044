//! Parts of a comment's text, as ranges of it.

/// A range of a text that a claim was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// First byte.
    pub start: usize,
    /// Behind the last byte.
    pub end: usize,
}

impl Part {
    /// The range `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The text it covers, white space around it left out.
    pub fn of(self, text: &str) -> &str {
        text[self.start..self.end].trim()
    }

    /// The same part without the white space around it.
    pub fn trimmed(self, text: &str) -> Self {
        let part = &text[self.start..self.end];
        let start = self.start + (part.len() - part.trim_start().len());
        Self { start, end: start + part.trim().len() }
    }

    /// The same part of a text of which this one begins at `offset`.
    pub fn moved(self, offset: usize) -> Self {
        Self { start: self.start + offset, end: self.end + offset }
    }
}
