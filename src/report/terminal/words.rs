//! Kinds, verdicts and outcomes in words. Owns the wording of labels and titles.

use super::super::model::{ClaimReport, ResultReport, RunReport};
use super::clean;
use crate::claims::{Form, Kind};
use crate::judge::{Outcome, Rule, Verdict};
use crate::wire::Level;

/// In what shape the thing happened that a result tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    Raised,
    RaisedNothing,
    Printed,
    Value,
}

/// Says the judge's reason, where it is one of its words; else what suits the kind of claim.
pub(super) fn manner(kind: Kind, result: &ResultReport) -> Manner {
    match (result.reason.as_str(), kind) {
        ("raised", _) => Manner::Raised,
        ("no exception", _) => Manner::RaisedNothing,
        ("printed", _) => Manner::Printed,
        ("value", _) => Manner::Value,
        (_, Kind::Raises | Kind::NoRaise) if result.actual.is_empty() => Manner::RaisedNothing,
        (_, Kind::Raises | Kind::NoRaise) => Manner::Raised,
        (_, Kind::Stdout) => Manner::Printed,
        (_, Kind::Value | Kind::Type | Kind::State | Kind::Size) => Manner::Value,
    }
}

/// A reason that says more than the manner; or nothing.
pub(super) fn reason(result: &ResultReport) -> &str {
    match result.reason.as_str() {
        "raised" | "no exception" | "printed" | "value" => "",
        reason => reason,
    }
}

/// What is wrong, in few words.
pub(super) fn title(claim: &ClaimReport, against: &ResultReport) -> &'static str {
    if claim.verdict == Verdict::Varies {
        return "this depends on the version of Python";
    }
    match (claim.kind, manner(claim.kind, against)) {
        (_, Manner::Raised) if claim.form == Form::Assert => "the assertion does not hold",
        (Kind::Raises, Manner::Raised) => "another exception is raised",
        (Kind::Raises, _) => "no exception is raised",
        (Kind::NoRaise, _) => "an exception is raised",
        (_, Manner::Raised) => "an exception is raised instead",
        (Kind::Stdout, _) => "something else is printed",
        (Kind::Value, _) => "the value is different",
        (Kind::Type, _) => "the type is different",
        (Kind::State, _) => "the state is different",
        (Kind::Size, _) => "the size is different",
    }
}

/// What really happened: `prints B`, `is [1, 2]`, `raises TypeError: …`, `raises nothing`.
pub(super) fn happened(kind: Kind, result: &ResultReport) -> String {
    let actual = result.actual.as_str();
    match manner(kind, result) {
        Manner::Raised => format!("raises {}", clean::short(actual)),
        Manner::RaisedNothing => "raises nothing".to_owned(),
        Manner::Printed if actual.is_empty() => "prints nothing".to_owned(),
        Manner::Printed => format!("prints {}", quoted(actual)),
        Manner::Value if actual.is_empty() => "gives no value".to_owned(),
        Manner::Value => format!("is {}", quoted(actual)),
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
