//! The list of extracted files, which also marks a folder as made by this command.

use serde::{Deserialize, Serialize};

/// Its file name.
pub const NAME: &str = "manifest.json";

const TOOL: &str = "snipcheck extract";
const SCHEMA_VERSION: u32 = 1;

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    schema_version: u32,
    tool: String,
    /// In the order of the documents.
    pub files: Vec<Entry>,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name below the folder, with `/`.
    pub file: String,
    /// The document's path.
    pub document: String,
    /// First line of the code in the document.
    pub start_line: usize,
    /// Last line of the code in the document.
    pub end_line: usize,
    /// Headings, outermost first.
    pub section: Vec<String>,
    /// What it needs from outside.
    pub needs: Vec<String>,
}

impl Default for Manifest {
    fn default() -> Self {
        Self { schema_version: SCHEMA_VERSION, tool: TOOL.to_owned(), files: Vec::new() }
    }
}

impl Manifest {
    /// Reads one; `None` where the text is something else.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|manifest: &Self| manifest.tool == TOOL)
    }

    /// Pretty, with a line end behind it.
    ///
    /// # Errors
    /// When the serialiser refuses, which plain data gives no reason for.
    pub fn write(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }
}
