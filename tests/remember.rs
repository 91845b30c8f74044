//! Runners that have something from before: answers that were kept, or workers that are still there.

#[expect(dead_code, reason = "plans are for runs as a whole")]
mod common;

use std::collections::VecDeque;
use std::time::SystemTime;

use common::{interpreter, job};
use snipcheck::cache::{Key, Store};
use snipcheck::run::{
    Conditions, Ground, Pool, Remembering, RunError, RunEvent, RunLog, RunPlan, Runner, Standing, Task, Terms, Work,
};
use snipcheck::wire::{Ended, Observation, Policy};

/// Jobs to be done one after the other, and what came of them.
#[derive(Default)]
struct List {
    tasks: VecDeque<Task>,
    ready: bool,
    seen: Vec<Observation>,
}

impl List {
    fn new(scripts: &[&str]) -> Self {
        let ground = Ground { interpreter: 0, hash_seed: 0 };
        let tasks =
            (1..).zip(scripts).map(|(id, script)| Task { ground, job: job(id, script), rank: 0, lasting: true });
        Self { tasks: tasks.collect(), ..Self::default() }
    }

    fn outputs(&self) -> Vec<(u64, &str)> {
        let mut outputs: Vec<_> = self.seen.iter().map(|seen| (seen.job, seen.stdout.as_str())).collect();
        outputs.sort_unstable();
        outputs
    }
}

impl Work for List {
    fn next(&mut self) -> Option<Task> {
        self.tasks.pop_front()
    }

    fn hear(&mut self, event: RunEvent<'_>) {
        match event {
            RunEvent::Ready { .. } => self.ready = true,
            RunEvent::Observed { observation, .. } => {
                assert!(self.ready, "a worker is ready before it answers");
                self.seen.push(observation.clone());
            }
            RunEvent::Left { .. } => {}
        }
    }
}

fn terms() -> Terms {
    let policy = Policy { level: None, readable: Vec::new() };
    Terms { interpreters: vec![interpreter()], policy, require: false, workers: 1 }
}

/// A runner that has nothing to do.
struct Nobody;

impl Runner for Nobody {
    fn run(&mut self, _: &RunPlan, _: &mut dyn FnMut(RunEvent<'_>)) -> Result<RunLog, RunError> {
        unreachable!("all is known")
    }

    fn stream(&mut self, _: &Terms, _: &mut dyn Work) -> Result<bool, RunError> {
        unreachable!("all is known")
    }
}

#[test]
fn what_was_observed_once_needs_no_runner() {
    let folder = tempfile::tempdir().unwrap();
    let scripts = ["print(1)", "print({'a', 'b', 'c'})", "1 / 0"];
    let grounds = vec![Key::of(&"here").unwrap()];
    let conditions = Conditions { grounds, since: SystemTime::now() };
    let mut first = List::new(&scripts);
    let store = Store::open(folder.path()).unwrap();
    Remembering::new(Pool, &store, conditions.clone()).stream(&terms(), &mut first).unwrap();
    drop(store);
    let store = Store::open(folder.path()).unwrap();
    let mut second = List::new(&scripts);
    Remembering::new(Nobody, &store, conditions.clone()).stream(&terms(), &mut second).unwrap();
    first.seen.sort_by_key(|seen| seen.job);
    assert_eq!(second.seen, first.seen, "to the last microsecond");
    // The order of the jobs, and their numbers, are no part of what they are.
    let mut turned = List::new(&["1 / 0", "print(1)"]);
    Remembering::new(Nobody, &store, conditions.clone()).stream(&terms(), &mut turned).unwrap();
    assert_eq!(turned.outputs(), [(1, ""), (2, "1\n")]);
    // Some are known, and the others are run.
    let mut mixed = List::new(&["print(1)", "print(2)", "1 / 0", "print(3)"]);
    let mut runner = Remembering::new(Pool, &store, conditions);
    runner.stream(&terms(), &mut mixed).unwrap();
    assert_eq!(mixed.outputs(), [(1, "1\n"), (2, "2\n"), (3, ""), (4, "3\n")]);
    assert_eq!((runner.hits().asked, runner.hits().found), (4, 2));
}

#[test]
fn what_may_come_out_differently_is_another_job() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    let ask = |ground: &str, change: &dyn Fn(&mut Task, &mut Terms)| {
        let (mut list, mut terms) = (List::new(&["print(1)"]), terms());
        change(&mut list.tasks[0], &mut terms);
        let conditions = Conditions { grounds: vec![Key::of(&ground).unwrap()], since: SystemTime::now() };
        let mut runner = Remembering::new(Pool, &store, conditions);
        runner.stream(&terms, &mut list).unwrap();
        assert_eq!(list.seen[0].ended, Ended::Finished);
        runner.hits().found == 1
    };
    // It is written in the background, so that it may take a few times until it is there.
    assert!((0..100).any(|_| ask("here", &|_, _| ())));
    let check = |what: &str, ground: &str, expect: bool, change: &dyn Fn(&mut Task, &mut Terms)| {
        assert_eq!(ask(ground, change), expect, "{what}");
    };
    check("nothing", "here", true, &|_, _| ());
    check("its number", "here", true, &|task, _| task.job.id = 77);
    check("its rank", "here", true, &|task, _| task.rank = 3);
    check("how many run at a time", "here", true, &|_, terms| terms.workers = 2);
    check("interpreter, program or machine", "there", false, &|_, _| ());
    check("the code", "here", false, &|task, _| task.job.parts[0].entries[0].text.push_str("2\n"));
    check("the line", "here", false, &|task, _| task.job.parts[0].entries[0].line = 2);
    check("the document's name", "here", false, &|task, _| task.job.file = "other.md".into());
    check("a limit", "here", false, &|task, _| task.job.limits.wall_ms += 1);
    check("the hash seed", "here", false, &|task, _| task.ground.hash_seed = 1);
    check("what may be read", "here", false, &|_, terms| terms.policy.readable.push("/opt".into()));
    check("what is required", "here", false, &|_, terms| terms.require = true);
    check("chance", "here", false, &|task, _| task.lasting = false);
}

#[test]
fn workers_stay_for_the_next_stream() {
    let mut runner = Standing::new(|| ());
    // Where something stands in memory is chosen when a worker starts, and the same in all its forks.
    let place = |runner: &mut Standing| {
        let mut list = List::new(&["import sys; print(id(sys))"]);
        assert!(!runner.stream(&terms(), &mut list).unwrap());
        list.seen[0].stdout.clone()
    };
    let places = [place(&mut runner), place(&mut runner), place(&mut runner)];
    assert!(places.iter().all(|place| *place == places[0]), "{places:?}");
    runner.renew();
    let after = place(&mut runner);
    let fixed = std::fs::read_to_string("/proc/sys/kernel/randomize_va_space").is_ok_and(|set| set.trim() == "0");
    assert!(fixed || after != places[0], "another worker has come: {after}");
}
