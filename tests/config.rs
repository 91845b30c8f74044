//! The configuration file as its user meets it: which one is read, what it does, what it must not do, how it is shown.

mod common;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A project on the disk.
struct Project(TempDir);

/// What a run of the program gave.
#[derive(Debug)]
struct Ran {
    code: i32,
    stdout: String,
    stderr: String,
}

/// A document with one claim that holds by a rule alone.
const DIGITS: &str = "```python\n0.1 + 0.2  # 0.3\n```\n";

impl Project {
    fn new(files: &[(&str, &str)]) -> Self {
        let project = Self(TempDir::new().unwrap());
        // Nothing above it counts.
        std::fs::create_dir(project.path(".git")).unwrap();
        for (name, text) in files {
            project.write(name, text);
        }
        project
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs the program in a folder of the project.
    fn run_in(&self, folder: &str, arguments: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
        command.args(arguments).current_dir(self.path(folder)).stdin(Stdio::null()).env("COLUMNS", "100");
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "VIRTUAL_ENV", "CI", "GITHUB_STEP_SUMMARY"] {
            command.env_remove(name);
        }
        let output = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        self.run_in(".", arguments)
    }

    /// The documents that a command reads there.
    fn listed(&self, folder: &str, arguments: &[&str]) -> Vec<String> {
        let ran = self.run_in(folder, &[&["list", "--format", "json"], arguments].concat());
        assert_eq!(ran.code, 0, "{arguments:?}: {ran:?}");
        let list: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let documents = list["documents"].as_array().unwrap().iter();
        documents.map(|document| document["path"].as_str().unwrap().to_owned()).collect()
    }

    /// The program refuses to go on, and says this.
    fn refuses(&self, arguments: &[&str], says: &[&str]) {
        let ran = self.run(arguments);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{arguments:?}: {ran:?}");
        for part in says {
            assert!(ran.stderr.contains(part), "{arguments:?} does not say {part:?}: {}", ran.stderr);
        }
    }
}

/// The value that is shown for a key.
fn shown(project: &Project, folder: &str, arguments: &[&str], key: &str) -> String {
    let ran = project.run_in(folder, &[&["config"], arguments].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    let line = ran.stdout.lines().find(|line| line.trim_start_matches("# ").starts_with(key));
    line.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

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
    assert_eq!(project.listed("docs", &[]), ["../README.md", "../docs/guide/a.md"]);
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
    assert_eq!(project.listed("old", &[".", "--include", "/c.md"]), Vec::<String>::new());
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
    let verdicts: Vec<(&str, &str)> = report["documents"].as_array().unwrap().iter().map(|document| {
        (document["path"].as_str().unwrap(), document["blocks"][0]["claims"][0]["verdict"].as_str().unwrap())
    }).collect();
    assert_eq!(verdicts, [("docs/a.md", "fails"), ("docs/loose/b.md", "holds"), ("docs/slow.md", "undecidable")]);
    assert_eq!(report["documents"][2]["blocks"][0]["runs"][0]["outcome"], "timeout", "{}", ran.stdout);
    let ran = project.run(&["check", "docs", "--strict", "--timeout", "30s", "--quiet"]);
    assert!(ran.stdout.contains("docs/loose/b.md") && !ran.stdout.contains("timed out"), "{}", ran.stdout);
}

#[test]
fn a_hostile_file_runs_and_writes_nothing() {
    let project = Project::new(&[("a.md", DIGITS), (".git/config", "kept"), ("sub/x", "")]);
    let evil = "#!/bin/sh\ntouch \"$(dirname \"$0\")/ran\"\nexit 1\n";
    for place in ["evil", "python3", "3.12/bin/python", "python3.12/bin/python", ".venv/bin/python"] {
        if place == "python3" {
            project.write("python3/bin/python", evil);
            continue;
        }
        project.write(place, evil);
    }
    common::make_executable(&project.path("evil"));
    for place in ["python3", "3.12", "python3.12", ".venv"] {
        common::make_executable(&project.path(place).join("bin/python"));
    }
    for says in [
        "python = \"./evil\"",
        "python = \"evil\"",
        "python = \".venv\"",
        "python = \"/bin/sh\"",
        "isolation = \"none\"",
        "isolation = \"seccomp\"",
        "require-isolation = \"seccomp\"",
        "memory = \"off\"",
        "timeout = 0",
        "processes = 100000",
        "jobs = 100000",
        "output = \"../stolen.json\"",
        "output = \".git/config\"",
        "format = [\"json=.git/x.json\"]",
        "paths = [\"../../../etc\"]",
        "paths = [\"-\"]",
    ] {
        project.write("snipcheck.toml", says);
        project.refuses(&["check", "a.md"], &["snipcheck.toml:1:"]);
    }
    // These name versions, and the folders of these names are none of them.
    for version in ["python3", "3"] {
        project.write("snipcheck.toml", &format!("python = \"{version}\""));
        let ran = project.run(&["check", "a.md"]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    assert_eq!(project.read(".git/config"), "kept");
    let ran = walk(project.0.path());
    assert!(!ran.iter().any(|file| file.ends_with("ran") || file.ends_with("stolen.json")), "{ran:?}");
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
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
fn all_that_is_wrong_is_told_at_once() {
    let project = Project::new(&[(
        "snipcheck.toml",
        "paths = [\"docs\", 3]\ntimout = \"5s\"\npython = 3.10\nfail-on = \"varys\"\nstrict = \"yes\"\n\
         isolation = \"none\"\nmemory = \"64G\"\n\n[[overrides]]\npaths = \"docs/old/**\"\njobs = 3\n",
    )]);
    let ran = project.run(&["check"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    insta::assert_snapshot!("config_errors", ran.stderr);
}

#[test]
fn what_is_shown_says_where_each_value_comes_from() {
    let project = Project::new(&[(
        "snipcheck.toml",
        "paths = [\"README.md\", \"docs\"]\npython = [\"3.9\", \"3.13\"]\njobs = 2\ntimeout = \"5s\"\n\n\
         [[overrides]]\npaths = [\"docs/old/**\"]\nskip = true\ntimeout = \"30s\"\n",
    )]);
    let ran = project.run(&["config", "--show", "--fail-on", "varies", "--timeout", "7s"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    insta::assert_snapshot!("config_show", ran.stdout);
    // It is a configuration that says the same.
    project.write("again/snipcheck.toml", &ran.stdout.replace("\"docs/old", "\"again/docs/old"));
    let again = project.run_in("again", &["config"]);
    assert_eq!(again.code, 0, "{again:?}");
}

#[test]
fn the_schema_in_the_repository_is_the_one_that_is_printed() {
    let project = Project::new(&[("snipcheck.toml", "this is wrong")]);
    let ran = project.run(&["config", "--schema"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/snipcheck.schema.json");
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        std::fs::write(&kept, &ran.stdout).unwrap();
    }
    let kept = std::fs::read_to_string(kept).unwrap();
    assert_eq!(kept, ran.stdout, "renew it: SNAPSHOTS=overwrite cargo test --test config schema");
}

/// The sections of docs/configuration.md: the key in the heading, and the example below it.
fn documented() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/configuration.md")).unwrap();
    let sections = text.split("\n### `").skip(1);
    let mut documented = Vec::new();
    for section in sections {
        let (key, rest) = section.split_once('`').unwrap();
        let example = rest.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
        documented.push((key.to_owned(), example.unwrap_or_else(|| panic!("{key} has no example")).to_owned()));
    }
    documented
}

#[test]
fn each_key_is_documented_with_an_example_that_works() {
    let project = Project::new(&[("README.md", DIGITS), ("docs/a.md", DIGITS)]);
    let keys = project.run(&["config"]).stdout;
    let keys = keys.lines().skip(1).map(|line| line.trim_start_matches("# ").split([' ', '=']).next().unwrap());
    let documented = documented();
    for key in keys.chain(["overrides"]) {
        assert!(documented.iter().any(|(known, _)| known == key), "docs/configuration.md lacks {key}");
    }
    for (key, example) in documented {
        project.write("snipcheck.toml", &example);
        let ran = project.run(&["config"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{key}: {ran:?}");
        let name = if key == "overrides" { "[[overrides]]" } else { &key };
        let is_set = |line: &str| line.starts_with(name) && line.contains("# snipcheck.toml:");
        assert!(ran.stdout.lines().any(is_set), "the example of {key} does not set it: {}", ran.stdout);
    }
}
