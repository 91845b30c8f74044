//! The interpreters of a run, asked who they are only where that is not known.

use std::cell::Cell;
use std::path::Path;

use super::program;
use crate::cache::Store;
use crate::cli::config::Check;
use crate::discover::interpreters::{Answers, Ask, Refusal, Why, resolve, resolve_all, resolve_all_by, resolve_by};
use crate::wire::Interpreter;

/// The interpreters asked for, if what all of them would say is known.
pub fn known(config: &Check, store: &Store) -> Option<Vec<Interpreter>> {
    let answers = answers(config, store)?;
    let unknown = Cell::new(false);
    let ask = |executable: &Path| {
        answers.recall(executable).ok_or_else(|| {
            unknown.set(true);
            Why::NotFound
        })
    };
    // One that is not known could be the one that is wanted, so that nothing follows from the others.
    by(config, &ask).ok().filter(|_| !unknown.get())
}

/// The interpreters asked for; what they say is kept.
///
/// # Errors
/// As those of [`resolve`].
pub fn asked(config: &Check, store: Option<&Store>) -> Result<Vec<Interpreter>, Refusal> {
    match store.and_then(|store| answers(config, store)) {
        Some(answers) => by(config, &|executable| answers.ask(executable)),
        None if config.all_pythons => resolve_all(&config.places),
        None => resolve(&config.pythons, &config.places),
    }
}

fn answers<'a>(config: &Check, store: &'a Store) -> Option<Answers<'a>> {
    Some(Answers::new(store, program()?, &config.places, config.pyenv_version.clone()))
}

fn by(config: &Check, ask: Ask<'_>) -> Result<Vec<Interpreter>, Refusal> {
    if config.all_pythons {
        resolve_all_by(&config.places, ask)
    } else {
        resolve_by(&config.pythons, &config.places, ask)
    }
}
