//! The stages in order: documents → blocks → claims → plan → run → judge → report.
//!
//! Documents stream through them. `prepared.rs` takes one apart, `course.rs` decides which are under way, `open.rs` takes one
//! from its first job to its report, `rank.rs` guesses what takes long, `supplies.rs` has the files that directives name. Knows no arguments and no output.

mod course;
mod explain;
mod memory;
pub mod mend;
mod open;
mod prepared;
mod rank;
mod supplies;

use std::ops::ControlFlow;

use crate::cache::Witness;
use crate::judge::{BlockRun, Judgement, Rules};
use crate::report::model::{DocumentReport, InterpreterInfo, Isolation, Report, SCHEMA_VERSION, Tool, Unreadable};
use crate::report::summary::Tally;
use crate::run::{RunError, Runner, Terms};
use crate::text::Source;
use crate::wire::{Enforced, Interpreter, Level, Policy};
use course::Course;

pub use explain::explain;
pub use memory::{Memory, Spared};
pub use open::Evidence;
pub use prepared::{Prepared, prepare, prepare_within};

/// A document on its way into a check.
#[derive(Debug, Clone)]
pub enum Incoming {
    /// It is to be checked.
    New(Box<Prepared>),
    /// What there is to find in it was found before.
    Known(Box<Known>),
}

/// A document that was checked before, under the same conditions.
#[derive(Debug, Clone)]
pub struct Known {
    /// The document.
    pub source: Source,
    /// What was found.
    pub report: DocumentReport,
    /// For each interpreter what held in its workers then.
    pub enforced: Vec<Option<Enforced>>,
    /// The files that it depends on besides.
    pub witnesses: Vec<Witness>,
}

impl From<Known> for Incoming {
    fn from(known: Known) -> Self {
        Incoming::Known(Box::new(known))
    }
}

impl From<Prepared> for Incoming {
    fn from(prepared: Prepared) -> Self {
        Incoming::New(Box::new(prepared))
    }
}

/// On what, how and how much a check runs.
#[derive(Debug, Clone)]
pub struct Setup {
    /// In the order asked for.
    pub interpreters: Vec<Interpreter>,
    /// The protection wanted.
    pub policy: Policy,
    /// Refuse to run with less than the policy's level.
    pub require: bool,
    /// Workers at a time.
    pub workers: usize,
    /// Rules by which nothing may agree.
    pub rules_off: Rules,
    /// How many times more every block runs, with other hash seeds. What fails, or ends in an exception that nobody claims,
    /// is looked at again in any case.
    pub repeat: usize,
}

/// What is told of a check while it goes on.
#[derive(Debug)]
pub enum Step<'a> {
    /// A document has been taken up: so many more jobs, counted once for each interpreter, and for each time that it was asked for.
    Planned(usize),
    /// One of them ended.
    Ended,
    /// A document was judged; its report follows.
    Judged {
        /// Its place among the documents, from 0.
        place: usize,
        /// The document, read.
        prepared: &'a Prepared,
        /// The verdicts.
        judgements: &'a [Judgement],
        /// How its blocks ran.
        runs: &'a [BlockRun],
    },
    /// A document is done. Long ones may be overtaken.
    Done {
        /// Its place among the documents, from 0.
        place: usize,
        /// What was found in it.
        report: DocumentReport,
        /// The document itself.
        source: &'a Source,
        /// What that rests on; `None` for what was known before.
        evidence: Option<&'a Evidence>,
    },
}

/// What a check comes to, its documents left out: they were told one by one.
#[derive(Debug)]
pub struct Checked {
    /// The report without documents.
    pub frame: Report,
    /// What was counted in them.
    pub tally: Tally,
}

/// Runs and judges documents as they come, a bounded number of them at a time. `on` may end it before its time.
///
/// # Errors
/// When no worker can be had, or not at the level required.
pub fn stream(
    documents: &mut dyn Iterator<Item = Incoming>,
    setup: &Setup,
    runner: &mut dyn Runner,
    on: &mut dyn FnMut(Step<'_>) -> ControlFlow<()>,
) -> Result<Checked, RunError> {
    let mut tally = Tally::default();
    let mut tell = |step: Step<'_>| {
        if let Step::Done { report, .. } = &step {
            tally.add(report);
        }
        on(step)
    };
    let terms = Terms {
        interpreters: setup.interpreters.clone(),
        policy: setup.policy.clone(),
        require: setup.require,
        workers: setup.workers,
    };
    let mut course = Course::new(documents, setup, &mut tell);
    let interrupted = runner.stream(&terms, &mut course)?;
    let enforced = course.close();
    let frame = Report {
        schema_version: SCHEMA_VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME").into(), version: env!("CARGO_PKG_VERSION").into() },
        interpreters: setup.interpreters.iter().map(info).collect(),
        isolation: isolation(&setup.policy, &enforced),
        rules_off: setup.rules_off.iter().copied().collect(),
        summary: tally.summary(),
        documents: Vec::new(),
        unreadable: Vec::new(),
        interrupted,
    };
    Ok(Checked { frame, tally })
}

/// The same for documents that are all at hand, as one report. `on` hears of each job that ended.
///
/// # Errors
/// As those of [`stream`].
pub fn check(
    documents: &[Prepared],
    unreadable: Vec<Unreadable>,
    setup: &Setup,
    runner: &mut dyn Runner,
    on: &mut dyn FnMut(),
) -> Result<Report, RunError> {
    let mut reports: Vec<Option<DocumentReport>> = vec![None; documents.len()];
    let checked = stream(&mut documents.iter().cloned().map(Incoming::from), setup, runner, &mut |step| {
        match step {
            Step::Planned(_) | Step::Judged { .. } => {}
            Step::Ended => on(),
            Step::Done { place, report, .. } => reports[place] = Some(report),
        }
        ControlFlow::Continue(())
    })?;
    Ok(Report { documents: reports.into_iter().flatten().collect(), unreadable, ..checked.frame })
}

fn info(interpreter: &Interpreter) -> InterpreterInfo {
    InterpreterInfo {
        id: interpreter.id.clone(),
        implementation: interpreter.implementation.clone(),
        version: interpreter.version.clone(),
    }
}

/// The weakest protection of all interpreters on which anything ran.
fn isolation(policy: &Policy, enforced: &[Option<Enforced>]) -> Isolation {
    let weakest: Option<&Enforced> = enforced.iter().flatten().min_by_key(|enforced| enforced.level);
    Isolation {
        requested: policy.level.map_or("best", Level::name).to_owned(),
        level: weakest.map_or(Level::None, |enforced| enforced.level),
        enforced: weakest.map_or_else(Vec::new, |enforced| enforced.enforced.clone()),
        missing: weakest.map_or_else(Vec::new, |enforced| enforced.missing.clone()),
    }
}
