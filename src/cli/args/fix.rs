//! What `fix` and `review` are asked for: where to run, and what may be changed.

use std::num::NonZeroUsize;

use super::{Confines, Inputs};
use crate::cli::limits::Limits;

pub(super) const FIX_EXAMPLES: &str = "\
Examples:
  snipcheck fix README.md                      show what would change
  snipcheck fix docs --write                   change it
  snipcheck fix README.md --only 42 --write --unsafe
  snipcheck fix README.md --insert --write     fill in results that are left open, such as `# ->`";

pub(super) const FIX_EXIT_CODES: &str = "\
Exit codes:
  0  nothing is wrong, or all of it was mended
  1  something is left to mend: what is shown, without `--write`, or what only the author can decide
  2  wrong usage, or a refusal to write where `CI` is set
  3  the job could not be done, or not all of it; a document that changed meanwhile is left alone";

/// On what the documents' code runs.
#[derive(Debug, clap::Args)]
pub struct Ground {
    /// Python to run on, as for `check`; may be repeated: then only what is the same on all of them is mended
    #[arg(long, value_name = "PYTHON")]
    pub python: Vec<String>,
    /// Blocks that run at a time [default: the number of cores]
    #[arg(long, short, value_name = "N", value_parser = super::check::count)]
    pub jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    pub confines: Confines,
    #[command(flatten)]
    pub limits: Limits,
}

/// `snipcheck fix`
#[derive(Debug, clap::Args)]
pub struct Fix {
    #[command(flatten)]
    pub inputs: Inputs,
    /// Show the changes, and write nothing [default]
    #[arg(long, conflicts_with = "write")]
    pub diff: bool,
    /// Write the changes into the documents
    #[arg(long)]
    pub write: bool,
    /// Also what makes a text say something else: exceptions, `True` for `False`, `None` for a value
    #[arg(long = "unsafe")]
    pub also_unsafe: bool,
    /// Also fill in results that are left open: `# ->`, `#>`, `# Output:`, an empty output block, a prompt without its answer
    #[arg(long)]
    pub insert: bool,
    /// Write although the variable `CI` is set
    #[arg(long, requires = "write")]
    pub force: bool,
    #[command(flatten)]
    pub ground: Ground,
}

pub(super) const REVIEW_EXAMPLES: &str = "\
Examples:
  snipcheck review README.md              each finding with its code: accept, skip, mark as intended, edit
  snipcheck review docs --only Memory
  snipcheck review docs | less            without a terminal: the findings, and the commands that mend them";

/// `snipcheck review`
#[derive(Debug, clap::Args)]
pub struct Review {
    #[command(flatten)]
    pub inputs: Inputs,
    #[command(flatten)]
    pub ground: Ground,
}
