//! The runner that remembers: it answers with what was recorded before.

use super::desk::lost;
use super::model::{Batch, BatchLog, RunError, RunEvent, RunLog, RunPlan, Runner, Terms, Work};
use crate::wire::{Job, Observation};

/// Answers from a recorded run: batches by their place, jobs by their id.
#[derive(Debug, Clone)]
pub struct Replay {
    recorded: RunLog,
}

impl Replay {
    /// Takes a record.
    pub fn new(recorded: RunLog) -> Self {
        Self { recorded }
    }

    fn batch(&self, index: usize, batch: &Batch, on: &mut dyn FnMut(RunEvent<'_>)) -> BatchLog {
        let recorded = self.recorded.batches.get(index);
        let enforced = recorded.and_then(|log| log.enforced.clone());
        if let Some(enforced) = &enforced {
            on(RunEvent::Ready { batch: index, enforced });
        }
        let answer = |job: &Job| {
            let observation =
                recorded.and_then(|log| find(log, job.id)).unwrap_or_else(|| lost(job.id, UNKNOWN.into()));
            on(RunEvent::Observed { batch: index, observation: &observation });
            Some(observation)
        };
        BatchLog { enforced, observations: batch.jobs.iter().map(answer).collect() }
    }
}

const UNKNOWN: &str = "the record does not have this job";

fn find(log: &BatchLog, job: u64) -> Option<Observation> {
    log.observations.iter().flatten().find(|observation| observation.job == job).cloned()
}

impl Runner for Replay {
    fn run(&mut self, plan: &RunPlan, on: &mut dyn FnMut(RunEvent<'_>)) -> Result<RunLog, RunError> {
        let batches = plan.batches.iter().enumerate().map(|(index, batch)| self.batch(index, batch, on)).collect();
        Ok(RunLog { batches, interrupted: false })
    }

    fn stream(&mut self, _: &Terms, work: &mut dyn Work) -> Result<bool, RunError> {
        let enforced = self.recorded.batches.iter().map(|log| log.enforced.as_ref()).enumerate();
        for (batch, enforced) in enforced.filter_map(|(batch, enforced)| Some((batch, enforced?))) {
            work.hear(RunEvent::Ready { batch, enforced });
        }
        while let Some(task) = work.next() {
            let batch = task.ground.interpreter;
            let recorded = self.recorded.batches.get(batch).and_then(|log| find(log, task.job.id));
            let observation = recorded.unwrap_or_else(|| lost(task.job.id, UNKNOWN.into()));
            work.hear(RunEvent::Observed { batch, observation: &observation });
        }
        Ok(false)
    }
}
