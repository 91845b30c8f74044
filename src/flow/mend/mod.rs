//! The way back: a checked document, what can be done about it, and the mended document checked once more. No change is
//! offered that was not seen to hold.
//!
//! This file has the drafts: documents with what can be done about them. `trial.rs` tries changes; `rounds.rs` goes on
//! until nothing more comes to light.

mod rounds;
mod trial;

pub use rounds::{Work, mend_all};
pub use trial::{Mended, mend};

use std::ops::ControlFlow;

use super::{Checked, Incoming, Prepared, Setup, Step, stream};
use crate::claims::Form;
use crate::discover::documents::Loaded;
use crate::extract::{self, Block, Document, Format, PieceKind};
use crate::fix::{self, Edit, Finding, Remedy, insert};
use crate::judge::{BlockRun, Judgement, Verdict};
use crate::plan;
use crate::run::{RunError, Runner};
use crate::text::{Source, Span};

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
    /// Places left for results that nothing can be put into.
    pub unfilled: Vec<Unfilled>,
    /// The blocks' first lines, from 1.
    pub block_lines: Vec<usize>,
    /// Where the blocks begin, with their fences.
    pub block_starts: Vec<usize>,
    /// Claims that hold.
    held: Vec<Span>,
    /// The blocks that were chosen.
    units: Vec<Option<usize>>,
}

/// A place that an author left for a result, and that stays empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfilled {
    /// Where in the draft's text.
    pub offset: usize,
    /// Why.
    pub reason: String,
}

impl Draft {
    /// Whether nothing is wrong with it.
    pub fn is_fine(&self) -> bool {
        self.findings.is_empty() && self.raised.is_empty()
    }

    /// Whether there is nothing to say of it.
    pub fn is_silent(&self) -> bool {
        self.is_fine() && self.unfilled.is_empty()
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

/// Takes a document apart, under what holds for it; the chosen blocks are run.
pub type Preparing<'a> = dyn Fn(Loaded, &dyn Fn(&Block) -> bool) -> Prepared + 'a;

/// What is to be looked at.
pub struct Asked<'a> {
    /// Takes a document apart.
    pub prepare: &'a Preparing<'a>,
    /// Which blocks.
    pub chosen: &'a dyn Fn(&Block) -> bool,
    /// Whether a result that the author left a place for is looked for, too.
    pub inserting: bool,
}

/// Checks documents as they come; gives those with something to mend.
///
/// # Errors
/// As those of [`stream`].
pub fn drafts(
    documents: &mut dyn Iterator<Item = Loaded>,
    asked: &Asked<'_>,
    setup: &Setup,
    runner: &mut dyn Runner,
    on: &mut dyn FnMut(Step<'_>) -> ControlFlow<()>,
) -> Result<(Vec<Draft>, Checked), RunError> {
    let mut found = Vec::new();
    let mut prepared = documents.map(|loaded| {
        let loaded = if asked.inserting { filled(loaded) } else { loaded };
        Incoming::from((asked.prepare)(loaded, asked.chosen))
    });
    let checked = stream(&mut prepared, setup, runner, &mut |step| {
        if let Step::Judged { place, prepared, judgements, runs } = &step {
            found.push((*place, draft(prepared, judgements, runs)));
        }
        on(step)
    })?;
    found.sort_by_key(|(place, _)| *place);
    let drafts = found.into_iter().map(|(_, draft)| draft).filter(|draft| !draft.is_silent());
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
    let is_empty =
        |finding: &Finding| insert::is_stand_in(&finding.claimed) && matches!(finding.remedy, Remedy::Author(_));
    let empty: Vec<Finding> = findings.extract_if(.., |finding| is_empty(finding)).collect();
    let unfilled = unfilled(prepared, judgements, &empty, &stand_ins);
    Draft {
        path: document.source.path.clone(),
        format: document.format,
        text,
        stand_ins,
        findings,
        raised: runs.iter().filter(|run| run.finding).cloned().collect(),
        unfilled,
        block_lines: document.blocks.iter().map(|block| block.start_line).collect(),
        block_starts: block_starts(document),
        units: prepared.units.clone(),
        held: judged.filter(|(_, verdict)| *verdict == Verdict::Holds).map(|(span, _)| span).collect(),
    }
}

/// The places for results that nothing can be put into. A prompt without an answer is none.
fn unfilled(prepared: &Prepared, judgements: &[Judgement], empty: &[Finding], stand_ins: &[Edit]) -> Vec<Unfilled> {
    let places = judgements.iter().filter_map(|judgement| {
        let claim = &prepared.claims[judgement.claim];
        let is_place = insert::is_stand_in(&claim.claimed) && claim.form != Form::Repl;
        let offset = stand_ins.iter().find(|edit| overlap(edit.span, claim.span)).filter(|_| is_place)?.span.start;
        let author =
            empty.iter().find(|finding| finding.span == claim.span).and_then(|finding| match &finding.remedy {
                Remedy::Author(reason) => Some(reason.clone()),
                Remedy::Mend(_) => None,
            });
        let undecided = || (judgement.verdict == Verdict::Undecidable).then(|| judgement.results.first())?;
        let reason = author.or_else(|| Some(undecided()?.reason.clone()))?;
        Some(Unfilled { offset, reason })
    });
    let mut all: Vec<Unfilled> = places.collect();
    all.sort_by_key(|unfilled| unfilled.offset);
    all
}

fn block_starts(document: &Document) -> Vec<usize> {
    let starts = document.pieces.iter().filter_map(|piece| match piece.kind {
        PieceKind::Block(_) => Some(piece.span.start),
        _ => None,
    });
    starts.collect()
}

/// Where a claim was judged, and how.
fn verdict(prepared: &Prepared, judgement: &Judgement) -> (Span, Verdict) {
    let claim = &prepared.claims[judgement.claim];
    let whole = claim.whole.as_ref().filter(|_| judgement.whole);
    (whole.map_or(claim.span, |whole| whole.span), judgement.verdict)
}
