//! Which configuration file is meant: the nearest one above the documents, as tools of Python's world have it.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::file::is_pyproject;
use super::place::shown;
use crate::cli::{Failure, paths};

/// The names of configuration files. In one folder the first that is there counts.
pub const NAMES: [&str; 3] = [".snipcheck.toml", "snipcheck.toml", "pyproject.toml"];
/// The longest file that is read, bytes.
const LONGEST: u64 = 1 << 20;
/// What a repository has in its topmost folder. Above it lies what other people have put there.
const TOPS: [&str; 2] = [".git", ".hg"];

/// A file and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// As given, or found.
    pub path: PathBuf,
    /// All of it.
    pub text: String,
}

/// The files that may be meant, the nearest first, from the folder that all of `documents` are in; from the working
/// directory where none is named.
///
/// # Errors
/// When one of them cannot be read.
pub fn candidates(documents: &[PathBuf]) -> Result<Vec<Text>, Failure> {
    let here = Path::new(".").canonicalize().unwrap_or_default();
    let start = common_folder(documents).unwrap_or(here);
    let mut found = Vec::new();
    for folder in start.ancestors() {
        for name in NAMES {
            let path = folder.join(name);
            if path.is_file() {
                let text = read(&path)?;
                // One that many tools share need not speak of this one.
                found.extend(Some(text).filter(|text| !is_pyproject(&path) || text.text.contains("snipcheck")));
            }
        }
        if TOPS.iter().any(|top| folder.join(top).exists()) {
            break;
        }
    }
    Ok(found)
}

/// Reads a configuration file.
///
/// # Errors
/// When it cannot be read, or is none.
pub fn read(path: &Path) -> Result<Text, Failure> {
    let help = "name a configuration file, or say `--no-config`";
    let wrong = |error: io::Error| Failure::usage(format!("cannot read `{}`: {error}", shown(path)), help);
    text(path).map(|text| Text { path: path.to_owned(), text }).map_err(wrong)
}

fn text(path: &Path) -> io::Result<String> {
    // A pipe would be waited for, and a device has no end.
    if !path.metadata()?.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    let mut text = String::new();
    File::open(path)?.take(LONGEST + 1).read_to_string(&mut text)?;
    if text.len() as u64 > LONGEST {
        return Err(io::Error::other("it is longer than 1 MiB"));
    }
    Ok(text)
}

/// The folder that all are in, without links; `None` where none of them is there.
fn common_folder(documents: &[PathBuf]) -> Option<PathBuf> {
    let folders = documents.iter().filter(|path| path.as_os_str() != "-").filter_map(|path| folder_of(path));
    folders.reduce(|one, other| {
        let same = one.components().zip(other.components()).take_while(|(one, other)| one == other);
        same.map(|(one, _)| one).collect()
    })
}

fn folder_of(path: &Path) -> Option<PathBuf> {
    let fixed: PathBuf = match path.exists() {
        true => path.to_owned(),
        false => path.components().take_while(|part| !paths::is_glob(part.as_ref())).collect(),
    };
    let real = Path::new(".").join(fixed).canonicalize().ok()?;
    if real.is_dir() { Some(real) } else { real.parent().map(Path::to_owned) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_file_comes_first_and_nothing_above_the_repository() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path().canonicalize().unwrap();
        std::fs::create_dir_all(root.join("repo/docs/old")).unwrap();
        std::fs::create_dir(root.join("repo/.git")).unwrap();
        for (file, text) in [
            ("snipcheck.toml", ""),
            ("repo/pyproject.toml", "[tool.snipcheck]\n"),
            ("repo/docs/pyproject.toml", "[tool.other]\n"),
            ("repo/docs/snipcheck.toml", ""),
            ("repo/docs/a.md", ""),
            ("repo/docs/old/b.md", ""),
            ("repo/README.md", ""),
        ] {
            std::fs::write(root.join(file), text).unwrap();
        }
        let check = |documents: &[&str], expect: &[&str]| {
            let documents: Vec<PathBuf> = documents.iter().map(|path| root.join(path)).collect();
            let found = candidates(&documents).unwrap();
            let found: Vec<_> =
                found.iter().map(|text| text.path.strip_prefix(&root).unwrap().display().to_string()).collect();
            assert_eq!(found, expect, "{documents:?}");
        };
        check(&["repo/docs/a.md"], &["repo/docs/snipcheck.toml", "repo/pyproject.toml"]);
        check(&["repo/docs/old"], &["repo/docs/snipcheck.toml", "repo/pyproject.toml"]);
        check(&["repo/docs/a.md", "repo/docs/old/b.md"], &["repo/docs/snipcheck.toml", "repo/pyproject.toml"]);
        check(&["repo/docs/**/*.md"], &["repo/docs/snipcheck.toml", "repo/pyproject.toml"]);
        check(&["repo/docs/a.md", "repo/README.md"], &["repo/pyproject.toml"]);
        check(&["repo"], &["repo/pyproject.toml"]);
        std::fs::write(root.join("repo/docs/.snipcheck.toml"), "").unwrap();
        check(&["repo/docs"], &["repo/docs/.snipcheck.toml", "repo/docs/snipcheck.toml", "repo/pyproject.toml"]);
    }

    #[test]
    fn what_is_no_text_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let long = folder.path().join("long.toml");
        std::fs::write(&long, "#".repeat(1 + LONGEST as usize)).unwrap();
        let bytes = folder.path().join("bytes.toml");
        std::fs::write(&bytes, [0xff, 0xfe]).unwrap();
        for path in [folder.path(), &long, &bytes, Path::new("/dev/zero"), Path::new("no/such")] {
            assert_eq!(read(path).unwrap_err().exit_code(), 2, "{path:?}");
        }
    }
}
