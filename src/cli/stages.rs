//! Documents found and read; and the short ways through the stages, for the commands that do not check whole documents.

use std::collections::VecDeque;
use std::path::PathBuf;

use super::Failure;
use super::config::{Inputs, Own};
use crate::claims::{Certainty, Claim};
use crate::directives::{self, Directives, Foreign};
use crate::discover::documents::{self, DocumentPath, Loaded, Place};
use crate::extract::{self, Block, Document};
use crate::flow::{self, Prepared, Setup};
use crate::judge::Explained;
use crate::plan;
use crate::report::model::Unreadable;
use crate::run::{Pool, probe_protection};
use crate::text::Source;
use crate::wire::{Enforced, Interpreter, Limits, Policy};

/// The documents of a run, read one after the other.
#[derive(Debug, Clone)]
pub struct Documents {
    waiting: VecDeque<DocumentPath>,
    /// Standard input can be read but once.
    input: Option<Loaded>,
    unreadable: Vec<Unreadable>,
    /// How many were found and are not meant.
    pub left_out: usize,
}

impl Documents {
    /// The names of those that are waiting, standard input among them.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let input = self.input.iter().map(|input| input.source.path.clone());
        input.chain(self.waiting.iter().map(|document| document.place.name()))
    }

    /// Whether there is nothing to read, nor to complain of.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.input.is_none() && self.unreadable.is_empty()
    }

    /// What could not be read so far.
    pub fn unreadable(mut self) -> Vec<Unreadable> {
        self.unreadable.sort_by(|a, b| a.path.cmp(&b.path));
        self.unreadable
    }
}

impl Iterator for Documents {
    type Item = Loaded;

    fn next(&mut self) -> Option<Loaded> {
        if let Some(input) = self.input.take() {
            return Some(input);
        }
        while let Some(path) = self.waiting.pop_front() {
            match documents::read(&path) {
                Ok(loaded) => return Some(loaded),
                Err(why) => self.unreadable.push(unreadable(why)),
            }
        }
        None
    }
}

/// What a document shows before anything runs.
#[derive(Debug)]
pub struct Recognised {
    /// Its blocks.
    pub document: Document,
    /// What it surely claims, in the order of the places.
    pub claims: Vec<Claim>,
    /// For each block what it needs from outside: `module:requests`, `name:fetch`, …
    pub needs: Vec<Vec<String>>,
    /// What its authors say of the run of its blocks.
    pub directives: Directives,
}

/// Finds documents.
///
/// # Errors
/// When what is named cannot be looked through at all.
pub fn find(inputs: &Inputs) -> Result<Documents, Failure> {
    let mut found = documents::find(&inputs.paths, inputs.read_as);
    if let Some(misused) = found.misused.first() {
        return Err(Failure::usage(format!("{}: {}", misused.argument, misused.reason), ""));
    }
    let all = found.documents.len();
    found.documents.retain(|document| match &document.place {
        Place::StandardInput => true,
        Place::File(path) => inputs.take(path),
    });
    let left_out = all - found.documents.len();
    let (input, waiting): (VecDeque<_>, VecDeque<_>) =
        found.documents.into_iter().partition(|path| path.place == Place::StandardInput);
    let mut documents = Documents {
        waiting,
        input: None,
        unreadable: found.unreadable.into_iter().map(unreadable).collect(),
        left_out,
    };
    match input.front().map(documents::read) {
        Some(Ok(loaded)) => documents.input = Some(loaded),
        Some(Err(why)) => documents.unreadable.push(unreadable(why)),
        None => {}
    }
    Ok(documents)
}

fn unreadable(why: documents::Unreadable) -> Unreadable {
    Unreadable { path: why.path, reason: why.reason }
}

/// The text of a document that a report is about, if it is still the one that the report was made from.
pub fn unchanged(path: &str, sha256: &str) -> Option<String> {
    // A report may name anything, such as a pipe that nobody writes to.
    let file = PathBuf::from(path);
    let place = file.is_file().then_some(Place::File(file))?;
    let loaded = documents::read(&DocumentPath { place, format: extract::Format::Markdown }).ok()?;
    (loaded.sha256 == sha256).then_some(loaded.source.text)
}

/// What a document says to other tools.
#[derive(Debug)]
pub struct Borrowed {
    /// The document.
    pub source: Source,
    /// In the order of their places.
    pub foreign: Vec<Foreign>,
}

/// Finds what a document says to other tools.
pub fn borrowed(loaded: Loaded) -> Borrowed {
    let document = extract::extract(loaded.source, loaded.format);
    let foreign = directives::read(&document).foreign;
    Borrowed { source: document.source, foreign }
}

/// Takes a document apart and finds its claims and needs.
pub fn recognise(loaded: Loaded) -> Recognised {
    let prepared = flow::prepare(loaded, &Limits::default(), &|_| true);
    let blocks = prepared.units.iter().filter(|unit| unit.is_some());
    let needs = blocks.map(|unit| plan::needs(&prepared.plan(*unit), &prepared.modules)).collect();
    let directives = prepared.directives().clone();
    let Prepared { document, claims, .. } = prepared;
    let claims = claims.into_iter().filter(|claim| claim.certainty > Certainty::Possible).collect();
    Recognised { document, claims, needs, directives }
}

/// How the claims of one line were judged.
#[derive(Debug)]
pub struct Explanation {
    /// The document.
    pub prepared: Prepared,
    /// Indices of the claims that stand on the line, or speak of it.
    pub claims: Vec<usize>,
    /// For each interpreter, the claims of the line's block and of running text.
    pub on_each: Vec<Vec<Explained>>,
}

/// Runs the block behind a line and keeps how its claims were judged.
///
/// # Errors
/// When no worker can be had.
pub fn explain(loaded: Loaded, line: usize, interpreters: &[Interpreter], own: &Own) -> Result<Explanation, Failure> {
    let everything = flow::prepare(loaded.clone(), &own.limits, &|_| true);
    let here = |claim: &&Claim| {
        let (first, last) = (claim.span.start, claim.span.end.saturating_sub(1).max(claim.span.start));
        let source = &everything.document.source;
        claim.subject_line == line || (source.line(first)..=source.line(last)).contains(&line)
    };
    let blocks: Vec<usize> = everything.claims.iter().filter(here).filter_map(|claim| claim.block).collect();
    let claims: Vec<usize> = (0..everything.claims.len()).filter(|&at| here(&&everything.claims[at])).collect();
    let chosen = |block: &Block| blocks.contains(&(block.index - 1));
    let prepared = flow::prepare(loaded, &own.limits, &chosen);
    let policy = Policy { level: None, readable: Vec::new() };
    let setup = Setup {
        interpreters: interpreters.to_vec(),
        policy,
        require: false,
        workers: 1,
        rules_off: own.rules_off.clone(),
        repeat: 0,
    };
    let on_each = if claims.is_empty() { Vec::new() } else { flow::explain(&prepared, &setup, &mut Pool)? };
    Ok(Explanation { prepared, claims, on_each })
}

/// What a worker in this interpreter would be protected by.
///
/// # Errors
/// When no worker starts in it.
pub fn protection(interpreter: &Interpreter) -> Result<Enforced, Failure> {
    let policy = Policy { level: None, readable: Vec::new() };
    Ok(probe_protection(interpreter, &policy)?)
}
