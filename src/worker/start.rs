//! Finds the best level that this machine grants, by entering it and running a trial.
//!
//! What is entered cannot be left. So each level is tried in a process of its own: where it works, that process is the
//! worker from then on and this one waits for it; where it does not, the next level is tried.

use std::io::{self, PipeReader, Read, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use pyo3::prelude::*;

use super::fork::{Side, fork};
use super::hot::Hot;
use super::job::Worker;
use super::lockdown::{self, refusal, stand_by, sys};
use super::probe::Probe;
use super::python;
use crate::wire::{
    Ended, Enforced, Entry, Interpreter, Job, Level, Limits, Missing, Part, Policy, Role, WATCH, Watched,
};

/// A worker at the best level, or what is missing for the least one that was asked for.
pub fn best(
    py: Python<'_>,
    policy: &Policy,
    interpreter: &Interpreter,
    probe: &Rc<Probe>,
    hot: &Hot,
) -> PyResult<Result<Worker, Enforced>> {
    let folders = folders(interpreter, policy);
    let mut missing = Vec::new();
    for &level in candidates(policy.level) {
        let (answer, mut tell) = io::pipe()?;
        match fork(py)? {
            Side::Parent(pid) => {
                drop(tell);
                match read_answer(answer)? {
                    None => stand_by(pid),
                    Some(refused) => missing.push(refused),
                }
                sys::reap(pid, true)?;
            }
            Side::Child => match attempt(py, level, &folders, Rc::clone(probe), hot) {
                Ok(mut worker) => {
                    tell.write_all(WORKS)?;
                    worker.note_missing(missing);
                    return Ok(Ok(worker));
                }
                Err(refused) => {
                    let told = serde_json::to_vec(&refused).map(|bytes| tell.write_all(&bytes));
                    sys::leave(told.is_err().into());
                }
            },
        }
    }
    Ok(Err(Enforced { level: Level::None, enforced: Vec::new(), missing }))
}

const WORKS: &[u8] = b"+";

/// What may be tried, best first. Below Landlock nothing is tried that was not asked for by name.
fn candidates(wanted: Option<Level>) -> &'static [Level] {
    match wanted {
        None | Some(Level::Full) => &[Level::Full, Level::Landlock],
        Some(Level::Landlock) => &[Level::Landlock],
        Some(Level::Seccomp) => &[Level::Seccomp],
        Some(Level::None) => &[Level::None],
    }
}

/// `None`: it works. A process that died without a word is an answer too.
fn read_answer(mut answer: PipeReader) -> io::Result<Option<Missing>> {
    let mut bytes = Vec::new();
    answer.read_to_end(&mut bytes)?;
    if bytes == WORKS {
        return Ok(None);
    }
    let died = |_| refusal("start", "the process that tried it died".into());
    Ok(Some(serde_json::from_slice(&bytes).unwrap_or_else(died)))
}

/// Enters the level, and has it prove itself.
fn attempt(py: Python<'_>, level: Level, folders: &[PathBuf], probe: Rc<Probe>, hot: &Hot) -> Result<Worker, Missing> {
    let sandbox = lockdown::enter(py, level, folders, hot)?;
    python::live_in(py, &sandbox.scratch(), level).map_err(|error| refusal("start", error.to_string()))?;
    let mut worker = Worker::new(sandbox, probe);
    match worker.run(py, &trial()) {
        Ok(seen) if seen.ended == Ended::Finished => Ok(worker),
        Ok(seen) => Err(refusal("start", format!("a trial ended with {:?}: {}", seen.ended, seen.stderr.trim()))),
        Err(error) => Err(refusal("start", format!("a trial could not be run: {error}"))),
    }
}

/// What examples are made of; nothing that not every worker can do.
const SAMPLE: &str = "\
numbers = [1, 2, 3]
def total(values):
    return sum(values)
print(f'{total(numbers)} of', len(numbers))
";

/// A job that every worker can do, much like others.
pub fn trial() -> Job {
    let last = SAMPLE.find("print").and_then(|at| u32::try_from(at).ok()).unwrap_or(0);
    let inserts = vec![(0, format!("with {WATCH}.line(1, 2): ")), (last, format!("with {WATCH}.line(4): "))];
    let watched = Some(Watched { inserts, opens: None });
    let entry = Entry { line: 1, text: SAMPLE.into(), interactive: false, watched };
    let part = Part { role: Role::Subject, entries: vec![entry] };
    let limits = Limits::default();
    Job { id: 0, file: "<trial>".into(), parts: vec![part], probes: Vec::new(), limits, preload: Vec::new() }
}

/// What a snippet must be able to read: the interpreter with its packages, and what the operator names.
fn folders(interpreter: &Interpreter, policy: &Policy) -> Vec<PathBuf> {
    let of = |path: &str| PathBuf::from(path);
    let executable = Path::new(&interpreter.executable);
    let prefixes =
        [&interpreter.prefix, &interpreter.exec_prefix, &interpreter.base_prefix, &interpreter.base_exec_prefix];
    let programs = [Some(executable.to_path_buf()), executable.canonicalize().ok()];
    let mut folders: Vec<PathBuf> = prefixes.iter().map(|prefix| of(prefix)).collect();
    folders.extend(programs.into_iter().flatten());
    folders.extend(interpreter.path.iter().chain(&policy.readable).map(|path| of(path)));
    folders.retain(|folder| folder.is_absolute());
    folders
}
