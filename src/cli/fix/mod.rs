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
    let mut works = bench.mend_all(drafts, &chosen)?;
    let found = works.len();
    if config.write {
        works.retain(is_written);
    } else {
        show(&works)?;
    }
    let all_written = works.len() == found;
    let page = left::Page { write: config.write, works: &works, unreadable: &checked.frame.unreadable };
    remark(&page.render());
    let shown = !config.write && works.iter().any(|work| work.mended > 0);
    Ok(match shown || page.is_anything_left() {
        _ if !all_written => INCOMPLETE,
        true => FAILED,
        false if checked.frame.interrupted || !page.unreadable.is_empty() => INCOMPLETE,
        false => PASSED,
    })
}

/// Writes a document, if there is anything to write. One that cannot be written is told, and keeps no other from it.
fn is_written(work: &Work) -> bool {
    let write = || rewrite(Path::new(&work.draft.path), &work.original, work.text());
    let written = if work.mended > 0 { write() } else { Ok(()) };
    written.inspect_err(|failure| remark(&failure.to_string())).is_ok()
}

fn show(works: &[Work]) -> Result<(), Failure> {
    let mut output = Output::Standard;
    let colour = output.colours(false);
    for work in works.iter().filter(|work| work.mended > 0) {
        output.add(&diff::unified(&work.draft.path, &work.original, work.text(), colour))?;
    }
    Ok(())
}
