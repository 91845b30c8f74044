//! A run that was recorded, to be judged again and again.

#[path = "../../tests/properties/answers.rs"]
mod answers;
#[path = "../../tests/common/python.rs"]
mod python;

use answers::Answers;
use snipcheck::discover::documents::Loaded;
use snipcheck::flow::{self, Prepared, Setup};
use snipcheck::report::model::Report;
use snipcheck::run::{Batch, Pool, RunPlan, Runner};
use snipcheck::wire::{Job, Limits, Policy};

/// A document, planned, and what came out when it ran.
pub struct Record {
    /// The document.
    pub prepared: Prepared,
    answers: Answers,
    setup: Setup,
}

impl Record {
    /// Runs a document once, for real.
    pub fn of(loaded: Loaded) -> Self {
        let prepared = flow::prepare(loaded, &Limits::default(), &|_| true);
        let policy = Policy { level: None, readable: Vec::new() };
        let setup = Setup {
            interpreters: vec![python::interpreter()],
            policy,
            require: false,
            workers: 2,
            rules_off: Default::default(),
            repeat: 0,
        };
        let answers = run(&prepared, &setup);
        Self { prepared, answers, setup }
    }

    /// Judges it by what was recorded.
    pub fn judge(&self) -> Report {
        let documents = std::slice::from_ref(&self.prepared);
        flow::check(documents, Vec::new(), &self.setup, &mut self.answers.clone(), &mut || {})
            .expect("answers are at hand")
    }
}

fn run(prepared: &Prepared, setup: &Setup) -> Answers {
    let planned = prepared.units.iter().map(|unit| prepared.plan(*unit).job).zip(0..);
    let jobs: Vec<Job> = planned.map(|(job, id)| Job { id, ..job }).collect();
    let lines: Vec<Option<u32>> = jobs.iter().map(answers::line).collect();
    let plan = RunPlan {
        batches: vec![Batch { interpreter: setup.interpreters[0].clone(), jobs }],
        policy: setup.policy.clone(),
        require: setup.require,
        workers: setup.workers,
        hash_seed: 0,
    };
    let log = Pool.run(&plan, &mut |_| {}).expect("a python3 that can be protected is needed for this benchmark");
    let observed = lines.into_iter().zip(&log.batches[0].observations);
    Answers(observed.filter_map(|(line, seen)| Some((line, seen.clone()?))).collect())
}
