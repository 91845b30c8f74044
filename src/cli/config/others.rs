//! What the smaller commands are to do.

use std::path::PathBuf;

use super::{Environment, Failure, Inputs, ListFormat, Own, args};
use crate::cli::settings::Configuration;
use crate::discover::interpreters::Places;
use crate::extract;

/// What `list` is to do.
#[derive(Debug, Clone)]
pub struct List {
    /// Which documents.
    pub inputs: Inputs,
    /// The list's format.
    pub format: ListFormat,
}

impl List {
    /// Settles what was typed.
    ///
    /// # Errors
    /// When a path names nothing.
    pub(in crate::cli) fn new(typed: args::List) -> Result<Self, Failure> {
        Ok(Self { inputs: Inputs::new(typed.inputs)?, format: typed.format })
    }
}

/// What `extract` is to do.
#[derive(Debug, Clone)]
pub struct Extract {
    /// Which documents.
    pub inputs: Inputs,
    /// The folder to write to.
    pub out: PathBuf,
}

impl Extract {
    /// Settles what was typed.
    ///
    /// # Errors
    /// When a path names nothing.
    pub(in crate::cli) fn new(typed: args::Extract) -> Result<Self, Failure> {
        Ok(Self { inputs: Inputs::new(typed.inputs)?, out: typed.out })
    }
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
    /// What `check` would hold the document to.
    pub own: Own,
}

impl Explain {
    /// Settles what was typed.
    ///
    /// # Errors
    /// When the document is not there.
    pub(in crate::cli) fn new(
        typed: args::Explain,
        configuration: &Configuration,
        environment: Environment,
    ) -> Result<Self, Failure> {
        let (path, line) = typed.place;
        let named = args::Inputs { paths: vec![path.clone()], read_as: typed.read_as, ..args::Inputs::default() };
        let Inputs { read_as, .. } = Inputs::new(named)?;
        let own = Own::of(&path, &configuration.bare_check()?)?;
        Ok(Self { path, read_as, line, pythons: typed.python, places: environment.places, own })
    }
}

/// What `doctor` is to do.
#[derive(Debug, Clone)]
pub struct Doctor {
    /// Names of interpreters; none: all that are found.
    pub pythons: Vec<String>,
    /// Where interpreters are looked for.
    pub places: Places,
}

impl Doctor {
    /// Settles what was typed.
    pub(in crate::cli) fn new(typed: args::Doctor, environment: Environment) -> Self {
        Self { pythons: typed.python, places: environment.places }
    }
}
