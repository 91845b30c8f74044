//! How a block's run ended, and whether that is a finding.

use super::blame::{is_own, missing_behind};
use super::limit::Limit;
use super::{BlockRun, Outcome, Seen, shown};
use crate::wire::{Ended, Raised};

/// What claims said about exceptions, for the run that they were judged on.
#[derive(Debug, Default)]
pub struct Told {
    /// Document lines of statements with a failing claim: what went wrong there is already said.
    pub failing_lines: Vec<usize>,
    /// An output block that shows an exception fails: it speaks of whatever ended the block.
    pub failing_output: bool,
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
        unstable: false,
        shown: shown::shown(seen),
    }
}

/// The run of a block that this interpreter is too old for.
pub fn held(block: usize, interpreter: &str, (major, minor): (u32, u32)) -> BlockRun {
    empty(block, interpreter, Outcome::Skipped, format!("python:{major}.{minor}"))
}

/// The run of a block that its author holds back; `detail` says why.
pub fn skipped(block: usize, interpreter: &str, detail: String) -> BlockRun {
    empty(block, interpreter, Outcome::Skipped, detail)
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
        unstable: false,
        shown: Vec::new(),
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
    let line = seen.running_line();
    let plain = |outcome, detail: String| Ending { outcome, detail, line, ..Ending::default() };
    let limits = &seen.planned().job.limits;
    match &seen.observation().ended {
        Ended::Finished => in_setup(seen).unwrap_or_else(|| by_exception(seen, told)),
        Ended::Exit(0) => {
            by_exception_or(seen, told, plain(Outcome::Killed, "left with status 0 before its end".into()))
        }
        Ended::Exit(status) => plain(Outcome::Killed, format!("left with status {status} before its end")),
        Ended::Signal(signal) => Ending { finding: true, ..plain(Outcome::Killed, format!("signal {signal}")) },
        Ended::Lost(reason) => plain(Outcome::WorkerLost, reason.clone()),
        limited => match Limit::of_ending(limited) {
            Some(limit) => plain(limit.outcome(), limit.mend(limits)),
            None => Ending::default(),
        },
    }
}

fn by_exception_or(seen: &Seen<'_>, told: &Told, otherwise: Ending) -> Ending {
    let found = by_exception(seen, told);
    if found.outcome == Outcome::Ok { otherwise } else { found }
}

/// An exception in the hidden code before the block: whatever the block does then, its author means otherwise.
fn in_setup(seen: &Seen<'_>) -> Option<Ending> {
    let raised = seen.context_raised()?;
    let line = raised.line as usize;
    let setup = &seen.planned().orders.setup;
    let is_there = setup.iter().any(|lines| (lines.line..lines.line + lines.text.lines().count()).contains(&line));
    let base = Ending { line, traceback: raised.traceback.clone(), detail: summary(raised), ..Ending::default() };
    is_there.then(|| match missing_behind(seen, raised) {
        Some(missing) => Ending { outcome: missing.outcome, detail: missing.what, ..base },
        None => Ending { outcome: Outcome::Raised, finding: true, ..base },
    })
}

/// The first exception that no claim foretold decides; without one, the exception that ended the block before its end.
fn by_exception(seen: &Seen<'_>, told: &Told) -> Ending {
    let raised = seen.raised();
    let unclaimed = raised.iter().find(|(_, raised)| !seen.was_foretold(raised));
    let last_line = seen.planned().lines.last().map_or(0, |line| *line as usize);
    let last = raised.last().filter(|(line, _)| seen.last_ended() == Some(*line) && *line < last_line);
    match unclaimed.or(last) {
        Some((line, raised)) => left_by(seen, told, *line, raised),
        None => Ending::default(),
    }
}

/// `statement`: document line of the top-level statement that the exception left.
fn left_by(seen: &Seen<'_>, told: &Told, statement: usize, raised: &Raised) -> Ending {
    let line = if raised.line > 0 { raised.line as usize } else { statement };
    let base = Ending { line, traceback: raised.traceback.clone(), detail: summary(raised), ..Ending::default() };
    if seen.refused() {
        return Ending { outcome: Outcome::SyntaxError, ..base };
    }
    if let Some(missing) = missing_behind(seen, raised) {
        return Ending { outcome: missing.outcome, detail: missing.what, ..base };
    }
    if raised.type_name == "SystemExit" && matches!(raised.message.as_str(), "" | "0" | "None" | "False") {
        return Ending { outcome: Outcome::Killed, detail: "left with status 0".into(), ..base };
    }
    if seen.is_guessed() {
        // The names came from another section, and may be others there: this says nothing about the text.
        return Ending {
            outcome: Outcome::MissingName,
            detail: format!("a fitting definition: {}", summary(raised)),
            ..base
        };
    }
    Ending { outcome: Outcome::Raised, finding: is_finding(seen, told, statement, raised), ..base }
}

/// Whether nothing explains an exception: no claim that fails says it already, no word announces it, and neither the
/// sandbox nor a plain `raise` at top level is behind it.
fn is_finding(seen: &Seen<'_>, told: &Told, statement: usize, raised: &Raised) -> bool {
    let told_already = told.failing_output || told.failing_lines.contains(&statement);
    let reaches_out = seen.observation().effects.iter().any(|effect| effect.answer != "done");
    let refused = reaches_out && !is_own(seen, raised);
    let on_purpose = raised.line as usize == statement && is_own(seen, raised);
    let said = seen.planned().announces(&raised.type_name) || seen.other_python("").is_some();
    let orders = &seen.planned().orders;
    let meant = orders.intends_all() || orders.expected.is_some() && seen.was_foretold(raised);
    !(told_already || refused || on_purpose || said || meant)
}

/// `ValueError: no`, or the type alone.
pub fn summary(raised: &Raised) -> String {
    match raised.message.lines().next() {
        Some(message) if !message.is_empty() => format!("{}: {message}", raised.type_name),
        _ => raised.type_name.clone(),
    }
}
