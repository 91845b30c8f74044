//! `snipcheck fix`: the truth put into the documents, or shown as a difference.

mod diff;
mod left;

use std::path::Path;

use super::config::Fix;
use super::mending::Bench;
use super::output::{Output, remark};
use super::rewrite::rewrite;
use super::{Failure, check};
use crate::fix::{Finding, Remedy};
use crate::flow::mend::{Draft, Mended};
use crate::report::summary::{FAILED, INCOMPLETE, PASSED};

/// Runs it; gives the exit code.
///
/// # Errors
/// When nothing can be checked, or a document cannot be written.
pub fn run(config: &Fix) -> Result<u8, Failure> {
    let mut documents = check::read(&config.inputs)?;
    let bench = Bench::new(&config.ground)?;
    let (drafts, checked) = bench.drafts(&mut documents, config.insert)?;
    let chosen: Vec<(&Draft, Vec<usize>)> =
        drafts.iter().map(|draft| (draft, choice(&draft.findings, config.also_unsafe))).collect();
    let mended = bench.mend(&chosen)?;
    let pairs = || drafts.iter().zip(&mended);
    if config.write {
        pairs().try_for_each(|(draft, mended)| write(draft, mended))?;
    } else {
        show(pairs())?;
    }
    let page = left::Page { write: config.write, drafts: pairs().collect(), unreadable: &checked.frame.unreadable };
    remark(&page.render());
    Ok(exit_code(config, &page, checked.frame.interrupted))
}

/// The findings that can be mended.
fn choice(findings: &[Finding], also_unsafe: bool) -> Vec<usize> {
    let chosen = |finding: &Finding| match &finding.remedy {
        Remedy::Mend(mend) => also_unsafe || mend.turn.is_none(),
        Remedy::Author(_) => false,
    };
    (0..findings.len()).filter(|at| chosen(&findings[*at])).collect()
}

fn write(draft: &Draft, mended: &Mended) -> Result<(), Failure> {
    match mended.done.is_empty() {
        true => Ok(()),
        false => rewrite(Path::new(&draft.path), &draft.original(), &mended.text),
    }
}

fn show<'a>(pairs: impl Iterator<Item = (&'a Draft, &'a Mended)>) -> Result<(), Failure> {
    let mut output = Output::Standard;
    let colour = output.colours(false);
    for (draft, mended) in pairs.filter(|(_, mended)| !mended.done.is_empty()) {
        output.add(&diff::unified(&draft.path, &draft.original(), &mended.text, colour))?;
    }
    Ok(())
}

fn exit_code(config: &Fix, page: &left::Page<'_>, interrupted: bool) -> u8 {
    let shown = page.drafts.iter().any(|(_, mended)| !mended.done.is_empty()) && !config.write;
    if shown || page.is_anything_left() {
        FAILED
    } else if interrupted || !page.unreadable.is_empty() {
        INCOMPLETE
    } else {
        PASSED
    }
}
