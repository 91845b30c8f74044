//! The one complete record of a run. The JSON *is* this model: a field is added, never renamed, without a new
//! [`SCHEMA_VERSION`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::claims::{Certainty, Form, Kind, Strength};
use crate::judge::{Outcome, Rule, Verdict};
use crate::wire::{Effect, Level, Missing};

/// Version of the JSON's shape.
pub const SCHEMA_VERSION: u32 = 1;

/// A whole run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// [`SCHEMA_VERSION`] of the writer.
    pub schema_version: u32,
    /// Who wrote it.
    pub tool: Tool,
    /// On what it ran, in the order asked for.
    pub interpreters: Vec<InterpreterInfo>,
    /// What protected the machine; the weakest where interpreters differ.
    pub isolation: Isolation,
    /// The reading rules that were off, so that nothing could agree by them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules_off: Vec<Rule>,
    /// In the order of their paths.
    pub documents: Vec<DocumentReport>,
    /// Documents that could not be read, with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unreadable: Vec<Unreadable>,
    /// Whether the run was cut short (Ctrl-C): what is here is what was known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub interrupted: bool,
    /// Counts.
    pub summary: Summary,
}

/// The program that wrote a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tool {
    /// `snipcheck`
    pub name: String,
    /// Its version.
    pub version: String,
}

/// An interpreter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterpreterInfo {
    /// Short name used in results, such as `3.11`.
    pub id: String,
    /// `CPython`
    pub implementation: String,
    /// `3.11.7`
    pub version: String,
}

/// Requested and enforced protection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Isolation {
    /// `best` or a level's name.
    pub requested: String,
    /// The level reached.
    pub level: Level,
    /// Protections in force.
    pub enforced: Vec<String>,
    /// What the machine refused.
    pub missing: Vec<Missing>,
}

/// A document that could not be checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unreadable {
    /// Its path.
    pub path: String,
    /// Why, and what to do.
    pub reason: String,
}

/// One document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentReport {
    /// As given or found, relative where it was given so.
    pub path: String,
    /// `markdown` or `mdx`.
    pub format: String,
    /// Of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// What counts as a failure in it, where that is not what counts in the whole run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fail_on: Option<FailOn>,
    /// About the reading of the document.
    pub notes: Vec<NoteReport>,
    /// Its Python blocks, in order.
    pub blocks: Vec<BlockReport>,
    /// Prose claims that belong to no block.
    pub claims: Vec<ClaimReport>,
    /// What is other than it was recorded, where that was asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drift: Vec<DriftReport>,
}

/// From which verdict on a run counts as failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailOn {
    /// What fails everywhere it was asked for; not what is only about right, or told in words.
    #[default]
    Fails,
    /// Also soft claims that fail.
    Soft,
    /// Also what holds on some interpreters only.
    Varies,
    /// Also what could not be decided.
    Undecidable,
}

/// A note about the reading of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteReport {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
    /// What the author should know.
    pub message: String,
}

/// One block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BlockReport {
    /// From 1, of the Python blocks of the document.
    pub index: usize,
    /// The info string.
    pub info: String,
    /// First line of the code in the document.
    pub start_line: usize,
    /// Last line of the code in the document.
    pub end_line: usize,
    /// Headings and component titles, outermost first.
    pub section: Vec<String>,
    /// Indices of earlier blocks whose names it needed.
    pub uses_blocks: Vec<usize>,
    /// One for each interpreter.
    pub runs: Vec<RunReport>,
    /// In the order of their places.
    pub claims: Vec<ClaimReport>,
}

/// A block on one interpreter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RunReport {
    /// Its id.
    pub interpreter: String,
    /// How the run ended.
    pub outcome: Outcome,
    /// The exception, the missing thing or the limit.
    pub detail: String,
    /// Document line where an exception ended it; left out where that says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The traceback of an exception that the text does not claim.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub traceback: String,
    /// Whether the outcome itself is a finding: an exception that the text claims nowhere.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub finding: bool,
    /// Captured standard output.
    pub stdout: String,
    /// Captured standard error.
    pub stderr: String,
    /// What the snippet tried, and the sandbox's answer.
    pub effects: Vec<Effect>,
    /// Whether it printed something else, or ended in another way, when it was run again (`--repeat`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unstable: bool,
    /// What its statements showed, claimed or not: only where the run is held against a record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<ShownReport>,
}

/// What a statement at the top of a block showed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownReport {
    /// Document line on which it begins.
    pub line: usize,
    /// The value as `repr` gives it, or type and message of the exception.
    pub text: String,
    /// Whether it is an exception.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub raised: bool,
    /// Whether it is another one from run to run.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unstable: bool,
}

/// A result that is not the recorded one (`--against`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DriftReport {
    /// First document line of what drifted.
    pub line: usize,
    /// Its last one.
    pub end_line: usize,
    /// What is other than it was.
    pub what: Drifted,
    /// The interpreters on which it is so; none where the record itself does not fit the document.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interpreters: Vec<String>,
    /// As it is recorded.
    pub recorded: String,
    /// As it came now.
    pub now: String,
}

/// What can be other than it was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drifted {
    /// Nothing is recorded of the document.
    NoRecord,
    /// Nothing is recorded of the block.
    NewBlock,
    /// What is recorded of a block is of other code.
    EditedBlock,
    /// A block that was recorded is gone.
    GoneBlock,
    /// How the block ends.
    Ending,
    /// What it prints.
    Stdout,
    /// What it says on standard error.
    Stderr,
    /// What a statement shows, a value or an exception.
    Value,
}

/// One claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClaimReport {
    /// Where its text begins, from 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// Where it ends.
    pub end_line: usize,
    /// Column behind its last character.
    pub end_column: usize,
    /// The statement it speaks of.
    pub subject_line: usize,
    /// Where it stands.
    pub form: Form,
    /// What it speaks of.
    pub kind: Kind,
    /// How literal it is.
    pub strength: Strength,
    /// How surely the text is a claim, as it is read before anything runs. Reports before this field existed have none;
    /// they are read as `sure`.
    #[serde(default)]
    pub confidence: Certainty,
    /// The asserted result as written.
    pub expected: String,
    /// The commentary behind it.
    pub tail: String,
    /// What is missing to decide it.
    pub needs: Vec<String>,
    /// All interpreters together.
    pub verdict: Verdict,
    /// Rules that the verdict needed.
    pub rules: Vec<Rule>,
    /// One for each interpreter.
    pub results: Vec<ResultReport>,
}

/// A claim on one interpreter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResultReport {
    /// Its id.
    pub interpreter: String,
    /// Its verdict.
    pub verdict: Verdict,
    /// What really happened.
    pub actual: String,
    /// Why it is undecidable, or in what it differs.
    pub reason: String,
}

/// Counts over the whole run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Documents read.
    pub documents: usize,
    /// Python blocks.
    pub blocks: usize,
    /// Claims.
    pub claims: usize,
    /// By verdict.
    pub holds: usize,
    /// By verdict.
    pub fails: usize,
    /// Of those that fail, the soft ones: approximate, or told in words. Alone they fail no run.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub soft_fails: usize,
    /// By verdict.
    pub varies: usize,
    /// By verdict.
    pub undecidable: usize,
    /// Results that are not the recorded ones.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub drifted: usize,
    /// Runs by outcome.
    pub outcomes: BTreeMap<Outcome, usize>,
    /// The same for each interpreter, by its id, where there is more than one.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_interpreter: BTreeMap<String, OnInterpreter>,
}

/// Counts of one interpreter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnInterpreter {
    /// Claims that hold there.
    pub holds: usize,
    /// Claims that fail there.
    pub fails: usize,
    /// Claims that could not be decided there.
    pub undecidable: usize,
    /// Blocks that ended in a way that is the document's fault, or that another interpreter runs to the end.
    pub findings: usize,
    /// Blocks that are not run there, since they need a newer Python (`python:3.10`).
    pub held_back: usize,
}

fn is_zero(number: &usize) -> bool {
    *number == 0
}
