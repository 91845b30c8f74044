//! The parts of one run, joined to one report.

use std::collections::BTreeMap;
use std::fmt;

use super::model::{InterpreterInfo, Report};
use super::summary::summarise;

/// Why reports are not parts of one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeError {
    /// They were written by different programs.
    OtherTool {
        /// Name and version in the first part.
        first: String,
        /// The part that differs, and name and version in it.
        other: (String, String),
    },
    /// One short name means two interpreters.
    OtherInterpreter {
        /// The short name.
        id: String,
        /// In the earlier part.
        first: String,
        /// The part that differs, and what it means there.
        other: (String, String),
    },
    /// A document is in two parts.
    Twice {
        /// Its path.
        path: String,
        /// The names of the parts.
        parts: [String; 2],
    },
}

impl fmt::Display for MergeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherTool { first, other: (part, other) } => {
                write!(f, "{part} was written by {other}, the first part by {first}")
            }
            Self::OtherInterpreter { id, first, other: (part, other) } => {
                write!(f, "Python {id} is {other} in {part}, and {first} in an earlier part")
            }
            Self::Twice { path, parts: [first, other] } => {
                write!(f, "the document {path} is both in {first} and in {other}")
            }
        }
    }
}

impl std::error::Error for MergeError {}

/// Joins parts, each with its name, to a report; `None` where there is no part. Documents stand in the order of their
/// paths, interpreters in that of the parts.
///
/// # Errors
/// When they are not parts of one run.
pub fn merge(parts: Vec<(String, Report)>) -> Result<Option<Report>, MergeError> {
    no_document_twice(&parts)?;
    let mut parts = parts.into_iter();
    let Some((_, mut whole)) = parts.next() else { return Ok(None) };
    for (name, part) in parts {
        join(&mut whole, &name, part)?;
    }
    whole.documents.sort_by(|a, b| a.path.cmp(&b.path));
    whole.unreadable.sort_by(|a, b| a.path.cmp(&b.path));
    whole.summary = summarise(&whole.documents);
    Ok(Some(whole))
}

fn no_document_twice(parts: &[(String, Report)]) -> Result<(), MergeError> {
    let mut known: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, part) in parts {
        let read = part.documents.iter().map(|document| &document.path);
        for path in read.chain(part.unreadable.iter().map(|unreadable| &unreadable.path)) {
            if let Some(first) = known.insert(path, name) {
                return Err(MergeError::Twice { path: path.clone(), parts: [first.to_owned(), name.clone()] });
            }
        }
    }
    Ok(())
}

fn join(whole: &mut Report, name: &str, part: Report) -> Result<(), MergeError> {
    if whole.tool != part.tool {
        let shown = |report: &Report| format!("{} {}", report.tool.name, report.tool.version);
        return Err(MergeError::OtherTool { first: shown(whole), other: (name.to_owned(), shown(&part)) });
    }
    for interpreter in part.interpreters {
        unite(&mut whole.interpreters, name, interpreter)?;
    }
    // A part without blocks ran nothing, so it had nothing to be kept from.
    let ran =
        |documents: &[_]| documents.iter().any(|document: &super::model::DocumentReport| !document.blocks.is_empty());
    if ran(&part.documents) && (part.isolation.level < whole.isolation.level || !ran(&whole.documents)) {
        whole.isolation = part.isolation;
    }
    whole.documents.extend(part.documents);
    whole.unreadable.extend(part.unreadable);
    whole.rules_off.extend(part.rules_off);
    whole.rules_off.sort_unstable();
    whole.rules_off.dedup();
    whole.interrupted |= part.interrupted;
    Ok(())
}

fn unite(known: &mut Vec<InterpreterInfo>, name: &str, other: InterpreterInfo) -> Result<(), MergeError> {
    match known.iter().find(|first| first.id == other.id) {
        None => known.push(other),
        Some(first) if *first == other => {}
        Some(first) => {
            let shown = |info: &InterpreterInfo| format!("{} {}", info.implementation, info.version);
            let (first, shown) = (shown(first), shown(&other));
            return Err(MergeError::OtherInterpreter { id: other.id, first, other: (name.to_owned(), shown) });
        }
    }
    Ok(())
}
