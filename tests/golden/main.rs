//! The shipped documents against the reports that they must give: `snippets/NAME.*` against `expected/NAME.json` and
//! `expected/NAME.txt` (all that `--verbose` shows).
//!
//! The reports are plain files, so that they can be read, and a change of theirs can be reviewed like any other. Renew
//! them on purpose with `SNAPSHOTS=overwrite cargo test --test golden`, and read every line of the difference.

mod check;
mod redact;

use std::collections::BTreeSet;
use std::path::Path;

use snapbox::Data;
use snapbox::assert::{Assert, DEFAULT_ACTION_ENV};
use snapbox::data::DataFormat;
use snipcheck::judge::{Outcome, Verdict};
use snipcheck::report::model::Report;
use snipcheck::report::terminal::{self, Detail, Options, Texts};
use snipcheck::report::{json, summary};

use check::Documents;

/// Documents whose report depends on the version, whatever is redacted. Their expected report is of two Pythons, and on
/// one alone the test asserts what the version makes true.
const BY_VERSION: [&str; 3] = ["newer-syntax", "varies-by-version", "version-words"];

#[test]
fn every_document_gives_the_expected_report() {
    let (documents, mut report) = (Documents::read(), check::on_each()[0].1.clone());
    redact::report(&mut report);
    let wanted = apart(&report).filter(|one| !BY_VERSION.contains(&name(one)));
    none(wanted.flat_map(|one| differences(&one, &documents)).collect());
}

/// Every file is of a document, and every document has its files: a missing one would be made by renewing.
#[test]
fn no_expected_report_is_left_over() {
    let report = Documents::read().names();
    let wanted: BTreeSet<String> =
        report.iter().flat_map(|name| [format!("{name}.json"), format!("{name}.txt")]).collect();
    assert_eq!(wanted.len(), report.len() * 2, "two documents have the same name");
    let entries = Path::new("expected").read_dir().expect("expected/ can be read");
    let there: BTreeSet<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(there, wanted);
}

#[test]
fn every_python_gives_the_same_report() {
    let same = |report: &Report| {
        let mut report = report.clone();
        redact::report(&mut report);
        report.documents.retain(|document| !BY_VERSION.contains(&stem(&document.path)));
        report.summary = summary::summarise(&report.documents);
        text(json::write(&report).expect("a report can be written"))
    };
    let assert = Assert::new();
    let (_, first) = &check::on_each()[0];
    let differ = check::on_each().iter().filter_map(|(python, report)| {
        let compared = assert.try_eq(Some(&python.version), same(report), same(first));
        compared.err().map(|error| error.to_string())
    });
    none(differ.collect());
}

#[test]
fn what_depends_on_the_version_is_told_by_version() {
    for (python, report) in check::on_each() {
        let find = |name| report.documents.iter().find(|document| stem(&document.path) == name).expect("it is shipped");
        let level = find("varies-by-version").blocks[0].claims[0].verdict;
        let expect = if python.minor >= (3, 11) { Verdict::Holds } else { Verdict::Fails };
        assert_eq!(level, expect, "{}", python.version);
        let ran = find("newer-syntax").blocks[0].runs[0].outcome;
        let expect = if python.minor >= (3, 10) { Outcome::Ok } else { Outcome::Skipped };
        assert_eq!(ran, expect, "{}", python.version);
    }
}

/// Where both an old and a new Python are at hand.
#[test]
fn what_varies_gives_the_expected_report() {
    let documents = Documents::read();
    let find = |fits: fn((u32, u32)) -> bool| check::on_each().iter().map(|(python, _)| python).find(|p| fits(p.minor));
    let (Some(old), Some(new)) = (find(|minor| minor < (3, 10)), find(|minor| minor >= (3, 11))) else {
        eprintln!("not compared: no Python 3.9 and 3.11 or later here");
        return;
    };
    let mut report = documents.check(&[old.clone(), new.clone()], |name| BY_VERSION.contains(&name));
    redact::report(&mut report);
    none(apart(&report).flat_map(|one| differences(&one, &documents)).collect());
}

fn none(differences: Vec<String>) {
    assert!(differences.is_empty(), "{} differ\n{}", differences.len(), differences.join("\n"));
}

/// The report as one for each document.
fn apart(report: &Report) -> impl Iterator<Item = Report> {
    report.documents.iter().map(|document| {
        let documents = vec![document.clone()];
        Report { summary: summary::summarise(&documents), documents, ..report.clone() }
    })
}

fn name(report: &Report) -> &str {
    stem(&report.documents[0].path)
}

fn stem(path: &str) -> &str {
    Path::new(path).file_stem().and_then(|stem| stem.to_str()).expect("documents have plain names")
}

/// In what a report of one document differs from the files; renews them where that is asked for.
fn differences(report: &Report, documents: &Documents) -> Vec<String> {
    let texts: Texts<'_> = documents.texts();
    let options = Options { detail: Detail::Verbose, ..Options::default() };
    let written = [
        ("json", json::write(report).expect("a report can be written")),
        ("txt", terminal::render(report, &texts, options)),
    ];
    let assert = Assert::new().action_env(DEFAULT_ACTION_ENV);
    let compared = written.into_iter().map(|(ending, actual)| {
        let path = format!("expected/{}.{ending}", name(report));
        let expected = Data::read_from(Path::new(&path), Some(DataFormat::Text)).raw();
        assert.try_eq(Some(&report.documents[0].path), text(actual), expected)
    });
    compared.filter_map(Result::err).map(|error| error.to_string()).collect()
}

fn text(text: String) -> Data {
    Data::text(text).raw()
}
