//! What a name given to `--python` means. Owns the reading of names; starts nothing.

use std::path::{Path, PathBuf};

use super::Why;
use super::places::{Places, begins_like, python_of};
use crate::wire::Interpreter;

/// A name, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// `3`, `3.12`, `3.12.1`
    Version(String),
    /// An executable on the path.
    Name(String),
    /// An executable, or the folder of an environment.
    Path(PathBuf),
}

impl Wanted {
    /// Reads a name. A folder here wins over an executable on the path: `--python venv` means the folder.
    pub(super) fn read(name: &str) -> Self {
        let path = Path::new(name);
        let is_version = !name.is_empty() && name.split('.').all(|part| part.parse::<u32>().is_ok());
        if is_version {
            Wanted::Version(name.to_owned())
        } else if name.contains('/') || path.is_dir() {
            Wanted::Path(path.to_owned())
        } else {
            Wanted::Name(name.to_owned())
        }
    }

    /// Executables to try, the likeliest first.
    pub(super) fn candidates(&self, places: &Places) -> Vec<PathBuf> {
        match self {
            Wanted::Version(version) => {
                let minor: Vec<&str> = version.split('.').take(2).collect();
                let mut all = places.on_path(&format!("python{}", minor.join(".")));
                all.extend(places.from_pyenv(version));
                all
            }
            Wanted::Name(name) => {
                let mut all = places.on_path(name);
                all.extend(
                    name.strip_prefix("python")
                        .filter(|rest| rest.contains('.'))
                        .map_or_else(Vec::new, |version| places.from_pyenv(version)),
                );
                all
            }
            Wanted::Path(path) if path.is_dir() => {
                Some(python_of(path)).filter(|file| file.is_file()).into_iter().collect()
            }
            Wanted::Path(path) => Some(path.clone()).filter(|file| file.exists()).into_iter().collect(),
        }
    }

    /// Why there is no candidate.
    pub(super) fn absence(&self) -> Why {
        match self {
            Wanted::Path(path) if path.is_dir() => Why::NoEnvironment,
            Wanted::Path(_) => Why::NoFile,
            Wanted::Version(_) | Wanted::Name(_) => Why::NotFound,
        }
    }

    /// The interpreter, if it is of the version asked for: a shim may start another one.
    pub(super) fn accepts(&self, interpreter: Interpreter) -> Result<Interpreter, Why> {
        match self {
            Wanted::Version(version) if !begins_like(&interpreter.version, version) => {
                Err(Why::OtherVersion { version: interpreter.version })
            }
            _ => Ok(interpreter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_version_a_command_or_a_path() {
        let check = |name: &str, expect: Wanted| assert_eq!(Wanted::read(name), expect, "{name}");
        check("3.12", Wanted::Version("3.12".into()));
        check("3", Wanted::Version("3".into()));
        check("3.12.1", Wanted::Version("3.12.1".into()));
        check("python3.12", Wanted::Name("python3.12".into()));
        check("pypy3", Wanted::Name("pypy3".into()));
        check("./python", Wanted::Path("./python".into()));
        check("src", Wanted::Path("src".into()));
        check("3.x", Wanted::Name("3.x".into()));
    }
}
