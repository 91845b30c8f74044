//! The order of a run: which job is next, where an answer belongs, and what ends it all. No processes.

use std::collections::VecDeque;

use super::model::{BatchLog, RunError, RunEvent, RunLog, RunPlan};
use crate::wire::{Ended, Enforced, Level, Observation, Usage};

/// Index of a batch, and of a job in it.
pub type Place = (usize, usize);

/// Where the seats come for work and bring what they have: it owns the order.
pub struct Desk<'a, 'b> {
    /// What is to be done.
    pub plan: &'a RunPlan,
    waiting: Vec<VecDeque<usize>>,
    log: Vec<BatchLog>,
    failed: Option<RunError>,
    on: &'b mut dyn FnMut(RunEvent<'_>),
}

impl<'a, 'b> Desk<'a, 'b> {
    /// All jobs wait.
    pub fn new(plan: &'a RunPlan, on: &'b mut dyn FnMut(RunEvent<'_>)) -> Self {
        let counts = || plan.batches.iter().map(|batch| batch.jobs.len());
        let empty = |count| BatchLog { enforced: None, observations: vec![None; count] };
        Self {
            plan,
            waiting: counts().map(|count| (0..count).collect()).collect(),
            log: counts().map(empty).collect(),
            failed: None,
            on,
        }
    }

    /// How many jobs wait.
    pub fn jobs(&self) -> usize {
        self.waiting.iter().map(VecDeque::len).sum()
    }

    /// The next job, of the batch at hand if it has any left, else of the one that has most.
    pub fn next(&mut self, held: Option<usize>) -> Option<Place> {
        if self.failed.is_some() {
            return None;
        }
        let longest = || (0..self.waiting.len()).max_by_key(|&batch| self.waiting[batch].len());
        let batch = held.filter(|&batch| !self.waiting[batch].is_empty()).or_else(longest)?;
        self.waiting[batch].pop_front().map(|index| (batch, index))
    }

    /// Notes what holds in a worker; `false` where that is less than was required.
    pub fn is_ready(&mut self, batch: usize, enforced: &Enforced) -> bool {
        let wanted = self.plan.policy.level.unwrap_or(Level::Landlock);
        if self.plan.require && enforced.level < wanted {
            let executable = self.plan.batches[batch].interpreter.executable.clone();
            self.failed = Some(RunError::Protection { executable, enforced: enforced.clone() });
            return false;
        }
        (self.on)(RunEvent::Ready { batch, enforced });
        let weakest = &mut self.log[batch].enforced;
        if weakest.as_ref().is_none_or(|known| enforced.level < known.level) {
            *weakest = Some(enforced.clone());
        }
        true
    }

    /// A worker that does not start ends the run if it is the first of its batch; later it loses the job it was for.
    pub fn not_ready(&mut self, place: Place, error: RunError) {
        if self.log[place.0].enforced.is_none() {
            self.failed.get_or_insert(error);
        } else {
            self.lost(place, format!("no new worker: {error:?}"));
        }
    }

    /// Puts an answer in its place.
    pub fn observed(&mut self, (batch, index): Place, observation: Observation) {
        (self.on)(RunEvent::Observed { batch, observation: &observation });
        self.log[batch].observations[index] = Some(observation);
    }

    /// Answers for a worker that cannot.
    pub fn lost(&mut self, place: Place, reason: String) {
        let job = self.plan.batches[place.0].jobs[place.1].id;
        self.observed(place, lost(job, reason));
    }

    /// The log, or why there is none.
    pub fn close(self, interrupted: bool) -> Result<RunLog, RunError> {
        self.failed.map_or(Ok(RunLog { batches: self.log, interrupted }), Err)
    }
}

/// What is known of a job whose worker died.
pub fn lost(job: u64, reason: String) -> Observation {
    Observation {
        job,
        ended: Ended::Lost(reason),
        stdout: String::new(),
        stderr: String::new(),
        output_cut: false,
        events: Vec::new(),
        effects: Vec::new(),
        usage: Usage::default(),
    }
}
