//! A script that reports by its text shows what one shows that was taken apart: the same events, and the same tracebacks with
//! their carets. On every Python that this machine has.

#[path = "common/python.rs"]
mod python;

use std::path::PathBuf;

use serde_json::Value;
use snipcheck::discover::documents::{self, Loaded};
use snipcheck::discover::interpreters::{Places, find_all};
use snipcheck::flow::{self, Prepared};
use snipcheck::run::{Batch, Pool, RunPlan, Runner};
use snipcheck::wire::{Interpreter, Job, Limits, Policy};

/// Each block is one way in which positions or events could go wrong.
const PAGE: &str = include_str!("watched.md");

#[test]
fn both_ways_show_the_same() {
    let jobs = jobs(&prepare());
    let differ = |python: Interpreter| {
        let (watched, apart) =
            (run(&python, jobs.clone()), run(&python, jobs.iter().cloned().map(taken_apart).collect()));
        assert_eq!(watched.len(), apart.len());
        let pairs = watched.into_iter().zip(apart);
        let differ = pairs.filter_map(|(watched, apart)| difference(&watched, &apart));
        differ.map(|lines| format!("{}: {lines}", python.version)).collect::<Vec<_>>()
    };
    let found: Vec<String> = interpreters().into_iter().flat_map(differ).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The first lines that are not the same.
fn difference(watched: &Value, apart: &Value) -> Option<String> {
    let [watched, apart] = [watched, apart].map(|value| format!("{value:#}"));
    let (one, other) = watched.lines().zip(apart.lines()).find(|(one, other)| one != other)?;
    Some(format!("\n  watched: {}\n  apart:   {}", one.trim(), other.trim()))
}

/// What the page has in view would not be tested otherwise.
#[test]
fn every_block_but_the_last_is_watched() {
    let jobs = jobs(&prepare());
    let (last, others) = jobs.split_last().expect("the page has blocks");
    let is_watched = |job: &&Job| job.parts.iter().all(|part| part.entries.iter().all(|entry| entry.watched.is_some()));
    let not: Vec<_> = others.iter().filter(|job| !is_watched(job)).map(|job| &job.parts).collect();
    assert!(not.is_empty(), "{not:?}");
    assert!(!is_watched(&last));
}

/// Else both would be the same because one is never taken.
#[test]
fn what_is_written_into_a_text_runs() {
    let mut job = jobs(&prepare()).swap_remove(0);
    let watched = job.parts[0].entries[0].watched.as_mut().expect("it is watched");
    watched.inserts.insert(0, (0, "print('woven'); ".into()));
    watched.inserts.truncate(1);
    for python in interpreters() {
        let seen = &run(&python, vec![job.clone()])[0]["stdout"];
        assert!(seen.as_str().is_some_and(|output| output.starts_with("woven")), "{}: {seen}", python.version);
    }
}

fn prepare() -> Prepared {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("page.md");
    std::fs::write(&path, PAGE).expect("a file");
    let found = documents::find(&[path], None);
    let loaded: Loaded = documents::read(&found.documents[0]).expect("it can be read");
    flow::prepare(loaded, &Limits::default(), &|_| true)
}

fn jobs(prepared: &Prepared) -> Vec<Job> {
    let planned = prepared.units.iter().map(|unit| prepared.plan(*unit).job);
    planned.zip(0..).map(|(job, id)| Job { id, file: "page.md".into(), ..job }).collect()
}

fn taken_apart(mut job: Job) -> Job {
    job.parts.iter_mut().flat_map(|part| &mut part.entries).for_each(|entry| entry.watched = None);
    job
}

/// The observations, without what differs from run to run.
fn run(python: &Interpreter, jobs: Vec<Job>) -> Vec<Value> {
    let batches = vec![Batch { interpreter: python.clone(), jobs }];
    let policy = Policy { level: None, readable: Vec::new() };
    let plan = RunPlan { batches, policy, require: false, workers: 2, hash_seed: 0 };
    let log = Pool.run(&plan, &mut |_| {}).expect("it can be run");
    let seen = log.batches[0].observations.iter().flatten();
    seen.map(|seen| steady(serde_json::to_value(seen).expect("plain data"))).collect()
}

fn steady(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let kept = map.into_iter().filter(|(key, _)| !["usage", "took_us", "identity"].contains(&key.as_str()));
            Value::Object(kept.map(|(key, value)| (key, steady(value))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(steady).collect()),
        other => other,
    }
}

fn interpreters() -> Vec<Interpreter> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let pyenv_root = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".pyenv"));
    let places = Places { path: std::env::split_paths(&path).collect(), virtual_env: None, pyenv_root };
    let found: Vec<_> = find_all(&places).into_iter().filter_map(|found| found.answer.ok()).collect();
    if found.is_empty() { vec![python::interpreter()] } else { found }
}
