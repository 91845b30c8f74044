//! The configuration as it is meant: every default filled in, every combination settled.

use std::path::PathBuf;

use super::args::{self, Color, Isolation, ReadAs, Required};
use super::environment::Environment;
use super::formats::{self, Choice, Format};
use super::{Failure, paths};
use crate::discover::interpreters::Places;
use crate::extract;
use crate::judge::{Rule, Rules};
use crate::report::summary::FailOn;
use crate::report::terminal::Detail;
use crate::wire::{Level, Limits, Policy};

pub use super::args::ListFormat;

/// Which documents.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// Files, folders and globs as named; files and folders are there. `-` is standard input.
    pub paths: Vec<PathBuf>,
    /// How to read them all, where their names do not decide.
    pub read_as: Option<extract::Format>,
}

/// What `check` is to do.
#[derive(Debug, Clone)]
pub struct Check {
    /// Which documents.
    pub inputs: Inputs,
    /// Names of interpreters; none: the default one.
    pub pythons: Vec<String>,
    /// Every interpreter that can be found.
    pub all_pythons: bool,
    /// Where interpreters are looked for.
    pub places: Places,
    /// Workers at a time.
    pub workers: usize,
    /// What a block may use.
    pub limits: Limits,
    /// What it is kept from.
    pub policy: Policy,
    /// Rules by which nothing may agree.
    pub rules_off: Rules,
    /// How many times more every block runs.
    pub repeat: usize,
    /// Whether less than the policy's level is refused.
    pub require: bool,
    /// Which blocks; empty: all.
    pub only: Vec<Only>,
    /// The reports.
    pub shown: Shown,
    /// Whether progress is shown.
    pub progress: bool,
}

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

/// What `report` is to do.
#[derive(Debug, Clone)]
pub struct Saved {
    /// Where the report is, or its parts; `-` is standard input.
    pub files: Vec<PathBuf>,
    /// What to make of it.
    pub shown: Shown,
}

/// What `list` is to do.
#[derive(Debug, Clone)]
pub struct List {
    /// Which documents.
    pub inputs: Inputs,
    /// The list's format.
    pub format: ListFormat,
}

/// What `extract` is to do.
#[derive(Debug, Clone)]
pub struct Extract {
    /// Which documents.
    pub inputs: Inputs,
    /// The folder to write to.
    pub out: PathBuf,
}

/// What `explain` is to do.
#[derive(Debug, Clone)]
pub struct Explain {
    /// The document.
    pub path: PathBuf,
    /// How to read it, where its name does not decide.
    pub read_as: Option<extract::Format>,
    /// Line of the document, from 1.
    pub line: usize,
    /// Names of interpreters; none: the default one.
    pub pythons: Vec<String>,
    /// Where interpreters are looked for.
    pub places: Places,
}

/// What `doctor` is to do.
#[derive(Debug, Clone)]
pub struct Doctor {
    /// Names of interpreters; none: all that are found.
    pub pythons: Vec<String>,
    /// Where interpreters are looked for.
    pub places: Places,
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

impl Check {
    /// Settles what was typed.
    ///
    /// # Errors
    /// When a path names nothing, or two reports would go to one place.
    pub(super) fn new(typed: args::Check, color: Color, environment: Environment) -> Result<Self, Failure> {
        let quiet = typed.shown.quiet;
        Ok(Self {
            inputs: Inputs::new(typed.inputs)?,
            shown: Shown::new(typed.shown, color, environment.step_summary)?,
            pythons: typed.python,
            all_pythons: typed.all_pythons,
            places: environment.places,
            workers: typed.jobs.unwrap_or(environment.cores).get(),
            limits: typed.limits.settle(),
            policy: Policy { level: level(typed.isolation, typed.require_isolation), readable: Vec::new() },
            require: typed.require_isolation.is_some(),
            rules_off: if typed.strict {
                Rule::ALL.iter().copied().collect()
            } else {
                typed.without_rule.into_iter().collect()
            },
            repeat: typed.repeat.into(),
            only: typed.only.iter().map(|text| Only::read(text)).collect(),
            progress: environment.watched && !quiet,
        })
    }
}

impl Shown {
    fn new(typed: args::Shown, color: Color, step_summary: Option<PathBuf>) -> Result<Self, Failure> {
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

impl Saved {
    /// Settles what was typed.
    ///
    /// # Errors
    /// When a file is not there, several are named that are not to be joined, or two reports would go to one place.
    pub(super) fn new(typed: args::Report, color: Color, environment: Environment) -> Result<Self, Failure> {
        paths::check(&typed.files)?;
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

impl List {
    /// Settles what was typed.
    ///
    /// # Errors
    /// When a path names nothing.
    pub(super) fn new(typed: args::List) -> Result<Self, Failure> {
        Ok(Self { inputs: Inputs::new(typed.inputs)?, format: typed.format })
    }
}

impl Extract {
    /// Settles what was typed.
    ///
    /// # Errors
    /// When a path names nothing.
    pub(super) fn new(typed: args::Extract) -> Result<Self, Failure> {
        Ok(Self { inputs: Inputs::new(typed.inputs)?, out: typed.out })
    }
}

impl Explain {
    /// Settles what was typed.
    ///
    /// # Errors
    /// When the document is not there.
    pub(super) fn new(typed: args::Explain, environment: Environment) -> Result<Self, Failure> {
        let (path, line) = typed.place;
        let Inputs { read_as, .. } = Inputs::new(args::Inputs { paths: vec![path.clone()], read_as: typed.read_as })?;
        Ok(Self { path, read_as, line, pythons: typed.python, places: environment.places })
    }
}

impl Doctor {
    /// Settles what was typed.
    pub(super) fn new(typed: args::Doctor, environment: Environment) -> Self {
        Self { pythons: typed.python, places: environment.places }
    }
}

/// The one that is required; else the one that is asked for.
fn level(asked: Isolation, required: Option<Required>) -> Option<Level> {
    match (required, asked) {
        (Some(Required::Full), _) | (None, Isolation::Full) => Some(Level::Full),
        (Some(Required::Landlock), _) | (None, Isolation::Landlock) => Some(Level::Landlock),
        (Some(Required::Seccomp), _) | (None, Isolation::Seccomp) => Some(Level::Seccomp),
        (None, Isolation::None) => Some(Level::None),
        (None, Isolation::Best) => None,
    }
}

fn fail_on(typed: args::FailOn) -> FailOn {
    match typed {
        args::FailOn::Fails => FailOn::Fails,
        args::FailOn::Soft => FailOn::Soft,
        args::FailOn::Varies => FailOn::Varies,
        args::FailOn::Undecidable => FailOn::Undecidable,
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    fn check(arguments: &str) -> Check {
        let typed =
            args::Args::try_parse_from(["snipcheck", "check", "-"].into_iter().chain(arguments.split_whitespace()));
        let typed = typed.unwrap();
        let args::Command::Check(check) = typed.command else { panic!("not check") };
        let cores = std::num::NonZeroUsize::new(4).unwrap();
        let environment =
            Environment { places: Places::default(), watched: true, cores, step_summary: Some("summary.md".into()) };
        Check::new(check, typed.color, environment).unwrap()
    }

    #[test]
    fn what_is_not_said_has_its_default() {
        let config = check("");
        assert_eq!((config.workers, config.limits), (4, Limits::default()));
        assert_eq!((config.policy.level, config.require), (None, false));
        let shown = &config.shown;
        assert_eq!((shown.detail, shown.fail_on, config.progress), (Detail::Normal, FailOn::Fails, true));
        assert_eq!(shown.reports, [Choice { format: Format::Terminal, file: None }]);
        assert_eq!((&shown.step_summary, shown.colour_files), (&None, false));
    }

    #[test]
    fn what_is_said_counts() {
        assert_eq!(check("--jobs 2").workers, 2);
        let limits = check("--timeout 1.5 --memory 512M").limits;
        assert_eq!((limits.wall_ms, limits.cpu_s, limits.memory), (1500, 3, 512 << 20));
        let limits = check("--timeout off --cpu-time 3s").limits;
        assert_eq!((limits.wall_ms, limits.cpu_s), (0, 3));
        let off = "--timeout 0 --memory off --processes off --open-files 0 --scratch off --scratch-files off";
        let limits = check(&format!("{off} --output-limit off --report-limit off")).limits;
        let none = Limits { wall_ms: 0, cpu_s: 0, memory: 0, processes: 0, output: 0, ..limits.clone() };
        assert_eq!((&limits, limits.disk, limits.disk_files, limits.files, limits.report), (&none, 0, 0, 0, 0));
        let quiet = check("--quiet --fail-on undecidable");
        let fail_on = quiet.shown.fail_on;
        assert_eq!((quiet.shown.detail, quiet.progress, fail_on), (Detail::Quiet, false, FailOn::Undecidable));
        assert_eq!(check("--verbose").shown.detail, Detail::Verbose);
        assert_eq!(check("--format github").shown.step_summary, Some("summary.md".into()));
        let asked = check("--isolation landlock");
        assert_eq!((asked.policy.level, asked.require), (Some(Level::Landlock), false));
        let required = check("--require-isolation full");
        assert_eq!((required.policy.level, required.require), (Some(Level::Full), true));
        assert_eq!(check("").rules_off, Rules::new());
        assert_eq!(check("--strict").rules_off.len(), Rule::ALL.len());
        let some = check("--without-rule digits --without-rule printed-lines --repeat 3");
        assert_eq!((some.rules_off, some.repeat), (Rules::from([Rule::Digits, Rule::PrintedLines]), 3));
        assert_eq!(check("--python 3.9 --python x").pythons, ["3.9", "x"]);
        assert_eq!(check("--only 12 --only Memory").only, [Only::Line(12), Only::Section("memory".into())]);
    }

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
