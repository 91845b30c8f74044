//! Which file is read, and that what it says is done.

use crate::project::{DIGITS, Project, shown};

#[test]
fn a_bare_check_takes_what_the_file_says_from_any_folder() {
    let project = Project::new(&[
        ("snipcheck.toml", "paths = [\"README.md\", \"docs\"]\nexclude = [\"old/\"]\n"),
        ("README.md", DIGITS),
        ("docs/guide/a.md", DIGITS),
        ("docs/old/b.md", DIGITS),
        ("other.md", DIGITS),
    ]);
    assert_eq!(project.listed(".", &[]), ["README.md", "docs/guide/a.md"]);
    assert_eq!(project.listed("docs", &[]), ["../README.md", "guide/a.md"]);
    assert_eq!(project.listed(".", &["."]), ["README.md", "docs/guide/a.md", "other.md"]);
    let ran = project.run(&["check"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stdout.contains("2 documents · 2 blocks"), "{}", ran.stdout);
}

#[test]
fn the_nearest_file_counts_and_others_can_be_named() {
    let project = Project::new(&[
        ("pyproject.toml", "[tool.snipcheck]\njobs = 1\n"),
        ("docs/pyproject.toml", "[tool.other]\nx = 1\n"),
        ("site/snipcheck.toml", "jobs = 2\n"),
        ("site/pyproject.toml", "[tool.snipcheck]\njobs = 3\n"),
        ("ci/other.toml", "jobs = 4\n"),
        ("docs/a.md", ""),
        ("site/a.md", ""),
    ]);
    let check = |folder: &str, arguments: &[&str], expect: &str| {
        assert_eq!(shown(&project, folder, arguments, "jobs"), expect, "{folder} {arguments:?}");
    };
    check(".", &[], "jobs = 1 # pyproject.toml:2");
    check("docs", &[], "jobs = 1 # ../pyproject.toml:2");
    check("site", &[], "jobs = 2 # snipcheck.toml:1");
    check(".", &["site/a.md"], "jobs = 2 # site/snipcheck.toml:1");
    check(".", &["site/a.md", "docs/a.md"], "jobs = 1 # pyproject.toml:2");
    check(".", &["--config", "ci/other.toml"], "jobs = 4 # ci/other.toml:1");
    check("site", &["--config", "pyproject.toml"], "jobs = 3 # pyproject.toml:2");
    assert!(shown(&project, ".", &["--no-config"], "jobs").ends_with("# default: the number of cores"));
    project.write("ci/other.toml", "paths = [\"raedme.md\"]");
    project.write("ci/readme.md", "");
    project
        .refuses(&["check", "--config", "ci/other.toml"], &["ci/other.toml:1:9: there is no file", "`ci/readme.md`?"]);
    project.refuses(&["check", "--config", "no/such.toml"], &["cannot read `no/such.toml`"]);
    project.refuses(&["check", "--config", "docs/pyproject.toml"], &["has no configuration", "[tool.snipcheck]"]);
    project.refuses(&["check", "--config", "docs"], &["cannot read `docs`"]);
}

#[test]
fn what_is_left_out_can_be_named_unless_that_is_forced() {
    let project = Project::new(&[
        ("snipcheck.toml", "exclude = [\"old/\"]\n[[overrides]]\npaths = \"draft.md\"\nskip = true\n"),
        ("a.md", DIGITS),
        ("b.mdx", DIGITS),
        ("draft.md", DIGITS),
        ("old/c.md", DIGITS),
    ]);
    assert_eq!(project.listed(".", &["."]), ["a.md", "b.mdx"]);
    assert_eq!(project.listed(".", &["**/*.md"]), ["a.md"]);
    assert_eq!(project.listed(".", &["old/c.md", "./draft.md"]), ["draft.md", "old/c.md"]);
    assert_eq!(project.listed(".", &[".", "--exclude", "a.md"]), ["b.mdx", "old/c.md"]);
    assert_eq!(project.listed(".", &[".", "--include", "*.mdx"]), ["b.mdx"]);
    assert_eq!(project.listed("old", &[".", "--exclude", "x", "--include", "/c.md"]), ["c.md"]);
    assert_eq!(project.listed(".", &["a.md", "draft.md", "--force-exclude"]), ["a.md"]);
    project.refuses(&["check", "old"], &["no document is found", "`exclude`"]);
    let ran = project.run(&["check", "draft.md", "--force-exclude"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    project.refuses(&["check", ".", "--exclude", "a{"], &["the pattern `a{` cannot be read"]);
}

#[test]
fn some_documents_have_rules_and_limits_of_their_own() {
    let slow = "```python\nimport time\ntime.sleep(3)\nprint(1)  # 1\n```\n";
    let project = Project::new(&[
        (
            "snipcheck.toml",
            "without-rule = [\"digits\"]\n\
             [[overrides]]\npaths = [\"docs/loose/**\"]\nwithout-rule = []\n\
             [[overrides]]\npaths = [\"docs/slow.md\"]\ntimeout = \"200ms\"\n",
        ),
        ("docs/a.md", DIGITS),
        ("docs/loose/b.md", DIGITS),
        ("docs/slow.md", slow),
    ]);
    let ran = project.run(&["check", "docs", "--format", "json"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let verdicts: Vec<(&str, &str)> = report["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|document| {
            (document["path"].as_str().unwrap(), document["blocks"][0]["claims"][0]["verdict"].as_str().unwrap())
        })
        .collect();
    assert_eq!(verdicts, [("docs/a.md", "fails"), ("docs/loose/b.md", "holds"), ("docs/slow.md", "undecidable")]);
    assert_eq!(report["documents"][2]["blocks"][0]["runs"][0]["outcome"], "timed_out", "{}", ran.stdout);
    let explained = |place: &str| project.run(&["explain", place]).stdout;
    assert_ne!(
        explained("docs/a.md:2").replace("docs/a.md", ""),
        explained("docs/loose/b.md:2").replace("docs/loose/b.md", "")
    );
    let ran = project.run(&["check", "docs", "--strict", "--timeout", "30s", "--quiet"]);
    assert!(ran.stdout.contains("docs/loose/b.md") && !ran.stdout.contains("timed out"), "{}", ran.stdout);
}

#[test]
fn a_report_is_written_beside_the_file_that_asks_for_it() {
    let project = Project::new(&[
        ("snipcheck.toml", "paths = \"a.md\"\nformat = [\"json=report.json\", \"terminal\"]\n"),
        ("a.md", DIGITS),
        ("sub/x", ""),
    ]);
    let ran = project.run_in("sub", &["check"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(project.read("report.json").contains("\"../a.md\""));
    let ran = project.run(&["check", "--format", "html=page.html"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(project.path("page.html").is_file());
}

#[test]
fn what_counts_as_a_failure_can_be_said_of_some_documents() {
    let open = "```python\nimport nothing_of_that_name\nx = 1\nx + nothing_of_that_name.y  # 3\n```\n";
    let project = Project::new(&[
        ("snipcheck.toml", "[[overrides]]\npaths = \"strict.md\"\nfail-on = \"undecidable\"\n"),
        ("loose.md", open),
        ("strict.md", open),
    ]);
    let check = |arguments: &[&str], code: i32, says: &[&str]| {
        let ran = project.run(arguments);
        assert_eq!((ran.code, ran.stderr.as_str()), (code, ""), "{arguments:?}: {}", ran.stdout);
        assert!(!ran.stdout.contains("loose.md"), "{arguments:?}: {}", ran.stdout);
        for part in says {
            assert!(ran.stdout.contains(part), "{arguments:?}: no {part:?} in {}", ran.stdout);
        }
    };
    check(&["check", "."], 1, &["strict.md:4:", "✗ 1 claim undecidable\n"]);
    check(&["check", ".", "--format", "github"], 1, &["::error file=strict.md,line=4"]);
    check(&["check", ".", "--fail-on", "soft"], 0, &["2 undecidable"]);
    check(&["check", ".", "--format", "json=report.json", "--quiet"], 1, &["strict.md:4:"]);
    check(&["report", "report.json"], 1, &["strict.md:4:", "✗ 1 claim undecidable\n"]);
    let saved: serde_json::Value = serde_json::from_str(&project.read("report.json")).unwrap();
    assert_eq!(saved["documents"][0].get("fail_on"), None);
    assert_eq!(saved["documents"][1]["fail_on"], "undecidable");
}

#[test]
fn fix_holds_documents_to_what_check_holds_them_to() {
    let file = "paths = [\"a.md\", \"b.md\"]\n[[overrides]]\npaths = \"a.md\"\nstrict = true\n";
    let project = Project::new(&[("snipcheck.toml", file), ("a.md", DIGITS), ("b.md", DIGITS)]);
    let check = |arguments: &[&str], code: i32, a: &str| {
        let ran = project.run(&[&["fix", "--write"], arguments].concat());
        assert_eq!((ran.code, project.read("a.md").as_str()), (code, a), "{arguments:?}: {ran:?}");
        assert_eq!(project.read("b.md"), DIGITS, "{arguments:?}: {ran:?}");
    };
    check(&["--no-config"], 2, DIGITS);
    check(&["--no-config", "a.md"], 0, DIGITS);
    check(&[], 0, "```python\n0.1 + 0.2  # 0.30000000000000004\n```\n");
}
