//! What is meant for some documents alone.

use std::collections::BTreeMap;
use std::path::Path;

use super::check::rules_off;
use super::{Check, args, shown};
use crate::cli::Failure;
use crate::cli::settings::Configuration;
use crate::judge::Rules;
use crate::report::summary::FailOn;
use crate::wire::Limits;

/// The settings of a document that has its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// What a block may use.
    pub limits: Limits,
    /// Rules by which nothing may agree.
    pub rules_off: Rules,
    /// What counts as a failure.
    pub fail_on: FailOn,
}

impl Own {
    /// The settings of one document.
    ///
    /// # Errors
    /// When what the file says does not fit the command line.
    pub(in crate::cli) fn of(document: &Path, configuration: &Configuration) -> Result<Self, Failure> {
        Self::under(&configuration.overrides_of(document), configuration)
    }

    fn under(overrides: &[usize], configuration: &Configuration) -> Result<Self, Failure> {
        let typed: args::Check = configuration.under(overrides)?;
        let fail_on = shown::fail_on(typed.shown.fail_on);
        Ok(Self { rules_off: rules_off(&typed), limits: typed.limits.settle(), fail_on })
    }
}

impl Check {
    /// The documents that have settings of their own, by their names.
    ///
    /// # Errors
    /// When these do not fit the command line.
    pub fn own(&self, documents: impl Iterator<Item = String>) -> Result<BTreeMap<String, Own>, Failure> {
        // Many documents share few settings.
        let mut known: BTreeMap<Vec<usize>, Own> = BTreeMap::new();
        let mut all = BTreeMap::new();
        for document in documents {
            let overrides = self.configuration.overrides_of(Path::new(&document));
            if overrides.is_empty() {
                continue;
            }
            if !known.contains_key(&overrides) {
                known.insert(overrides.clone(), Own::under(&overrides, &self.configuration)?);
            }
            all.extend(known.get(&overrides).map(|own| (document, own.clone())));
        }
        Ok(all)
    }
}
