//! Reports as their user meets them: several at once, each in its place; saved ones shown again or joined.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const WRONG: &str = "# Page\n\n```python\n1 + 1  # 3\n```\n";
const RIGHT: &str = "# Page\n\n```python\n1 + 1  # 2\n```\n";

/// A folder with two documents, and the program in it.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        place.write("wrong.md", WRONG);
        place.write("right.md", RIGHT);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn names(&self) -> Vec<String> {
        let entries = self.0.path().read_dir().unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
        command.args(arguments.split_whitespace()).current_dir(self.0.path()).stdin(Stdio::null());
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "GITHUB_STEP_SUMMARY"] {
            command.env_remove(name);
        }
        if let Some(python) = std::env::var_os("SNIPCHECK_PYTHON").filter(|_| arguments.starts_with("check")) {
            command.arg("--python").arg(python);
        }
        command
    }

    /// Its exit code, standard output and standard error.
    fn run(&self, arguments: &str) -> (i32, String, String) {
        told(self.command(arguments).output().unwrap())
    }

    /// It is refused before anything is written, with these words.
    fn refuse(&self, arguments: &str, says: &[&str]) {
        let before = self.names();
        let (code, stdout, stderr) = self.run(arguments);
        assert_eq!((code, stdout.as_str()), (2, ""), "{arguments}: {stderr}");
        for part in says {
            assert!(stderr.contains(part), "{arguments} does not say {part:?}: {stderr}");
        }
        assert_eq!(self.names(), before, "{arguments}");
    }
}

fn told(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn each_report_goes_to_its_place() {
    let place = Place::new();
    let files =
        "--format html=r.html --format junit=r.xml --format sarif=r.sarif --format json=r.json --format markdown=r.md";
    let (code, stdout, stderr) = place.run(&format!("check wrong.md right.md {files}"));
    assert_eq!((code, stderr.as_str()), (1, ""));
    assert!(stdout.contains("error[fails]: the value is different"), "{stdout}");
    assert!(place.read("r.html").ends_with("</html>\n"));
    assert!(place.read("r.xml").ends_with("</testsuites>\n"));
    assert_eq!(json(&place.read("r.sarif"))["runs"][0]["results"][0]["ruleId"], "fails");
    assert_eq!(json(&place.read("r.json"))["documents"].as_array().unwrap().len(), 2);
    assert!(place.read("r.md").contains("| wrong.md | 1 | 0 | 1 | 0 | 0 |"));
    assert_eq!(place.names(), ["r.html", "r.json", "r.md", "r.sarif", "r.xml", "right.md", "wrong.md"]);
}

#[test]
fn the_format_without_a_file_goes_to_the_output_or_is_shown() {
    let place = Place::new();
    let (_, stdout, _) = place.run("check wrong.md --format json --format html=r.html");
    assert_eq!(json(&stdout)["summary"]["fails"], 1);
    let (_, stdout, _) = place.run("check wrong.md --format markdown --format html=r.html --output out.md");
    assert_eq!(stdout, "");
    assert!(place.read("out.md").starts_with("# snipcheck\n\n✗ **1 finding**\n"));
}

#[test]
fn what_cannot_be_meant_is_refused_before_the_run() {
    let place = Place::new();
    let check = |arguments: &str, says: &[&str]| place.refuse(&format!("check wrong.md {arguments}"), says);
    check("--format htlm", &["'htlm'", "did you mean `html`?"]);
    check("--format html=", &["the file is missing behind `=`"]);
    check("--format json --format html", &["`json` and `html` cannot both", "`--format html=FILE`"]);
    check("--format json=a --output b", &["every format has one", "`--format terminal=b`"]);
    check("--format json=a --format html=./a", &["two reports would be written to `./a`"]);
    check("--format json=a --format html=no/such/b", &["cannot write to `no/such/b`", "is not there"]);
}

#[test]
fn annotations_come_with_a_summary_where_github_wants_one() {
    let place = Place::new();
    place.write("summary.md", "Before.\n");
    let run = |arguments: &str| {
        let mut command = place.command(arguments);
        told(command.env("GITHUB_STEP_SUMMARY", place.path("summary.md")).output().unwrap())
    };
    let (code, stdout, stderr) = run("check wrong.md --format github");
    assert_eq!((code, stderr.as_str()), (1, ""));
    assert!(stdout.starts_with("::error file=wrong.md,line=4,") && stdout.lines().count() == 1, "{stdout}");
    assert!(place.read("summary.md").starts_with("Before.\n# snipcheck\n\n✗ **1 finding**"));
    run("check wrong.md --format json");
    assert_eq!(place.read("summary.md").matches("# snipcheck").count(), 1);
    let refused = place.command("check wrong.md --format github").env("GITHUB_STEP_SUMMARY", "no/such").output();
    let (code, stdout, stderr) = told(refused.unwrap());
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(stderr.contains("cannot write to `no/such`") && stderr.contains("GITHUB_STEP_SUMMARY"), "{stderr}");
}

/// What a report is made into later is what it would have been made into at once.
#[test]
fn a_saved_report_gives_the_same_reports() {
    let place = Place::new();
    let formats = ["terminal", "json", "html", "markdown", "junit", "sarif", "github"];
    let all = |name: &str| formats.map(|format| format!("--format {format}={name}.{format}")).join(" ");
    let (code, _, _) = place.run(&format!("check wrong.md right.md {}", all("first")));
    assert_eq!(code, 1);
    let (code, shown, stderr) = place.run(&format!("report first.json {}", all("second")));
    assert_eq!((code, stderr.as_str()), (1, ""));
    assert_eq!(shown, place.read("first.terminal"));
    for format in formats {
        assert_eq!(place.read(&format!("first.{format}")), place.read(&format!("second.{format}")), "{format}");
    }
}

#[test]
fn a_report_is_read_from_standard_input() {
    let place = Place::new();
    place.run("check right.md --format json=r.json");
    let mut command = place.command("report - --format markdown");
    let input = std::fs::File::open(place.path("r.json")).unwrap();
    let (code, stdout, _) = told(command.stdin(input).output().unwrap());
    assert_eq!(code, 0);
    assert!(stdout.contains("✓ Nothing is wrong."), "{stdout}");
}

#[test]
fn documents_that_have_changed_are_shown_without_their_lines() {
    let place = Place::new();
    place.run("check wrong.md right.md --format json=r.json");
    place.write("wrong.md", "# Another page\n");
    std::fs::remove_file(place.path("right.md")).unwrap();
    let (code, stdout, stderr) = place.run("report r.json --format html=r.html");
    assert_eq!(code, 1);
    assert_eq!(stderr, "note: shown without their lines, being not here or changed since: right.md, wrong.md\n");
    assert!(stdout.contains("at wrong.md:4:10\n  claimed: 3\n  it is 2") && !stdout.contains("1 + 1"), "{stdout}");
    assert!(!place.read("r.html").contains("Another page"));
}

#[test]
fn parts_are_joined_to_the_whole() {
    let place = Place::new();
    place.run("check right.md wrong.md --format json=whole.json");
    place.run("check wrong.md --format json=1.json");
    place.run("check right.md --format json=2.json");
    let (code, _, stderr) = place.run("report --merge 1.json 2.json --format json=joined.json");
    assert_eq!((code, stderr.as_str()), (1, ""));
    assert_eq!(place.read("joined.json"), place.read("whole.json"));
    place.refuse("report 1.json 2.json", &["several reports are named", "`--merge`"]);
    place.refuse("report --merge 1.json 2.json 1.json", &["the document wrong.md is both in `1.json` and in `1.json`"]);
    place.refuse("report --merge - 1.json -", &["standard input can be read but once"]);
}

#[test]
fn what_is_no_report_is_told() {
    let place = Place::new();
    place.refuse("report wrong.md", &["cannot read `wrong.md` as a report: it is not JSON", "--format json=FILE"]);
    place.refuse("report wrnog.md", &["there is no file or folder `wrnog.md`", "did you mean `wrong.md`?"]);
    place.refuse("report .", &["cannot read `.`"]);
    place.refuse("report", &["<FILE>..."]);
}

/// A report is data: it may name a pipe that nobody writes to.
#[test]
fn a_report_makes_nothing_wait() {
    let place = Place::new();
    place.run("check right.md --format json=r.json");
    let pipe = place.path("pipe.md");
    let made = Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|status| status.success()) || !Path::exists(&pipe) {
        return println!("skipped: no named pipe can be made here");
    }
    place.write("r.json", &place.read("r.json").replace("right.md", "pipe.md"));
    let (code, _, stderr) = place.run("report r.json");
    assert_eq!((code, stderr.matches("pipe.md").count()), (0, 1), "{stderr}");
}
