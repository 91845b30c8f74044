//! `snipcheck review`: what fails, one finding at a time, and what a person says to it.
//!
//! A document's answers are written when its last finding is answered, or at the end, whichever way that comes. So
//! nothing that was accepted is lost.

mod answer;
mod editor;
mod mark;
mod question;
mod session;

use super::config::Review;
use super::fix::listed;
use super::mending::Bench;
use super::output::{Output, remark};
use super::{Failure, check};
use crate::flow::mend::{Draft, Work};
use crate::report::summary::{FAILED, INCOMPLETE, PASSED};
use session::{End, Session};

/// Runs it; gives the exit code.
///
/// # Errors
/// When nothing can be checked, or a document cannot be written.
pub fn run(config: &Review) -> Result<u8, Failure> {
    let mut documents = check::read(&config.inputs)?;
    let bench = Bench::new(&config.ground, &documents)?;
    let (drafts, checked) = bench.drafts(&mut documents, false)?;
    let complete = !checked.frame.interrupted && checked.frame.unreadable.is_empty();
    let is_left = match config.asks {
        true => ask(config, &bench, drafts)?,
        false => list(drafts)?,
    };
    Ok(match (is_left, complete) {
        (true, _) => FAILED,
        (false, false) => INCOMPLETE,
        (false, true) => PASSED,
    })
}

/// Whether anything is left that nobody has decided on.
fn ask(config: &Review, bench: &Bench<'_>, drafts: Vec<Draft>) -> Result<bool, Failure> {
    let mut session = Session::new(bench, &config.editor, &drafts);
    for draft in drafts {
        if session.document(draft)? == End::Quit {
            break;
        }
    }
    remark(&session.ending());
    Ok(session.is_anything_left())
}

/// Without anybody to ask: the findings, and the command for each.
fn list(drafts: Vec<Draft>) -> Result<bool, Failure> {
    let is_left = !drafts.is_empty();
    let works: Vec<Work> = drafts.into_iter().map(Work::new).collect();
    let output = Output::Standard;
    let text = listed(&works);
    let plain = anstream::adapter::strip_str(&text).to_string();
    let colour = output.colours(false);
    output.write(if colour { &text } else { &plain })?;
    Ok(is_left)
}
