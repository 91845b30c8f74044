//! Findings as workflow commands of GitHub Actions, which shows them beside the changed lines.
//!
//! Source of the syntax: docs.github.com, "Workflow commands for GitHub Actions".

use super::findings::{self, Finding, Severity};
use super::model::{DocumentReport, Report};
use super::paper::{Layer, Paper, Refused};
use super::summary::FailOn;

/// Annotations: one command a line; nothing where nothing is wrong.
#[derive(Debug)]
pub struct Annotations {
    /// What counts as a failure.
    pub fail_on: FailOn,
}

impl Paper for Annotations {
    fn in_turn(&self) -> bool {
        true
    }

    fn document(&mut self, _: usize, document: &DocumentReport, _: Option<&str>) -> Result<Vec<String>, Refused> {
        Ok(vec![findings::of_document(document, self.fail_on).iter().map(command).collect()])
    }

    fn layers(&self, frame: &Report) -> Result<Vec<Layer>, Refused> {
        Ok(vec![Layer::plain("", findings::unreadable(frame).iter().map(command).collect::<String>())])
    }
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
