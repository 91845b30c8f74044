//! Directives: where they are found and what they reach, what they do to a run, and the page that explains them.

mod page;
mod places;
mod runs;

use std::path::Path;
use std::process::{Command, Output, Stdio};

use snipcheck::report::json;
use snipcheck::report::model::Report;

/// The Python that tests run on.
fn python() -> String {
    std::env::var("SNIPCHECK_PYTHON").unwrap_or_else(|_| "python3".into())
}

/// Runs the program in a folder.
fn program(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    command.env_remove("VIRTUAL_ENV").env_remove("CLICOLOR_FORCE").output().unwrap()
}

/// The report of a page, and the exit code.
fn check(text: &str, options: &[&str]) -> (Report, i32) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("page.md"), text).unwrap();
    check_in(folder.path(), options)
}

/// The same for `page.md` in a folder.
fn check_in(folder: &Path, options: &[&str]) -> (Report, i32) {
    let python = python();
    let arguments = [&["check", "page.md", "--format", "json", "--python", &python], options].concat();
    let output = program(folder, &arguments);
    let text = String::from_utf8(output.stdout).unwrap();
    let report = json::read(&text).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    (report, output.status.code().unwrap())
}
