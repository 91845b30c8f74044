//! Documents with wrong claims, and what `snipcheck fix` makes of them: pairs of files in the folders beside this one.
//!
//! `NAME.md` is the document, `NAME.fixed` what it becomes, `said.txt` what is said of what is left. Renew them with
//! `SNAPSHOTS=overwrite cargo test --test fix`, and read every difference.

mod refusals;
mod shapes;
mod shipped;

use std::fs::{self, read_to_string};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The folders with their options.
const FOLDERS: [(&str, &[&str]); 3] = [("safe", &[]), ("unsafe", &["--unsafe"]), ("insert", &["--insert"])];

/// The program in a folder, on the interpreter that all tests use.
fn fix(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
    command.current_dir(folder).arg("fix").args(arguments).stdin(Stdio::null());
    command.args(std::env::var("SNIPCHECK_PYTHON").ok().map(|python| format!("--python={python}")));
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "VIRTUAL_ENV", "CI"] {
        command.env_remove(name);
    }
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A file of its own in a fresh folder.
fn alone(name: &str, text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    (folder, path)
}

fn pairs(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fix").join(folder);
    let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let is_document = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "md" || ending == "mdx");
    let mut documents: Vec<PathBuf> = entries.filter(is_document).collect();
    documents.sort();
    assert!(!documents.is_empty(), "{folder:?}");
    documents
}

#[test]
fn documents_become_what_stands_beside_them() {
    for (folder, options) in FOLDERS {
        let place = tempfile::tempdir().unwrap();
        let name = |document: &Path| document.file_name().unwrap().to_owned();
        for document in pairs(folder) {
            fs::copy(&document, place.path().join(name(&document))).unwrap();
        }
        let output = fix(place.path(), &[&[".", "--write"], options].concat());
        for document in pairs(folder) {
            check(&document.with_extension("fixed"), &read_to_string(place.path().join(name(&document))).unwrap());
        }
        let beside = pairs(folder)[0].with_file_name("said.txt");
        check(&beside, &said(&output));
        let again = fix(place.path(), &[&[".", "--diff"], options].concat());
        assert!(again.stdout.is_empty(), "{folder}: a second run changes it again: {again:?}");
    }
}

fn check(expected: &Path, text: &str) {
    if std::env::var("SNAPSHOTS").is_ok_and(|how| how == "overwrite") {
        fs::write(expected, text).unwrap();
    }
    assert_eq!(text, read_to_string(expected).unwrap_or_default(), "{expected:?}");
}
