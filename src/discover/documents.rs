//! From the paths a user gives to the documents they stand for: files, folders, patterns, standard input.
//!
//! Owns the walk: what counts as a document, what is skipped, and in which order. `read` reads what is found.

mod read;

pub use read::{Loaded, Unreadable, read};

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use ignore::{DirEntry, Walk, WalkBuilder};

use crate::extract::{EXTENSIONS, Format};

/// The argument that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// What the names of recorded pages end with.
pub const RECORD: &str = ".record.md";

/// What reports call standard input.
pub const STANDARD_INPUT_NAME: &str = "<stdin>";

/// A document to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentPath {
    /// Where it is.
    pub place: Place,
    /// How to read it.
    pub format: Format,
}

/// Where a document is. Standard input comes first, then files by their paths.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Standard input.
    StandardInput,
    /// A file; relative where the user's path is, without a leading `./`.
    File(PathBuf),
}

impl Place {
    /// What reports call it.
    pub fn name(&self) -> String {
        match self {
            Place::StandardInput => STANDARD_INPUT_NAME.to_owned(),
            Place::File(path) => path.display().to_string(),
        }
    }
}

/// What a user's paths stand for.
#[derive(Debug, Default)]
pub struct Found {
    /// The documents, sorted, each once.
    pub documents: Vec<DocumentPath>,
    /// Folders and files that could not be looked at: the others still count.
    pub unreadable: Vec<Unreadable>,
    /// Arguments that stand for no document: wrong usage.
    pub misused: Vec<Misused>,
}

/// An argument that stands for no document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misused {
    /// As typed.
    pub argument: String,
    /// What is wrong and what to do.
    pub reason: String,
}

/// Finds the documents that `arguments` stand for.
///
/// A file is taken whatever its extension if `as_format` says how to read it; folders and patterns give files with a
/// known extension, and with `as_format` all files that a pattern matches. Files that `.gitignore` names and hidden
/// files are skipped unless they are given themselves.
pub fn find(arguments: &[PathBuf], as_format: Option<Format>) -> Found {
    let mut finder = Finder { as_format, documents: BTreeMap::new(), found: Found::default() };
    for argument in arguments {
        if let Err(reason) = finder.take(argument) {
            finder.found.misused.push(Misused { argument: argument.display().to_string(), reason });
        }
    }
    finder.found.documents = finder.documents.into_values().collect();
    finder.found.documents.sort_by(|one, other| one.place.cmp(&other.place));
    finder.found
}

/// The folders in which a change may bring, change or take away one of the documents that `arguments` stand for.
pub fn folders(arguments: &[PathBuf]) -> BTreeSet<PathBuf> {
    arguments.iter().flat_map(|argument| around(argument)).collect()
}

fn around(argument: &Path) -> Vec<PathBuf> {
    if argument.is_file() {
        // Behind a link stands another file, in a folder of its own.
        let files = [Some(argument.to_owned()), argument.canonicalize().ok()];
        return files.into_iter().flatten().map(|file| folder_of(&file)).collect();
    }
    let root = if argument.is_dir() { argument.to_owned() } else { fixed_folder(&argument.to_string_lossy()) };
    let folders = walker(&root).flatten().filter(|entry| entry.path().is_dir() && !entry.path_is_symlink());
    folders.map(DirEntry::into_path).chain([root.clone()]).collect()
}

fn folder_of(file: &Path) -> PathBuf {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
}

/// Goes through a folder, without what `.gitignore` names and hidden ones.
fn walker(root: &Path) -> Walk {
    WalkBuilder::new(root).require_git(false).git_global(false).build()
}

struct Finder {
    as_format: Option<Format>,
    /// By what they really are, so that each counts once.
    documents: BTreeMap<Place, DocumentPath>,
    found: Found,
}

impl Finder {
    /// Takes one argument; the error is the reason why it stands for no document.
    fn take(&mut self, argument: &Path) -> Result<(), String> {
        if argument.as_os_str() == STANDARD_INPUT {
            self.add(Place::StandardInput, self.as_format.unwrap_or(Format::Markdown));
            return Ok(());
        }
        let pattern = argument.to_str().filter(|text| text.contains(['*', '?', '[', '{']));
        match (argument.metadata(), pattern) {
            (Ok(metadata), _) if metadata.is_dir() => self.folder(argument),
            (Ok(_), _) => self.file(argument),
            (Err(_), Some(pattern)) => self.pattern(pattern),
            (Err(error), None) if error.kind() == std::io::ErrorKind::NotFound => {
                Err("there is no such file or folder; check the spelling and the folder you are in".to_owned())
            }
            (Err(error), None) => {
                self.unreadable(argument.display().to_string(), &error.to_string());
                Ok(())
            }
        }
    }

    fn file(&mut self, path: &Path) -> Result<(), String> {
        let format = self.as_format.or_else(|| Format::from_path(path)).ok_or_else(|| {
            format!(
                "its extension is none of {}; say how to read it with --as markdown or --as mdx",
                EXTENSIONS.map(|extension| format!(".{extension}")).join(" ")
            )
        })?;
        self.add(Place::File(path.to_owned()), format);
        Ok(())
    }

    fn folder(&mut self, path: &Path) -> Result<(), String> {
        let is_known = |file: &Path| Format::from_path(file).is_some() && !is_record(file);
        let count = self.walk(path, is_known);
        let extensions = EXTENSIONS.map(|extension| format!(".{extension}")).join(" ");
        let hint = "files that .gitignore names and hidden ones are skipped unless given themselves";
        (count > 0).then_some(()).ok_or_else(|| format!("this folder holds no document ({extensions}); {hint}"))
    }

    fn pattern(&mut self, pattern: &str) -> Result<(), String> {
        let matcher = matcher(pattern)?;
        let is_taken = self.as_format.is_some();
        let is_known = |file: &Path| is_taken || (Format::from_path(file).is_some() && !is_record(file));
        let count = self.walk(&fixed_folder(pattern), |file| matcher.is_match(plain(file)) && is_known(file));
        let hint = "** stands for any number of folders, * for any name in one folder";
        (count > 0).then_some(()).ok_or_else(|| format!("this pattern matches no document; {hint}"))
    }

    /// Takes the files under `root` that are `wanted`, and counts them and what could not be looked at.
    fn walk(&mut self, root: &Path, wanted: impl Fn(&Path) -> bool) -> usize {
        let mut count = 0;
        for entry in walker(root) {
            match entry {
                Ok(entry) if is_file(&entry) && wanted(entry.path()) => {
                    let format = self.as_format.or_else(|| Format::from_path(entry.path()));
                    self.add(Place::File(entry.into_path()), format.unwrap_or(Format::Markdown));
                    count += 1;
                }
                Ok(_) => {}
                Err(error) if is_missing(&error) => {}
                Err(error) => {
                    self.unreadable(root.display().to_string(), &error.to_string());
                    count += 1;
                }
            }
        }
        count
    }

    fn unreadable(&mut self, path: String, error: &str) {
        let reason = format!("cannot be looked at ({error}); check its permissions");
        self.found.unreadable.push(Unreadable { path, reason });
    }

    fn add(&mut self, place: Place, format: Format) {
        let (key, place) = match place {
            Place::StandardInput => (Place::StandardInput, Place::StandardInput),
            Place::File(path) => {
                let real = path.canonicalize().unwrap_or_else(|_| path.clone());
                (Place::File(real), Place::File(plain(&path).to_owned()))
            }
        };
        self.documents.entry(key).or_insert(DocumentPath { place, format });
    }
}

/// Whether it is a page that `snipcheck record` made: a document about documents.
fn is_record(path: &Path) -> bool {
    path.to_str().is_some_and(|path| path.ends_with(RECORD))
}

/// Whether it is a file, or a link to one. Links to folders are not followed: they may lead in circles.
fn is_file(entry: &DirEntry) -> bool {
    entry.path().is_file()
}

fn is_missing(error: &ignore::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == std::io::ErrorKind::NotFound)
}

fn matcher(pattern: &str) -> Result<GlobMatcher, String> {
    let glob = GlobBuilder::new(pattern.trim_start_matches("./")).literal_separator(true).build();
    glob.map(|glob| glob.compile_matcher()).map_err(|error| format!("this pattern cannot be read: {}", error.kind()))
}

/// The folder in which a pattern's first wildcard looks.
fn fixed_folder(pattern: &str) -> PathBuf {
    let is_wild = |part: &Component| part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{']);
    let fixed: PathBuf = Path::new(pattern).components().take_while(|part| !is_wild(part)).collect();
    if fixed.as_os_str().is_empty() { PathBuf::from(".") } else { fixed }
}

/// A path without a leading `./`.
fn plain(path: &Path) -> &Path {
    path.strip_prefix(".").unwrap_or(path)
}

#[cfg(test)]
mod tests;
