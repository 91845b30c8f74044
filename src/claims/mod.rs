//! From blocks and prose to claims: what the text asserts, where, and how surely.
//!
//! Owns the reading of claims. Knows neither interpreters nor observations: whether a claim holds is judged elsewhere.

mod assertion;
mod classes;
mod comment;
mod directed;
mod exception;
mod inline;
pub mod literal;
pub mod marker;
mod model;
mod pin;
mod prose;
mod reading;
mod shown;
mod soft;
mod span;
mod state;
mod surroundings;
mod value;
mod wording;

pub use directed::claims as of_directives;
pub use exception::{is_python_exception, looks_like_exception};
pub use model::*;
pub use prose::{NOT_SO, Trial, trial};
pub use soft::amount;
pub use surroundings::reads_clock;
pub use wording::{answer, speaks_of_failure};

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::extract::{Block, BlockKind, Document};
use crate::syntax::{Module, transcript};

/// The code of a block, a transcript's without its prompts: the text that places in its module are places of.
pub fn script(block: &Block) -> Cow<'_, str> {
    match block.kind {
        BlockKind::Script => Cow::Borrowed(&block.code.text),
        BlockKind::Transcript => transcript(&block.code.text).into_iter().map(|entry| entry.code).collect(),
    }
}

/// All claims of a document, in the order of their places. `modules` are its blocks, read.
pub fn find(document: &Document, modules: &[Module]) -> Vec<Claim> {
    let line_of = |offset: usize| document.source.line(offset);
    let scripts: Vec<Cow<'_, str>> = document.blocks.iter().map(script).collect();
    let exceptions = classes::exceptions(scripts.iter().map(AsRef::as_ref).zip(modules));
    let blocks = document.blocks.iter().zip(modules).enumerate();
    let mut claims: Vec<Claim> =
        blocks.flat_map(|(index, (block, module))| of_block(index, block, module, &exceptions, &line_of)).collect();
    claims.extend(inline::claims(document, modules, &line_of));
    claims.extend(prose::claims(document, modules));
    claims.extend(pin::claims(document, modules));
    claims.sort_by_key(|claim| (claim.span.start, claim.span.end, claim.form));
    claims
}

fn of_block(
    index: usize,
    block: &Block,
    module: &Module,
    exceptions: &BTreeSet<String>,
    line_of: &dyn Fn(usize) -> usize,
) -> Vec<Claim> {
    let mut claims = shown::of_outputs(index, block, module, line_of);
    match block.kind {
        BlockKind::Transcript => claims.extend(shown::of_transcript(index, block, line_of)),
        BlockKind::Script => {
            claims.extend(comment::claims(index, block, module, exceptions, line_of));
            // An assertion whose failure is announced claims that failure.
            let announced = |claim: &Claim| {
                let of_it = |reading: &Reading| matches!(reading, Reading::Raises { .. });
                claims.iter().any(|other| other.subject_line == claim.subject_line && other.readings.iter().any(of_it))
            };
            let assertions = assertion::claims(index, block, module, line_of);
            let assertions: Vec<Claim> = assertions.into_iter().filter(|claim| !announced(claim)).collect();
            claims.extend(assertions);
        }
    }
    claims
}
