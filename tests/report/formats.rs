//! The formats for other programs, over one report that has something of everything.

use super::build::*;
use snipcheck::claims::Kind;
use snipcheck::judge::{Outcome, Verdict};
use snipcheck::report::model::{Report, Unreadable};
use snipcheck::report::summary::{FailOn, summarise};
use snipcheck::report::{github, junit, markdown, sarif};

const TEXT: &str = "print(1)  # one, two: 3%\nprint('<b>|*')  # \u{1b}[31mred & <b>|*\nlen('abc')  # 3\n";

/// What fails, what varies, what holds, what nobody can tell; an exception, a document that cannot be read.
fn everything() -> Report {
    let mut varies = claim(TEXT, 3, "3", Kind::Value, Verdict::Varies, "");
    varies.results = vec![result("3.9", Verdict::Fails, "4"), result("3.13", Verdict::Holds, "3")];
    let mut unknown = claim(TEXT, 3, "3", Kind::Value, Verdict::Undecidable, "");
    unknown.results[0].reason = "needs name:abc".into();
    let claims = vec![
        claim(TEXT, 1, "one, two: 3%", Kind::Stdout, Verdict::Fails, "1\n"),
        claim(TEXT, 2, "red & <b>|*", Kind::Stdout, Verdict::Fails, "<b>|*\n"),
        varies,
        unknown,
        claim(TEXT, 3, "3", Kind::Value, Verdict::Holds, "3"),
    ];
    let mut raising = block((7, 9), vec![]);
    (raising.runs[0].outcome, raising.runs[0].finding) = (Outcome::Raised, true);
    (raising.runs[0].detail, raising.runs[0].line) = ("ZeroDivisionError: division by zero".into(), Some(8));
    let mut skipped = block((12, 12), vec![]);
    (skipped.runs[0].outcome, skipped.runs[0].detail) = (Outcome::MissingModule, "requests".into());
    let mut report = report(vec![document("docs/a guide: 1.md", vec![block((1, 3), claims), raising, skipped])]);
    report.unreadable = vec![Unreadable { path: "docs/b.md".into(), reason: "it is no UTF-8: byte 7".into() }];
    report.summary = summarise(&report.documents);
    report
}

/// A report that nothing is wrong with.
fn fine() -> Report {
    let holds = claim(TEXT, 3, "3", Kind::Value, Verdict::Holds, "3");
    report(vec![document("a.md", vec![block((1, 3), vec![holds])])])
}

#[test]
fn annotations_stand_at_their_places_and_nothing_in_them_ends_the_command() {
    let commands = github::render(&everything(), FailOn::Fails);
    assert_eq!(commands.lines().count(), 5, "{commands}");
    insta::assert_snapshot!("github", commands);
    assert_eq!(github::render(&fine(), FailOn::Fails), "");
}

#[test]
fn markdown_has_a_table_that_no_cell_breaks() {
    let page = markdown::render(&everything(), FailOn::Varies);
    insta::assert_snapshot!("markdown", page);
    assert!(markdown::render(&fine(), FailOn::Fails).contains("✓ Nothing is wrong."));
}

#[test]
fn sarif_names_rules_levels_and_regions() {
    insta::assert_snapshot!("sarif", sarif::write(&everything(), FailOn::Fails).unwrap());
    assert!(sarif::write(&fine(), FailOn::Fails).unwrap().contains("\"results\": []"));
}

#[test]
fn junit_has_a_case_for_each_claim_and_block() {
    let text = junit::write(&everything(), FailOn::Undecidable).unwrap();
    insta::assert_snapshot!("junit", text);
    let text = junit::write(&fine(), FailOn::Fails).unwrap();
    assert!(text.contains("tests=\"2\" skipped=\"0\" errors=\"0\" failures=\"0\""), "{text}");
}
