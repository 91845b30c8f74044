//! What was found in whole documents by earlier runs. Such a document is neither taken apart nor judged again.
//!
//! It rests on the same as the runs of its blocks, and on all that reading and judging depend on.

use serde::{Deserialize, Serialize};

use super::{Evidence, Known, Setup};
use crate::cache::{Key, Store, Witness};
use crate::discover::documents::Loaded;
use crate::report::model::DocumentReport;
use crate::run::{Conditions, Hits, witnesses};
use crate::wire::Enforced;

/// The documents of a store.
#[derive(Debug)]
pub struct Memory<'a> {
    store: &'a Store,
    setup: &'a Setup,
    conditions: &'a Conditions,
    /// All that a report depends on beside its document.
    terms: Key,
}

/// A document, as it is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    enforced: Vec<Option<Enforced>>,
    /// The files of the modules that its blocks imported.
    witnesses: Vec<Witness>,
    report: DocumentReport,
}

impl<'a> Memory<'a> {
    /// What earlier runs found under these conditions.
    pub fn new(store: &'a Store, setup: &'a Setup, conditions: &'a Conditions) -> Option<Self> {
        // How many run at a time changes no report. All else does, whatever comes to a setup one day.
        let setup_then = Setup { workers: 0, ..setup.clone() };
        let terms = Key::of(&("document", &conditions.grounds, format!("{setup_then:?}")))?;
        Some(Self { store, setup, conditions, terms })
    }

    /// What was found in a document before; gives the document back where nothing was. `choice` says which of its blocks
    /// are looked at, and within which limits.
    ///
    /// # Errors
    /// The document, where it is not known.
    pub fn recall(&self, loaded: Loaded, choice: &str) -> Result<Known, Box<Loaded>> {
        let format = loaded.format.name();
        let found = self.find(&loaded.source.path, format, &loaded.sha256, choice);
        match found {
            Some(Kept { enforced, report, witnesses }) => {
                Ok(Known { source: loaded.source, report, enforced, witnesses })
            }
            None => Err(Box::new(loaded)),
        }
    }

    fn find(&self, path: &str, format: &str, sha256: &str, choice: &str) -> Option<Kept> {
        let bytes = self.store.get(&self.key(path, format, sha256, choice)?)?;
        let kept: Kept = serde_json::from_slice(&bytes).ok()?;
        kept.witnesses.iter().all(Witness::holds).then_some(kept)
    }

    /// Keeps what was found, if another run would find the same. `choice` as for [`recall`](Self::recall).
    pub fn keep(&self, report: &DocumentReport, evidence: &Evidence, choice: &str) {
        if evidence.lasting {
            // What cannot be kept is found again.
            let _ = self.try_to_keep(report, evidence, choice);
        }
    }

    fn try_to_keep(&self, report: &DocumentReport, evidence: &Evidence, choice: &str) -> Option<()> {
        #[derive(Serialize)]
        struct ToKeep<'a> {
            enforced: &'a [Option<Enforced>],
            witnesses: Vec<Witness>,
            report: &'a DocumentReport,
        }
        let each = evidence.loaded.iter().zip(&self.setup.interpreters);
        let since = self.conditions.since;
        let imported: Option<Vec<Vec<Witness>>> =
            each.map(|(loaded, interpreter)| witnesses(loaded, interpreter, since)).collect();
        let read = evidence.reads.iter().map(Witness::of);
        let witnesses: Vec<Witness> = imported?.into_iter().flatten().chain(read).collect();
        if !witnesses.iter().all(|witness| witness.is_older_than(since)) {
            return None;
        }
        let bytes = serde_json::to_vec(&ToKeep { enforced: &evidence.enforced, witnesses, report }).ok()?;
        self.store.put(self.key(&report.path, &report.format, &report.sha256, choice)?, &bytes);
        Some(())
    }

    fn key(&self, path: &str, format: &str, sha256: &str, choice: &str) -> Option<Key> {
        Key::of(&(self.terms, path, format, sha256, choice))
    }
}

/// What a run needed not do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spared {
    /// Documents, and those that were known.
    pub documents: Hits,
    /// Blocks of the others, each as often as it was to run, and those whose outcome was known.
    pub blocks: Hits,
}
