//! The report as one page: the documents as a reader sees them, and beside each claim what really happened.
//!
//! The page stands alone: no script is needed, nothing is fetched. What comes from documents and snippets is not trusted
//! and is text, never markup. `page` owns what stands around the documents, `document` what one of them consists of,
//! `prose` its running text, `block` its Python, `claim` a claim, `marks` where claims stand, `text` what may be written.

mod block;
mod claim;
mod document;
mod marks;
mod page;
mod prose;
mod segment;
mod text;

use std::collections::BTreeMap;

use super::findings;
use super::model::{DocumentReport, Report};
use super::paper::{Layer, Paper, Refused};
use super::summary::{FailOn, claims};
use super::{clean, words};
use crate::judge::Verdict;

/// The page that is being written.
#[derive(Debug)]
pub struct Page {
    fail_on: FailOn,
    /// Errors and warnings so far.
    findings: [usize; 2],
    /// For each interpreter, so many results that hold, fail, and could not be decided.
    results: BTreeMap<String, [usize; 3]>,
}

impl Page {
    /// Nothing is on it.
    pub fn new(fail_on: FailOn) -> Self {
        Self { fail_on, findings: [0; 2], results: BTreeMap::new() }
    }

    fn count(&mut self, document: &DocumentReport) {
        let [errors, warnings] = findings::count(&findings::of_document(document, self.fail_on));
        self.findings = [self.findings[0] + errors, self.findings[1] + warnings];
        for result in claims(document).flat_map(|claim| &claim.results) {
            let counts = self.results.entry(result.interpreter.clone()).or_default();
            match result.verdict {
                Verdict::Holds => counts[0] += 1,
                Verdict::Fails | Verdict::Varies => counts[1] += 1,
                Verdict::Undecidable => counts[2] += 1,
            }
        }
    }
}

impl Paper for Page {
    fn document(
        &mut self,
        place: usize,
        document: &DocumentReport,
        text: Option<&str>,
    ) -> Result<Vec<String>, Refused> {
        self.count(document);
        let ids = marks::Ids { place };
        Ok(vec![
            page::document_line(ids, document),
            page::finding_lines(ids, document, self.fail_on),
            document::render(ids, document, text),
        ])
    }

    fn layers(&self, frame: &Report) -> Result<Vec<Layer>, Refused> {
        Ok(page::layers(self, frame))
    }
}
