//! The report on its way out, document by document. They come as they are done and leave in their order.

use std::io;

use super::Failure;
use super::config::{Check, Format};
use super::output::Output;
use super::spool::Spool;
use crate::report::json;
use crate::report::model::{DocumentReport, Report};
use crate::report::terminal::{Options, Page};

/// A report that is being written.
#[derive(Debug)]
pub struct Pages {
    output: Output,
    spool: Spool,
    form: Form,
}

#[derive(Debug)]
enum Form {
    /// What stands before the documents is known last.
    Json,
    /// Each document is shown when all before it have been.
    Terminal { page: Page, next: usize },
}

impl Pages {
    /// Nothing is written.
    pub fn new(output: Output, config: &Check) -> Self {
        let options =
            Options { colour: output.colours(config.colour_files), detail: config.detail, fail_on: config.fail_on };
        let form = match config.format {
            Format::Json => Form::Json,
            Format::Terminal => Form::Terminal { page: Page::new(options), next: 0 },
        };
        Self { output, spool: Spool::new(), form }
    }

    /// Takes a document in, the one at `place`; `text` is the document itself.
    ///
    /// # Errors
    /// When it can neither be written nor kept.
    pub fn add(&mut self, place: usize, document: &DocumentReport, text: &str) -> Result<(), Failure> {
        match &mut self.form {
            Form::Json => {
                let text = json::document(document).map_err(|error| no_report(&error))?;
                self.spool.put(place, &text).map_err(|error| no_room(&error))
            }
            Form::Terminal { page, next } => {
                let shown = page.document(document, Some(text));
                self.spool.put(place, &shown).map_err(|error| no_room(&error))?;
                while let Some(shown) = self.spool.take(*next).map_err(|error| no_room(&error))? {
                    *next += 1;
                    self.output.add(&shown)?;
                }
                Ok(())
            }
        }
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self, frame: &Report) -> Result<(), Failure> {
        let (head, between, last, tail) = match &self.form {
            Form::Json => {
                let (head, tail) = json::frame(frame).map_err(|error| no_report(&error))?;
                (head, json::BETWEEN, json::LAST, tail)
            }
            Form::Terminal { page, .. } => (String::new(), "", "", page.end(frame)),
        };
        self.output.add(&head)?;
        let mut written = 0;
        while let Some(number) = self.spool.first() {
            let text = self.spool.take(number).map_err(|error| no_room(&error))?.unwrap_or_default();
            self.output.add(if written > 0 { between } else { "" })?;
            self.output.add(&text)?;
            written += 1;
        }
        self.output.add(if written > 0 { last } else { "" })?;
        self.output.add(&tail)?;
        self.output.finish()
    }
}

fn no_report(error: &impl std::fmt::Display) -> Failure {
    Failure::job(format!("cannot write the report: {error}"), "")
}

fn no_room(error: &io::Error) -> Failure {
    let help = "a long report waits in the folder for temporary files until it is complete: make room there, or name another folder by TMPDIR";
    Failure::job(format!("cannot keep the report until it is complete: {error}"), help)
}
