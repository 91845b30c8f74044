//! What `fix` and `review` are to do.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;

use super::{Confines, Environment, Failure, Inputs, Own, args};
use crate::cli::settings::Configuration;
use crate::discover::interpreters::Places;

/// On what the documents' code runs.
#[derive(Debug, Clone)]
pub struct Ground {
    /// Names of interpreters; none: the default one.
    pub pythons: Vec<String>,
    /// Where interpreters are looked for.
    pub places: Places,
    /// Workers at a time.
    pub workers: usize,
    /// Which blocks, and within which bounds.
    pub confines: Confines,
    /// Whether progress is shown.
    pub progress: bool,
    /// What was typed, and what a configuration file says besides.
    configuration: Configuration,
}

impl Ground {
    fn new(typed: args::Ground, configuration: Configuration, environment: &Environment) -> Self {
        Self {
            pythons: typed.python,
            places: environment.places.clone(),
            workers: typed.jobs.unwrap_or(environment.cores).get(),
            confines: Confines::new(&typed.confines, &typed.limits),
            progress: environment.watched,
            configuration,
        }
    }

    /// What holds for each of these documents, by their names: the limits that were typed, else the file's; and what
    /// `check` would hold them to.
    ///
    /// # Errors
    /// When what the file says does not fit what was typed.
    pub fn own(&self, documents: impl Iterator<Item = String>) -> Result<BTreeMap<String, Own>, Failure> {
        let file = self.configuration.bare_check()?;
        let own = documents.map(|name| {
            let overrides = self.configuration.overrides_of(Path::new(&name));
            let typed: args::Ground = self.configuration.under(&overrides)?;
            let own = Own { limits: typed.limits.settle(), ..Own::of(Path::new(&name), &file)? };
            Ok((name, own))
        });
        own.collect()
    }
}

/// What `fix` is to do.
#[derive(Debug, Clone)]
pub struct Fix {
    /// Which documents.
    pub inputs: Inputs,
    /// On what their code runs.
    pub ground: Ground,
    /// Write the changes, and not only show them.
    pub write: bool,
    /// Also those that turn what a text says.
    pub also_unsafe: bool,
    /// Also fill in what is left open.
    pub insert: bool,
}

impl Fix {
    /// Settles what was typed.
    ///
    /// # Errors
    /// When a path names nothing, or documents of a build machine would be written.
    pub(in crate::cli) fn new(
        typed: args::Fix,
        configuration: Configuration,
        environment: &Environment,
    ) -> Result<Self, Failure> {
        if typed.write && environment.ci && !typed.force {
            let help = "a build should say what is wrong, and not change it: leave `--write` out, or add `--force`";
            return Err(Failure::usage("documents are not written where the variable CI is set", help));
        }
        let inputs = Inputs::new(typed.inputs)?;
        if typed.write && inputs.paths.iter().any(|path| path.as_os_str() == "-") {
            return Err(Failure::usage("standard input cannot be written to", "name a file, or leave `--write` out"));
        }
        Ok(Self {
            inputs,
            ground: Ground::new(typed.ground, configuration, environment),
            write: typed.write,
            also_unsafe: typed.also_unsafe,
            insert: typed.insert,
        })
    }
}

/// What `review` is to do.
#[derive(Debug, Clone)]
pub struct Review {
    /// Which documents.
    pub inputs: Inputs,
    /// On what their code runs.
    pub ground: Ground,
    /// Whether somebody is there to answer.
    pub asks: bool,
    /// Opens a file.
    pub editor: OsString,
}

impl Review {
    /// Settles what was typed.
    ///
    /// # Errors
    /// When a path names nothing.
    pub(in crate::cli) fn new(
        typed: args::Review,
        configuration: Configuration,
        environment: &Environment,
    ) -> Result<Self, Failure> {
        let inputs = Inputs::new(typed.inputs)?;
        let from_input = inputs.paths.iter().any(|path| path.as_os_str() == "-");
        let ground = Ground::new(typed.ground, configuration, environment);
        Ok(Self { inputs, ground, asks: environment.asks && !from_input, editor: environment.editor.clone() })
    }
}
