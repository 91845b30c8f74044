//! Changes on trial: made, checked, and taken back where they do not hold or make another claim fail.

use std::ops::ControlFlow;

use super::{Draft, Preparing, draft, overlap, verdict};
use crate::discover::documents::Loaded;
use crate::fix::{self, Edit, Moved};
use crate::flow::{Incoming, Prepared, Setup, Step, stream};
use crate::judge::{BlockRun, Judgement, Verdict};
use crate::run::{RunError, Runner};
use crate::text::{Source, Span};

/// How many times a mended document runs besides the first: what comes out only now and then is no truth to write down.
const AGAIN: usize = 2;

/// A document with changes in it that were seen to hold.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The new text.
    pub text: String,
    /// The findings that it mends, by their places in the draft.
    pub done: Vec<usize>,
    /// Those that were chosen, and did not hold.
    pub dropped: Vec<usize>,
    /// What can be said of the new text; none where nothing was changed.
    pub next: Option<Draft>,
    /// Where the places of the draft are in the new text.
    pub moved: Moved,
}

/// Mends the chosen findings of each draft, and checks what came of it; what does not hold, or makes another claim fail,
/// is taken back.
///
/// # Errors
/// As those of [`stream`].
pub fn mend(
    drafts: &[(&Draft, Vec<usize>)],
    prepare: &Preparing<'_>,
    setup: &Setup,
    runner: &mut dyn Runner,
) -> Result<Vec<Mended>, RunError> {
    let setup = Setup { repeat: setup.repeat.max(AGAIN), ..setup.clone() };
    let mut trials: Vec<Trial<'_>> = drafts.iter().map(|(draft, chosen)| Trial::new(draft, chosen)).collect();
    while trials.iter().any(|trial| !trial.settled) {
        let mut open: Vec<&mut Trial<'_>> = trials.iter_mut().filter(|trial| !trial.settled).collect();
        let documents: Vec<Loaded> = open.iter().map(|trial| trial.document()).collect();
        let mut prepared = documents.into_iter().map(|loaded| Incoming::from(prepare(loaded, &|_| true)));
        stream(&mut prepared, &setup, runner, &mut |step| {
            if let Step::Judged { place, prepared, judgements, runs } = &step {
                open[*place].look(prepared, judgements, runs);
            }
            ControlFlow::Continue(())
        })?;
        // A run that was cut short has shown nothing.
        open.iter_mut().for_each(|trial| trial.close());
    }
    Ok(trials.into_iter().map(Trial::result).collect())
}

/// Changes on trial.
struct Trial<'a> {
    draft: &'a Draft,
    chosen: Vec<usize>,
    dropped: Vec<usize>,
    looked: bool,
    settled: bool,
    /// What is to be said of the text as it was looked at last.
    next: Option<Draft>,
}

impl<'a> Trial<'a> {
    fn new(draft: &'a Draft, chosen: &[usize]) -> Self {
        let settled = chosen.is_empty();
        Self { draft, chosen: chosen.to_vec(), dropped: Vec::new(), looked: false, settled, next: None }
    }

    fn applied(&self) -> (String, Moved) {
        fix::apply(&self.draft.text, &self.draft.edits(&self.chosen))
    }

    fn document(&self) -> Loaded {
        let source = Source::new(self.draft.path.clone(), self.applied().0);
        Loaded { source, format: self.draft.format, sha256: String::new() }
    }

    fn look(&mut self, prepared: &Prepared, judgements: &[Judgement], runs: &[BlockRun]) {
        self.looked = true;
        let seen: Vec<(Span, Verdict)> = judgements.iter().map(|judgement| verdict(prepared, judgement)).collect();
        let (_, moved) = self.applied();
        if prepared.document.blocks.len() != self.draft.block_lines.len() {
            return self.drop_all(&self.breaking());
        }
        let is_bad = |at: &usize| self.draft.mend(*at).is_none_or(|edit| !holds(edit, &moved, &seen));
        let mut bad: Vec<usize> = self.chosen.iter().copied().filter(is_bad).collect();
        if bad.is_empty() {
            bad.extend(self.lost(&moved, &seen).and_then(|span| self.nearest(span)));
        }
        if bad.is_empty() {
            self.next = Some(self.chosen_of(draft(prepared, judgements, runs)));
        }
        self.drop_all(&bad);
    }

    /// Changes that may have ended a block, or begun one: those of several lines, or else all.
    fn breaking(&self) -> Vec<usize> {
        let long = |at: &usize| self.draft.mend(*at).is_some_and(|edit| edit.text.contains('\n'));
        let some: Vec<usize> = self.chosen.iter().copied().filter(long).collect();
        if some.is_empty() { self.chosen.clone() } else { some }
    }

    /// What is said of the blocks that were not chosen is nobody's question.
    fn chosen_of(&self, mut next: Draft) -> Draft {
        let units = &self.draft.units;
        next.findings.retain(|finding| units.contains(&finding.block));
        next.raised.retain(|run| units.contains(&Some(run.block)));
        next.units = units.clone();
        next
    }

    /// A claim that held and does not any more.
    fn lost(&self, moved: &Moved, seen: &[(Span, Verdict)]) -> Option<Span> {
        let still = |span: &&Span| {
            let start = moved.to(span.start);
            // What comes out differently from run to run was shown so by these further runs alone.
            let still = |verdict| matches!(verdict, Verdict::Holds | Verdict::Undecidable);
            seen.iter().any(|(other, verdict)| other.start == start && still(*verdict))
        };
        self.draft.held.iter().find(|span| !still(span)).copied()
    }

    /// The change that is most likely behind what happened there.
    fn nearest(&self, span: Span) -> Option<usize> {
        let far = |at: &usize| self.draft.findings[*at].span.start.abs_diff(span.start);
        self.chosen.iter().copied().min_by_key(far)
    }

    fn drop_all(&mut self, bad: &[usize]) {
        self.settled = bad.is_empty();
        self.chosen.retain(|at| !bad.contains(at));
        self.dropped.extend(bad);
        self.settled |= self.chosen.is_empty();
    }

    fn close(&mut self) {
        if !std::mem::take(&mut self.looked) {
            let all = self.chosen.clone();
            self.drop_all(&all);
        }
    }

    fn result(mut self) -> Mended {
        self.dropped.sort_unstable();
        let (text, moved) = self.applied();
        Mended { text, done: self.chosen, dropped: self.dropped, next: self.next, moved }
    }
}

/// Whether a claim holds where the edit has written, and none fails.
fn holds(edit: &Edit, moved: &Moved, seen: &[(Span, Verdict)]) -> bool {
    let start = moved.to(edit.span.start);
    let place = Span::new(start, start + edit.text.len());
    let here = || seen.iter().filter(|(span, _)| overlap(*span, place));
    let mut fails = here().filter(|(_, verdict)| matches!(verdict, Verdict::Fails | Verdict::Varies));
    here().any(|(_, verdict)| *verdict == Verdict::Holds) && fails.next().is_none()
}
