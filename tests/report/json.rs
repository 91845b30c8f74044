//! The report as JSON and back, its counts, and the exit code it deserves.

use super::build::*;
use snipcheck::claims::Kind;
use snipcheck::judge::{Outcome, Verdict};
use snipcheck::report::json::{read, write};
use snipcheck::report::model::{Report, Summary, Unreadable};
use snipcheck::report::summary::{FailOn, exit_status, summarise};

const TEXT: &str = "print(1)  # 1\n";

fn with(verdicts: &[Verdict]) -> Report {
    let claims = verdicts.iter().map(|verdict| claim(TEXT, 1, "1", Kind::Stdout, *verdict, "1"));
    report(vec![document("a.md", vec![block((1, 1), claims.collect())])])
}

fn ended(outcome: Outcome, finding: bool) -> Report {
    let mut report = with(&[Verdict::Holds]);
    let run = &mut report.documents[0].blocks[0].runs[0];
    (run.outcome, run.finding) = (outcome, finding);
    report
}

#[test]
fn what_is_written_is_read_back_and_written_alike() {
    let mut report = ended(Outcome::Raised, true);
    report.documents[0].claims = report.documents[0].blocks[0].claims.clone();
    report.summary = summarise(&report.documents);
    let text = write(&report).unwrap();
    assert!(text.starts_with("{\n  \"schema_version\": 1,\n") && text.ends_with("}\n"), "{text}");
    let back = read(&text).unwrap();
    assert_eq!(back, report);
    assert_eq!(write(&back).unwrap(), text);
}

#[test]
fn a_field_added_later_does_no_harm() {
    let text = write(&with(&[])).unwrap();
    let later = text.replacen("\"tool\"", "\"weather\": \"fine\",\n  \"tool\"", 1);
    assert_eq!(read(&later).unwrap(), with(&[]));
}

#[test]
fn what_is_no_report_is_refused_with_the_reason() {
    let check = |text: &str, expect: &str| {
        let said = read(text).unwrap_err().to_string();
        assert!(said.contains(expect), "{text}: {said}");
    };
    check("", "it is not JSON: EOF while parsing a value at line 1");
    check("{\"schema_version\": 1", "it is not JSON");
    check("[]", "no report of snipcheck");
    check("{}", "missing field `schema_version`");
    check("{\"schema_version\": 1}", "missing field `tool`");
    check("{\"schema_version\": 2}", "its schema_version is 2, and this snipcheck reads 1");
}

#[test]
fn everything_is_counted() {
    use Verdict::{Fails, Holds, Undecidable, Varies};
    let mut documents = with(&[Holds, Holds, Fails, Varies, Undecidable]).documents;
    documents[0].claims = with(&[Undecidable]).documents[0].blocks[0].claims.clone();
    documents.extend(ended(Outcome::TimedOut, false).documents);
    documents[1].drift.push(drift());
    let expect = Summary {
        documents: 2,
        blocks: 2,
        claims: 7,
        holds: 3,
        fails: 1,
        soft_fails: 0,
        varies: 1,
        drifted: 1,
        undecidable: 2,
        outcomes: [(Outcome::Ok, 1), (Outcome::TimedOut, 1)].into(),
        by_interpreter: Default::default(),
    };
    assert_eq!(summarise(&documents), expect);
    assert_eq!(summarise(&[]), Summary::default());
}

#[test]
fn the_exit_code_follows_from_the_report() {
    use FailOn::{Fails, Undecidable, Varies};
    let check = |report: &Report, codes: [u8; 3]| {
        assert_eq!([Fails, Varies, Undecidable].map(|on| exit_status(report, on)), codes, "{report:?}");
    };
    check(&report(vec![]), [0, 0, 0]);
    check(&with(&[Verdict::Holds]), [0, 0, 0]);
    check(&with(&[Verdict::Holds, Verdict::Undecidable]), [0, 0, 1]);
    check(&with(&[Verdict::Holds, Verdict::Varies]), [0, 1, 1]);
    check(&with(&[Verdict::Holds, Verdict::Fails]), [1, 1, 1]);
    check(&ended(Outcome::Raised, true), [1, 1, 1]);
    check(&ended(Outcome::MissingModule, false), [0, 0, 0]);
    check(&ended(Outcome::WorkerLost, false), [3, 3, 3]);
    let mut prose = report(vec![document("a.md", vec![])]);
    prose.documents[0].claims = with(&[Verdict::Fails]).documents[0].blocks[0].claims.clone();
    check(&prose, [1, 1, 1]);
    let mut drifted = with(&[Verdict::Holds]);
    drifted.documents[0].drift.push(drift());
    check(&drifted, [1, 1, 1]);
}

#[test]
fn what_is_incomplete_is_said_unless_something_failed() {
    let check = |change: &dyn Fn(&mut Report)| {
        let code = |mut report: Report| {
            change(&mut report);
            exit_status(&report, FailOn::Fails)
        };
        assert_eq!((code(with(&[Verdict::Holds])), code(with(&[Verdict::Fails]))), (3, 1));
    };
    check(&|report| report.interrupted = true);
    check(&|report| {
        report.unreadable.push(Unreadable { path: "b.md".into(), reason: "no".into() });
    });
}
