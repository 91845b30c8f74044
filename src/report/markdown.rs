//! The report as Markdown: for a comment on a pull request, or the summary of a build.

use std::fmt::Write as _;

use super::findings::{self, Finding, Severity};
use super::model::{DocumentReport, Report};
use super::summary::FailOn;
use super::words;

/// Renders a whole report.
pub fn render(report: &Report, fail_on: FailOn) -> String {
    let findings = findings::all(report, fail_on);
    let mut page = format!("# snipcheck\n\n{}\n\n{}", verdict(&findings), documents(report));
    if !findings.is_empty() {
        page += &format!("\n## Findings\n\n{}", table(&findings));
    }
    page + "\n" + &footer(report)
}

fn verdict(findings: &[Finding]) -> String {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let warnings = findings.len() - errors;
    match (errors, warnings) {
        (0, 0) => "✓ Nothing is wrong.".into(),
        (0, _) => format!("✓ Nothing fails; {}.", words::count(warnings, "warning")),
        (_, 0) => format!("✗ **{}**", words::count(errors, "finding")),
        _ => format!("✗ **{}**, {}", words::count(errors, "finding"), words::count(warnings, "warning")),
    }
}

fn documents(report: &Report) -> String {
    let mut text = "| document | blocks | hold | fail | vary | undecidable |\n|---|--:|--:|--:|--:|--:|\n".to_owned();
    for document in &report.documents {
        text += &row(document);
    }
    text
}

fn row(document: &DocumentReport) -> String {
    let sum = super::summary::summarise(std::slice::from_ref(document));
    let path = cell(&document.path);
    let (blocks, holds, fails) = (sum.blocks, sum.holds, sum.fails);
    format!("| {path} | {blocks} | {holds} | {fails} | {} | {} |\n", sum.varies, sum.undecidable)
}

fn table(findings: &[Finding]) -> String {
    let mut text = "| | where | what | |\n|---|---|---|---|\n".to_owned();
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
    format!("{} {} · {} · isolation {level}{interrupted}\n", report.tool.name, report.tool.version, pythons.join(", "))
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
