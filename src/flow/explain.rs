//! The stages once more for what an author wants explained: nothing is settled or summed up, everything is kept.

use super::open::seed;
use super::{Prepared, Setup};
use crate::judge::{self, Explained, Run};
use crate::run::{Batch, RunError, RunPlan, Runner};
use crate::wire::{Interpreter, Job};

/// Runs what was prepared on each interpreter; gives for each how its claims were judged, those left out that its
/// Python is too old for.
///
/// # Errors
/// When no worker can be had, or not at the level required.
pub fn explain(prepared: &Prepared, setup: &Setup, runner: &mut dyn Runner) -> Result<Vec<Vec<Explained>>, RunError> {
    let mut explained = Vec::new();
    for interpreter in &setup.interpreters {
        explained.push(on_one(prepared, setup, interpreter, runner)?);
    }
    Ok(explained)
}

fn on_one(
    prepared: &Prepared,
    setup: &Setup,
    interpreter: &Interpreter,
    runner: &mut dyn Runner,
) -> Result<Vec<Explained>, RunError> {
    let runs_here = |required: Option<(u32, u32)>| required.is_none_or(|least| least <= interpreter.minor);
    let planned: Vec<_> =
        prepared.units.iter().map(|unit| prepared.plan(*unit)).filter(|planned| runs_here(planned.requires)).collect();
    let jobs = (0..).zip(&planned).map(|(id, planned)| Job { id, ..planned.job.clone() }).collect();
    let plan = RunPlan {
        batches: vec![Batch { interpreter: interpreter.clone(), jobs }],
        policy: setup.policy.clone(),
        require: setup.require,
        workers: setup.workers,
        hash_seed: seed(0),
    };
    let log = runner.run(&plan, &mut |_| {})?;
    let run = Run {
        interpreter: &interpreter.id,
        version: interpreter.minor,
        off: prepared.rules_off.as_ref().unwrap_or(&setup.rules_off),
        observations: &[],
    };
    let observed = planned.iter().zip(log.batches.iter().flat_map(|batch| &batch.observations));
    let explained = observed.filter_map(|(planned, observation)| {
        Some(judge::explain(&prepared.claims, planned, &run, observation.as_ref()?))
    });
    Ok(explained.flatten().collect())
}
