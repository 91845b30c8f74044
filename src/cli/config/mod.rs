//! The configuration as it is meant: every default filled in, every combination settled.
//!
//! This file has what commands share; each group of commands has a file.

mod check;
mod documents;
mod fix;
mod others;
mod record;
mod shown;
mod watch;

use std::path::{Path, PathBuf};

use super::args::{self, ReadAs};
use super::environment::Environment;
use super::{Failure, paths};
use crate::discover::patterns::Patterns;
use crate::extract;

pub use super::args::ListFormat;
pub use check::Check;
pub use documents::Own;
pub use fix::{Fix, Ground, Review};
pub use others::{Doctor, Explain, Extract, List, Migrate};
pub use record::Record;
pub use shown::{Saved, Shown};
pub use watch::Watch;

/// Which documents.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    /// Files, folders and globs as named; files and folders are there. `-` is standard input.
    pub paths: Vec<PathBuf>,
    /// How to read them all, where their names do not decide.
    pub read_as: Option<extract::Format>,
    /// Of what is found, what is taken; empty: all.
    pub include: Patterns,
    /// Of what is found, what is left out.
    pub exclude: Patterns,
    /// Whether that counts also for what is named itself.
    pub force_exclude: bool,
}

impl Inputs {
    fn new(inputs: args::Inputs) -> Result<Self, Failure> {
        if inputs.paths.is_empty() {
            let help =
                "name a document or a folder, or write `paths` into a configuration: `snipcheck init` writes one";
            return Err(Failure::usage("no document is named", help));
        }
        paths::check(&inputs.paths, paths::DOCUMENTS)?;
        let read_as = inputs.read_as.map(|format| match format {
            ReadAs::Markdown => extract::Format::Markdown,
            ReadAs::Mdx => extract::Format::Mdx,
        });
        let (include, exclude) = (patterns(&inputs.include)?, patterns(&[inputs.exclude, inputs.skip].concat())?);
        Ok(Self { paths: inputs.paths, read_as, include, exclude, force_exclude: inputs.force_exclude })
    }

    /// Whether a document that was found is one of those that are meant.
    pub fn take(&self, document: &Path) -> bool {
        let plain = |path: &Path| path.strip_prefix(".").unwrap_or(path).to_owned();
        let is_named = !self.force_exclude && self.paths.iter().any(|path| plain(path) == plain(document));
        is_named || (self.include.is_empty() || self.include.match_file(document)) && !self.exclude.match_file(document)
    }
}

fn patterns(typed: &[String]) -> Result<Patterns, Failure> {
    let help = "patterns are those of `.gitignore`, such as `drafts/` or `docs/**/*.old.md`";
    Patterns::new(Path::new("."), typed).map_err(|why| Failure::usage(why, help))
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
            conduct: extract::Conduct::default(),
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
