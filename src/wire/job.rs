//! What a worker is asked to run.

use serde::{Deserialize, Serialize};

use super::Limits;

/// One run: the parts share one process and one `__main__` namespace, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// Given back in the observation.
    pub id: u64,
    /// Document path as shown in tracebacks (`File "guide.md", line 12`).
    pub file: String,
    /// What runs: context first, the subject last.
    pub parts: Vec<Part>,
    /// Where to look closely.
    pub probes: Vec<Probe>,
    /// What it may use.
    pub limits: Limits,
    /// Modules worth importing in the warm parent before the fork; only harmless standard library names come here.
    #[serde(default)]
    pub preload: Vec<String>,
}

/// Code that runs as one piece.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Whether it is here for its names or for itself.
    pub role: Role,
    /// Compiled and run in order.
    pub entries: Vec<Entry>,
}

/// Why a part runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// It defines names that a later part needs. An exception ends the part, not the job.
    Context,
    /// It is what the job is about. An exception that no probe allows ends the job.
    Subject,
}

/// Source text compiled by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// 1-based line of the document on which `text` begins; tracebacks and events count from it.
    pub line: u32,
    /// Dedented source, lines ended by `\n`, as many lines as the document has.
    pub text: String,
    /// `false`: compiled as one module (`exec`), as a script. `true`: as one entry at a prompt (`single`), whose value is reported.
    pub interactive: bool,
    /// How to have it report by its text alone, where that can be said.
    #[serde(default)]
    pub watched: Option<Watched>,
}

/// The name under which a watched text calls the worker. A script that has it in its text cannot be watched so.
pub const WATCH: &str = "__snipcheck__";

/// What makes a script report to the worker, written into its text: cheaper than taking it apart there. It means the same, and
/// the worker takes the columns out again that are in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watched {
    /// Byte offsets in the text, in order, and what is inserted there.
    pub inserts: Vec<(u32, String)>,
    /// The line of the first statement, where it is one that cannot say itself that it begins.
    pub opens: Option<u32>,
}

/// A place to observe closely.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Probe {
    /// Names it in events.
    pub id: u32,
    /// Where.
    pub at: At,
    /// An exception that passes here is expected: the job goes on with the next top-level statement.
    pub catches: bool,
    /// Expressions evaluated in the scope of the place.
    pub exprs: Vec<Expr>,
}

/// Where a probe stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum At {
    /// The statement that begins on this 1-based document line, at any depth; where several begin there, the last.
    Line(u32),
    /// Behind the last statement of the subject, in the module's scope.
    End,
}

/// An expression to evaluate beside a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expr {
    /// Python source of one expression.
    pub text: String,
    /// Before or after the statement.
    pub when: When,
}

/// When an expression is evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Before the statement runs.
    Before,
    /// After it ended without an exception.
    After,
}
