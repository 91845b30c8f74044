//! The arguments as they are typed. Owns names, help texts and the syntax of single values; what they mean together is
//! the configuration's business.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use super::formats::{Choice, ChoiceParser};
use super::limits::Limits;
use super::rules;
use crate::judge::Rule;

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

const CHECK_EXAMPLES: &str = "\
Examples:
  snipcheck check README.md docs              files, and folders with what .gitignore leaves
  snipcheck check 'docs/**/*.mdx'             a glob (in quotes, or the shell reads it)
  snipcheck check docs --python 3.9 --python 3.13
  snipcheck check docs --all-pythons
  snipcheck check guide.md --only 120         the block at line 120
  snipcheck check guide.md --only 'Memory'    the blocks of a section
  snipcheck check docs --without-rule digits  floats to their last digit
  cat page.mdx | snipcheck check - --as mdx
  snipcheck check docs --format html=report.html --format junit=junit.xml";

const LIST_EXAMPLES: &str = "\
Examples:
  snipcheck list README.md
  snipcheck list docs --format json | jq '.documents[].blocks[].claims'";

const EXTRACT_EXAMPLES: &str = "\
Examples:
  snipcheck extract docs --out build/snippets
  python3 build/snippets/docs/guide/memory-1f0a63d2.py";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  snipcheck explain README.md:42
  snipcheck explain README.md:42 --python 3.9 --python 3.13";

const REPORT_EXAMPLES: &str = "\
Examples:
  snipcheck report report.json
  snipcheck report report.json --format html=report.html --format sarif=report.sarif
  snipcheck report --merge part-1.json part-2.json --format json=whole.json";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  snipcheck completions bash > ~/.local/share/bash-completion/completions/snipcheck
  snipcheck completions zsh > ~/.zfunc/_snipcheck
  snipcheck completions fish > ~/.config/fish/completions/snipcheck.fish";

const MAN_EXAMPLES: &str = "\
Examples:
  snipcheck man --out ~/.local/share/man/man1";

const DOCTOR_EXAMPLES: &str = "\
Examples:
  snipcheck doctor
  snipcheck doctor --python .venv";

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
    #[command(after_help = format!("{CHECK_EXAMPLES}\n\n{EXIT_CODES}"))]
    Check(Check),
    /// Show which blocks and claims are recognised, without running anything
    #[command(after_help = LIST_EXAMPLES)]
    List(List),
    /// Write every block as a Python file of its own, with a manifest
    #[command(after_help = EXTRACT_EXAMPLES)]
    Extract(Extract),
    /// Show how one line is read, what its code does, and why the verdict is what it is
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(Explain),
    /// List the rules by which a claim may differ from what came out and still hold
    Rules,
    /// Render a saved JSON report, or join the parts of one run
    #[command(after_help = format!("{REPORT_EXAMPLES}\n\n{EXIT_CODES}"))]
    Report(Report),
    /// Print the completions of a shell
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions(Completions),
    /// Write the manual pages
    #[command(after_help = MAN_EXAMPLES)]
    Man(Man),
    /// Show the interpreters found and the protection that this machine grants
    #[command(after_help = DOCTOR_EXAMPLES)]
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
    /// Check only the block at this line of the document, or the blocks below headings that contain this text; may be
    /// repeated
    #[arg(long, value_name = "LINE|SECTION")]
    pub only: Vec<String>,
    /// How blocks are kept from the machine, at most; to insist on a level, use `--require-isolation`
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t)]
    pub isolation: Isolation,
    /// Refuse to run where this level of isolation is not to be had
    #[arg(long, value_enum, value_name = "LEVEL", conflicts_with = "isolation")]
    pub require_isolation: Option<Required>,
    /// Let a claim hold only if it agrees to the letter: all the rules that `snipcheck rules` lists are off
    #[arg(long)]
    pub strict: bool,
    /// Turn off the rule of this name; may be repeated
    #[arg(long, value_name = "NAME", value_parser = rules::by_name())]
    pub without_rule: Vec<Rule>,
    /// Run every block so many times more, with other hash seeds, and say what comes out differently
    #[arg(long, value_name = "N", default_value = "0")]
    pub repeat: u16,
    #[command(flatten)]
    pub limits: Limits,
}

/// `snipcheck list`
#[derive(Debug, clap::Args)]
pub struct List {
    #[command(flatten)]
    pub inputs: Inputs,
    /// How the list is written
    #[arg(long, value_enum, default_value_t)]
    pub format: ListFormat,
}

/// `snipcheck extract`
#[derive(Debug, clap::Args)]
pub struct Extract {
    #[command(flatten)]
    pub inputs: Inputs,
    /// The folder to write to: new, empty, or made by an earlier `extract`
    #[arg(long, short, value_name = "DIR")]
    pub out: PathBuf,
}

/// `snipcheck explain`
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// The document, and the line of the claim or of the code that it speaks of
    #[arg(value_name = "FILE:LINE", value_parser = place)]
    pub place: (PathBuf, usize),
    /// Python to run on, as for `check`; may be repeated
    #[arg(long, value_name = "PYTHON")]
    pub python: Vec<String>,
    /// Read the document as this format, whatever its name ends with
    #[arg(long = "as", value_enum, value_name = "FORMAT")]
    pub read_as: Option<ReadAs>,
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

/// `snipcheck completions`
#[derive(Debug, clap::Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// `snipcheck man`
#[derive(Debug, clap::Args)]
pub struct Man {
    /// The folder to write to; it is made where it is not there
    #[arg(long, short, value_name = "DIR")]
    pub out: PathBuf,
}

/// `snipcheck doctor`
#[derive(Debug, clap::Args)]
pub struct Doctor {
    /// Look at this Python, named as for `check`; may be repeated [default: all that are found]
    #[arg(long, value_name = "PYTHON")]
    pub python: Vec<String>,
}

/// Document formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReadAs {
    /// CommonMark and its relatives
    Markdown,
    /// Markdown with JSX components
    Mdx,
}

/// How a list is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people
    #[default]
    Terminal,
    /// For programs
    Json,
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

/// Levels of isolation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Isolation {
    /// The best that the machine grants, `landlock` at least
    #[default]
    Best,
    /// Namespaces of its own for files, network and processes, on top of the next ones; or `landlock`, where the machine
    /// refuses them
    Full,
    /// Files are held by Landlock, and system calls are filtered
    Landlock,
    /// System calls are filtered; every file can be read
    Seccomp,
    /// Nothing but limits, such as those of time and memory: only for documents that you trust
    None,
}

/// Levels of isolation that are worth being required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Required {
    /// As for `--isolation`
    Full,
    /// As for `--isolation`
    Landlock,
    /// As for `--isolation`
    Seccomp,
}

fn place(text: &str) -> Result<(PathBuf, usize), String> {
    let (path, line) = text.rsplit_once(':').ok_or("the line is missing: write `FILE:LINE`, such as README.md:42")?;
    let line =
        line.parse().map_err(|_| format!("`{line}` is no line number: write `FILE:LINE`, such as README.md:42"))?;
    Ok((PathBuf::from(path), line))
}

fn count(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| "not a number from 1 on".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound() {
        <Args as clap::CommandFactory>::command().debug_assert();
    }

    #[test]
    fn a_place_is_a_file_and_a_line() {
        let check = |text: &str, expect: Option<(&str, usize)>| {
            assert_eq!(place(text).ok(), expect.map(|(path, line)| (PathBuf::from(path), line)), "{text}");
        };
        check("a.md:12", Some(("a.md", 12)));
        check("c:/a.md:1", Some(("c:/a.md", 1)));
        check("a.md", None);
        check("a.md:", None);
        check("a.md:x", None);
        check("a.md:-1", None);
    }

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
