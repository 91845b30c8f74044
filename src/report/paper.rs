//! What a report format is: pieces of text for each document, and what stands around the pieces of all.
//!
//! Documents may come in any order and in any number, so no format keeps them. Owns the shape alone; knows no format,
//! and nothing of where the pieces wait.

use std::error::Error;
use std::fmt::Debug;

use super::model::{DocumentReport, Report};

/// Why a format cannot be written: what its serialiser says.
pub type Refused = Box<dyn Error + Send + Sync>;

/// A report in some format, written one document after the other.
pub trait Paper: Debug {
    /// Whether nothing stands before the documents, so that each can leave when all before it have left.
    fn in_turn(&self) -> bool {
        false
    }

    /// The pieces of the document at `place`, from 0: one for each layer, in their order. `text` is the document itself,
    /// where it is at hand. An empty piece leaves no trace.
    ///
    /// # Errors
    /// When the serialiser refuses, which plain data gives no reason for.
    fn document(&mut self, place: usize, document: &DocumentReport, text: Option<&str>)
    -> Result<Vec<String>, Refused>;

    /// What stands around the pieces, when all documents are done. Those in `frame` are not looked at.
    ///
    /// # Errors
    /// As those of [`document`](Self::document).
    fn layers(&self, frame: &Report) -> Result<Vec<Layer>, Refused>;
}

/// A part of a report to which each document gives one piece.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layer {
    /// Stands before the pieces.
    pub before: String,
    /// Stands between two of them.
    pub between: &'static str,
    /// Stands behind them.
    pub behind: String,
    /// Stands in the place of all that, where there is no piece.
    pub without: String,
}

impl Layer {
    /// Pieces with nothing between them, which may be absent.
    pub fn plain(before: impl Into<String>, behind: impl Into<String>) -> Self {
        let (before, behind) = (before.into(), behind.into());
        let without = format!("{before}{behind}");
        Self { before, between: "", behind, without }
    }

    /// It, with its pieces. Those that are not there yet are asked for one by one.
    ///
    /// # Errors
    /// The first of `pieces` or `write`.
    pub fn write<E>(
        &self,
        pieces: impl Iterator<Item = Result<String, E>>,
        mut write: impl FnMut(&str) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut is_first = true;
        for piece in pieces {
            let piece = piece?;
            if !piece.is_empty() {
                write(if is_first { &self.before } else { self.between })?;
                write(&piece)?;
                is_first = false;
            }
        }
        write(if is_first { &self.without } else { &self.behind })
    }
}

/// A whole report at once, for reports that are at hand; `text` gives the texts of documents by their paths.
///
/// # Errors
/// When the serialiser refuses.
pub fn whole<'a>(
    mut paper: impl Paper,
    report: &Report,
    text: impl Fn(&str) -> Option<&'a str>,
) -> Result<String, Refused> {
    let documents = report.documents.iter().enumerate();
    let pieces: Vec<Vec<String>> = documents
        .map(|(place, document)| paper.document(place, document, text(&document.path)))
        .collect::<Result<_, _>>()?;
    let mut page = String::new();
    for (number, layer) in paper.layers(report)?.iter().enumerate() {
        let own = pieces.iter().filter_map(|pieces| pieces.get(number).cloned().map(Ok::<_, Refused>));
        layer.write(own, |text| {
            page.push_str(text);
            Ok(())
        })?;
    }
    Ok(page)
}
