//! A run that was recorded, to be judged again and again.

#[path = "../../tests/common/mod.rs"]
#[expect(dead_code, reason = "the jobs of the tests are not needed here")]
mod common;

use snipcheck::discover::documents::Loaded;
use snipcheck::flow::{self, Prepared, Setup};
use snipcheck::report::model::Report;
use snipcheck::run::{Pool, Replay, RunError, RunEvent, RunLog, RunPlan, Runner};
use snipcheck::wire::{Limits, Policy};

/// A document, planned, and what came out when it ran.
pub struct Record {
    /// The document.
    pub prepared: Prepared,
    /// Its main run.
    pub log: RunLog,
    setup: Setup,
}

impl Record {
    /// Runs a document once, for real.
    pub fn of(loaded: Loaded) -> Self {
        let prepared = flow::prepare(loaded, &Limits::default(), &|_| true);
        let setup = Setup {
            interpreters: vec![common::interpreter()],
            policy: Policy { level: None, readable: Vec::new() },
            require: false,
            workers: 2,
        };
        let mut recorder = Recorder { log: None };
        flow::check(std::slice::from_ref(&prepared), Vec::new(), &setup, &mut recorder, &mut || {})
            .expect("a python3 that can be protected is needed for this benchmark");
        let log = recorder.log.expect("the main run is recorded");
        Self { prepared, log, setup }
    }

    /// Judges it by what a replay answers.
    pub fn judge(&self, replay: &mut Replay) -> Report {
        let documents = std::slice::from_ref(&self.prepared);
        flow::check(documents, Vec::new(), &self.setup, replay, &mut || {}).expect("a replay runs")
    }
}

/// The pool, which keeps what came out of its first run: the later ones look again at what failed.
struct Recorder {
    log: Option<RunLog>,
}

impl Runner for Recorder {
    fn run(&mut self, plan: &RunPlan, on: &mut dyn FnMut(RunEvent<'_>)) -> Result<RunLog, RunError> {
        let log = Pool.run(plan, on)?;
        self.log.get_or_insert_with(|| log.clone());
        Ok(log)
    }
}
