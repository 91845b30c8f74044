//! Whether a fence shows the output of the block before it, and how surely.
//!
//! Owns the rule; what stands in between is read by `gap` and `lead`.

use super::Tie;
use super::code::RawLine;
use super::elements::RawBlock;
use super::gap::{self, Gap};
use super::info::{Info, Language};
use super::session;
use super::tag::attribute;
use crate::text::Span;

/// How a traceback begins.
const TRACEBACK: &str = "Traceback (most recent call last):";

/// First words of what one types into a terminal; a fence that begins so shows more than output.
const COMMANDS: &[&str] = &[
    "$ ",
    "pip install ",
    "pip3 install ",
    "python -m ",
    "python3 -m ",
    "uv ",
    "poetry ",
    "conda install ",
    "npm ",
    "curl ",
];

/// A block of Python, and what has come behind it since its last output.
#[derive(Debug)]
pub struct Before {
    /// Index of the block.
    pub block: usize,
    quotes: usize,
    place: usize,
    has_output: bool,
    gap: Vec<Span>,
    gap_length: usize,
    /// A hidden comment says that its output follows.
    told: bool,
}

impl Before {
    /// Just behind a block of Python.
    pub fn new(block: usize, raw: &RawBlock) -> Before {
        let (quotes, place) = (raw.quotes, raw.place);
        Before { block, quotes, place, has_output: false, gap: Vec::new(), gap_length: 0, told: false }
    }

    /// Running text follows. `false` where it is too much for output to follow still.
    pub fn add(&mut self, span: Span) -> bool {
        self.gap.push(span);
        self.gap_length += span.end - span.start;
        self.gap_length <= gap::LONGEST
    }

    /// A hidden comment follows.
    pub fn add_hidden(&mut self, comment: &str) {
        self.told |= gap::is_told(comment);
    }

    /// Whether output came behind it.
    pub fn has_output(&self) -> bool {
        self.has_output
    }

    /// Whether nothing but blank lines has come behind it.
    pub fn is_bare(&self, text: &str) -> bool {
        !self.has_output && self.gap.iter().all(|span| span.of(text).trim_ascii().is_empty())
    }

    /// Output follows.
    pub fn add_output(&mut self) {
        self.has_output = true;
        self.told = false;
        self.gap.clear();
        self.gap_length = 0;
    }

    /// How the fence `raw` is tied to the block; `None` where it is not.
    pub fn tie(&self, text: &str, raw: &RawBlock) -> Option<Tie> {
        let info = &raw.info;
        let between: String = self.gap.iter().map(|span| span.of(text)).collect();
        let first = first_written(text, &raw.lines);
        let is_session = COMMANDS.iter().any(|command| first.starts_with(command));
        let is_named = info.language == Language::Output || first.starts_with(TRACEBACK) || is_titled_output(info);
        let is_beside = self.quotes == raw.quotes && self.place == raw.place;
        match gap::read(&between) {
            _ if first.is_empty() => None,
            _ if self.told && may_be_output(info.language) => Some(Tie::Named),
            Gap::LeadIn if may_be_output(info.language) && !is_session => Some(Tie::Named),
            Gap::Similar if may_be_output(info.language) && !is_session => Some(Tie::Similar),
            Gap::Answer if info.language == Language::Plain && !self.has_output && !is_session => Some(Tie::Answer),
            Gap::Nothing if is_beside && is_named && info.language != Language::Foreign => Some(Tie::Named),
            Gap::Nothing if is_beside && !self.has_output && info.language == Language::Plain && !is_session => {
                Some(if raw.is_fenced { Tie::Adjacent } else { Tie::Unsaid })
            }
            gap if self.quotes == raw.quotes && !self.has_output && !is_session => guess(gap, info),
            _ => None,
        }
    }
}

/// How a fence is tied that nothing calls output.
fn guess(gap: Gap, info: &Info) -> Option<Tie> {
    let is_shell = session::may_be(info) && info.language == Language::Unknown;
    let is_told = matches!(info.language, Language::Plain | Language::Output);
    match gap {
        Gap::Apart => None,
        // Programs write programs, too: `sql`, `diff`.
        Gap::LeadIn if info.language == Language::Foreign => Some(Tie::Unsaid),
        Gap::Words if is_told => Some(Tie::Unsaid),
        _ if is_told || info.language == Language::Unknown && !is_shell => Some(Tie::Loose),
        _ => None,
    }
}

fn may_be_output(language: Language) -> bool {
    matches!(language, Language::Output | Language::Plain | Language::Unknown)
}

/// Whether the words behind the language name the fence as output: `text Output`, `text title="Output"`.
fn is_titled_output(info: &Info) -> bool {
    let title = attribute(info.rest, "title").or_else(|| attribute(info.rest, "filename"));
    let words: Vec<&str> = info.rest.split_whitespace().take_while(|word| !word.contains(['{', '='])).collect();
    info.language == Language::Plain && gap::announces(title.unwrap_or(&words.join(" ")))
}

/// The first line that is not blank, without indentation.
pub fn first_written<'t>(text: &'t str, lines: &[RawLine]) -> &'t str {
    lines.iter().find(|line| !line.is_blank(text)).map_or("", |line| line.text(text).trim_ascii())
}

/// Whether code is none, but a traceback shown as if it were.
pub fn is_traceback(first: &str) -> bool {
    first.starts_with(TRACEBACK)
}
