//! `snipcheck list`: what is recognised, without running anything.

mod model;
mod terminal;

use super::config::{List, ListFormat};
use super::output::Output;
use super::{Failure, check, stages};
use crate::report::summary::{INCOMPLETE, PASSED};
use model::{Listing, describe};

/// Runs it; gives the exit code.
///
/// # Errors
/// When there is nothing to list.
pub fn run(config: &List) -> Result<u8, Failure> {
    let mut documents = check::read(&config.inputs)?;
    let listed = documents.by_ref().map(|loaded| describe(&stages::recognise(loaded))).collect();
    let mut listing = Listing::new(documents.unreadable());
    listing.documents = listed;
    let output = Output::Standard;
    let text = match config.format {
        ListFormat::Json => listing.json()?,
        ListFormat::Terminal => terminal::render(&listing, output.colours(false)),
    };
    output.write(&text)?;
    Ok(if listing.unreadable.is_empty() { PASSED } else { INCOMPLETE })
}
