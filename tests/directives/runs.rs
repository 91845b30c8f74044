//! What directives do to a run, and how that is reported.

use snipcheck::judge::{Outcome, Verdict};
use snipcheck::report::model::{BlockReport, Report};

use super::check;

fn blocks(report: &Report) -> &[BlockReport] {
    &report.documents[0].blocks
}

/// The verdicts of all claims of a page and the exit code.
#[track_caller]
fn verdicts(text: &str, expect: &[Verdict], code: i32) -> Report {
    let (report, exit) = check(text, &[]);
    let found: Vec<Verdict> =
        blocks(&report).iter().flat_map(|block| &block.claims).map(|claim| claim.verdict).collect();
    assert_eq!((&found[..], exit), (expect, code), "{text}\n{:#?}", blocks(&report));
    report
}

/// One block behind directives.
fn block(directives: &str, code: &str) -> String {
    format!("<!-- snipcheck: {directives} -->\n```python\n{code}\n```\n")
}

use Verdict::{Fails, Holds, Undecidable};

#[test]
fn a_block_that_is_skipped_is_told_with_its_reason() {
    let check = |directive: &str, detail: &str| {
        let report = verdicts(&block(directive, "print(1)  # 2"), &[Undecidable], 0);
        let run = &blocks(&report)[0].runs[0];
        assert_eq!((run.outcome, run.detail.as_str(), run.finding), (Outcome::Skipped, detail, false));
        let claim = &blocks(&report)[0].claims[0];
        assert!(claim.excused && claim.needs.is_empty() && !claim.results[0].reason.is_empty(), "{claim:?}");
        assert_eq!((report.summary.undecidable, report.summary.excused), (1, 1));
        assert_eq!(blocks(&report)[0].directives[0].text, directive);
    };
    check("skip", "skip");
    check("skip=\"needs a printer\"", "skip: needs a printer");
    check("skip-if=linux", "skip-if=linux");
    check("only=windows", "only=windows");
    check("only=python<3.0", "only=python<3.0");
}

#[test]
fn a_condition_that_is_not_met_keeps_nothing_back() {
    for directive in ["skip-if=windows", "only=linux", "only=python>=3.9", "skip-if=python<3.9 skip-if=macos"] {
        verdicts(&block(directive, "print(1)  # 2"), &[Fails], 1);
    }
}

#[test]
fn what_is_excused_is_not_held_against_anybody() {
    let page = block("skip", "print(1)  # 2");
    assert_eq!(check(&page, &["--fail-on", "undecidable"]).1, 0);
    let page = block("isolate", "print(unknown)  # 2");
    assert_eq!(check(&page, &["--fail-on", "undecidable"]).1, 1);
}

#[test]
fn a_block_that_is_skipped_gives_no_names() {
    let page = block("skip", "x = 1") + "```python\nprint(x)  # 1\n```\n";
    let report = verdicts(&page, &[Undecidable], 0);
    assert_eq!(blocks(&report)[1].claims[0].needs, ["name:x"]);
}

#[test]
fn an_expected_exception_must_come() {
    let check = |directive: &str, code: &str, expect: &[Verdict], exit: i32| {
        let report = verdicts(&block(directive, code), expect, exit);
        assert!(!blocks(&report)[0].runs[0].finding, "{directive} {code}");
    };
    check("expect-error", "1 / 0", &[Holds], 0);
    check("expect-error", "1 / 0\nprint(2)", &[Holds], 0);
    check("expect-error=ZeroDivisionError", "1 / 0", &[Holds], 0);
    check("expect-error=ArithmeticError", "1 / 0", &[Holds], 0);
    check("expect-error=\"ZeroDivisionError: division by zero\"", "1 / 0", &[Holds], 0);
    check("expect-error=SyntaxError", "x = (", &[Holds], 0);
    check("expect-error", "1 / 1", &[Fails], 1);
    check("expect-error=KeyError", "1 / 0", &[Fails], 1);
    check("expect-error=\"ZeroDivisionError: no\"", "1 / 0", &[Fails], 1);
    // What is missing here is no exception that anybody means, unless it is named.
    check("expect-error", "import no_such_module", &[Undecidable], 0);
    check("expect-error=ImportError", "import no_such_module", &[Holds], 0);
    check("expect-error timeout=300ms", "while True: pass", &[Undecidable], 0);
}

#[test]
fn hidden_code_runs_before_its_block_and_has_its_own_lines() {
    verdicts(&block("setup=\"x = 1\"", "print(x)  # 1"), &[Holds], 0);
    verdicts("<!-- snipcheck: setup\nx = [1]\n-->\n```python\nx.append(2)\nprint(x)  # [1, 2]\n```\n", &[Holds], 0);
    // It is there for those that need the block, and runs once.
    let page = "<!-- snipcheck: document: setup\nseen = []\n-->\n```python\nseen.append(1)\ndef f(): return 3\n```\n\n\
                ```python\nseen.append(f())\nprint(seen)  # [1, 3]\n```\n";
    verdicts(page, &[Holds], 0);
    let report = verdicts("<!-- snipcheck: setup\nx = 1\nx / 0\n-->\n```python\nprint(1)  # 1\n```\n", &[Holds], 1);
    let run = &blocks(&report)[0].runs[0];
    assert_eq!((run.outcome, run.finding, run.line), (Outcome::Raised, true, Some(3)), "{run:?}");
}

#[test]
fn blocks_stand_together_or_alone_as_they_are_told() {
    let first = "```python\nx = 1\n```\n\n";
    verdicts(&format!("{first}{}", block("isolate", "print('x' in globals())  # False")), &[Holds], 0);
    verdicts(&format!("{first}{}", block("continue", "print('x' in globals())  # True")), &[Holds], 0);
    let third = block("continue", "print(sorted(n for n in globals() if n in 'xyz'))  # ['x', 'y']");
    verdicts(&format!("{first}{}\n{third}", block("continue", "y = 2")), &[Holds], 0);
    verdicts(&block("continue", "print(1)  # 1"), &[Holds], 0);
}

#[test]
fn a_document_gets_no_more_than_it_is_allowed() {
    let outcome = |directives: &str, code: &str, options: &[&str]| {
        let (report, _) = check(&block(directives, code), options);
        (blocks(&report)[0].runs[0].outcome, report.documents[0].notes.len())
    };
    assert_eq!(outcome("timeout=200ms", "while True: pass", &[]), (Outcome::TimedOut, 0));
    assert_eq!(outcome("timeout=30s", "while True: pass", &["--timeout", "300ms"]), (Outcome::TimedOut, 1));
    let takes = "taken = bytearray(300 << 20)";
    assert_eq!(outcome("memory=1G", takes, &["--memory", "200M"]), (Outcome::OutOfMemory, 1));
    assert_eq!(outcome("memory=1G", takes, &["--memory", "200M", "--raise-limits", "6"]), (Outcome::Ok, 0));
    assert_eq!(outcome("output-limit=1K", "print('x' * 5000)", &[]), (Outcome::OutputLimit, 0));
}

#[test]
fn a_directive_that_cannot_be_followed_is_an_error_and_the_rest_is_checked() {
    let report = verdicts(&block("skpi", "print(1)  # 1"), &[Holds], 2);
    let mistake = &report.documents[0].mistakes[0];
    assert_eq!((mistake.line, mistake.column), (1, 17));
    verdicts(&block("skpi", "print(1)  # 2"), &[Fails], 1);
}
