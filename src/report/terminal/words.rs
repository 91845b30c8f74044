//! Kinds, verdicts and outcomes in words. Owns the wording of labels and titles.

use super::super::model::{ClaimReport, ResultReport, RunReport};
use super::clean;
use crate::claims::Kind;
use crate::judge::{Outcome, Rule, Verdict};
use crate::wire::Level;

/// What is wrong, in few words.
pub(super) fn title(claim: &ClaimReport) -> &'static str {
    if claim.verdict == Verdict::Varies {
        return "this depends on the version of Python";
    }
    let mut failing = claim.results.iter().filter(|result| result.verdict == Verdict::Fails);
    let raised = failing.any(|result| !happened_as_exception(claim.kind, &result.actual).is_empty());
    match claim.kind {
        Kind::Raises if raised => "another exception is raised",
        Kind::Raises => "no exception is raised",
        _ if raised => "an exception is raised instead",
        Kind::Stdout => "something else is printed",
        Kind::Value => "the value is different",
        Kind::Type => "the type is different",
        Kind::NoRaise => "an exception is raised",
        Kind::State => "the state is different",
        Kind::Size => "the size is different",
    }
}

/// What really happened: `prints B`, `is [1, 2]`, `raises TypeError: …`, `raises nothing`.
pub(super) fn happened(kind: Kind, result: &ResultReport) -> String {
    let actual = result.actual.as_str();
    let exception = happened_as_exception(kind, actual);
    match kind {
        _ if !exception.is_empty() => format!("raises {}", clean::short(exception)),
        Kind::Raises | Kind::NoRaise => "raises nothing".to_owned(),
        Kind::Stdout if actual.is_empty() => "prints nothing".to_owned(),
        Kind::Stdout => format!("prints {}", quoted(actual)),
        _ if !actual.is_empty() => format!("is {}", quoted(actual)),
        _ if !result.reason.is_empty() => clean::short(&result.reason),
        _ => "is something else".to_owned(),
    }
}

/// The exception that `actual` speaks of, or nothing. For the other kinds it is introduced by a word, since a value
/// or an output may look like one.
fn happened_as_exception(kind: Kind, actual: &str) -> &str {
    match kind {
        Kind::Raises | Kind::NoRaise => actual.strip_prefix("raises ").unwrap_or(actual).trim_start_matches("nothing"),
        _ => actual.strip_prefix("raises ").unwrap_or_default(),
    }
}

/// One final line end goes without saying; white space that could not be seen is put in quotes.
fn quoted(text: &str) -> String {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let shown = clean::short(text);
    if text.trim() == text && !text.is_empty() { shown } else { format!("\"{shown}\"") }
}

/// How a block ended, for the summary.
pub(super) fn ending(run: &RunReport) -> String {
    let detail = clean::short(&run.detail);
    let named = |what: &str| if detail.is_empty() { what.to_owned() } else { format!("{what} {detail}") };
    let with = |what: &str| if detail.is_empty() { what.to_owned() } else { format!("{what}: {detail}") };
    match run.outcome {
        Outcome::Ok => "ran".to_owned(),
        Outcome::Raised => with("exception"),
        Outcome::SyntaxError => with("syntax error"),
        Outcome::MissingName => named("missing name"),
        Outcome::MissingModule => named("missing module"),
        Outcome::MissingFile => named("missing file"),
        Outcome::Network => with("wants the network"),
        Outcome::TimedOut => "timed out".to_owned(),
        Outcome::OutOfMemory => "out of memory".to_owned(),
        Outcome::OutputLimit => "too much output".to_owned(),
        Outcome::Killed => with("killed"),
        Outcome::WorkerLost => with("worker lost"),
        Outcome::Skipped => with("skipped"),
    }
}

/// The name of an outcome in the JSON.
pub(super) fn outcome(outcome: Outcome) -> String {
    spelled(outcome)
}

/// The name of a level of protection.
pub(super) fn level(level: Level) -> String {
    spelled(level)
}

/// The names of the rules that a verdict needed.
pub(super) fn rules(rules: &[Rule]) -> String {
    let names: Vec<String> = rules.iter().copied().map(spelled).collect();
    names.join(", ")
}

/// The name as the JSON has it: one spelling everywhere.
pub(crate) fn spelled(name: impl serde::Serialize) -> String {
    let value = serde_json::to_value(name).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// `1 fails`, `2 fail`.
pub(super) fn verdicts(number: usize, verdict: Verdict) -> String {
    let (one, many) = match verdict {
        Verdict::Holds => ("holds", "hold"),
        Verdict::Fails => ("fails", "fail"),
        Verdict::Varies => ("varies", "vary"),
        Verdict::Undecidable => ("undecidable", "undecidable"),
    };
    format!("{number} {}", if number == 1 { one } else { many })
}

/// `1 claim`, `2 claims`.
pub(crate) fn count(number: usize, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}
