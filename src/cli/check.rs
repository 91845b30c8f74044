//! `snipcheck check`: the main job.

use super::config::Check;
use super::pages::Pages;
use super::progress::{Bar, Progress};
use super::stages::{self, Documents};
use super::{Failure, config};
use crate::flow::Step;

/// Runs it; gives the exit code.
///
/// # Errors
/// When there is nothing to report.
pub fn run(config: &Check) -> Result<u8, Failure> {
    // What is quick and may fail comes first.
    let mut pages = Pages::open(&config.shown)?;
    let documents = read(&config.inputs)?;
    let bar = Bar::new(config.progress);
    let checked = stages::run_stages(config, documents, &mut |step| tell(step, &bar, &mut pages));
    bar.finish();
    let checked = checked?;
    pages.finish(&checked.frame)?;
    Ok(checked.tally.exit_status(&checked.frame, config.shown.fail_on))
}

fn tell(step: Step<'_>, bar: &Bar, pages: &mut Pages) -> Result<(), Failure> {
    match step {
        Step::Planned(blocks) => bar.on(Progress::Planned(blocks)),
        Step::Judged { .. } => {}
        Step::Ended => bar.on(Progress::Ended),
        Step::Done { place, report, document } => {
            return bar.aside(|| pages.add(place, &report, Some(&document.source.text)));
        }
    }
    Ok(())
}

/// Finds the documents; an empty selection is a mistake, since a run that checks nothing looks like one that passed.
pub(super) fn read(inputs: &config::Inputs) -> Result<Documents, Failure> {
    let documents = stages::find(inputs)?;
    if documents.is_empty() {
        let help =
            "documents end with .md, .markdown, .mdx, .qmd or .txt; what .gitignore names is left out of folders";
        return Err(Failure::usage("no document is found there", help));
    }
    Ok(documents)
}
