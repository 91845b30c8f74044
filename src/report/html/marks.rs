//! Where the claims of a document stand in its text, and the signs that are put there.

use std::ops::Range;

use super::super::model::{ClaimReport, DocumentReport};
use super::{claim, claims, text};
use crate::text::LineIndex;

/// The names of places in a document's part of the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ids {
    /// The document's place in the report.
    pub(super) place: usize,
}

impl Ids {
    pub(super) fn document(self) -> String {
        format!("d{}", self.place)
    }

    /// Of a claim, counted as [`claims`] gives them.
    pub(super) fn claim(self, number: usize) -> String {
        format!("d{}-c{number}", self.place)
    }

    /// Of the ending of the block at this place among the blocks.
    pub(super) fn ending(self, block: usize) -> String {
        format!("d{}-b{block}", self.place)
    }
}

/// A claim and its place.
#[derive(Debug)]
pub(super) struct Mark<'a> {
    pub(super) claim: &'a ClaimReport,
    pub(super) id: String,
    range: Range<usize>,
    /// Whether a piece of it has been shown.
    begun: bool,
}

/// The claims of a document.
#[derive(Debug)]
pub(super) struct Marks<'a> {
    /// In the order of their ends.
    all: Vec<Mark<'a>>,
    /// Bytes of the longest one: what ends further behind a place cannot reach it.
    longest: usize,
    /// So many have been told of.
    told: usize,
}

impl<'a> Marks<'a> {
    /// Finds the places; without a text they are all at its start.
    pub(super) fn new(ids: Ids, document: &'a DocumentReport, text: &str) -> Self {
        let index = LineIndex::new(text);
        let mark = |(number, claim): (usize, &'a ClaimReport)| {
            let start = offset(text, &index, claim.line, claim.column);
            let end = offset(text, &index, claim.end_line, claim.end_column).max(start);
            Mark { claim, id: ids.claim(number), range: start..end, begun: false }
        };
        let mut all: Vec<Mark<'_>> = claims(document).enumerate().map(mark).collect();
        all.sort_by_key(|mark| (mark.range.end, mark.range.start));
        let longest = all.iter().map(|mark| mark.range.len()).max().unwrap_or(0);
        Self { all, longest, told: 0 }
    }

    /// The claims that end before `offset` and have not been given yet.
    pub(super) fn until(&mut self, offset: usize) -> &[Mark<'a>] {
        let from = self.told;
        self.told += self.all[from..].iter().take_while(|mark| mark.range.end <= offset).count();
        &self.all[from..self.told]
    }

    /// So many more.
    pub(super) fn take(&mut self, number: usize) -> &[Mark<'a>] {
        let from = self.told;
        self.told = (from + number).min(self.all.len());
        &self.all[from..self.told]
    }

    /// A stretch of the document with the claims in it marked.
    pub(super) fn paint(&mut self, source: &str, start: usize) -> String {
        let (mut shown, mut at) = (String::new(), 0);
        for (number, range) in self.inside(start..start + source.len()) {
            let (from, to) = ((range.start - start).max(at), range.end - start);
            // Ranges of another text may end anywhere.
            let inside = source.get(from..to).filter(|inside| !inside.is_empty());
            if let (Some(before), Some(inside)) = (source.get(at..from), inside) {
                shown += &text::escape(before);
                shown += &self.mark(number, &text::escape(inside));
                at = to;
            }
        }
        shown + &text::escape(source.get(at..).unwrap_or_default())
    }

    /// Text that is written otherwise in the document, at `range`: a claim there takes in all of it.
    pub(super) fn paint_whole(&mut self, shown: &str, range: Range<usize>) -> String {
        let escaped = text::escape(shown);
        match self.inside(range).first() {
            Some((number, _)) => self.mark(*number, &escaped),
            None => escaped,
        }
    }

    /// A claim may be marked in several pieces; the first one has the sign.
    fn mark(&mut self, number: usize, escaped: &str) -> String {
        let mark = &mut self.all[number];
        let is_first = !std::mem::replace(&mut mark.begun, true);
        claim::mark(mark.claim, escaped, is_first)
    }

    /// The parts of claims that lie in `range`, by their starts.
    fn inside(&self, range: Range<usize>) -> Vec<(usize, Range<usize>)> {
        let first = self.all.partition_point(|mark| mark.range.end <= range.start);
        let last = self.all.partition_point(|mark| mark.range.end <= range.end + self.longest);
        let cut = |number: usize| {
            let own = &self.all[number].range;
            let (from, to) = (own.start.max(range.start), own.end.min(range.end));
            (from < to).then_some((number, from..to))
        };
        let mut parts: Vec<_> = (first..last).filter_map(cut).collect();
        parts.sort_by_key(|(_, part)| part.start);
        parts
    }
}

/// The place of a line and a column in a text; the nearest one where there is none.
fn offset(text: &str, index: &LineIndex, line: usize, column: usize) -> usize {
    let span = index.span(text, line);
    let (mark, source) = match span.of(text).strip_prefix('\u{feff}') {
        Some(rest) if line == 1 => ('\u{feff}'.len_utf8(), rest),
        _ => (0, span.of(text)),
    };
    let ahead = source.char_indices().nth(column.saturating_sub(1));
    span.start + mark + ahead.map_or(source.len(), |(at, _)| at)
}
