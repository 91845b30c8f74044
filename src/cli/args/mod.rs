//! The arguments as they are typed. Owns names, help texts and the syntax of single values; what they mean together is
//! the configuration's business.
//!
//! This file has the commands; each group of commands has a file for its options and examples.

mod check;
mod configuration;
mod confines;
mod documents;
mod fix;
mod others;
mod record;
mod shown;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

pub use check::{Check, Watch};
pub use configuration::{Config, Init, Source};
pub use confines::{Confines, Isolation, Required};
pub use documents::{Explain, Extract, List, ListFormat, Migrate};
pub use fix::{Fix, Ground, Review};
pub use others::{Cache, CacheDo, Completions, Doctor, Man};
pub use record::Record;
pub use shown::{FailOn, Report, Shown};

const EXIT_CODES: &str = "\
Exit codes:
  0  nothing failed
  1  a claim failed, or a block ended in an exception that the text claims nowhere
  2  wrong usage or configuration, or a directive in a document that cannot be followed
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
    /// Check documents, and again whenever one of them changes
    #[command(after_help = check::WATCH_EXAMPLES)]
    Watch(Watch),
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
    /// Keep what the documents' Python does, to see later what is no longer so
    #[command(after_help = record::EXAMPLES)]
    Record(Record),
    /// List the directives of other tools in documents, and what is made of each
    #[command(after_help = documents::MIGRATE_EXAMPLES)]
    Migrate(Migrate),
    /// List the rules by which a claim may differ from what came out and still hold
    Rules,
    /// Render a saved JSON report, or join the parts of one run
    #[command(after_help = format!("{}\n\n{EXIT_CODES}", shown::EXAMPLES))]
    Report(Report),
    /// Show or remove what earlier runs have kept
    #[command(after_help = others::CACHE_EXAMPLES)]
    Cache(Cache),
    /// Print the completions of a shell
    #[command(after_help = others::COMPLETIONS_EXAMPLES)]
    Completions(Completions),
    /// Write the manual pages
    #[command(after_help = others::MAN_EXAMPLES)]
    Man(Man),
    /// Show the interpreters found and the protection that this machine grants
    #[command(after_help = others::DOCTOR_EXAMPLES)]
    Doctor(Doctor),
    /// Show what a check is set to, and by whom: a default, a configuration file, the command line
    #[command(after_help = configuration::CONFIG_EXAMPLES)]
    Config(Config),
    /// Write a first configuration, a workflow for GitHub Actions and a hook for pre-commit; overwrites nothing
    #[command(after_help = configuration::INIT_EXAMPLES)]
    Init(Init),
}

impl Command {
    /// Which documents it reads, if it reads any.
    pub fn inputs(&mut self) -> Option<&mut Inputs> {
        match self {
            Command::Check(check) => Some(&mut check.inputs),
            Command::Watch(watch) => Some(&mut watch.check.inputs),
            Command::Record(record) => Some(&mut record.check.inputs),
            Command::List(list) => Some(&mut list.inputs),
            Command::Extract(extract) => Some(&mut extract.inputs),
            Command::Migrate(migrate) => Some(&mut migrate.inputs),
            Command::Fix(fix) => Some(&mut fix.inputs),
            Command::Review(review) => Some(&mut review.inputs),
            Command::Config(config) => Some(&mut config.check.inputs),
            _ => None,
        }
    }
}

/// Which documents.
#[derive(Debug, Default, clap::Args)]
pub struct Inputs {
    /// Files, folders, globs, or `-` for standard input [default: `paths` of the configuration file]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Read every document as this format, whatever its name ends with
    #[arg(long = "as", value_enum, value_name = "FORMAT")]
    pub read_as: Option<ReadAs>,
    /// Of folders and globs take only the documents that this pattern means, written as in .gitignore; may be repeated
    #[arg(long, value_name = "PATTERN")]
    pub include: Vec<String>,
    /// Of folders and globs leave out the documents that this pattern means; may be repeated
    #[arg(long, value_name = "PATTERN")]
    pub exclude: Vec<String>,
    /// Leave them out also where they are named themselves
    #[arg(long)]
    pub force_exclude: bool,
    #[command(flatten)]
    pub source: Source,
    /// What a configuration file leaves out besides.
    #[arg(skip)]
    pub skip: Vec<String>,
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

    #[test]
    fn each_command_that_reads_documents_can_be_told_which_are_left_out() {
        let command = <Args as clap::CommandFactory>::command();
        for reader in command.get_subcommands() {
            let options: Vec<_> = reader.get_arguments().collect();
            if !options.iter().any(|option| option.get_long() == Some("exclude")) {
                continue;
            }
            let required = options.iter().filter(|option| option.is_required_set()).filter_map(|it| it.get_long());
            let typed = required.map(|name| format!("--{name}=x"));
            let typed = ["snipcheck", reader.get_name()].map(str::to_owned).into_iter().chain(typed);
            let mut args = Args::try_parse_from(typed).unwrap();
            assert!(args.command.inputs().is_some(), "Command::inputs does not know {}", reader.get_name());
        }
    }
}
