//! Where the commands meet the stages. The rest of the command line knows these functions and no stage behind them.

use super::Failure;
use super::config::{Check, Inputs};
use super::progress::Progress;
use crate::claims::{Certainty, Claim};
use crate::discover::documents::{self, Loaded};
use crate::extract::{Block, Document};
use crate::flow::{self, Prepared, Setup};
use crate::judge::Explained;
use crate::plan;
use crate::report::model::{Report, Unreadable};
use crate::run::{Pool, probe_protection};
use crate::wire::{Enforced, Interpreter, Limits, Policy};

/// The documents of a run.
#[derive(Debug, Default)]
pub struct Documents {
    /// Those that could be read, in the order of their paths.
    pub read: Vec<Loaded>,
    /// The others.
    pub unreadable: Vec<Unreadable>,
}

/// What a document shows before anything runs.
#[derive(Debug)]
pub struct Recognised {
    /// Its blocks.
    pub document: Document,
    /// What it surely claims, in the order of the places.
    pub claims: Vec<Claim>,
    /// For each block what it needs from outside: `module:requests`, `name:fetch`, …
    pub needs: Vec<Vec<String>>,
}

/// Finds and reads documents.
///
/// # Errors
/// When what is named cannot be looked through at all.
pub fn read(inputs: &Inputs) -> Result<Documents, Failure> {
    let found = documents::find(&inputs.paths, inputs.read_as);
    if let Some(misused) = found.misused.first() {
        return Err(Failure::usage(format!("{}: {}", misused.argument, misused.reason), ""));
    }
    let mut documents =
        Documents { read: Vec::new(), unreadable: found.unreadable.into_iter().map(unreadable).collect() };
    for path in &found.documents {
        match documents::read(path) {
            Ok(loaded) => documents.read.push(loaded),
            Err(why) => documents.unreadable.push(unreadable(why)),
        }
    }
    documents.unreadable.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(documents)
}

fn unreadable(why: documents::Unreadable) -> Unreadable {
    Unreadable { path: why.path, reason: why.reason }
}

/// Takes a document apart and finds its claims and needs.
pub fn recognise(loaded: &Loaded) -> Recognised {
    let prepared = flow::prepare(loaded.clone(), &Limits::default(), &|_| true);
    let Prepared { document, modules, claims, plan, .. } = prepared;
    let needs = plan.jobs.iter().filter(|planned| planned.block.is_some());
    let needs = needs.map(|planned| plan::needs(planned, &modules)).collect();
    let claims = claims.into_iter().filter(|claim| claim.certainty > Certainty::Possible).collect();
    Recognised { document, claims, needs }
}

/// The long part of `check`: extract, claims, plan, run, judge, report.
///
/// # Errors
/// When no worker can be had, or not at the level that was required.
pub fn run_stages(
    config: &Check,
    interpreters: &[Interpreter],
    documents: &Documents,
    on: &mut dyn FnMut(Progress),
) -> Result<Report, Failure> {
    let chosen = |block: &Block| config.only.is_empty() || config.only.iter().any(|only| only.takes(block));
    let prepared: Vec<Prepared> =
        documents.read.iter().map(|loaded| flow::prepare(loaded.clone(), &config.limits, &chosen)).collect();
    let blocks = prepared.iter().flat_map(|prepared| &prepared.plan.jobs).filter(|planned| planned.block.is_some());
    if !config.only.is_empty() && blocks.count() == 0 {
        let help = "name a line of a block, or words of the heading above it; `snipcheck list` shows them";
        return Err(Failure::usage("--only matches no block of these documents", help));
    }
    let jobs: usize = prepared.iter().map(|prepared| prepared.plan.jobs.len()).sum();
    on(Progress::Planned(jobs * interpreters.len()));
    let setup = Setup {
        interpreters: interpreters.to_vec(),
        policy: config.policy.clone(),
        require: config.require,
        workers: config.workers,
    };
    let mut ended = || on(Progress::Ended);
    let unreadable = documents.unreadable.clone();
    Ok(flow::check(&prepared, unreadable, &setup, &mut Pool, &mut ended)?)
}

/// How the claims of one line were judged.
#[derive(Debug)]
pub struct Explanation {
    /// The document.
    pub prepared: Prepared,
    /// Indices of the claims that stand on the line, or speak of it.
    pub claims: Vec<usize>,
    /// For each interpreter, the claims of the line's block and of running text.
    pub on_each: Vec<Vec<Explained>>,
}

/// Runs the block behind a line and keeps how its claims were judged.
///
/// # Errors
/// When no worker can be had.
pub fn explain(loaded: Loaded, line: usize, interpreters: &[Interpreter]) -> Result<Explanation, Failure> {
    let everything = flow::prepare(loaded.clone(), &Limits::default(), &|_| true);
    let here = |claim: &&Claim| {
        let (first, last) = (claim.span.start, claim.span.end.saturating_sub(1).max(claim.span.start));
        let source = &everything.document.source;
        claim.subject_line == line || (source.line(first)..=source.line(last)).contains(&line)
    };
    let blocks: Vec<usize> = everything.claims.iter().filter(here).filter_map(|claim| claim.block).collect();
    let claims: Vec<usize> = (0..everything.claims.len()).filter(|&at| here(&&everything.claims[at])).collect();
    let chosen = |block: &Block| blocks.contains(&(block.index - 1));
    let prepared = flow::prepare(loaded, &Limits::default(), &chosen);
    let policy = Policy { level: None, readable: Vec::new() };
    let setup = Setup { interpreters: interpreters.to_vec(), policy, require: false, workers: 1 };
    let on_each = if claims.is_empty() { Vec::new() } else { flow::explain(&prepared, &setup, &mut Pool)? };
    Ok(Explanation { prepared, claims, on_each })
}

/// What a worker in this interpreter would be protected by.
///
/// # Errors
/// When no worker starts in it.
pub fn protection(interpreter: &Interpreter) -> Result<Enforced, Failure> {
    let policy = Policy { level: None, readable: Vec::new() };
    Ok(probe_protection(interpreter, &policy)?)
}
