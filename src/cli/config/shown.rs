//! Which reports are written, and what is in them.

use std::path::PathBuf;

use super::{Environment, Failure, args};
use crate::cli::args::Color;
use crate::cli::formats::{self, Choice, Format};
use crate::cli::paths;
use crate::report::summary::FailOn;
use crate::report::terminal::Detail;

/// Which reports are written, and what is in them.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The reports; one at most goes to standard output.
    pub reports: Vec<Choice>,
    /// A file that the Markdown report is added to besides.
    pub step_summary: Option<PathBuf>,
    /// How much the terminal report shows.
    pub detail: Detail,
    /// What counts as a failure.
    pub fail_on: FailOn,
    /// Whether escape codes go into a file, too.
    pub colour_files: bool,
}

impl Shown {
    pub(super) fn new(typed: args::Shown, color: Color, step_summary: Option<PathBuf>) -> Result<Self, Failure> {
        let reports = formats::settle(typed.format, typed.output)?;
        let for_github = reports.iter().any(|report| report.format == Format::Github);
        Ok(Self {
            reports,
            step_summary: step_summary.filter(|_| for_github),
            detail: match (typed.quiet, typed.verbose) {
                (true, _) => Detail::Quiet,
                (_, true) => Detail::Verbose,
                _ => Detail::Normal,
            },
            fail_on: fail_on(typed.fail_on),
            colour_files: color == Color::Always,
        })
    }
}

/// What `report` is to do.
#[derive(Debug, Clone)]
pub struct Saved {
    /// Where the report is, or its parts; `-` is standard input.
    pub files: Vec<PathBuf>,
    /// What to make of it.
    pub shown: Shown,
}

impl Saved {
    /// Settles what was typed.
    ///
    /// # Errors
    /// When a file is not there, several are named that are not to be joined, or two reports would go to one place.
    pub(in crate::cli) fn new(typed: args::Report, color: Color, environment: Environment) -> Result<Self, Failure> {
        paths::check(&typed.files, paths::REPORTS)?;
        if typed.files.len() > 1 && !typed.merge {
            let help = "say `--merge` if they are the parts of one run, or name one of them";
            return Err(Failure::usage("several reports are named", help));
        }
        if typed.files.iter().filter(|file| file.as_os_str() == "-").count() > 1 {
            return Err(Failure::usage("standard input can be read but once", "name files, or one `-` among them"));
        }
        Ok(Self { files: typed.files, shown: Shown::new(typed.shown, color, environment.step_summary)? })
    }
}

pub(super) fn fail_on(typed: args::FailOn) -> FailOn {
    match typed {
        args::FailOn::Fails => FailOn::Fails,
        args::FailOn::Soft => FailOn::Soft,
        args::FailOn::Varies => FailOn::Varies,
        args::FailOn::Undecidable => FailOn::Undecidable,
    }
}
