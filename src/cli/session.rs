//! What was found since the program started, for one that checks again and again: a document is looked at again only when
//! it has changed, also where its results are none to be kept for longer.

use std::collections::{BTreeMap, BTreeSet};

use crate::cache::{Key, Witness};
use crate::discover::documents::Loaded;
use crate::flow::Known;
use crate::run::Conditions;

/// What was found since the program started.
#[derive(Debug, Default)]
pub struct Session {
    /// On what that was found.
    grounds: Vec<Key>,
    /// By their paths.
    documents: BTreeMap<String, Known>,
    /// The documents that were new, or had changed, in the last run.
    fresh: BTreeSet<String>,
}

impl Session {
    /// Begins a run; what was found on other grounds does not count. Says whether these are the same as before.
    pub fn begin(&mut self, conditions: Option<&Conditions>) -> bool {
        let grounds = conditions.map(|conditions| conditions.grounds.clone()).unwrap_or_default();
        let same = self.grounds == grounds;
        if !same {
            *self = Self { grounds, ..Self::default() };
        }
        self.fresh.clear();
        same
    }

    /// What was found in a document, if it is still the same.
    pub fn recall(&self, loaded: &Loaded) -> Option<Known> {
        let known = self.documents.get(&loaded.source.path)?;
        let same = known.report.sha256 == loaded.sha256 && known.witnesses.iter().all(Witness::holds);
        same.then(|| known.clone())
    }

    /// Keeps what was found.
    pub fn keep(&mut self, known: Known) {
        self.fresh.insert(known.report.path.clone());
        self.documents.insert(known.report.path.clone(), known);
    }

    /// Forgets the documents that are not there any more; says whether there were any.
    pub fn retain(&mut self, is_there: impl Fn(&str) -> bool) -> bool {
        let before = self.documents.len();
        self.documents.retain(|path, _| is_there(path));
        self.documents.len() < before
    }

    /// Whether a document was new, or had changed, in the last run.
    pub fn is_fresh(&self, path: &str) -> bool {
        self.fresh.contains(path)
    }
}
