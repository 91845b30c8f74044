//! Many snippets in a row on one worker: what it and the host hold must stay the same.
//!
//! `SNIPCHECK_SOAK=100000 cargo test --test hostile soak -- --nocapture` runs as many and says what was seen.

use snipcheck::run::{Pool, RunEvent, RunPlan, Runner};
use snipcheck::wire::{Ended, Level};

use crate::{common, machine, suite};

/// What an honest snippet does, and some that are not.
const SNIPPETS: [&str; 8] = [
    "1 + 1",
    "print('x' * 1000)",
    "open('file', 'w').write('x' * 10_000)",
    "import os\nif os.fork() == 0: os.execvp('sleep', ['sleep', '1000'])",
    "1 / 0",
    "import json\njson.dumps(list(range(1000)))",
    "import os\nos._exit(3)",
    "import os\nfor fd in range(3, 1100):\n    try: os.write(fd, b'E{}')\n    except OSError: pass",
];

/// What is held at a moment when the worker waits for the next snippet.
#[derive(Debug, Default, Clone, PartialEq)]
struct Held {
    /// Open descriptors of the host and of each process of the worker.
    descriptors: Vec<usize>,
    /// Mounts that each of them sees.
    mounts: Vec<usize>,
    /// Resident memory of the worker's processes together, bytes.
    worker: u64,
    /// Resident memory of the host, bytes: it keeps what it was told.
    host: u64,
}

impl Held {
    fn now(known: &[u32]) -> Self {
        let host = std::process::id();
        let worker: Vec<u32> = machine::descendants().into_iter().filter(|pid| !known.contains(pid)).collect();
        let of_each = |count: fn(u32) -> usize| std::iter::once(&host).chain(&worker).map(|&pid| count(pid)).collect();
        Self {
            descriptors: of_each(machine::descriptors),
            mounts: of_each(machine::mounts),
            worker: worker.iter().map(|&pid| machine::resident(pid)).sum(),
            host: machine::resident(host),
        }
    }

    /// What there is more of than before, after so many snippets.
    fn more_than(&self, before: &Self, snippets: usize) -> Vec<&'static str> {
        let told = (snippets as u64) * TOLD;
        [
            (self.descriptors != before.descriptors, "descriptors"),
            (self.mounts != before.mounts, "mounts, or processes"),
            (self.worker > before.worker + SLACK, "memory of the worker"),
            (self.host > before.host + SLACK + told, "memory of the host"),
        ]
        .iter()
        .filter_map(|(more, what)| more.then_some(*what))
        .collect()
    }
}

/// What may come and go with the allocators' moods, bytes.
const SLACK: u64 = 4 << 20;
/// What the host may keep of each of these snippets, bytes.
const TOLD: u64 = 4 << 10;

#[test]
fn soak() {
    let _alone = crate::alone();
    let best =
        [Level::Full, Level::Landlock].into_iter().find_map(|level| Some((level, suite::interpreter_at(level)?.0)));
    let Some((level, interpreter)) = best else { return };
    let count: usize = std::env::var("SNIPCHECK_SOAK").ok().and_then(|count| count.parse().ok()).unwrap_or(1_000);
    let jobs = (0..count).map(|id| common::job(id as u64, SNIPPETS[id % SNIPPETS.len()]));
    let mut plan = common::plan(Some(level), jobs.collect());
    plan.batches[0].interpreter = interpreter;
    let known = machine::descendants();
    let held = look_again_and_again(&plan, count / 10, &known);
    let (first, last) = (&held[0], &held[held.len() - 1]);
    println!("{count} snippets at {}: after a tenth {first:?}, at the end {last:?}", level.name());
    for now in &held {
        let more = now.more_than(first, count);
        assert!(more.is_empty(), "{more:?}: {now:?}, not {first:?}");
    }
    assert!(machine::still_there(&known).is_empty());
}

/// Runs the snippets; gives what was held from the `begin`th on. Each ends as the first of its kind did.
fn look_again_and_again(plan: &RunPlan, begin: usize, known: &[u32]) -> Vec<Held> {
    let (mut held, mut ends) = (Vec::new(), Vec::<Ended>::new());
    let log = Pool.run(plan, &mut |event| {
        let RunEvent::Observed { observation, .. } = event else { return };
        let job = usize::try_from(observation.job).expect("a small number");
        let kind = job % SNIPPETS.len();
        if ends.len() == kind {
            ends.push(observation.ended.clone());
        }
        assert_eq!(observation.ended, ends[kind], "snippet {job}: {}", SNIPPETS[kind]);
        // After one that leaves nothing, the namespace that it ran in is still there, and is always counted.
        if kind == 0 && job >= begin {
            held.push(Held::now(known));
        }
    });
    log.expect("the run can be done");
    assert!(ends.iter().all(|ended| !matches!(ended, Ended::Lost(_))), "{ends:?}");
    held
}
