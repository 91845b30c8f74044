//! What the worker says of snippets that try something. What they must not be able to do is in `tests/hostile/`.
//!
//! What this machine does not grant is said and skipped; nothing here is ever run unprotected.

mod common;

use common::{job, plan};
use snipcheck::run::{Pool, RunError, Runner};
use snipcheck::wire::{Ended, Job, Level, Limits, Observation};

/// Runs a job at each level that contains snippets and that there is.
fn at_each_level(job: &Job, check: impl Fn(Level, &Observation)) {
    for level in [Level::Full, Level::Landlock] {
        let mut plan = plan(Some(level), vec![job.clone()]);
        plan.require = true;
        match Pool.run(&plan, &mut |_| {}) {
            Ok(log) => {
                let enforced = log.batches[0].enforced.as_ref().expect("a worker was ready");
                assert_eq!(enforced.level, level, "{:?}", enforced.missing);
                check(level, log.batches[0].observations[0].as_ref().expect("the job is answered"));
            }
            Err(RunError::Protection { enforced, .. }) => {
                println!("skipped: no {} here: {:?}", level.name(), enforced.missing);
            }
            Err(error) => panic!("{error:?}"),
        }
    }
}

#[test]
fn an_attempt_is_told() {
    let attack = "import os\nos.system('rm -rf /home/nobody-of-this-name')";
    at_each_level(&job(1, attack), |level, seen| {
        assert!(!seen.effects.is_empty(), "{level:?}: {seen:?}");
        assert!(seen.effects.iter().all(|effect| effect.answer == "contained"), "{level:?}: {:?}", seen.effects);
    });
}

#[test]
fn forged_effects_are_bounded() {
    let forge = "import os
def forge(fd):
    try:
        for _ in range(100): os.write(fd, b'Xa\\tb\\n' * 16_000)
    except OSError: pass
for fd in range(3, 1100): forge(fd)";
    let limits = Limits { wall_ms: 20_000, cpu_s: 5, ..Limits::default() };
    at_each_level(&Job { limits, ..job(1, forge) }, |level, seen| {
        assert_eq!(seen.ended, Ended::OutputLimit, "{level:?}");
        assert!(seen.effects.len() <= 100, "{level:?}: {}", seen.effects.len());
    });
}
