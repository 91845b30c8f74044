//! `snipcheck init`: a first configuration, a workflow for GitHub Actions, a hook for pre-commit. What is there already
//! stays as it is.

mod plan;
mod texts;

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use super::Failure;
use super::args::Init;
use super::output::{self, Output};
use crate::report::summary::PASSED;
use plan::{Deed, Planned};

/// What to do when all is written.
const NEXT: &str = "
Next:
  snipcheck config    shows each setting and where it comes from
  snipcheck check     checks the documents that the configuration names
";

/// Writes what is not there yet, and says so; gives the exit code.
///
/// # Errors
/// When the folder is not there, cannot be written to, or has a configuration that cannot be added to.
pub fn run(asked: &Init) -> Result<u8, Failure> {
    if !asked.folder.is_dir() {
        let error = format!("there is no folder `{}`", asked.folder.display());
        return Err(Failure::usage(error, "name the folder of your project"));
    }
    let planned = plan::all(asked)?;
    let mut said = String::new();
    for one in &planned {
        match asked.dry_run {
            true => said += &diff(one),
            false => said += &carry_out(&asked.folder, one)?,
        }
    }
    if !asked.dry_run {
        said += NEXT;
    }
    Output::Standard.write(&said)?;
    Ok(PASSED)
}

fn carry_out(folder: &Path, planned: &Planned) -> Result<String, Failure> {
    let path = folder.join(planned.path);
    let written = match &planned.deed {
        Deed::New(text) => create(&path, text).map(|()| format!("wrote {}\n", planned.path)),
        Deed::Added { before, text } => {
            add(&path, before, text).map(|()| format!("added [tool.snipcheck] to {}\n", planned.path))
        }
        Deed::Left(why) => Ok(format!("left {} as it is: {why}\n", planned.path)),
    };
    written.map_err(|error| {
        let help = "make room for it, or leave it out: `snipcheck init --help` says how";
        Failure::usage(format!("cannot write `{}`: {error}", path.display()), help)
    })
}

/// Writes behind the text of a file. A link to it stays a link.
fn add(path: &Path, before: &str, text: &str) -> io::Result<()> {
    output::replace(&path.canonicalize()?, &format!("{before}{text}"))
}

/// Writes a file that is not there, not even as a link.
fn create(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).open(path)?;
    io::Write::write_all(&mut file, text.as_bytes())
}

/// What would be done, as a patch.
fn diff(planned: &Planned) -> String {
    let (path, lines) = (planned.path, |text: &str| text.lines().count());
    match &planned.deed {
        Deed::New(text) => format!("--- /dev/null\n+++ {path}\n@@ -0,0 +1,{} @@\n{}", lines(text), added(text)),
        Deed::Added { before, text } => {
            let last = lines(before);
            format!("--- {path}\n+++ {path}\n@@ -{last},0 +{},{} @@\n{}", last + 1, lines(text), added(text))
        }
        Deed::Left(why) => format!("# {path} stays as it is: {}\n", why.trim_end().replace('\n', "\n# ")),
    }
}

fn added(text: &str) -> String {
    text.lines().fold(String::new(), |mut all, line| {
        _ = writeln!(all, "+{line}");
        all
    })
}
