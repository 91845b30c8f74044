//! What `check` is asked for: where to run, how, and within which limits.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use super::{Confines, Inputs, Shown};
use crate::cli::limits::Limits;
use crate::cli::rules;
use crate::judge::Rule;

pub(super) const EXAMPLES: &str = "\
Examples:
  snipcheck check README.md docs              files, and folders with what .gitignore leaves
  snipcheck check 'docs/**/*.mdx'             a glob (in quotes, or the shell reads it)
  snipcheck check docs --python 3.9 --python 3.13
  snipcheck check docs --all-pythons
  snipcheck check guide.md --only 120         the block at line 120
  snipcheck check guide.md --only 'Memory'    the blocks of a section
  snipcheck check docs --without-rule digits  floats to their last digit
  snipcheck check docs --against expected     also what is recorded there
  cat page.mdx | snipcheck check - --as mdx
  snipcheck check docs --format html=report.html --format junit=junit.xml";

pub(super) const WATCH_EXAMPLES: &str = "\
Examples:
  snipcheck watch README.md docs
  snipcheck watch docs --python 3.9 --quiet     what fails, and nothing else";

/// `snipcheck watch`
#[derive(Debug, clap::Args)]
pub struct Watch {
    #[command(flatten)]
    pub check: Check,
}

/// `snipcheck check`
#[derive(Debug, clap::Args)]
pub struct Check {
    #[command(flatten)]
    pub inputs: Inputs,
    /// Python to run on: `3.12`, `python3.12`, a path, or a virtual environment's folder; may be repeated
    /// [default: the active virtual environment, else `python3`]
    #[arg(long, value_name = "PYTHON")]
    pub python: Vec<String>,
    /// Run on every Python that `snipcheck doctor` finds
    #[arg(long, conflicts_with = "python")]
    pub all_pythons: bool,
    /// Blocks that run at a time [default: the number of cores]
    #[arg(long, short, value_name = "N", value_parser = count)]
    pub jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    pub shown: Shown,
    #[command(flatten)]
    pub confines: Confines,
    /// Let a claim hold only if it agrees to the letter: all the rules that `snipcheck rules` lists are off
    #[arg(long)]
    pub strict: bool,
    /// Turn off the rule of this name; may be repeated
    #[arg(long, value_name = "NAME", value_parser = rules::by_name())]
    pub without_rule: Vec<Rule>,
    /// Run every block so many times more, with other hash seeds, and say what comes out differently
    #[arg(long, value_name = "N", default_value = "0")]
    pub repeat: u16,
    /// Compare also with what `snipcheck record` keeps in this folder: what is no longer so fails, claim or no claim
    #[arg(long, value_name = "DIR", conflicts_with = "only")]
    pub against: Option<PathBuf>,
    /// Run everything, whatever earlier runs have found, and keep nothing
    #[arg(long)]
    pub no_cache: bool,
    #[command(flatten)]
    pub limits: Limits,
}

pub(super) fn count(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| "not a number from 1 on".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_begin_with_one() {
        let check =
            |text: &str, expect: Option<usize>| assert_eq!(count(text).ok().map(NonZeroUsize::get), expect, "{text}");
        check("1", Some(1));
        check("64", Some(64));
        check("0", None);
        check("-1", None);
        check("two", None);
    }
}
