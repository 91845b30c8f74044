//! The command line as it was typed, and the configuration file that is meant with it.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory};

use super::file::{self, File};
use super::layers::Configuration;
use super::locate;
use crate::cli::Failure;
use crate::cli::args::{Args, Color};

/// The command line as typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The program's own name first.
    pub(super) arguments: Vec<OsString>,
    /// The same, understood.
    pub(super) matches: ArgMatches,
}

impl Typed {
    /// Reads the command line, the program's own name first.
    ///
    /// # Errors
    /// With an answer, where it is wrong or asks for help.
    pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        let arguments: Vec<OsString> = arguments.into_iter().collect();
        let matches = Args::command().try_get_matches_from(&arguments)?;
        Ok(Self { arguments, matches })
    }

    /// The colours that were asked for.
    pub(in crate::cli) fn color(&self) -> Color {
        self.matches.get_one("color").copied().unwrap_or_default()
    }

    /// Reads the configuration file that is meant with it, if there is one.
    ///
    /// # Errors
    /// When it cannot be read, or says what cannot be meant.
    pub fn configured(self) -> Result<Configuration, Failure> {
        let file = self.file()?;
        Ok(Configuration::new(self, file))
    }

    /// The command's own values.
    pub(super) fn command(&self) -> &ArgMatches {
        self.matches.subcommand().map_or(&self.matches, |(_, command)| command)
    }

    fn file(&self) -> Result<Option<File>, Failure> {
        // Only commands that could be told which one read any.
        let Some((_, command)) = self.matches.subcommand() else { return Ok(None) };
        let Ok(ignored) = command.try_get_one::<bool>("no_config") else { return Ok(None) };
        // A schema helps to mend a file that is wrong.
        let is_schema = command.try_get_one::<bool>("schema").ok().flatten().copied().unwrap_or(false);
        if ignored.copied().unwrap_or(false) || is_schema {
            return Ok(None);
        }
        if let Ok(Some(path)) = command.try_get_one::<PathBuf>("config") {
            let text = locate::read(path)?;
            let help = "write a table `[tool.snipcheck]` into it, or name another file";
            let none = || Failure::usage(format!("`{}` has no configuration", path.display()), help);
            return file::read(&text.path, &text.text)?.map(Some).ok_or_else(none);
        }
        for text in locate::candidates(&documents(command))? {
            if let Some(file) = file::read(&text.path, &text.text)? {
                return Ok(Some(file));
            }
        }
        Ok(None)
    }

    /// Whether an option was typed.
    pub(super) fn is_typed(&self, id: &str) -> bool {
        let command = self.command();
        command.try_contains_id(id).is_ok() && command.value_source(id) == Some(ValueSource::CommandLine)
    }
}

/// The documents that were named.
fn documents(command: &ArgMatches) -> Vec<PathBuf> {
    if let Ok(paths) = command.try_get_many::<PathBuf>("paths") {
        return paths.into_iter().flatten().cloned().collect();
    }
    let place = command.try_get_one::<(PathBuf, usize)>("place").ok().flatten();
    place.map(|(path, _)| path.clone()).into_iter().collect()
}
