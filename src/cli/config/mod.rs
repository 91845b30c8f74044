//! The configuration as it is meant: every default filled in, every combination settled.
//!
//! This file has what commands share; each group of commands has a file.

mod check;
mod fix;
mod others;
mod shown;

use std::path::PathBuf;

use super::args::{self, ReadAs};
use super::environment::Environment;
use super::{Failure, paths};
use crate::extract;

pub use super::args::ListFormat;
pub use check::Check;
pub use fix::{Fix, Ground, Review};
pub use others::{Doctor, Explain, Extract, List};
pub use shown::{Saved, Shown};

/// Which documents.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// Files, folders and globs as named; files and folders are there. `-` is standard input.
    pub paths: Vec<PathBuf>,
    /// How to read them all, where their names do not decide.
    pub read_as: Option<extract::Format>,
}

impl Inputs {
    fn new(inputs: args::Inputs) -> Result<Self, Failure> {
        paths::check(&inputs.paths)?;
        let read_as = inputs.read_as.map(|format| match format {
            ReadAs::Markdown => extract::Format::Markdown,
            ReadAs::Mdx => extract::Format::Mdx,
        });
        Ok(Self { paths: inputs.paths, read_as })
    }
}

/// A choice of blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Only {
    /// The block whose lines, or whose fence, hold this line of the document.
    Line(usize),
    /// The blocks below a heading that contains this text, in lower case.
    Section(String),
}

impl Only {
    /// Reads a choice: a number is a line.
    pub fn read(text: &str) -> Self {
        text.trim().parse().map_or_else(|_| Only::Section(text.trim().to_lowercase()), Only::Line)
    }

    /// Whether it takes in a block. A line on the fence or on the claim text just below counts as the block's.
    pub fn takes(&self, block: &extract::Block) -> bool {
        match self {
            Only::Line(line) => (block.start_line.saturating_sub(1)..=block.end_line + 1).contains(line),
            Only::Section(text) => block.section.iter().any(|title| title.to_lowercase().contains(text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_takes_the_blocks_of_its_line_or_section() {
        let block = extract::Block {
            index: 1,
            kind: extract::BlockKind::Script,
            info: String::new(),
            code: extract::Code::default(),
            start_line: 10,
            end_line: 12,
            section: vec!["Core Language".into(), "Memory".into()],
            outputs: vec![],
        };
        let check = |text: &str, expect: bool| assert_eq!(Only::read(text).takes(&block), expect, "{text}");
        check("9", true);
        check("12", true);
        check("13", true);
        check("14", false);
        check("8", false);
        check("memory", true);
        check("core LANG", true);
        check("Tuples", false);
    }
}
