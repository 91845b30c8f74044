//! The way back: a checked document, what can be done about it, and the mended document checked once more. No change is
//! offered that was not seen to hold.

use std::ops::ControlFlow;

use super::{Checked, Prepared, Setup, Step, prepare, stream};
use crate::discover::documents::Loaded;
use crate::extract::{self, Block, Format};
use crate::fix::{self, Edit, Finding, Moved, Remedy, insert};
use crate::judge::{BlockRun, Judgement, Verdict};
use crate::plan;
use crate::run::{RunError, Runner};
use crate::text::{Source, Span};
use crate::wire::Limits;

/// How many times a mended document runs besides the first: what comes out only now and then is no truth to write down.
const AGAIN: usize = 2;

/// A checked document with what can be done about it.
#[derive(Debug, Clone)]
pub struct Draft {
    /// As the user names it.
    pub path: String,
    /// How it is read.
    pub format: Format,
    /// The text; as it was read, but for what stands in for results that are to be inserted.
    pub text: String,
    /// What takes these out again.
    stand_ins: Vec<Edit>,
    /// Claims that fail, in the order of their places.
    pub findings: Vec<Finding>,
    /// Blocks that ended in an exception that no claim speaks of.
    pub raised: Vec<BlockRun>,
    /// The blocks' first lines, from 1.
    pub block_lines: Vec<usize>,
    /// Claims that hold.
    held: Vec<Span>,
}

impl Draft {
    /// The document as it was read.
    pub fn original(&self) -> String {
        fix::apply(&self.text, &self.stand_ins.iter().collect::<Vec<_>>()).0
    }

    /// Whether there is anything to say of it.
    pub fn is_fine(&self) -> bool {
        self.findings.is_empty() && self.raised.is_empty()
    }

    /// The edits of these findings; what stands in for other results is taken out.
    fn edits(&self, chosen: &[usize]) -> Vec<&Edit> {
        let mends: Vec<&Edit> = chosen.iter().filter_map(|at| self.mend(*at)).collect();
        let is_free = |own: &&Edit| !mends.iter().any(|edit| overlap(edit.span, own.span));
        let unfilled: Vec<&Edit> = self.stand_ins.iter().filter(is_free).collect();
        mends.into_iter().chain(unfilled).collect()
    }

    fn mend(&self, at: usize) -> Option<&Edit> {
        match &self.findings.get(at)?.remedy {
            Remedy::Mend(mend) => Some(&mend.edit),
            Remedy::Author(_) => None,
        }
    }
}

fn overlap(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}

/// Checks documents as they come; gives those with something to mend. With `inserting`, results that the author left a
/// place for count as such.
///
/// # Errors
/// As those of [`stream`].
pub fn drafts(
    documents: &mut dyn Iterator<Item = Loaded>,
    (limits, chosen, inserting): (&Limits, &dyn Fn(&Block) -> bool, bool),
    setup: &Setup,
    runner: &mut dyn Runner,
    on: &mut dyn FnMut(Step<'_>) -> ControlFlow<()>,
) -> Result<(Vec<Draft>, Checked), RunError> {
    let mut found = Vec::new();
    let mut prepared = documents.map(|loaded| {
        let loaded = if inserting { filled(loaded) } else { loaded };
        prepare(loaded, limits, chosen)
    });
    let checked = stream(&mut prepared, setup, runner, &mut |step| {
        if let Step::Judged { place, prepared, judgements, runs } = &step {
            found.push((*place, draft(prepared, judgements, runs)));
        }
        on(step)
    })?;
    found.sort_by_key(|(place, _)| *place);
    let drafts = found.into_iter().map(|(_, draft)| draft).filter(|draft| !draft.is_fine());
    Ok((drafts.collect(), checked))
}

fn filled(loaded: Loaded) -> Loaded {
    let document = extract::extract(loaded.source.clone(), loaded.format);
    let edits = insert::stand_ins(&document, &plan::modules(&document));
    let (text, _) = fix::apply(&loaded.source.text, &edits.iter().collect::<Vec<_>>());
    Loaded { source: Source::new(loaded.source.path, text), ..loaded }
}

fn draft(prepared: &Prepared, judgements: &[Judgement], runs: &[BlockRun]) -> Draft {
    let Prepared { document, claims, .. } = prepared;
    let judged = judgements.iter().map(|judgement| verdict(prepared, judgement));
    let text = document.source.text.clone();
    let stand_ins = insert::taken_out(&text);
    let mut findings = fix::propose(document, claims, judgements);
    // What could not be filled in is no finding.
    findings.retain(|finding| !insert::is_stand_in(&finding.claimed) || matches!(finding.remedy, Remedy::Mend(_)));
    Draft {
        path: document.source.path.clone(),
        format: document.format,
        text,
        stand_ins,
        findings,
        raised: runs.iter().filter(|run| run.finding).cloned().collect(),
        block_lines: document.blocks.iter().map(|block| block.start_line).collect(),
        held: judged.filter(|(_, verdict)| *verdict == Verdict::Holds).map(|(span, _)| span).collect(),
    }
}

/// A document with changes in it that were seen to hold.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The new text.
    pub text: String,
    /// The findings that it mends, by their places in the draft.
    pub done: Vec<usize>,
    /// Those that were chosen, and did not hold.
    pub dropped: Vec<usize>,
}

/// Mends the chosen findings of each draft, and checks what came of it; what does not hold, or makes another claim fail,
/// is taken back.
///
/// # Errors
/// As those of [`stream`].
pub fn mend(
    drafts: &[(&Draft, Vec<usize>)],
    limits: &Limits,
    setup: &Setup,
    runner: &mut dyn Runner,
) -> Result<Vec<Mended>, RunError> {
    let setup = Setup { repeat: setup.repeat.max(AGAIN), ..setup.clone() };
    let mut trials: Vec<Trial<'_>> = drafts.iter().map(|(draft, chosen)| Trial::new(draft, chosen)).collect();
    while trials.iter().any(|trial| !trial.settled) {
        let mut open: Vec<&mut Trial<'_>> = trials.iter_mut().filter(|trial| !trial.settled).collect();
        let documents: Vec<Loaded> = open.iter().map(|trial| trial.document()).collect();
        let mut prepared = documents.into_iter().map(|loaded| prepare(loaded, limits, &|_| true));
        stream(&mut prepared, &setup, runner, &mut |step| {
            if let Step::Judged { place, prepared, judgements, .. } = &step {
                open[*place].look(prepared, judgements);
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
}

impl<'a> Trial<'a> {
    fn new(draft: &'a Draft, chosen: &[usize]) -> Self {
        let settled = chosen.is_empty();
        Self { draft, chosen: chosen.to_vec(), dropped: Vec::new(), looked: false, settled }
    }

    fn applied(&self) -> (String, Moved) {
        fix::apply(&self.draft.text, &self.draft.edits(&self.chosen))
    }

    fn document(&self) -> Loaded {
        let source = Source::new(self.draft.path.clone(), self.applied().0);
        Loaded { source, format: self.draft.format, sha256: String::new() }
    }

    fn look(&mut self, prepared: &Prepared, judgements: &[Judgement]) {
        self.looked = true;
        let seen: Vec<(Span, Verdict)> = judgements.iter().map(|judgement| verdict(prepared, judgement)).collect();
        let (_, moved) = self.applied();
        let is_bad = |at: &usize| self.draft.mend(*at).is_none_or(|edit| !holds(edit, &moved, &seen));
        let mut bad: Vec<usize> = self.chosen.iter().copied().filter(is_bad).collect();
        if bad.is_empty() {
            bad.extend(self.lost(&moved, &seen).and_then(|span| self.nearest(span)));
        }
        self.drop_all(&bad);
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
        Mended { text: self.applied().0, done: self.chosen, dropped: self.dropped }
    }
}

/// Where a claim was judged, and how.
fn verdict(prepared: &Prepared, judgement: &Judgement) -> (Span, Verdict) {
    let claim = &prepared.claims[judgement.claim];
    let whole = claim.whole.as_ref().filter(|_| judgement.whole);
    (whole.map_or(claim.span, |whole| whole.span), judgement.verdict)
}

/// Whether a claim holds where the edit has written, and none fails.
fn holds(edit: &Edit, moved: &Moved, seen: &[(Span, Verdict)]) -> bool {
    let start = moved.to(edit.span.start);
    let place = Span::new(start, start + edit.text.len());
    let here = || seen.iter().filter(|(span, _)| overlap(*span, place));
    let mut fails = here().filter(|(_, verdict)| matches!(verdict, Verdict::Fails | Verdict::Varies));
    here().any(|(_, verdict)| *verdict == Verdict::Holds) && fails.next().is_none()
}
