//! How a block's run ended, and whether that is a finding.

use super::blame::{is_own, missing_behind};
use super::{BlockRun, Outcome, Seen};
use crate::wire::{Ended, Limits, Raised};

/// What claims said about exceptions, for the run that they were judged on.
#[derive(Debug, Default)]
pub struct Told {
    /// Type and message of exceptions that a claim foretold.
    pub claimed: Vec<(String, String)>,
    /// Document lines of statements with a failing claim: what went wrong there is already said.
    pub failing_lines: Vec<usize>,
}

impl Told {
    fn claims(&self, raised: &Raised) -> bool {
        self.claimed.iter().any(|(name, message)| *name == raised.type_name && *message == raised.message)
    }
}

/// Describes the run of a block. `interpreter` is its id.
pub fn block_run(block: usize, interpreter: &str, seen: &Seen<'_>, told: &Told) -> BlockRun {
    let ending = ending(seen, told);
    let observation = seen.observation();
    BlockRun {
        block,
        interpreter: interpreter.to_owned(),
        outcome: ending.outcome,
        detail: ending.detail,
        line: ending.line,
        traceback: ending.traceback,
        finding: ending.finding,
        stdout: seen.block_stdout().to_owned(),
        stderr: observation.stderr.clone(),
        effects: observation.effects.clone(),
    }
}

/// The run of a block that this interpreter is too old for.
pub fn held(block: usize, interpreter: &str, (major, minor): (u32, u32)) -> BlockRun {
    empty(block, interpreter, Outcome::Skipped, format!("python:{major}.{minor}"))
}

/// The run of a block that was not run because the whole run was cut short.
pub fn not_run(block: usize, interpreter: &str) -> BlockRun {
    empty(block, interpreter, Outcome::Skipped, "interrupted".into())
}

fn empty(block: usize, interpreter: &str, outcome: Outcome, detail: String) -> BlockRun {
    BlockRun {
        block,
        interpreter: interpreter.to_owned(),
        outcome,
        detail,
        line: 0,
        traceback: String::new(),
        finding: false,
        stdout: String::new(),
        stderr: String::new(),
        effects: Vec::new(),
    }
}

#[derive(Default)]
struct Ending {
    outcome: Outcome,
    detail: String,
    line: usize,
    traceback: String,
    finding: bool,
}

fn ending(seen: &Seen<'_>, told: &Told) -> Ending {
    let plain = |outcome, detail: String| Ending { outcome, detail, ..Ending::default() };
    let limits = &seen.planned().job.limits;
    match &seen.observation().ended {
        Ended::Finished => by_exception(seen, told),
        Ended::Exit(0) => {
            by_exception_or(seen, told, plain(Outcome::Killed, "left with status 0 before its end".into()))
        }
        Ended::Exit(status) => plain(Outcome::Killed, format!("left with status {status} before its end")),
        Ended::Signal(signal) => Ending { finding: true, ..plain(Outcome::Killed, format!("signal {signal}")) },
        other => plain(limit_outcome(other), limit_detail(other, limits)),
    }
}

fn limit_outcome(ended: &Ended) -> Outcome {
    match ended {
        Ended::TimedOut | Ended::CpuLimit => Outcome::TimedOut,
        Ended::OutOfMemory => Outcome::OutOfMemory,
        Ended::OutputLimit => Outcome::OutputLimit,
        _ => Outcome::WorkerLost,
    }
}

fn limit_detail(ended: &Ended, limits: &Limits) -> String {
    match ended {
        Ended::TimedOut => format!("{} s of wall time", limits.wall_ms as f64 / 1000.0),
        Ended::CpuLimit => format!("{} s of processor time", limits.cpu_s),
        Ended::OutOfMemory => format!("{} MiB of memory", limits.memory >> 20),
        Ended::OutputLimit => format!("{} KiB of output", limits.output >> 10),
        Ended::Lost(reason) => reason.clone(),
        _ => String::new(),
    }
}

fn by_exception_or(seen: &Seen<'_>, told: &Told, otherwise: Ending) -> Ending {
    let found = by_exception(seen, told);
    if found.outcome == Outcome::Ok { otherwise } else { found }
}

/// The first exception that no claim foretold decides.
fn by_exception(seen: &Seen<'_>, told: &Told) -> Ending {
    let unclaimed = seen.raised().into_iter().find(|(_, raised)| !told.claims(raised));
    let Some((line, raised)) = unclaimed else { return Ending::default() };
    let line = if raised.line > 0 { raised.line as usize } else { line };
    let base = Ending { line, traceback: raised.traceback.clone(), ..Ending::default() };
    if seen.refused() {
        return Ending { outcome: Outcome::SyntaxError, detail: summary(raised), ..base };
    }
    if let Some(missing) = missing_behind(seen, raised) {
        return Ending { outcome: missing.outcome, detail: missing.what, ..base };
    }
    if raised.type_name == "MemoryError" {
        return Ending { outcome: Outcome::OutOfMemory, detail: summary(raised), ..base };
    }
    let guesses = seen.planned().guesses.len();
    if guesses > 0 {
        // The names came from another section, and may be others there: this says nothing about the text.
        return Ending {
            outcome: Outcome::MissingName,
            detail: format!("a fitting definition: {}", summary(raised)),
            ..base
        };
    }
    let told_already = told.failing_lines.contains(&line) || seen.planned().announces(&raised.type_name);
    // What a library makes of something that the sandbox refused is not the document's.
    let refused = !seen.observation().effects.is_empty() && !is_own(seen, raised);
    Ending { outcome: Outcome::Raised, detail: summary(raised), finding: !told_already && !refused, ..base }
}

/// `ValueError: no`, or the type alone.
pub fn summary(raised: &Raised) -> String {
    match raised.message.lines().next() {
        Some(message) if !message.is_empty() => format!("{}: {message}", raised.type_name),
        _ => raised.type_name.clone(),
    }
}
