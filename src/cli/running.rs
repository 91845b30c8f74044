//! The long part of `check` and `watch`: extract, claims, plan, run, judge. What is known from before is not found out
//! again.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::thread;

use super::config::{Check, Inputs, Own, Shown};
use super::records::Records;
use super::session::Session;
use super::settings::Configuration;
use super::stages::Documents;
use super::{Failure, cache};
use crate::cache::{Store, Witness};
use crate::discover::documents::Loaded;
use crate::discover::interpreters::Places;
use crate::extract;
use crate::flow::{self, Checked, Evidence, Incoming, Known, Memory, Prepared, Setup, Spared, Step};
use crate::report::model::DocumentReport;
use crate::report::terminal::Detail;
use crate::run::{Hits, Remembering, Runner};
use crate::text::Source;
use crate::wire::Interpreter;

/// What a run is done with.
pub struct Means<'a> {
    /// On what.
    pub interpreters: Vec<Interpreter>,
    /// What earlier runs have found.
    pub store: Option<&'a Store>,
    /// What runs jobs.
    pub runner: &'a mut dyn Runner,
    /// What this program itself has found before, where it checks again and again.
    pub session: Option<&'a mut Session>,
}

/// The interpreters asked for; and a document that was prepared meanwhile, where they had to be asked who they are.
///
/// # Errors
/// When one of them cannot be had.
pub fn interpreters(
    config: &Check,
    store: Option<&Store>,
    documents: &mut Documents,
) -> Result<(Vec<Interpreter>, Option<Prepared>), Failure> {
    if let Some(known) = store.and_then(|store| cache::known(config, store)) {
        return Ok((known, None));
    }
    let own = config.own(documents.names())?;
    let (asked, first) = thread::scope(|scope| {
        let asked = scope.spawn(|| cache::asked(config, store));
        let first = documents.next().map(|loaded| prepare(config, own.get(&loaded.source.path), loaded));
        (asked.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), first)
    });
    Ok((asked?, first))
}

/// Checks documents, of which the `first` may be prepared already. Their reports are told to `on`.
///
/// # Errors
/// When no worker can be had, or not at the level that was required; or `on` cannot go on.
pub fn check(
    config: &Check,
    first: Option<Prepared>,
    mut documents: Documents,
    means: Means<'_>,
    on: &mut dyn FnMut(Step<'_>) -> Result<(), Failure>,
) -> Result<Checked, Failure> {
    let Means { interpreters, store, runner, mut session } = means;
    let setup = setup(config, interpreters);
    let conditions = cache::conditions(store.map(Store::folder), &setup.interpreters, &setup.policy);
    if session.as_mut().is_some_and(|session| !session.begin(conditions.as_ref())) {
        runner.renew();
    }
    let kept = store.zip(conditions.as_ref());
    let memory = kept.and_then(|(store, conditions)| Memory::new(store, &setup, conditions));
    let own = config.own(documents.names())?;
    let records = config.against.as_deref().map(Records::new);
    let names = || first.iter().map(|first| first.document.source.path.clone()).chain(documents.names());
    records.iter().try_for_each(|records| records.admit(names()))?;
    let choice = choice(config);
    let desk = Desk { config, choice, own, memory, session: RefCell::new(session), hits: RefCell::default() };
    let mut drifted = 0;
    let others = documents.by_ref().map(|loaded| desk.incoming(loaded));
    let mut incoming = first.into_iter().map(Incoming::from).chain(others);
    let mut failed = Ok(());
    let mut tell = |step: Step<'_>| {
        desk.note(&step);
        if failed.is_ok() {
            failed = held_against(records.as_ref(), step, &mut drifted).and_then(&mut *on);
        }
        if failed.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let mut checked = match kept {
        None => flow::stream(&mut incoming, &setup, runner, &mut tell)?,
        Some((store, conditions)) => {
            let mut runner = Remembering::new(runner, store, conditions.clone());
            let checked = flow::stream(&mut incoming, &setup, &mut runner, &mut tell)?;
            cache::note(store, Spared { documents: *desk.hits.borrow(), blocks: runner.hits() });
            checked
        }
    };
    failed?;
    drop(incoming);
    checked.tally.add_drift(drifted);
    checked.frame.summary.drifted = drifted;
    checked.frame.unreadable = documents.unreadable();
    Ok(checked)
}

/// Holds a document that is done against its record, and counts what drifted.
fn held_against<'a>(records: Option<&Records>, step: Step<'a>, drifted: &mut usize) -> Result<Step<'a>, Failure> {
    match (records, step) {
        (Some(records), Step::Done { place, mut report, source, evidence }) => {
            report.drift = records.compare(&report, source)?.drift;
            *drifted += report.drift.len();
            Ok(Step::Done { place, report, source, evidence })
        }
        (_, step) => Ok(step),
    }
}

/// Where documents come in and reports go out.
struct Desk<'a> {
    config: &'a Check,
    /// What of it decides how documents are prepared.
    choice: String,
    /// What is meant for some documents alone, by their names.
    own: BTreeMap<String, Own>,
    memory: Option<Memory<'a>>,
    session: RefCell<Option<&'a mut Session>>,
    /// Documents, and those that were known.
    hits: RefCell<Hits>,
}

impl Desk<'_> {
    /// A document, with what is known of it.
    fn incoming(&self, loaded: Loaded) -> Incoming {
        let in_session = self.session.borrow().as_ref().and_then(|session| session.recall(&loaded));
        if let Some(known) = in_session {
            return known.into();
        }
        let own = self.own.get(&loaded.source.path);
        let Some(memory) = &self.memory else { return prepare(self.config, own, loaded).into() };
        match memory.recall(loaded, &self.choice(own)) {
            Ok(known) => {
                self.keep(|| known.clone());
                known.into()
            }
            Err(loaded) => prepare(self.config, own, *loaded).into(),
        }
    }

    /// Keeps what was found out.
    fn note(&self, step: &Step<'_>) {
        let Step::Done { report, source, evidence, .. } = step else { return };
        self.hits.borrow_mut().count(evidence.is_none());
        let Some(evidence) = evidence else { return };
        if let Some(memory) = &self.memory {
            memory.keep(report, evidence, &self.choice(self.own.get(&report.path)));
        }
        self.keep(|| known(report, source, evidence));
    }

    /// Which blocks are looked at, what for, and within which limits and rules.
    fn choice(&self, own: Option<&Own>) -> String {
        format!("{} {own:?}", self.choice)
    }

    fn keep(&self, known: impl FnOnce() -> Known) {
        if let Some(session) = self.session.borrow_mut().as_mut() {
            session.keep(known());
        }
    }
}

/// Takes a document apart, under its own settings where it has any.
fn prepare(config: &Check, own: Option<&Own>, loaded: Loaded) -> Prepared {
    let chosen = |block: &_| config.confines.take(block);
    let mut prepared = flow::prepare_within(loaded, &config.confines.allowance(own), &chosen).showing(config.shows);
    prepared.rules_off = own.map(|own| own.rules_off.clone());
    prepared.fail_on = own.map(|own| own.fail_on).filter(|fail_on| *fail_on != config.shown.fail_on);
    prepared
}

/// What was found, as the session keeps it.
fn known(report: &DocumentReport, source: &Source, evidence: &Evidence) -> Known {
    let files = evidence.reads.iter().chain(evidence.loaded.iter().flatten());
    let (source, report, enforced) = (source.clone(), report.clone(), evidence.enforced.clone());
    Known { source, report, enforced, witnesses: files.map(Witness::of).collect() }
}

/// All of the configuration that may decide how a document is prepared: whatever is not known to make no difference.
fn choice(config: &Check) -> String {
    let shown = Shown {
        reports: Vec::new(),
        step_summary: None,
        detail: Detail::default(),
        colour_files: false,
        ..config.shown.clone()
    };
    let bare = Check {
        inputs: Inputs { paths: Vec::new(), ..config.inputs.clone() },
        // The interpreters that came of this are part of the setup.
        pythons: Vec::new(),
        all_pythons: false,
        places: Places::default(),
        pyenv_version: None,
        workers: 0,
        cache: None,
        against: None,
        configuration: Configuration::default(),
        progress: false,
        shown,
        ..config.clone()
    };
    format!("{bare:?}")
}

fn setup(config: &Check, interpreters: Vec<Interpreter>) -> Setup {
    Setup {
        interpreters,
        policy: config.confines.policy.clone(),
        require: config.confines.require,
        workers: config.workers,
        rules_off: config.rules_off.clone(),
        repeat: config.repeat,
    }
}

/// A choice of blocks that fits none of all documents is a mistake.
///
/// # Errors
/// When nothing is chosen.
pub fn choose_something(config: &Check, documents: Documents) -> Result<(), Failure> {
    if config.confines.only.is_empty() {
        return Ok(());
    }
    let mut extracted = documents.map(|loaded| extract::extract(loaded.source, loaded.format));
    if extracted.any(|document| document.blocks.iter().any(|block| config.confines.take(block))) {
        return Ok(());
    }
    let help = "name a line of a block, or words of the heading above it; `snipcheck list` shows them";
    Err(Failure::usage("--only matches no block of these documents", help))
}
