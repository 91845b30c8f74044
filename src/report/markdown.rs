//! The report as Markdown: for a comment on a pull request, or the summary of a build.

use std::fmt::Write as _;

use super::findings::{self, Finding, Severity};
use super::model::{DocumentReport, Report};
use super::paper::{Layer, Paper, Refused};
use super::summary::FailOn;
use super::words;

/// The page: a table of documents, and one of findings.
#[derive(Debug)]
pub struct Page {
    fail_on: FailOn,
    /// Errors and warnings so far.
    counts: [usize; 2],
}

impl Page {
    /// Nothing is on it.
    pub fn new(fail_on: FailOn) -> Self {
        Self { fail_on, counts: [0; 2] }
    }
}

impl Paper for Page {
    fn document(&mut self, _: usize, document: &DocumentReport, _: Option<&str>) -> Result<Vec<String>, Refused> {
        let findings = findings::of_document(document, self.fail_on);
        self.counts = sum(self.counts, findings::count(&findings));
        Ok(vec![row(document), table(&findings)])
    }

    fn layers(&self, frame: &Report) -> Result<Vec<Layer>, Refused> {
        let unreadable = findings::unreadable(frame);
        let (counts, footer) = (sum(self.counts, findings::count(&unreadable)), footer(frame));
        let before = format!("# snipcheck\n\n{}\n\n{DOCUMENTS}", verdict(counts));
        let rest = format!("{}\n{footer}", table(&unreadable));
        let without = if unreadable.is_empty() { format!("\n{footer}") } else { format!("{FINDINGS}{rest}") };
        let findings = Layer { before: FINDINGS.into(), between: "", behind: rest, without };
        Ok(vec![Layer::plain(before, ""), findings])
    }
}

const DOCUMENTS: &str = "| document | blocks | hold | fail | vary | undecidable |\n|---|--:|--:|--:|--:|--:|\n";
const FINDINGS: &str = "\n## Findings\n\n| | where | what | |\n|---|---|---|---|\n";

fn sum(one: [usize; 2], other: [usize; 2]) -> [usize; 2] {
    [one[0] + other[0], one[1] + other[1]]
}

fn verdict(counts: [usize; 2]) -> String {
    match counts {
        [0, 0] => "✓ Nothing is wrong.".into(),
        [0, warnings] => format!("✓ Nothing fails; {}.", words::count(warnings, "warning")),
        [errors, 0] => format!("✗ **{}**", words::count(errors, "finding")),
        [errors, warnings] => {
            format!("✗ **{}**, {}", words::count(errors, "finding"), words::count(warnings, "warning"))
        }
    }
}

fn row(document: &DocumentReport) -> String {
    let sum = super::summary::summarise(std::slice::from_ref(document));
    let path = cell(&document.path);
    let (blocks, holds, fails) = (sum.blocks, sum.holds, sum.fails);
    format!("| {path} | {blocks} | {holds} | {fails} | {} | {} |\n", sum.varies, sum.undecidable)
}

/// Rows of the table.
fn table(findings: &[Finding]) -> String {
    let mut text = String::new();
    for finding in findings {
        let mark = if finding.severity == Severity::Error { "✗" } else { "!" };
        let line = finding.place.map(|place| format!(":{}", place.line)).unwrap_or_default();
        let place = cell(&format!("{}{line}", finding.path));
        // Writing to a string does not fail.
        let _ = writeln!(text, "| {mark} | {place} | {} | {} |", cell(&finding.title), cell(&finding.message));
    }
    text
}

fn footer(report: &Report) -> String {
    let pythons: Vec<String> =
        report.interpreters.iter().map(|it| format!("{} {}", it.implementation, it.version)).collect();
    let level = report.isolation.level.name();
    let interrupted = if report.interrupted { " · interrupted: not everything was checked" } else { "" };
    let (tool, pythons, rules) = (&report.tool, pythons.join(", "), super::words::rules_off(report));
    format!("{} {} · {pythons} · isolation {level}{rules}{interrupted}\n", tool.name, tool.version)
}

/// Text that neither ends the cell nor is read as markup.
fn cell(text: &str) -> String {
    let mut safe = String::new();
    for c in text.chars() {
        match c {
            '\n' | '\r' => safe.push(' '),
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '#' | '~' | '@' => {
                safe.push('\\');
                safe.push(c);
            }
            c => safe.push(c),
        }
    }
    safe
}
