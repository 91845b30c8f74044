//! The runner that runs: some workers at a time, each handed the next job when it is free.

use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

use super::desk::{Desk, Place};
use super::interrupt;
use super::library::Library;
use super::model::{RunError, RunEvent, RunLog, RunPlan, Runner};
use super::process::Process;
use crate::wire::{Enforced, Interpreter, Limits, Policy};

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
    here(runtime())?
        .block_on(Process::start(&library, interpreter, policy, &Limits::default(), 0))
        .map(|(_, enforced)| enforced)
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
        let unfit = |(batch, _): &mut (usize, Process)| next.is_none_or(|(wanted, _)| wanted != *batch);
        if let Some((_, process)) = held.take_if(unfit) {
            process.finish().await;
        }
        let Some(place) = next else { return };
        if held.is_none() {
            held = hire(desk, library, place).await.map(|process| (place.0, process));
        }
        held = match held {
            Some((batch, process)) => work(desk, process, place).await.map(|process| (batch, process)),
            None => None,
        };
    }
}

/// A worker for a job. Where there is none, the desk knows what becomes of the job.
async fn hire(desk: &RefCell<Desk<'_, '_>>, library: &Library, place: Place) -> Option<Process> {
    let plan = desk.borrow().plan;
    let batch = &plan.batches[place.0];
    let limits = &batch.jobs[place.1].limits;
    match Process::start(library, &batch.interpreter, &plan.policy, limits, plan.hash_seed).await {
        Ok((process, enforced)) => {
            if desk.borrow_mut().is_ready(place.0, &enforced) {
                return Some(process);
            }
            process.finish().await;
        }
        Err(error) => desk.borrow_mut().not_ready(place, error),
    }
    None
}

/// Has a job done; gives the worker back if it is still of use.
async fn work(desk: &RefCell<Desk<'_, '_>>, mut process: Process, place: Place) -> Option<Process> {
    let plan = desk.borrow().plan;
    match process.ask(&plan.batches[place.0].jobs[place.1]).await {
        Ok(observation) => {
            desk.borrow_mut().observed(place, observation);
            Some(process)
        }
        Err(reason) => {
            desk.borrow_mut().lost(place, reason);
            None
        }
    }
}
