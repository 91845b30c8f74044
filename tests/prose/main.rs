//! Sentences about Python itself, one a line, against what the reports say of them: `true.txt` and `false.txt` tell facts,
//! `nothing.txt` claims nothing. They were written before the program saw them, and by hand tried with Python.
//!
//! A sentence that is not understood costs little; one that is misunderstood costs the reader's trust. So the limits for what
//! is said wrongly are none, and those for what is found are what has been reached, with a little air.

#[path = "../common/python.rs"]
mod python;
mod sentences;

use snipcheck::discover::documents::Loaded;
use snipcheck::extract::Format;
use snipcheck::flow::{self, Setup};
use snipcheck::judge::Verdict;
use snipcheck::report::model::DocumentReport;
use snipcheck::run::Pool;
use snipcheck::text::Source;
use snipcheck::wire::{Limits, Policy};

/// Of the true sentences: how many are said to hold. Aimed at: 95 %.
const HOLD: f64 = 0.9;
/// Of the false sentences: how many are said to fail. Aimed at: 97 %.
const FAIL: f64 = 0.93;
/// Of those that claim nothing: how many are read as claims all the same. Aimed at: none.
const READ: usize = 2;

/// The verdicts on each line of a file, every line a paragraph of its own.
fn verdicts(sentences: &str) -> Vec<(&str, Vec<Verdict>)> {
    let lines: Vec<&str> = sentences.lines().filter(|line| !line.trim().is_empty()).collect();
    let report = checked(&[lines.join("\n\n")]).remove(0);
    let on = |line: usize| report.claims.iter().filter(move |claim| claim.line == line).map(|claim| claim.verdict);
    lines.iter().enumerate().map(|(at, line)| (*line, on(2 * at + 1).collect())).collect()
}

/// The reports on documents, in their order.
fn checked(texts: &[String]) -> Vec<DocumentReport> {
    let prepared = texts.iter().map(|text| {
        let source = Source::new("sentences", text);
        let loaded = Loaded { source, format: Format::Markdown, sha256: String::new() };
        flow::prepare(loaded, &Limits::default(), &|_| true)
    });
    let setup = Setup {
        interpreters: vec![python::interpreter()],
        policy: Policy { level: None, readable: Vec::new() },
        require: false,
        workers: 1,
        rules_off: Default::default(),
        repeat: 0,
    };
    let prepared: Vec<_> = prepared.collect();
    flow::check(&prepared, Vec::new(), &setup, &mut Pool, &mut || {}).expect("it can be checked").documents
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[test]
fn what_is_true_holds() {
    let all = verdicts(include_str!("true.txt"));
    let (held, other): (Vec<_>, Vec<_>) =
        all.iter().partition(|(_, verdicts)| !verdicts.is_empty() && verdicts.iter().all(|one| *one == Verdict::Holds));
    let alarms: Vec<_> = other.iter().filter(|(_, verdicts)| verdicts.contains(&Verdict::Fails)).collect();
    println!("{} of {} hold; not: {other:#?}", held.len(), all.len());
    assert!(alarms.is_empty(), "true, and said to fail: {alarms:#?}");
    assert!(share(held.len(), all.len()) >= HOLD, "{other:#?}");
}

#[test]
fn what_is_false_fails() {
    let all = verdicts(include_str!("false.txt"));
    let (failed, other): (Vec<_>, Vec<_>) = all.iter().partition(|(_, verdicts)| verdicts.contains(&Verdict::Fails));
    let comforts: Vec<_> = other.iter().filter(|(_, verdicts)| verdicts.contains(&Verdict::Holds)).collect();
    println!("{} of {} fail; not: {other:#?}", failed.len(), all.len());
    assert!(comforts.is_empty(), "false, and said to hold: {comforts:#?}");
    assert!(share(failed.len(), all.len()) >= FAIL, "{other:#?}");
}

#[test]
fn what_claims_nothing_is_left_alone() {
    let all = verdicts(include_str!("nothing.txt"));
    let read: Vec<_> = all.iter().filter(|(_, verdicts)| !verdicts.is_empty()).collect();
    assert!(read.len() <= READ, "{read:#?}");
    assert!(read.iter().all(|(_, verdicts)| !verdicts.contains(&Verdict::Fails)), "{read:#?}");
}
