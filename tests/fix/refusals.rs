//! When nothing is written, and with which exit code each run ends.

use std::fs::{Permissions, read_to_string};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;

use super::{alone, fix, said};

const WRONG: &str = "```python\n2 + 2  # 5\n```\n";
const RIGHT: &str = "```python\n2 + 2  # 4\n```\n";

#[test]
fn the_exit_code_says_what_is_left() {
    let check = |text: &str, arguments: &[&str], code: i32, after: &str| {
        let (folder, path) = alone("a.md", text);
        let output = fix(folder.path(), &[&["a.md"], arguments].concat());
        assert_eq!(output.status.code(), Some(code), "{text:?} {arguments:?} {output:?}");
        assert_eq!(read_to_string(path).unwrap(), after);
    };
    let turns = "```python\n1 > 2  # True\n```\n";
    check(RIGHT, &[], 0, RIGHT);
    check(WRONG, &[], 1, WRONG);
    check(WRONG, &["--diff"], 1, WRONG);
    check(WRONG, &["--write"], 0, RIGHT);
    check(turns, &["--write"], 1, turns);
    check(turns, &["--write", "--unsafe"], 0, "```python\n1 > 2  # False\n```\n");
    check(WRONG, &["--write", "--diff"], 2, WRONG);
}

#[test]
fn a_difference_is_a_patch() {
    let (folder, _) = alone("a.md", WRONG);
    let output = fix(folder.path(), &["a.md"]);
    let patch = "--- a.md\n+++ a.md\n@@ -1,3 +1,3 @@\n ```python\n-2 + 2  # 5\n+2 + 2  # 4\n ```\n";
    assert_eq!(String::from_utf8(output.stdout.clone()).unwrap(), patch);
    assert_eq!(said(&output), "would mend: 1 claim in 1 document; --write does it\n");
}

#[test]
fn builds_write_nothing_unless_forced() {
    let check = |arguments: &[&str], code: i32, after: &str| {
        let (folder, path) = alone("a.md", WRONG);
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_snipcheck"));
        let output = command.current_dir(folder.path()).args(["fix", "a.md"]).args(arguments).env("CI", "1");
        let output = output.output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?} {output:?}");
        assert_eq!(read_to_string(path).unwrap(), after);
    };
    check(&["--write"], 2, WRONG);
    check(&["--write", "--force"], 0, RIGHT);
    check(&[], 1, WRONG);
    check(&["--force"], 2, WRONG);
}

#[test]
fn a_document_that_cannot_be_written_keeps_no_other_from_it() {
    let (folder, path) = alone("a.md", WRONG);
    let other = folder.path().join("b.md");
    std::fs::write(&other, WRONG).unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_snipcheck"));
    command.current_dir(folder.path()).args(["fix", "a.md", "b.md", "--write"]).env_remove("CI");
    // Root may write to any file.
    if std::fs::metadata("/proc/self").unwrap().uid() == 0 {
        let nobody = 65534;
        command.uid(nobody).gid(nobody).env_remove("HOME").env("SNIPCHECK_CACHE_DIR", "");
        for path in [folder.path(), &path, &other] {
            chown(path, Some(nobody), Some(nobody)).unwrap();
        }
    }
    std::fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(said(&output).contains("error: cannot write `a.md`"), "{output:?}");
    assert!(said(&output).contains("mended: 1 claim in 1 document\n"), "{output:?}");
    assert_eq!((read_to_string(&path).unwrap(), read_to_string(&other).unwrap()), (WRONG.into(), RIGHT.into()));
}

#[test]
fn only_what_is_named_is_mended() {
    let two = format!("# One\n\n{WRONG}\n# Two\n\n{WRONG}\n`3 + 3` is `7`.\n");
    let check = |only: &str, after: &str| {
        let (folder, path) = alone("a.md", &two);
        fix(folder.path(), &["a.md", "--write", "--only", only]);
        assert_eq!(read_to_string(path).unwrap(), after, "{only}");
    };
    check("4", &format!("# One\n\n{RIGHT}\n# Two\n\n{WRONG}\n`3 + 3` is `7`.\n"));
    check("two", &format!("# One\n\n{WRONG}\n# Two\n\n{RIGHT}\n`3 + 3` is `7`.\n"));
}

#[test]
fn what_differs_between_pythons_is_left() {
    let (folder, path) = alone("a.md", "```python\nimport sys\nsys.version_info[:2]  # (2, 7)\n```\n");
    let before = read_to_string(&path).unwrap();
    let pythons = super::shipped::pythons();
    let [one, other, ..] = pythons.as_slice() else {
        eprintln!("skipped: there is only one version of Python here");
        return;
    };
    let output = fix(folder.path(), &["a.md", "--write", "--python", one, "--python", other]);
    assert!(said(&output).contains("something else comes out on each Python"), "{output:?}");
    assert_eq!(read_to_string(&path).unwrap(), before);
}

#[test]
fn a_document_may_ask_for_as_much_as_under_check() {
    let page = |sum: u8| {
        let code = format!("import os\nfiles = [os.dup(1) for _ in range(40)]\n2 + 2  # {sum}");
        format!("<!-- snipcheck: open-files=64 -->\n```python\n{code}\n```\n")
    };
    let check = |arguments: &[&str], after: &str| {
        let (folder, path) = alone("a.md", &page(5));
        fix(folder.path(), &[&["a.md", "--write", "--open-files", "32"], arguments].concat());
        assert_eq!(read_to_string(path).unwrap(), after, "{arguments:?}");
    };
    check(&[], &page(5));
    check(&["--raise-limits", "2"], &page(4));
}
