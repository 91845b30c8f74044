//! `snipcheck check`: the main job.

use std::path::Path;

use super::config::Check;
use super::output::remark;
use super::pages::Pages;
use super::progress::{Bar, Progress};
use super::running::{self, Means};
use super::stages::{self, Documents};
use super::{Failure, cache, config, formats};
use crate::fix;
use crate::flow::Step;
use crate::report::clean;
use crate::run::Pool;

/// Runs it; gives the exit code.
///
/// # Errors
/// When there is nothing to report.
pub fn run(config: &Check) -> Result<u8, Failure> {
    // What is quick and may fail comes first.
    let mut pages = Pages::open(&config.shown)?;
    let mut documents = read(&config.inputs)?;
    formats::spare(&config.shown.reports, documents.names())?;
    is_there(config.against.as_deref())?;
    running::choose_something(config, documents.clone())?;
    let bar = Bar::new(config.progress);
    let store = cache::open(config.cache.as_deref());
    let (interpreters, first) = running::interpreters(config, store.as_ref(), &mut documents)?;
    let means = Means { interpreters, store: store.as_ref(), runner: &mut Pool, session: None };
    let (mut mendable, mut known) = (0, false);
    let checked = running::check(config, first, documents, means, &mut |step| {
        mendable += count_mendable(&step);
        known |= matches!(&step, Step::Done { evidence: None, .. });
        tell(step, &bar, &mut pages)
    });
    bar.finish();
    let checked = checked?;
    pages.finish(&checked.frame)?;
    // For a person who watches; a build has no use for it.
    let fails = checked.frame.summary.fails + checked.frame.summary.varies > 0;
    if config.progress && (mendable > 0 || known && fails) {
        // What can be mended is not kept with what was found before.
        remark(&hint((!known).then_some(mendable), &config.inputs));
    }
    Ok(checked.tally.exit_status(&checked.frame, config.shown.fail_on))
}

/// Makes sure that there are records: against a folder that is misspelt, all documents would be new.
fn is_there(records: Option<&Path>) -> Result<(), Failure> {
    match records {
        Some(folder) if !folder.is_dir() => {
            let error = format!("there is no folder of records `{}`", folder.display());
            Err(Failure::usage(error, format!("`snipcheck record --to {}` makes it", folder.display())))
        }
        _ => Ok(()),
    }
}

/// How many failing claims of a document can be mended.
fn count_mendable(step: &Step<'_>) -> usize {
    let Step::Judged { prepared, judgements, .. } = step else { return 0 };
    let findings = fix::propose(&prepared.document, &prepared.claims, judgements);
    findings.iter().filter(|finding| matches!(finding.remedy, fix::Remedy::Mend(_))).count()
}

fn hint(mendable: Option<usize>, inputs: &config::Inputs) -> String {
    let path = match inputs.paths.as_slice() {
        [path] if path.as_os_str() != "-" => clean::line(&path.display().to_string()),
        _ => "PATH".to_owned(),
    };
    let which = mendable.map_or("which".to_owned(), |number| format!("how {number}"));
    format!("`snipcheck fix {path}` shows {which} of them can be mended, `snipcheck review {path}` asks one by one\n")
}

fn tell(step: Step<'_>, bar: &Bar, pages: &mut Pages) -> Result<(), Failure> {
    match step {
        Step::Planned(blocks) => bar.on(Progress::Planned(blocks)),
        Step::Judged { .. } => {}
        Step::Ended => bar.on(Progress::Ended),
        Step::Done { place, report, source, .. } => {
            return bar.aside(|| pages.add(place, &report, Some(&source.text)));
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
