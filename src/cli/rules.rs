//! `snipcheck rules`: what may differ between a claim and what came out, by name. Also how a rule is typed.

use std::fmt::Write as _;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::Failure;
use super::output::Output;
use crate::judge::Rule;
use crate::report::summary::PASSED;

/// Reads the name of a rule. A misspelt one is told with the nearest.
pub fn by_name() -> impl TypedValueParser<Value = Rule> {
    let names = PossibleValuesParser::new(Rule::ALL.iter().map(|rule| rule.name()));
    names.try_map(|name| Rule::ALL.iter().copied().find(|rule| rule.name() == name).ok_or("no rule"))
}

/// Prints them all; gives the exit code.
///
/// # Errors
/// When nobody reads them any more.
pub fn run() -> Result<u8, Failure> {
    Output::Standard.write(&list())?;
    Ok(PASSED)
}

fn list() -> String {
    let width = Rule::ALL.iter().map(|rule| rule.name().len()).max().unwrap_or_default();
    let mut text = String::new();
    for rule in Rule::ALL {
        let _ = writeln!(text, "{:width$}  {}", rule.name(), rule.meaning());
        for line in rule.example().lines() {
            let _ = writeln!(text, "{:width$}      {line}", "");
        }
    }
    text + "\nEach verdict names the rules that it needed. `check --strict` turns all of them off, `check --without-rule NAME` one.\n"
}
