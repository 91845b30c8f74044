//! The stages in order: documents → blocks → claims → plan → run → judge → report.

mod explain;

use std::collections::BTreeSet;

use crate::claims::{self, Claim};
use crate::discover::documents::Loaded;
use crate::extract::{self, Block, Document};
use crate::judge::{self, BlockRun, Judgement, Run, Verdict};
use crate::plan::{self, Plan, Planned};
use crate::report::build::{self, Judged};
use crate::report::model::{InterpreterInfo, Isolation, Report, SCHEMA_VERSION, Tool, Unreadable};
use crate::report::summary::summarise;
use crate::run::{Batch, BatchLog, RunError, RunEvent, RunLog, RunPlan, Runner};
use crate::syntax::Module;
use crate::wire::{Enforced, Interpreter, Level, Limits, Observation, Policy};

pub use explain::explain;

/// A document taken apart, read and planned: all that is known before anything runs.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The document.
    pub document: Document,
    /// Of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its blocks, read as Python.
    pub modules: Vec<Module>,
    /// What it claims.
    pub claims: Vec<Claim>,
    /// What is to be run for it.
    pub plan: Plan,
}

/// Extracts, finds claims and plans; `chosen` says which blocks are to be run.
pub fn prepare(loaded: Loaded, limits: &Limits, chosen: &dyn Fn(&Block) -> bool) -> Prepared {
    let document = extract::extract(loaded.source, loaded.format);
    let modules = plan::modules(&document);
    let claims = claims::find(&document, &modules);
    let mut plan = plan::plan(&document, &modules, &claims, limits, 0);
    plan.jobs.retain(|planned| planned.block.is_none_or(|block| chosen(&document.blocks[block])));
    Prepared { document, sha256: loaded.sha256, modules, claims, plan }
}

/// On what, how and how much a check runs.
#[derive(Debug, Clone)]
pub struct Setup {
    /// In the order asked for.
    pub interpreters: Vec<Interpreter>,
    /// The protection wanted.
    pub policy: Policy,
    /// Refuse to run with less than the policy's level.
    pub require: bool,
    /// Workers at a time.
    pub workers: usize,
}

/// Runs and judges what was prepared. `on` hears of each job that ended.
///
/// # Errors
/// When no worker can be had, or not at the level required.
pub fn check(
    documents: &[Prepared],
    unreadable: Vec<Unreadable>,
    setup: &Setup,
    runner: &mut dyn Runner,
    on: &mut dyn FnMut(),
) -> Result<Report, RunError> {
    let (plan, places) = run_plan(documents, setup);
    let log = runner.run(&plan, &mut |event| {
        if matches!(event, RunEvent::Observed { .. }) {
            on();
        }
    })?;
    let observations = by_document(documents, &places, &log);
    let mut verdicts: Vec<Verdicts> =
        documents.iter().zip(&observations).map(|(document, seen)| judged(document, setup, seen)).collect();
    let mut interrupted = log.interrupted;
    if !interrupted {
        interrupted = settle_unstable(documents, setup, runner, &mut verdicts)?;
    }
    let reports = documents.iter().zip(&verdicts).map(|(prepared, (judgements, runs))| {
        build::document(Judged {
            document: &prepared.document,
            sha256: &prepared.sha256,
            claims: &prepared.claims,
            plan: &prepared.plan,
            judgements,
            runs,
        })
    });
    Ok(report(reports.collect(), unreadable, setup, &log, interrupted))
}

type Verdicts = (Vec<Judgement>, Vec<BlockRun>);

/// Where the jobs of an interpreter's batch come from: document and index in its plan.
type Places = Vec<Vec<(usize, usize)>>;

/// For each interpreter, the observation of each job of a document.
type Seen = Vec<Vec<Option<Observation>>>;

fn run_plan(documents: &[Prepared], setup: &Setup) -> (RunPlan, Places) {
    let all: Vec<(usize, usize)> = documents
        .iter()
        .enumerate()
        .flat_map(|(at, prepared)| (0..prepared.plan.jobs.len()).map(move |job| (at, job)))
        .collect();
    some_jobs(documents, setup, &all, FIRST_SEED)
}

/// The hash seed of the main run: fixed, so that the same input gives the same report.
const FIRST_SEED: u32 = 0;
/// The hash seeds of further looks at what failed. A set of two comes out in the same order in every second run.
const OTHER_SEEDS: [u32; 4] = [4_242, 1, 77, 1_000_003];

/// A plan of the chosen jobs that leaves out what an interpreter is too old for.
fn some_jobs(documents: &[Prepared], setup: &Setup, chosen: &[(usize, usize)], hash_seed: u32) -> (RunPlan, Places) {
    let mut places = Places::new();
    let mut batches = Vec::new();
    for interpreter in &setup.interpreters {
        let planned = |&(document, job): &(usize, usize)| &documents[document].plan.jobs[job];
        let runs_here =
            |place: &&(usize, usize)| planned(place).requires.is_none_or(|least| least <= interpreter.minor);
        let here: Vec<(usize, usize)> = chosen.iter().filter(runs_here).copied().collect();
        let jobs = (0..).zip(&here).map(|(id, place)| {
            let mut job = planned(place).job.clone();
            job.id = id;
            job
        });
        batches.push(Batch { interpreter: interpreter.clone(), jobs: jobs.collect() });
        places.push(here);
    }
    let policy = setup.policy.clone();
    (RunPlan { batches, policy, require: setup.require, workers: setup.workers, hash_seed }, places)
}

/// Sorts the observations of a run back to the documents.
fn by_document(documents: &[Prepared], places: &Places, log: &RunLog) -> Vec<Seen> {
    let empty = |prepared: &Prepared| vec![vec![None; prepared.plan.jobs.len()]; places.len()];
    let mut all: Vec<Seen> = documents.iter().map(empty).collect();
    for (interpreter, (here, batch)) in places.iter().zip(&log.batches).enumerate() {
        for (&(document, job), observation) in here.iter().zip(&batch.observations) {
            all[document][interpreter][job].clone_from(observation);
        }
    }
    all
}

fn judged(prepared: &Prepared, setup: &Setup, seen: &Seen) -> Verdicts {
    let runs: Vec<Run<'_>> = setup
        .interpreters
        .iter()
        .zip(seen)
        .map(|(interpreter, observations)| Run {
            interpreter: &interpreter.id,
            version: interpreter.minor,
            observations,
        })
        .collect();
    judge::judge(&prepared.claims, &prepared.plan, &runs)
}

/// Looks again at every block with a failing claim, with other hash seeds: what comes out differently from run to run
/// can't be held against the text. Says whether it was interrupted.
fn settle_unstable(
    documents: &[Prepared],
    setup: &Setup,
    runner: &mut dyn Runner,
    verdicts: &mut [Verdicts],
) -> Result<bool, RunError> {
    for seed in OTHER_SEEDS {
        let judged_all = documents.iter().zip(&*verdicts).enumerate();
        let failing: Vec<(usize, usize)> = judged_all
            .flat_map(|(at, (prepared, (judgements, _)))| {
                failing_jobs(prepared, judgements).into_iter().map(move |job| (at, job))
            })
            .collect();
        if failing.is_empty() {
            break;
        }
        let (plan, places) = some_jobs(documents, setup, &failing, seed);
        let log = runner.run(&plan, &mut |_| {})?;
        if log.interrupted {
            return Ok(true);
        }
        let again = by_document(documents, &places, &log);
        for (at, (prepared, seen)) in documents.iter().zip(&again).enumerate() {
            let claims = failing.iter().filter(|(document, _)| *document == at);
            let looked_at = claims.flat_map(|(_, job)| prepared.plan.jobs[*job].checks.iter().map(|check| check.claim));
            let (second, _) = judged(prepared, setup, seen);
            judge::settle(&mut verdicts[at].0, &second, &looked_at.collect());
        }
    }
    Ok(false)
}

fn failing_jobs(prepared: &Prepared, judgements: &[Judgement]) -> Vec<usize> {
    let failing = judgements.iter().filter(|judgement| matches!(judgement.verdict, Verdict::Fails | Verdict::Varies));
    let failing: BTreeSet<usize> = failing.map(|judgement| judgement.claim).collect();
    let jobs = prepared.plan.jobs.iter().enumerate();
    let fails = |planned: &Planned| planned.checks.iter().any(|check| failing.contains(&check.claim));
    jobs.filter(|(_, planned)| fails(planned)).map(|(at, _)| at).collect()
}

fn report(
    documents: Vec<crate::report::model::DocumentReport>,
    unreadable: Vec<Unreadable>,
    setup: &Setup,
    log: &RunLog,
    interrupted: bool,
) -> Report {
    Report {
        schema_version: SCHEMA_VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME").into(), version: env!("CARGO_PKG_VERSION").into() },
        interpreters: setup.interpreters.iter().map(info).collect(),
        isolation: isolation(&setup.policy, &log.batches),
        summary: summarise(&documents),
        documents,
        unreadable,
        interrupted,
    }
}

fn info(interpreter: &Interpreter) -> InterpreterInfo {
    InterpreterInfo {
        id: interpreter.id.clone(),
        implementation: interpreter.implementation.clone(),
        version: interpreter.version.clone(),
    }
}

/// The weakest protection of all batches that ran anything.
fn isolation(policy: &Policy, batches: &[BatchLog]) -> Isolation {
    let weakest: Option<&Enforced> = batches.iter().filter_map(|batch| batch.enforced.as_ref()).min_by_key(|e| e.level);
    Isolation {
        requested: policy.level.map_or("best", Level::name).to_owned(),
        level: weakest.map_or(Level::None, |enforced| enforced.level),
        enforced: weakest.map_or_else(Vec::new, |enforced| enforced.enforced.clone()),
        missing: weakest.map_or_else(Vec::new, |enforced| enforced.missing.clone()),
    }
}
