//! Claims in running text and tables: `` `expr` -> `value` ``, "`expr` returns `value`", "an empty dict takes 64 bytes".
//!
//! Each file knows one layout and finds an expression with what is said of it. `said` makes the claim: it looks for the
//! block that the expression speaks of and says how much a difference would prove.

mod context;
mod facts;
mod inline;
mod known;
mod near;
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
    let mut said: BTreeMap<(Option<usize>, String), BTreeSet<String>> = BTreeMap::new();
    let key = |claim: &Claim| match claim.readings.first() {
        Some(Reading::Evaluates { expr, .. }) if facts::trial(expr).is_none() => Some((claim.block, expr.clone())),
        _ => None,
    };
    for claim in claims.iter() {
        if let Some(key) = key(claim) {
            said.entry(key).or_default().insert(claim.claimed.clone());
        }
    }
    let contradicted = |claim: &&mut Claim| key(claim).is_some_and(|key| said[&key].len() > 1);
    for claim in claims.iter_mut().filter(contradicted) {
        claim.readings.push(Reading::Open(said::STATE.to_owned()));
    }
}

/// Tables first: what a row says is not said again by the codes that stand side by side in it.
fn of_text(prose: &Prose<'_>, near: &Near<'_>) -> Vec<Claim> {
    if context::is_of_another_language(near.section) {
        return Vec::new();
    }
    let said = tables::read(prose)
        .into_iter()
        .chain(pairs::read(prose))
        .chain(questions::read(prose))
        .chain(sizes::read(prose))
        .chain(wordings::read(prose))
        .chain(raised::read(prose))
        .chain(predicates::read(prose));
    let facts = facts::claims(prose, near).into_iter().chain(portions::claims(prose, near));
    let mut claims: Vec<Claim> = facts.chain(said.filter_map(|said| said.claim(prose, near))).collect();
    claims.sort_by_key(|claim| (claim.span.start, claim.span.end));
    claims.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    claims
}
