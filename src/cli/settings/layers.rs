//! What holds: what was typed, over what the file says of a document, over what it says of all, over the defaults.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, CommandFactory, FromArgMatches};

use super::conflicts;
use super::entry::{self, Entry, option};
use super::file::File;
use super::typed::Typed;
use crate::cli::args::{Args, Command};
use crate::cli::failure::Message;
use crate::cli::{Failure, paths};

/// What was typed, and what a configuration file says besides.
#[derive(Debug, Clone, Default)]
pub struct Configuration {
    typed: Typed,
    /// The file, where there is one.
    pub(super) file: Option<File>,
}

impl Configuration {
    /// Both together.
    pub(super) fn new(typed: Typed, file: Option<File>) -> Self {
        Self { typed, file }
    }

    /// What the file says to a check of which nothing was typed.
    ///
    /// # Errors
    /// Never, unless `check` could not be typed without more.
    pub(in crate::cli) fn bare_check(&self) -> Result<Self, Failure> {
        let typed = Typed::read(["snipcheck", "check"].map(OsString::from)).map_err(|error| misfit(&error))?;
        Ok(Self { typed, file: self.file.clone() })
    }

    /// What the command is to do.
    ///
    /// # Errors
    /// When what the file says does not fit what was typed.
    pub(in crate::cli) fn args(&self) -> Result<Args, Failure> {
        let mut args = Args::from_arg_matches(&self.matches(&[])?).map_err(|error| misfit(&error))?;
        let is_run = !matches!(args.command, Command::Config(_));
        if let Some(inputs) = args.command.inputs() {
            inputs.skip = self.skipped();
            let by_file = self.heeded(&[]).into_iter().find(|entry| entry.key.name == "paths");
            by_file.filter(|_| is_run).map_or(Ok(()), |entry| are_there(entry, &inputs.paths))?;
        }
        Ok(args)
    }

    /// The overrides that speak of a document, by their places in the file.
    pub fn overrides_of(&self, document: &Path) -> Vec<usize> {
        let all = self.file.iter().flat_map(|file| &file.overrides).enumerate();
        all.filter(|(_, one)| !one.entries.is_empty() && one.patterns.match_file(document)).map(|(at, _)| at).collect()
    }

    /// The options of the command, as they are for the documents that these overrides speak of.
    ///
    /// # Errors
    /// As those of [`args`](Self::args).
    pub(in crate::cli) fn under<Options: FromArgMatches>(&self, overrides: &[usize]) -> Result<Options, Failure> {
        let matches = self.matches(overrides)?;
        let command = matches.subcommand().map_or(&matches, |(_, command)| command);
        Options::from_arg_matches(command).map_err(|error| misfit(&error))
    }

    /// All values, for the documents that these overrides speak of.
    pub(super) fn matches(&self, overrides: &[usize]) -> Result<ArgMatches, Failure> {
        let name = self.typed.matches.subcommand_name().unwrap_or_default();
        let heeded = self.heeded(overrides);
        if heeded.is_empty() {
            return Ok(self.typed.matches.clone());
        }
        let command = heeded.into_iter().fold(Args::command(), |command, entry| with_default(command, name, entry));
        command.try_get_matches_from(&self.typed.arguments).map_err(|error| misfit(&error))
    }

    /// What the file says and is heeded, the weightiest last.
    pub(super) fn heeded(&self, overrides: &[usize]) -> Vec<&Entry> {
        let Some(file) = &self.file else { return Vec::new() };
        let name = self.typed.matches.subcommand_name().unwrap_or_default();
        let mut command = Args::command();
        command.build();
        let own = overrides.iter().filter_map(|&at| file.overrides.get(at)).flat_map(|one| &one.entries);
        file.entries.iter().chain(own).filter(|entry| self.heeds(&command, name, entry)).collect()
    }

    /// Whether a command has the option of a key, and nothing was typed that leaves nothing of it.
    fn heeds(&self, command: &clap::Command, name: &str, entry: &Entry) -> bool {
        let key = entry.key.name;
        let Some(own) = command.find_subcommand(name) else { return false };
        let mut typed = own.get_arguments().filter(|option| self.typed.is_typed(option.get_id().as_str()));
        let outweighed = typed.any(|option| conflicts::outweighs(own, entry::name(option), key));
        has_option_of_check(command, own, key) && !outweighed
    }

    /// Patterns of documents that are left out.
    fn skipped(&self) -> Vec<String> {
        let Some(file) = &self.file else { return Vec::new() };
        file.overrides.iter().filter(|one| one.skip).flat_map(|one| one.anchored.clone()).collect()
    }
}

/// Whether a command has the option that `check` has: the same name for other values means something else.
fn has_option_of_check(command: &clap::Command, own: &clap::Command, key: &str) -> bool {
    let (Some(own), Some(of_check)) = (option(own, key), entry::option_of_check(command, key)) else { return false };
    own.get_value_parser().type_id() == of_check.get_value_parser().type_id()
}

/// Nobody has typed these paths: what is wrong with them is wrong in the file.
fn are_there(entry: &Entry, named: &[PathBuf]) -> Result<(), Failure> {
    paths::check(named, paths::DOCUMENTS).map_err(|failure| match failure {
        Failure::Usage(Message { error, help }) => {
            Failure::Configuration(vec![Message { error: format!("{}: {error}", entry.place), help }])
        }
        other => other,
    })
}

/// The command line with what a file says as the default of its option.
fn with_default(command: clap::Command, name: &str, entry: &Entry) -> clap::Command {
    let Some(id) =
        command.find_subcommand(name).and_then(|sub| option(sub, entry.key.name)).map(|option| option.get_id().clone())
    else {
        // Options of all commands are defined with the program.
        return command.mut_arg(entry.key.name, |option| option.default_values(&entry.values));
    };
    command.mut_subcommand(name, |sub| sub.mut_arg(id, |option| option.default_values(&entry.values)))
}

/// The file was held against the options one by one; that they do not fit together is rare.
fn misfit(error: &clap::Error) -> Failure {
    let text = error.to_string();
    let text = text.trim().strip_prefix("error: ").unwrap_or(text.trim()).to_owned();
    Failure::usage(
        format!("the configuration file does not fit the command line: {text}"),
        "say `--no-config` to do without it",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::{Color, ListFormat};
    use crate::cli::environment::Environment;
    use crate::cli::settings::{file, show};
    use crate::discover::interpreters::Places;

    /// The line that `config` shows for a key, given a file and what is typed: its value and its source.
    fn check(file: &str, typed: &str, document: Option<&str>, expect: &str) {
        let arguments = ["snipcheck"].into_iter().chain(typed.split_whitespace()).map(OsString::from);
        let typed_arguments = Typed::read(arguments).unwrap();
        let file = file::read(Path::new("t.toml"), file).unwrap();
        let configuration = Configuration { typed: typed_arguments, file };
        let cores = std::num::NonZeroUsize::new(4).unwrap();
        let environment = Environment { places: Places::default(), cores, ..Environment::read() };
        let text = show::text(&configuration, &environment, document.map(Path::new)).unwrap();
        let lines: Vec<String> =
            text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        assert!(lines.iter().any(|line| line == expect), "{typed}: no {expect:?} in\n{text}");
    }

    #[test]
    fn the_command_line_wins_over_the_file_and_the_file_over_the_defaults() {
        let both = |file: &str, typed: &str, expect: &str| check(file, typed, None, expect);
        both("", "config", "timeout = \"10s\" # default");
        both("timeout = 5", "config", "timeout = 5 # t.toml:1");
        both("timeout = 5", "config --timeout 3s", "timeout = \"3s\" # command line");
        both("timeout = 5", "config --timeout 10s", "timeout = \"10s\" # command line");
        both("", "config", "jobs = 4 # default: the number of cores");
        both("\njobs = 2", "config", "jobs = 2 # t.toml:2");
        both("python = [\"3.9\", \"3.10\"]", "config", "python = [\"3.9\", \"3.10\"] # t.toml:1");
        both("python = [\"3.9\", \"3.10\"]", "config --python 3.12", "python = [\"3.12\"] # command line");
        both("python = \"3.9\"", "config --all-pythons", "# python # default: `python3`");
        both("all-pythons = true", "config --python 3.9", "all-pythons = false # default");
        both("quiet = true", "config --verbose", "quiet = false # default");
        both("quiet = true", "config", "quiet = true # t.toml:1");
        both("format = \"json\"\noutput = \"x.json\"", "config", "output = \"x.json\" # t.toml:2");
        both("format = \"json\"\noutput = \"x.json\"", "config --format html", "# output # not set");
        both("format = \"json\"\noutput = \"x.json\"", "config --output y", "format = [\"json\"] # t.toml:1");
        both("color = \"never\"", "config", "color = \"never\" # t.toml:1");
        both("color = \"never\"", "--color always config", "color = \"always\" # command line");
        both("require-isolation = \"full\"", "config --isolation none", "# require-isolation # not set");
        both("strict = true", "config --without-rule digits", "strict = false # default");
        both("paths = \"src\"", "config tests", "paths = [\"tests\"] # command line");
        both("exclude = \"old/\"", "config", "exclude = [\"old/\"] # t.toml:1");
    }

    #[test]
    fn what_is_said_of_a_document_wins_over_the_file_and_a_later_word_over_an_earlier_one() {
        let file = "timeout = 5\nstrict = true\nwithout-rule = [\"digits\"]\n\
            [[overrides]]\npaths = \"docs/*\"\ntimeout = 6\nstrict = false\n\
            [[overrides]]\npaths = \"docs/rules.md\"\ntimeout = 7\nwithout-rule = []\n";
        let of = |document, typed: &str, expect: &str| check(file, typed, Some(document), expect);
        of("README.md", "config", "timeout = 5 # t.toml:1");
        of("docs/claims.md", "config", "timeout = 6 # t.toml:6");
        of("docs/rules.md", "config", "timeout = 7 # t.toml:10");
        of("docs/rules.md", "config", "strict = false # t.toml:7");
        of("docs/rules.md", "config", "without-rule = [] # t.toml:11");
        of("docs/rules.md", "config --timeout 1s", "timeout = \"1s\" # command line");
    }

    #[test]
    fn other_commands_heed_which_documents_are_meant() {
        let read = |typed: &str| {
            let typed =
                Typed::read(["snipcheck"].into_iter().chain(typed.split_whitespace()).map(OsString::from)).unwrap();
            let text = "paths = \"docs\"\nformat = \"json\"\npython = \"3.9\"\ncolor = \"never\"\n\
                [[overrides]]\npaths = \"docs/old\"\nskip = true";
            let file = file::read(Path::new("t.toml"), text).unwrap();
            Configuration { typed, file }.args().unwrap()
        };
        let mut list = read("list");
        assert_eq!(list.color, Color::Never);
        let inputs = list.command.inputs().unwrap();
        assert_eq!((inputs.paths.clone(), inputs.skip.len()), (vec![PathBuf::from("docs")], 1));
        let Command::List(list) = list.command else { panic!() };
        assert_eq!(list.format, ListFormat::Terminal);
        assert!(matches!(read("extract --out x").command, Command::Extract(extract) if extract.out == Path::new("x")));
        let Command::Explain(explain) = read("explain README.md:1").command else { panic!() };
        assert_eq!(explain.python, ["3.9"]);
    }
}
