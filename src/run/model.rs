//! What every runner takes and gives.

use serde::{Deserialize, Serialize};

use crate::wire::{Enforced, Interpreter, Job, Observation, Policy};

/// What is to be run.
#[derive(Debug, Clone)]
pub struct RunPlan {
    /// Each interpreter with its jobs. Ids of jobs are unique within an interpreter.
    pub batches: Vec<Batch>,
    /// The protection wanted.
    pub policy: Policy,
    /// Refuse to run below `policy.level`, rather than at the best level there is.
    pub require: bool,
    /// Workers at a time, at least 1.
    pub workers: usize,
    /// The interpreters' hash seed (`PYTHONHASHSEED`).
    pub hash_seed: u32,
}

/// The jobs of one interpreter.
#[derive(Debug, Clone)]
pub struct Batch {
    /// On what.
    pub interpreter: Interpreter,
    /// In the order of the documents.
    pub jobs: Vec<Job>,
}

/// Something that happened while running.
#[derive(Debug)]
pub enum RunEvent<'a> {
    /// A worker of the batch is ready.
    Ready {
        /// Index of the batch.
        batch: usize,
        /// What holds in it.
        enforced: &'a Enforced,
    },
    /// A job ended.
    Observed {
        /// Index of the batch.
        batch: usize,
        /// What was seen.
        observation: &'a Observation,
    },
}

/// What a run gave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RunLog {
    /// For each batch.
    pub batches: Vec<BatchLog>,
    /// Ctrl-C ended it: observations are missing.
    pub interrupted: bool,
}

/// What a batch gave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BatchLog {
    /// What was enforced, the weakest of its workers; `None` where no job was run.
    pub enforced: Option<Enforced>,
    /// For each job of the batch, in its order; `None` where it was not run because the run was interrupted.
    pub observations: Vec<Option<Observation>>,
}

/// Why a run could not be done at all (exit code 3).
#[derive(Debug)]
pub enum RunError {
    /// An interpreter does not start, or its worker cannot be loaded.
    Worker {
        /// The interpreter's executable.
        executable: String,
        /// What went wrong, and what to do.
        reason: String,
    },
    /// The protection that was required is not to be had.
    Protection {
        /// The interpreter's executable.
        executable: String,
        /// What there would be.
        enforced: Enforced,
    },
}

/// Something that runs jobs: the pool of workers, or the replay of a recorded run.
///
/// Contract, tested for every implementation: each job is answered exactly once, in the log at its place, whatever the
/// jobs do; a worker that dies loses the job it had (`Ended::Lost`) and no other; events come as things happen.
pub trait Runner {
    /// Runs the plan.
    ///
    /// # Errors
    /// When not even a first worker of a batch can be had.
    fn run(&mut self, plan: &RunPlan, on: &mut dyn FnMut(RunEvent<'_>)) -> Result<RunLog, RunError>;
}
