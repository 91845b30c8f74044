//! Reports built by hand: every builder starts from something plain, and a test changes what it is about.

use std::collections::BTreeMap;

use snipcheck::claims::{Certainty, Form, Kind, Strength};
use snipcheck::judge::{Outcome, Verdict};
use snipcheck::report::model::*;
use snipcheck::report::summary::summarise;
use snipcheck::wire::Level;

/// A report over documents, on CPython 3.11.7, fully isolated.
pub fn report(documents: Vec<DocumentReport>) -> Report {
    Report {
        schema_version: SCHEMA_VERSION,
        tool: Tool { name: "snipcheck".into(), version: "0.1.0".into() },
        interpreters: vec![interpreter("3.11", "3.11.7")],
        rules_off: Vec::new(),
        isolation: Isolation {
            requested: "best".into(),
            level: Level::Full,
            enforced: vec!["user".into(), "net".into()],
            missing: vec![],
        },
        summary: summarise(&documents),
        documents,
        unreadable: vec![],
        interrupted: false,
    }
}

pub fn interpreter(id: &str, version: &str) -> InterpreterInfo {
    InterpreterInfo { id: id.into(), implementation: "CPython".into(), version: version.into() }
}

pub fn document(path: &str, blocks: Vec<BlockReport>) -> DocumentReport {
    DocumentReport {
        path: path.into(),
        format: "markdown".into(),
        sha256: "0".repeat(64),
        fail_on: None,
        notes: vec![],
        blocks,
        claims: vec![],
        drift: Vec::new(),
    }
}

/// A block that ran to its end on 3.11.
pub fn block(lines: (usize, usize), claims: Vec<ClaimReport>) -> BlockReport {
    BlockReport {
        index: 1,
        info: "python".into(),
        start_line: lines.0,
        end_line: lines.1,
        section: vec!["Guide".into()],
        uses_blocks: vec![],
        runs: vec![run("3.11", Outcome::Ok, "")],
        claims,
    }
}

pub fn run(interpreter: &str, outcome: Outcome, detail: &str) -> RunReport {
    RunReport {
        interpreter: interpreter.into(),
        outcome,
        detail: detail.into(),
        line: None,
        traceback: String::new(),
        finding: false,
        stdout: String::new(),
        stderr: String::new(),
        effects: vec![],
        unstable: false,
        shown: vec![],
    }
}

/// A claim whose text is the first `expected` on `line` of `text`, as it came out on 3.11.
pub fn claim(text: &str, line: usize, expected: &str, kind: Kind, verdict: Verdict, actual: &str) -> ClaimReport {
    let first = text.lines().nth(line - 1).unwrap();
    let head = expected.lines().next().unwrap();
    let column = first[..first.rfind(head).unwrap()].chars().count() + 1;
    let extra = expected.lines().count() - 1;
    let last = expected.lines().last().unwrap().chars().count();
    ClaimReport {
        line,
        column,
        end_line: line + extra,
        end_column: if extra == 0 { column + last } else { last + 1 },
        subject_line: line,
        form: Form::Trailing,
        kind,
        strength: Strength::Exact,
        confidence: Certainty::Sure,
        expected: expected.into(),
        tail: String::new(),
        needs: vec![],
        verdict,
        rules: vec![],
        results: vec![result("3.11", verdict, actual)],
    }
}

pub fn result(interpreter: &str, verdict: Verdict, actual: &str) -> ResultReport {
    ResultReport { interpreter: interpreter.into(), verdict, actual: actual.into(), reason: String::new() }
}

/// The texts of documents by their paths.
pub fn texts<'a>(pairs: &[(&'a str, &'a str)]) -> BTreeMap<&'a str, &'a str> {
    pairs.iter().copied().collect()
}

/// A line of output that is not the recorded one.
pub fn drift() -> DriftReport {
    let (recorded, now) = ("3\n".into(), "4\n".into());
    DriftReport { line: 4, end_line: 6, what: Drifted::Stdout, interpreters: vec!["3.11".into()], recorded, now }
}
