//! The report as JUnit XML: a suite for each document, a case for each claim and for each block.

use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

use super::findings::{self, Finding, Severity};
use super::model::{BlockReport, ClaimReport, DocumentReport, DriftReport, Report, Unreadable};
use super::paper::{Layer, Paper, Refused};
use super::summary::FailOn;
use super::{clean, words};
use crate::judge::{Outcome, Verdict};

/// The suites: the same XML for the same report, since times are not told. What was skipped is counted for each suite, and
/// not for all: the schema that build servers hold such files to (`junit-10.xsd` of Jenkins' xUnit plugin) has no room for it.
#[derive(Debug)]
pub struct Suites {
    fail_on: FailOn,
    /// With the counts of all suites so far, and none of them.
    sum: quick_junit::Report,
}

impl Suites {
    /// Nothing is in them.
    pub fn new(fail_on: FailOn) -> Self {
        Self { fail_on, sum: quick_junit::Report::new("snipcheck") }
    }
}

impl Paper for Suites {
    fn document(&mut self, _: usize, document: &DocumentReport, _: Option<&str>) -> Result<Vec<String>, Refused> {
        let suite = suite(document, self.fail_on);
        count(&mut self.sum, &suite);
        Ok(vec![cut([suite])?])
    }

    fn layers(&self, frame: &Report) -> Result<Vec<Layer>, Refused> {
        let unreadable: Vec<TestSuite> = frame.unreadable.iter().map(of_unreadable).collect();
        let mut sum = self.sum.clone();
        unreadable.iter().for_each(|suite| count(&mut sum, suite));
        let empty = sum.to_string()?;
        let head = empty.split_once(END).map_or(empty.as_str(), |(head, _)| head.trim_end());
        let head = head.replacen(&format!(" skipped=\"{}\"", sum.skipped), "", 1);
        Ok(vec![Layer::plain(format!("{head}\n"), format!("{}{END}\n", cut(unreadable)?))])
    }
}

const END: &str = "</testsuites>";

/// Suites without what stands around all of them.
fn cut(suites: impl IntoIterator<Item = TestSuite>) -> Result<String, Refused> {
    let mut report = quick_junit::Report::new("");
    report.add_test_suites(suites);
    let text = report.to_string()?;
    let start = text.find("    <testsuite ").unwrap_or(text.len());
    Ok(text[start..].trim_end().trim_end_matches(END).to_owned())
}

fn count(sum: &mut quick_junit::Report, suite: &TestSuite) {
    sum.tests += suite.tests;
    sum.skipped += suite.skipped;
    sum.failures += suite.failures;
    sum.errors += suite.errors;
}

fn of_unreadable(unreadable: &Unreadable) -> TestSuite {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
    status.set_type("unreadable").set_message(clean::line(&unreadable.reason));
    let mut suite = TestSuite::new(clean::line(&unreadable.path));
    suite.add_test_case(case("the document can be read", &unreadable.path, status));
    suite
}

fn suite(document: &DocumentReport, fail_on: FailOn) -> TestSuite {
    let fail_on = fail_on.of(document);
    let mut suite = TestSuite::new(clean::line(&document.path));
    for block in &document.blocks {
        suite.add_test_case(of_block(&document.path, block));
        suite.add_test_cases(block.claims.iter().map(|claim| of_claim(&document.path, claim, fail_on)));
    }
    suite.add_test_cases(document.claims.iter().map(|claim| of_claim(&document.path, claim, fail_on)));
    suite.add_test_cases(document.drift.iter().map(|drift| of_drift(&document.path, drift)));
    suite
}

fn of_drift(path: &str, drift: &DriftReport) -> TestCase {
    let finding = findings::of_drift(path, drift);
    case(&format!("line {}: {}", drift.line, finding.title), path, failure(&finding))
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
        Some(finding) if finding.severity == Severity::Error => failure(&finding),
        Some(finding) => return warning(&name, path, &finding),
        _ if claim.verdict == Verdict::Undecidable => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(clean::line(claim.results.first().map_or("", |result| &result.reason)));
            status
        }
        _ => TestCaseStatus::success(),
    };
    case(&name, path, status)
}

/// It counts as passed, and says what it saw.
fn warning(name: &str, path: &str, finding: &Finding) -> TestCase {
    let mut passed = case(name, path, TestCaseStatus::success());
    passed.set_system_out(format!("warning: {}: {}", finding.title, finding.message));
    passed
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
