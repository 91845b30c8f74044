//! Claims in running text and tables: `` `expr` -> `value` ``, "`expr` returns `value`", "an empty dict takes 64 bytes".
//!
//! Each file knows one layout and finds an expression with what is said of it. `said` makes the claim: it looks for the
//! block that the expression speaks of and says how much a difference would prove.

mod answers;
mod attributes;
mod contents;
mod context;
mod echoes;
mod facts;
mod inline;
mod known;
mod links;
mod near;
mod operations;
mod pairs;
mod portions;
mod predicates;
mod questions;
mod raised;
mod said;
mod sizes;
mod stand_ins;
mod steady;
mod steps;
mod subject;
mod tables;
mod wordings;

pub use facts::{NOT_SO, Trial, trial};
pub(super) use near::{Near, with_modules};

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Claim, Reading};
use crate::extract::{Document, PieceKind};
use crate::syntax::Module;
use inline::Prose;

/// The prose claims of a document.
pub fn claims(document: &Document, modules: &[Module]) -> Vec<Claim> {
    let mut claims = Vec::new();
    if context::is_of_other_code(document) {
        return claims;
    }
    for piece in &document.pieces {
        if let PieceKind::Prose { blocks_before, section } = &piece.kind {
            let near = Near { document, modules, before: *blocks_before, section };
            let prose = Prose::new(&document.source.text, piece.span);
            claims.extend(of_text(&prose, &near));
        }
    }
    doubt_contradictions(&mut claims);
    claims
}

/// An expression of which a document says two things changes with each evaluation, or with what happens in between.
fn doubt_contradictions(claims: &mut [Claim]) {
    let mut said: BTreeMap<Subject, BTreeSet<String>> = BTreeMap::new();
    for (subject, result) in claims.iter().filter_map(said_of) {
        said.entry(subject).or_default().insert(result);
    }
    let contradicted = |claim: &&mut Claim| said_of(claim).is_some_and(|(subject, _)| said[&subject].len() > 1);
    for claim in claims.iter_mut().filter(contradicted) {
        claim.readings.push(Reading::Open(said::STATE.to_owned()));
    }
}

/// A block, an expression evaluated behind it, and what of that is spoken of: a call may print one thing and return another.
type Subject = (Option<usize>, String, &'static str);

/// What a claim speaks of, and what it says: of an exception its type, as the message is told beside it.
fn said_of(claim: &Claim) -> Option<(Subject, String)> {
    let Some(Reading::Evaluates { expr, to }) = claim.readings.first().filter(|_| !is_trial(claim)) else {
        return None;
    };
    let (what, result) = match &**to {
        Reading::Raises { type_name, .. } => ("raises", type_name),
        Reading::Stdout(_) => ("prints", &claim.claimed),
        _ => ("is", &claim.claimed),
    };
    Some(((claim.block, expr.clone(), what), result.clone()))
}

fn is_trial(claim: &Claim) -> bool {
    matches!(claim.readings.first(), Some(Reading::Evaluates { expr, .. }) if facts::trial(expr).is_some())
}

/// Tables first: what a row says is not said again by the codes that stand side by side in it.
fn of_text(prose: &Prose<'_>, near: &Near<'_>) -> Vec<Claim> {
    if context::is_of_another_language(near.section) {
        return Vec::new();
    }
    let done = operations::read(prose);
    let taken: BTreeSet<usize> = done.iter().map(|said| said.claimed.start).collect();
    let said = tables::read(prose)
        .into_iter()
        .chain(pairs::read(prose))
        .chain(questions::read(prose))
        .chain(sizes::read(prose))
        .chain(wordings::read(prose))
        .chain(raised::read(prose))
        .chain(answers::read(prose))
        .chain(predicates::read(prose));
    // What comes of an operation is not the result of what it is done to.
    let said = said.filter(|said| !taken.contains(&said.claimed.start)).chain(done);
    let facts = facts::claims(prose, near).into_iter().chain(portions::claims(prose, near));
    let mut claims: Vec<Claim> = facts.chain(said.filter_map(|said| said.claim(prose, near))).collect();
    claims.sort_by_key(|claim| (claim.span.start, claim.span.end));
    claims.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    claims
}
