//! Soft claims, claims in running text and pins, from the document to the verdict, on the default Python in the sandbox.

#[path = "common/python.rs"]
mod python;

use python::interpreter;
use snipcheck::discover::documents::Loaded;
use snipcheck::extract::Format;
use snipcheck::flow::{self, Setup};
use snipcheck::report::model::{ClaimReport, DocumentReport};
use snipcheck::report::summary::{FAILED, FailOn, PASSED, exit_status};
use snipcheck::run::Pool;
use snipcheck::text::Source;
use snipcheck::wire::{Limits, Policy};

/// Checks each document in one run, and compares its claims: `line kind verdict: claimed`, those of blocks first.
fn check(cases: &[(&str, &[&str])]) {
    let report = report(cases.iter().map(|(text, _)| *text));
    for ((text, expect), document) in cases.iter().zip(&report.documents) {
        assert_eq!(claims(document).map(line).collect::<Vec<_>>(), *expect, "in\n{text}");
    }
}

fn report<'a>(texts: impl Iterator<Item = &'a str>) -> snipcheck::report::model::Report {
    // Endless code is part of this: the limit is short, and far from everything else.
    let limits = Limits { wall_ms: 2_000, ..Limits::default() };
    let prepared: Vec<_> = texts.map(|text| flow::prepare(loaded(text), &limits, &|_| true)).collect();
    let setup = Setup {
        interpreters: vec![interpreter()],
        policy: Policy { level: None, readable: Vec::new() },
        require: false,
        workers: 2,
        rules_off: Default::default(),
        repeat: 0,
    };
    flow::check(&prepared, Vec::new(), &setup, &mut Pool, &mut || {}).expect("the documents can be checked")
}

fn loaded(text: &str) -> Loaded {
    let format = if text.contains("{/*") { Format::Mdx } else { Format::Markdown };
    Loaded { source: Source::new("page", text), format, sha256: String::new() }
}

fn claims(document: &DocumentReport) -> impl Iterator<Item = &ClaimReport> {
    document.blocks.iter().flat_map(|block| &block.claims).chain(&document.claims)
}

fn line(claim: &ClaimReport) -> String {
    let word = |value: &dyn std::fmt::Debug| format!("{value:?}").to_lowercase();
    format!("{} {} {}: {}", claim.line, word(&claim.kind), word(&claim.verdict), claim.expected)
}

/// A block of code.
fn python(code: &str) -> String {
    format!("```python\n{code}\n```\n")
}

/// Comments: code with its comment, and the claims in it, lines counted in the code.
fn check_comments(cases: &[(&str, &[&str])]) {
    let report_of = report(cases.iter().map(|(code, _)| python(code)).collect::<Vec<_>>().iter().map(String::as_str));
    for ((code, expect), document) in cases.iter().zip(&report_of.documents) {
        let found = claims(document).map(|claim| line(&ClaimReport { line: claim.line - 1, ..claim.clone() }));
        assert_eq!(found.collect::<Vec<_>>(), *expect, "in\n{code}");
    }
}

#[test]
fn sizes_hold_within_the_stated_tolerance() {
    check_comments(&[
        ("import sys\nsys.getsizeof([None] * 1000)  # ~8 KB", &["2 size holds: ~8 KB"]),
        ("import sys\nsys.getsizeof([None] * 1000)  # about 12 KB", &["2 size fails: about 12 KB"]),
        ("import sys\nprint(sys.getsizeof({}), 'bytes')  # roughly 60 bytes", &["2 size holds: roughly 60 bytes"]),
        ("x = {}  # 64 bytes", &["1 size holds: 64 bytes"]),
        ("x = {}  # 72 bytes", &["1 size undecidable: 72 bytes"]),
        ("x = list(range(9))  # uses ~1 GB, saves ~2 MB", &["1 size undecidable: ~1 GB", "1 size undecidable: ~2 MB"]),
        ("x = sum(n for n in range(9))  # constant memory", &["1 size undecidable: constant memory"]),
        ("CHUNK = 8192  # 8 KB", &["1 size holds: 8 KB"]),
        ("CHUNK = 8192  # 1 MB at most", &[]),
        ("data = b'x'  # read 512 bytes at a time", &[]),
    ]);
}

#[test]
fn times_are_decided_only_where_the_code_waits() {
    check_comments(&[
        ("import time\ntime.sleep(0.05)  # takes more than 0.02s", &["2 time holds: more than 0.02s"]),
        ("import time\ntime.sleep(0.01)  # ~600 seconds", &["2 time undecidable: ~600 seconds"]),
        ("import time\ntime.sleep(0.01)  # wait 5 seconds", &[]),
        ("x = sum(range(9))  # ~2s", &["1 time undecidable: ~2s"]),
        ("x = sum(range(9))  # 10x faster than a loop", &["1 time undecidable: 10x faster than a loop"]),
        ("x = sum(range(9))  # slow!", &["1 time undecidable: slow!"]),
        ("x = sum(range(9))  # O(n)", &[]),
        ("TIMEOUT = 30  # 30 seconds", &[]),
        ("import time\ntime.sleep(0.01)  # 0.01 seconds", &[]),
        ("x = sum(range(9))  # fast path", &[]),
    ]);
}

#[test]
fn what_hangs_is_still_running_when_the_time_runs_out() {
    check_comments(&[
        ("import queue\nqueue.Queue().get()  # hangs forever", &["2 hang holds: hangs forever"]),
        ("while True:  # infinite loop\n    pass", &["1 hang holds: infinite loop"]),
        ("len('a')  # never returns", &["1 hang fails: never returns"]),
        ("len('a')  # hangs if the queue is empty", &["1 hang undecidable: hangs"]),
        ("while True:  # infinite loop\n    break", &["1 hang undecidable: infinite loop"]),
        ("len('a')  # no deadlock here", &[]),
    ]);
}

#[test]
fn effects_are_those_that_the_sandbox_saw() {
    check_comments(&[
        ("import os\nos.system('rm -rf /')  # executes `rm -rf /`", &["2 effect holds: executes `rm -rf /`"]),
        (
            "try:\n    open('/etc/motd', 'w')  # overwrites /etc/motd\nexcept OSError:\n    pass",
            &["2 effect holds: overwrites /etc/motd"],
        ),
        ("x = 1  # writes to /var/log/a.log", &["1 effect undecidable: writes to /var/log/a.log"]),
        ("x = 1  # starts a process", &[]),
        ("x = 1  # removes duplicates", &[]),
    ]);
}

#[test]
fn sentences_lists_tables_and_questions_are_read() {
    check(&[
        ("`len('four')` is `4`. `max(1, 2)` returns `1`.", &["1 value holds: 4", "1 value fails: 1"]),
        ("`1 == True` is True, `[]` is `False`.", &["1 value holds: True", "1 value holds: False"]),
        (
            "`type(5)` is `int`, and `'a' + 1` raises a `TypeError`.",
            &["1 type holds: int", "1 raises holds: TypeError"],
        ),
        ("`math.floor(-2.5)` gives `-2`.", &["1 value fails: -2"]),
        (
            "- `len('abc')` → `3`\n- `[2, 1].sort()`: in place, returns `None`\n",
            &["1 value holds: 3", "2 value holds: None"],
        ),
        (
            "| Expression | Result |\n|---|---|\n| `7 // 2` | 3 |\n| `1 / 0` | raises ZeroDivisionError |\n",
            &["3 value holds: 3", "4 raises holds: raises ZeroDivisionError"],
        ),
        ("| Code | Output |\n|---|---|\n| `print('a' * 2)` | `a` |\n", &["3 stdout fails: a"]),
        ("What does `bool('False')` return? `True`", &["1 value holds: True"]),
        ("**What is `2 ** 3 ** 2`?**\n\nAnswer: `64`", &["3 value fails: 64"]),
        (
            "An empty dict takes 64 bytes; a list of 1M items uses \\~8MB.",
            &["1 size holds: 64 bytes", "1 size holds: \\~8MB"],
        ),
    ]);
}

#[test]
fn what_speaks_of_something_else_never_fails() {
    check(&[
        ("In JavaScript `1 + 1` is `'11'`. If it were so, `1 + 1` would be `3`.", &[]),
        ("In Python 2, `7 / 2` gives `3`. It used to be that `7 / 2` gives `3`.", &[]),
        ("You may think that `0.1 + 0.2 == 0.3` is `True`.", &[]),
        ("`f(...)` returns `5`. `len(x)` is `O(1)`. `time.sleep(99)` returns `'late'`.", &[]),
        ("| Expression | Python 2 result | Result |\n|---|---|---|\n| `7 / 2` | `3` | `3` |\n", &[]),
        ("### JavaScript\n\n`1 + 1` is `3`.\n", &[]),
        ("`colour.mix()` returns `None`.", &["1 value undecidable: None"]),
        ("`colour(3)` returns `'red'`.", &["1 value undecidable: 'red'"]),
        ("`time.time()` returns `17.5`.", &["1 value undecidable: 17.5"]),
        ("`next(g)` returns `1`.\n\n```python\ng = iter([5])\n```\n", &["1 value undecidable: 1"]),
        (
            "```python\ndef f(x, xs=[]):\n    xs.append(x)\n    return xs\nf(1)\n```\n\n`f(1)` returns `[1]`.\n",
            &["8 value undecidable: [1]"],
        ),
    ]);
}

#[test]
fn the_block_that_defines_a_name_is_the_one_meant() {
    check(&[
        (
            "```python\ndef twice(x):\n    return 2 * x\n```\n\n`twice(4)` returns `8`, `twice('a')` gives `'a'`.\n",
            &["6 value holds: 8", "6 value fails: 'a'"],
        ),
        (
            "```python\nfrom abc import ABC, abstractmethod\nclass Shape(ABC):\n    @abstractmethod\n    def area(self): ...\nclass Dot(Shape): pass\n```\n\nYou cannot instantiate `Shape`. MRO: Dot -> Shape -> ABC -> object\n",
            &["9 raises holds: `Shape`", "9 value holds: Dot -> Shape -> ABC -> object"],
        ),
        ("```python\nclass Cell:\n    pass\n```\n\n`Cell()` takes 9 bytes.\n", &["6 size undecidable: 9 bytes"]),
    ]);
}

#[test]
fn pins_must_be_true() {
    let block = "```python\nx = [1, 2]\n```\n";
    let pins = [
        ("<!-- snipcheck: len(x) == 2 -->", "4 value holds: len(x) == 2"),
        ("{/* snipcheck: len(x) > 2 */}", "4 value fails: len(x) > 2"),
        ("<!-- snipcheck: math.pi > 3 -->", "4 value holds: math.pi > 3"),
        ("<!-- snipcheck: x -->", "4 value holds: x"),
        ("<!-- snipcheck: y == 2 -->", "4 value fails: y == 2"),
        ("<!-- snipcheck: x = 2 -->", "4 value fails: x = 2"),
        ("Text <!-- snipcheck: 1 in x --> goes on", "4 value holds: 1 in x"),
    ];
    let texts: Vec<(String, [&str; 1])> =
        pins.iter().map(|(pin, expect)| (format!("{block}{pin}\n"), [*expect])).collect();
    check(&texts.iter().map(|(text, expect)| (text.as_str(), expect.as_slice())).collect::<Vec<_>>());
    check(&[
        ("```python\nx = 1\n```\n<!-- snipcheck: skip -->\n<!-- snipcheck: timeout=5, needs=network -->\n", &[]),
        (
            "<!-- a remark: x == 1 -->\n<!-- snipcheck:\n 1 < 2\n 2 < 1\n-->\n",
            &["3 value holds: 1 < 2", "4 value fails: 2 < 1"],
        ),
    ]);
}

#[test]
fn a_pin_shows_both_sides() {
    let report = report(["```python\nx = [1, 2]\n```\n<!-- snipcheck: len(x) == 3 -->\n"].into_iter());
    let claim = claims(&report.documents[0]).next().expect("the pin");
    assert_eq!(claim.results[0].actual, "2 == 3");
}

#[test]
fn soft_claims_fail_a_run_only_where_that_is_asked_for() {
    let report = report(["```python\nlen('a')  # never returns\n```\n"].into_iter());
    assert_eq!((report.summary.fails, report.summary.soft_fails), (1, 1));
    assert_eq!(exit_status(&report, FailOn::Fails), PASSED);
    assert_eq!(exit_status(&report, FailOn::Soft), FAILED);
}
