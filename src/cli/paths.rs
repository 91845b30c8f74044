//! Paths that the user names: whether they are there, and what may have been meant where they are not.

use std::path::{Path, PathBuf};

use super::Failure;
use crate::text::slip::distance;

/// What can be named where documents are wanted.
pub const DOCUMENTS: &str = "name a document, a folder, a glob in quotes, or `-` for standard input";
/// What can be named where a saved report is wanted.
pub const REPORTS: &str =
    "name a JSON report, such as one that `snipcheck check --format json=FILE` wrote, or `-` for standard input";

/// Makes sure that everything named exists; globs and `-` are left to whoever opens them. `wanted` says what can be
/// named.
///
/// # Errors
/// For the first path that names nothing.
pub fn check(paths: &[PathBuf], wanted: &str) -> Result<(), Failure> {
    let is_there = |path: &&PathBuf| path.as_os_str() == "-" || is_glob(path) || path.exists();
    match paths.iter().find(|path| !is_there(path)) {
        None => Ok(()),
        Some(path) if path.is_symlink() => {
            let target = path.read_link().unwrap_or_default();
            let error = format!("`{}` is a link to `{}`, which is not there", path.display(), target.display());
            Err(Failure::usage(error, wanted))
        }
        Some(path) => {
            Err(Failure::usage(format!("there is no file or folder `{}`", path.display()), advice(path, wanted)))
        }
    }
}

/// Whether a path is a pattern.
pub(super) fn is_glob(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '[', '{'])
}

/// The name beside it that looks most like it, or what else may be wrong.
fn advice(path: &Path, wanted: &str) -> String {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(entries) = folder.read_dir() else {
        return format!("the folder `{}` is not there either", folder.display());
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    match nearest(&name, names) {
        Some(near) => format!("did you mean `{}`?", path.with_file_name(near).display()),
        None => wanted.to_owned(),
    }
}

/// The most similar of `names`, if it is similar at all: a third of its characters may differ.
pub(super) fn nearest(name: &str, names: impl Iterator<Item = String>) -> Option<String> {
    let far = name.chars().count() / 3;
    let distances = names.map(|other| (distance(&name.to_lowercase(), &other.to_lowercase()), other));
    distances.filter(|(distance, _)| *distance <= far).min().map(|(_, other)| other)
}

/// A path by which the same file has the same name, whether it is there or not.
pub(super) fn settled(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    path.canonicalize().unwrap_or_else(|_| folder.join(path.file_name().unwrap_or_default()))
}

/// An absolute path as it is called from the working directory, as far as that is shorter.
pub(super) fn from_here(path: &Path) -> PathBuf {
    let Ok(here) = std::env::current_dir() else { return path.to_owned() };
    let shown = here.ancestors().enumerate().find_map(|(up, folder)| {
        let rest = path.strip_prefix(folder).ok()?;
        // Up to the root and down again leads to the same place, and nobody wants to read it.
        folder.parent().is_some().then(|| (0..up).map(|_| "..").collect::<PathBuf>().join(rest))
    });
    let shown = shown.unwrap_or_else(|| path.to_owned());
    if shown.as_os_str().is_empty() { PathBuf::from(".") } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_similar_name_is_suggested() {
        let check = |name: &str, expect: Option<&str>| {
            let names = ["README.md", "guide.mdx", "src"].map(str::to_owned).into_iter();
            assert_eq!(nearest(name, names).as_deref(), expect, "{name}");
        };
        check("REDME.md", Some("README.md"));
        check("readme.md", Some("README.md"));
        check("guide.md", Some("guide.mdx"));
        check("scr", Some("src"));
        check("other.txt", None);
    }

    #[test]
    fn globs_and_standard_input_need_not_be_there() {
        let check = |path: &str, expect: bool| assert_eq!(check(&[path.into()], DOCUMENTS).is_ok(), expect, "{path}");
        check("-", true);
        check("no/such/*.md", true);
        check("src", true);
        check("no-such-thing", false);
    }
}
