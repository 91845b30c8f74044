//! What the real program says about documents: its claims, by document and line.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::Deserialize;

/// A claim of a report, as far as these tests look at it.
#[derive(Debug, Clone, Deserialize)]
pub struct Claim {
    pub line: usize,
    pub expected: String,
    pub verdict: String,
    results: Vec<Reason>,
}

impl Claim {
    /// Why it is undecidable, or how it differs.
    pub fn reason(&self) -> String {
        self.results.iter().map(|result| result.reason.as_str()).collect::<Vec<_>>().join(", ")
    }
}

#[derive(Debug, Clone, Deserialize)]
struct Reason {
    reason: String,
}

#[derive(Deserialize)]
struct Report {
    interpreters: Vec<Python>,
    documents: Vec<Document>,
}

#[derive(Deserialize)]
struct Python {
    version: String,
}

#[derive(Deserialize)]
struct Document {
    path: String,
    blocks: Vec<Block>,
    claims: Vec<Claim>,
}

#[derive(Deserialize)]
struct Block {
    claims: Vec<Claim>,
}

/// The claims of each document, by the document's file name, and the version of the Python that they were judged on.
#[derive(Debug)]
pub struct Checked {
    pub python: String,
    claims: BTreeMap<String, Vec<Claim>>,
}

impl Checked {
    pub fn claims(&self, name: &str) -> &[Claim] {
        self.claims.get(name).map_or(&[], Vec::as_slice)
    }
}

/// Checks all of the files in one run. `SNIPCHECK_PYTHON` names another Python.
pub fn check<'a>(files: impl Iterator<Item = &'a Path>) -> Checked {
    let mut command = Command::new(env!("CARGO_BIN_EXE_snipcheck"));
    command.args(["check", "--format", "json", "--timeout", "5"]).args(files);
    if let Ok(python) = std::env::var("SNIPCHECK_PYTHON") {
        command.args(["--python", &python]);
    }
    let output = command.env_remove("VIRTUAL_ENV").stdin(Stdio::null()).output().expect("the program runs");
    let says = String::from_utf8_lossy(&output.stderr);
    let report: Report = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {says}"));
    let claims = report.documents.into_iter().map(|document| {
        let name = Path::new(&document.path).file_name().expect("a file's name").to_string_lossy().into_owned();
        (name, document.blocks.into_iter().flat_map(|block| block.claims).chain(document.claims).collect())
    });
    Checked { python: report.interpreters[0].version.clone(), claims: claims.collect() }
}
