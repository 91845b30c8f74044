//! The list as data, which is also its JSON. Owns what of a document is listed; knows nothing of how it looks.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::Failure;
use super::super::stages::Recognised;
use crate::claims::{Certainty, Claim, Form, Kind, Strength};
use crate::extract::{BlockKind, Document};
use crate::report::model::{NoteReport, Unreadable};

/// Version of the list's shape.
const SCHEMA_VERSION: u32 = 1;

/// What is recognised in a set of documents.
#[derive(Debug, Serialize)]
pub struct Listing {
    schema_version: u32,
    pub documents: Vec<ListedDocument>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unreadable: Vec<Unreadable>,
}

#[derive(Debug, Serialize)]
pub struct ListedDocument {
    pub path: String,
    pub format: &'static str,
    pub notes: Vec<NoteReport>,
    /// Directives that cannot be followed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mistakes: Vec<NoteReport>,
    pub blocks: Vec<ListedBlock>,
    /// Claims in prose that speak of no block.
    pub claims: Vec<ListedClaim>,
}

#[derive(Debug, Serialize)]
pub struct ListedBlock {
    pub index: usize,
    pub kind: &'static str,
    pub info: String,
    pub start_line: usize,
    pub end_line: usize,
    pub section: Vec<String>,
    pub outputs: usize,
    pub needs: Vec<String>,
    /// What its author says of its run, the widest scope first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub directives: Vec<String>,
    pub claims: Vec<ListedClaim>,
}

#[derive(Debug, Serialize)]
pub struct ListedClaim {
    pub line: usize,
    pub column: usize,
    pub subject_line: usize,
    pub form: Form,
    pub kind: Kind,
    pub strength: Strength,
    pub confidence: Certainty,
    pub expected: String,
    pub tail: String,
}

impl Listing {
    pub fn new(unreadable: Vec<Unreadable>) -> Self {
        Self { schema_version: SCHEMA_VERSION, documents: Vec::new(), unreadable }
    }

    /// Pretty, with a line end behind it.
    ///
    /// # Errors
    /// When the serialiser refuses, which plain data gives no reason for.
    pub fn json(&self) -> Result<String, Failure> {
        let text = serde_json::to_string_pretty(self);
        text.map(|text| text + "\n").map_err(|error| Failure::job(format!("cannot write the list: {error}"), ""))
    }
}

/// Lists one document.
pub fn describe(recognised: &Recognised) -> ListedDocument {
    let document = &recognised.document;
    let mut claims: BTreeMap<Option<usize>, Vec<ListedClaim>> = BTreeMap::new();
    for claim in &recognised.claims {
        claims.entry(claim.block).or_default().push(describe_claim(claim, document));
    }
    let blocks = document.blocks.iter().enumerate().map(|(at, block)| ListedBlock {
        index: block.index,
        kind: kind(block.kind),
        info: block.info.clone(),
        start_line: block.start_line,
        end_line: block.end_line,
        section: block.section.clone(),
        outputs: block.outputs.len(),
        needs: recognised.needs.get(at).cloned().unwrap_or_default(),
        directives: recognised.directives.of(at).map(|said| said.text.clone()).collect(),
        claims: claims.remove(&Some(at)).unwrap_or_default(),
    });
    ListedDocument {
        path: document.source.path.clone(),
        format: document.format.name(),
        notes: notes(document),
        mistakes: mistakes(recognised),
        blocks: blocks.collect(),
        claims: claims.remove(&None).unwrap_or_default(),
    }
}

fn describe_claim(claim: &Claim, document: &Document) -> ListedClaim {
    let place = document.source.position(claim.span.start);
    ListedClaim {
        line: place.line,
        column: place.column,
        subject_line: claim.subject_line,
        form: claim.form,
        kind: claim.kind,
        strength: claim.strength,
        confidence: claim.certainty,
        expected: claim.claimed.clone(),
        tail: claim.tail.clone(),
    }
}

fn notes(document: &Document) -> Vec<NoteReport> {
    let note = |note: &crate::extract::Note| {
        let place = document.source.position(note.span.start);
        NoteReport { line: place.line, column: place.column, message: note.message.clone() }
    };
    document.notes.iter().map(note).collect()
}

fn mistakes(recognised: &Recognised) -> Vec<NoteReport> {
    let mistakes = recognised.directives.mistakes.iter().map(|mistake| {
        let place = recognised.document.source.position(mistake.span.start);
        NoteReport { line: place.line, column: place.column, message: mistake.message.clone() }
    });
    mistakes.collect()
}

fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Script => "script",
        BlockKind::Transcript => "transcript",
    }
}
