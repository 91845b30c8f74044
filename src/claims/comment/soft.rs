//! Soft claims beside the exact ones of a comment: sizes, times, hangs, effects, on each of its lines.

use super::Place;
use super::groups::Group;
use crate::claims::model::{Certainty, Claim};
use crate::claims::reading::Subject;
use crate::claims::soft;
use crate::text::Span;

impl Place<'_> {
    /// Adds the soft claims of a group. A text that is surely something else is none; one that may be something else is
    /// one claim with the readings of both.
    pub(super) fn with_soft(&self, group: &Group<'_>, subject: Subject<'_>, mut claims: Vec<Claim>) -> Vec<Claim> {
        for &(offset, text) in &group.lines {
            for found in soft::read(text, subject) {
                let claim = self.claim_of(group, offset, text, found);
                add(&mut claims, claim);
            }
        }
        claims
    }
}

fn add(claims: &mut Vec<Claim>, mut soft: Claim) {
    let overlaps = |claim: &Claim| meet(claim.span, soft.span);
    if claims.iter().any(|claim| overlaps(claim) && claim.certainty > Certainty::Possible) {
        return;
    }
    let at = claims.iter().position(|claim| overlaps(claim) && claim.strength != soft.strength);
    if let Some(doubtful) = at.map(|at| claims.remove(at)) {
        soft.readings.extend(doubtful.readings);
    }
    claims.push(soft);
}

fn meet(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}
