//! Where something stands in a configuration file, and what is wrong there.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::cli::failure::Message;
use crate::text::Source;

/// Characters of a value that are shown.
const SHOWN: usize = 60;

/// A place in a configuration file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, as it is called from the working directory.
    pub file: PathBuf,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

impl Place {
    /// The place of a byte of the file.
    pub fn new(source: &Source, offset: usize) -> Self {
        let at = source.position(source.text.floor_char_boundary(offset));
        Self { file: PathBuf::from(&source.path), line: at.line, column: at.column }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", shown(&self.file), self.line, self.column)
    }
}

/// What is wrong at a place, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// A byte of the file.
    pub offset: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub help: String,
}

impl Problem {
    /// With its place.
    pub fn message(self, source: &Source) -> Message {
        Message { error: format!("{}: {}", Place::new(source, self.offset), self.what), help: self.help }
    }
}

/// A text of the file, safe to be shown.
pub fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(SHOWN).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    if text.chars().nth(SHOWN).is_some() {
        short.push('…');
    }
    format!("`{short}`")
}

/// A path, safe to be shown.
pub fn shown(path: &Path) -> String {
    path.display().to_string().chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
