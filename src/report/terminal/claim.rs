//! One claim that fails or varies: its lines, its text underlined, what happened beside it.

use annotate_snippets::{AnnotationKind, Group, Level, Snippet};

use super::super::model::{ClaimReport, ResultReport};
use super::super::summary::is_soft_failure;
use super::super::words::Manner;
use super::excerpt::{Excerpt, Lines};
use super::paint::Paint;
use super::{clean, diff, words};
use crate::judge::Verdict;

/// A statement further from its claim than this is not shown with it, lines.
const NEAR: usize = 40;
/// Lines of a claim that are shown.
const TALL: usize = 30;

/// A claim, and where the blocks begin that ran before its own, document lines.
#[derive(Debug, Clone)]
pub(super) struct Shown<'a> {
    pub(super) claim: &'a ClaimReport,
    pub(super) behind: Vec<usize>,
}

/// Renders a claim of the document at `path`.
pub(super) fn render(shown: &Shown<'_>, path: &str, lines: Option<&Lines<'_>>, paint: &Paint) -> String {
    let claim = shown.claim;
    let Some(against) = claim.results.iter().find(|result| result.verdict == Verdict::Fails) else {
        return String::new();
    };
    let first = if claim.line.abs_diff(claim.subject_line) <= NEAR { claim.subject_line } else { claim.line };
    let last = claim.end_line.min(claim.line + TALL).max(first);
    let excerpt = lines.and_then(|lines| lines.excerpt(first.min(claim.line), last));
    let drawn = match excerpt {
        Some(excerpt) => draw(shown, against, path, &excerpt, paint),
        None => plain(shown, against, path, paint),
    };
    drawn + "\n" + &difference(claim, against, paint) + "\n"
}

fn draw(shown: &Shown<'_>, against: &ResultReport, path: &str, excerpt: &Excerpt, paint: &Paint) -> String {
    let claim = shown.claim;
    let claimed = excerpt.range((claim.line, claim.column), (claim.end_line, claim.end_column));
    let path = clean::line(path);
    let snippet = Snippet::source(excerpt.source.as_str())
        .line_start(excerpt.first)
        .path(path.as_str())
        .annotation(AnnotationKind::Primary.span(claimed).label(label(claim, against)))
        .annotation(AnnotationKind::Visible.span(excerpt.line(claim.subject_line)));
    let level = if is_certain(claim) { Level::ERROR } else { Level::WARNING };
    let title = level.primary_title(words::title(claim, against)).id(id(claim));
    let group = Group::with_title(title).element(snippet);
    let notes = notes(shown, against, &path);
    let group = group.elements(notes.iter().map(|note| Level::NOTE.no_name().message(note.as_str())));
    paint.renderer().render(&[group])
}

/// The same in words, where the document's lines are not at hand.
fn plain(shown: &Shown<'_>, against: &ResultReport, path: &str, paint: &Paint) -> String {
    let claim = shown.claim;
    let head = if is_certain(claim) {
        paint.error(&format!("error[{}]", id(claim)))
    } else {
        paint.warning(&format!("warning[{}]", id(claim)))
    };
    let place = format!("{}:{}:{}", clean::line(path), claim.line, claim.column);
    let mut text = format!("{head}: {}\n  at {place}\n", paint.strong(words::title(claim, against)));
    text += &format!("  claimed: {}\n  it {}", clean::line(&claim.expected), label(claim, against));
    for note in notes(shown, against, path) {
        text += &format!("\n  {note}");
    }
    text
}

fn is_certain(claim: &ClaimReport) -> bool {
    claim.verdict != Verdict::Varies && !is_soft_failure(claim)
}

fn id(claim: &ClaimReport) -> &'static str {
    if claim.verdict == Verdict::Varies { "varies" } else { "fails" }
}

/// What happened; where that is several lines, the first that differs.
fn label(claim: &ClaimReport, against: &ResultReport) -> String {
    match (first_difference(claim, against), words::manner(claim.kind, against)) {
        (Some(line), Manner::Printed) => {
            let lines = against.actual.trim_end().lines().count();
            format!("prints {}; line {line} differs", words::count(lines, "line"))
        }
        (Some(line), _) => format!("differs in line {line}"),
        (None, _) => words::happened(claim.kind, against),
    }
}

/// The first line that differs, where several came. Printed lines claimed in one line are told by the label.
fn first_difference(claim: &ClaimReport, against: &ResultReport) -> Option<usize> {
    let compared = matches!(words::manner(claim.kind, against), Manner::Printed | Manner::Value);
    let several = |text: &str| text.trim_end().contains('\n');
    let in_one_line = words::manner(claim.kind, against) == Manner::Printed && !several(&claim.expected);
    (compared && several(&against.actual) && !in_one_line)
        .then(|| diff::first_difference(&claim.expected, &against.actual))
        .flatten()
}

/// What the label leaves open: the versions, other results, the reason, and what ran before.
fn notes(shown: &Shown<'_>, against: &ResultReport, path: &str) -> Vec<String> {
    let claim = shown.claim;
    let mut notes = Vec::new();
    let same = |other: &ResultReport| (other.verdict, &other.actual) == (against.verdict, &against.actual);
    if !claim.results.iter().all(same) {
        notes.push(by_version(claim));
    }
    let reason = words::reason(against);
    if !reason.is_empty() {
        notes.push(clean::line(reason));
    }
    notes.extend(Some(words::taken_for_claim(claim).to_owned()).filter(|why| !why.is_empty()));
    notes.extend(behind(&shown.behind));
    notes.extend(trial(claim, against, path));
    notes
}

/// A line for each version: whether it holds there, and what happens where it does not.
fn by_version(claim: &ClaimReport) -> String {
    let width = claim.results.iter().map(|result| result.interpreter.chars().count()).max().unwrap_or_default();
    let lines = claim.results.iter().map(|result| {
        let instead = match result.verdict {
            Verdict::Holds => String::new(),
            Verdict::Undecidable => clean::line(&result.reason),
            Verdict::Fails | Verdict::Varies => words::happened(claim.kind, result),
        };
        format!("{:width$} {} {instead}", result.interpreter, mark(result.verdict)).trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Where several blocks came before, a reader of this one alone may wonder at what came out.
fn behind(lines: &[usize]) -> Option<String> {
    let (last, others) = lines.split_last()?;
    let others: Vec<String> = others.iter().map(usize::to_string).collect();
    (!others.is_empty()).then(|| format!("run after the blocks at lines {} and {last}", others.join(", ")))
}

/// Code that the reader has not seen has tried the claim: where it is shown.
fn trial(claim: &ClaimReport, against: &ResultReport, path: &str) -> Option<String> {
    (words::manner(claim.kind, against) == Manner::NotSo)
        .then(|| format!("`snipcheck explain {path}:{}` shows the code that tried it", claim.line))
}

fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "✓",
        Verdict::Fails | Verdict::Varies => "✗",
        Verdict::Undecidable => "?",
    }
}

/// The lines claimed and the lines that came, where there are several.
fn difference(claim: &ClaimReport, against: &ResultReport, paint: &Paint) -> String {
    match first_difference(claim, against) {
        Some(_) => diff::render(&claim.expected, &against.actual, ["claimed", "what came"], paint),
        None => String::new(),
    }
}
