//! A script that reports by its text shows what one shows that was taken apart: the same events, and the same tracebacks with
//! their carets. On every Python that this machine has.

mod common;

use std::path::PathBuf;

use serde_json::Value;
use snipcheck::discover::documents::{self, Loaded};
use snipcheck::discover::interpreters::{Places, find_all};
use snipcheck::flow::{self, Prepared};
use snipcheck::run::{Batch, Pool, Runner};
use snipcheck::wire::{Interpreter, Job, Limits};

/// Each block is one way in which positions or events could go wrong.
const PAGE: &str = include_str!("watched.md");

#[test]
fn both_ways_show_the_same() {
    let jobs = jobs(&prepare());
    for python in interpreters() {
        let (watched, apart) = (run(&python, jobs.clone()), run(&python, jobs.iter().cloned().map(taken_apart).collect()));
        for ((job, watched), apart) in jobs.iter().zip(watched).zip(apart) {
            assert_eq!(watched, apart, "{}: {:?}", python.version, job.parts);
        }
    }
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
    let mut plan = common::plan(None, jobs.clone());
    plan.batches = vec![Batch { interpreter: python.clone(), jobs }];
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
    if found.is_empty() { vec![common::interpreter()] } else { found }
}
