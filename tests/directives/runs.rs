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

/// The verdicts of many pages, checked in one run; gives the blocks of each.
#[track_caller]
fn verdicts_of(pages: &[(String, &[Verdict])]) -> Vec<Vec<BlockReport>> {
    let folder = tempfile::tempdir().unwrap();
    for (at, (text, _)) in pages.iter().enumerate() {
        std::fs::write(folder.path().join(format!("{at:03}.md")), text).unwrap();
    }
    let output = super::program(folder.path(), &["check", ".", "--format", "json", "--python", &super::python()]);
    let report = snipcheck::report::json::read(&String::from_utf8(output.stdout).unwrap()).unwrap();
    assert_eq!(report.documents.len(), pages.len());
    for ((text, expect), document) in pages.iter().zip(&report.documents) {
        let claims = document.blocks.iter().flat_map(|block| &block.claims);
        assert_eq!(claims.map(|claim| claim.verdict).collect::<Vec<_>>(), *expect, "{text}\n{:#?}", document.blocks);
        assert_eq!(document.mistakes, [], "{text}");
    }
    report.documents.into_iter().map(|document| document.blocks).collect()
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
    let directives = ["skip-if=windows", "only=linux", "only=python>=3.9", "skip-if=python<3.9 skip-if=macos"];
    verdicts_of(&directives.map(|directive| (block(directive, "print(1)  # 2"), &[Fails][..])));
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
fn a_block_that_is_skipped_does_nothing_to_others() {
    let first = "```python\nx = [1]\ndef grow(): x.append(2)\n```\n";
    let last = "```python\nprint(x)  # [1]\n```\n";
    for code in ["x.append(2)", "grow()"] {
        let directives = ["skip", "needs=network", "skip-if=linux", "only=windows"].map(|said| block(said, code));
        let cell = format!("```python\n#| eval: false\n{code}\n```\n");
        let page = |skipped| (format!("{first}\n{skipped}\n{last}"), &[Holds][..]);
        verdicts_of(&directives.into_iter().chain([cell]).map(page).collect::<Vec<_>>());
    }
}

#[test]
fn an_expected_exception_must_come() {
    let cases: [(&str, &str, &[Verdict]); 13] = [
        ("expect-error", "1 / 0", &[Holds]),
        ("expect-error", "1 / 0\nprint(2)", &[Holds]),
        ("expect-error strict", "1 / 0", &[Holds]),
        ("expect-error=ZeroDivisionError", "1 / 0", &[Holds]),
        ("expect-error=ArithmeticError", "1 / 0", &[Holds]),
        ("expect-error=\"ZeroDivisionError: division by zero\"", "1 / 0", &[Holds]),
        ("expect-error=SyntaxError", "x = (", &[Holds]),
        ("expect-error", "1 / 1", &[Fails]),
        ("expect-error=KeyError", "1 / 0", &[Fails]),
        ("expect-error=\"ZeroDivisionError: no\"", "1 / 0", &[Fails]),
        // What is missing here is no exception that anybody means, unless it is named.
        ("expect-error", "import no_such_module", &[Undecidable]),
        ("expect-error=ImportError", "import no_such_module", &[Holds]),
        ("expect-error timeout=300ms", "while True: pass", &[Undecidable]),
    ];
    let pages = cases.map(|(directive, code, expect)| (block(directive, code), expect));
    for (blocks, (page, _)) in verdicts_of(&pages).iter().zip(&pages) {
        assert!(!blocks[0].runs[0].finding, "{page}");
    }
    assert_eq!(check(&block("expect-error", "1 / 1"), &[]).1, 1);
}

#[test]
fn hidden_code_runs_before_its_block_and_has_its_own_lines() {
    // It is there for those that need the block, and runs once.
    let page = "<!-- snipcheck: document: setup\nseen = []\n-->\n```python\nseen.append(1)\ndef f(): return 3\n```\n\n\
                ```python\nseen.append(f())\nprint(seen)  # [1, 3]\n```\n";
    verdicts_of(&[
        (block("setup=\"x = 1\"", "print(x)  # 1"), &[Holds]),
        ("<!-- snipcheck: setup\nx = [1]\n-->\n```python\nx.append(2)\nprint(x)  # [1, 2]\n```\n".into(), &[Holds]),
        (page.into(), &[Holds]),
    ]);
    let report = verdicts("<!-- snipcheck: setup\nx = 1\nx / 0\n-->\n```python\nprint(1)  # 1\n```\n", &[Holds], 1);
    let run = &blocks(&report)[0].runs[0];
    assert_eq!((run.outcome, run.finding, run.line), (Outcome::Raised, true, Some(3)), "{run:?}");
}

#[test]
fn blocks_stand_together_or_alone_as_they_are_told() {
    let first = "```python\nx = 1\n```\n\n";
    let third = block("continue", "print(sorted(n for n in globals() if n in 'xyz'))  # ['x', 'y']");
    verdicts_of(&[
        (format!("{first}{}", block("isolate", "print('x' in globals())  # False")), &[Holds]),
        (format!("{first}{}", block("continue", "print('x' in globals())  # True")), &[Holds]),
        (format!("{first}{}\n{third}", block("continue", "y = 2")), &[Holds]),
        (block("continue", "print(1)  # 1"), &[Holds]),
    ]);
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

#[test]
fn what_is_needed_from_outside_stays_undecidable() {
    let report = verdicts(&block("needs=network, needs=\"a printer\"", "print(1)  # 2"), &[Undecidable], 0);
    let claim = &blocks(&report)[0].claims[0];
    assert_eq!((&claim.needs[..], claim.excused), (&["a printer".to_owned(), "network".into()][..], false));
    assert_eq!(blocks(&report)[0].runs[0].outcome, Outcome::Skipped);
}

#[test]
fn variables_are_set_for_their_block_alone() {
    let page = block(
        "env=CITY=\"New York\" env=TZ=UTC",
        "import os\nprint(os.environ['CITY'], os.environ['TZ'])  # New York UTC",
    ) + &block("isolate", "import os\nprint('CITY' in os.environ)  # False");
    verdicts(&page, &[Holds, Holds], 0);
    let (report, code) = check(&block("env=9=1", "pass"), &[]);
    assert_eq!((report.documents[0].mistakes.len(), code), (1, 2));
}

#[test]
fn files_of_the_document_are_lent_to_a_block() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("data")).unwrap();
    std::fs::write(folder.path().join("data/a.txt"), "from disk").unwrap();
    std::fs::write(folder.path().join("data/raw.bin"), [0, 159, 255]).unwrap();
    let inline = "<!-- snipcheck: file=b.txt\none\n  two\n-->\n```python\nprint(open('b.txt').read().split('\\n'))  # ['one', '  two', '']\n```\n";
    let read = block(
        "file=data/a.txt file=data/raw.bin",
        "print(open('data/a.txt').read())  # from disk\nopen('data/raw.bin', 'rb').read()  # b'\\x00\\x9f\\xff'",
    );
    let other = block("isolate", "import os\nprint(os.listdir())  # []");
    std::fs::write(folder.path().join("page.md"), format!("{inline}\n{read}\n{other}")).unwrap();
    for level in ["best", "none"] {
        let (report, code) = super::check_in(folder.path(), &["--isolation", level]);
        let found: Vec<Verdict> =
            blocks(&report).iter().flat_map(|block| &block.claims).map(|claim| claim.verdict).collect();
        assert_eq!((&found[..], code), (&[Holds; 4][..], 0), "{level}: {:#?}", blocks(&report));
    }
}

#[test]
fn a_file_outside_the_folder_is_a_mistake() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("docs")).unwrap();
    std::fs::write(folder.path().join("secret"), "secret").unwrap();
    std::os::unix::fs::symlink("../secret", folder.path().join("docs/link")).unwrap();
    for name in ["../secret", "link", "/etc/hostname", "none", ".", "a/../../secret"] {
        let page = block(&format!("file={name}"), "import os\nprint(os.listdir())  # []");
        std::fs::write(folder.path().join("docs/page.md"), page).unwrap();
        let (report, code) = super::check_in(&folder.path().join("docs"), &[]);
        assert_eq!((report.documents[0].mistakes.len(), code), (1, 2), "{name}");
        assert_eq!(blocks(&report)[0].claims[0].verdict, Holds, "{name}");
    }
}

#[test]
fn a_file_must_fit_into_the_scratch_space() {
    let page = "<!-- snipcheck: file=a.txt\n".to_owned() + &"x".repeat(5000) + "\n-->\n```python\nprint(1)  # 1\n```\n";
    assert_eq!(check(&page, &[]).1, 0);
    assert_eq!(check(&page, &["--scratch", "4K"]).1, 2);
    let second = "<!-- snipcheck: file=b.txt\n".to_owned() + &"x".repeat(5000) + "\n-->\n" + &page;
    assert_eq!(check(&second, &["--scratch", "8K"]).1, 2);
    assert_eq!(check(&second, &["--scratch", "64K"]).1, 0);
}

#[test]
fn numbers_and_lines_may_differ_as_far_as_the_author_says() {
    let output =
        |directive: &str, shown: &str, code: &str| format!("{}\n```output\n{shown}\n```\n", block(directive, code));
    let code = "print('b 2')\nprint('a 1')";
    let found = verdicts_of(&[
        (block("tolerance=0.01", "print(3.1415)  # 3.135"), &[Holds]),
        (block("tolerance=0.001", "print(3.1415)  # 3.135"), &[Fails]),
        (block("tolerance=1%", "max(1000, 3)  # 995"), &[Holds]),
        (block("tolerance=0.01", "print(0)  # 1"), &[Fails]),
        (block("tolerance=0.01", "print(['a', 1.001])  # ['b', 1.0]"), &[Fails]),
        (output("unordered", "a 1\nb 2", code), &[Holds]),
        (output("unordered", "a 1\nb 3", code), &[Fails]),
        (output("unordered tolerance=0.5", "a 1.4\nb 2.2", code), &[Holds]),
        (output("isolate", "a 1\nb 2", code), &[Fails]),
    ]);
    use snipcheck::judge::Rule;
    assert_eq!(found[0][0].claims[0].rules, [Rule::Tolerance]);
    assert_eq!(found[5][0].claims[0].rules, [Rule::Order]);
    assert_eq!(found[7][0].claims[0].rules, [Rule::Order, Rule::Tolerance]);
}

#[test]
fn rules_can_be_turned_off_for_a_block() {
    let code = "0.1 + 0.2  # 0.3";
    verdicts(&block("isolate", code), &[Holds], 0);
    verdicts(&block("without-rule=digits", code), &[Fails], 1);
    verdicts(&block("strict", code), &[Fails], 1);
    verdicts(&block("without-rule=quotes", code), &[Holds], 0);
    let (report, exit) = check(&block("without-rule=digist", code), &[]);
    assert!(report.documents[0].mistakes[0].message.contains("`digits` is one"));
    assert_eq!(exit, 2);
}

#[test]
fn what_is_meant_to_fail_does_not() {
    let report = verdicts(&block("intended=\"4\"", "print(3)  # 4\nprint(3)  # 5"), &[Undecidable, Fails], 1);
    assert!(blocks(&report)[0].claims[0].excused);
    assert_eq!(blocks(&report)[0].claims[0].results[0].actual, "3");
    let (report, exit) = check(&block("intended=\"4\" intended=\"6\"", "print(4)  # 4"), &[]);
    let notes: Vec<&str> = report.documents[0].notes.iter().map(|note| note.message.as_str()).collect();
    assert_eq!(
        (notes, exit),
        (vec!["`4` holds: nothing has to be intended here", "no claim of the block reads `6`"], 0)
    );
    verdicts(&block("intended", "print(3)  # 4\nprint(5)  # 5"), &[Undecidable, Holds], 0);
    verdicts(&block("intended", "int('x')\nprint(1)"), &[], 0);
    verdicts(&block("isolate", "int('x')\nprint(1)"), &[], 1);
    verdicts(&block("intended=\"'a', \"b\"\"", "print('c')  # 'a', \"b\""), &[Undecidable], 0);
}

#[test]
fn directives_of_other_tools_are_followed() {
    let fence = |info: &str, code: &str| format!("```{info}\n{code}\n```\n");
    let wrong = fence("python", "print(1)  # 2");
    let found = verdicts_of(&[
        (format!("<!--phmdoctest-skip-->\n{wrong}"), &[Undecidable]),
        (format!("<!--pytest.mark.skip-->\n{wrong}{wrong}"), &[Undecidable, Fails]),
        (
            format!("<!-- skip: start -->\n{wrong}\n## A\n\n{wrong}<!-- skip: end -->\n{wrong}"),
            &[Undecidable, Undecidable, Fails],
        ),
        (format!("{wrong}<!--pytest-codeblocks:skipfile-->\n"), &[Undecidable]),
        (fence("python notest", "print(1)  # 2"), &[Undecidable]),
        (fence("py {test=\"skip\"}", "print(1)  # 2"), &[Undecidable]),
        (fence("{python}", "#| eval: false\nprint(1)  # 2"), &[Undecidable]),
        (fence("{code-cell} python", ":tags: [skip-execution]\nprint(1)  # 2"), &[Undecidable]),
        (fence("python,should_panic", "1 / 0"), &[Holds]),
        (format!("<!--pytest.mark.xfail(raises=KeyError)-->\n{}", fence("python", "1 / 0")), &[Fails]),
        (fence("pycon", ">>> 1  # doctest: +SKIP\n2\n>>> 3\n3"), &[Undecidable, Holds]),
        (fence("pycon", ">>> 2 / 3  # doctest: +NUMBER\n0.67\n>>> 2 / 3\n0.67"), &[Holds, Fails]),
        (fence("pycon", ">>> 2 / 3  # doctest: +NUMBER\n0.66"), &[Fails]),
        (
            fence(
                "pycon",
                ">>> int('x')  # doctest: +IGNORE_EXCEPTION_DETAIL\nTraceback (most recent call last):\nValueError: other",
            ),
            &[Holds],
        ),
        (
            fence(
                "pycon",
                ">>> int('x')  # doctest: +IGNORE_EXCEPTION_DETAIL\nTraceback (most recent call last):\nKeyError: other",
            ),
            &[Fails],
        ),
        (
            format!(
                "{}\nThis tells how many there are, in words.\n\n<!--pytest-codeblocks:expected-output-->\n\n{}",
                fence("python", "print(1)"),
                fence("", "2")
            ),
            &[Fails],
        ),
        (
            format!(
                "{}<!--pytest-codeblocks:cont-->\n{}",
                fence("python", "x = 1"),
                fence("python", "print('x' in globals())  # True")
            ),
            &[Holds],
        ),
        (format!("<!-- invisible-code-block: python\nx = 1\n-->\n{}", fence("python", "print(x)  # 1")), &[Holds]),
    ]);
    for blocks in &found[..8] {
        assert!(blocks[0].claims[0].excused && blocks[0].directives[0].tool.is_some(), "{blocks:#?}");
    }
}

#[test]
fn what_is_made_of_other_tools_directives_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    let page = "<!--phmdoctest-skip-->\n```python\n1\n```\n\n<!-- byexample: +skip -->\n\n```python notest lint=\"skip\"\n2\n```\n";
    std::fs::write(folder.path().join("page.md"), page).unwrap();
    let listed = super::program(folder.path(), &["migrate", "."]);
    let text = String::from_utf8(listed.stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "page.md:1:1  phmdoctest  <!--phmdoctest-skip-->  understood as skip");
    assert!(lines[1].starts_with("page.md:6:1  byexample  <!-- byexample: +skip -->  not understood: "), "{text}");
    assert_eq!(lines[2], "page.md:8:11  pytest-markdown-docs  notest  understood as skip");
    assert!(lines[3].starts_with("page.md:8:18  pytest-examples  lint=\"skip\"  not needed here: "), "{text}");
    assert_eq!(lines[5], "4 directives of 4 other tools: 2 understood, 1 not needed here, 1 not understood");
    assert_eq!(std::fs::read_to_string(folder.path().join("page.md")).unwrap(), page);
    let json = super::program(folder.path(), &["migrate", ".", "--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let first = &json["documents"][0]["directives"][0];
    assert_eq!(
        (first["line"].as_u64(), first["made"].as_str(), first["says"].as_str()),
        (Some(1), Some("understood"), Some("skip"))
    );
    assert_eq!(json["summary"]["not_understood"], 1);
}
