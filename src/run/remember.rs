//! The runner that remembers across runs: a job that was run before under the same conditions is answered with what was
//! observed then.
//!
//! Owns what such an answer depends on, and which observations say something of the code alone, so that they may be used
//! again.

use std::collections::HashMap;
use std::path::Path;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::model::{Ground, RunError, RunEvent, RunLog, RunPlan, Runner, Task, Terms, Work};
use crate::cache::{Key, Store, Witness};
use crate::wire::{Ended, Enforced, Interpreter, Job, Level, Observation, Policy};

/// The most files of modules that are looked at for one job.
const MOST_LOADED: usize = 5_000;

/// What answers are kept for.
#[derive(Debug, Clone)]
pub struct Conditions {
    /// For each interpreter of the run all that may change what is observed on it, beside the job and the terms: the
    /// interpreter, this program, the machine.
    pub grounds: Vec<Key>,
    /// When they were looked at.
    pub since: SystemTime,
}

/// A job's outcome, as it is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    /// What held in the worker.
    enforced: Enforced,
    /// The files of the modules that it imported.
    witnesses: Vec<Witness>,
    observation: Observation,
}

/// How many jobs were asked for, and how many of them needed no run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hits {
    /// Asked for.
    pub asked: u64,
    /// Answered from the store.
    pub found: u64,
}

impl Hits {
    /// One more was asked for.
    pub fn count(&mut self, found: bool) {
        self.asked += 1;
        self.found += u64::from(found);
    }
}

/// Answers from the store what it can, and has the other runner do the rest.
#[derive(Debug)]
pub struct Remembering<'a, R> {
    runner: R,
    store: &'a Store,
    conditions: Conditions,
    hits: Hits,
}

impl<'a, R: Runner> Remembering<'a, R> {
    /// A runner before another one.
    pub fn new(runner: R, store: &'a Store, conditions: Conditions) -> Self {
        Self { runner, store, conditions, hits: Hits::default() }
    }

    /// What was answered so far.
    pub fn hits(&self) -> Hits {
        self.hits
    }
}

/// Whether an observation may stand for another run of the same job: it came to its end by itself, in a sandbox that
/// leaves it nothing of the machine but the interpreter, and neither met what is outside nor hid what it imported.
pub fn is_lasting(observation: &Observation, level: Level) -> bool {
    let alone = observation.effects.iter().all(|effect| {
        let other_program = effect.what == "process" && effect.detail != "fork";
        !other_program && effect.answer != "allowed"
    });
    let seen = observation.loaded.len() <= MOST_LOADED && observation.loaded.iter().all(|file| !file.is_empty());
    // A limit of time or memory may have been reached because the machine was busy.
    observation.ended == Ended::Finished && level >= Level::Landlock && alone && seen
}

/// The files that were imported and the folders that they lie in, as they are now; `None` where one has changed since the
/// run began. What lies outside the interpreter is the snippet's own, or made up.
pub fn witnesses<'a>(
    loaded: impl IntoIterator<Item = &'a String>,
    interpreter: &Interpreter,
    since: SystemTime,
) -> Option<Vec<Witness>> {
    let belongs = |file: &&String| interpreter.path.iter().any(|folder| Path::new(file).starts_with(folder));
    let files: Vec<&Path> = loaded.into_iter().filter(belongs).map(Path::new).collect();
    let mut paths: Vec<&Path> = files.iter().copied().chain(files.iter().filter_map(|file| file.parent())).collect();
    paths.sort_unstable();
    paths.dedup();
    let seen: Vec<Witness> = paths.into_iter().filter_map(Path::to_str).map(Witness::of).collect();
    seen.iter().all(|witness| witness.is_older_than(since)).then_some(seen)
}

impl<R: Runner> Runner for Remembering<'_, R> {
    fn run(&mut self, plan: &RunPlan, on: &mut dyn FnMut(RunEvent<'_>)) -> Result<RunLog, RunError> {
        // A plan as a whole is one person's question, not a tree to be checked again and again.
        self.runner.run(plan, on)
    }

    fn stream(&mut self, terms: &Terms, work: &mut dyn Work) -> Result<bool, RunError> {
        let Self { runner, store, conditions, hits } = self;
        let mut sieve = Sieve {
            work,
            terms,
            store,
            conditions,
            hits,
            enforced: vec![None; terms.interpreters.len()],
            pending: HashMap::new(),
            first: None,
        };
        sieve.first = sieve.next();
        // Where all is known no worker is started.
        if sieve.first.is_none() { Ok(false) } else { runner.stream(terms, &mut sieve) }
    }
}

/// Work without the jobs whose answers are known.
struct Sieve<'a> {
    work: &'a mut dyn Work,
    terms: &'a Terms,
    store: &'a Store,
    conditions: &'a Conditions,
    hits: &'a mut Hits,
    /// What holds in the last worker of each interpreter that was ready.
    enforced: Vec<Option<Enforced>>,
    /// The keys of jobs under way, by their ids.
    pending: HashMap<u64, Key>,
    /// A job that was asked for in advance.
    first: Option<Task>,
}

impl Work for Sieve<'_> {
    fn next(&mut self) -> Option<Task> {
        if let Some(task) = self.first.take() {
            return Some(task);
        }
        loop {
            let task = self.work.next()?;
            let key = if task.lasting { self.key(&task) } else { None };
            let known = key.and_then(|key| self.recall(&key));
            self.hits.count(known.is_some());
            match known {
                Some(kept) => self.answer(&task, kept),
                None => {
                    self.pending.extend(key.map(|key| (task.job.id, key)));
                    return Some(task);
                }
            }
        }
    }

    fn hear(&mut self, event: RunEvent<'_>) {
        match &event {
            RunEvent::Ready { batch, enforced } => self.enforced[*batch] = Some((*enforced).clone()),
            RunEvent::Observed { batch, observation } => self.keep(*batch, observation),
            RunEvent::Left { .. } => {}
        }
        self.work.hear(event);
    }
}

impl Sieve<'_> {
    /// All that a job's outcome depends on: the whole task, but for what only names it within this run.
    fn key(&self, task: &Task) -> Option<Key> {
        #[derive(Serialize)]
        struct Asked<'a> {
            ground: &'a Key,
            policy: &'a Policy,
            require: bool,
            task: &'a Task,
        }
        let Terms { policy, require, .. } = self.terms;
        let job = Job { id: 0, ..task.job.clone() };
        let nameless = Task { ground: Ground { interpreter: 0, ..task.ground }, job, rank: 0, ..*task };
        let ground = self.conditions.grounds.get(task.ground.interpreter)?;
        Key::of(&Asked { ground, policy, require: *require, task: &nameless })
    }

    fn recall(&self, key: &Key) -> Option<Kept> {
        let kept: Kept = serde_json::from_slice(&self.store.get(key)?).ok()?;
        kept.witnesses.iter().all(Witness::holds).then_some(kept)
    }

    fn answer(&mut self, task: &Task, mut kept: Kept) {
        let batch = task.ground.interpreter;
        kept.observation.job = task.job.id;
        self.work.hear(RunEvent::Ready { batch, enforced: &kept.enforced });
        self.work.hear(RunEvent::Observed { batch, observation: &kept.observation });
    }

    fn keep(&mut self, batch: usize, observation: &Observation) {
        let Some(key) = self.pending.remove(&observation.job) else { return };
        let Some(enforced) = &self.enforced[batch] else { return };
        if !is_lasting(observation, enforced.level) {
            return;
        }
        let interpreter = &self.terms.interpreters[batch];
        let Some(witnesses) = witnesses(&observation.loaded, interpreter, self.conditions.since) else { return };
        let kept = Kept { enforced: enforced.clone(), witnesses, observation: observation.clone() };
        if let Ok(bytes) = serde_json::to_vec(&kept) {
            self.store.put(key, &bytes);
        }
    }
}
