//! A runner that knows what each block of one document shows, whenever and under whatever seed it is asked.

use std::collections::HashMap;

use snipcheck::run::{RunError, RunEvent, RunLog, RunPlan, Runner, Terms, Work};
use snipcheck::wire::{Ended, Job, Observation, Usage};

/// Observations by the line on which a block begins; `None` for the claims in running text.
#[derive(Debug, Clone, Default)]
pub struct Answers(pub HashMap<Option<u32>, Observation>);

/// The line on which the block of a job begins.
pub fn line(job: &Job) -> Option<u32> {
    job.parts.last().and_then(|subject| subject.entries.first()).map(|entry| entry.line)
}

impl Answers {
    fn to(&self, job: &Job) -> Observation {
        let known = self.0.get(&line(job)).cloned().unwrap_or_else(nothing);
        Observation { job: job.id, ..known }
    }
}

fn nothing() -> Observation {
    Observation {
        job: 0,
        ended: Ended::Lost("nothing is known of it".into()),
        stdout: String::new(),
        stderr: String::new(),
        output_cut: false,
        events: Vec::new(),
        effects: Vec::new(),
        usage: Usage::default(),
        loaded: Vec::new(),
    }
}

impl Runner for Answers {
    fn run(&mut self, _: &RunPlan, _: &mut dyn FnMut(RunEvent<'_>)) -> Result<RunLog, RunError> {
        unreachable!("a flow streams")
    }

    fn stream(&mut self, _: &Terms, work: &mut dyn Work) -> Result<bool, RunError> {
        while let Some(task) = work.next() {
            let observation = self.to(&task.job);
            work.hear(RunEvent::Observed { batch: task.ground.interpreter, observation: &observation });
        }
        Ok(false)
    }
}
