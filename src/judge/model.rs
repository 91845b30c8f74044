//! What judging yields.

use serde::{Deserialize, Serialize};

use super::{Came, Rule};
use crate::claims::Kind;

/// Whether a claim holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The code really did that.
    Holds,
    /// No reasonable reading agrees with what was observed.
    Fails,
    /// It holds on some interpreters and fails on others.
    Varies,
    /// It could not be decided; the reason says why.
    Undecidable,
}

/// The verdict on one claim, all interpreters together.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// Index into the document's claims.
    pub claim: usize,
    /// The kind that was judged in the end (a text may be read as output or as a value).
    pub kind: Kind,
    /// All interpreters together.
    pub verdict: Verdict,
    /// Whether the claim was read with all its lines (`Claim::whole`).
    pub whole: bool,
    /// What would be needed to decide it: `name:fetch`, `module:requests`, `file:users.csv`, `network`, `python:3.10`.
    pub needs: Vec<String>,
    /// Whether it is undecidable because its author wants it so.
    pub excused: bool,
    /// Normalising rules that the verdict needed, sorted.
    pub rules: Vec<Rule>,
    /// One for each interpreter, in the order of the run.
    pub results: Vec<ClaimResult>,
}

/// The verdict of one interpreter.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimResult {
    /// The interpreter's id, such as `3.11`.
    pub interpreter: String,
    /// Never `Varies`.
    pub verdict: Verdict,
    /// What really happened, short; empty where nothing was observed.
    pub actual: String,
    /// Why it is undecidable, or in what it differs.
    pub reason: String,
    /// What came instead, whole: where it fails, and one thing came.
    pub came: Option<Came>,
}

/// How a block's run ended, in the report's words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It ran to its end.
    #[default]
    Ok,
    /// An exception that the text claims nowhere ended it.
    Raised,
    /// It is not valid on this Python.
    SyntaxError,
    /// A name is defined nowhere.
    MissingName,
    /// A module is not installed.
    MissingModule,
    /// A file is not there.
    MissingFile,
    /// It wanted the network.
    Network,
    /// Wall time ran out.
    TimedOut,
    /// Processor time ran out.
    CpuLimit,
    /// Memory ran out.
    OutOfMemory,
    /// It wanted more processes or threads.
    ProcessLimit,
    /// It wanted more files open.
    OpenFilesLimit,
    /// Its folder was full.
    ScratchLimit,
    /// It made too many files.
    ScratchFilesLimit,
    /// It wrote too much.
    OutputLimit,
    /// More was to be noted of it than may be.
    ReportLimit,
    /// A signal killed it, or it left before its end.
    Killed,
    /// The worker died.
    WorkerLost,
    /// It was not run.
    Skipped,
}

/// How one block ran on one interpreter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockRun {
    /// Index into `Document::blocks`.
    pub block: usize,
    /// The interpreter's id.
    pub interpreter: String,
    /// How it ended.
    pub outcome: Outcome,
    /// The exception (`ValueError: …`), the missing thing or the limit.
    pub detail: String,
    /// Document line where it ended, 0 where that says nothing.
    pub line: usize,
    /// The traceback, where an exception ended it.
    pub traceback: String,
    /// Whether this is the document's fault: an exception that the text claims nowhere and nothing outside explains.
    pub finding: bool,
    /// Captured standard output of the block itself (its context's left out).
    pub stdout: String,
    /// Captured standard error.
    pub stderr: String,
    /// What it tried.
    pub effects: Vec<crate::wire::Effect>,
    /// Whether a further run printed something else, or ended in another way.
    pub unstable: bool,
    /// What its statements showed, where that was asked for.
    pub shown: Vec<Shown>,
}

/// What a statement at the top of a block showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Document line on which it begins.
    pub line: usize,
    /// The value as `repr` gives it, or type and message of the exception.
    pub text: String,
    /// Whether it is an exception.
    pub raised: bool,
    /// Whether a further run showed something else.
    pub unstable: bool,
}
