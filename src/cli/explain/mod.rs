//! `snipcheck explain`: how one line was read, what was seen, and why the verdict is what it is.

mod text;
mod words;

use super::config::{Explain, Inputs};
use super::output::Output;
use super::{Failure, check, stages};
use crate::discover::interpreters;
use crate::report::summary::PASSED;
use text::Page;

/// Runs it; gives the exit code.
///
/// # Errors
/// When the line is not there, or its block cannot be run.
pub fn run(config: &Explain) -> Result<u8, Failure> {
    let mut documents =
        check::read(&Inputs { paths: vec![config.path.clone()], read_as: config.read_as, ..Inputs::default() })?;
    let Some(loaded) = documents.next() else {
        let reasons = documents.unreadable().into_iter().map(|it| format!("{}: {}", it.path, it.reason));
        return Err(Failure::job(reasons.collect::<Vec<_>>().join("; "), ""));
    };
    let lines = loaded.source.text.lines().count();
    if !(1..=lines).contains(&config.line) {
        let help = format!("name a line of the document, such as `{}:1`", config.path.display());
        return Err(Failure::usage(format!("there is no line {}: the document has {lines}", config.line), help));
    }
    let interpreters = interpreters::resolve(&config.pythons, &config.places)?;
    let explained = stages::explain(loaded, config.line, &interpreters, &config.own)?;
    let page = Page { line: config.line, interpreters: &interpreters, explained: &explained };
    Output::Standard.write(&page.render())?;
    Ok(PASSED)
}
