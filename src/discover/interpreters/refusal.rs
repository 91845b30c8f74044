//! Why a Python cannot be used, in words for the user. Owns the wording; looks at nothing itself.

use std::fmt;
use std::path::PathBuf;

use super::Found;

/// What can be used, in words.
pub const SUPPORTED: &str = "CPython 3.9 or later";

/// A Python that was asked for and cannot be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// As the user named it, or the default's name.
    pub wanted: String,
    /// What was tried, if anything.
    pub executable: Option<PathBuf>,
    /// What is wrong with it.
    pub why: Why,
    /// What there is instead.
    pub others: Vec<Found>,
}

/// What is wrong with an executable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// There is none of that name.
    NotFound,
    /// There is no such file.
    NoFile,
    /// The folder has no `bin/python`.
    NoEnvironment,
    /// It is something else.
    NoPython {
        /// How it answered, short.
        said: String,
    },
    /// It gave no answer in time.
    Slow {
        /// How long it was given, seconds.
        seconds: u64,
    },
    /// The version is below 3.9.
    TooOld {
        /// Its version.
        version: String,
    },
    /// It is no CPython: the worker, built for CPython's stable interface, does not load there.
    OtherImplementation {
        /// `PyPy`, …
        name: String,
        /// The version of the language.
        version: String,
    },
    /// A build without the global lock: the stable interface does not load there.
    FreeThreaded {
        /// Its version.
        version: String,
    },
    /// It is of another version than its name says.
    OtherVersion {
        /// The version it is.
        version: String,
    },
}

impl Why {
    /// How much it tells the user, where several executables were tried.
    pub(super) fn weight(&self) -> u8 {
        match self {
            Why::NotFound | Why::NoFile | Why::NoEnvironment => 0,
            Why::NoPython { .. } => 1,
            Why::OtherVersion { .. } | Why::Slow { .. } => 2,
            Why::TooOld { .. } | Why::OtherImplementation { .. } | Why::FreeThreaded { .. } => 3,
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::NotFound => write!(f, "there is none of that name"),
            Why::NoFile => write!(f, "there is no such file"),
            Why::NoEnvironment => write!(f, "the folder is no Python environment: it has no `bin/python`"),
            Why::NoPython { said } if said.is_empty() => write!(f, "it is no Python"),
            Why::NoPython { said } => write!(f, "it is no Python that works: {said}"),
            Why::Slow { seconds } => write!(f, "it gave no answer within {seconds} seconds"),
            Why::TooOld { version } => write!(f, "Python {version} is too old"),
            Why::OtherImplementation { name, version } => write!(f, "{name} {version} cannot load the worker"),
            Why::FreeThreaded { version } => {
                write!(f, "the free-threaded build of Python {version} cannot load the worker")
            }
            Why::OtherVersion { version } => write!(f, "it is Python {version}"),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot use Python `{}`: {}", self.wanted, self.why)?;
        match &self.executable {
            Some(path) if path.as_os_str() != self.wanted.as_str() => write!(f, " ({})", path.display()),
            _ => Ok(()),
        }
    }
}

impl Refusal {
    /// What the user can do.
    pub fn help(&self) -> String {
        let usable = self.others.iter().filter_map(|found| found.answer.as_ref().ok());
        let usable: Vec<String> = usable.map(|known| format!("{} ({})", known.version, known.executable)).collect();
        if usable.is_empty() {
            return format!("{SUPPORTED} is needed and none was found here: install one, or name one by --python PATH");
        }
        format!("{SUPPORTED} is needed; found here:\n  {}", usable.join("\n  "))
    }
}
