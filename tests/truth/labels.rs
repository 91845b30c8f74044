//! The documents whose truth is known, and that truth. Knows nothing of how the program reads a document.

use std::path::{Path, PathBuf};

use serde::Deserialize;

const DOCUMENTS: &str = "snippets";
const TRUTH: &str = "tests/truth";

/// One claim of a document, as a person labelled it. `README.md` beside this file says what the fields mean.
#[derive(Debug, Clone, Deserialize)]
pub struct Label {
    pub line: usize,
    pub form: String,
    pub claimed: String,
    pub strength: String,
    pub verdict: String,
}

/// A document and all of its claims.
#[derive(Debug)]
pub struct Page {
    pub path: PathBuf,
    pub text: String,
    pub labels: Vec<Label>,
}

impl Page {
    /// The file's name, by which reports of it and of its copies find each other.
    pub fn name(&self) -> &str {
        self.path.file_name().and_then(|name| name.to_str()).expect("documents have plain names")
    }
}

/// Every document that has a file of truth, in the order of their names.
pub fn pages() -> Vec<Page> {
    let mut paths: Vec<_> = entries(DOCUMENTS).filter(|path| truth_of(path).exists()).collect();
    paths.sort();
    let pages: Vec<_> = paths.into_iter().map(page).collect();
    let truths = entries(TRUTH).filter(|path| path.extension().is_some_and(|ending| ending == "jsonl")).count();
    assert_eq!(pages.len(), truths, "a file of truth has no document");
    pages
}

fn entries(folder: &str) -> impl Iterator<Item = PathBuf> {
    let folder = Path::new(folder).read_dir().expect("the folder can be read");
    folder.map(|entry| entry.expect("an entry").path())
}

fn truth_of(document: &Path) -> PathBuf {
    Path::new(TRUTH).join(document.file_stem().expect("documents have names")).with_extension("jsonl")
}

fn page(path: PathBuf) -> Page {
    let read = |path: &Path| std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let (text, truth) = (read(&path), read(&truth_of(&path)));
    let label = |row: &str| serde_json::from_str(row).unwrap_or_else(|error| panic!("{path:?}: {error}: {row}"));
    let labels = truth.lines().map(label).collect();
    Page { path, text, labels }
}
