//! The order of a run: which job is next, what becomes of one whose worker died, and what ends it all. No processes.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::model::{Ground, RunError, RunEvent, Task, Terms};
use crate::wire::{Counts, Ended, Enforced, Level, Observation, Usage};

/// How many workers in a row may fail to start on an interpreter before no more are tried.
const STARTS: usize = 3;

/// The jobs of a ground: those of the highest rank first, then in the order in which they came.
type Queue = BTreeMap<(Reverse<u32>, u64), Errand>;

fn highest_rank(jobs: &Queue) -> Option<u32> {
    jobs.first_key_value().map(|((rank, _), _)| rank.0)
}

/// Where the seats come for work and bring what they have: it owns the order.
pub struct Desk<'a> {
    /// On what and how.
    pub terms: &'a Terms,
    /// By their grounds.
    waiting: BTreeMap<Ground, Queue>,
    arrived: u64,
    closed: bool,
    standing: Vec<Standing>,
    failed: Option<RunError>,
    tell: &'a mut dyn FnMut(Told),
}

/// A job on its way.
#[derive(Debug)]
pub struct Errand {
    /// The job.
    pub task: Task,
    arrival: u64,
    /// Why the first worker that had it did not answer.
    stumbled: Option<String>,
}

/// What is known of an interpreter's workers.
#[derive(Debug, Clone, Copy, Default)]
struct Standing {
    /// One was ready once.
    works: bool,
    /// Since one was ready last.
    failed_starts: usize,
}

/// An event that can be sent to another thread.
#[derive(Debug)]
pub enum Told {
    /// See [`RunEvent`].
    Ready(usize, Box<Enforced>),
    /// See [`RunEvent`].
    Observed(usize, Box<Observation>),
    /// See [`RunEvent`].
    Left(usize, Counts),
}

impl Told {
    /// The event.
    pub fn event(&self) -> RunEvent<'_> {
        match self {
            Told::Ready(batch, enforced) => RunEvent::Ready { batch: *batch, enforced },
            Told::Observed(batch, observation) => RunEvent::Observed { batch: *batch, observation },
            Told::Left(batch, counts) => RunEvent::Left { batch: *batch, counts },
        }
    }
}

impl<'a> Desk<'a> {
    /// Nothing waits yet.
    pub fn new(terms: &'a Terms, tell: &'a mut dyn FnMut(Told)) -> Self {
        let standing = vec![Standing::default(); terms.interpreters.len()];
        Self { terms, waiting: BTreeMap::new(), arrived: 0, closed: false, standing, failed: None, tell }
    }

    /// Takes a job in.
    pub fn add(&mut self, task: Task) {
        self.arrived += 1;
        self.put(Errand { task, arrival: self.arrived, stumbled: None });
    }

    /// There will be no more jobs.
    pub fn close(&mut self) {
        self.closed = true;
    }

    /// Whether a seat that finds nothing to do may leave for good.
    pub fn is_over(&self) -> bool {
        self.failed.is_some() || (self.closed && self.waiting.is_empty())
    }

    /// The next job: one of the highest rank; among these of the ground that the seat served last, then of one that has
    /// a worker without work, then of the one that has most jobs.
    pub fn next(&mut self, last: Option<Ground>, has_worker: impl Fn(Ground) -> bool) -> Option<Errand> {
        if self.failed.is_some() {
            return None;
        }
        let wish = |ground: Ground, jobs: &_| (highest_rank(jobs), last == Some(ground), has_worker(ground));
        let ground = *self.waiting.iter().max_by_key(|(ground, jobs)| (wish(**ground, jobs), jobs.len()))?.0;
        let jobs = self.waiting.get_mut(&ground)?;
        let (_, errand) = jobs.pop_first()?;
        if jobs.is_empty() {
            self.waiting.remove(&ground);
        }
        Some(errand)
    }

    /// The job that the worker of this one is to do next, if it may be said already: it must not look long, nothing that
    /// does may wait, and there must be enough for all.
    pub fn ahead(&mut self, errand: &Errand) -> Option<Errand> {
        let ground = errand.task.ground;
        let count: usize = self.waiting.values().map(Queue::len).sum();
        let short = errand.task.rank == 0 && self.waiting.values().all(|jobs| highest_rank(jobs) == Some(0));
        if count <= self.terms.workers || !short || !self.waiting.contains_key(&ground) {
            return None;
        }
        self.next(Some(ground), |_| false)
    }

    /// Takes back a job that nobody has begun with.
    pub fn give_back(&mut self, errand: Option<Errand>) {
        errand.into_iter().for_each(|errand| self.put(errand));
    }

    /// Notes what holds in a worker; `false` where that is less than was required.
    pub fn is_ready(&mut self, interpreter: usize, enforced: Enforced) -> bool {
        let wanted = self.terms.policy.level.unwrap_or(Level::Landlock);
        if self.terms.require && enforced.level < wanted {
            let executable = self.terms.interpreters[interpreter].executable.clone();
            self.failed = Some(RunError::Protection { executable, enforced });
            return false;
        }
        self.standing[interpreter] = Standing { works: true, failed_starts: 0 };
        (self.tell)(Told::Ready(interpreter, Box::new(enforced)));
        true
    }

    /// A worker that does not start ends the run if it is the first of its interpreter.
    pub fn not_ready(&mut self, errand: Errand, error: RunError) {
        let standing = &mut self.standing[errand.task.ground.interpreter];
        standing.failed_starts += 1;
        if standing.works {
            self.stumbled(errand, format!("no new worker: {error:?}"));
        } else {
            self.failed.get_or_insert(error);
        }
    }

    /// Whether it makes sense to start another worker.
    pub fn may_start(&self, interpreter: usize) -> bool {
        self.standing[interpreter].failed_starts < STARTS
    }

    /// Passes an answer on.
    pub fn observed(&mut self, interpreter: usize, observation: Observation) {
        (self.tell)(Told::Observed(interpreter, Box::new(observation)));
    }

    /// A worker did not answer. That may have been its own misfortune, so the job is tried once more, on another one; who
    /// ends two of them is to blame.
    pub fn stumbled(&mut self, mut errand: Errand, reason: String) {
        match errand.stumbled.take() {
            None => self.put(Errand { stumbled: Some(reason), ..errand }),
            Some(before) if before == reason => self.give_up(&errand, format!("twice, on two workers: {reason}")),
            Some(before) => self.give_up(&errand, format!("twice, on two workers: {before}; then: {reason}")),
        }
    }

    /// Answers for workers that cannot.
    pub fn give_up(&mut self, errand: &Errand, reason: String) {
        self.observed(errand.task.ground.interpreter, lost(errand.task.job.id, reason));
    }

    /// A worker has left in good order.
    pub fn left(&mut self, interpreter: usize, counts: Counts) {
        (self.tell)(Told::Left(interpreter, counts));
    }

    /// What ended the run before its time, if anything did.
    pub fn failure(self) -> Option<RunError> {
        self.failed
    }

    fn put(&mut self, errand: Errand) {
        let place = (Reverse(errand.task.rank), errand.arrival);
        self.waiting.entry(errand.task.ground).or_default().insert(place, errand);
    }
}

/// What is known of a job that no worker answered.
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
        loaded: Vec::new(),
    }
}
