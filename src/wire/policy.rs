//! What a job may use, what it must be kept from, and what is really enforced.

use serde::{Deserialize, Serialize};

/// How much a run may use. Zero means: no limit. Tables of them all: `docs/limits.md`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Wall time, milliseconds.
    pub wall_ms: u64,
    /// Processor time of each process, seconds.
    pub cpu_s: u64,
    /// Address space of each process, and what all of them hold together, bytes.
    pub memory: u64,
    /// Processes and threads at a time.
    pub processes: u64,
    /// Standard output and standard error, bytes each.
    pub output: u64,
    /// Scratch space, bytes.
    pub disk: u64,
    /// Files, folders and links in the scratch space.
    #[serde(default)]
    pub disk_files: u64,
    /// Open files of each process.
    pub files: u64,
    /// What is told of a run (values, exceptions, effects) besides its output, bytes.
    #[serde(default)]
    pub report: u64,
}

impl Default for Limits {
    /// Suits documentation: generous to an example, short to an accident.
    fn default() -> Self {
        Self {
            wall_ms: 10_000,
            cpu_s: 11,
            memory: 2 << 30,
            processes: 64,
            output: 1 << 20,
            disk: 64 << 20,
            disk_files: 10_000,
            files: 256,
            report: 8 << 20,
        }
    }
}

/// The levels of protection, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Limits only: nothing is contained.
    None,
    /// System calls are filtered; files can be read.
    Seccomp,
    /// System calls are filtered and files are held by Landlock.
    Landlock,
    /// Own user, mount, network, process, IPC and host name spaces, on top of all that.
    Full,
}

impl Level {
    /// The word on the command line and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Level::None => "none",
            Level::Seccomp => "seccomp",
            Level::Landlock => "landlock",
            Level::Full => "full",
        }
    }
}

/// What the operator asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// The level wanted; `None`: the best that the machine grants, never less than `Landlock`.
    pub level: Option<Level>,
    /// Folders that a snippet may read besides the interpreter's own (a virtual environment, a project).
    pub readable: Vec<String>,
}

/// What holds in a worker, probed and not assumed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enforced {
    /// The level reached.
    pub level: Level,
    /// Names of the protections in force, in a fixed order: `user`, `mount`, `net`, `pid`, `ipc`, `uts`, `proc`,
    /// `overlay`, `landlock`, `seccomp`, `capabilities`, `rlimits`.
    pub enforced: Vec<String>,
    /// What the level would have, and this machine refuses.
    pub missing: Vec<Missing>,
}

/// A protection that could not be had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// Its name, as in `Enforced::enforced`.
    pub what: String,
    /// The machine's answer.
    pub why: String,
    /// What the operator can do about it.
    pub mend: String,
}
