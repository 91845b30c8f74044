//! The runner that runs: some workers at a time, each handed the next job when it is free.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

use super::interrupt;
use super::library::Library;
use super::model::{BatchLog, RunError, RunEvent, RunLog, RunPlan, Runner};
use super::process::Process;
use crate::wire::{Ended, Enforced, Interpreter, Level, Observation, Policy, Usage};

/// Runs jobs in worker processes.
#[derive(Debug, Default)]
pub struct Pool;

impl Runner for Pool {
    fn run(&mut self, plan: &RunPlan, on: &mut dyn FnMut(RunEvent<'_>)) -> Result<RunLog, RunError> {
        let desk = RefCell::new(Desk::new(plan, on));
        let library = here(Library::new())?;
        let seats = plan.workers.clamp(1, desk.borrow().jobs().max(1));
        let interrupted = here(runtime())?.block_on(async {
            tokio::select! {
                () = all((0..seats).map(|_| seat(&desk, &library))) => false,
                () = interrupt::pressed() => true,
            }
        });
        desk.into_inner().close(interrupted)
    }
}

/// What this machine grants to a worker of an interpreter.
///
/// # Errors
/// Where a worker does not start, or not with what the policy asks for.
pub fn probe_protection(interpreter: &Interpreter, policy: &Policy) -> Result<Enforced, RunError> {
    let library = here(Library::new())?;
    here(runtime())?.block_on(Process::start(&library, interpreter, policy, 0)).map(|(_, enforced)| enforced)
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}

/// What goes wrong on this side.
fn here<T>(result: std::io::Result<T>) -> Result<T, RunError> {
    result.map_err(|error| RunError::Worker { executable: "snipcheck itself".into(), reason: error.to_string() })
}

type Task<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// Waits for all of them. There are as many as workers: few enough to look at each when one of them moves.
async fn all<'a, F: Future<Output = ()> + 'a>(futures: impl Iterator<Item = F>) {
    let mut tasks: Vec<Task<'a>> = futures.map(|future| Box::pin(future) as Task<'a>).collect();
    poll_fn(|context| {
        tasks.retain_mut(|task| task.as_mut().poll(context).is_pending());
        if tasks.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// One place for a worker: takes jobs until there are none. It keeps its worker as long as there is work for it.
async fn seat(desk: &RefCell<Desk<'_, '_>>, library: &Library) {
    let mut held: Option<(usize, Process)> = None;
    loop {
        let next = desk.borrow_mut().next(held.as_ref().map(|(batch, _)| *batch));
        let fits = |(batch, _): &mut (usize, Process)| next.is_some_and(|(wanted, _)| wanted == *batch);
        if let Some((_, unfit)) = held.take_if(|held| !fits(held)) {
            unfit.finish().await;
        }
        let Some((batch, index)) = next else { return };
        let (task, plan) = ((batch, index), desk.borrow().plan);
        if held.is_none() {
            match Process::start(library, &plan.batches[batch].interpreter, &plan.policy, plan.hash_seed).await {
                Ok((process, enforced)) if desk.borrow_mut().is_ready(batch, &enforced) => {
                    held = Some((batch, process))
                }
                Ok(_) => return,
                Err(error) => desk.borrow_mut().not_ready(task, error),
            }
        }
        let Some((_, process)) = &mut held else { continue };
        match process.ask(&plan.batches[batch].jobs[index]).await {
            Ok(observation) => desk.borrow_mut().observed(task, observation),
            Err(reason) => {
                held = None;
                desk.borrow_mut().lost(task, reason);
            }
        }
    }
}

/// Index of a batch, and of a job in it.
type Place = (usize, usize);

/// Where the seats come for work and bring what they have: it owns the order.
struct Desk<'a, 'b> {
    plan: &'a RunPlan,
    waiting: Vec<VecDeque<usize>>,
    log: Vec<BatchLog>,
    failed: Option<RunError>,
    on: &'b mut dyn FnMut(RunEvent<'_>),
}

impl<'a, 'b> Desk<'a, 'b> {
    fn new(plan: &'a RunPlan, on: &'b mut dyn FnMut(RunEvent<'_>)) -> Self {
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

    fn jobs(&self) -> usize {
        self.waiting.iter().map(VecDeque::len).sum()
    }

    /// The next job, of the batch at hand if it has any left, else of the one that has most.
    fn next(&mut self, held: Option<usize>) -> Option<Place> {
        if self.failed.is_some() {
            return None;
        }
        let longest = || (0..self.waiting.len()).max_by_key(|&batch| self.waiting[batch].len());
        let batch = held.filter(|&batch| !self.waiting[batch].is_empty()).or_else(longest)?;
        self.waiting[batch].pop_front().map(|index| (batch, index))
    }

    /// Notes what holds in a worker; `false` where that is less than was required.
    fn is_ready(&mut self, batch: usize, enforced: &Enforced) -> bool {
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
    fn not_ready(&mut self, place: Place, error: RunError) {
        if self.log[place.0].enforced.is_none() {
            self.failed.get_or_insert(error);
        } else {
            self.lost(place, format!("no new worker: {error:?}"));
        }
    }

    fn observed(&mut self, (batch, index): Place, observation: Observation) {
        (self.on)(RunEvent::Observed { batch, observation: &observation });
        self.log[batch].observations[index] = Some(observation);
    }

    fn lost(&mut self, place: Place, reason: String) {
        let job = self.plan.batches[place.0].jobs[place.1].id;
        self.observed(place, lost(job, reason));
    }

    fn close(self, interrupted: bool) -> Result<RunLog, RunError> {
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
