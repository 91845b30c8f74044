//! What `fix` and `review` are to do.

use std::ffi::OsString;

use super::check::level;
use super::{Environment, Failure, Inputs, Only, args};
use crate::discover::interpreters::Places;
use crate::extract::Block;
use crate::wire::{Limits, Policy};

/// On what the documents' code runs.
#[derive(Debug, Clone)]
pub struct Ground {
    /// Names of interpreters; none: the default one.
    pub pythons: Vec<String>,
    /// Where interpreters are looked for.
    pub places: Places,
    /// Workers at a time.
    pub workers: usize,
    /// What a block may use.
    pub limits: Limits,
    /// What it is kept from.
    pub policy: Policy,
    /// Whether less than the policy's level is refused.
    pub require: bool,
    /// Which blocks; empty: all.
    pub only: Vec<Only>,
    /// Whether progress is shown.
    pub progress: bool,
}

impl Ground {
    fn new(typed: args::Ground, environment: &Environment) -> Self {
        Self {
            pythons: typed.python,
            places: environment.places.clone(),
            workers: typed.jobs.unwrap_or(environment.cores).get(),
            limits: typed.limits.settle(),
            policy: Policy { level: level(typed.isolation, typed.require_isolation), readable: Vec::new() },
            require: typed.require_isolation.is_some(),
            only: typed.only.iter().map(|text| Only::read(text)).collect(),
            progress: environment.watched,
        }
    }

    /// Whether a block is among the chosen ones.
    pub fn takes(&self, block: &Block) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only.takes(block))
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
    pub(in crate::cli) fn new(typed: args::Fix, environment: &Environment) -> Result<Self, Failure> {
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
            ground: Ground::new(typed.ground, environment),
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
    pub(in crate::cli) fn new(typed: args::Review, environment: &Environment) -> Result<Self, Failure> {
        let inputs = Inputs::new(typed.inputs)?;
        let from_input = inputs.paths.iter().any(|path| path.as_os_str() == "-");
        let ground = Ground::new(typed.ground, environment);
        Ok(Self { inputs, ground, asks: environment.asks && !from_input, editor: environment.editor.clone() })
    }
}
