//! The report as JSON, and back. Owns the bytes; the shape is the model's.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::model::{DocumentReport, Report, SCHEMA_VERSION};

/// The report as pretty JSON with a line end behind it: same report, same bytes.
///
/// # Errors
/// When the serialiser refuses, which plain data gives no reason for.
pub fn write(report: &Report) -> serde_json::Result<String> {
    let mut text = serde_json::to_string_pretty(report)?;
    text.push('\n');
    Ok(text)
}

/// The text before the documents of a report and the text behind them, line end included. Those in `frame` are left out.
///
/// # Errors
/// As those of [`write`].
pub fn frame(frame: &Report) -> serde_json::Result<(String, String)> {
    let empty = Report { documents: Vec::new(), ..frame.clone() };
    let text = write(&empty)?;
    // No string of JSON has a line end in it.
    let (head, tail) = text.split_once(NO_DOCUMENTS).unwrap_or((&text, ""));
    Ok((format!("{head}{DOCUMENTS}"), format!("]{tail}")))
}

/// A document as it stands between the two; between documents stands [`BETWEEN`], and [`LAST`] behind the last one.
///
/// # Errors
/// As those of [`write`].
pub fn document(report: &DocumentReport) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct Frame<'a> {
        documents: [&'a DocumentReport; 1],
    }
    let text = serde_json::to_string_pretty(&Frame { documents: [report] })?;
    let inside = text.split_once(DOCUMENTS).and_then(|(_, rest)| rest.rsplit_once(LAST));
    Ok(inside.map_or_else(String::new, |(document, _)| document.to_owned()))
}

/// What separates documents.
pub const BETWEEN: &str = ",";
/// What ends the last document.
pub const LAST: &str = "\n  ";
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
