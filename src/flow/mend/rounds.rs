//! Mending until nothing more comes to light: where a block goes on that ended before, further claims can be checked.

use super::{Draft, Mended, Preparing, mend};
use crate::fix::{self, Edit, Finding, Moved, Remedy};
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
    /// Where the places of each text are in the next one.
    moved: Vec<Moved>,
    /// Where the places of the first text are in the original.
    first: Moved,
}

impl Work {
    /// Nothing is done yet.
    pub fn new(draft: Draft) -> Self {
        let (original, first) = fix::apply(&draft.text, &draft.stand_ins.iter().collect::<Vec<&Edit>>());
        Self { original, draft, mended: 0, moved: Vec::new(), first }
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

    fn take(&mut self, mended: Mended) {
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
            None => mended.dropped.iter().for_each(|at| drop_remedy(&mut self.draft.findings[*at])),
        }
    }
}

fn drop_remedy(finding: &mut Finding) {
    finding.remedy = Remedy::Author("what would be written did not hold when it was checked".into());
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
    let mendable = |finding: &Finding| matches!(finding.remedy, Remedy::Mend(_)) && chosen(finding);
    (0..draft.findings.len()).filter(|at| mendable(&draft.findings[*at])).collect()
}
