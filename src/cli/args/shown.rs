//! Which reports are written and what counts as a failure; and the command that renders a saved one.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::formats::{Choice, ChoiceParser};

pub(super) const EXAMPLES: &str = "\
Examples:
  snipcheck report report.json
  snipcheck report report.json --format html=report.html --format sarif=report.sarif
  snipcheck report --merge part-1.json part-2.json --format json=whole.json";

/// Which reports, and what is in them.
#[derive(Debug, clap::Args)]
pub struct Shown {
    /// How the report is written, and to which file instead of standard output; may be repeated. Where every format has a
    /// file, the terminal's report is shown besides [default: terminal]
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = ChoiceParser)]
    pub format: Vec<Choice>,
    /// The file of the format that names none
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Show also what holds and what could not be decided
    #[arg(long, short, conflicts_with = "quiet")]
    pub verbose: bool,
    /// Show failures alone
    #[arg(long, short)]
    pub quiet: bool,
    /// What counts as a failure; each includes the ones before it
    #[arg(long, value_enum, value_name = "VERDICT", default_value_t)]
    pub fail_on: FailOn,
}

/// `snipcheck report`
#[derive(Debug, clap::Args)]
pub struct Report {
    /// JSON reports, or `-` for standard input; several only with `--merge`. The texts of the documents are read from
    /// their paths, where they are unchanged
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Join the parts of one run
    #[arg(long)]
    pub merge: bool,
    #[command(flatten)]
    pub shown: Shown,
}

/// From which verdict on a run counts as failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// A claim that fails on every Python asked for
    #[default]
    Fails,
    /// Also a soft one: approximate, or told in words
    Soft,
    /// Also one that holds on some of them only
    Varies,
    /// Also one that could not be decided
    Undecidable,
}
