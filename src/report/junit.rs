//! The report as JUnit XML: a suite for each document, a case for each claim and for each block.

use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

use super::findings::{self, Finding};
use super::model::{BlockReport, ClaimReport, DocumentReport, Report};
use super::summary::FailOn;
use super::{clean, words};
use crate::judge::{Outcome, Verdict};

/// The report as XML, byte for byte the same for the same report: times are not told.
///
/// # Errors
/// When the XML cannot be written, which memory gives no reason for.
pub fn write(report: &Report, fail_on: FailOn) -> Result<String, quick_junit::SerializeError> {
    let mut suites = quick_junit::Report::new("snipcheck");
    suites.add_test_suites(report.documents.iter().map(|document| suite(document, fail_on)));
    suites.add_test_suites(report.unreadable.iter().map(|unreadable| {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_type("unreadable").set_message(clean::line(&unreadable.reason));
        let mut suite = TestSuite::new(clean::line(&unreadable.path));
        suite.add_test_case(case("the document can be read", &unreadable.path, status));
        suite
    }));
    let mut text = suites.to_string()?;
    text.push('\n');
    Ok(text)
}

fn suite(document: &DocumentReport, fail_on: FailOn) -> TestSuite {
    let mut suite = TestSuite::new(clean::line(&document.path));
    for block in &document.blocks {
        suite.add_test_case(of_block(&document.path, block));
        suite.add_test_cases(block.claims.iter().map(|claim| of_claim(&document.path, claim, fail_on)));
    }
    suite.add_test_cases(document.claims.iter().map(|claim| of_claim(&document.path, claim, fail_on)));
    suite
}

fn of_block(path: &str, block: &BlockReport) -> TestCase {
    let name = format!("block {}, lines {}-{}", block.index, block.start_line, block.end_line);
    let status = match findings::of_block(path, block).first() {
        Some(finding) => failure(finding),
        None if block.runs.iter().all(|run| run.outcome != Outcome::Ok) => skipped(block),
        None => TestCaseStatus::success(),
    };
    case(&name, path, status)
}

/// A block that ran to its end nowhere, and not by the document's fault.
fn skipped(block: &BlockReport) -> TestCaseStatus {
    let mut status = TestCaseStatus::skipped();
    if let Some(run) = block.runs.first() {
        status.set_message(words::ending(run));
    }
    status
}

fn of_claim(path: &str, claim: &ClaimReport, fail_on: FailOn) -> TestCase {
    let name = format!("line {}, column {}: {}", claim.line, claim.column, clean::short(claim.expected.trim()));
    let status = match findings::of_claim(path, claim, fail_on) {
        Some(finding) if fail_on.counts(claim.verdict) => failure(&finding),
        _ if claim.verdict == Verdict::Undecidable => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(clean::line(claim.results.first().map_or("", |result| &result.reason)));
            status
        }
        _ => TestCaseStatus::success(),
    };
    case(&name, path, status)
}

fn failure(finding: &Finding) -> TestCaseStatus {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    let line = finding.place.map_or(0, |place| place.line);
    status.set_type(finding.rule.as_str()).set_message(finding.title.as_str());
    status.set_description(format!("{}:{line}: {}", finding.path, finding.message));
    status
}

fn case(name: &str, path: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(name, status);
    case.set_classname(clean::line(path));
    case
}
