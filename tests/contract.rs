//! What every runner promises, held against each of them.

mod common;

use std::process::Command;
use std::time::{Duration, Instant};

use common::{interpreter, job, plan};
use snipcheck::run::{Batch, Pool, Replay, RunError, RunEvent, RunLog, RunPlan, Runner};
use snipcheck::wire::{Ended, Job, Level, Limits};

/// Jobs that end in every way, two batches, more workers than one.
fn hard_plan() -> RunPlan {
    let scripts = ["print(1)", "1 / 0", "import os; os._exit(0)", "import os; os.abort()", "import sys; sys.exit(2)"];
    let jobs: Vec<Job> = (10..).zip(scripts).map(|(id, script)| job(id, script)).collect();
    let mut plan = plan(None, jobs.clone());
    plan.batches.push(Batch { interpreter: interpreter(), jobs: jobs.into_iter().rev().collect() });
    plan.batches.push(Batch { interpreter: interpreter(), jobs: Vec::new() });
    plan.workers = 3;
    plan
}

/// Every job is answered once, in its place; events tell the same as the log.
fn check(runner: &mut dyn Runner, plan: &RunPlan) -> RunLog {
    let mut told: Vec<(usize, u64)> = Vec::new();
    let mut ready = vec![false; plan.batches.len()];
    let log = runner.run(plan, &mut |event| match event {
        RunEvent::Ready { batch, .. } => ready[batch] = true,
        RunEvent::Observed { batch, observation } => {
            assert!(ready[batch], "a worker is ready before it answers");
            told.push((batch, observation.job));
        }
        RunEvent::Left { batch, .. } => assert!(ready[batch], "a worker was ready before it leaves"),
    });
    let log = log.expect("the run can be done");
    assert_eq!(log.batches.len(), plan.batches.len());
    for (batch, (asked, got)) in plan.batches.iter().zip(&log.batches).enumerate() {
        let got_ids: Vec<u64> = got.observations.iter().flatten().map(|seen| seen.job).collect();
        let asked_ids: Vec<u64> = asked.jobs.iter().map(|job| job.id).collect();
        assert_eq!(got_ids, asked_ids, "batch {batch}: each job at its place");
        assert_eq!(got.enforced.is_some(), !asked.jobs.is_empty(), "batch {batch}: what was enforced is known");
        for id in asked_ids {
            assert_eq!(told.iter().filter(|&&told| told == (batch, id)).count(), 1, "job {id} is told once");
        }
    }
    assert!(!log.interrupted);
    log
}

#[test]
fn the_pool_keeps_its_promises_and_a_record_of_it_does_too() {
    let plan = hard_plan();
    let log = check(&mut Pool, &plan);
    let ends: Vec<&Ended> = log.batches[0].observations.iter().flatten().map(|seen| &seen.ended).collect();
    let expect = [&Ended::Finished, &Ended::Finished, &Ended::Exit(0), &Ended::Signal(6), &Ended::Exit(2)];
    assert_eq!(ends, expect);
    let written = serde_json::to_string(&log).expect("a log can be written");
    let read: RunLog = serde_json::from_str(&written).expect("and read back");
    assert_eq!(read, log);
    assert_eq!(check(&mut Replay::new(read), &plan), log);
}

/// How the jobs end if the worker that is at hand dies after the jobs named.
fn with_deaths_after(after: &[u64]) -> Vec<(u64, Ended)> {
    let jobs: Vec<Job> = (1..=4).map(|id| job(id, "print(1)")).collect();
    let log = Pool.run(&plan(None, jobs), &mut |event| match event {
        RunEvent::Observed { observation, .. } if after.contains(&observation.job) => kill_worker(),
        _ => {}
    });
    let observations = log.expect("the run can be done").batches.swap_remove(0).observations;
    observations.into_iter().flatten().map(|seen| (seen.job, seen.ended)).collect()
}

#[test]
fn a_job_whose_worker_dies_runs_on_another_one() {
    let all = [1, 2, 3, 4].map(|id| (id, Ended::Finished));
    assert_eq!(with_deaths_after(&[2]), all);
    assert_eq!(with_deaths_after(&[1, 2, 3]), all);
}

#[test]
fn a_job_whose_worker_dies_twice_is_lost_and_says_so() {
    let mut deaths = 0;
    let jobs: Vec<Job> = (1..=3).map(|id| job(id, "print(1)")).collect();
    let log = Pool.run(&plan(None, jobs), &mut |event| match event {
        // The second death comes when the worker for the second try is ready.
        RunEvent::Observed { observation, .. } if observation.job == 1 => kill_worker(),
        RunEvent::Ready { .. } => {
            deaths += 1;
            if deaths == 2 {
                kill_worker();
            }
        }
        _ => {}
    });
    let seen = log.expect("the run can be done").batches.swap_remove(0).observations;
    let ended: Vec<&Ended> = seen.iter().flatten().map(|seen| &seen.ended).collect();
    assert_eq!([ended[0], ended[2]], [&Ended::Finished; 2]);
    assert!(matches!(ended[1], Ended::Lost(reason) if reason.starts_with("twice, on two workers: ")), "{ended:?}");
}

#[test]
fn who_is_queued_behind_a_job_that_ends_its_worker_is_none_the_worse() {
    let script = |id| if id % 5 == 0 { "import os, signal; os.kill(os.getppid(), signal.SIGKILL)" } else { "pass" };
    let plan = plan(Some(Level::None), (1..=20).map(|id| job(id, script(id))).collect());
    let seen = check(&mut Pool, &plan).batches.swap_remove(0).observations;
    for seen in seen.iter().flatten() {
        let lost = matches!(&seen.ended, Ended::Lost(reason) if reason.starts_with("twice, on two workers: "));
        assert_eq!((lost, seen.ended == Ended::Finished), (seen.job % 5 == 0, seen.job % 5 != 0), "{seen:?}");
    }
}

#[test]
fn what_a_snippet_started_ends_with_its_worker() {
    let grants = |&level: &Level| Pool.run(&plan(Some(level), vec![job(1, "pass")]), &mut |_| {}).is_ok();
    for level in [Level::Full, Level::Landlock].into_iter().filter(grants) {
        let script = "import os, time\nos.fork(); os.fork(); time.sleep(60)";
        let plan =
            plan(Some(level), vec![Job { limits: Limits { wall_ms: 4_000, ..Limits::default() }, ..job(1, script) }]);
        // Threads of a test have children of their own, and only the one that runs the pool has workers.
        let pool = std::fs::read_link("/proc/thread-self").expect("Linux");
        let killer = std::thread::spawn(move || end_all_by_killing_the_first(&format!("/proc/{}", pool.display())));
        let log = Pool.run(&plan, &mut |_| {}).expect("the run can be done");
        let ended = &log.batches[0].observations[0].as_ref().expect("it is answered").ended;
        // It was tried again, on a worker that nobody killed.
        assert_eq!(ended, &Ended::TimedOut, "{level:?}");
        assert_eq!(killer.join().expect("the killer ends"), [""; 0], "{level:?}: left");
    }
}

/// Kills the process that the host has started as soon as the snippet has made others; gives who did not end.
fn end_all_by_killing_the_first(pool: &str) -> Vec<String> {
    let patience = Instant::now() + Duration::from_secs(20);
    let mut all = Vec::new();
    while all.len() < 6 && Instant::now() < patience {
        all = descendants(&format!("{pool}/children"));
        std::thread::yield_now();
    }
    assert!(Command::new("kill").args(["-9", &all[0]]).status().expect("kill runs").success());
    while !all.is_empty() && Instant::now() < patience {
        all.retain(|pid| lives(pid));
        std::thread::yield_now();
    }
    all
}

/// All children, each before its own.
fn descendants(file: &str) -> Vec<String> {
    let children = std::fs::read_to_string(file).unwrap_or_default();
    let with_own = |pid: &str| {
        let below = descendants(&format!("/proc/{pid}/task/{pid}/children"));
        std::iter::once(pid.to_owned()).chain(below).collect::<Vec<_>>()
    };
    children.split_whitespace().flat_map(with_own).collect()
}

fn lives(pid: &str) -> bool {
    std::fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z"))
}

/// Kills the worker's parent of snippets, and waits until it is dead.
fn kill_worker() {
    let worker = worker();
    assert!(Command::new("kill").args(["-9", &worker]).status().expect("kill runs").success());
    while lives(&worker) {
        std::thread::yield_now();
    }
}

/// The process that forks snippets for this thread: the last in the line of children.
fn worker() -> String {
    let mut chain = Vec::new();
    let mut child = first_child("/proc/thread-self/children");
    while let Some(pid) = child {
        child = first_child(&format!("/proc/{pid}/task/{pid}/children"));
        chain.push(pid);
    }
    // Where snippets have a pid namespace, its first process stands at the end of the line.
    let init_is_last = chain.len() == 4;
    chain.swap_remove(chain.len() - 1 - usize::from(init_is_last))
}

#[test]
fn many_snippets_leave_a_worker_as_it_was() {
    let scripts = ["print(1)", "open('x', 'w').write('x')", "import os\nif os.fork() == 0: os.abort()", "1 / 0"];
    let jobs = (0..200_u64).map(|id| job(id, scripts[id as usize % scripts.len()])).collect();
    let mut seen = Vec::new();
    let log = Pool.run(&plan(None, jobs), &mut |event| {
        if let RunEvent::Observed { observation, .. } = event
            && (observation.job == 11 || observation.job == 199)
        {
            let worker = worker();
            let count = |what: &str| std::fs::read_dir(format!("/proc/{worker}/{what}")).expect("it lives").count();
            let mounts = std::fs::read_to_string(format!("/proc/{worker}/mounts")).expect("it lives");
            seen.push((worker.clone(), count("fd"), count("task"), mounts.lines().count()));
        }
    });
    let log = log.expect("the run can be done");
    assert!(log.batches[0].observations.iter().flatten().all(|seen| seen.ended == Ended::Finished));
    assert_eq!(seen[0], seen[1], "worker, descriptors, threads, mounts");
}

fn first_child(file: &str) -> Option<String> {
    std::fs::read_to_string(file).ok()?.split_whitespace().next().map(str::to_owned)
}

#[test]
fn a_replay_answers_what_it_does_not_know() {
    let log = RunLog { batches: Vec::new(), interrupted: false };
    let seen = Replay::new(log).run(&plan(None, vec![job(7, "pass")]), &mut |_| {}).expect("a replay always runs");
    let observation = seen.batches[0].observations[0].as_ref().expect("it is answered");
    assert!(matches!(observation.ended, Ended::Lost(_)), "{observation:?}");
}

#[test]
fn a_worker_that_cannot_start_ends_the_run_with_a_reason() {
    let check = |executable: &str, expect: &str| {
        let mut plan = plan(None, vec![job(1, "pass")]);
        plan.batches[0].interpreter.executable = executable.into();
        match Pool.run(&plan, &mut |_| {}) {
            Err(RunError::Worker { reason, .. }) => assert!(reason.contains(expect), "{reason}"),
            other => panic!("{executable}: {other:?}"),
        }
    };
    check("/nonexistent/python", "No such file");
    check("/bin/cat", "cat");
}

#[test]
fn an_unprotected_run_is_had_only_by_name() {
    let log = Pool.run(&plan(Some(Level::None), vec![job(1, "print(1)")]), &mut |_| {}).expect("the run can be done");
    let enforced = log.batches[0].enforced.as_ref().expect("a worker was ready");
    assert_eq!(enforced.level, Level::None);
    assert!(enforced.enforced.iter().all(|name| name == "rlimits" || name == "cgroup"), "{:?}", enforced.enforced);
    let log = Pool.run(&plan(None, vec![job(1, "print(1)")]), &mut |_| {}).expect("the run can be done");
    assert!(log.batches[0].enforced.as_ref().is_some_and(|enforced| enforced.level >= Level::Landlock));
}
