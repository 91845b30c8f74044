//! What executables said of themselves in earlier runs: starting a Python takes longer than all else that a run does whose
//! documents are unchanged.
//!
//! Owns what such an answer depends on.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::{PATIENCE, Places, Why, probe};
use crate::cache::{Key, Store, Witness};
use crate::wire::Interpreter;

/// Asks executables, and remembers what they said.
#[derive(Debug)]
pub struct Answers<'a> {
    store: &'a Store,
    /// Which program asks: another one may ask for more.
    asker: Key,
    /// Where pyenv's shims are, and what tells them which Python to start.
    shims: Option<Shims>,
}

/// What pyenv's shims go by.
#[derive(Debug)]
struct Shims {
    root: PathBuf,
    /// `PYENV_VERSION`
    chosen: Option<OsString>,
}

/// An answer, as it is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    witnesses: Vec<Witness>,
    interpreter: Interpreter,
}

impl<'a> Answers<'a> {
    /// What `asker` was told before. `chosen` is the variable `PYENV_VERSION`.
    pub fn new(store: &'a Store, asker: Key, places: &Places, chosen: Option<OsString>) -> Self {
        let shims = places.pyenv_root.clone().map(|root| Shims { root, chosen });
        Self { store, asker, shims }
    }

    /// Who an executable is.
    ///
    /// # Errors
    /// As those of [`probe`].
    pub fn ask(&self, executable: &Path) -> Result<Interpreter, Why> {
        if let Some(interpreter) = self.recall(executable) {
            return Ok(interpreter);
        }
        let since = SystemTime::now();
        let interpreter = probe(executable, PATIENCE)?;
        self.keep(executable, &interpreter, since);
        Ok(interpreter)
    }

    /// Who an executable was, if all that decides it is as it was.
    pub fn recall(&self, executable: &Path) -> Option<Interpreter> {
        let bytes = self.store.get(&self.key(executable)?)?;
        let kept: Kept = serde_json::from_slice(&bytes).ok()?;
        kept.witnesses.iter().all(Witness::holds).then_some(kept.interpreter)
    }

    /// Keeps an answer, unless something that decides it has changed since the question.
    fn keep(&self, executable: &Path, interpreter: &Interpreter, since: SystemTime) -> Option<()> {
        let key = self.key(executable)?;
        let mut witnesses = self.of_starting(executable, interpreter)?;
        witnesses.extend(self::witnesses(interpreter));
        witnesses.extend(interpreter.path.iter().flat_map(|folder| path_files(Path::new(folder))));
        if !witnesses.iter().all(|witness| witness.is_older_than(since)) {
            return None;
        }
        let bytes = serde_json::to_vec(&Kept { witnesses, interpreter: interpreter.clone() }).ok()?;
        self.store.put(key, &bytes);
        Some(())
    }

    fn key(&self, executable: &Path) -> Option<Key> {
        let executable = std::path::absolute(executable).ok()?;
        let chosen = self.shims.as_ref().and_then(|shims| shims.chosen.as_ref());
        Key::of(&("interpreter", self.asker, executable, chosen.map(|name| name.to_string_lossy())))
    }

    /// What decides which Python is started; `None` for a program that starts one by rules of its own.
    fn of_starting(&self, executable: &Path, interpreter: &Interpreter) -> Option<Vec<Witness>> {
        let real = |path: &Path| path.canonicalize().ok();
        if real(executable) == real(Path::new(&interpreter.executable)) {
            return Some(vec![witness(executable)]);
        }
        let shims = self.shims.as_ref().filter(|shims| executable.parent() == Some(&shims.root.join("shims")))?;
        let here = std::path::absolute(".").ok()?;
        let above = here.ancestors().map(|folder| folder.join(".python-version"));
        let own = [executable.to_owned(), shims.root.join("version"), shims.root.join("versions")];
        Some(above.chain(own).map(|path| witness(&path)).collect())
    }
}

/// All that tells whether an interpreter is still the same, with the same packages: its executable, its libraries, its
/// settings, and the folders of its modules. What is in the files of packages is not looked at here: who has imported one
/// is to look at it.
pub fn witnesses(interpreter: &Interpreter) -> Vec<Witness> {
    let Interpreter { prefix, exec_prefix, base_prefix, base_exec_prefix, .. } = interpreter;
    let executable = Path::new(&interpreter.executable);
    let around = executable.ancestors().skip(1).take(2).map(|folder| folder.join("pyvenv.cfg"));
    let prefixes = [prefix, exec_prefix, base_prefix, base_exec_prefix].map(Path::new);
    let libraries = prefixes.into_iter().map(|prefix| prefix.join("lib"));
    let mut paths: Vec<PathBuf> = around.chain(libraries).chain([executable.to_owned()]).collect();
    paths.extend(interpreter.path.iter().map(PathBuf::from));
    paths.sort_unstable();
    paths.dedup();
    paths.iter().map(|path| witness(path)).collect()
}

/// The files by which a folder of packages adds others to the search path.
fn path_files(folder: &Path) -> Vec<Witness> {
    let entries = folder.read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.extension().is_some_and(|ending| ending == "pth")).map(|path| witness(&path)).collect()
}

fn witness(path: &Path) -> Witness {
    Witness::of(path.display().to_string())
}
