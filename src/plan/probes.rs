//! From claims to probes: where a run is to be looked at closely, and which expressions are evaluated there.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, line_number};
use crate::claims::{Certainty, Claim, Form, Kind, Reading, Strength};
use crate::extract::{Block, BlockKind};
use crate::syntax::{Module, Shape};
use crate::wire::{At, Expr, Probe, When};

/// The probes of a block, and for each of its own claims (indices into `claims`) where to look.
pub fn of_block(claims: &[Claim], own: &[usize], block: &Block, module: &Module) -> (Vec<Probe>, Vec<Check>) {
    let mut probes = Probes::default();
    let checks = own.iter().map(|&at| probes.check(at, &claims[at], place(&claims[at], block, module))).collect();
    for line in passed(own.iter().map(|&at| &claims[at]), &expressions_alone(block, module)) {
        probes.at(At::Line(line)).catches = true;
    }
    (probes.list, checks)
}

/// The document lines of the statements at the top that only show something: a script in which one of them raises can go
/// on, as nothing that comes later waits for a name of theirs.
pub fn expressions_alone(block: &Block, module: &Module) -> BTreeSet<u32> {
    let top = module.statements.iter().filter(|statement| statement.parent.is_none());
    let shows = top.filter(|statement| matches!(statement.shape, Shape::Expr { constant: false, .. }));
    shows
        .filter(|_| block.kind == BlockKind::Script)
        .map(|statement| line_number(block, statement.span.start))
        .collect()
}

/// The lines at which the code goes on after an exception: one is foretold there, or the claim beside one of these
/// `expressions` is surely wrong then.
fn passed<'a>(claims: impl Iterator<Item = &'a Claim>, expressions: &BTreeSet<u32>) -> BTreeSet<u32> {
    let raises = |claim: &Claim| claim.readings.iter().any(|reading| matches!(reading, Reading::Raises { .. }));
    let beside = |claim: &&Claim| !matches!(claim.form, Form::Prose | Form::Repl | Form::Output);
    let line = |claim: &Claim| {
        let line = u32::try_from(claim.subject_line).ok()?;
        (raises(claim) || is_surely_beside(claim) && expressions.contains(&line)).then_some(line)
    };
    claims.filter(beside).filter_map(line).collect()
}

/// Whether a claim says what its statement shows: where that raises instead, the claim fails, and all is said.
fn is_surely_beside(claim: &Claim) -> bool {
    let beside = matches!(claim.form, Form::Trailing | Form::Below);
    let shows = matches!(claim.kind, Kind::Value | Kind::Type | Kind::Stdout);
    beside && shows && claim.certainty >= Certainty::Likely && claim.strength == Strength::Exact && !claim.from_outside
}

/// The probes of claims in running text that speak of no block.
pub fn of_prose(claims: &[Claim], own: &[usize]) -> (Vec<Probe>, Vec<Check>) {
    let mut probes = Probes::default();
    let checks = own.iter().map(|&at| probes.check(at, &claims[at], Some(At::End))).collect();
    (probes.list, checks)
}

/// Adds probes that only let exceptions pass, for the claims of blocks that run as context and have these `expressions`.
pub fn catch<'a>(probes: &mut Vec<Probe>, claims: impl Iterator<Item = &'a Claim>, expressions: &BTreeSet<u32>) {
    for line in passed(claims, expressions) {
        let id = u32::try_from(probes.len()).unwrap_or(END);
        probes.push(Probe { id, at: At::Line(line), catches: true, exprs: Vec::new() });
    }
}

/// The place that a claim speaks of; none where the whole block's output, or a transcript's entry, tells.
fn place(claim: &Claim, block: &Block, module: &Module) -> Option<At> {
    let evaluates = claim.readings.iter().any(|reading| matches!(reading, Reading::Evaluates { .. }));
    match claim.form {
        _ if evaluates => Some(At::End),
        Form::Prose | Form::Pin => Some(At::End),
        Form::Repl => None,
        Form::Output => last_value(block, module),
        _ => u32::try_from(claim.subject_line).ok().map(At::Line),
    }
}

/// The last statement of a script, where it is an expression whose value a notebook would show.
fn last_value(block: &Block, module: &Module) -> Option<At> {
    let last = module.statements.iter().rfind(|statement| statement.parent.is_none())?;
    let shows = block.kind == BlockKind::Script && matches!(last.shape, Shape::Expr { constant: false, .. });
    shows.then(|| At::Line(line_number(block, last.span.start)))
}

#[derive(Default)]
struct Probes {
    list: Vec<Probe>,
    by_line: BTreeMap<u32, usize>,
}

/// Stands for the end of the block among the lines.
const END: u32 = u32::MAX;

impl Probes {
    fn check(&mut self, claim_index: usize, claim: &Claim, place: Option<At>) -> Check {
        let Some(at) = place else { return Check { claim: claim_index, probe: None, exprs: Vec::new() } };
        let probe = self.at(at);
        probe.catches |= claim.readings.iter().any(|reading| matches!(reading, Reading::Raises { .. }));
        let mut exprs = Vec::new();
        for (reading_index, reading) in claim.readings.iter().enumerate() {
            exprs.extend(expressions(reading).into_iter().map(|expr| (reading_index, add(probe, expr))));
        }
        Check { claim: claim_index, probe: Some(probe.id), exprs }
    }

    fn at(&mut self, at: At) -> &mut Probe {
        let line = match at {
            At::Line(line) => line,
            At::End => END,
        };
        let next = self.list.len();
        let index = *self.by_line.entry(line).or_insert(next);
        if index == next {
            let id = u32::try_from(next).unwrap_or(END);
            self.list.push(Probe { id, at, catches: false, exprs: Vec::new() });
        }
        &mut self.list[index]
    }
}

/// Adds an expression to a probe, once, and says which it is.
fn add(probe: &mut Probe, expr: Expr) -> u32 {
    let index = probe.exprs.iter().position(|other| *other == expr).unwrap_or_else(|| {
        probe.exprs.push(expr);
        probe.exprs.len() - 1
    });
    u32::try_from(index).unwrap_or(END)
}

fn expressions(reading: &Reading) -> Vec<Expr> {
    let at = |expr: &String, when| Expr { text: expr.clone(), when };
    match reading {
        Reading::State { expr, before: true, .. } => vec![at(expr, When::Before)],
        Reading::State { expr, .. }
        | Reading::Changed { expr, .. }
        | Reading::Evaluates { expr, .. }
        | Reading::Size { expr: Some(expr), .. }
        | Reading::Pinned { expr } => vec![at(expr, When::After)],
        Reading::Unchanged { expr, .. } => vec![at(expr, When::Before), at(expr, When::After)],
        _ => Vec::new(),
    }
}
