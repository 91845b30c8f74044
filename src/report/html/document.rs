//! One document: its running text and its blocks in turn, or what is known of it where its text is not at hand.

use std::collections::BTreeSet;

use super::super::findings;
use super::super::model::DocumentReport;
use super::block::{self, Lines};
use super::marks::{Ids, Mark, Marks};
use super::prose::{self, Outline};
use super::segment::{self, Segment};
use super::{claim, clean, page, text};
use crate::judge::Verdict;
use crate::text::LineIndex;

/// A stretch of the page that is shown or hidden as a whole.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) html: String,
    /// The verdicts in it.
    verdicts: BTreeSet<String>,
}

impl Part {
    pub(super) fn add(&mut self, verdict: Verdict) {
        self.verdicts.insert(claim::class(verdict));
    }

    /// The notes of claims that are in it.
    pub(super) fn notes(&mut self, marks: &[Mark<'_>]) -> String {
        marks.iter().for_each(|mark| self.add(mark.claim.verdict));
        marks.iter().map(claim::note).collect()
    }

    fn render(&self) -> String {
        let classes: String = self.verdicts.iter().map(|class| format!(" {class}")).collect();
        format!("<div class=\"part{classes}\">{}</div>\n", self.html)
    }
}

/// Renders a document.
pub(super) fn render(ids: Ids, document: &DocumentReport, text: Option<&str>) -> String {
    let mut marks = Marks::new(ids, document, text.unwrap_or_default());
    let mut parts = match text {
        Some(text) => whole(ids, document, text, &mut marks),
        None => without_text(ids, document, &mut marks),
    };
    let mut rest = Part::default();
    rest.html = rest.notes(marks.until(usize::MAX));
    parts.extend(Some(rest).filter(|rest| !rest.html.is_empty()));
    let verdicts: BTreeSet<&String> = parts.iter().flat_map(|part| &part.verdicts).collect();
    let classes: String = verdicts.iter().map(|class| format!(" {class}")).collect();
    let (id, path) = (ids.document(), text::escape(&clean::line(&document.path)));
    let body: String = parts.iter().map(Part::render).collect();
    let head = format!(
        "<h2 id=\"{id}-title\">{path}</h2>\n<p class=\"counts\">{}</p>\n{}",
        page::counts(document),
        notes(document) + &drift(document)
    );
    format!(
        "<article class=\"document{classes}\" id=\"{id}\" aria-labelledby=\"{id}-title\">\n{head}{body}</article>\n"
    )
}

/// What is not as it was recorded.
fn drift(document: &DocumentReport) -> String {
    let drift = document.drift.iter().map(|drift| findings::of_drift(&document.path, drift));
    let lines: String = drift
        .map(|finding| {
            let line = finding.place.map_or(0, |place| place.line);
            format!("<li>line {line}: <b>{}</b>: {}</li>", text::escape(&finding.title), text::escape(&finding.message))
        })
        .collect();
    if lines.is_empty() { lines } else { format!("<ul class=\"notes\">{lines}</ul>\n") }
}

/// What an author should know about the reading.
fn notes(document: &DocumentReport) -> String {
    let notes = document.notes.iter();
    let notes: String = notes
        .map(|note| format!("<li>line {}: {}</li>", note.line, text::escape(&clean::line(&note.message))))
        .collect();
    if notes.is_empty() { notes } else { format!("<ul class=\"notes\">{notes}</ul>\n") }
}

fn without_text(ids: Ids, document: &DocumentReport, marks: &mut Marks<'_>) -> Vec<Part> {
    let html = "<p class=\"absent\">The text of this document is not at hand, or has changed since.</p>".into();
    let blocks = document.blocks.iter().enumerate();
    let blocks = blocks.map(|(place, block)| block::render(ids, place, block, None, marks));
    std::iter::once(Part { html, ..Part::default() }).chain(blocks).collect()
}

/// Running text and blocks in turn.
fn whole(ids: Ids, document: &DocumentReport, source: &str, marks: &mut Marks<'_>) -> Vec<Part> {
    let lines = Lines { text: source, index: LineIndex::new(source) };
    let (mut parts, mut outline) = (Vec::new(), Outline::default());
    let mut gap = Gap { first: 1, end: 1, fenced: (false, false), loose: document.format == "mdx" };
    for (place, block) in document.blocks.iter().enumerate() {
        // A report may have been changed: only lines that are there, in their order.
        if block.start_line < gap.first || block.end_line > lines.index.count() {
            continue;
        }
        let opened = block.start_line > gap.first && segment::is_fence(lines.line(block.start_line - 1));
        gap.end = block.start_line;
        gap.fenced.1 = opened;
        parts.extend(prose::render(&gap.segment(&lines), marks, &mut outline));
        parts.push(block::render(ids, place, block, Some(&lines), marks));
        gap.first = block.end_line.max(block.start_line.saturating_sub(1)) + 1;
        gap.fenced.0 = opened && gap.first <= lines.index.count() && segment::is_fence(lines.line(gap.first));
        gap.loose = document.format == "mdx" || lines.indent(block) > 0;
    }
    (gap.end, gap.fenced.1) = (lines.index.count() + 1, false);
    parts.extend(prose::render(&gap.segment(&lines), marks, &mut outline));
    parts
}

/// The running text between two blocks.
struct Gap {
    /// Its first line, and the line behind it.
    first: usize,
    end: usize,
    /// Whether the first and the last line are fences of the blocks.
    fenced: (bool, bool),
    /// Whether an indent means nothing there.
    loose: bool,
}

impl Gap {
    fn segment(&self, lines: &Lines<'_>) -> Segment {
        let (first, end) = (self.first + usize::from(self.fenced.0), self.end - usize::from(self.fenced.1));
        Segment::new((first..end).map(|line| (lines.index.start(line), lines.line(line))), self.loose)
    }
}
