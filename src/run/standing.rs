//! The runner that stays: its workers wait from one stream to the next, so that a job that comes now and then finds one
//! that is warm.

use std::mem;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};

use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use super::desk::Told;
use super::model::{RunError, RunEvent, RunLog, RunPlan, Runner, Task, Terms, Work};
use super::pool::{Pool, feed, serve};
use crate::wire::Enforced;

/// Called when Ctrl-C has ended the service.
type OnInterrupt = Arc<dyn Fn() + Send + Sync>;

/// Runs jobs in worker processes, which stay.
pub struct Standing {
    on_interrupt: OnInterrupt,
    service: Option<Service>,
}

/// Workers that serve on the same terms.
struct Service {
    terms: Terms,
    tasks: UnboundedSender<Task>,
    heard: Receiver<Told>,
    thread: JoinHandle<Result<bool, RunError>>,
    /// What holds in the last worker of each interpreter that got ready.
    enforced: Vec<Option<Enforced>>,
}

impl Standing {
    /// Starts nothing yet. `on_interrupt` is called when Ctrl-C is pressed, also between two streams.
    pub fn new(on_interrupt: impl Fn() + Send + Sync + 'static) -> Self {
        Self { on_interrupt: Arc::new(on_interrupt), service: None }
    }
}

impl Runner for Standing {
    fn run(&mut self, plan: &RunPlan, on: &mut dyn FnMut(RunEvent<'_>)) -> Result<RunLog, RunError> {
        Pool.run(plan, on)
    }

    fn stream(&mut self, terms: &Terms, work: &mut dyn Work) -> Result<bool, RunError> {
        if self.service.as_ref().is_some_and(|service| service.terms != *terms) {
            self.renew();
        }
        let mut service = match self.service.take() {
            Some(service) => service,
            None => Service::start(terms.clone(), Arc::clone(&self.on_interrupt)),
        };
        if service.stream(work) {
            self.service = Some(service);
            return Ok(false);
        }
        service.end()
    }

    fn renew(&mut self) {
        if let Some(service) = self.service.take() {
            // Nothing was under way that could have failed.
            let _ = service.end();
        }
    }
}

/// The workers go with it.
impl Drop for Standing {
    fn drop(&mut self) {
        self.renew();
    }
}

impl Service {
    fn start(terms: Terms, on_interrupt: OnInterrupt) -> Self {
        let (tasks, inbox) = unbounded_channel();
        let (tell, heard) = mpsc::channel();
        let enforced = vec![None; terms.interpreters.len()];
        let own = terms.clone();
        let thread = thread::spawn(move || {
            // Where nobody listens any more, nothing is to be told.
            let ended = serve(&own, inbox, &mut |told| _ = tell.send(told));
            if matches!(ended, Ok(true)) {
                on_interrupt();
            }
            ended
        });
        Self { terms, tasks, heard, thread, enforced }
    }

    /// Says whether all was answered.
    fn stream(&mut self, work: &mut dyn Work) -> bool {
        let Self { tasks, heard, enforced, .. } = self;
        let told = vec![false; enforced.len()];
        feed(&mut Introduced { work, enforced, told }, tasks, heard)
    }

    fn end(self) -> Result<bool, RunError> {
        let Self { tasks, thread, .. } = self;
        drop(tasks);
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}

/// Work that hears of a worker before it hears its answers, also of one that got ready in an earlier stream.
struct Introduced<'a> {
    work: &'a mut dyn Work,
    enforced: &'a mut [Option<Enforced>],
    /// Of which interpreters it has heard.
    told: Vec<bool>,
}

impl Work for Introduced<'_> {
    fn next(&mut self) -> Option<Task> {
        self.work.next()
    }

    fn hear(&mut self, event: RunEvent<'_>) {
        match &event {
            RunEvent::Ready { batch, enforced } => {
                self.enforced[*batch] = Some((*enforced).clone());
                self.told[*batch] = true;
            }
            RunEvent::Observed { batch, .. } => self.introduce(*batch),
            RunEvent::Left { .. } => {}
        }
        self.work.hear(event);
    }
}

impl Introduced<'_> {
    fn introduce(&mut self, batch: usize) {
        if let (false, Some(enforced)) = (mem::replace(&mut self.told[batch], true), &self.enforced[batch]) {
            self.work.hear(RunEvent::Ready { batch, enforced });
        }
    }
}
