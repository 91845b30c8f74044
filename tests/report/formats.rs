//! The formats for other programs, over one report that has something of everything.

use super::build::*;
use snipcheck::claims::{Kind, Strength};
use snipcheck::judge::{Outcome, Verdict};
use snipcheck::report::model::{Report, Unreadable};
use snipcheck::report::summary::{FailOn, summarise};
use snipcheck::report::{github, json, junit, markdown, paper, sarif};

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

/// The whole report, written document by document.
fn write(paper: impl paper::Paper, report: &Report) -> String {
    paper::whole(paper, report, |_| None).unwrap()
}

/// A report of nothing but what could not be read.
fn unreadable() -> Report {
    Report { documents: vec![], ..everything() }
}

#[test]
fn annotations_stand_at_their_places_and_nothing_in_them_ends_the_command() {
    let annotations = || github::Annotations { fail_on: FailOn::Fails };
    let commands = write(annotations(), &everything());
    assert_eq!(commands.lines().count(), 5, "{commands}");
    insta::assert_snapshot!("github", commands);
    assert_eq!(write(annotations(), &fine()), "");
    assert_eq!(write(annotations(), &unreadable()).lines().count(), 1);
}

#[test]
fn markdown_has_a_table_that_no_cell_breaks() {
    let page = write(markdown::Page::new(FailOn::Varies), &everything());
    insta::assert_snapshot!("markdown", page);
    let fine = write(markdown::Page::new(FailOn::Fails), &fine());
    assert!(fine.contains("✓ Nothing is wrong.") && !fine.contains("Findings"), "{fine}");
    let unreadable = write(markdown::Page::new(FailOn::Fails), &unreadable());
    assert!(
        unreadable.contains("## Findings\n\n| | where | what | |\n|---|---|---|---|\n| ✗ | docs/b.md |"),
        "{unreadable}"
    );
}

#[test]
fn sarif_names_rules_levels_and_regions() {
    let results = || sarif::Results { fail_on: FailOn::Fails };
    insta::assert_snapshot!("sarif", write(results(), &everything()));
    assert!(write(results(), &fine()).contains("\"results\": []"));
    for (report, expect) in [(everything(), 5), (unreadable(), 1), (fine(), 0)] {
        let log: serde_json::Value = serde_json::from_str(&write(results(), &report)).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.len(), expect);
        let mark = |result: &serde_json::Value| {
            let path = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
            format!("{} {path} {}", result["ruleId"], result["partialFingerprints"]["primaryLocationLineHash"])
        };
        let marks: std::collections::BTreeSet<String> = results.iter().map(mark).collect();
        assert_eq!(marks.len(), expect, "each result is known by its mark: {marks:?}");
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        }
    }
}

#[test]
fn sarif_knows_a_finding_again_wherever_it_stands() {
    let mark = |text: &str, line: usize, claimed: &str, came: &str| {
        let page = report(vec![document(
            "a.md",
            vec![block((1, 4), vec![claim(text, line, claimed, Kind::Value, Verdict::Fails, came)])],
        )]);
        let log: serde_json::Value =
            serde_json::from_str(&write(sarif::Results { fail_on: FailOn::Fails }, &page)).unwrap();
        log["runs"][0]["results"][0]["partialFingerprints"]["primaryLocationLineHash"].as_str().unwrap().to_owned()
    };
    assert_eq!(mark(TEXT, 3, "3", "4"), mark(&format!("\n{TEXT}"), 4, "3", "5"));
    assert_ne!(mark(TEXT, 3, "3", "4"), mark(TEXT, 2, "red", "4"));
}

#[test]
fn junit_has_a_case_for_each_claim_and_block() {
    let suites = |report: &Report, fail_on| write(junit::Suites::new(fail_on), report);
    insta::assert_snapshot!("junit", suites(&everything(), FailOn::Undecidable));
    let text = suites(&fine(), FailOn::Fails);
    assert!(text.contains("tests=\"2\" skipped=\"0\" errors=\"0\" failures=\"0\""), "{text}");
    let text = suites(&unreadable(), FailOn::Fails);
    assert!(text.contains("tests=\"1\"") && text.ends_with("    </testsuite>\n</testsuites>\n"), "{text}");
}

#[test]
fn what_fails_no_run_is_a_warning_everywhere() {
    let mut soft = claim(TEXT, 3, "3", Kind::Size, Verdict::Fails, "4");
    soft.strength = Strength::Soft;
    let report = report(vec![document("a.md", vec![block((1, 3), vec![soft])])]);
    let check = |fail_on, [github, markdown, sarif, junit]: [&str; 4]| {
        let contains = |text: String, part: &str| assert!(text.contains(part), "{part}: {text}");
        contains(write(github::Annotations { fail_on }, &report), github);
        contains(write(markdown::Page::new(fail_on), &report), markdown);
        contains(write(sarif::Results { fail_on }, &report), sarif);
        contains(write(junit::Suites::new(fail_on), &report), junit);
    };
    check(FailOn::Fails, ["::warning ", "Nothing fails; 1 warning", "\"level\": \"warning\"", "<system-out>warning: "]);
    check(FailOn::Soft, ["::error ", "**1 finding**", "\"level\": \"error\"", "<failure "]);
}

#[test]
fn json_written_document_by_document_is_json_written_at_once() {
    for report in [everything(), fine(), unreadable()] {
        assert_eq!(write(json::Record, &report), json::write(&report).unwrap());
    }
}
