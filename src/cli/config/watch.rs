//! What `watch` is to do.

use super::{Check, Environment, Failure, args};
use crate::cli::args::Color;
use crate::cli::formats::{Choice, Format};
use crate::cli::settings::Configuration;

/// What `watch` is to do.
#[derive(Debug, Clone)]
pub struct Watch {
    /// What is checked, again and again.
    pub check: Check,
    /// Whether there is a screen, to be kept in order.
    pub screen: bool,
}

impl Watch {
    /// With what a configuration file says of some documents alone.
    pub(in crate::cli) fn under(self, configuration: Configuration) -> Self {
        Self { check: self.check.under(configuration), ..self }
    }

    /// Settles what was typed.
    ///
    /// # Errors
    /// As for `check`; and where something else than the terminal's report is asked for, or standard input.
    pub(in crate::cli) fn new(typed: args::Watch, color: Color, environment: Environment) -> Result<Self, Failure> {
        let screen = environment.screen;
        let check = Check::new(typed.check, color, environment)?;
        if check.shown.reports != [(Choice { format: Format::Terminal, file: None })] {
            return Err(Failure::usage(
                "`watch` shows the terminal's report alone",
                "`snipcheck check` writes the others",
            ));
        }
        if check.inputs.paths.iter().any(|path| path.as_os_str() == "-") {
            return Err(Failure::usage("standard input cannot be watched", "name files, folders or globs"));
        }
        Ok(Self { check, screen })
    }
}
