//! `snipcheck fix`: the truth put into the documents, or shown as a difference.

mod diff;
mod left;

pub use left::listed;

use std::path::Path;

use super::config::Fix;
use super::mending::Bench;
use super::output::{Output, remark};
use super::rewrite::rewrite;
use super::{Failure, check};
use crate::fix::{Finding, Remedy};
use crate::flow::mend::Work;
use crate::report::summary::{FAILED, INCOMPLETE, PASSED};

/// Runs it; gives the exit code.
///
/// # Errors
/// When nothing can be checked, or a document cannot be written.
pub fn run(config: &Fix) -> Result<u8, Failure> {
    let mut documents = check::read(&config.inputs)?;
    let bench = Bench::new(&config.ground, &documents)?;
    let (drafts, checked) = bench.drafts(&mut documents, config.insert)?;
    let chosen = |finding: &Finding| match &finding.remedy {
        Remedy::Mend(mend) => config.also_unsafe || mend.turn.is_none(),
        Remedy::Author(_) => false,
    };
    let works = bench.mend_all(drafts, &chosen)?;
    if config.write {
        works.iter().filter(|work| work.mended > 0).try_for_each(write)?;
    } else {
        show(&works)?;
    }
    let page = left::Page { write: config.write, works: &works, unreadable: &checked.frame.unreadable };
    remark(&page.render());
    let shown = !config.write && works.iter().any(|work| work.mended > 0);
    Ok(match shown || page.is_anything_left() {
        true => FAILED,
        false if checked.frame.interrupted || !page.unreadable.is_empty() => INCOMPLETE,
        false => PASSED,
    })
}

fn write(work: &Work) -> Result<(), Failure> {
    rewrite(Path::new(&work.draft.path), &work.original, work.text())
}

fn show(works: &[Work]) -> Result<(), Failure> {
    let mut output = Output::Standard;
    let colour = output.colours(false);
    for work in works.iter().filter(|work| work.mended > 0) {
        output.add(&diff::unified(&work.draft.path, &work.original, work.text(), colour))?;
    }
    Ok(())
}
