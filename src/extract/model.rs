//! What extraction yields.

use super::Conduct;
use crate::text::{Source, Span};

/// A document taken apart.
#[derive(Debug, Clone)]
pub struct Document {
    /// What was read.
    pub source: Source,
    /// How it was read.
    pub format: Format,
    /// The whole text in order: joined, the pieces give the document again.
    pub pieces: Vec<Piece>,
    /// The blocks of Python, in order.
    pub blocks: Vec<Block>,
    /// What an author should know about the reading.
    pub notes: Vec<Note>,
}

/// The document formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `.md`, `.markdown`, `.qmd`, `.txt`
    Markdown,
    /// `.mdx`: no indented code, JSX components.
    Mdx,
}

impl Format {
    /// The word in reports and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Markdown => "markdown",
            Format::Mdx => "mdx",
        }
    }
}

/// A stretch of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: PieceKind,
}

/// What a stretch of the document is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PieceKind {
    /// Running text (also headings, lists, tables), with how many Python blocks come before it.
    Prose {
        /// Number of Python blocks before it.
        blocks_before: usize,
        /// Headings and component titles above it, outermost first.
        section: Vec<String>,
    },
    /// A block of Python: index into `Document::blocks`.
    Block(usize),
    /// Output shown for a block: indices into `Document::blocks` and its `outputs`.
    Output(usize, usize),
    /// Anything else that readers do not see as text: other fences, front matter, comments.
    Other,
}

/// A block of Python.
#[derive(Debug, Clone)]
pub struct Block {
    /// From 1, among the Python blocks of the document.
    pub index: usize,
    /// A script or a transcript.
    pub kind: BlockKind,
    /// The info string behind the fence, trimmed; empty for an indented block.
    pub info: String,
    /// The code, dedented.
    pub code: Code,
    /// 1-based document line of the first line of code (of the closing fence where the block is empty).
    pub start_line: usize,
    /// 1-based document line of the last line of code; `start_line - 1` where the block is empty.
    pub end_line: usize,
    /// Headings and component titles above it, outermost first.
    pub section: Vec<String>,
    /// How its cell is meant to run.
    pub conduct: Conduct,
    /// Output blocks tied to it.
    pub outputs: Vec<Output>,
}

/// How the code of a block is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// Plain code.
    Script,
    /// A transcript with `>>>` or `In [1]:` prompts.
    Transcript,
}

/// A block that shows output.
#[derive(Debug, Clone)]
pub struct Output {
    /// Its text.
    pub text: Code,
    /// The info string behind the fence, trimmed.
    pub info: String,
    /// How surely it is the output of the block before it.
    pub tie: Tie,
}

/// How an output block is tied to the block before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// The document says so: an info string such as `output`, or words such as "Output:" before it.
    Named,
    /// It follows with nothing in between, and its info string names no language.
    Adjacent,
    /// Words such as "Answer:" stand before it: it may also be something else than output.
    Answer,
    /// The document says that the output is like it.
    Similar,
    /// A terminal's session behind the block shows it, and names the script as nothing else does.
    Session,
    /// Words that say nothing of output stand before it: it may be some.
    Unsaid,
    /// Other text, or another container, stands in between: only what it shows tells.
    Loose,
}

impl Tie {
    /// Whether nothing calls it output: only its being alike tells.
    pub fn is_guess(self) -> bool {
        matches!(self, Tie::Unsaid | Tie::Loose)
    }
}

/// Text taken out of a document line by line, indentation and quote marks removed, lines ended by `\n`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Code {
    /// The text.
    pub text: String,
    /// For each line of `text`, where its first character stands in the document.
    pub origins: Vec<usize>,
    /// Where the lines of `text` begin in it.
    starts: Vec<usize>,
}

impl Code {
    /// Text with the places of its lines in the document.
    pub fn new(text: String, origins: Vec<usize>) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Self { text, origins, starts }
    }

    /// The number, from 0, of the line of `text` that holds the byte at `offset`.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// The document offset of the byte at `offset` of `text`.
    ///
    /// Exact within a line; an offset on or behind a line's end maps to the end of that line in the document.
    pub fn origin(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let line = self.line(offset);
        match self.origins.get(line) {
            Some(origin) => origin + (offset - self.starts[line]),
            None => self.origins.last().copied().unwrap_or(0) + self.text.lines().last().map_or(0, str::len),
        }
    }

    /// The document range of the range `start..end` of `text`.
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.origin(start), self.origin(end))
    }
}

/// Something an author should know about how the document was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub span: Span,
    /// What and, where it helps, what to do.
    pub message: String,
}
