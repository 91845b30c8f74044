//! The report for people: the document's own lines, the claimed text underlined, what really happened beside it.
//!
//! Owns what a reader sees and in which order. Reads the report's model and the documents' texts, nothing else; gives
//! back text and prints nothing. Whatever a snippet wrote passes through [`clean`](super::clean) first.

mod claim;
mod diff;
mod document;
mod excerpt;
mod paint;
mod raised;
mod totals;

use std::collections::BTreeMap;

use super::model::Report;
use super::summary::FailOn;
use super::{clean, words};
pub(crate) use paint::Paint;

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
    let paint = Paint::new(options.colour);
    let mut page = String::new();
    for document in &report.documents {
        let text = texts.get(document.path.as_str()).copied();
        page.push_str(&document::render(document, text, &paint, options));
    }
    for unreadable in &report.unreadable {
        let path = clean::line(&unreadable.path);
        let title = format!("{} {path}: {}\n", paint.error("error[unreadable]:"), clean::line(&unreadable.reason));
        page.push_str(&title);
    }
    match options.detail {
        Detail::Quiet if report.interrupted => page + &totals::ending(report, options, &paint) + "\n",
        Detail::Quiet => page,
        _ if report.unreadable.is_empty() => page + &totals::render(report, options, &paint),
        _ => page + "\n" + &totals::render(report, options, &paint),
    }
}
