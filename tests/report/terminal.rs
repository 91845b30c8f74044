//! What a reader sees, over reports built by hand.

use super::build::*;
use snipcheck::claims::{Form, Kind};
use snipcheck::judge::{Outcome, Rule, Verdict};
use snipcheck::report::model::{NoteReport, Report, Unreadable};
use snipcheck::report::summary::{FailOn, exit_status, summarise};
use snipcheck::report::terminal::{Detail, Options, render};
use snipcheck::wire::{Effect, Level, Missing};

const GUIDE: &str = "\
# Guide

```python
greet = lambda: 'A'
print(greet())  # B
squares = [n * n for n in range(3)]
squares  # [0, 1, 4]
type(squares)  # tuple
int('x')  # TypeError: no number
len(squares)  # ValueError
```
";

fn show(report: &Report, text: &str) -> String {
    render(report, &texts(&[("docs/guide.md", text)]), Options::default())
}

fn guide(claims: Vec<snipcheck::report::model::ClaimReport>) -> Report {
    report(vec![document("docs/guide.md", vec![block((4, 10), claims)])])
}

#[test]
fn each_kind_says_what_happened() {
    let fails = |line, expected, kind, actual| claim(GUIDE, line, expected, kind, Verdict::Fails, actual);
    let report = guide(vec![
        fails(5, "B", Kind::Stdout, "A\n"),
        fails(7, "[0, 1, 4]", Kind::Value, "[0, 1, 4, 9]"),
        fails(8, "tuple", Kind::Type, "<class 'list'>"),
        fails(9, "TypeError: no number", Kind::Raises, "ValueError: invalid literal for int() with base 10: 'x'"),
        fails(10, "ValueError", Kind::Raises, ""),
    ]);
    insta::assert_snapshot!(show(&report, GUIDE));
}

#[test]
fn the_judge_says_what_came_instead() {
    let fails = |line, expected, kind, actual, reason: &str| {
        let mut claim = claim(GUIDE, line, expected, kind, Verdict::Fails, actual);
        claim.results[0].reason = reason.into();
        claim
    };
    let mut asserted = fails(9, "int('x')", Kind::Value, "AssertionError", "raised");
    asserted.form = Form::Assert;
    let report = guide(vec![
        fails(5, "B", Kind::Stdout, "", "printed"),
        fails(7, "[0, 1, 4]", Kind::Value, "NameError: name 'squares' is not defined", "raised"),
        fails(7, "squares", Kind::Value, "  ", "value"),
        fails(7, "squares", Kind::Value, "array([0,\n       1])", "value"),
        fails(8, "tuple", Kind::NoRaise, "KeyError: 1", "raised"),
        fails(8, "squares", Kind::State, "", "value"),
        asserted,
        fails(10, "ValueError", Kind::Raises, "3", "value"),
        fails(10, "squares", Kind::Raises, "", "no exception"),
        fails(10, "len", Kind::Value, "3", "unstable: another run gave 4"),
    ]);
    insta::assert_snapshot!(show(&report, GUIDE));
}

#[test]
fn a_claim_that_varies_names_the_versions() {
    let mut varies = claim(GUIDE, 7, "[0, 1, 4]", Kind::Value, Verdict::Varies, "");
    varies.results = vec![
        result("3.9", Verdict::Holds, "[0, 1, 4]"),
        result("3.10", Verdict::Undecidable, ""),
        result("3.12", Verdict::Fails, "(0, 1, 4)"),
        result("3.13", Verdict::Fails, "{0, 1, 4}"),
    ];
    varies.results[2].reason = "the comprehension is inlined".into();
    let mut report = guide(vec![varies]);
    report.interpreters = vec![interpreter("3.9", "3.9.18"), interpreter("3.13", "3.13.0")];
    insta::assert_snapshot!(show(&report, GUIDE));
}

#[test]
fn a_claim_below_its_statement_shows_the_statement_and_several_lines_a_comparison() {
    let text = "```python\nfor n in range(4):\n    print(n)\n# 0\n# 1\n# 3\n```\n";
    let mut below = claim(text, 4, "0\n# 1\n# 3", Kind::Stdout, Verdict::Fails, "0\n1\n2\n3\n");
    below.expected = "0\n1\n3".into();
    below.form = Form::Below;
    below.subject_line = 2;
    let report = report(vec![document("docs/guide.md", vec![block((2, 6), vec![below])])]);
    insta::assert_snapshot!(show(&report, text));
}

fn raising() -> (Report, &'static str) {
    let text = "```python\ndef half(n):\n    return 1 / n\n\nhalf(0)\n```\n";
    let mut only = block((2, 5), vec![]);
    let raised = &mut only.runs[0];
    (raised.outcome, raised.finding) = (Outcome::Raised, true);
    (raised.detail, raised.line) = ("ZeroDivisionError: division by zero".into(), Some(3));
    raised.traceback = "Traceback (most recent call last):\n  File \"docs/guide.md\", line 5, in <module>\n    half(0)\n  \
                        File \"docs/guide.md\", line 3, in half\n    return 1 / n\n           ~~^~~\nZeroDivisionError: …\n"
        .into();
    (report(vec![document("docs/guide.md", vec![only])]), text)
}

#[test]
fn an_exception_claimed_nowhere_stands_at_its_line_with_the_way_there() {
    let (report, text) = raising();
    insta::assert_snapshot!(show(&report, text));
}

#[test]
fn an_exception_on_some_versions_names_them() {
    let (mut report, text) = raising();
    let runs = &mut report.documents[0].blocks[0].runs;
    runs[0].outcome = Outcome::SyntaxError;
    runs[0].detail = "SyntaxError: invalid syntax".into();
    runs[0].traceback.clear();
    runs.push(run("3.13", Outcome::Ok, ""));
    insta::assert_snapshot!(show(&report, text));
}

#[test]
fn without_the_text_a_finding_is_told_in_words() {
    let (raising, _) = raising();
    let wrong = guide(vec![claim(GUIDE, 5, "B", Kind::Stdout, Verdict::Fails, "A\n")]);
    let both = report(vec![wrong.documents[0].clone(), raising.documents[0].clone()]);
    insta::assert_snapshot!(render(&both, &texts(&[]), Options::default()));
}

fn mixed() -> Report {
    let mut holds = claim(GUIDE, 5, "B", Kind::Stdout, Verdict::Holds, "B");
    holds.rules = vec![Rule::Quotes, Rule::Whitespace];
    let mut needs = claim(GUIDE, 7, "[0, 1, 4]", Kind::Value, Verdict::Undecidable, "");
    needs.needs = vec!["module:requests".into(), "name:fetch".into()];
    let mut reason = claim(GUIDE, 8, "tuple", Kind::Type, Verdict::Undecidable, "");
    reason.results[0].reason = "the line was never reached".into();
    let mut held = block((9, 9), vec![]);
    held.runs = vec![run("3.11", Outcome::MissingModule, "requests"), run("3.12", Outcome::MissingModule, "requests")];
    let mut slow = block((10, 10), vec![]);
    slow.runs = vec![run("3.11", Outcome::TimedOut, "30 s of wall time")];
    slow.runs[0].effects =
        vec![Effect { what: "process".into(), detail: "rm -rf /".into(), answer: "contained".into() }];
    let ended = |outcome, detail| {
        let mut block = block((10, 10), vec![]);
        block.runs = vec![run("3.11", outcome, detail)];
        block
    };
    let mut blocks = vec![block((4, 8), vec![holds, needs, reason]), held.clone(), slow, held];
    blocks.push(ended(Outcome::SyntaxError, "SyntaxError: invalid syntax"));
    blocks.push(ended(Outcome::SyntaxError, "SyntaxError: '(' was never closed"));
    blocks.push(ended(Outcome::Skipped, "python:3.14"));
    blocks.push(ended(Outcome::Skipped, "interrupted"));
    blocks.push(ended(Outcome::Killed, "signal 9"));
    let mut only = document("docs/guide.md", blocks);
    only.notes = vec![NoteReport { line: 3, column: 1, message: "this fence is never closed".into() }];
    report(vec![only])
}

#[test]
fn what_does_not_fail_is_counted() {
    insta::assert_snapshot!(show(&mixed(), GUIDE));
}

#[test]
fn verbose_lists_what_holds_and_what_could_not_be_decided() {
    let options = Options { detail: Detail::Verbose, ..Options::default() };
    insta::assert_snapshot!(render(&mixed(), &texts(&[("docs/guide.md", GUIDE)]), options));
}

#[test]
fn quiet_shows_what_counts_as_a_failure_alone() {
    let check = |report: &Report, fail_on, expect: &str| {
        let options = Options { detail: Detail::Quiet, fail_on, ..Options::default() };
        let shown = render(report, &texts(&[("docs/guide.md", GUIDE)]), options);
        let lines: Vec<&str> = shown.lines().filter(|line| line.contains('[') || line.contains('?')).collect();
        let heads: String = lines.iter().filter_map(|line| line.split([']', '?']).next()).collect::<Vec<_>>().join(";");
        assert!(heads.starts_with(expect) && heads.is_empty() == expect.is_empty(), "{fail_on:?}: {shown}");
    };
    check(&mixed(), FailOn::Fails, "");
    check(&mixed(), FailOn::Undecidable, "docs/guide.md:7:");
    let mut varies = claim(GUIDE, 7, "[0, 1, 4]", Kind::Value, Verdict::Varies, "");
    varies.results = vec![result("3.9", Verdict::Holds, ""), result("3.12", Verdict::Fails, "1")];
    check(&guide(vec![varies.clone()]), FailOn::Fails, "");
    check(&guide(vec![varies]), FailOn::Varies, "warning[varies");
    check(&raising().0, FailOn::Fails, "error[raised");
}

#[test]
fn a_run_without_anything_wrong_ends_pleasantly() {
    let check = |report: Report, expect: &str| {
        let shown = show(&report, GUIDE);
        assert_eq!(shown.lines().last(), Some(expect), "{shown}");
    };
    let holds = claim(GUIDE, 5, "B", Kind::Stdout, Verdict::Holds, "B");
    check(guide(vec![holds.clone()]), "✓ every claim holds");
    check(mixed(), "✓ every claim that could be decided holds");
    check(guide(vec![]), "nothing here claims a result");
    let open = claim(GUIDE, 5, "B", Kind::Stdout, Verdict::Undecidable, "");
    check(guide(vec![open]), "nothing could be decided: --verbose says why");
    let mut cut = guide(vec![holds]);
    cut.interrupted = true;
    check(cut, "nothing known to be wrong, but interrupted before the end");
}

#[test]
fn the_last_line_agrees_with_the_exit_code() {
    use Verdict::{Fails, Holds, Undecidable, Varies};
    let check = |verdicts: &[Verdict], fail_on, change: &dyn Fn(&mut Report), expect: &str| {
        let claims = verdicts.iter().map(|verdict| claim(GUIDE, 5, "B", Kind::Stdout, *verdict, "B"));
        let mut report = guide(claims.collect());
        change(&mut report);
        let shown = render(&report, &texts(&[]), Options { fail_on, ..Options::default() });
        assert_eq!(shown.lines().last(), Some(expect));
        assert_eq!(expect.starts_with('✗'), exit_status(&report, fail_on) == 1, "{expect}");
    };
    let unreadable = |report: &mut Report| {
        report.unreadable = vec![Unreadable { path: "b.md".into(), reason: "no".into() }];
    };
    let lost = |report: &mut Report| {
        report.documents[0].blocks[0].runs[0].outcome = Outcome::WorkerLost;
        report.summary = summarise(&report.documents);
    };
    let as_is = |_: &mut Report| {};
    check(&[Holds, Undecidable], FailOn::Undecidable, &as_is, "✗ 1 claim undecidable");
    check(&[Holds, Varies], FailOn::Varies, &as_is, "✗ 1 claim not true of every Python");
    check(&[Holds, Varies], FailOn::Fails, &as_is, "nothing is wrong on every Python, but 1 claim is on some");
    check(&[Holds, Fails], FailOn::Fails, &unreadable, "✗ 1 claim wrong, 1 document not read");
    check(&[Holds], FailOn::Fails, &unreadable, "nothing known to be wrong, but 1 document not read");
    check(&[Holds], FailOn::Fails, &lost, "nothing known to be wrong, but 1 run lost with the worker");
}

#[test]
fn a_long_line_and_a_tall_claim_stay_readable() {
    let lines: String = (0..500).map(|n| format!("# {n}\n")).collect();
    let text = format!("print({})  # B\n{lines}", "x + ".repeat(200));
    let wide = claim(&text, 1, "B", Kind::Stdout, Verdict::Fails, "A");
    let tall = claim(&text, 2, lines.trim_end(), Kind::Stdout, Verdict::Fails, "A");
    let shown = show(&guide(vec![wide, tall]), &text);
    assert!(shown.lines().all(|line| line.chars().count() <= 140), "{shown}");
    assert!(shown.lines().count() < 60, "{shown}");
    insta::assert_snapshot!(shown);
}

#[test]
fn one_result_on_every_python_needs_no_table_and_two_need_one() {
    let mut one = claim(GUIDE, 5, "B", Kind::Stdout, Verdict::Fails, "A");
    one.results.push(result("3.13", Verdict::Fails, "A"));
    let mut two = one.clone();
    two.results[1].actual = "C\nD\n".into();
    insta::assert_snapshot!(show(&guide(vec![one, two]), GUIDE));
}

#[test]
fn protection_that_is_missing_and_documents_that_cannot_be_read_are_told() {
    let mut report = guide(vec![]);
    report.isolation.level = Level::Landlock;
    report.isolation.missing =
        vec![Missing { what: "net".into(), why: "EPERM".into(), mend: "allow user namespaces".into() }];
    report.unreadable =
        vec![Unreadable { path: "docs/bad.md".into(), reason: "byte 17 is not valid UTF-8: save it as UTF-8".into() }];
    insta::assert_snapshot!(show(&report, GUIDE));
}

#[test]
fn captured_text_can_neither_act_on_the_terminal_nor_flood_it() {
    let text = "```python\nprint(x)  # \u{1b}[31mB\u{202e}\n```\n";
    let evil = format!("\u{1b}[2J\u{9b}1m\u{202e}\0{}", "A".repeat(10_000));
    let mut only = claim(text, 2, "\u{1b}[31mB\u{202e}", Kind::Stdout, Verdict::Fails, &evil);
    only.results[0].reason = format!("\u{7}{}", "r".repeat(1000));
    let many = claim(text, 2, "\u{1b}[31mB\u{202e}", Kind::Stdout, Verdict::Fails, &format!("{evil}\n").repeat(99));
    let mut raised = block((2, 2), vec![only, many]);
    (raised.runs[0].finding, raised.runs[0].outcome) = (true, Outcome::Raised);
    raised.runs[0].detail = evil.clone();
    raised.runs[0].traceback = format!("  File \"docs/guide.md\", line 2, in f\n    {evil}\n").repeat(20);
    raised.runs[0].effects = vec![Effect { what: "process".into(), detail: evil.clone(), answer: evil }];
    let shown = show(&report(vec![document("docs/guide.md", vec![raised])]), text);
    let acting = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!shown.contains(acting), "{shown:?}");
    assert!(shown.len() < 16_000, "{}", shown.len());
    insta::assert_snapshot!(shown);
}

#[test]
fn colours_are_only_added() {
    let (mut report, text) = raising();
    report.documents.push(guide(vec![claim(GUIDE, 5, "B", Kind::Stdout, Verdict::Fails, "A\n")]).documents[0].clone());
    report.documents[1].path = "docs/other.md".into();
    report.summary = summarise(&report.documents);
    let texts = texts(&[("docs/guide.md", text), ("docs/other.md", GUIDE)]);
    let with = |colour| {
        let options = Options { colour, ..Options::default() };
        render(&report, &texts, options)
    };
    let coloured = with(true);
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), with(false));
    insta::assert_snapshot!(coloured.replace('\u{1b}', "^"));
}
