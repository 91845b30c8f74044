//! What every runner takes and gives.

use serde::{Deserialize, Serialize};

use crate::wire::{Counts, Enforced, Interpreter, Job, Observation, Policy};

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

/// On what and how the jobs of a stream run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// Tasks name them by their place.
    pub interpreters: Vec<Interpreter>,
    /// As in [`RunPlan`].
    pub policy: Policy,
    /// As in [`RunPlan`].
    pub require: bool,
    /// As in [`RunPlan`].
    pub workers: usize,
}

/// A job of a stream. All of it but the numbers that name it is part of what its outcome depends on.
#[derive(Debug, Clone, Serialize)]
pub struct Task {
    /// On what.
    pub ground: Ground,
    /// What runs. Its id is unique in the stream.
    pub job: Job,
    /// Longer ones begin first, in the order of their ranks; 0 where nothing speaks for a long one.
    pub rank: u32,
    /// Whether its outcome is a fact of the code, which another run would show again. Not so where the code asks a clock, or
    /// leaves something to chance.
    pub lasting: bool,
}

/// What a worker is for: it serves jobs of one interpreter with one hash seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Ground {
    /// Index of the interpreter.
    pub interpreter: usize,
    /// `PYTHONHASHSEED`.
    pub hash_seed: u32,
}

/// Who has jobs to be done, however many: they are asked for when there is room for them.
pub trait Work {
    /// The next job; `None` where there is none before another one has been answered.
    fn next(&mut self) -> Option<Task>;
    /// Takes in what happened. Batches are interpreters here.
    fn hear(&mut self, event: RunEvent<'_>);
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
    /// A worker has ended in good order, and says what it did for all of its jobs. One that was killed says nothing.
    Left {
        /// Index of the batch.
        batch: usize,
        /// What it did.
        counts: &'a Counts,
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
/// jobs do; a job whose worker dies is tried once more, on another one, and lost (`Ended::Lost`) where that dies, too; no
/// other job is touched; events come as things happen.
pub trait Runner {
    /// Runs the plan.
    ///
    /// # Errors
    /// When not even a first worker of a batch can be had.
    fn run(&mut self, plan: &RunPlan, on: &mut dyn FnMut(RunEvent<'_>)) -> Result<RunLog, RunError>;

    /// Runs whatever `work` has, until it has nothing more and all is answered. Says whether Ctrl-C ended it before.
    ///
    /// # Errors
    /// When not even a first worker of an interpreter can be had.
    fn stream(&mut self, terms: &Terms, work: &mut dyn Work) -> Result<bool, RunError>;

    /// Lets go of whatever was made ready for the next stream: the interpreters have changed.
    fn renew(&mut self) {}
}

impl<R: Runner + ?Sized> Runner for &mut R {
    fn run(&mut self, plan: &RunPlan, on: &mut dyn FnMut(RunEvent<'_>)) -> Result<RunLog, RunError> {
        (**self).run(plan, on)
    }

    fn stream(&mut self, terms: &Terms, work: &mut dyn Work) -> Result<bool, RunError> {
        (**self).stream(terms, work)
    }

    fn renew(&mut self) {
        (**self).renew();
    }
}
