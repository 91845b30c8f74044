//! What the tests of runners share: an interpreter, and jobs in one line.

use std::process::Command;

use snipcheck::run::{Batch, RunPlan};
use snipcheck::wire::{Entry, Interpreter, Job, Level, Limits, Part, Policy, Role};

/// What an interpreter is asked about itself.
const ASK: &str = "
import json, sys
version = sys.version_info
print(json.dumps(dict(
    id='%d.%d' % version[:2], implementation='CPython', version='%d.%d.%d' % version[:3], minor=version[:2],
    executable=sys.executable, prefix=sys.prefix, exec_prefix=sys.exec_prefix, base_prefix=sys.base_prefix,
    base_exec_prefix=sys.base_exec_prefix, path=[p for p in sys.path if p])))
";

/// `SNIPCHECK_PYTHON`, or `python3`.
pub fn interpreter() -> Interpreter {
    let program = std::env::var("SNIPCHECK_PYTHON").unwrap_or_else(|_| "python3".into());
    describe(&program).expect("a python3 is needed for this test")
}

/// What an interpreter says about itself, if it is there.
pub fn describe(program: &str) -> Option<Interpreter> {
    let output = Command::new(program).args(["-c", ASK]).output().ok()?;
    serde_json::from_slice(&output.stdout).ok()
}

/// A script as a job, with limits that suit a test.
pub fn job(id: u64, script: &str) -> Job {
    let entry = Entry { line: 1, text: format!("{script}\n"), interactive: false };
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
