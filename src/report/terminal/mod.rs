//! The report for people: the document's own lines, the claimed text underlined, what really happened beside it.
//!
//! Owns what a reader sees and in which order. Reads the report's model and the documents' texts, nothing else; gives
//! back text and prints nothing. Whatever a snippet wrote passes through [`clean`](super::clean) first.

mod claim;
mod diff;
mod document;
mod drift;
mod excerpt;
mod paint;
mod raised;
mod totals;
mod versions;

use std::collections::BTreeMap;

use super::model::{DocumentReport, Report};
use super::paper::{Layer, Paper, Refused};
use super::summary::FailOn;
use super::{clean, words};
pub(crate) use paint::Paint;
use totals::Totals;

/// The documents' texts by their paths; a report holds none. Where one is absent, findings are shown without its lines.
pub type Texts<'a> = BTreeMap<&'a str, &'a str>;

/// How much is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Detail {
    /// What counts as a failure, and nothing else.
    Quiet,
    /// What fails or varies, and a summary.
    #[default]
    Normal,
    /// Every claim, and every block that did not run to its end.
    Verbose,
}

/// What the reader wants to see.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// With escape codes for colours.
    pub colour: bool,
    /// How much.
    pub detail: Detail,
    /// What counts as a failure.
    pub fail_on: FailOn,
}

/// Renders a whole report.
pub fn render(report: &Report, texts: &Texts<'_>, options: Options) -> String {
    let mut page = Page::new(options);
    let text = |document: &DocumentReport| texts.get(document.path.as_str()).copied();
    let documents: String = report.documents.iter().map(|document| page.document(document, text(document))).collect();
    documents + &page.end(report)
}

/// What drifted in a document, and nothing else.
pub fn drift(document: &DocumentReport, colour: bool) -> String {
    drift::render(document, &Paint::new(colour)).into_iter().map(|(_, text)| text).collect()
}

/// A report that is rendered one document after the other.
#[derive(Debug)]
pub struct Page {
    options: Options,
    paint: Paint,
    totals: Totals,
}

impl Page {
    /// Nothing is on it.
    pub fn new(options: Options) -> Self {
        Self { options, paint: Paint::new(options.colour), totals: Totals::default() }
    }

    /// What stands there of a document, whose lines are in `text`.
    pub fn document(&mut self, document: &DocumentReport, text: Option<&str>) -> String {
        let options = Options { fail_on: self.options.fail_on.of(document), ..self.options };
        self.totals.add(document, options.fail_on);
        document::render(document, text, &self.paint, options)
    }

    /// What stands behind all documents. Those in the report are not looked at.
    pub fn end(&self, report: &Report) -> String {
        let (options, paint) = (self.options, &self.paint);
        let unreadable = report.unreadable.iter().map(|unreadable| {
            let path = clean::line(&unreadable.path);
            format!("{} {path}: {}\n", paint.error("error[unreadable]:"), clean::line(&unreadable.reason))
        });
        let unreadable: String = unreadable.collect();
        match options.detail {
            Detail::Quiet if report.interrupted => {
                unreadable + &totals::ending(report, &self.totals, options, paint) + "\n"
            }
            Detail::Quiet => unreadable,
            _ if report.unreadable.is_empty() => totals::render(report, &self.totals, options, paint),
            _ => unreadable + "\n" + &totals::render(report, &self.totals, options, paint),
        }
    }
}

impl Paper for Page {
    fn in_turn(&self) -> bool {
        true
    }

    fn document(&mut self, _: usize, document: &DocumentReport, text: Option<&str>) -> Result<Vec<String>, Refused> {
        Ok(vec![Page::document(self, document, text)])
    }

    fn layers(&self, frame: &Report) -> Result<Vec<Layer>, Refused> {
        Ok(vec![Layer::plain("", self.end(frame))])
    }
}
