//! Where the commands meet the stages. The rest of the command line knows these functions and no stage behind them.

use super::Failure;
use super::config::{Check, Inputs};
use super::progress::Progress;
use crate::claims::Claim;
use crate::extract::{Document, Format};
use crate::report::model::{Report, Unreadable};
use crate::text::Source;
use crate::wire::{Enforced, Interpreter};

/// The documents of a run.
#[derive(Debug, Default)]
pub struct Documents {
    /// Those that could be read, in the order of their paths, with how to take them apart.
    pub read: Vec<(Source, Format)>,
    /// The others.
    pub unreadable: Vec<Unreadable>,
}

/// What a document shows before anything runs.
#[derive(Debug)]
pub struct Recognised {
    /// Its blocks.
    pub document: Document,
    /// What it claims, in the order of the places.
    pub claims: Vec<Claim>,
    /// For each block what it needs from outside: `module:requests`, `name:fetch`, …
    pub needs: Vec<Vec<String>>,
}

/// Finds and reads documents.
///
/// # Errors
/// When what is named cannot be looked through at all.
pub fn read(_inputs: &Inputs) -> Result<Documents, Failure> {
    Err(not_assembled("reading documents"))
}

/// Takes a document apart and finds its claims and needs.
///
/// # Errors
/// None once the stages stand: reading of a broken document gives notes.
pub fn recognise(_source: &Source, _format: Format) -> Result<Recognised, Failure> {
    Err(not_assembled("extraction"))
}

/// The long part of `check`: extract, claims, plan, run, judge, report.
///
/// # Errors
/// When no worker can be had, or not at the level that was required.
pub fn run_stages(
    _config: &Check,
    _interpreters: &[Interpreter],
    _documents: &Documents,
    _on: &mut dyn FnMut(Progress),
) -> Result<Report, Failure> {
    Err(not_assembled("running"))
}

/// What a worker in this interpreter would be protected by.
///
/// # Errors
/// When no worker starts in it.
pub fn protection(_interpreter: &Interpreter) -> Result<Enforced, Failure> {
    Err(not_assembled("the worker"))
}

fn not_assembled(what: &str) -> Failure {
    Failure::job(format!("{what} is not assembled yet in this build"), "")
}
