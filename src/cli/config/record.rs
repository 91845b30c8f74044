//! What `record` is to do.

use std::path::PathBuf;

use super::{Check, Environment, Failure, args};
use crate::cli::args::Color;
use crate::cli::settings::Configuration;

/// What `record` is to do.
#[derive(Debug, Clone)]
pub struct Record {
    /// The run; its reports are not written.
    pub check: Check,
    /// The folder of the records.
    pub folder: PathBuf,
    /// Whether what drifted is renewed.
    pub accept: bool,
}

impl Record {
    /// Settles what was typed.
    ///
    /// # Errors
    /// As those of [`Check::new`]; or when options are named that a record has no use for.
    pub(in crate::cli) fn new(typed: args::Record, color: Color, environment: Environment) -> Result<Self, Failure> {
        let folder = typed.to.or(typed.check.against.clone()).unwrap_or_else(|| PathBuf::from("expected"));
        let check = args::Check { against: Some(folder.clone()), ..typed.check };
        if !check.confines.only.is_empty() {
            return Err(Failure::usage(
                "a record is of whole documents",
                "leave `--only` out, or name other documents",
            ));
        }
        // The comparison is done here, with what is kept in the end.
        let check = Check { against: None, ..Check::new(check, color, environment)? };
        Ok(Self { check, folder, accept: typed.accept })
    }

    /// With what a configuration file says of some documents alone.
    pub(in crate::cli) fn under(self, configuration: Configuration) -> Self {
        Self { check: self.check.under(configuration), ..self }
    }
}
