//! Some workers at a time: each seat takes the next job when it is free, and has it done by a worker of its ground.

use std::cell::RefCell;
use std::future::{Future, pending, poll_fn};
use std::pin::Pin;
use std::task::Poll;

use tokio::sync::Notify;
use tokio::sync::mpsc::UnboundedReceiver;

use super::desk::{Desk, Errand, Told};
use super::interrupt;
use super::library::Library;
use super::model::{Ground, RunError, Task, Terms};
use super::process::Process;

/// Workers that wait for the next job of their ground, besides those at work. What a further look needs, with other hash
/// seeds, is asked for again and again; and each worker takes memory.
const KEPT: usize = 4;

/// A worker gets its next job while it is still at work if its last one took less, microseconds: where jobs take long the
/// wait between two is nothing, and what is queued behind a long one could have been done by another.
const QUICK: u64 = 20_000;

/// Has all jobs done that arrive, until the sender is gone. Says whether Ctrl-C ended it before.
///
/// # Errors
/// When not even a first worker of an interpreter can be had.
pub async fn serve(
    terms: &Terms,
    library: &Library,
    inbox: UnboundedReceiver<Task>,
    tell: &mut dyn FnMut(Told),
) -> Result<bool, RunError> {
    let office =
        Office { desk: RefCell::new(Desk::new(terms, tell)), idle: RefCell::default(), news: Notify::new(), library };
    let seats = (0..terms.workers.max(1)).map(|_| office.seat());
    let interrupted = tokio::select! {
        () = async { all(seats).await; office.send_home(0).await } => false,
        () = office.take_in(inbox) => false,
        () = interrupt::pressed() => true,
    };
    let Office { desk, .. } = office;
    desk.into_inner().failure().map_or(Ok(interrupted), Err)
}

/// What the seats share.
struct Office<'a> {
    desk: RefCell<Desk<'a>>,
    /// Workers without work, the one that worked last at the end.
    idle: RefCell<Vec<(Ground, Process)>>,
    /// Something waits, or nothing more will.
    news: Notify,
    library: &'a Library,
}

impl Office<'_> {
    /// Puts on the desk what arrives; never ends.
    async fn take_in(&self, mut inbox: UnboundedReceiver<Task>) {
        while let Some(task) = inbox.recv().await {
            self.desk.borrow_mut().add(task);
            self.news.notify_waiters();
        }
        self.desk.borrow_mut().close();
        self.news.notify_waiters();
        pending().await
    }

    /// One place for a worker. It holds none while there is nothing to do, so that whoever gets the next job of that
    /// ground finds it.
    async fn seat(&self) {
        let mut last = None;
        while let Some(errand) = self.next(last).await {
            let ground = errand.task.ground;
            last = Some(ground);
            if let Some((errand, process)) = self.staff(errand).await
                && let Some(process) = self.work(errand, process).await
            {
                self.idle.borrow_mut().push((ground, process));
                self.send_home(KEPT).await;
            }
        }
    }

    /// The next job, as soon as there is one.
    async fn next(&self, last: Option<Ground>) -> Option<Errand> {
        loop {
            let news = self.news.notified();
            let has_worker = |ground| self.idle.borrow().iter().any(|(idle, _)| *idle == ground);
            let next = self.desk.borrow_mut().next(last, has_worker);
            if next.is_some() || self.desk.borrow().is_over() {
                return next;
            }
            news.await;
        }
    }

    /// Finds a worker for a job, or starts one.
    async fn staff(&self, errand: Errand) -> Option<(Errand, Process)> {
        let ground = errand.task.ground;
        let at = self.idle.borrow().iter().rposition(|(idle, _)| *idle == ground);
        let idle = at.map(|at| self.idle.borrow_mut().remove(at).1);
        match idle {
            Some(process) => Some((errand, process)),
            None => self.hire(errand).await,
        }
    }

    async fn hire(&self, errand: Errand) -> Option<(Errand, Process)> {
        let Ground { interpreter, hash_seed } = errand.task.ground;
        let terms = self.desk.borrow().terms;
        if !self.desk.borrow().may_start(interpreter) {
            self.desk.borrow_mut().give_up(&errand, "no worker starts any more".into());
            return None;
        }
        let limits = &errand.task.job.limits;
        match Process::start(self.library, &terms.interpreters[interpreter], &terms.policy, limits, hash_seed).await {
            Ok((process, enforced)) => {
                if self.desk.borrow_mut().is_ready(interpreter, enforced) {
                    return Some((errand, process));
                }
                process.finish().await;
            }
            Err(error) => self.desk.borrow_mut().not_ready(errand, error),
        }
        // The others may wait for what will never come now.
        self.news.notify_waiters();
        None
    }

    /// Has a job done, and others of its ground as long as they are at hand; gives the worker back if it is still of use.
    async fn work(&self, mut errand: Errand, mut process: Process) -> Option<Process> {
        let mut quick = false;
        loop {
            let ahead = if quick { self.desk.borrow_mut().ahead(&errand) } else { None };
            match process.ask(&errand.task.job, ahead.as_ref().map(|next| &next.task.job)).await {
                Ok(observation) => {
                    quick = observation.usage.wall_us < QUICK;
                    self.desk.borrow_mut().observed(errand.task.ground.interpreter, observation);
                }
                Err(reason) => {
                    process.end().await;
                    self.desk.borrow_mut().stumbled(errand, reason);
                    self.desk.borrow_mut().give_back(ahead);
                    self.news.notify_waiters();
                    return None;
                }
            }
            let Some(next) = ahead else { return Some(process) };
            errand = next;
        }
    }

    /// Lets all idle workers go but the last `kept` ones.
    async fn send_home(&self, kept: usize) {
        let surplus = self.idle.borrow().len().saturating_sub(kept);
        let leaving: Vec<_> = self.idle.borrow_mut().drain(..surplus).collect();
        all(leaving.into_iter().map(|(ground, process)| async move {
            if let Some(counts) = process.finish().await {
                self.desk.borrow_mut().left(ground.interpreter, counts);
            }
        }))
        .await;
    }
}

type Job<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// Waits for all of them. There are as many as workers: few enough to look at each when one of them moves.
async fn all<'a, F: Future<Output = ()> + 'a>(futures: impl Iterator<Item = F>) {
    let mut jobs: Vec<Job<'a>> = futures.map(|future| Box::pin(future) as Job<'a>).collect();
    poll_fn(|context| {
        jobs.retain_mut(|job| job.as_mut().poll(context).is_pending());
        if jobs.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}
