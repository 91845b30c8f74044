//! What the surroundings say, read once. Nothing else reads environment variables or asks for terminals.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use crate::discover::interpreters::Places;

/// The surroundings.
#[derive(Debug, Clone)]
pub struct Environment {
    /// Where Pythons may be.
    pub places: Places,
    /// Whether somebody watches standard error: a terminal, and no build machine.
    pub watched: bool,
    /// Whether the variable `CI` is set: nobody looks at what is changed here.
    pub ci: bool,
    /// Whether somebody is there to answer: terminals on both sides, and no build machine.
    pub asks: bool,
    /// What opens a file for a person.
    pub editor: OsString,
    /// Whether standard output is a terminal.
    pub screen: bool,
    /// Where GitHub Actions wants the summary of the job.
    pub step_summary: Option<PathBuf>,
    /// Cores that this process may use.
    pub cores: NonZeroUsize,
    /// Where to keep what was found out; `None` where nothing is to be kept.
    pub cache: Option<PathBuf>,
    /// Which Python pyenv was told to start (`PYENV_VERSION`).
    pub pyenv_version: Option<OsString>,
}

impl Environment {
    /// Reads it.
    pub fn read() -> Self {
        Self {
            places: places(),
            watched: std::io::stderr().is_terminal() && variable("CI").is_none(),
            asks: std::io::stdin().is_terminal() && std::io::stderr().is_terminal() && variable("CI").is_none(),
            editor: variable("VISUAL").or_else(|| variable("EDITOR")).unwrap_or_else(|| "vi".into()),
            ci: variable("CI").is_some(),
            screen: std::io::stdout().is_terminal(),
            step_summary: variable("GITHUB_STEP_SUMMARY").map(PathBuf::from),
            cores: std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
            cache: cache(),
            pyenv_version: variable("PYENV_VERSION"),
        }
    }
}

impl Environment {
    /// The variable that decides on colours where the command line does not, if one is set.
    pub fn colour_variable() -> Option<&'static str> {
        ["NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR"].into_iter().find(|name| variable(name).is_some())
    }
}

fn places() -> Places {
    let path = variable("PATH").unwrap_or_default();
    let home = variable("HOME").map(|home| PathBuf::from(home).join(".pyenv"));
    Places {
        // A relative entry would make what is started depend on the folder that documents lie in.
        path: std::env::split_paths(&path).filter(|folder| folder.is_absolute()).collect(),
        virtual_env: variable("VIRTUAL_ENV").map(PathBuf::from),
        pyenv_root: variable("PYENV_ROOT").map(PathBuf::from).or(home),
    }
}

/// `SNIPCHECK_CACHE_DIR`, and none where that is empty; else the user's folder for such things.
fn cache() -> Option<PathBuf> {
    match std::env::var_os("SNIPCHECK_CACHE_DIR") {
        Some(named) => Some(PathBuf::from(named)).filter(|folder| !folder.as_os_str().is_empty()),
        None => {
            let named = variable("XDG_CACHE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
            let home = || variable("HOME").map(|home| PathBuf::from(home).join(".cache"));
            named.or_else(home).map(|folder| folder.join("snipcheck"))
        }
    }
}

/// A variable that is set to something.
fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}
