//! The rules as their reader meets them: each section of `docs/rules.md`, checked by the real program; rules that are off;
//! and what `--repeat` finds.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use snipcheck::judge::{Rule, Verdict};
use snipcheck::report::json;
use snipcheck::report::model::{BlockReport, ClaimReport, Report};

const PAGE: &str = "docs/rules.md";

fn python() -> String {
    std::env::var("SNIPCHECK_PYTHON").unwrap_or_else(|_| "python3".into())
}

fn program(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
    command.args(arguments).stdin(Stdio::null()).env_remove("VIRTUAL_ENV").env_remove("CLICOLOR_FORCE");
    command.output().unwrap()
}

/// The report of a check, and its exit code.
fn check(path: &str, options: &[&str]) -> (Report, i32) {
    let python = python();
    let arguments = [&["check", path, "--format", "json", "--python", &python], options].concat();
    let output = program(&arguments);
    let text = String::from_utf8(output.stdout).unwrap();
    let report = json::read(&text).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    (report, output.status.code().unwrap())
}

/// A document of one block, in a folder of its own.
struct Page(tempfile::TempDir);

impl Page {
    fn new(code: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("page.md"), format!("```python\n{code}\n```\n")).unwrap();
        Self(folder)
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("page.md")
    }

    fn check(&self, options: &[&str]) -> (BlockReport, i32) {
        let (mut report, code) = check(self.path().to_str().unwrap(), options);
        (report.documents.remove(0).blocks.remove(0), code)
    }
}

/// The claims of the page's sections, each with its heading.
fn sections(report: &Report) -> Vec<(&str, &ClaimReport)> {
    let blocks = report.documents[0].blocks.iter();
    let claims = blocks
        .flat_map(|block| block.claims.iter().map(|claim| (block.section.last().map_or("", String::as_str), claim)));
    claims.collect()
}

#[test]
fn every_rule_has_its_section() {
    let text = std::fs::read_to_string(PAGE).unwrap();
    let headings: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let names: Vec<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    assert_eq!(headings, names);
    for (rule, section) in Rule::ALL.iter().zip(text.split("\n## ").skip(1)) {
        assert!(section.contains(rule.example()), "{} shows another example: {}", rule.name(), rule.example());
    }
}

#[test]
fn each_example_holds_by_its_rule_alone() {
    let (report, code) = check(PAGE, &[]);
    let agreeing = |name: &str| name != Rule::Siblings.name();
    let found: Vec<_> = sections(&report)
        .iter()
        .filter(|(name, _)| agreeing(name))
        .map(|(name, claim)| (*name, claim.verdict, claim.rules.clone()))
        .collect();
    let expect: Vec<_> = Rule::of_agreement().map(|rule| (rule.name(), Verdict::Holds, vec![rule])).collect();
    assert_eq!((found, code), (expect, 1));
}

#[test]
fn the_last_of_siblings_fails_by_that_rule_alone() {
    let of_rule = |options: &[&str]| {
        let (report, _) = check(PAGE, options);
        let claims: Vec<_> = sections(&report).into_iter().filter(|(name, _)| *name == Rule::Siblings.name()).collect();
        claims.iter().map(|(_, claim)| (claim.verdict, claim.rules.clone())).collect::<Vec<_>>()
    };
    let holds = || (Verdict::Holds, Vec::new());
    let all = vec![holds(), holds(), holds(), (Verdict::Fails, vec![Rule::Siblings])];
    assert_eq!(of_rule(&[]), all);
    assert_eq!(of_rule(&["--strict"]), all);
    assert_eq!(of_rule(&["--without-rule", "siblings"]), all[..3]);
}

/// What the section of `siblings` says of where it begins and ends: how many of the comments fail.
#[test]
fn only_what_is_like_its_siblings_fails_by_them() {
    let check = |code: &str, failing: usize| {
        let (block, _) = Page::new(code).check(&[]);
        let by_siblings = |claim: &&ClaimReport| claim.verdict == Verdict::Fails && claim.rules == [Rule::Siblings];
        assert_eq!(block.claims.iter().filter(by_siblings).count(), failing, "{code}");
        assert_eq!(block.claims.iter().filter(|claim| claim.verdict == Verdict::Fails).count(), failing, "{code}");
    };
    let three = "print('ab')  # ab\nprint('cd')  # cd\nprint('ef')  # ef\n";
    let two = "print('ab')  # ab\nprint('cd')  # cd\n";
    let with = |head: &str, tail: &str| format!("{head}{tail}");
    check(&with(three, "print('x')  # y"), 1);
    check(&with(two, "print('x')  # y"), 0);
    // Remarks, one of them twice of a result's length.
    check(&with(three, "print('ada')  # lowercase"), 0);
    check(&with(three, "print('Ada Bell')  # Title Case"), 0);
    check(&with(three, "print('Ann?')  # why?"), 0);
    check(&with(three, "print([1, 2])  # [empty]"), 0);
    check(&with(three, "print(1 < 2)  # correct"), 0);
    // With another remark beside them the author has no such habit.
    check(&with(three, "print('x')  # y\nprint('z')  # something"), 0);
    // A slip needs one other.
    check("print('ab')  # ab\nprint('no'.strip())  # np", 1);
    check("print('no'.strip())  # np", 0);
    // Another place, another marker, statements that show nothing.
    check("print('ab')\n# ab\nprint('cd')\n# cd\nprint('ef')\n# ef\nprint('x')  # y", 0);
    check(&with(three, "print('x')  # -> y"), 0);
    check("a = 'ab'  # ab\nb = 'cd'  # cd\nc = 'ef'  # ef\nprint('x')  # y", 0);
    // Printed lines below.
    let below = "print('a 1')\n# a 1\nprint('b 2')\n# b 2\nprint('c 3')\n# c 3\n";
    check(&with(below, "print('d 4\\nd 5')\n# d 4"), 1);
    check(&with(below, "print('d 4\\nd 5')\n# and more of it"), 0);
}

#[test]
fn each_example_fails_when_its_rule_is_off() {
    let (strict, code) = check(PAGE, &["--strict"]);
    let of_agreement = || sections(&strict).into_iter().filter(|(name, _)| *name != Rule::Siblings.name());
    for (name, claim) in of_agreement() {
        let reason = format!("agrees only by the rule `{name}`, which is off");
        assert_eq!((claim.verdict, claim.results[0].reason.as_str()), (Verdict::Fails, &reason[..]), "{name}");
        assert_eq!(claim.rules, [], "{name}");
    }
    assert_eq!((of_agreement().count(), code), (Rule::of_agreement().count(), 1));
    let (some, _) = check(PAGE, &["--without-rule", "digits", "--without-rule", "case"]);
    let failing: Vec<&str> =
        sections(&some).iter().filter(|(_, claim)| claim.verdict == Verdict::Fails).map(|(name, _)| *name).collect();
    assert_eq!(failing, ["digits", "case", "siblings"]);
}

#[test]
fn a_rule_that_is_off_leaves_other_agreements() {
    let verdicts = |code: &str, options: &[&str]| {
        let (block, _) = Page::new(code).check(options);
        block.claims.iter().map(|claim| claim.verdict).collect::<Vec<_>>()
    };
    use Verdict::{Fails, Holds, Undecidable};
    assert_eq!(verdicts("0.1 + 0.2  # 0.30000000000000004\nlen('ab')  # 2", &["--strict"]), [Holds, Holds]);
    // One turn agrees by a rule, a later one without.
    assert_eq!(verdicts("for x in (0.1 + 0.2, 0.3):\n    print(x)  # 0.3", &["--strict"]), [Holds]);
    // It need not be a claim, so it does not fail.
    assert_eq!(verdicts("print('red\\nblue')  # red, blue", &["--strict"]), [Undecidable]);
    // The strings are written alike: their quotes need no rule.
    assert_eq!(verdicts("print({'b': 1, 'a': 2})  # {'a': 2, 'b': 1}", &["--without-rule", "quotes"]), [Holds]);
    assert_eq!(verdicts("print(['b'])  # [\"b\"]", &["--without-rule", "quotes"]), [Fails]);
}

/// What each section of the page says of where its rule ends.
#[test]
fn where_no_rule_applies_the_claim_fails() {
    let refuted = [
        "print(0x10, hex(20))  # 16 0x15",
        "print([1, 2, 3])  # [1, ..., 4]",
        "print(1, 2)  # 12",
        "len('four!')  # '5'",
        "print(2.6)  # 3",
        "print(1.23456789)  # 1.24",
        "print([1, 2])  # [2, 1]",
        "type(True)  # int",
        "print('1\\n2\\n3')  # 1, 2",
        "print(True)  # FALSE",
        "'a'.encode('nope')  # KeyError",
        "int('x')  # ValueError: invalid literal for int() with base 10: 'x'?",
        "divmod(17, 5)  # [3, 2]",
        "(3,)  # 3",
        "Slot(9, 2)  # Slot(x=9, y=2)",
        "Fraction(1, 2)  # \"1/2\"",
        "len()  # TypeError: range() takes exactly one argument (0 given)",
        "print('Total: 15')  # 5",
        "sys.getsizeof(list(range(1000)))  # ~7 KB",
        "print('1, 2')  # 1 2",
        "print(*range(3))  # 0 to 3",
        "Counter([1, 1, 2])  # {1: 2, 2: 2}",
        "print(2.0)  # 2",
        "4 / 2  # 2",
    ];
    let setup = "import sys\nfrom collections import Counter, namedtuple\nfrom fractions import Fraction\n\
                 Slot = namedtuple('Slot', 'row column')";
    let tried: Vec<String> =
        refuted.iter().map(|line| format!("try:\n    {line}\nexcept Exception:\n    pass")).collect();
    let page = format!("{setup}\n{}", tried.join("\n"));
    let (block, _) = Page::new(&page).check(&[]);
    let line = |claim: &ClaimReport| page.lines().nth(claim.line - 2).unwrap().trim().to_owned();
    let failing = block.claims.iter().filter(|claim| claim.verdict == Verdict::Fails && claim.rules.is_empty());
    assert_eq!(failing.map(line).collect::<Vec<_>>(), refuted);
}

#[test]
fn a_rule_is_named_as_the_list_names_it() {
    let listed = String::from_utf8(program(&["rules"]).stdout).unwrap();
    for rule in Rule::ALL {
        let line = listed.lines().find(|line| line.starts_with(&format!("{} ", rule.name())));
        assert!(line.is_some_and(|line| line.ends_with(rule.meaning())), "{}: {listed}", rule.name());
    }
    let misspelt = program(&["check", PAGE, "--without-rule", "digit"]);
    let told = String::from_utf8(misspelt.stderr).unwrap();
    assert_eq!(misspelt.status.code(), Some(2));
    assert!(told.contains("'digits'") && told.contains("printed-lines"), "{told}");
}

#[test]
fn what_comes_out_differently_fails_nothing() {
    let check = |code: &str, verdicts: &[Verdict], unstable: bool| {
        let (block, exit) = Page::new(code).check(&["--repeat", "4"]);
        let found: Vec<Verdict> = block.claims.iter().map(|claim| claim.verdict).collect();
        let run = &block.runs[0];
        assert_eq!((&found[..], run.unstable, exit), (verdicts, unstable, 0), "{code}: {block:#?}");
        for claim in block.claims.iter().filter(|claim| claim.verdict == Verdict::Undecidable) {
            assert!(!claim.results[0].reason.is_empty(), "{code}");
        }
    };
    use Verdict::{Holds, Undecidable};
    let letters = "set('abcdefgh')";
    check("print(len('ab'))  # 2", &[Holds], false);
    // The order of a set, held by a rule, and not held by one.
    check(&format!("print({letters})  # {{'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'}}"), &[Holds], true);
    check(&format!("print(list({letters}))  # ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']"), &[Undecidable], true);
    // What holds in some runs only.
    check("import sys\nprint(sys.flags.hash_randomization)  # 0", &[Undecidable], true);
    check("import time\nprint(time.time_ns())", &[], true);
    check("import random\nprint(random.random())", &[], true);
    // An exception of some runs only.
    check("import sys\n1 / sys.flags.hash_randomization", &[], true);
}

#[test]
fn an_exception_of_some_runs_only_is_no_finding() {
    let check = |code: &str, finding: bool| {
        let (block, exit) = Page::new(code).check(&[]);
        assert_eq!((block.runs[0].finding, exit), (finding, i32::from(finding)), "{code}: {block:#?}");
    };
    // Off in the first look, and on in the others.
    check("import sys\n1 / sys.flags.hash_randomization", false);
    check("1 / 0", true);
}

#[test]
fn the_report_names_the_rules_that_were_off() {
    let page = Page::new("print(1)  # 1");
    let check = |options: &[&str], expect: &str| {
        let (path, python) = (page.path(), python());
        let arguments = [&["check", path.to_str().unwrap(), "--python", &python], options].concat();
        let shown = String::from_utf8(program(&arguments).stdout).unwrap();
        assert!(shown.contains(expect), "{options:?}: {shown}");
    };
    check(&["--strict"], "strict: all rules off");
    check(&["--without-rule", "digits"], "rule digits off");
    check(&["--without-rule", "digits", "--without-rule", "order", "--format", "markdown"], "rules digits, order off");
    check(&["--without-rule", "digits", "--format", "json"], "\"rules_off\"");
    check(&[], "isolation");
    let plain = program(&["check", page.path().to_str().unwrap(), "--format", "json", "--python", &python()]);
    assert!(!String::from_utf8(plain.stdout).unwrap().contains("rules_off"));
}

#[test]
fn nothing_runs_again_unless_asked() {
    let (block, _) = Page::new("import time\nprint(time.time_ns())").check(&[]);
    assert!(!block.runs[0].unstable);
    let page = Page::new("import time\nprint(time.time_ns())");
    let path = page.path();
    let shown = program(&["check", path.to_str().unwrap(), "--repeat", "1", "--verbose", "--python", &python()]);
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(shown.contains("unstable"), "{shown}");
}

/// What `docs/claims.md` says of each confidence.
#[test]
fn only_what_is_surely_a_claim_fails() {
    use snipcheck::claims::Certainty::{self, Likely, Possible, Sure};
    let check = |code: &str, expect: Option<(Certainty, Verdict)>| {
        let (block, _) = Page::new(code).check(&[]);
        let found: Vec<_> = block.claims.iter().map(|claim| (claim.confidence, claim.verdict)).collect();
        assert_eq!(found, expect.into_iter().collect::<Vec<_>>(), "{code}");
    };
    check("print(2 * 2)  # 4", Some((Sure, Verdict::Holds)));
    check("print(2 * 2)  # 5", Some((Sure, Verdict::Fails)));
    check("max(3, 7)  # 7", Some((Likely, Verdict::Holds)));
    check("max(3, 7)  # 8", Some((Likely, Verdict::Fails)));
    check("'ada'.upper()  # ADA", Some((Possible, Verdict::Holds)));
    check("'ada'.upper()  # shout", None);
    check("print('Hello, world')  # Hello, wrld", Some((Possible, Verdict::Fails)));
}
