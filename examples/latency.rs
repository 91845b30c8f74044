//! What protection costs: median milliseconds of a trivial snippet at each level, and of a worker's start. The processor
//! time is that of the snippet's process alone; unlike the others it says little about how busy the machine is.
//!
//! `cargo run --release --example latency [ROUNDS]`

#[path = "../tests/common/mod.rs"]
mod common;

use std::time::{Duration, Instant};

use snipcheck::run::{Pool, RunEvent, Runner};
use snipcheck::wire::Level;

const SNIPPETS: u64 = 500;

fn main() {
    let rounds = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(5);
    let levels = [Level::None, Level::Landlock, Level::Full];
    let mut seen: Vec<Vec<Costs>> = vec![Vec::new(); levels.len()];
    for _ in 0..rounds {
        for (level, seen) in levels.iter().zip(&mut seen) {
            seen.extend(measure(*level));
        }
    }
    println!("level      start ms   ms per snippet   processor ms");
    for (level, seen) in levels.iter().zip(seen).filter(|(_, seen)| !seen.is_empty()) {
        let millis = |pick: fn(&Costs) -> Duration| median(seen.iter().map(pick).collect()).as_secs_f64() * 1000.0;
        let (start, each, cpu) = (millis(|costs| costs.start), millis(|costs| costs.each), millis(|costs| costs.cpu));
        println!("{:<10} {start:8.1} {each:16.2} {cpu:14.2}", format!("{level:?}"));
    }
}

/// What one run showed.
#[derive(Clone)]
struct Costs {
    start: Duration,
    each: Duration,
    cpu: Duration,
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Time until the worker is ready, and of one snippet after that; `None` where the machine does not grant the level.
fn measure(level: Level) -> Option<Costs> {
    let mut plan = common::plan(Some(level), (0..SNIPPETS).map(|id| common::job(id, "print(1+1)")).collect());
    plan.require = true;
    let began = Instant::now();
    let mut ready = began;
    let log = Pool.run(&plan, &mut |event| {
        if let RunEvent::Ready { .. } = event {
            ready = Instant::now();
        }
    });
    let took = ready.elapsed();
    let log = log.map_err(|error| eprintln!("{level:?} is not granted here: {error:?}")).ok()?;
    let seen = || log.batches[0].observations.iter().flatten();
    assert!(seen().all(|seen| seen.stdout == "2\n"), "every snippet prints 2");
    let cpu = median(seen().map(|seen| Duration::from_micros(seen.usage.cpu_us)).collect());
    Some(Costs { start: ready - began, each: took / SNIPPETS as u32, cpu })
}
