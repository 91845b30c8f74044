//! `snipcheck migrate`: the directives of other tools, and what is made of each. Changes nothing.

use std::collections::BTreeSet;

use serde::Serialize;

use super::config::{ListFormat, Migrate};
use super::output::Output;
use super::stages::{self, Borrowed};
use super::{Failure, check};
use crate::directives::Made;
use crate::report::clean;
use crate::report::model::Unreadable;
use crate::report::summary::{INCOMPLETE, PASSED};
use crate::report::words::count;

/// Version of the JSON's shape.
const SCHEMA_VERSION: u32 = 1;

/// What is found in a set of documents; also its JSON.
#[derive(Debug, Serialize)]
struct Migration {
    schema_version: u32,
    documents: Vec<Document>,
    summary: Summary,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unreadable: Vec<Unreadable>,
}

#[derive(Debug, Serialize)]
struct Document {
    path: String,
    directives: Vec<Directive>,
}

#[derive(Debug, Serialize)]
struct Directive {
    line: usize,
    column: usize,
    tool: &'static str,
    text: String,
    /// `understood`, `not_needed` or `not_understood`.
    made: &'static str,
    /// The directive of ours that it is the same as, or why there is none.
    says: String,
}

#[derive(Debug, Default, Serialize)]
struct Summary {
    understood: usize,
    not_needed: usize,
    not_understood: usize,
}

/// Runs it; gives the exit code.
///
/// # Errors
/// When there is nothing to look at.
pub fn run(config: &Migrate) -> Result<u8, Failure> {
    let mut documents = check::read(&config.inputs)?;
    let found: Vec<Document> = documents.by_ref().map(|loaded| document(stages::borrowed(loaded))).collect();
    let unreadable = documents.unreadable();
    let code = if unreadable.is_empty() { PASSED } else { INCOMPLETE };
    let migration = Migration {
        schema_version: SCHEMA_VERSION,
        summary: summary(&found),
        documents: found.into_iter().filter(|document| !document.directives.is_empty()).collect(),
        unreadable,
    };
    let text = match config.format {
        ListFormat::Json => json(&migration)?,
        ListFormat::Terminal => render(&migration),
    };
    Output::Standard.write(&text)?;
    Ok(code)
}

fn document(borrowed: Borrowed) -> Document {
    let directives = borrowed.foreign.iter().map(|foreign| {
        let place = borrowed.source.position(foreign.span.start);
        let (made, says) = match &foreign.made {
            Made::Understood(says) => ("understood", says),
            Made::NotNeeded(why) => ("not_needed", why),
            Made::NotUnderstood(why) => ("not_understood", why),
        };
        let text = foreign.span.of(&borrowed.source.text).to_owned();
        Directive { line: place.line, column: place.column, tool: foreign.tool, text, made, says: says.clone() }
    });
    Document { path: borrowed.source.path.clone(), directives: directives.collect() }
}

fn summary(documents: &[Document]) -> Summary {
    let of =
        |made: &str| documents.iter().flat_map(|document| &document.directives).filter(|one| one.made == made).count();
    Summary { understood: of("understood"), not_needed: of("not_needed"), not_understood: of("not_understood") }
}

fn json(migration: &Migration) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(migration);
    text.map(|text| text + "\n").map_err(|error| Failure::job(format!("cannot write the list: {error}"), ""))
}

fn render(migration: &Migration) -> String {
    let mut text: String = migration.documents.iter().flat_map(lines).collect();
    for unreadable in &migration.unreadable {
        text += &format!("error[unreadable]: {}: {}\n", clean::line(&unreadable.path), clean::line(&unreadable.reason));
    }
    let directives: Vec<&Directive> = migration.documents.iter().flat_map(|document| &document.directives).collect();
    let tools: BTreeSet<&str> = directives.iter().map(|directive| directive.tool).collect();
    let Summary { understood, not_needed, not_understood } = &migration.summary;
    match directives.len() {
        0 => text + "no directives of other tools\n",
        number => format!(
            "{text}\n{} of {}: {understood} understood, {not_needed} not needed here, {not_understood} not understood\n",
            count(number, "directive"),
            count(tools.len(), "other tool"),
        ),
    }
}

fn lines(document: &Document) -> impl Iterator<Item = String> {
    document.directives.iter().map(|one| {
        let place = format!("{}:{}:{}", clean::line(&document.path), one.line, one.column);
        let made = match one.made {
            "understood" => "understood as",
            "not_needed" => "not needed here:",
            _ => "not understood:",
        };
        format!("{place}  {}  {}  {made} {}\n", one.tool, clean::short(&one.text), clean::line(&one.says))
    })
}
