//! From verdicts to changes of the document: the claimed text makes room for what really happened, in its author's manner.
//!
//! Owns what a mended claim looks like. Reads and writes no files, runs nothing: whether a mended document really holds
//! is found out by whoever asked.

mod apply;
pub mod insert;
mod layout;
mod manner;
mod model;
mod target;
mod traceback;
mod turn;

pub use apply::{Moved, apply};
pub use model::{Edit, Finding, Mend, Remedy, Turn};

use crate::claims::{Claim, Form, Strength};
use crate::extract::Document;
use crate::judge::{Came, Judgement, Verdict};
use target::Target;

/// What can be done about every claim that fails, in the order of their places.
pub fn propose(document: &Document, claims: &[Claim], judgements: &[Judgement]) -> Vec<Finding> {
    let failing = judgements.iter().filter(|judgement| matches!(judgement.verdict, Verdict::Fails | Verdict::Varies));
    let mut findings: Vec<Finding> =
        failing.map(|judgement| finding(document, &claims[judgement.claim], judgement)).collect();
    findings.sort_by_key(|finding| finding.span);
    without_overlaps(&mut findings);
    findings
}

fn finding(document: &Document, claim: &Claim, judgement: &Judgement) -> Finding {
    let whole = claim.whole.as_ref().filter(|_| judgement.whole);
    let (span, claimed) = whole.map_or((claim.span, &claim.claimed), |whole| (whole.span, &whole.claimed));
    let remedy = mend(document, claim, judgement).map_or_else(Remedy::Author, Remedy::Mend);
    let actual = judgement.results.first().map_or_else(String::new, |result| result.actual.clone());
    Finding {
        span,
        line: document.source.line(span.start),
        block: claim.block,
        subject_line: claim.subject_line,
        claimed: claimed.clone(),
        actual,
        remedy,
    }
}

/// The mended text, or why only the author can mend it.
fn mend(document: &Document, claim: &Claim, judgement: &Judgement) -> Result<Mend, String> {
    mendable(claim, judgement)?;
    let came = clear(judgement)?;
    let target = target::find(document, claim, judgement.whole, came)?;
    let room = layout::room(&document.source.text, &target);
    let lines = lines(claim, &target, came, room.is_some())?;
    let lines = match layout::is_too_long(&document.source.text, &target, &lines) {
        true => manner::shortened(&target.claimed, came, claim.form).ok_or("what came is too long for its line")?,
        false => lines,
    };
    let turn = turn::of(claim, &target.claimed, &lines, came);
    let edit = layout::edit(&document.source.text, &target, &lines, room)?;
    Ok(Mend { edit, turn })
}

fn mendable(claim: &Claim, judgement: &Judgement) -> Result<(), String> {
    match claim.form {
        _ if judgement.verdict == Verdict::Varies => Err("it depends on the version of Python".into()),
        Form::Assert => Err("the assertion is code".into()),
        Form::Pin => Err("it is a pin, which says what must stay so".into()),
        _ if claim.strength == Strength::Soft => Err("it is only about right, or told in words".into()),
        _ => Ok(()),
    }
}

/// The one thing that happened, on every interpreter alike.
fn clear(judgement: &Judgement) -> Result<&Came, String> {
    let mut all = judgement.results.iter().filter(|result| result.verdict == Verdict::Fails);
    let first = all.next().and_then(|result| result.came.as_ref()).ok_or("no single thing came instead of it")?;
    let told = |came: &Came| match came {
        Came::Printed(printed) => printed.clone(),
        Came::Value(value) => value.repr.clone(),
        Came::Raised(printed, raised) => format!("{printed}{}: {}", raised.type_name, raised.message),
    };
    match all.all(|result| result.came.as_ref().map(&told) == Some(told(first))) {
        true => Ok(first),
        false => Err("something else comes out on each Python".into()),
    }
}

fn lines(claim: &Claim, target: &Target, came: &Came, has_room: bool) -> Result<Vec<String>, String> {
    let lines = match came {
        Came::Raised(printed, raised) => traceback::lines(claim, target, printed, raised)?,
        _ => manner::lines(claim, &target.claimed, came, has_room)
            .ok_or("what came cannot be written in the manner of the text")?,
    };
    if lines == target.claimed.lines().collect::<Vec<_>>() {
        return Err("written as the author writes, it would be the same text".into());
    }
    match lines.iter().all(|line| !line.contains(|c: char| c.is_control() && c != '\t')) {
        true => Ok(lines),
        false => Err("what came has control characters".into()),
    }
}

/// Of two mends of the same place neither can be right without the other.
fn without_overlaps(findings: &mut [Finding]) {
    let span = |finding: &Finding| match &finding.remedy {
        Remedy::Mend(mend) => Some(mend.edit.span),
        Remedy::Author(_) => None,
    };
    let spans: Vec<_> = findings.iter().map(span).collect();
    for (at, finding) in findings.iter_mut().enumerate() {
        let Some(own) = spans[at] else { continue };
        let mut others = spans.iter().enumerate().filter(|(other, _)| *other != at).filter_map(|(_, span)| *span);
        if others.any(|other| other.start < own.end && own.start < other.end) {
            finding.remedy = Remedy::Author("several claims stand in this place".into());
        }
    }
}
