//! A claim: the mark where it stands, and the note that says what really happened.

use super::super::model::{ClaimReport, ResultReport};
use super::super::summary::is_soft_failure;
use super::marks::Mark;
use super::{text, words};
use crate::judge::Verdict;

/// The word of a verdict; the styles know it as well.
pub(super) fn class(verdict: Verdict) -> String {
    words::spelled(verdict)
}

/// A sign for it: nobody has to tell colours apart.
pub(super) fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "✓",
        Verdict::Fails => "✗",
        Verdict::Varies => "≠",
        Verdict::Undecidable => "?",
    }
}

/// A piece of a claim's text, escaped already.
pub(super) fn mark(claim: &ClaimReport, escaped: &str, is_first: bool) -> String {
    let class = class(claim.verdict);
    match is_first {
        true => {
            format!("<mark class=\"{class} first\"><span class=\"hidden\">[claim, {class}:] </span>{escaped}</mark>")
        }
        false => format!("<mark class=\"{class}\">{escaped}</mark>"),
    }
}

/// What stands below it.
pub(super) fn note(mark: &Mark<'_>) -> String {
    let claim = mark.claim;
    let class = class(claim.verdict);
    let soft = if is_soft_failure(claim) { " (soft)" } else { "" };
    let verdict = format!("<strong class=\"verdict\">{}{soft}</strong>", verdict(claim.verdict));
    let body =
        format!("<p>{verdict} {}{}</p>{}{}", sentence(claim), everywhere(claim), several_lines(claim), versions(claim));
    format!("<div class=\"claim {class}\" id=\"{}\">{body}</div>\n", mark.id)
}

/// Sign and word.
pub(super) fn verdict(verdict: Verdict) -> String {
    format!("<span aria-hidden=\"true\">{}</span> {}", sign(verdict), class(verdict))
}

fn sentence(claim: &ClaimReport) -> String {
    let claimed =
        format!("line {}: <code>{}</code>", claim.line, text::escape(&super::clean::short(claim.expected.trim())));
    match (claim.verdict, against(claim)) {
        (Verdict::Holds, _) if claim.rules.is_empty() => claimed,
        (Verdict::Holds, _) => format!("{claimed}, by {}", text::escape(&words::rules(&claim.rules))),
        (Verdict::Undecidable, _) => format!("{claimed}; {}", text::escape(&words::undecided(claim))),
        (Verdict::Fails | Verdict::Varies, Some(result)) => {
            let (title, happened) = (words::title(claim, result), words::happened(claim.kind, result));
            let reasons = [words::reason(result), words::taken_for_claim(claim)];
            let reason = reasons.into_iter().filter(|reason| !reason.is_empty()).collect::<Vec<_>>().join("; ");
            let reason = if reason.is_empty() {
                String::new()
            } else {
                format!(" ({})", text::escape(&super::clean::line(&reason)))
            };
            let on = if claim.verdict == Verdict::Varies {
                format!("on Python {} ", text::escape(&result.interpreter))
            } else {
                String::new()
            };
            format!("{claimed} is claimed, and {title}: {on}it <b>{}</b>{reason}", text::escape(&happened))
        }
        (Verdict::Fails | Verdict::Varies, None) => claimed,
    }
}

/// The first result that speaks against it.
fn against(claim: &ClaimReport) -> Option<&ResultReport> {
    claim.results.iter().find(|result| result.verdict == Verdict::Fails)
}

/// Both texts whole, where one of them has several lines.
fn several_lines(claim: &ClaimReport) -> String {
    let Some(result) = against(claim) else { return String::new() };
    if !claim.expected.trim().contains('\n') && !result.actual.trim().contains('\n') {
        return String::new();
    }
    let (claimed, came) = (text::lines(&claim.expected), text::lines(&result.actual));
    format!(
        "<dl class=\"both\"><dt>claimed</dt><dd><pre>{claimed}</pre></dd><dt>what came</dt><dd><pre>{came}</pre></dd></dl>"
    )
}

/// Whether all Pythons gave the same.
fn is_same(claim: &ClaimReport) -> bool {
    let same =
        |first: &ResultReport, other: &ResultReport| (first.verdict, &first.actual) == (other.verdict, &other.actual);
    claim.results.iter().zip(claim.results.iter().skip(1)).all(|(first, other)| same(first, other))
}

fn everywhere(claim: &ClaimReport) -> &'static str {
    if claim.results.len() > 1 && is_same(claim) { " <span class=\"each\">on each Python</span>" } else { "" }
}

/// A row for each Python, where they differ.
fn versions(claim: &ClaimReport) -> String {
    if is_same(claim) {
        return String::new();
    }
    let row = |result: &ResultReport| {
        let id = text::escape(&result.interpreter);
        let (class, happened) = (class(result.verdict), text::escape(&what(claim, result)));
        format!(
            "<tr class=\"{class}\"><th scope=\"row\">{id}</th><td>{}</td><td>{happened}</td></tr>",
            verdict(result.verdict)
        )
    };
    let rows: String = claim.results.iter().map(row).collect();
    let head =
        "<tr><th scope=\"col\">Python</th><th scope=\"col\">verdict</th><th scope=\"col\">what happened</th></tr>";
    format!("<table><thead>{head}</thead><tbody>{rows}</tbody></table>")
}

fn what(claim: &ClaimReport, result: &ResultReport) -> String {
    match result.verdict {
        Verdict::Undecidable => super::clean::line(&result.reason),
        _ => words::happened(claim.kind, result),
    }
}
