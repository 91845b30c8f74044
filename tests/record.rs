//! Records as their users meet them: made, compared with, renewed; by the real program on a real interpreter.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use snipcheck::report::json;
use snipcheck::report::model::{DriftReport, Drifted};

const PAGE: &str =
    "# Numbers\n\n```python\nx = [1, 2, 3]\nx[0]\nprint(sum(x))\n```\n\n## More\n\n```python\nint('x')\n```\n";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new(page: &str) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.write("page.md", page);
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path().join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let python = std::env::var("SNIPCHECK_PYTHON").unwrap_or_else(|_| "python3".into());
        self.run_plain(&[arguments, &["--python", &python]].concat())
    }

    fn run_in(&self, folder: &str, arguments: &[&str]) -> Output {
        Self::run_at(&self.path().join(folder), arguments)
    }

    fn run_plain(&self, arguments: &[&str]) -> Output {
        Self::run_at(self.path(), arguments)
    }

    fn run_at(folder: &Path, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
        command.args(arguments).current_dir(folder).stdin(Stdio::null());
        command.env_remove("VIRTUAL_ENV").env_remove("CLICOLOR_FORCE").output().unwrap()
    }

    /// Runs `record`; gives its last line, and whether it exited with 0.
    fn record(&self, arguments: &[&str]) -> (String, bool) {
        let output = self.run(&[&["record", "page.md"], arguments].concat());
        let text = String::from_utf8(output.stdout).unwrap();
        (text.lines().last().unwrap_or_default().to_owned(), output.status.success())
    }

    /// What drifted, by `check --against`.
    fn drift(&self) -> Vec<DriftReport> {
        let output = self.run(&["check", "page.md", "--against", "expected", "--format", "json"]);
        let mut report = json::read(&String::from_utf8(output.stdout).unwrap()).unwrap();
        let drift = report.documents.remove(0).drift;
        assert_eq!(report.summary.drifted, drift.len());
        if !drift.is_empty() {
            assert_eq!(output.status.code(), Some(1));
        }
        drift
    }

    /// Changes what is recorded, as an older Python might have.
    fn doctor(&self, was: &str, is: &str) {
        let name = "expected/page.md.record.json";
        let text = self.read(name);
        assert!(text.contains(was), "{text}");
        self.write(name, &text.replace(was, is));
    }
}

#[test]
fn a_record_is_a_page_with_what_each_block_did() {
    let folder = Folder::new(PAGE);
    assert_eq!(folder.record(&[]), ("1 new".to_owned(), true));
    let page = folder.read("expected/page.md.record.md");
    for line in [
        "## Block 1",
        "x = [1, 2, 3]",
        "- line 2: `1`",
        "6",
        "## Block 2 · More",
        "- line 1: raises `ValueError: invalid literal for int() with base 10: 'x'`",
    ] {
        assert!(page.lines().any(|other| other == line), "{line}\n{page}");
    }
}

#[test]
fn what_is_as_recorded_stays_as_it_is_wherever_it_stands_in_the_page() {
    let folder = Folder::new(PAGE);
    folder.record(&[]);
    let kept = folder.read("expected/page.md.record.json");
    folder.write("page.md", &format!("A sentence more.\n\n{PAGE}"));
    assert_eq!(folder.record(&[]), ("1 as recorded".to_owned(), true));
    assert_eq!(folder.read("expected/page.md.record.json"), kept);
    assert_eq!(folder.drift(), []);
}

#[test]
fn what_comes_out_otherwise_is_shown_until_it_is_accepted() {
    let check = |was: &str, is: &str, what: Drifted, line: usize, [recorded, now]: [&str; 2]| {
        let folder = Folder::new(PAGE);
        folder.record(&[]);
        folder.doctor(was, is);
        let drift = folder.drift();
        let [one] = drift.as_slice() else { panic!("{drift:?}") };
        assert_eq!((one.what, one.line), (what, line));
        assert_eq!((one.recorded.as_str(), one.now.as_str()), (recorded, now));
        let doctored = folder.read("expected/page.md.record.json");
        assert!(!folder.record(&[]).1);
        assert_eq!(folder.read("expected/page.md.record.json"), doctored);
        assert_eq!(folder.record(&["--accept"]), ("1 renewed".to_owned(), true));
        assert_eq!(folder.drift(), []);
    };
    check("\"stdout\": \"6\\n\"", "\"stdout\": \"7\\n\"", Drifted::Stdout, 4, ["7\n", "6\n"]);
    check("\"text\": \"1\"", "\"text\": \"0\"", Drifted::Value, 5, ["0", "1"]);
    check(
        "invalid literal",
        "no good literal",
        Drifted::Value,
        12,
        [
            "ValueError: no good literal for int() with base 10: 'x'",
            "ValueError: invalid literal for int() with base 10: 'x'",
        ],
    );
}

#[test]
fn a_block_that_is_new_edited_or_gone_is_told() {
    let check = |page: &str, expect: &[Drifted]| {
        let folder = Folder::new(PAGE);
        folder.record(&[]);
        folder.write("page.md", page);
        let drift: Vec<Drifted> = folder.drift().iter().map(|drift| drift.what).collect();
        assert_eq!(drift, expect, "{page}");
    };
    let (first, second) = PAGE.split_once("## More").unwrap();
    check(&PAGE.replace("x[0]", "x[1]"), &[Drifted::EditedBlock]);
    check(first, &[Drifted::GoneBlock]);
    check(&format!("{PAGE}\n## Last\n\n```python\n1\n```\n"), &[Drifted::NewBlock]);
    // Blocks may change places.
    check(&format!("## More{second}\n{first}"), &[]);
}

#[test]
fn what_differs_from_run_to_run_is_no_drift() {
    let folder = Folder::new("```python\nimport random\nrandom.random()\nprint(random.random())\nobject()\n```\n");
    folder.record(&[]);
    assert_eq!(folder.drift(), []);
    assert_eq!(folder.record(&[]), ("1 as recorded".to_owned(), true));
}

#[test]
fn a_document_without_a_record_fails_the_comparison() {
    let folder = Folder::new(PAGE);
    let output = folder.run(&["check", "page.md", "--against", "expected"]);
    assert_eq!(output.status.code(), Some(2), "a folder that is not there may be misspelt");
    std::fs::create_dir(folder.path().join("expected")).unwrap();
    assert_eq!(folder.drift().iter().map(|drift| drift.what).collect::<Vec<_>>(), [Drifted::NoRecord]);
}

#[test]
fn every_format_tells_of_drift() {
    let folder = Folder::new(PAGE);
    folder.record(&[]);
    folder.doctor("\"stdout\": \"6\\n\"", "\"stdout\": \"7\\n\"");
    for format in ["terminal", "html", "markdown", "junit", "sarif", "github"] {
        let output = folder.run(&["check", "page.md", "--against", "expected", "--format", format]);
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("it prints something else than recorded"), "{format}: {text}");
    }
}

#[test]
fn recorded_pages_are_no_documents() {
    let folder = Folder::new(PAGE);
    folder.record(&["--to", "kept"]);
    let listed = String::from_utf8(folder.run_plain(&["list", "."]).stdout).unwrap();
    assert!(listed.contains("page.md") && !listed.contains("record"), "{listed}");
}

#[test]
fn what_cannot_be_recorded_is_refused_with_the_reason() {
    let check = |arguments: &[&str], exit: i32, reason: &str| {
        let folder = Folder::new(PAGE);
        std::fs::create_dir_all(folder.path().join("docs/expected")).unwrap();
        folder.write("docs/page.md", PAGE);
        folder.write("docs/expected/page.md.record.json", "{}");
        let output = folder.run_in("docs", arguments);
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(exit), "{text}");
        assert!(text.contains(reason), "{text}");
    };
    check(&["record", "../page.md"], 2, "is not below this folder");
    check(&["record", "-"], 2, "is not below this folder");
    // Before a Python is looked for, and so before anything runs.
    check(&["record", "-", "--python", "no-such-python"], 2, "is not below this folder");
    check(&["check", "-", "--against", "expected"], 2, "is not below this folder");
    check(&["record", "page.md"], 3, "cannot read the record");
    check(&["record", "page.md", "--only", "5"], 2, "of whole documents");
}
