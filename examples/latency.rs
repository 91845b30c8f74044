//! What protection costs: median milliseconds of a trivial snippet at each level, and of a worker's start.
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
    let mut seen: Vec<Vec<(Duration, Duration)>> = vec![Vec::new(); levels.len()];
    for _ in 0..rounds {
        for (level, seen) in levels.iter().zip(&mut seen) {
            seen.extend(measure(*level));
        }
    }
    println!("level      start ms   ms per snippet");
    for (level, mut seen) in levels.iter().zip(seen).filter(|(_, seen)| !seen.is_empty()) {
        let mut starts: Vec<Duration> = seen.iter().map(|(start, _)| *start).collect();
        starts.sort();
        seen.sort_by_key(|(_, each)| *each);
        let millis = |time: Duration| time.as_secs_f64() * 1000.0;
        let (start, each) = (millis(starts[starts.len() / 2]), millis(seen[seen.len() / 2].1));
        println!("{:<10} {start:8.1}   {each:.2}", format!("{level:?}"));
    }
}

/// Time until the worker is ready, and of one snippet after that; `None` where the machine does not grant the level.
fn measure(level: Level) -> Option<(Duration, Duration)> {
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
    assert!(log.batches[0].observations.iter().flatten().all(|seen| seen.stdout == "2\n"), "every snippet prints 2");
    Some((ready - began, took / SNIPPETS as u32))
}
