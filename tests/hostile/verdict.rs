//! How a case ended, in one word and a detail:
//!
//! `ok` · `error TYPE` (an exception that counts against the text) · `blocked TYPE` (an exception that the report lays to
//! what is missing or refused, and not to the text) · `timeout` · `cpu` · `memory` · `output` · `crash N` (a signal) ·
//! `exit N` · `lost` (the worker broke).

use snipcheck::judge::{self, BlockRun, Outcome, Run};
use snipcheck::plan::Plan;
use snipcheck::wire::{Ended, Event, Interpreter, Observation};

/// The word for an observation of the one job of a plan.
pub fn of(plan: &Plan, interpreter: &Interpreter, seen: &Observation) -> String {
    match &seen.ended {
        Ended::Finished => raised(seen).map_or("ok".into(), |name| by_report(plan, interpreter, seen, name)),
        Ended::Exit(status) => format!("exit {status}"),
        Ended::Signal(number) => format!("crash {number}"),
        Ended::TimedOut => "timeout".into(),
        Ended::OutOfMemory => "memory".into(),
        Ended::Lost(_) => "lost".into(),
        limit => format!("{limit:?}").trim_end_matches("Limit").to_lowercase(),
    }
}

/// The exception that left the last statement that one left.
fn raised(seen: &Observation) -> Option<&str> {
    seen.events.iter().rev().find_map(|event| match event {
        Event::Statement { raised, .. } | Event::Hit { raised, .. } => {
            raised.as_ref().map(|raised| &raised.type_name[..])
        }
        Event::Refused { raised, .. } => Some(&raised.type_name),
        _ => None,
    })
}

/// Whether the report holds an exception against the text.
fn by_report(plan: &Plan, interpreter: &Interpreter, seen: &Observation, name: &str) -> String {
    let observations = [Some(seen.clone())];
    let off = judge::Rules::new();
    let run = Run { interpreter: &interpreter.id, version: interpreter.minor, off: &off, observations: &observations };
    let (_, runs) = judge::judge(&[], plan, &[run]);
    let excused = |run: &BlockRun| !run.finding && !matches!(run.outcome, Outcome::Ok | Outcome::OutOfMemory);
    let word = if runs.iter().any(excused) { "blocked" } else { "error" };
    format!("{word} {name}")
}
