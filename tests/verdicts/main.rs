//! Comments as authors write them, beside code that is really run, against the verdict that a careful reader would give.
//!
//! The tables are lists of examples: `## name`, then code. A line with claims ends with `⟹` and the verdict of each; a line
//! without it must claim nothing. Every example is a block in a section of its own.

#[path = "../common/python.rs"]
mod python;

use std::collections::BTreeMap;

use snipcheck::discover::documents::Loaded;
use snipcheck::extract::Format;
use snipcheck::flow::{self, Setup};
use snipcheck::report::model::Report;
use snipcheck::run::Pool;
use snipcheck::text::Source;
use snipcheck::wire::{Limits, Policy};

const SIGN: &str = "  ⟹ ";

/// A document made of a table, and the verdicts expected on each of its lines.
fn document(table: &str) -> (String, BTreeMap<usize, String>) {
    let (mut text, mut expected, mut open) = (String::new(), BTreeMap::new(), false);
    for line in table.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            let close = if open { "```\n\n" } else { "" };
            text.push_str(&format!("{close}# {name}\n\n```python\n"));
            open = true;
            continue;
        }
        let (code, verdicts) = line.split_once(SIGN).unwrap_or((line, ""));
        text.push_str(code);
        text.push('\n');
        if !verdicts.is_empty() {
            expected.insert(text.lines().count(), verdicts.to_owned());
        }
    }
    text.push_str("```\n");
    (text, expected)
}

fn report(text: &str) -> Report {
    let loaded = Loaded { source: Source::new("table.md", text), format: Format::Markdown, sha256: String::new() };
    let prepared = [flow::prepare(loaded, &Limits::default(), &|_| true)];
    let setup = Setup {
        interpreters: vec![python::interpreter()],
        policy: Policy { level: None, readable: Vec::new() },
        require: false,
        workers: 2,
        rules_off: Default::default(),
        repeat: 0,
    };
    flow::check(&prepared, Vec::new(), &setup, &mut Pool, &mut || {}).expect("the table can be checked")
}

fn check(table: &str) {
    let (text, expected) = document(table);
    let mut found: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for claim in report(&text).documents[0].blocks.iter().flat_map(|block| &block.claims) {
        found.entry(claim.line).or_default().push(format!("{:?}", claim.verdict).to_lowercase());
    }
    let lines: Vec<&str> = text.lines().collect();
    let verdicts = |line: &usize| found.get(line).map(|verdicts| verdicts.join(" ")).unwrap_or_default();
    let all = expected.keys().chain(found.keys());
    let differing: BTreeMap<usize, String> = all
        .filter(|line| expected.get(line).cloned().unwrap_or_default() != verdicts(line))
        .map(|line| {
            (*line, format!("{}: expected {:?}, found {:?}", lines[line - 1], expected.get(line), verdicts(line)))
        })
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn claims_get_their_verdicts() {
    check(include_str!("claims.txt"));
}

#[test]
fn remarks_are_no_claims() {
    check(include_str!("remarks.txt"));
}
