//! `watch`, driven as a person drives it: documents are changed, and what it says is read until it waits again.

#[path = "common/python.rs"]
mod python;

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use python::interpreter;

/// How long it may take to say something, on the slowest of machines.
const PATIENCE: Duration = Duration::from_secs(120);

/// A program that watches a folder.
struct Watched {
    folder: tempfile::TempDir,
    child: Child,
    lines: Receiver<String>,
}

impl Watched {
    fn new(documents: &[(&str, &str)], arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("docs")).unwrap();
        for (name, text) in documents {
            fs::write(folder.path().join("docs").join(name), text).unwrap();
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
        command.args(["watch", ".", "--python", &interpreter().executable]).args(arguments);
        command.current_dir(folder.path().join("docs")).env("SNIPCHECK_CACHE_DIR", folder.path().join("kept"));
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = mpsc::channel();
        let output = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { folder, child, lines }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("docs").join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// All that it says until it waits again.
    fn says(&self) -> String {
        let mut said = String::new();
        loop {
            let line = self.lines.recv_timeout(PATIENCE).unwrap_or_else(|error| panic!("{error} after {said:?}"));
            said += &format!("{line}\n");
            if line.ends_with("; waiting for changes") {
                return said;
            }
        }
    }

    /// What it says until it has said this: an editor's change may be seen in two steps.
    fn says_in_the_end(&self, text: &str) -> String {
        loop {
            let said = self.says();
            if said.contains(text) {
                return said;
            }
        }
    }

    fn press_ctrl_c(&self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn block(code: &str) -> String {
    format!("# Page\n\n```python\n{code}\n```\n")
}

#[test]
fn a_changed_document_is_checked_again_and_comes_first() {
    let watched = Watched::new(&[("a.md", &block("1 + 1  # 3")), ("b.md", &block("2 + 2  # 4"))], &[]);
    let first = watched.says();
    assert!(first.contains("1 + 1  # 3") && first.contains("2 documents, 2 claims, checked "), "{first}");
    assert!(!first.contains('\u{1b}'), "there is no screen to be kept in order: {first}");
    watched.write("b.md", &block("2 + 2  # 5"));
    let second = watched.says_in_the_end("# 5");
    assert!(second.starts_with("changed: b.md\n"), "{second}");
    assert!(second.find("2 + 2").unwrap() < second.find("1 + 1").unwrap(), "{second}");
    watched.write("a.md", &block("1 + 1  # 2"));
    let third = watched.says_in_the_end("changed: a.md\n");
    assert!(third.contains("2 + 2") && !third.contains("1 + 1"), "{third}");
}

#[test]
fn documents_come_and_go() {
    let watched = Watched::new(&[("a.md", &block("0 + 1  # 1"))], &["--quiet"]);
    assert!(watched.says().contains("1 document, 1 claim"));
    watched.write("b.md", &block("0 + 2  # 3"));
    let said = watched.says_in_the_end("2 documents, 2 claims");
    assert!(said.contains("0 + 2  # 3"), "{said}");
    // As most editors save: a new file takes the name.
    watched.write("b.md.new", &block("0 + 2  # 2"));
    fs::rename(watched.path("b.md.new"), watched.path("b.md")).unwrap();
    let said = watched.says_in_the_end("changed: b.md");
    assert!(!said.contains("# 3"), "{said}");
    fs::rename(watched.path("b.md"), watched.path("c.md")).unwrap();
    watched.says_in_the_end("changed: c.md");
    fs::create_dir(watched.path("more")).unwrap();
    fs::write(watched.path("more/d.md"), block("0 + 4  # 4")).unwrap();
    watched.says_in_the_end("3 documents, 3 claims");
    fs::write(watched.path("more/d.md"), block("0 + 4  # 5")).unwrap();
    watched.says_in_the_end("0 + 4  # 5");
    fs::remove_dir_all(watched.path("more")).unwrap();
    watched.says_in_the_end("2 documents, 2 claims");
    fs::remove_file(watched.path("a.md")).unwrap();
    fs::remove_file(watched.path("c.md")).unwrap();
    watched.says_in_the_end("could not be checked");
    watched.write("a.md", &block("0 + 1  # 2"));
    watched.says_in_the_end("0 + 1  # 2");
}

#[test]
fn what_has_not_changed_does_not_run() {
    // What asks a clock is kept for no other run; here it is only looked at when the document changes.
    let clock = block("import time\ntime.time() > 0  # True");
    let watched = Watched::new(&[("a.md", &clock), ("b.md", &block("0 + 1  # 1"))], &[]);
    watched.says();
    watched.write("b.md", &block("0 + 2  # 2"));
    watched.says_in_the_end("changed: b.md");
    let mut stats = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
    stats.args(["cache", "stats"]).env("SNIPCHECK_CACHE_DIR", watched.folder.path().join("kept"));
    let stats = String::from_utf8(stats.output().unwrap().stdout).unwrap();
    assert!(stats.contains("knew 1 of 2 documents, and 0 of 1 runs"), "{stats}");
}

/// Programs in the background of a shell inherit that Ctrl-C is not for them.
fn interrupts_are_ignored() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask & 0b10 != 0)
}

#[test]
fn ctrl_c_ends_it_at_once() {
    if interrupts_are_ignored() {
        return println!("skipped: whoever runs this ignores Ctrl-C, and so would `watch`");
    }
    let check = |document: &str, expect: &str| {
        let mut watched = Watched::new(&[("a.md", document)], &["--timeout", "off", "--no-cache"]);
        if !expect.is_empty() {
            watched.says_in_the_end(expect);
        }
        watched.press_ctrl_c();
        let status = watched.child.wait().unwrap();
        // Before it listens, the signal itself ends it.
        let early = expect.is_empty() && status.signal() == Some(2);
        assert!(status.code() == Some(130) || early, "{document:?}: {status:?}");
    };
    check(&block("0 + 1  # 1"), "1 document, 1 claim");
    check("No blocks.\n", "1 document, 0 claims");
    check(&block("while True: pass"), "");
}

#[test]
fn what_cannot_be_watched_is_told() {
    let check = |arguments: &[&str], says: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
        let output = command.arg("watch").args(arguments).stdin(Stdio::null()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(says), "{arguments:?}: {said}");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    };
    check(&["-"], "standard input cannot be watched");
    check(&["README.md", "--format", "json"], "the terminal's report alone");
    check(&["no-such-folder"], "no file or folder");
}
