//! What a report finds fault with, one by one: the common ground of the formats that list findings.
//!
//! Owns which things are findings, how grave they are and what is said of them in one sentence. Knows no format.

use super::model::{
    BlockReport, ClaimReport, DocumentReport, DriftReport, Drifted, NoteReport, Report, ResultReport, RunReport,
    Unreadable,
};
use super::summary::{FailOn, claims};
use super::{clean, words};
use crate::judge::Verdict;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look; it does not count as a failure.
    Warning,
    /// It makes the run fail.
    Error,
}

/// Something that is wrong with a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing it is: `fails`, `varies`, `undecidable`, `unreadable`, `directive`, or how a block ended (`raised`, …).
    pub rule: String,
    /// How grave.
    pub severity: Severity,
    /// The document.
    pub path: String,
    /// Where in it; `None`: all of it.
    pub place: Option<Place>,
    /// What is wrong, in few words.
    pub title: String,
    /// What is claimed and what happened, in a sentence.
    pub message: String,
    /// What it is about, such as the claimed text: the same as long as the document says the same, wherever that stands
    /// and whatever comes out.
    pub about: String,
}

/// A stretch of a document. Lines and columns from 1, columns in characters, the end behind the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// First line.
    pub line: usize,
    /// First column; `None`: whole lines.
    pub column: Option<usize>,
    /// Last line.
    pub end_line: usize,
    /// Behind the last column.
    pub end_column: Option<usize>,
}

/// The documents that could not be read.
pub fn unreadable(report: &Report) -> Vec<Finding> {
    let finding = |unreadable: &Unreadable| Finding {
        rule: "unreadable".into(),
        severity: Severity::Error,
        path: unreadable.path.clone(),
        place: None,
        title: "the document cannot be read".into(),
        message: clean::line(&unreadable.reason),
        about: String::new(),
    };
    report.unreadable.iter().map(finding).collect()
}

/// How many of them are errors, and how many warnings.
pub fn count(findings: &[Finding]) -> [usize; 2] {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    [errors, findings.len() - errors]
}

/// What is wrong with one document, by place.
pub fn of_document(document: &DocumentReport, fail_on: FailOn) -> Vec<Finding> {
    let fail_on = fail_on.of(document);
    let claims = claims(document).filter_map(|claim| of_claim(&document.path, claim, fail_on));
    let endings = document.blocks.iter().flat_map(|block| of_block(&document.path, block));
    let drift = document.drift.iter().map(|drift| of_drift(&document.path, drift));
    let mistakes = document.mistakes.iter().map(|mistake| of_mistake(&document.path, mistake));
    let mut findings: Vec<Finding> = claims.chain(endings).chain(drift).chain(mistakes).collect();
    findings.sort_by_key(|finding| finding.place);
    findings
}

/// A directive that cannot be followed.
fn of_mistake(path: &str, mistake: &NoteReport) -> Finding {
    let (line, column) = (mistake.line, Some(mistake.column));
    Finding {
        rule: "directive".into(),
        severity: Severity::Error,
        path: path.to_owned(),
        place: Some(Place { line, column, end_line: line, end_column: None }),
        title: "this directive cannot be followed".into(),
        message: clean::line(&mistake.message),
        about: mistake.message.clone(),
    }
}

/// What is wrong with a claim, if anything.
pub fn of_claim(path: &str, claim: &ClaimReport, fail_on: FailOn) -> Option<Finding> {
    let counts = fail_on.counts_claim(claim);
    if claim.verdict == Verdict::Holds || claim.verdict == Verdict::Undecidable && !counts {
        return None;
    }
    let against = claim.results.iter().find(|result| result.verdict != Verdict::Holds)?;
    let title = match claim.verdict {
        Verdict::Undecidable => "this could not be decided",
        _ => words::title(claim, against),
    };
    Some(Finding {
        rule: words::spelled(claim.verdict),
        severity: if counts { Severity::Error } else { Severity::Warning },
        path: path.to_owned(),
        place: Some(Place {
            line: claim.line,
            column: Some(claim.column),
            end_line: claim.end_line,
            end_column: Some(claim.end_column),
        }),
        title: title.to_owned(),
        message: sentence(claim, against),
        about: claim.expected.clone(),
    })
}

/// The exceptions that end a block and are claimed nowhere, each once.
pub fn of_block(path: &str, block: &BlockReport) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for run in block.runs.iter().filter(|run| run.finding) {
        let finding = ending(path, block, run);
        let known = |other: &Finding| (other.place, &other.title) == (finding.place, &finding.title);
        if !findings.iter().any(known) {
            findings.push(finding);
        }
    }
    findings
}

fn ending(path: &str, block: &BlockReport, run: &RunReport) -> Finding {
    let on = if block.runs.iter().all(|other| other.finding) { "" } else { &run.interpreter };
    let line = run.line.filter(|&line| line > 0).unwrap_or(block.start_line);
    Finding {
        rule: words::outcome(run.outcome),
        severity: Severity::Error,
        path: path.to_owned(),
        place: Some(Place { line, column: None, end_line: line, end_column: None }),
        title: words::ending(run),
        message: format!("the block ends here{}, and the text claims this nowhere", on_python(on)),
        about: words::ending(run),
    }
}

/// A result that is not as it was recorded.
pub fn of_drift(path: &str, drift: &DriftReport) -> Finding {
    let on = if drift.interpreters.is_empty() { "" } else { &drift.interpreters.join(", ") };
    let renew = "`snipcheck record --accept` keeps it as it is now";
    let message = match drift.what {
        Drifted::NoRecord | Drifted::NewBlock | Drifted::EditedBlock | Drifted::GoneBlock => renew.to_owned(),
        _ => format!("recorded {}, now {}{}", quoted(&drift.recorded), quoted(&drift.now), on_python(on)),
    };
    Finding {
        rule: "drift".into(),
        severity: Severity::Error,
        path: path.to_owned(),
        place: Some(Place { line: drift.line, column: None, end_line: drift.end_line, end_column: None }),
        title: words::drifted(drift.what).to_owned(),
        message,
        about: format!("{} {}", words::drifted(drift.what), drift.recorded),
    }
}

fn quoted(text: &str) -> String {
    if text.trim().is_empty() { "nothing".to_owned() } else { format!("`{}`", clean::short(text.trim())) }
}

/// `2.68 is claimed; on 3.9 it is 2.67`.
fn sentence(claim: &ClaimReport, against: &ResultReport) -> String {
    let claimed = clean::short(claim.expected.trim());
    let claimed = if claimed.is_empty() { "an empty line".to_owned() } else { claimed };
    let on = if claim.verdict == Verdict::Varies { on_python(&against.interpreter) } else { String::new() };
    if against.verdict == Verdict::Undecidable {
        return format!("{claimed} is claimed; {}", clean::line(&against.reason));
    }
    let reason = words::reason(against);
    let reason = if reason.is_empty() { String::new() } else { format!(" ({})", clean::line(reason)) };
    format!("{claimed} is claimed;{on} it {}{reason}", words::happened(claim.kind, against))
}

fn on_python(id: &str) -> String {
    if id.is_empty() { String::new() } else { format!(" on Python {id}") }
}
