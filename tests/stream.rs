//! Documents stream: however many there are, only some are open, and the report is the one that would be written at once.

#[path = "common/python.rs"]
mod python;

use std::cell::Cell;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use python::interpreter;
use snipcheck::discover::documents::Loaded;
use snipcheck::extract::Format;
use snipcheck::flow::{self, Incoming, Prepared, Setup, Step};
use snipcheck::report::model::Report;
use snipcheck::report::terminal::{self, Detail, Options, Texts};
use snipcheck::report::{json, summary};
use snipcheck::run::Pool;
use snipcheck::text::Source;
use snipcheck::wire::{Limits, Policy};

fn prepared(name: &str, text: &str) -> Prepared {
    let loaded = Loaded { source: Source::new(name, text), format: Format::Markdown, sha256: String::new() };
    flow::prepare(loaded, &Limits::default(), &|_| true)
}

fn setup(workers: usize) -> Setup {
    let policy = Policy { level: None, readable: Vec::new() };
    Setup {
        interpreters: vec![interpreter()],
        policy,
        require: false,
        workers,
        rules_off: Default::default(),
        repeat: 0,
    }
}

#[test]
fn however_many_documents_there_are_only_some_are_open() {
    let long = format!("```text\n{}```\n", "Some words about nothing in particular.\n".repeat(25_000));
    let taken = Cell::new(0_usize);
    let mut documents = (0..60).map(|number| {
        taken.set(taken.get() + 1);
        prepared(&format!("{number}.md"), &format!("{long}\n```python\nprint({number})  # {number}\n```\n"))
    });
    let (mut done, mut open) = (Vec::new(), 0);
    let checked = flow::stream(&mut documents.by_ref().map(Incoming::from), &setup(2), &mut Pool, &mut |step| {
        if let Step::Done { place, source, .. } = step {
            assert_eq!(source.path, format!("{place}.md"));
            open = open.max(taken.get() - done.len());
            done.push(place);
        }
        ControlFlow::Continue(())
    });
    let checked = checked.expect("they can be checked");
    assert_eq!((checked.frame.summary.documents, checked.frame.summary.holds), (60, 60));
    done.sort_unstable();
    assert_eq!(done, (0..60).collect::<Vec<_>>());
    assert!(open < 30, "{open} documents of nearly a megabyte are open at a time");
}

#[test]
fn who_wants_no_more_gets_no_more() {
    let taken = Cell::new(0);
    let mut documents = (0..10_000).map(|number| {
        taken.set(taken.get() + 1);
        prepared(&format!("{number}.md"), "```python\nprint(1)  # 1\n```\n")
    });
    let stopped =
        flow::stream(&mut documents.by_ref().map(Incoming::from), &setup(1), &mut Pool, &mut |step| match step {
            Step::Done { .. } => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()),
        });
    stopped.expect("it can be stopped");
    assert!(taken.get() < 1_000, "{}", taken.get());
}

/// Checks documents by the program, from their own folder.
fn check(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
    command.args(["check", ".", "--python", &interpreter().executable]).args(arguments);
    command.current_dir(folder).stdin(Stdio::null()).env_remove("CLICOLOR_FORCE").output().expect("it runs")
}

/// Documents of every kind: the first takes longest, some fail, one is empty, one cannot be read.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &[u8]| std::fs::write(folder.path().join(name), text).expect("a document");
    write("00.md", b"```python\nimport time\ntime.sleep(0.3)\nprint(1)  # 2\n```\n");
    for number in 1..30 {
        let claimed = number % 7;
        write(
            &format!("{number:02}.md"),
            format!("```python\nprint({number})  # {claimed}\n```\n\nWords.\n").as_bytes(),
        );
    }
    write("30.md", b"");
    write("31.md", b"\xff");
    write("32.mdx", "```python\nopen('/x', 'w')\n```\n\n```python\nmissing_name\n```\n".as_bytes());
    folder
}

#[test]
fn the_report_is_the_one_that_would_be_written_at_once() {
    let folder = folder();
    let output = check(folder.path(), &["--format", "json"]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let report: Report = json::read(&text).expect("a report");
    assert_eq!(json::write(&report).expect("it can be written"), text);
    assert!(report.documents.iter().map(|document| &document.path).is_sorted());
    assert_eq!((report.documents.len(), report.unreadable.len()), (32, 1));
    assert_eq!(report.summary, summary::summarise(&report.documents));
    assert_eq!(output.status.code(), Some(summary::exit_status(&report, summary::FailOn::Fails).into()));

    let paths = report.documents.iter().map(|document| folder.path().join(&document.path));
    let sources: Vec<String> = paths.map(|path: PathBuf| std::fs::read_to_string(path).expect("text")).collect();
    let paths = report.documents.iter().map(|document| document.path.as_str());
    let texts: Texts<'_> = paths.zip(sources.iter().map(String::as_str)).collect();
    for (argument, detail) in [("--quiet", Detail::Quiet), ("--verbose", Detail::Verbose)] {
        let shown = String::from_utf8(check(folder.path(), &[argument]).stdout).expect("UTF-8");
        assert_eq!(shown, terminal::render(&report, &texts, Options { detail, ..Options::default() }));
    }
}

#[test]
fn a_report_without_documents_is_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.md"), b"\xff").expect("a document");
    let output = check(folder.path(), &["--format", "json"]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let report: Report = json::read(&text).expect("a report");
    assert_eq!(json::write(&report).expect("it can be written"), text);
    assert_eq!((report.documents.len(), report.unreadable.len(), output.status.code()), (0, 1, Some(3)));
}
