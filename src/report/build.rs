//! From judgements to the report's model.

use std::collections::BTreeMap;

use super::model::{
    BlockReport, ClaimReport, DirectiveReport, DocumentReport, NoteReport, ResultReport, RunReport, ShownReport,
};
use crate::claims::Claim;
use crate::directives::{self, Directive, Directives};
use crate::extract::Document;
use crate::judge::{BlockRun, ClaimResult, Judgement, Outcome, Shown, Verdict};
use crate::text::Span;

/// What is known of a document when its report is made.
#[derive(Debug, Clone, Copy)]
pub struct Judged<'a> {
    /// The document.
    pub document: &'a Document,
    /// Of the file's bytes, in hexadecimal.
    pub sha256: &'a str,
    /// Its claims.
    pub claims: &'a [Claim],
    /// The blocks that ran, in order, each with the earlier ones that ran before it.
    pub blocks: &'a [(usize, Vec<usize>)],
    /// The verdicts.
    pub judgements: &'a [Judgement],
    /// How the blocks ran.
    pub runs: &'a [BlockRun],
    /// What its authors say of the run of its blocks.
    pub directives: &'a Directives,
}

/// Makes the report of one document. Only blocks that were to run are in it.
pub fn document(judged: Judged<'_>) -> DocumentReport {
    let Judged { document, sha256, .. } = judged;
    let mut claims: BTreeMap<Option<usize>, Vec<ClaimReport>> = BTreeMap::new();
    for judgement in judged.judgements {
        claims.entry(judged.claims[judgement.claim].block).or_default().push(claim(judged, judgement));
    }
    let mut runs: BTreeMap<usize, Vec<RunReport>> = BTreeMap::new();
    for one in judged.runs {
        runs.entry(one.block).or_default().push(run(one));
    }
    let blocks = judged.blocks.iter().map(|(index, uses)| BlockReport {
        runs: runs.remove(index).unwrap_or_default(),
        claims: claims.remove(&Some(*index)).unwrap_or_default(),
        directives: directives_of(judged, *index),
        ..block(document, *index, uses)
    });
    DocumentReport {
        path: document.source.path.clone(),
        format: document.format.name().to_owned(),
        sha256: sha256.to_owned(),
        fail_on: None,
        notes: notes(judged),
        mistakes: mistakes(judged),
        blocks: blocks.collect(),
        claims: claims.remove(&None).unwrap_or_default(),
        drift: Vec::new(),
    }
}

fn notes(judged: Judged<'_>) -> Vec<NoteReport> {
    let note = |span: Span, message: String| {
        let at = judged.document.source.position(span.start);
        NoteReport { line: at.line, column: at.column, message }
    };
    let read = judged.document.notes.iter().map(|about| note(about.span, about.message.clone()));
    let stale = judged.blocks.iter().flat_map(|(block, _)| stale(judged, *block));
    let mut notes: Vec<NoteReport> = read.chain(stale.map(|(span, message)| note(span, message))).collect();
    notes.sort_by_key(|note| (note.line, note.column));
    notes
}

/// Directives that say of a claim that it is meant to fail, where it holds, or is not there.
fn stale(judged: Judged<'_>, block: usize) -> Vec<(Span, String)> {
    let did_run = judged.runs.iter().any(|run| run.block == block && run.outcome != Outcome::Skipped);
    let own = |judgement: &&Judgement| judged.claims[judgement.claim].block == Some(block);
    let of_text = |text: &str| {
        let reads_so = |judgement: &&Judgement| {
            let claim = &judged.claims[judgement.claim];
            let whole = claim.whole.as_ref().is_some_and(|whole| directives::means(text, &whole.claimed));
            whole || directives::means(text, &claim.claimed)
        };
        judged.judgements.iter().filter(own).filter(reads_so).map(|judgement| judgement.verdict).collect::<Vec<_>>()
    };
    let stale = judged.directives.of(block).filter_map(|said| {
        let Directive::Intended(Some(text)) = &said.directive else { return None };
        let verdicts = of_text(text);
        let message = match verdicts.contains(&Verdict::Holds) {
            true => format!("`{text}` holds: nothing has to be intended here"),
            false if verdicts.is_empty() => format!("no claim of the block reads `{text}`"),
            false => return None,
        };
        did_run.then_some((said.span, message))
    });
    stale.collect()
}

fn mistakes(judged: Judged<'_>) -> Vec<NoteReport> {
    let report = judged.directives.mistakes.iter().map(|mistake| {
        let at = judged.document.source.position(mistake.span.start);
        NoteReport { line: at.line, column: at.column, message: mistake.message.clone() }
    });
    report.collect()
}

/// What is said of the run of a block.
fn directives_of(judged: Judged<'_>, index: usize) -> Vec<DirectiveReport> {
    let report = judged.directives.of(index).map(|said| DirectiveReport {
        line: judged.document.source.line(said.span.start),
        scope: said.scope.name().to_owned(),
        text: said.text.clone(),
        tool: said.tool.map(str::to_owned),
    });
    report.collect()
}

/// What a block is, without its runs and claims.
fn block(document: &Document, index: usize, uses: &[usize]) -> BlockReport {
    let block = &document.blocks[index];
    BlockReport {
        index: block.index,
        info: block.info.clone(),
        start_line: block.start_line,
        end_line: block.end_line,
        section: block.section.clone(),
        uses_blocks: uses.iter().map(|&used| document.blocks[used].index).collect(),
        directives: Vec::new(),
        runs: Vec::new(),
        claims: Vec::new(),
    }
}

fn run(run: &BlockRun) -> RunReport {
    let told = run.outcome != Outcome::Ok && run.line > 0;
    RunReport {
        interpreter: run.interpreter.clone(),
        outcome: run.outcome,
        detail: run.detail.clone(),
        line: told.then_some(run.line),
        traceback: run.traceback.clone(),
        finding: run.finding,
        stdout: run.stdout.clone(),
        stderr: run.stderr.clone(),
        effects: run.effects.clone(),
        unstable: run.unstable,
        shown: run.shown.iter().map(shown).collect(),
    }
}

fn shown(shown: &Shown) -> ShownReport {
    let Shown { line, text, raised, unstable } = shown.clone();
    ShownReport { line, text, raised, unstable }
}

fn claim(judged: Judged<'_>, judgement: &Judgement) -> ClaimReport {
    let claim = &judged.claims[judgement.claim];
    let whole = claim.whole.as_ref().filter(|_| judgement.whole);
    let span = whole.map_or(claim.span, |whole| whole.span);
    let start = judged.document.source.position(span.start);
    let end = judged.document.source.position(span.end);
    ClaimReport {
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        subject_line: claim.subject_line,
        form: claim.form,
        kind: judgement.kind,
        strength: claim.strength,
        confidence: claim.certainty,
        expected: whole.map_or(&claim.claimed, |whole| &whole.claimed).clone(),
        tail: whole.map_or_else(|| claim.tail.clone(), |_| String::new()),
        needs: judgement.needs.clone(),
        verdict: judgement.verdict,
        excused: judgement.excused,
        rules: judgement.rules.clone(),
        results: judgement.results.iter().map(result).collect(),
    }
}

fn result(result: &ClaimResult) -> ResultReport {
    ResultReport {
        interpreter: result.interpreter.clone(),
        verdict: result.verdict,
        actual: result.actual.clone(),
        reason: result.reason.clone(),
    }
}
