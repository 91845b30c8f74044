//! What protection costs: milliseconds for a trivial snippet, by each level of this program and by what else one could do.
//!
//! `cargo run --release --example latency [ROUNDS]`
//!
//! All are measured in turns, round after round, so that whatever else the machine does meets all of them; the medians of
//! the rounds are shown, and how they relate to `floor`: `bench/floor.py`, a bare fork of a warm Python that does the
//! same work with no protection. `start` is the time until a worker is ready. What a machine does not have or grant is left
//! out.

#[path = "../tests/common/mod.rs"]
mod common;

use std::io::{self, BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use snipcheck::run::{Pool, RunEvent, Runner};
use snipcheck::wire::Level;

/// Snippets in a round, of those who fork and of those who start a program for each.
const FORKED: u64 = 200;
const STARTED: u64 = 20;

const SNIPPET: &str = "print(1+1)";

fn main() {
    let rounds = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(11);
    let mut seen: Vec<Vec<Costs>> = vec![Vec::new(); WAYS.len()];
    for round in 0..rounds {
        for ((name, measure), seen) in WAYS.iter().zip(&mut seen) {
            match measure() {
                Ok(costs) => seen.push(costs),
                Err(error) if round == 0 => eprintln!("{name}: {error}"),
                Err(_) => {}
            }
        }
    }
    println!("{:<24} {:>8} {:>15} {:>8}", "", "start ms", "ms per snippet", "× floor");
    let floor = median(&seen[0], |costs| costs.each).unwrap_or_default();
    for ((name, _), seen) in WAYS.iter().zip(&seen) {
        if let Some(each) = median(seen, |costs| costs.each) {
            let start = median(seen, |costs| costs.start).filter(|start| !start.is_zero());
            let start = start.map_or_else(String::new, |start| format!("{:.1}", millis(start)));
            println!("{name:<24} {start:>8} {:>15.2} {:>8.2}", millis(each), each.as_secs_f64() / floor.as_secs_f64());
        }
    }
}

/// What one round of one way typically took.
#[derive(Clone, Default)]
struct Costs {
    /// Until a worker was ready; zero where there is none.
    start: Duration,
    /// One snippet.
    each: Duration,
}

type Measure = fn() -> io::Result<Costs>;

/// All that is compared; the first is what the others are compared with.
const WAYS: [(&str, Measure); 8] = [
    ("floor", || floor(1)),
    ("none", || level(Level::None, 1)),
    ("landlock", || level(Level::Landlock, 1)),
    ("full", || level(Level::Full, 1)),
    ("floor, two at a time", || floor(2)),
    ("full, two workers", || level(Level::Full, 2)),
    ("python -I -S -c", || programs(&[])),
    ("bwrap python -I -S -c", || programs(&BWRAP)),
];

const BWRAP: [&str; 8] = ["bwrap", "--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "--tmpfs", "/tmp"];

fn median(seen: &[Costs], pick: fn(&Costs) -> Duration) -> Option<Duration> {
    let mut times: Vec<Duration> = seen.iter().map(pick).collect();
    times.sort();
    times.get(times.len() / 2).copied()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// How long one of `workers` typically took: the median of the times in which as many answers came.
fn typical(answers: &[Instant], workers: usize) -> Duration {
    let mut times: Vec<Duration> = answers.windows(workers + 1).map(|some| some[workers] - some[0]).collect();
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Workers of this program.
fn level(level: Level, workers: usize) -> io::Result<Costs> {
    let jobs = (0..FORKED * workers as u64).map(|id| common::job(id, SNIPPET)).collect();
    let mut plan = common::plan(Some(level), jobs);
    (plan.require, plan.workers) = (true, workers);
    let began = Instant::now();
    let (mut ready, mut answers) = (began, Vec::new());
    let log = Pool.run(&plan, &mut |event| match event {
        RunEvent::Ready { .. } => ready = Instant::now(),
        RunEvent::Observed { .. } => answers.push(Instant::now()),
        RunEvent::Left { .. } => {}
    });
    let log = log.map_err(|error| io::Error::other(format!("not granted here: {error:?}")))?;
    let mut outputs = log.batches[0].observations.iter().flatten().map(|seen| &seen.stdout);
    check(outputs.all(|output| output == "2\n"))?;
    Ok(Costs { start: ready - began, each: typical(&answers, workers) })
}

/// As many bare forks side by side.
fn floor(workers: usize) -> io::Result<Costs> {
    let threads: Vec<_> = (0..workers).map(|_| std::thread::spawn(bare_forks)).collect();
    let joined = threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err(io::Error::other("a panic"))));
    let times = joined.collect::<io::Result<Vec<Duration>>>()?;
    Ok(Costs { start: Duration::ZERO, each: times.into_iter().max().unwrap_or_default() })
}

fn bare_forks() -> io::Result<Duration> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/bench/floor.py");
    let mut python = Command::new(common::interpreter().executable);
    python.args(["-I", "-S", script]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = python.spawn()?;
    let (Some(mut jobs), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(io::ErrorKind::BrokenPipe.into());
    };
    let mut answers = BufReader::new(answers).lines();
    let mut moments = Vec::new();
    for _ in 0..FORKED {
        writeln!(jobs, "{{\"source\": \"{SNIPPET}\"}}")?;
        let answer = answers.next().ok_or(io::ErrorKind::UnexpectedEof)??;
        check(answer.contains(r#""stdout": "2\n""#))?;
        moments.push(Instant::now());
    }
    drop(jobs);
    child.wait()?;
    Ok(typical(&moments, 1))
}

/// A new Python for each snippet, inside something else or not.
fn programs(before: &[&str]) -> io::Result<Costs> {
    let executable = common::interpreter().executable;
    let words: Vec<&str> = before.iter().copied().chain([executable.as_str(), "-I", "-S", "-c", SNIPPET]).collect();
    let mut moments = vec![Instant::now()];
    for _ in 0..STARTED {
        let output = Command::new(words[0]).args(&words[1..]).output()?;
        check(output.stdout == b"2\n")?;
        moments.push(Instant::now());
    }
    Ok(Costs { start: Duration::ZERO, each: typical(&moments, 1) })
}

fn check(right: bool) -> io::Result<()> {
    if right { Ok(()) } else { Err(io::Error::other("a snippet did not print what it should")) }
}
