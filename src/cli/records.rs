//! The folder of records: for each document a page for people and the same for programs.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::{Failure, output};
use crate::discover::documents;
use crate::extract::{self, Format};
use crate::report::model::{DocumentReport, DriftReport};
use crate::report::record::{self, Record, SCHEMA_VERSION};
use crate::text::Source;

const JSON: &str = ".record.json";

/// Where records are kept.
#[derive(Debug, Clone)]
pub struct Records {
    folder: PathBuf,
}

/// What a document shows, beside what is recorded of it.
#[derive(Debug)]
pub struct Compared {
    /// What there would be to keep.
    pub now: Record,
    /// Whether anything is kept.
    pub known: bool,
    /// Whether what is kept is the same to the letter.
    pub same: bool,
    /// What drifted.
    pub drift: Vec<DriftReport>,
    /// Whether all of its blocks were run as far as they go. What was cut short shows nothing.
    pub complete: bool,
}

impl Records {
    /// Those in a folder, which need not be there.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// Refuses documents that can have no record, before anything runs.
    ///
    /// # Errors
    /// For the first of them.
    pub fn admit(&self, mut documents: impl Iterator<Item = String>) -> Result<(), Failure> {
        documents.try_for_each(|document| self.place(&document, JSON).map(drop))
    }

    /// Compares what a document showed with what is recorded of it.
    ///
    /// # Errors
    /// When its record cannot be read, or it can have none.
    pub fn compare(&self, report: &DocumentReport, source: &Source) -> Result<Compared, Failure> {
        let document = Format::from_name(&report.format).map(|format| extract::extract(source.clone(), format));
        let blocks = document.as_ref().map_or(&[][..], |document| &document.blocks);
        let code = |index: usize| blocks.get(index.checked_sub(1)?).map(|block| block.code.text.as_str());
        let seen = record::record(report, code);
        let known = self.read(&report.path)?;
        let complete = record::is_complete(report);
        let drift = if complete { record::drift(report, known.as_ref(), &seen) } else { Vec::new() };
        let now = record::renewed(known.as_ref(), seen);
        Ok(Compared { same: known.as_ref() == Some(&now), known: known.is_some(), drift, complete, now })
    }

    /// Keeps a record, the page first: what is compared is in place last.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep(&self, record: &Record) -> Result<(), Failure> {
        let target = self.place(&record.document, JSON)?;
        let page = self.place(&record.document, documents::RECORD)?;
        let json = serde_json::to_string_pretty(record).map_err(io::Error::other);
        let write = |json: String| {
            target.parent().map_or(Ok(()), std::fs::create_dir_all)?;
            output::replace(&page, &record::page(record))?;
            output::replace(&target, &(json + "\n"))
        };
        json.and_then(write).map_err(|error| {
            let help = "name a folder that you may write to with `--to`";
            Failure::job(format!("cannot write `{}`: {error}", target.display()), help)
        })
    }

    fn read(&self, document: &str) -> Result<Option<Record>, Failure> {
        let place = self.place(document, JSON)?;
        let help = "make it again with `snipcheck record --accept`";
        let broken = |why: String| Failure::job(format!("cannot read the record `{}`: {why}", place.display()), help);
        let text = match std::fs::read_to_string(&place) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(broken(error.to_string())),
        };
        let record: Record = serde_json::from_str(&text).map_err(|error| broken(error.to_string()))?;
        match record.schema_version {
            SCHEMA_VERSION => Ok(Some(record)),
            other => Err(broken(format!("its schema_version is {other}, and this snipcheck reads {SCHEMA_VERSION}"))),
        }
    }

    /// The file of a document's record: its path below the folder.
    fn place(&self, document: &str, ending: &str) -> Result<PathBuf, Failure> {
        let path = Path::new(document);
        let plain = path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !plain || document == documents::STANDARD_INPUT_NAME {
            let help = "go to the folder above your documents, and name them from there";
            return Err(Failure::usage(format!("`{document}` can have no record: it is not below this folder"), help));
        }
        Ok(self.folder.join(format!("{document}{ending}")))
    }

    /// The records in the folder whose documents are not here, by the documents' paths.
    ///
    /// # Errors
    /// When the folder cannot be looked through.
    pub fn orphans(&self) -> io::Result<Vec<String>> {
        let mut orphans = Vec::new();
        if !self.folder.exists() {
            return Ok(orphans);
        }
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder)? {
                let entry = entry?;
                let path = entry.path();
                if entry.file_type()?.is_dir() {
                    folders.push(path);
                    continue;
                }
                let within = path.strip_prefix(&self.folder).ok().and_then(Path::to_str);
                let document = within.and_then(|within| within.strip_suffix(JSON));
                orphans.extend(document.filter(|document| !Path::new(document).exists()).map(str::to_owned));
            }
        }
        orphans.sort();
        Ok(orphans)
    }
}
