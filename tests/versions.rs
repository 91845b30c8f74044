//! Several Pythons in one run: what the report says of each. With all that this machine has; with one alone there is
//! nothing to set side by side, and nothing is said.

use std::process::{Command, Stdio};

use snipcheck::judge::Verdict;
use snipcheck::report::json;
use snipcheck::report::model::Report;

/// A claim that holds since 3.11, one that holds everywhere, and a block that 3.9 is too old for.
const PAGE: &str = "\
```python
import math
hasattr(math, 'cbrt')  # True
len('ab')  # 2
```

```python
match 3:
    case 3:
        print('three')  # three
```
";

fn check(options: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.md");
    std::fs::write(&page, PAGE).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
    command.arg("check").arg(&page).args(options).stdin(Stdio::null()).env_remove("CLICOLOR_FORCE");
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

fn report(options: &[&str]) -> Report {
    json::read(&check(&[options, &["--format", "json"]].concat())).unwrap()
}

/// The second part of a version.
fn minor(version: &str) -> u32 {
    version.split('.').nth(1).unwrap().parse().unwrap()
}

#[test]
fn each_python_is_counted_for_itself() {
    let report = report(&["--all-pythons"]);
    let counts = &report.summary.by_interpreter;
    if report.interpreters.len() < 2 {
        eprintln!("skipped: there is one Python here");
        return assert!(counts.is_empty());
    }
    for python in &report.interpreters {
        let found = &counts[&python.id];
        let expect = match minor(&python.version) {
            ..10 => (1, 1, 1, 1),
            10 => (2, 1, 0, 0),
            11.. => (3, 0, 0, 0),
        };
        assert_eq!((found.holds, found.fails, found.undecidable, found.held_back), expect, "{}", python.id);
        assert_eq!(found.findings, 0, "{}", python.id);
    }
    let minors: Vec<u32> = report.interpreters.iter().map(|python| minor(&python.version)).collect();
    let expect = match (minors.iter().any(|minor| *minor < 11), minors.iter().any(|minor| *minor >= 11)) {
        (true, true) => Verdict::Varies,
        (true, false) => Verdict::Fails,
        (false, _) => Verdict::Holds,
    };
    assert_eq!(report.documents[0].blocks[0].claims[0].verdict, expect);
}

#[test]
fn the_report_ends_with_a_line_for_each() {
    let shown = check(&["--all-pythons"]);
    let pythons = report(&["--all-pythons"]).interpreters;
    let table: Vec<&str> = shown.lines().skip_while(|line| !line.starts_with("Python  ")).collect();
    if pythons.len() < 2 {
        eprintln!("skipped: there is one Python here");
        return assert!(table.is_empty(), "{shown}");
    }
    for (python, line) in pythons.iter().zip(&table[1..]) {
        assert!(line.starts_with(&python.id), "{shown}");
        assert_eq!(line.len(), table[0].len(), "{shown}");
    }
}

#[test]
fn one_python_needs_no_table() {
    let python = std::env::var("SNIPCHECK_PYTHON").unwrap_or_else(|_| "python3".into());
    assert!(report(&["--python", &python]).summary.by_interpreter.is_empty());
    assert!(!check(&["--python", &python]).contains("Python  hold"));
}

#[test]
fn every_claim_says_how_sure_its_reading_is() {
    let text = check(&["--format", "json"]);
    let report = json::read(&text).unwrap();
    let claims = report.documents[0].blocks.iter().map(|block| block.claims.len()).sum::<usize>();
    assert_eq!((text.matches("\"confidence\": ").count(), claims), (3, 3));
    // A report from before that field.
    let old: Vec<&str> = text.lines().filter(|line| !line.contains("\"confidence\"")).collect();
    assert!(json::read(&old.join("\n")).is_ok());
}
