//! Mending until nothing more comes to light: where a block goes on that ended before, further claims can be checked.

use super::{Draft, Mended, Preparing, Unfilled, mend};
use crate::fix::{self, Edit, Finding, Moved, Remedy, insert};
use crate::flow::Setup;
use crate::run::{RunError, Runner};
use crate::text::LineIndex;

/// Enough for any document, and an end in any case.
const ROUNDS: usize = 40;

/// A document that is being mended.
#[derive(Debug, Clone)]
pub struct Work {
    /// The text as it was read.
    pub original: String,
    /// What is still to be said of the text as it is now.
    pub draft: Draft,
    /// How many claims were mended.
    pub mended: usize,
    /// Places for results that stay empty: their lines in the original, and why.
    pub unfilled: Vec<(usize, String)>,
    /// Where the places of each text are in the next one.
    moved: Vec<Moved>,
    /// Where the places of the first text are in the original.
    first: Moved,
}

impl Work {
    /// Nothing is done yet.
    pub fn new(draft: Draft) -> Self {
        let (original, first) = fix::apply(&draft.text, &draft.stand_ins.iter().collect::<Vec<&Edit>>());
        let index = LineIndex::new(&original);
        let told = |it: &Unfilled| (index.line(first.to(it.offset)), it.reason.clone());
        let unfilled = draft.unfilled.iter().map(told).collect();
        Self { original, draft, mended: 0, unfilled, moved: Vec::new(), first }
    }

    /// The text as it is now.
    pub fn text(&self) -> &str {
        if self.mended == 0 { &self.original } else { &self.draft.text }
    }

    /// The line of the original text that a line of the text has come from, both from 1.
    pub fn original_line(&self, line: usize) -> usize {
        let offset = LineIndex::new(&self.draft.text).start(line);
        let offset = self.moved.iter().rev().fold(offset, |offset, moved| moved.back(offset));
        LineIndex::new(&self.original).line(self.first.to(offset))
    }

    /// The line of the text as it is now that a line of the original has become, both from 1.
    pub fn line_now(&self, line: usize) -> usize {
        let offset = self.first.back(LineIndex::new(&self.original).start(line));
        let offset = self.moved.iter().fold(offset, |offset, moved| moved.to(offset));
        LineIndex::new(&self.draft.text).line(offset)
    }

    fn take(&mut self, mended: Mended) {
        let unsteady: Vec<usize> =
            mended.dropped.iter().map(|at| &self.draft.findings[*at]).filter_map(empty).collect();
        let lines = unsteady.into_iter().map(|line| (self.original_line(line), UNSTEADY.to_owned()));
        self.unfilled.extend(lines.collect::<Vec<_>>());
        self.unfilled.sort();
        let dropped: Vec<usize> =
            mended.dropped.iter().map(|at| mended.moved.to(self.draft.findings[*at].span.start)).collect();
        match mended.next {
            Some(next) => {
                self.mended += mended.done.len();
                self.moved.push(mended.moved);
                self.draft = next;
                let is_dropped = |finding: &&mut Finding| dropped.contains(&finding.span.start);
                self.draft.findings.iter_mut().filter(is_dropped).for_each(drop_remedy);
            }
            None => {
                mended.dropped.iter().for_each(|at| drop_remedy(&mut self.draft.findings[*at]));
                // Told as a place that stays empty.
                self.draft.findings.retain(|finding| empty(finding).is_none() || is_mendable(finding));
            }
        }
    }
}

/// Why a change is not made.
const UNSTEADY: &str = "what would be written did not hold when it was checked";

fn drop_remedy(finding: &mut Finding) {
    finding.remedy = Remedy::Author(UNSTEADY.into());
}

/// The line of a place that was left for a result.
fn empty(finding: &Finding) -> Option<usize> {
    insert::is_stand_in(&finding.claimed).then_some(finding.line)
}

fn is_mendable(finding: &Finding) -> bool {
    matches!(finding.remedy, Remedy::Mend(_))
}

/// Mends whatever is chosen, and what then comes to light, as long as it holds.
///
/// # Errors
/// As those of [`stream`](crate::flow::stream).
pub fn mend_all(
    drafts: Vec<Draft>,
    chosen: &dyn Fn(&Finding) -> bool,
    prepare: &Preparing<'_>,
    setup: &Setup,
    runner: &mut dyn Runner,
) -> Result<Vec<Work>, RunError> {
    let mut works: Vec<Work> = drafts.into_iter().map(Work::new).collect();
    for _ in 0..ROUNDS {
        let mut open: Vec<(&mut Work, Vec<usize>)> =
            works.iter_mut().map(|work| (choice(&work.draft, chosen), work)).map(|(at, work)| (work, at)).collect();
        open.retain(|(_, chosen)| !chosen.is_empty());
        if open.is_empty() {
            break;
        }
        let trials: Vec<(&Draft, Vec<usize>)> = open.iter().map(|(work, at)| (&work.draft, at.clone())).collect();
        let mended = mend(&trials, prepare, setup, runner)?;
        open.into_iter().zip(mended).for_each(|((work, _), mended)| work.take(mended));
    }
    Ok(works)
}

fn choice(draft: &Draft, chosen: &dyn Fn(&Finding) -> bool) -> Vec<usize> {
    let mendable = |finding: &Finding| is_mendable(finding) && chosen(finding);
    (0..draft.findings.len()).filter(|at| mendable(&draft.findings[*at])).collect()
}
