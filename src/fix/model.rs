//! What is to be done to a document: plain data.

use crate::text::Span;

/// A replacement of a part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What goes.
    pub span: Span,
    /// What comes in its place, with the document's own line ends and containers.
    pub text: String,
}

/// A claim that fails, and what can be done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where the claim stands in the document.
    pub span: Span,
    /// 1-based line of the claim.
    pub line: usize,
    /// Index of the block that it speaks of.
    pub block: Option<usize>,
    /// 1-based line of the statement that it speaks of.
    pub subject_line: usize,
    /// The claimed text.
    pub claimed: String,
    /// What happened, in a few words.
    pub actual: String,
    /// What can be done.
    pub remedy: Remedy,
}

/// What can be done about a claim that fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// This puts the truth in its place.
    Mend(Mend),
    /// Only its author can mend it, for this reason.
    Author(String),
}

/// A claim's text, renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// The change of the document.
    pub edit: Edit,
    /// In which way the text would mean something else afterwards; nobody but its author should decide that.
    pub turn: Option<Turn>,
}

/// A change of what a text means, and not only of its details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Another exception.
    Exception,
    /// The same exception, with another message.
    Message,
    /// An exception where a result was claimed.
    NowRaises,
    /// A result where an exception was claimed.
    RaisesNoMore,
    /// True for False, or the other way round.
    Truth,
    /// `None` for a value, or the other way round.
    Nothing,
}

impl Turn {
    /// In words: "it …".
    pub fn words(self) -> &'static str {
        match self {
            Turn::Exception => "names another exception",
            Turn::Message => "changes what the exception says",
            Turn::NowRaises => "puts an exception where a result is claimed",
            Turn::RaisesNoMore => "puts a result where an exception is claimed",
            Turn::Truth => "turns True and False round",
            Turn::Nothing => "puts `None` for a value, or a value for `None`",
        }
    }
}
