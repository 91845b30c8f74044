//! Comments as authors write them, beside code that is really run, against the verdict that a careful reader would give.
//!
//! The tables are lists of examples: `## name`, then code. A line with claims ends with `⟹` and the verdict of each; a line
//! without it must claim nothing. Every example is a block in a section of its own.

#[path = "../common/python.rs"]
mod python;
mod shown;

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
fn results_are_told_in_many_ways() {
    check(include_str!("ways.txt"));
}

#[test]
fn remarks_are_no_claims() {
    check(include_str!("remarks.txt"));
}

/// A page, and the verdicts of its claims in the order of their places.
fn check_page(text: &str, expect: &[&str]) {
    let report = report(text);
    let document = &report.documents[0];
    let claims = document.blocks.iter().flat_map(|block| &block.claims).chain(&document.claims);
    let mut found: Vec<_> =
        claims.map(|claim| ((claim.line, claim.column), format!("{:?}", claim.verdict).to_lowercase())).collect();
    found.sort();
    let verdicts: Vec<&str> = found.iter().map(|(_, verdict)| verdict.as_str()).collect();
    assert_eq!(verdicts, expect, "{text}");
}

#[test]
fn what_is_said_of_a_version_reaches_its_own_subject() {
    let page = |words: &str| format!("# Numbers\n\n```python\nprint(7 % -3)  # 1\n```\n\n{words}\n");
    check_page(&page("In Python 2, `7 / 2` was `3` as well."), &["fails"]);
    check_page(&page("In Python 2, `print(7 % -3)` showed `1` as well."), &["undecidable"]);
    check_page(&page("All this is about Python 2."), &["undecidable"]);
}

#[test]
fn running_text_knows_the_names_around_it() {
    let defined = "# One\n\n```python\ndef half(n):\n    return n // 2\nevens = [0, 2]\n```\n\n";
    let inside = |words: &str| format!("{defined}<details>\n<summary>More</summary>\n\n{words}\n\n</details>\n");
    let elsewhere = |words: &str| format!("{defined}# Two\n\n{words}\n");
    check_page(&inside("`half(8)` returns `4`, and `half(7)` returns `4`."), &["holds", "fails"]);
    check_page(&inside("`evens[1]` is `2`, and `evens[0]` is `1`."), &["holds", "fails"]);
    check_page(&elsewhere("`half(8)` returns `4`."), &["holds"]);
    check_page("# One\n\nWith logging, `logging.ERROR` is 45, and `re.MULTILINE` is 8.\n", &["fails", "holds"]);
}

#[test]
fn what_a_document_shows_of_a_module_is_its_definition() {
    let listed = "# Use\n\n```python\nclass Ring:\n    size = 2\n```\n\n```python\nfrom nope_ring import Ring\n```\n\n";
    check_page(&format!("{listed}```python\nprint(Ring.size)  # 2\nprint(Ring.size)  # 3\n```\n"), &["holds", "fails"]);
}

#[test]
fn a_loop_that_changes_what_it_goes_over_is_part_of_the_context() {
    let rows = "# Rows\n\n```python\nrows = [{'n': '1'}]\n```\n\n```python\nfor row in rows:\n    row['n'] = int(row['n'])\n```\n\n";
    check_page(&format!("{rows}```python\nprint(rows[0]['n'] + 1)  # 2\n```\n"), &["holds"]);
}
