//! Findings as SARIF 2.1.0, for code scanning.
//!
//! Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0". Only the properties that
//! are used have a place here: the crates for the whole format pull in a generator that is larger than this program.

use std::collections::HashMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::findings::{self, Finding, Place, Severity};
use super::model::{DocumentReport, Report};
use super::paper::{Layer, Paper, Refused};
use super::summary::FailOn;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
const HOME: &str = env!("CARGO_PKG_REPOSITORY");

/// The log: pretty JSON with a line end behind it.
#[derive(Debug)]
pub struct Results {
    /// What counts as a failure.
    pub fail_on: FailOn,
}

impl Paper for Results {
    fn document(&mut self, _: usize, document: &DocumentReport, _: Option<&str>) -> Result<Vec<String>, Refused> {
        Ok(vec![inside(&findings::of_document(document, self.fail_on))?])
    }

    fn layers(&self, frame: &Report) -> Result<Vec<Layer>, Refused> {
        let empty = log(frame, &[])?;
        // No string of JSON has a line end in it.
        let (head, tail) = empty.split_once(NO_RESULTS).unwrap_or((&empty, ""));
        let (before, behind) = (format!("{head}{RESULTS}"), format!("{LAST}]{tail}"));
        let unreadable = inside(&findings::unreadable(frame))?;
        if unreadable.is_empty() {
            return Ok(vec![Layer { before, between: ",", behind, without: empty }]);
        }
        let without = format!("{before}{unreadable}{behind}");
        Ok(vec![Layer { before, between: ",", behind: format!(",{unreadable}{behind}"), without }])
    }
}

const RESULTS: &str = "\n      \"results\": [";
const NO_RESULTS: &str = "\n      \"results\": []";
const LAST: &str = "\n      ";

fn log(frame: &Report, findings: &[Finding]) -> serde_json::Result<String> {
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run(frame, findings)] };
    serde_json::to_string_pretty(&log).map(|text| text + "\n")
}

/// The results as they stand between the brackets; nothing where there are none.
fn inside(findings: &[Finding]) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct Runs<'a> {
        runs: [Own<'a>; 1],
    }
    #[derive(Serialize)]
    struct Own<'a> {
        results: Vec<ResultEntry<'a>>,
    }
    let own = Own { results: results(findings) };
    let text = serde_json::to_string_pretty(&Runs { runs: [own] })?;
    let inside = text.split_once(RESULTS).and_then(|(_, rest)| rest.rsplit_once(&format!("{LAST}]")));
    Ok(inside.map_or_else(String::new, |(results, _)| results.to_owned()))
}

fn run<'a>(report: &'a Report, findings: &'a [Finding]) -> Run<'a> {
    let message = |text: &str| Message { text: text.into() };
    let rules = RULES.iter().map(|(id, what, help)| Rule {
        id,
        short_description: message(what),
        full_description: message(what),
        help: message(help),
    });
    let driver = Driver {
        name: &report.tool.name,
        semantic_version: &report.tool.version,
        information_uri: (!HOME.is_empty()).then_some(HOME),
        rules: rules.collect(),
    };
    let invocation = Invocation { execution_successful: !report.interrupted && report.unreadable.is_empty() };
    let results = results(findings);
    Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", invocations: [invocation], results }
}

fn results(findings: &[Finding]) -> Vec<ResultEntry<'_>> {
    // What is said twice in a document is told apart by its order.
    let mut known: HashMap<(&str, &str, &str), usize> = HashMap::new();
    let numbered = findings.iter().map(|finding| {
        let number = known.entry((&finding.path, &finding.rule, &finding.about)).or_default();
        *number += 1;
        result(finding, *number)
    });
    numbered.collect()
}

/// By what a finding is known again in another run: not by its line, which moves, nor by what came out.
fn fingerprint(finding: &Finding, number: usize) -> String {
    let hash = Sha256::digest(format!("{}\0{}", finding.rule, finding.about));
    let hex: String = hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{hex}:{number}")
}

fn result(finding: &Finding, number: usize) -> ResultEntry<'_> {
    let region = finding.place.map(region);
    ResultEntry {
        rule_id: &finding.rule,
        rule_index: RULES.iter().position(|(id, ..)| *id == finding.rule),
        level: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: Message { text: format!("{}: {}", finding.title, finding.message) },
        locations: [Location {
            physical_location: Physical { artifact_location: Uri { uri: uri(&finding.path) }, region },
        }],
        partial_fingerprints: Fingerprints { primary_location_line_hash: fingerprint(finding, number) },
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

/// The kinds of findings: what each is about, and what can be done. All of them, since the log begins before the last
/// finding is known.
const RULES: [(&str, &str, &str); 9] = [
    (
        "fails",
        "The text claims something that the code does not do.",
        "`snipcheck fix` shows what can be put right by itself, `snipcheck explain FILE:LINE` how the text is read. What is wrong on purpose is marked by the directive `intended`.",
    ),
    (
        "varies",
        "What the text claims is so on some versions of Python only.",
        "Say in the text which version it speaks of, or let the block run there alone by the directive `only`.",
    ),
    (
        "undecidable",
        "What the text claims could not be decided.",
        "The message says what is missing. The directives `skip` and `needs` say that it has to be.",
    ),
    ("unreadable", "The document cannot be read.", "Save it as UTF-8, and see that it may be read."),
    (
        "directive",
        "A directive cannot be followed.",
        "The message says how it is written. docs/directives.md has them all.",
    ),
    ("syntax_error", "The code is not valid Python.", "Mend the code, or mark it by the directive `skip`."),
    (
        "raised",
        "The code ends in an exception that the text does not claim.",
        "Mend the code, say in the text what is raised, or mark the block by the directive `expect-error`.",
    ),
    (
        "killed",
        "The code does not run to its end.",
        "Something ended the process of the block: mend the code, or mark it by the directive `skip`.",
    ),
    (
        "drift",
        "The code does not do what was recorded of it.",
        "Mend the code, or keep what it does now by `snipcheck record --accept`.",
    ),
];

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
    full_description: Message,
    help: Message,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'a str,
    message: Message,
    locations: [Location; 1],
    partial_fingerprints: Fingerprints,
}

/// Code scanning knows a result again by this one, together with the rule and the path.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fingerprints {
    primary_location_line_hash: String,
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
