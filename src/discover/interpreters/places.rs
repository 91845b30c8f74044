//! Where Pythons stand on a machine. Owns the lists of folders; starts nothing.

use std::path::{Path, PathBuf};

/// The oldest and newest minor version that is looked for by name; newer ones are found when they are named.
const MINORS: std::ops::RangeInclusive<u32> = 6..=20;

/// Where to look, as the environment says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// The folders of `PATH`, in order.
    pub path: Vec<PathBuf>,
    /// The active virtual environment (`VIRTUAL_ENV`).
    pub virtual_env: Option<PathBuf>,
    /// Where pyenv keeps its versions' folder (`PYENV_ROOT`, or `.pyenv` in the home folder).
    pub pyenv_root: Option<PathBuf>,
}

impl Places {
    /// Files called `name` on the path, in order.
    pub fn on_path(&self, name: &str) -> Vec<PathBuf> {
        let named = self.path.iter().map(|folder| folder.join(name));
        named.filter(|file| file.is_file()).collect()
    }

    /// The Pythons that pyenv has built of versions that begin like `version`, newest first.
    pub fn from_pyenv(&self, version: &str) -> Vec<PathBuf> {
        let Some(root) = &self.pyenv_root else {
            return Vec::new();
        };
        let Ok(entries) = root.join("versions").read_dir() else {
            return Vec::new();
        };
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.filter(|name| begins_like(name, version)).collect();
        names.sort_by_key(|name| std::cmp::Reverse(numbers(name)));
        let executables = names.iter().map(|name| root.join("versions").join(name).join("bin/python"));
        executables.filter(|file| file.is_file()).collect()
    }

    /// Every executable that is called like a Python, each file once; pyenv's shims are left out, as what they start is
    /// listed by itself.
    pub(super) fn everything(&self) -> Vec<PathBuf> {
        let shims = self.pyenv_root.as_ref().map(|root| root.join("shims"));
        let numbered = MINORS.map(|minor| format!("python3.{minor}"));
        let names = ["python3", "python", "pypy3"].map(str::to_owned).into_iter().chain(numbered);
        let named = names.flat_map(|name| self.on_path(&name));
        let named = named.filter(|file| file.parent() != shims.as_deref());
        let active = self.virtual_env.iter().map(|folder| python_of(folder)).filter(|file| file.is_file());
        let mut seen = std::collections::HashSet::new();
        let all = active.chain(named).chain(self.from_pyenv(""));
        all.filter(|file| seen.insert(place(file))).collect()
    }
}

/// Where a file really stands: its folder without links, and its name. (Its own link is kept: in a virtual environment
/// the executable is a link to another one.)
fn place(file: &Path) -> PathBuf {
    let folder = file.parent().and_then(|folder| folder.canonicalize().ok());
    folder.zip(file.file_name()).map_or_else(|| file.to_owned(), |(folder, name)| folder.join(name))
}

/// The executable of a virtual environment or of another installation's folder.
pub(super) fn python_of(folder: &Path) -> PathBuf {
    folder.join("bin/python")
}

/// Whether a version such as `3.12.1` begins with the numbers of `start`, such as `3.12` (but not `3.1`).
pub(super) fn begins_like(version: &str, start: &str) -> bool {
    start.is_empty() || version.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The numbers of a version, to sort by.
fn numbers(version: &str) -> Vec<u32> {
    version.split('.').map(|part| part.parse().unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_begins_with_whole_numbers() {
        let check = |version, start, expect| assert_eq!(begins_like(version, start), expect, "{version} {start}");
        check("3.12.1", "3.12", true);
        check("3.12.1", "3.12.1", true);
        check("3.12.1", "3.1", false);
        check("3.12.11", "3.12.1", false);
        check("pypy3.10-7", "3.10", false);
        check("3.9", "", true);
    }

    #[test]
    fn the_newest_build_comes_first() {
        let root = tempfile::tempdir().unwrap();
        for version in ["3.12.9", "3.12.10", "3.1.4", "3.12-dev"] {
            let bin = root.path().join("versions").join(version).join("bin");
            std::fs::create_dir_all(&bin).unwrap();
            std::fs::write(bin.join("python"), "").unwrap();
        }
        let places = Places { pyenv_root: Some(root.path().to_owned()), ..Places::default() };
        let found = places.from_pyenv("3.12");
        let expect = ["3.12.10", "3.12.9"].map(|version| root.path().join("versions").join(version).join("bin/python"));
        assert_eq!(found, expect);
    }
}
