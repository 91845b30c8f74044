//! The reports on their way out, document by document. They come as they are done and leave in their order.

use std::io;

use super::Failure;
use super::config::Shown;
use super::formats::Format;
use super::output::Output;
use super::spool::Spool;
use crate::report::model::{DocumentReport, Report};
use crate::report::paper::{Paper, Refused};
use crate::report::terminal::{self, Options};
use crate::report::{github, html, json, junit, markdown, sarif};

/// The reports that are being written.
#[derive(Debug)]
pub struct Pages(Vec<Page>);

impl Pages {
    /// Opens all of them: nothing is written, and what cannot be is known.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn open(shown: &Shown) -> Result<Self, Failure> {
        let mut pages = Vec::new();
        for report in &shown.reports {
            let output = Output::open(report.file.as_deref())?;
            let paper = paper(report.format, &output, shown);
            pages.push(Page { output, paper, layers: Vec::new(), next: 0 });
        }
        if let Some(file) = &shown.step_summary {
            let output = Output::append(file)?;
            let paper = paper(Format::Markdown, &output, shown);
            pages.push(Page { output, paper, layers: Vec::new(), next: 0 });
        }
        Ok(Self(pages))
    }

    /// Takes a document in, the one at `place`; `text` is the document itself.
    ///
    /// # Errors
    /// When it can neither be written nor kept.
    pub fn add(&mut self, place: usize, document: &DocumentReport, text: Option<&str>) -> Result<(), Failure> {
        self.0.iter_mut().try_for_each(|page| page.add(place, document, text))
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(self, frame: &Report) -> Result<(), Failure> {
        self.0.into_iter().try_for_each(|page| page.finish(frame))
    }
}

fn paper(format: Format, output: &Output, shown: &Shown) -> Box<dyn Paper> {
    let fail_on = shown.fail_on;
    match format {
        Format::Terminal => {
            let colour = output.colours(shown.colour_files);
            Box::new(terminal::Page::new(Options { colour, detail: shown.detail, fail_on }))
        }
        Format::Json => Box::new(json::Record),
        Format::Html => Box::new(html::Page::new(fail_on)),
        Format::Markdown => Box::new(markdown::Page::new(fail_on)),
        Format::Junit => Box::new(junit::Suites::new(fail_on)),
        Format::Sarif => Box::new(sarif::Results { fail_on }),
        Format::Github => Box::new(github::Annotations { fail_on }),
    }
}

/// One of them.
#[derive(Debug)]
struct Page {
    output: Output,
    paper: Box<dyn Paper>,
    /// For each layer the pieces that wait.
    layers: Vec<Spool>,
    /// The document that is to leave next.
    next: usize,
}

impl Page {
    fn add(&mut self, place: usize, document: &DocumentReport, text: Option<&str>) -> Result<(), Failure> {
        let pieces = self.paper.document(place, document, text).map_err(|error| no_report(&error))?;
        self.layers.resize_with(pieces.len().max(self.layers.len()), Spool::new);
        for (layer, piece) in self.layers.iter_mut().zip(&pieces) {
            layer.put(place, piece).map_err(|error| no_room(&error))?;
        }
        if self.paper.in_turn() { self.leave() } else { Ok(()) }
    }

    /// Writes the documents whose turn it is.
    fn leave(&mut self) -> Result<(), Failure> {
        for layer in &mut self.layers {
            while let Some(piece) = layer.take(self.next).map_err(|error| no_room(&error))? {
                self.next += 1;
                self.output.add(&piece)?;
            }
        }
        Ok(())
    }

    fn finish(mut self, frame: &Report) -> Result<(), Failure> {
        let layers = self.paper.layers(frame).map_err(|error| no_report(&error))?;
        self.layers.resize_with(layers.len(), Spool::new);
        for (layer, spool) in layers.iter().zip(&mut self.layers) {
            let waiting = std::iter::from_fn(|| {
                let number = spool.first()?;
                Some(spool.take(number).map(Option::unwrap_or_default).map_err(|error| no_room(&error)))
            });
            layer.write(waiting, |text| self.output.add(text))?;
        }
        self.output.finish()
    }
}

fn no_report(error: &Refused) -> Failure {
    Failure::job(format!("cannot write the report: {error}"), "")
}

fn no_room(error: &io::Error) -> Failure {
    let help = "a long report waits in the folder for temporary files until it is complete: make room there, or name another folder by TMPDIR";
    Failure::job(format!("cannot keep the report until it is complete: {error}"), help)
}
