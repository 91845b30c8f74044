//! The runner that runs: plans as a whole on the caller's thread, streams beside it.

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::desk::Told;
use super::library::Library;
use super::model::{BatchLog, Ground, RunError, RunEvent, RunLog, RunPlan, Runner, Task, Terms, Work};
use super::process::Process;
use super::seats;
use crate::wire::{Enforced, Interpreter, Limits, Policy};

/// Runs jobs in worker processes.
#[derive(Debug, Default)]
pub struct Pool;

impl Runner for Pool {
    fn run(&mut self, plan: &RunPlan, on: &mut dyn FnMut(RunEvent<'_>)) -> Result<RunLog, RunError> {
        let (sender, inbox) = unbounded_channel();
        for task in tasks(plan) {
            // The receiver is right here.
            let _ = sender.send(task);
        }
        drop(sender);
        let mut records = Records::new(plan);
        let interrupted = serve(&terms(plan), inbox, &mut |told| {
            on(told.event());
            records.keep(told);
        })?;
        Ok(RunLog { batches: records.batches, interrupted })
    }

    fn stream(&mut self, terms: &Terms, work: &mut dyn Work) -> Result<bool, RunError> {
        let (tasks, inbox) = unbounded_channel();
        let (tell, heard) = mpsc::channel();
        thread::scope(|scope| {
            // Who prepares and judges must not keep workers waiting. Where nobody listens any more, nothing is to be told.
            let served = scope.spawn(move || serve(terms, inbox, &mut |told| _ = tell.send(told)));
            feed(work, &tasks, &heard);
            drop(tasks);
            served.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    }
}

/// Hands out jobs and takes answers in, until there are no more of either. Says whether all is answered: if not, nobody
/// serves any more.
pub fn feed(work: &mut dyn Work, tasks: &UnboundedSender<Task>, heard: &Receiver<Told>) -> bool {
    let mut unanswered = 0_usize;
    loop {
        // Answers first: they make room.
        let waited = (unanswered > 0).then(|| heard.recv());
        let Ok(first) = waited.transpose() else { return false };
        for told in first.into_iter().chain(heard.try_iter()) {
            unanswered -= usize::from(matches!(told, Told::Observed(..)));
            work.hear(told.event());
        }
        while let Some(task) = work.next() {
            unanswered += 1;
            if tasks.send(task).is_err() {
                return false;
            }
        }
        if unanswered == 0 {
            return true;
        }
    }
}

/// What this machine grants to a worker of an interpreter.
///
/// # Errors
/// Where a worker does not start, or not with what the policy asks for.
pub fn probe_protection(interpreter: &Interpreter, policy: &Policy) -> Result<Enforced, RunError> {
    let library = here(Library::new())?;
    here(runtime())?
        .block_on(Process::start(&library, interpreter, policy, &Limits::default(), 0))
        .map(|(_, enforced)| enforced)
}

/// Runs all that arrives, on this thread.
pub fn serve(terms: &Terms, inbox: UnboundedReceiver<Task>, tell: &mut dyn FnMut(Told)) -> Result<bool, RunError> {
    let library = here(Library::new())?;
    here(runtime())?.block_on(seats::serve(terms, &library, inbox, tell))
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}

/// What goes wrong on this side.
fn here<T>(result: std::io::Result<T>) -> Result<T, RunError> {
    result.map_err(|error| RunError::Worker { executable: "snipcheck itself".into(), reason: error.to_string() })
}

fn terms(plan: &RunPlan) -> Terms {
    let jobs: usize = plan.batches.iter().map(|batch| batch.jobs.len()).sum();
    Terms {
        interpreters: plan.batches.iter().map(|batch| batch.interpreter.clone()).collect(),
        policy: plan.policy.clone(),
        require: plan.require,
        workers: plan.workers.clamp(1, jobs.max(1)),
    }
}

fn tasks(plan: &RunPlan) -> impl Iterator<Item = Task> {
    plan.batches.iter().enumerate().flat_map(|(interpreter, batch)| {
        let ground = Ground { interpreter, hash_seed: plan.hash_seed };
        batch.jobs.iter().map(move |job| Task { ground, job: job.clone(), rank: 0, lasting: false })
    })
}

/// The log of a plan, as it grows.
struct Records {
    batches: Vec<BatchLog>,
    places: Vec<HashMap<u64, usize>>,
}

impl Records {
    fn new(plan: &RunPlan) -> Self {
        let batches = plan.batches.iter();
        let empty = |count| BatchLog { enforced: None, observations: vec![None; count] };
        Self {
            batches: batches.clone().map(|batch| empty(batch.jobs.len())).collect(),
            places: batches.map(|batch| batch.jobs.iter().map(|job| job.id).zip(0..).collect()).collect(),
        }
    }

    fn keep(&mut self, told: Told) {
        match told {
            Told::Ready(batch, enforced) => {
                let weakest = &mut self.batches[batch].enforced;
                if weakest.as_ref().is_none_or(|known| enforced.level < known.level) {
                    *weakest = Some(*enforced);
                }
            }
            Told::Observed(batch, observation) => {
                if let Some(&place) = self.places[batch].get(&observation.job) {
                    self.batches[batch].observations[place] = Some(*observation);
                }
            }
            Told::Left(..) => {}
        }
    }
}
