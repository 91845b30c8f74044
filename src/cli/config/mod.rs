//! The configuration as it is meant: every default filled in, every combination settled.
//!
//! This file has what commands share; each group of commands has a file.

mod check;
mod confines;
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
pub use confines::{Confines, Only};
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
