//! `snipcheck check`: the main job.

use super::config::Check;
use super::pages::Pages;
use super::progress::{Bar, Progress};
use super::records::Records;
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
    let records = config.against.as_deref().map(Records::new);
    let mut drifted = 0;
    let checked = stages::run_stages(config, documents, &mut |step| {
        let step = held_against(records.as_ref(), step, &mut drifted)?;
        tell(step, &bar, &mut pages)
    });
    bar.finish();
    let mut checked = checked?;
    checked.tally.add_drift(drifted);
    checked.frame.summary.drifted = drifted;
    pages.finish(&checked.frame)?;
    Ok(checked.tally.exit_status(&checked.frame, config.shown.fail_on))
}

/// Holds a document that is done against its record, and counts what drifted.
fn held_against<'a>(records: Option<&Records>, step: Step<'a>, drifted: &mut usize) -> Result<Step<'a>, Failure> {
    match (records, step) {
        (Some(records), Step::Done { place, mut report, document }) => {
            report.drift = records.compare(&report, document)?.drift;
            *drifted += report.drift.len();
            Ok(Step::Done { place, report, document })
        }
        (_, step) => Ok(step),
    }
}

fn tell(step: Step<'_>, bar: &Bar, pages: &mut Pages) -> Result<(), Failure> {
    match step {
        Step::Planned(blocks) => bar.on(Progress::Planned(blocks)),
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
    // A hook that is given one document too many has nothing to complain of.
    let is_meant = inputs.force_exclude && documents.left_out > 0;
    if documents.is_empty() && !is_meant {
        let help = match documents.left_out {
            0 => "documents end with .md, .markdown, .mdx, .qmd or .txt; what .gitignore names is left out of folders",
            _ => "all that are there are left out: see `exclude` and `include` in `snipcheck config`",
        };
        return Err(Failure::usage("no document is found there", help));
    }
    Ok(documents)
}
