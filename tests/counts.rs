//! What no clock can guard: how often the expensive is done for a plan that is known.

mod common;

use common::{job, plan};
use snipcheck::run::{Pool, RunEvent, RunPlan, Runner};
use snipcheck::wire::{Counts, Ended, Level};

/// Runs a script so often on one worker; gives how many workers were ready, and what they did.
fn run(level: Level, script: &str, times: u64) -> (usize, Counts) {
    let plan = RunPlan { require: true, ..plan(Some(level), (0..times).map(|id| job(id, script)).collect()) };
    let (mut workers, mut counted) = (0, None);
    let log = Pool.run(&plan, &mut |event| match event {
        RunEvent::Ready { .. } => workers += 1,
        RunEvent::Left { counts, .. } => counted = Some(*counts),
        RunEvent::Observed { .. } => {}
    });
    let observations = log.expect("the run can be done").batches.swap_remove(0).observations;
    assert!(observations.iter().flatten().all(|seen| seen.ended == Ended::Finished), "{level:?}: {script}");
    (workers, counted.expect("a worker that ends in good order says what it did"))
}

/// What one more snippet costs.
fn each(level: Level, script: &str) -> Counts {
    let ((one, few), (other, many)) = (run(level, script, 5), run(level, script, 25));
    assert_eq!([one, other], [1, 1], "{level:?}: one worker serves all");
    let more = |count: fn(&Counts) -> u64| {
        let more = count(&many) - count(&few);
        assert_eq!(more % 20, 0, "{level:?}: {script}: {few:?} {many:?}");
        more / 20
    };
    Counts {
        forks: more(|counts| counts.forks),
        mounts: more(|counts| counts.mounts),
        unshares: more(|counts| counts.unshares),
        filters: more(|counts| counts.filters),
    }
}

/// Whether this machine grants a level; says so where it does not.
fn grants(level: Level) -> bool {
    let plan = RunPlan { require: true, ..plan(Some(level), vec![job(1, "pass")]) };
    let granted = Pool.run(&plan, &mut |_| {}).is_ok();
    if !granted {
        eprintln!("skipped: no {level:?} here");
    }
    granted
}

const FORK: Counts = Counts { forks: 1, mounts: 0, unshares: 0, filters: 0 };

#[test]
fn a_snippet_costs_a_fork_and_nothing_else() {
    for level in [Level::Full, Level::Landlock].into_iter().filter(|level| grants(*level)) {
        assert_eq!(each(level, "print(1)"), FORK, "{level:?}");
        assert_eq!(each(level, "try:\n    open('/x', 'w')\nexcept OSError:\n    pass"), FORK, "{level:?}");
    }
}

#[test]
fn what_a_snippet_leaves_costs_what_it_takes_to_remove_it() {
    if !grants(Level::Full) {
        return;
    }
    // A new scratch space; with a process left, another pid namespace and its first process.
    assert_eq!(each(Level::Full, "open('x', 'w').write('x')"), Counts { mounts: 1, ..FORK });
    let left = "import os, time\nif os.fork() == 0: time.sleep(50)";
    assert_eq!(each(Level::Full, left), Counts { forks: 2, unshares: 1, ..FORK });
}

#[test]
fn a_worker_is_made_with_few_calls() {
    for level in [Level::Full, Level::Landlock].into_iter().filter(|level| grants(*level)) {
        let (_, counts) = run(level, "pass", 1);
        // The snippet, the trial, and each process on the way to the worker. Filters of a snippet's own are not the worker's.
        assert!(counts.forks <= 7 && counts.unshares <= 8 && counts.filters <= 1, "{level:?}: {counts:?}");
        assert_eq!(counts.mounts > 0, level == Level::Full, "{level:?}: {counts:?}");
    }
}
