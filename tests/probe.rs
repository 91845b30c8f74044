//! The Python half of the worker, on every CPython that this machine has: `tests/probe/*.py` holds the cases.
//!
//! Knows nothing of the sandbox and the wire: the cases are harmless and run in a forked child of a plain interpreter.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The versions that the probe promises to run on.
const VERSIONS: [&str; 6] = ["3.9", "3.10", "3.11", "3.12", "3.13", "3.14"];

#[test]
fn every_case_holds_on_every_interpreter() {
    let found = interpreters();
    for version in VERSIONS.iter().filter(|&&version| !found.contains_key(version)) {
        eprintln!("skipped: no Python {version} on this machine");
    }
    assert!(!found.is_empty(), "no Python of 3.9 or later was found");
    let failures: Vec<String> = found.values().filter_map(|python| failure(python)).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What the cases said on an interpreter where they did not all hold.
fn failure(python: &Path) -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = Command::new(python)
        .arg("-B")
        .arg(root.join("tests/probe/harness.py"))
        .arg(root.join("src/worker/probe"))
        .output()
        .expect("an interpreter that has just told its version starts");
    let said = [run.stdout, run.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    eprint!("{}", said[0]);
    (!run.status.success()).then(|| format!("{}:\n{}", python.display(), said.concat()))
}

/// One interpreter for each version, by its minor version.
fn interpreters() -> BTreeMap<String, PathBuf> {
    let names = VERSIONS.iter().map(|version| PathBuf::from(format!("python{version}")));
    let candidates = names.chain([PathBuf::from("python3")]).chain(pyenv());
    let mut found = BTreeMap::new();
    for python in candidates {
        if let Some(version) = version_of(&python).filter(|version| VERSIONS.contains(&version.as_str())) {
            found.entry(version).or_insert(python);
        }
    }
    found
}

/// All that `pyenv`, where there is one, has installed.
fn pyenv() -> Vec<PathBuf> {
    let Some(versions) = answer(Path::new("pyenv"), &["versions", "--bare"]) else { return Vec::new() };
    let prefixes = versions.lines().filter_map(|version| answer(Path::new("pyenv"), &["prefix", version.trim()]));
    prefixes.map(|prefix| Path::new(&prefix).join("bin/python")).collect()
}

fn version_of(python: &Path) -> Option<String> {
    let ask = "import sys; print(sys.implementation.name, '%d.%d' % sys.version_info[:2])";
    answer(python, &["-c", ask])?.strip_prefix("cpython ").map(str::to_owned)
}

/// What a program prints, where it exists and succeeds.
fn answer(program: &Path, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned())
}
