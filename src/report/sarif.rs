//! Findings as SARIF 2.1.0, for code scanning.
//!
//! Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0". Only the properties that
//! are used have a place here: the crates for the whole format pull in a generator that is larger than this program.

use serde::Serialize;

use super::findings::{self, Finding, Place, Severity};
use super::model::Report;
use super::summary::FailOn;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
const HOME: &str = env!("CARGO_PKG_REPOSITORY");

/// The report as pretty JSON with a line end behind it.
///
/// # Errors
/// When the serialiser refuses, which plain data gives no reason for.
pub fn write(report: &Report, fail_on: FailOn) -> serde_json::Result<String> {
    let findings = findings::all(report, fail_on);
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run(report, &findings)] };
    let mut text = serde_json::to_string_pretty(&log)?;
    text.push('\n');
    Ok(text)
}

fn run<'a>(report: &'a Report, findings: &'a [Finding]) -> Run<'a> {
    let mut rules: Vec<&str> = findings.iter().map(|finding| finding.rule.as_str()).collect();
    rules.sort_unstable();
    rules.dedup();
    let results = findings.iter().map(|finding| result(finding, &rules)).collect();
    let rules = rules.iter().map(|id| Rule { id, short_description: Message { text: describe(id).into() } }).collect();
    let driver = Driver {
        name: &report.tool.name,
        semantic_version: &report.tool.version,
        information_uri: (!HOME.is_empty()).then_some(HOME),
        rules,
    };
    let invocation = Invocation { execution_successful: !report.interrupted && report.unreadable.is_empty() };
    Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", invocations: [invocation], results }
}

fn result<'a>(finding: &'a Finding, rules: &[&str]) -> ResultEntry<'a> {
    let region = finding.place.map(region);
    ResultEntry {
        rule_id: &finding.rule,
        rule_index: rules.iter().position(|rule| *rule == finding.rule).unwrap_or_default(),
        level: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: Message { text: format!("{}: {}", finding.title, finding.message) },
        locations: [Location {
            physical_location: Physical { artifact_location: Uri { uri: uri(&finding.path) }, region },
        }],
    }
}

fn region(place: Place) -> Region {
    Region {
        start_line: place.line,
        start_column: place.column,
        end_line: place.end_line,
        end_column: place.end_column,
    }
}

/// What a rule is about.
fn describe(rule: &str) -> &'static str {
    match rule {
        "fails" => "The text claims something that the code does not do.",
        "varies" => "What the text claims is so on some versions of Python only.",
        "undecidable" => "What the text claims could not be decided.",
        "unreadable" => "The document cannot be read.",
        "syntax_error" => "The code is not valid Python.",
        "raised" => "The code ends in an exception that the text does not claim.",
        _ => "The code does not run to its end.",
    }
}

/// A path as a relative reference: what is neither a letter nor harmless is escaped (RFC 3986).
fn uri(path: &str) -> String {
    let harmless = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let escaped = |byte: u8| if harmless(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    path.trim_start_matches("./").bytes().map(escaped).collect()
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    version: &'a str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'a str,
    invocations: [Invocation; 1],
    results: Vec<ResultEntry<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'a str,
    semantic_version: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    information_uri: Option<&'a str>,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    short_description: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultEntry<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'a str,
    message: Message,
    locations: [Location; 1],
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Uri,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Uri {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<usize>,
    end_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
}
