//! Kinds, verdicts and outcomes in words. Owns the wording of labels and titles.

use super::clean;
use super::model::{BlockReport, ClaimReport, Drifted, Report, ResultReport, RunReport};
use crate::claims::{Form, Kind, NOT_SO};
use crate::judge::{Limit, Outcome, Rule, Verdict};
use crate::wire::Level;

/// In what shape the thing happened that a result tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    Raised,
    RaisedNothing,
    Printed,
    Value,
    /// A fact about Python that was tried.
    NotSo,
    NoExpression,
}

/// Says the judge's reason, where it is one of its words; else what suits the kind of claim.
pub(crate) fn manner(kind: Kind, result: &ResultReport) -> Manner {
    match (result.reason.as_str(), kind) {
        ("raised", _) => Manner::Raised,
        ("no exception", _) => Manner::RaisedNothing,
        ("printed", _) => Manner::Printed,
        (_, Kind::Effect) if result.actual == NOT_SO => Manner::NotSo,
        ("value", _) => Manner::Value,
        ("no expression", _) => Manner::NoExpression,
        (_, Kind::Raises | Kind::NoRaise) if result.actual.is_empty() => Manner::RaisedNothing,
        (_, Kind::Raises | Kind::NoRaise) => Manner::Raised,
        (_, Kind::Stdout) => Manner::Printed,
        (_, Kind::Value | Kind::Type | Kind::State | Kind::Size | Kind::Time | Kind::Hang | Kind::Effect) => {
            Manner::Value
        }
    }
}

/// A reason that says more than the manner; or nothing.
pub(crate) fn reason(result: &ResultReport) -> &str {
    match result.reason.as_str() {
        "raised" | "no exception" | "printed" | "value" | "no expression" => "",
        reason => reason,
    }
}

/// Why a text that need not be a claim was taken for one; nothing where its own words tell.
pub(crate) fn taken_for_claim(claim: &ClaimReport) -> &'static str {
    let fails = matches!(claim.verdict, Verdict::Fails | Verdict::Varies);
    match fails && claim.rules.contains(&Rule::Siblings) {
        true => "the comments like it in this block are results (rule `siblings`)",
        false => "",
    }
}

/// What is wrong, in few words.
pub(crate) fn title(claim: &ClaimReport, against: &ResultReport) -> &'static str {
    if claim.verdict == Verdict::Varies {
        return "this depends on the version of Python";
    }
    match (claim.kind, manner(claim.kind, against)) {
        (_, Manner::Raised) if claim.form == Form::Assert => "the assertion does not hold",
        (_, Manner::NoExpression) => "the pin cannot be read: write an expression that must be true",
        _ if claim.form == Form::Pin => "the pin does not hold",
        (_, Manner::RaisedNothing) if claim.form == Form::Directive => "no exception is raised, and one is expected",
        (Kind::Raises, Manner::Raised) => "another exception is raised",
        (Kind::Raises, _) => "no exception is raised",
        (Kind::NoRaise, _) => "an exception is raised",
        (_, Manner::Raised) => "an exception is raised instead",
        (Kind::Stdout, _) | (_, Manner::Printed) => "something else is printed",
        (Kind::Value, _) => "the value is different",
        (Kind::Type, _) => "the type is different",
        (Kind::State, _) => "the state is different",
        (Kind::Size, _) => "the size is different",
        (Kind::Time, _) => "the time is different",
        (Kind::Hang, _) => "it comes to its end",
        (_, Manner::NotSo) => "this is not so in Python",
        (Kind::Effect, _) => "it does something else",
    }
}

/// What really happened: `prints B`, `is [1, 2]`, `raises TypeError: …`, `raises nothing`.
pub(crate) fn happened(kind: Kind, result: &ResultReport) -> String {
    let actual = result.actual.as_str();
    match manner(kind, result) {
        Manner::Value if kind == Kind::Hang => "comes to its end".to_owned(),
        Manner::NoExpression => format!("is no expression of Python: {}", clean::short(actual)),
        Manner::Raised => format!("raises {}", clean::short(actual)),
        Manner::RaisedNothing => "raises nothing".to_owned(),
        Manner::Printed if actual.is_empty() => "prints nothing".to_owned(),
        Manner::Printed => format!("prints {}", printed(actual)),
        Manner::NotSo => "is not so".to_owned(),
        Manner::Value if actual.is_empty() => "gives no value".to_owned(),
        Manner::Value => format!("is {}", quoted(actual)),
    }
}

/// Several lines in one: how many, and what they are.
fn printed(text: &str) -> String {
    let lines: Vec<&str> = text.trim_end().lines().map(str::trim_end).collect();
    if lines.len() < 2 {
        return quoted(text);
    }
    format!("{}: {}", count(lines.len(), "line"), clean::short(&lines.join(", ")))
}

/// One final line end goes without saying; white space that could not be seen is put in quotes.
fn quoted(text: &str) -> String {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let shown = clean::short(text);
    if text.trim() == text && !text.is_empty() { shown } else { format!("\"{shown}\"") }
}

/// Why a claim could not be decided.
pub(crate) fn undecided(claim: &ClaimReport) -> String {
    if !claim.needs.is_empty() {
        // A limit is told with its option, as a need that can be met.
        let needs = claim.needs.iter().map(|need| match need.strip_prefix("limit:") {
            Some(name) => format!("a higher --{name}"),
            None => need.clone(),
        });
        return format!("needs {}", clean::line(&needs.collect::<Vec<_>>().join(", ")));
    }
    let reasons = claim.results.iter().map(|result| result.reason.as_str());
    clean::line(reasons.into_iter().find(|reason| !reason.is_empty()).unwrap_or("no run reached it"))
}

/// How a block ended, with all that is known.
pub(crate) fn ending(run: &RunReport) -> String {
    let (kind, detail) = (ending_kind(run), clean::line(&run.detail));
    match run.outcome {
        // The detail is in the kind already, or says the same at more length.
        Outcome::MissingName | Outcome::MissingModule | Outcome::MissingFile | Outcome::Skipped => kind,
        limited if Limit::of_outcome(limited).is_some() => format!("{}: {detail}", limit_reached(limited)),
        Outcome::Raised | Outcome::SyntaxError if !detail.is_empty() => detail,
        Outcome::Killed => format!("{kind}: {}", signal(&detail)),
        _ if detail.is_empty() => kind,
        _ => format!("{kind}: {detail}"),
    }
}

/// `signal 6 (aborted)`: few know the numbers. Source: signal(7).
fn signal(detail: &str) -> String {
    let meaning = match detail {
        "signal 4" => "illegal instruction",
        "signal 6" => "aborted",
        "signal 7" => "bus error",
        "signal 8" => "arithmetic error",
        "signal 11" => "invalid memory access",
        "signal 14" => "alarm clock",
        "signal 15" => "terminated",
        "signal 31" => "forbidden system call",
        _ => return detail.to_owned(),
    };
    format!("{detail} ({meaning})")
}

/// How a block ended, so short that blocks with the same trouble can be counted.
pub(crate) fn ending_kind(run: &RunReport) -> String {
    let detail = clean::short(&run.detail);
    let words = match run.outcome {
        Outcome::Ok => "ran",
        Outcome::Raised => "exception",
        Outcome::SyntaxError => "syntax error",
        Outcome::MissingName => return format!("missing name {detail}"),
        Outcome::MissingModule => return format!("missing module {detail}"),
        Outcome::MissingFile => return format!("missing file {detail}"),
        Outcome::Network => "wants the network",
        Outcome::Killed => "killed",
        Outcome::WorkerLost => "worker lost",
        Outcome::Skipped => return skipped(&detail),
        limited => {
            let option = Limit::of_outcome(limited).map(|limit| format!(" (--{})", limit.name())).unwrap_or_default();
            return format!("{}{option}", limit_reached(limited));
        }
    };
    words.to_owned()
}

/// Which limit a block reached.
fn limit_reached(outcome: Outcome) -> String {
    let words = match outcome {
        Outcome::TimedOut => "timed out",
        Outcome::CpuLimit => "out of processor time",
        Outcome::OutOfMemory => "out of memory",
        Outcome::ProcessLimit => "too many processes or threads",
        Outcome::OpenFilesLimit => "too many open files",
        Outcome::ScratchLimit => "out of scratch space",
        Outcome::ScratchFilesLimit => "too many scratch files",
        Outcome::OutputLimit => "too much output",
        Outcome::ReportLimit => "too much to report",
        other => return spelled(other),
    };
    words.to_owned()
}

fn skipped(detail: &str) -> String {
    match (detail, detail.strip_prefix("python:")) {
        ("", _) => "not run".to_owned(),
        ("interrupted", _) => "not run: interrupted".to_owned(),
        _ if held_by_author(detail) => format!("not run: {detail}"),
        (_, Some(version)) => format!("needs Python {version}"),
        _ => format!("needs {detail}"),
    }
}

/// The reading rules that were off, set off from what comes before; nothing where all were on.
pub(crate) fn rules_off(report: &Report) -> String {
    let names: Vec<&str> = report.rules_off.iter().map(|rule| rule.name()).collect();
    match names.len() {
        0 => String::new(),
        _ if Rule::of_agreement().all(|rule| report.rules_off.contains(&rule)) => " · strict: all rules off".to_owned(),
        1 => format!(" · rule {} off", names[0]),
        _ => format!(" · rules {} off", names.join(", ")),
    }
}

/// Whether the words are those of a directive that keeps a block from running.
fn held_by_author(detail: &str) -> bool {
    let word = detail.split(['=', ':']).next();
    matches!(word, Some("skip" | "skip-if" | "only"))
}

/// The blocks whose ending is a finding: those that an exception ended, and those that were killed.
pub(crate) fn broken<'a>(blocks: impl Iterator<Item = &'a BlockReport>) -> [usize; 2] {
    let (mut killed, mut raised) = (0, 0);
    for block in blocks {
        let mut findings = block.runs.iter().filter(|run| run.finding).peekable();
        match (findings.peek().is_some(), findings.all(|run| run.outcome == Outcome::Killed)) {
            (false, _) => {}
            (true, true) => killed += 1,
            (true, false) => raised += 1,
        }
    }
    [raised, killed]
}

/// The numbers of [`broken`], each with its words.
pub(crate) fn broken_words([raised, killed]: [usize; 2]) -> [(usize, String); 2] {
    let exception = format!("{} ending in an exception", count(raised, "block"));
    [(raised, exception), (killed, format!("{} killed", count(killed, "block")))]
}

/// The name of an outcome in the JSON.
pub(crate) fn outcome(outcome: Outcome) -> String {
    spelled(outcome)
}

/// The name of a level of protection.
pub(crate) fn level(level: Level) -> String {
    spelled(level)
}

/// The names of the rules that a verdict needed.
pub(crate) fn rules(rules: &[Rule]) -> String {
    let names: Vec<String> = rules.iter().copied().map(spelled).collect();
    names.join(", ")
}

/// The name as the JSON has it: one spelling everywhere.
pub(crate) fn spelled(name: impl serde::Serialize) -> String {
    let value = serde_json::to_value(name).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// `1 fails`, `2 fail`.
pub(crate) fn verdicts(number: usize, verdict: Verdict) -> String {
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

/// What drifted, in a few words.
pub fn drifted(what: Drifted) -> &'static str {
    match what {
        Drifted::NoRecord => "nothing is recorded of this document",
        Drifted::NewBlock => "nothing is recorded of this block",
        Drifted::EditedBlock => "what is recorded is of other code",
        Drifted::GoneBlock => "a recorded block is gone",
        Drifted::Ending => "it ends otherwise than recorded",
        Drifted::Stdout => "it prints something else than recorded",
        Drifted::Stderr => "it says something else on standard error than recorded",
        Drifted::Value => "it shows something else than recorded",
    }
}
