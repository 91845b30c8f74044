//! The stretches of a document as the scanner finds them, before anyone knows which of them belong together.

use super::Note;
use super::code::RawLine;
use super::info::Info;
use super::outline::{SectionId, Title};
use crate::text::Span;

/// A stretch of the document.
#[derive(Debug)]
pub struct Element<'t> {
    /// Where; whole lines for code.
    pub span: Span,
    /// What.
    pub kind: ElementKind<'t>,
}

/// What a stretch is.
#[derive(Debug)]
pub enum ElementKind<'t> {
    /// What a reader sees as text.
    Prose(SectionId),
    /// Front matter and comments.
    Hidden,
    /// Code of any language.
    Code(RawBlock<'t>),
}

/// Code as it stands in the document.
#[derive(Debug)]
pub struct RawBlock<'t> {
    /// What its fence says; nothing for code that is indented, without a fence.
    pub info: Info<'t>,
    /// Whether it stands in a fence.
    pub is_fenced: bool,
    /// The line that opens it, without its line end.
    pub opening: Span,
    /// Its lines.
    pub lines: Vec<RawLine>,
    /// 1-based line behind its last.
    pub line_behind: usize,
    /// Columns of indentation of its fence, or of its first line.
    pub indent: usize,
    /// How many quotes it stands in.
    pub quotes: usize,
    /// The innermost container it stands in.
    pub place: usize,
    /// The section it stands in.
    pub section: SectionId,
}

/// A document in stretches, without gaps.
#[derive(Debug, Default)]
pub struct Elements<'t> {
    /// The stretches, in order.
    pub list: Vec<Element<'t>>,
    /// What to tell the author.
    pub notes: Vec<Note>,
    /// The sections that the stretches name.
    pub sections: Vec<Vec<Title>>,
}

impl<'t> Elements<'t> {
    /// Adds running text, which may be none.
    pub fn prose(&mut self, start: usize, end: usize, section: SectionId) {
        match self.list.last_mut() {
            Some(Element { span, kind: ElementKind::Prose(other) }) if *other == section => span.end = end,
            _ => self.add(start, end, ElementKind::Prose(section)),
        }
    }

    /// Adds what readers do not see.
    pub fn hidden(&mut self, start: usize, end: usize) {
        self.add(start, end, ElementKind::Hidden);
    }

    /// Adds code.
    pub fn code(&mut self, start: usize, end: usize, block: RawBlock<'t>) {
        self.add(start, end, ElementKind::Code(block));
    }

    /// Tells the author something.
    pub fn note(&mut self, span: Span, message: String) {
        self.notes.push(Note { span, message });
    }

    fn add(&mut self, start: usize, end: usize, kind: ElementKind<'t>) {
        if start < end {
            self.list.push(Element { span: Span::new(start, end), kind });
        }
    }
}
