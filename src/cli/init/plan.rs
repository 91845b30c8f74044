//! What there is to write, given what is there. Writes nothing.

use std::path::Path;

use super::texts;
use crate::cli::Failure;
use crate::cli::args::Init;
use crate::cli::settings;

const WORKFLOW: &str = ".github/workflows/snipcheck.yml";
const HOOKS: &str = ".pre-commit-config.yaml";
const OWN: &str = "snipcheck.toml";
const SHARED: &str = "pyproject.toml";

/// Where documents usually are.
const DOCUMENTS: [&str; 6] = ["README.md", "README.mdx", "README.markdown", "readme.md", "docs", "doc"];

/// A file, and what is done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// In the project's folder.
    pub path: &'static str,
    /// What is done.
    pub deed: Deed,
}

/// What is done with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// It is written.
    New(String),
    /// Something is written behind its text.
    Added {
        /// Its text.
        before: String,
        /// What comes behind it.
        text: String,
    },
    /// Nothing, and why; perhaps what its owner may add.
    Left(String),
}

/// Everything that is asked for, in the order in which it is done.
///
/// # Errors
/// When a configuration cannot be added to what is there.
pub fn all(asked: &Init) -> Result<Vec<Planned>, Failure> {
    let mut all = vec![configuration(asked)?];
    if !asked.no_github {
        all.push(new_file(&asked.folder, WORKFLOW, texts::WORKFLOW));
    }
    if !asked.no_pre_commit {
        all.push(hook(&asked.folder));
    }
    Ok(all)
}

fn configuration(asked: &Init) -> Result<Planned, Failure> {
    let path = if asked.pyproject { SHARED } else { OWN };
    if let Some(there) = settings::in_folder(&asked.folder)? {
        let why = format!("{} is the configuration already", there.display());
        return Ok(Planned { path, deed: Deed::Left(why) });
    }
    let keys = texts::configuration(&documents(&asked.folder));
    if !asked.pyproject {
        return Ok(new_file(&asked.folder, OWN, &keys));
    }
    let before = std::fs::read_to_string(asked.folder.join(SHARED)).map_err(|error| {
        let help = "leave out `--pyproject`, and snipcheck.toml is written";
        Failure::usage(format!("cannot add to `{SHARED}`: {error}"), help)
    })?;
    let gap = if before.ends_with('\n') || before.is_empty() { "\n" } else { "\n\n" };
    Ok(Planned { path, deed: Deed::Added { before, text: format!("{gap}{}", texts::in_pyproject(&keys)) } })
}

fn hook(folder: &Path) -> Planned {
    let there = std::fs::read_to_string(folder.join(HOOKS)).unwrap_or_default();
    if !there.is_empty() && !there.contains("snipcheck") {
        let why = format!("add this to its `repos`:\n\n{}", texts::HOOK);
        return Planned { path: HOOKS, deed: Deed::Left(why) };
    }
    new_file(folder, HOOKS, &format!("repos:\n{}", texts::HOOK))
}

fn new_file(folder: &Path, path: &'static str, text: &str) -> Planned {
    let is_there = folder.join(path).symlink_metadata().is_ok();
    let deed = if is_there { Deed::Left("it is there already".to_owned()) } else { Deed::New(text.to_owned()) };
    Planned { path, deed }
}

fn documents(folder: &Path) -> Vec<String> {
    let there = DOCUMENTS.iter().filter(|name| is_called(folder, name));
    let found: Vec<String> = there.map(|name| (*name).to_owned()).collect();
    if found.is_empty() { vec![".".to_owned()] } else { found }
}

/// Whether a folder has an entry of just this name; some file systems do not tell `README` from `readme`.
fn is_called(folder: &Path, name: &str) -> bool {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    entries.into_iter().any(|entry| entry.file_name() == name)
}
