//! Findings as workflow commands of GitHub Actions, which shows them beside the changed lines.
//!
//! Source of the syntax: docs.github.com, "Workflow commands for GitHub Actions".

use super::findings::{self, Finding, Severity};
use super::model::Report;
use super::summary::FailOn;

/// One command a line; nothing where nothing is wrong.
pub fn render(report: &Report, fail_on: FailOn) -> String {
    findings::all(report, fail_on).iter().map(command).collect()
}

fn command(finding: &Finding) -> String {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut properties = vec![("file", finding.path.clone())];
    if let Some(place) = finding.place {
        properties.push(("line", place.line.to_string()));
        properties.push(("endLine", place.end_line.to_string()));
        // Columns are read only within one line.
        let columns = place.column.zip(place.end_column).filter(|_| place.line == place.end_line);
        if let Some((column, end)) = columns {
            properties.push(("col", column.to_string()));
            properties.push(("endColumn", end.to_string()));
        }
    }
    properties.push(("title", format!("snipcheck: {}", finding.title)));
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    format!("::{level} {}::{}\n", properties.join(","), data(&finding.message))
}

/// A text that may stand behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text that may be the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
