//! All shipped documents: mended, they hold, and nothing but claimed texts has changed in them.

use std::fs::{self, read_to_string};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::{fix, said};

/// Paths of Pythons of different versions.
pub fn pythons() -> Vec<String> {
    let found = |minor: u32| {
        let name = format!("python3.{minor}");
        let runs = Command::new(&name).arg("-c").arg("pass").output().is_ok_and(|output| output.status.success());
        runs.then_some(name)
    };
    (9..=14).filter_map(found).collect()
}

fn report(folder: &Path) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
    command.current_dir(folder).args(["check", "docs", "--format", "json"]).env_remove("VIRTUAL_ENV");
    command.args(std::env::var("SNIPCHECK_PYTHON").ok().map(|python| format!("--python={python}")));
    serde_json::from_slice(&command.output().unwrap().stdout).unwrap()
}

/// The documents' claims with these verdicts: path, line, expected text, form, strength.
fn claims<'a>(report: &'a Value, verdicts: &[&str]) -> Vec<(&'a str, &'a Value)> {
    let documents = report["documents"].as_array().unwrap();
    let all = documents.iter().flat_map(|document| {
        let blocks =
            document["blocks"].as_array().unwrap().iter().flat_map(|block| block["claims"].as_array().unwrap());
        let path = document["path"].as_str().unwrap();
        blocks.chain(document["claims"].as_array().unwrap()).map(move |claim| (path, claim))
    });
    all.filter(|(_, claim)| verdicts.contains(&claim["verdict"].as_str().unwrap())).collect()
}

#[test]
fn shipped_documents_hold_when_they_are_mended() {
    let place = tempfile::tempdir().unwrap();
    let docs = place.path().join("docs");
    fs::create_dir(&docs).unwrap();
    let snippets = Path::new(env!("CARGO_MANIFEST_DIR")).join("snippets");
    for entry in snippets.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
        // Nothing can be mended there, and it takes its time.
        if ["never-ends.md", "code-that-hangs.md"].iter().any(|slow| entry.ends_with(slow)) {
            continue;
        }
        fs::copy(&entry, docs.join(entry.file_name().unwrap())).unwrap();
    }
    let before = report(place.path());
    let output = fix(place.path(), &["docs", "--write", "--unsafe"]);
    let after = report(place.path());

    // What still fails is what was said to be left, claim by claim.
    let said = said(&output);
    for (path, claim) in claims(&after, &["fails", "varies"]) {
        let place = format!("{path}:{}: ", claim["line"]);
        assert!(said.contains(&place), "{place} fails, and nothing was said of it:\n{said}");
    }
    let (failed, fails) = (claims(&before, &["fails"]).len(), claims(&after, &["fails"]).len());
    println!("{failed} claims failed, {fails} do now");
    assert!(fails * 10 < failed, "{fails} of {failed} are left");

    // Nothing that held has ceased to.
    assert!(claims(&after, &["holds"]).len() >= claims(&before, &["holds"]).len() + failed - fails);

    // Only lines with a failing claim have changed.
    for document in before["documents"].as_array().unwrap() {
        let path = document["path"].as_str().unwrap();
        let old = read_to_string(snippets.join(Path::new(path).file_name().unwrap())).unwrap();
        let new = read_to_string(place.path().join(path)).unwrap();
        let failing: Vec<(u64, u64)> = claims(&before, &["fails"])
            .into_iter()
            .filter(|(other, _)| *other == path)
            .map(|(_, claim)| (claim["line"].as_u64().unwrap(), claim["end_line"].as_u64().unwrap()))
            .collect();
        assert_eq!(outside(&old, &new, &failing), Ok(()), "{path}");
    }
    assert!(fix(place.path(), &["docs", "--unsafe"]).stdout.is_empty(), "a second run changes something");
}

/// Whether the lines before, between and behind the failing claims stand in the new text, in their order, and the first
/// line of each claim begins as it did.
fn outside(old: &str, new: &str, failing: &[(u64, u64)]) -> Result<(), String> {
    let is_failing = |line: u64| failing.iter().any(|(from, to)| (*from..=*to).contains(&line));
    let mut rest = new;
    for (number, line) in (1..).zip(old.split_inclusive('\n')) {
        if is_failing(number) {
            continue;
        }
        // Behind a claim, which may have become longer or shorter.
        let skipped = match is_failing(number - 1) {
            true => rest.split_inclusive('\n').take_while(|other| *other != line).map(str::len).sum(),
            false => 0,
        };
        let at = rest.get(skipped..).filter(|at| at.starts_with(line));
        rest = &at.ok_or_else(|| format!("line {number} has changed: {line:?}"))?[line.len()..];
    }
    Ok(())
}
