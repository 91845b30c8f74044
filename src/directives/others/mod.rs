//! Directives of other tools: what each means here.
//!
//! Owns their words. They are read with good will: what is not understood is never a mistake of the document, and nothing is
//! taken from its readers. Sources: the documentation of each tool; `docs/directives.md` has the table.

mod comments;
mod conditions;
mod lines;
mod marks;
mod words;

pub use comments::in_comment;
pub use lines::{asked as line_orders, options as line_options};
pub use words::in_info;

use super::Made;
use super::directive::Directive;

/// A directive of another tool.
#[derive(Debug, Clone, PartialEq)]
pub struct Other {
    /// The tool's name.
    pub tool: &'static str,
    /// What it means here.
    pub meaning: Meaning,
}

/// What a directive of another tool means here.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// The same as this one of ours.
    Same(Directive, Reach),
    /// It says how a line is compared, or what a fence is: so.
    Line(&'static str),
    /// What began with another one ends.
    Ends,
    /// It takes care of something that needs no word here.
    NotNeeded(&'static str),
    /// It cannot be followed.
    Unknown(&'static str),
}

impl Meaning {
    /// What is made of it, in words.
    pub fn made(&self) -> Made {
        match self {
            Self::Same(directive, _) => Made::Understood(directive.to_string()),
            Self::Line(how) => Made::Understood((*how).to_owned()),
            Self::Ends => Made::Understood("the end of a skip".to_owned()),
            Self::NotNeeded(why) => Made::NotNeeded((*why).to_owned()),
            Self::Unknown(why) => Made::NotUnderstood((*why).to_owned()),
        }
    }
}

/// How far a directive of another tool reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The next block.
    Next,
    /// All blocks from here on, or until something ends it.
    On,
    /// All blocks of the document.
    Document,
}

/// What it means that a cell of a notebook is shown and not run; `words` are those by which it says so.
pub fn only_shown(words: &str) -> Other {
    let tool = if words == "skip-execution" { "MyST-NB" } else { "Quarto, knitr" };
    Other::same(tool, Directive::Skip(String::new()))
}

impl Other {
    fn same(tool: &'static str, directive: Directive) -> Self {
        Self { tool, meaning: Meaning::Same(directive, Reach::Next) }
    }

    fn not_needed(tool: &'static str, why: &'static str) -> Self {
        Self { tool, meaning: Meaning::NotNeeded(why) }
    }

    fn unknown(tool: &'static str, why: &'static str) -> Self {
        Self { tool, meaning: Meaning::Unknown(why) }
    }
}
