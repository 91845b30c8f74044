//! The report as JSON, and back. Owns the bytes; the shape is the model's.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::model::{DocumentReport, Report, SCHEMA_VERSION};
use super::paper::{Layer, Paper, Refused};

/// The report as pretty JSON with a line end behind it: same report, same bytes.
///
/// # Errors
/// When the serialiser refuses, which plain data gives no reason for.
pub fn write(report: &Report) -> serde_json::Result<String> {
    let mut text = serde_json::to_string_pretty(report)?;
    text.push('\n');
    Ok(text)
}

/// The complete record, document by document: the bytes are those of [`write`].
#[derive(Debug)]
pub struct Record;

impl Paper for Record {
    fn document(&mut self, _: usize, report: &DocumentReport, _: Option<&str>) -> Result<Vec<String>, Refused> {
        #[derive(Serialize)]
        struct Frame<'a> {
            documents: [&'a DocumentReport; 1],
        }
        let text = serde_json::to_string_pretty(&Frame { documents: [report] })?;
        let inside = text.split_once(DOCUMENTS).and_then(|(_, rest)| rest.rsplit_once(LAST));
        Ok(vec![inside.map_or_else(String::new, |(document, _)| document.to_owned())])
    }

    fn layers(&self, frame: &Report) -> Result<Vec<Layer>, Refused> {
        let without = write(&Report { documents: Vec::new(), ..frame.clone() })?;
        // No string of JSON has a line end in it.
        let (head, tail) = without.split_once(NO_DOCUMENTS).unwrap_or((&without, ""));
        let (before, behind) = (format!("{head}{DOCUMENTS}"), format!("{LAST}]{tail}"));
        Ok(vec![Layer { before, between: ",", behind, without }])
    }
}

/// What ends the last document.
const LAST: &str = "\n  ";
const DOCUMENTS: &str = "\n  \"documents\": [";
const NO_DOCUMENTS: &str = "\n  \"documents\": []";

/// Why a text is no report that this program can read.
#[derive(Debug)]
pub enum ReadError {
    /// It is not JSON.
    NoJson(serde_json::Error),
    /// It is JSON, of something else or of a damaged report.
    NoReport(serde_json::Error),
    /// It was written in another shape.
    OtherSchema {
        /// The `schema_version` it names.
        found: u32,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::NoJson(error) => write!(f, "it is not JSON: {error}"),
            ReadError::NoReport(error) => write!(f, "it is JSON, but no report of snipcheck: {error}"),
            ReadError::OtherSchema { found } => write!(
                f,
                "its schema_version is {found}, and this snipcheck reads {SCHEMA_VERSION}: make it again by `snipcheck check --format json`"
            ),
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads a report that [`write`] wrote, in this version or a later one of the same shape.
///
/// # Errors
/// When the text is no report, or one of another schema version.
pub fn read(text: &str) -> Result<Report, ReadError> {
    #[derive(Deserialize)]
    struct Head {
        schema_version: u32,
    }
    let value: serde_json::Value = serde_json::from_str(text).map_err(ReadError::NoJson)?;
    // The version first: of another shape, whatever else is wrong with it tells the user nothing.
    let head = Head::deserialize(&value).map_err(ReadError::NoReport)?;
    if head.schema_version != SCHEMA_VERSION {
        return Err(ReadError::OtherSchema { found: head.schema_version });
    }
    serde_json::from_str(text).map_err(ReadError::NoReport)
}
