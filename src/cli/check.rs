//! `snipcheck check`: the main job.

use super::config::{Check, Format};
use super::output::Output;
use super::progress::Bar;
use super::stages::{self, Documents};
use super::{Failure, config};
use crate::discover::interpreters;
use crate::report::model::Report;
use crate::report::summary::exit_status;
use crate::report::terminal::{Options, Texts};
use crate::report::{json, terminal};

/// Runs it; gives the exit code.
///
/// # Errors
/// When there is nothing to report.
pub fn run(config: &Check) -> Result<u8, Failure> {
    // What is quick and may fail comes first.
    let output = Output::open(config.output.as_deref())?;
    let documents = read(&config.inputs)?;
    let interpreters = match config.all_pythons {
        true => interpreters::resolve_all(&config.places)?,
        false => interpreters::resolve(&config.pythons, &config.places)?,
    };
    let bar = Bar::new(config.progress);
    let report = stages::run_stages(config, &interpreters, &documents, &mut |progress| bar.on(progress));
    bar.finish();
    let report = report?;
    let text = render(&report, &documents, config, output.colours(config.colour_files))?;
    output.write(&text)?;
    Ok(exit_status(&report, config.fail_on))
}

/// Reads the documents; an empty selection is a mistake, since a run that checks nothing looks like one that passed.
pub(super) fn read(inputs: &config::Inputs) -> Result<Documents, Failure> {
    let documents = stages::read(inputs)?;
    if documents.read.is_empty() && documents.unreadable.is_empty() {
        let help =
            "documents end with .md, .markdown, .mdx, .qmd or .txt; what .gitignore names is left out of folders";
        return Err(Failure::usage("no document is found there", help));
    }
    Ok(documents)
}

fn render(report: &Report, documents: &Documents, config: &Check, colour: bool) -> Result<String, Failure> {
    match config.format {
        Format::Json => {
            json::write(report).map_err(|error| Failure::job(format!("cannot write the report: {error}"), ""))
        }
        Format::Terminal => {
            let texts: Texts<'_> = documents
                .read
                .iter()
                .map(|loaded| (loaded.source.path.as_str(), loaded.source.text.as_str()))
                .collect();
            let options = Options { colour, detail: config.detail, fail_on: config.fail_on };
            Ok(terminal::render(report, &texts, options))
        }
    }
}
