//! What a run showed. Facts alone: nothing here says whether a claim holds.

use serde::{Deserialize, Serialize};

/// All that was seen of one job on one interpreter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// The job's id.
    pub job: u64,
    /// How it ended.
    pub ended: Ended,
    /// What was written to descriptor 1, by the snippet and its children; not UTF-8 is replaced.
    pub stdout: String,
    /// The same for descriptor 2.
    pub stderr: String,
    /// Whether either was cut at the limit.
    pub output_cut: bool,
    /// In the order in which they happened.
    pub events: Vec<Event>,
    /// What it tried to do to the world outside.
    pub effects: Vec<Effect>,
    /// What it used.
    pub usage: Usage,
    /// The files of the modules that it imported, the standard library's left out; an empty name for what could not be
    /// seen. A snippet can forge it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loaded: Vec<String>,
}

/// Every way in which a run can end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// The end of the subject was reached, or an exception ended it; the events say which.
    Finished,
    /// The process left before the end with this exit status (`sys.exit`, `os._exit`).
    Exit(i32),
    /// A signal killed it that the limits did not send.
    Signal(i32),
    /// The wall time ran out.
    TimedOut,
    /// The processor time ran out.
    CpuLimit,
    /// The memory limit killed it.
    OutOfMemory,
    /// It wrote more than it may.
    OutputLimit,
    /// It held more scratch space than it may.
    ScratchLimit,
    /// It held more files in the scratch space than it may.
    ScratchFilesLimit,
    /// More had to be told of it than may be.
    ReportLimit,
    /// The worker died with it, or could not be asked.
    Lost(String),
}

/// Time and memory used.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// Wall time, microseconds.
    pub wall_us: u64,
    /// Processor time, microseconds.
    pub cpu_us: u64,
    /// Largest resident size, bytes.
    pub max_rss: u64,
}

/// Something tried that reaches beyond the process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// `process`, `network`, `write`, `rename`, `delete`, `signal`, `environment`.
    pub what: String,
    /// The command, address, path or name. What differs from run to run is left out of it.
    pub detail: String,
    /// The sandbox's answer. `done`: it is the snippet's own affair (its folder, its network, its environment).
    /// `refused`: it could not be done. `contained`: it reached nothing outside the sandbox. `allowed`: nothing held it.
    pub answer: String,
}

/// Something that happened. Output is given as byte ranges of the captured standard output.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A top-level statement of a part ended, or an interactive entry.
    Statement {
        /// Index of the part in the job.
        part: u32,
        /// First document line of the statement.
        line: u32,
        /// Its output.
        stdout: Range,
        /// The value shown at a prompt: interactive entries alone, `None` for `None`.
        value: Option<Value>,
        /// The exception that left it.
        raised: Option<Raised>,
    },
    /// The statement under a probe ran once.
    Hit {
        /// The probe's id.
        probe: u32,
        /// How often it had run before, from 0.
        turn: u32,
        /// What was written while it ran.
        stdout: Range,
        /// Value of an expression statement (also of `await`, `return`, `yield`, a condition, an assertion's test), or
        /// the value assigned; for an augmented assignment the target's value afterwards.
        value: Option<Value>,
        /// The exception that left it.
        raised: Option<Raised>,
        /// How long it ran, microseconds; with whatever ran meanwhile.
        #[serde(default)]
        took_us: Option<u64>,
    },
    /// An attribute of a class body under a probe, read from the finished class.
    Member {
        /// The probe's id.
        probe: u32,
        /// The attribute; for a member of an enumeration, its `.value`.
        value: Value,
    },
    /// A probe's expression was evaluated.
    Expr {
        /// The probe's id.
        probe: u32,
        /// Index in `Probe::exprs`.
        expr: u32,
        /// As in `Hit`.
        turn: u32,
        /// What was written while it was evaluated.
        stdout: Range,
        /// Its value.
        value: Option<Value>,
        /// Or the exception instead.
        raised: Option<Raised>,
    },
    /// An entry could not be compiled.
    Refused {
        /// Index of the part in the job.
        part: u32,
        /// First document line of the entry.
        line: u32,
        /// The `SyntaxError`.
        raised: Raised,
    },
    /// The job's end was reached: whatever comes after this is not part of it.
    Done,
}

/// A byte range of the captured standard output.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// Offset of its first byte.
    pub start: u64,
    /// Offset behind its last byte.
    pub end: u64,
}

/// An object, rendered at once and let go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// `repr(value)`, or a note in angle brackets where that raised.
    pub repr: String,
    /// `str(value)` where it differs from `repr`.
    pub text: Option<String>,
    /// Whether either was cut.
    pub cut: bool,
    /// `type(value).__name__`.
    pub type_name: String,
    /// `id(value)`: tells objects apart that are alive at the same time.
    #[serde(default)]
    pub identity: u64,
    /// `value.__name__` where the value is itself a class, function or module.
    pub name: Option<String>,
}

/// An exception, rendered at once and let go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raised {
    /// `type(e).__name__`.
    pub type_name: String,
    /// Names of all its classes, itself first, as in `__mro__`, without `object`.
    pub bases: Vec<String>,
    /// `str(e)`.
    pub message: String,
    /// Document line of the innermost frame that lies in the document; 0 where none does.
    pub line: u32,
    /// The traceback as Python prints it, frames of the harness left out, document lines shown.
    pub traceback: String,
    /// What is missing, where the exception says so: `e.name` of `NameError` and `ImportError`, `e.filename` of `OSError`.
    pub missing: Option<String>,
    /// `e.errno` of `OSError`.
    pub errno: Option<i32>,
}
