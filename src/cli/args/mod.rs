//! The arguments as they are typed. Owns names, help texts and the syntax of single values; what they mean together is
//! the configuration's business.
//!
//! This file has the commands; each group of commands has a file for its options and examples.

mod check;
mod documents;
mod fix;
mod others;
mod shown;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

pub use check::{Check, Isolation, Required};
pub use documents::{Explain, Extract, List, ListFormat};
pub use fix::{Fix, Ground, Review};
pub use others::{Completions, Doctor, Man};
pub use shown::{FailOn, Report, Shown};

const EXIT_CODES: &str = "\
Exit codes:
  0  nothing failed
  1  a claim failed, or a block ended in an exception that the text claims nowhere
  2  wrong usage or configuration
  3  the job could not be done, or not all of it: no interpreter, no protection that was
     demanded, a worker lost, a document that cannot be read, an interruption";

const EXAMPLES: &str = "\
Examples:
  snipcheck check README.md       run its Python, and say where the text is wrong
  snipcheck list README.md        see what would be checked
  snipcheck doctor                see on what, and how protected
  snipcheck help check            all that `check` can do";

/// Checks that the Python in a document really does what the text says.
///
/// Takes the Python blocks out of Markdown and MDX, runs each in a sandbox inside your own Python, and compares what
/// happened with what the text claims.
#[derive(Debug, Parser)]
#[command(
    name = "snipcheck",
    version,
    after_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"),
    max_term_width = 100,
    arg_required_else_help = true
)]
pub struct Args {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
    /// When to use colours
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "WHEN",
        default_value_t,
        alias = "colour",
        display_order = 900
    )]
    pub color: Color,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the documents' Python and compare what happens with what the text claims
    #[command(after_help = format!("{}\n\n{EXIT_CODES}", check::EXAMPLES))]
    Check(Check),
    /// Show which blocks and claims are recognised, without running anything
    #[command(after_help = documents::LIST_EXAMPLES)]
    List(List),
    /// Write every block as a Python file of its own, with a manifest
    #[command(after_help = documents::EXTRACT_EXAMPLES)]
    Extract(Extract),
    /// Put what really happens in the place of claims that fail
    #[command(after_help = format!("{}\n\n{}", fix::FIX_EXAMPLES, fix::FIX_EXIT_CODES))]
    Fix(Fix),
    /// Go through what fails, one finding at a time: accept, skip, mark as intended, edit
    #[command(after_help = format!("{}\n\n{}", fix::REVIEW_EXAMPLES, fix::FIX_EXIT_CODES))]
    Review(Review),
    /// Show how one line is read, what its code does, and why the verdict is what it is
    #[command(after_help = documents::EXPLAIN_EXAMPLES)]
    Explain(Explain),
    /// List the rules by which a claim may differ from what came out and still hold
    Rules,
    /// Render a saved JSON report, or join the parts of one run
    #[command(after_help = format!("{}\n\n{EXIT_CODES}", shown::EXAMPLES))]
    Report(Report),
    /// Print the completions of a shell
    #[command(after_help = others::COMPLETIONS_EXAMPLES)]
    Completions(Completions),
    /// Write the manual pages
    #[command(after_help = others::MAN_EXAMPLES)]
    Man(Man),
    /// Show the interpreters found and the protection that this machine grants
    #[command(after_help = others::DOCTOR_EXAMPLES)]
    Doctor(Doctor),
}

/// Which documents.
#[derive(Debug, clap::Args)]
pub struct Inputs {
    /// Files, folders, globs, or `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Read every document as this format, whatever its name ends with
    #[arg(long = "as", value_enum, value_name = "FORMAT")]
    pub read_as: Option<ReadAs>,
}

/// Document formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReadAs {
    /// CommonMark and its relatives
    Markdown,
    /// Markdown with JSX components
    Mdx,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set; or where `CLICOLOR_FORCE` is
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// In the words of the streams.
    pub fn choice(self) -> anstream::ColorChoice {
        match self {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound() {
        <Args as clap::CommandFactory>::command().debug_assert();
    }
}
