//! What the tests of runners share: an interpreter, and jobs in one line.

pub mod python;

pub use python::interpreter;
use snipcheck::run::{Batch, RunPlan};
use snipcheck::wire::{Entry, Job, Level, Limits, Part, Policy, Role};

/// A script as a job, with limits that suit a test.
pub fn job(id: u64, script: &str) -> Job {
    let entry = Entry { line: 1, text: format!("{script}\n"), interactive: false, watched: None };
    Job {
        id,
        file: "test.md".into(),
        parts: vec![Part { role: Role::Subject, entries: vec![entry] }],
        probes: Vec::new(),
        limits: Limits { wall_ms: 5_000, cpu_s: 3, ..Limits::default() },
        preload: Vec::new(),
    }
}

/// A plan with one interpreter and one worker.
pub fn plan(level: Option<Level>, jobs: Vec<Job>) -> RunPlan {
    let policy = Policy { level, readable: Vec::new() };
    RunPlan {
        batches: vec![Batch { interpreter: interpreter(), jobs }],
        policy,
        require: false,
        workers: 1,
        hash_seed: 0,
    }
}
