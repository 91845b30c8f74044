//! From what the user calls a Python to one that is known to work.
//!
//! Owns the meaning of `--python`. Reads no environment: [`Places`] says where to look. Whatever is named is started
//! once and asked who it is ([`probe`]), so that a link, a shim or a wrapper cannot pass for another version.

mod answers;
mod places;
mod probe;
mod refusal;
mod wanted;

use std::path::{Path, PathBuf};

pub use answers::{Answers, witnesses};
pub use places::Places;
pub use probe::{PATIENCE, probe};
pub use refusal::{Refusal, SUPPORTED, Why};

use crate::wire::Interpreter;
use wanted::Wanted;

/// An executable that looks like a Python, and what came of asking it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it stands.
    pub executable: PathBuf,
    /// Who it is, or why it cannot be used.
    pub answer: Result<Interpreter, Why>,
}

/// How an executable is asked who it is.
pub type Ask<'a> = &'a dyn Fn(&Path) -> Result<Interpreter, Why>;

/// Asks it by starting it.
fn by_starting(executable: &Path) -> Result<Interpreter, Why> {
    probe(executable, PATIENCE)
}

/// The interpreters that `wanted` names, in its order and each once; the default one where nothing is named.
///
/// # Errors
/// When one of them is not there or cannot be used.
pub fn resolve(wanted: &[String], places: &Places) -> Result<Vec<Interpreter>, Refusal> {
    resolve_by(wanted, places, &by_starting)
}

/// The same, where something else knows the answers.
///
/// # Errors
/// As those of [`resolve`].
pub fn resolve_by(wanted: &[String], places: &Places, ask: Ask<'_>) -> Result<Vec<Interpreter>, Refusal> {
    let mut interpreters: Vec<Interpreter> = Vec::new();
    if wanted.is_empty() {
        interpreters.push(default(places, ask)?);
    }
    for name in wanted {
        let interpreter = find(name, places, ask)?;
        if !interpreters.iter().any(|known| same_installation(known, &interpreter)) {
            interpreters.push(interpreter);
        }
    }
    tell_apart(&mut interpreters);
    Ok(interpreters)
}

/// Every Python that [`find_all`] finds and that can be used.
///
/// # Errors
/// When there is none: what is wrong with the default one.
pub fn resolve_all(places: &Places) -> Result<Vec<Interpreter>, Refusal> {
    resolve_all_by(places, &by_starting)
}

/// The same, where something else knows the answers.
///
/// # Errors
/// As those of [`resolve_all`].
pub fn resolve_all_by(places: &Places, ask: Ask<'_>) -> Result<Vec<Interpreter>, Refusal> {
    let mut interpreters: Vec<Interpreter> =
        find_all_by(places, ask).into_iter().filter_map(|found| found.answer.ok()).collect();
    if interpreters.is_empty() {
        return resolve_by(&[], places, ask);
    }
    tell_apart(&mut interpreters);
    Ok(interpreters)
}

/// Every Python in the usual places, each installation once: those that can be used by version, then the others.
pub fn find_all(places: &Places) -> Vec<Found> {
    find_all_by(places, &by_starting)
}

fn find_all_by(places: &Places, ask: Ask<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for executable in places.everything() {
        let answer = ask(&executable);
        let executable = answer.as_ref().map_or(executable, |known| PathBuf::from(&known.executable));
        let new = Found { executable, answer };
        if !matches!(new.answer, Err(Why::NoPython { .. })) && !found.iter().any(|known| same(known, &new)) {
            found.push(new);
        }
    }
    found.sort_by_cached_key(|known| match &known.answer {
        Ok(interpreter) => (false, interpreter.minor, interpreter.version.clone()),
        Err(why) => (true, (0, 0), why.to_string()),
    });
    found
}

/// The active virtual environment, else `python3`.
fn default(places: &Places, ask: Ask<'_>) -> Result<Interpreter, Refusal> {
    let active = places.virtual_env.as_ref().map(|folder| folder.display().to_string());
    find(active.as_deref().unwrap_or("python3"), places, ask)
}

/// The first candidate that works; else the refusal that says most.
fn find(name: &str, places: &Places, ask: Ask<'_>) -> Result<Interpreter, Refusal> {
    let wanted = Wanted::read(name);
    let mut refused: Option<(PathBuf, Why)> = None;
    for executable in wanted.candidates(places) {
        let answer = ask(&executable).and_then(|interpreter| wanted.accepts(interpreter));
        match answer {
            Ok(interpreter) => return Ok(interpreter),
            Err(why) if refused.as_ref().is_none_or(|(_, before)| why.weight() > before.weight()) => {
                refused = Some((executable, why));
            }
            Err(_) => {}
        }
    }
    let (executable, why) = refused.map_or((None, wanted.absence()), |(path, why)| (Some(path), why));
    Err(Refusal { wanted: name.to_owned(), executable, why, others: find_all_by(places, ask) })
}

/// Gives the second and later ones of a version a number: results name interpreters by id alone.
fn tell_apart(interpreters: &mut [Interpreter]) {
    for at in 1..interpreters.len() {
        let minor = interpreters[at].minor;
        let before = interpreters[..at].iter().filter(|known| known.minor == minor).count();
        if before > 0 {
            interpreters[at].id = format!("{}-{}", interpreters[at].id, before + 1);
        }
    }
}

/// Whether two answers are of one installation, which has many names: `python`, `python3`, `/bin` and `/usr/bin`. A
/// virtual environment is one by itself.
pub fn same_installation(one: &Interpreter, other: &Interpreter) -> bool {
    (&one.prefix, &one.version) == (&other.prefix, &other.version)
}

fn same(one: &Found, other: &Found) -> bool {
    match (&one.answer, &other.answer) {
        (Ok(one), Ok(other)) => same_installation(one, other),
        (Err(_), Err(_)) => one.executable.canonicalize().ok() == other.executable.canonicalize().ok(),
        _ => false,
    }
}
