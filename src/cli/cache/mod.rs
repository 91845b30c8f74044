//! What earlier runs have found: opened for a check, and the command that shows and removes it.

mod command;
mod conditions;
mod pythons;

pub use command::run;
pub use conditions::{conditions, program};
pub use pythons::{asked, known};

use std::io;
use std::path::Path;

use crate::cache::Store;
use crate::flow::Spared;

/// Opens the folder. A check does without one that cannot be used: `snipcheck cache stats` tells why.
pub fn open(folder: Option<&Path>) -> Option<Store> {
    Store::open(folder?).ok()
}

/// Notes what the last run needed not do.
pub fn note(store: &Store, spared: Spared) {
    if let Ok(text) = serde_json::to_string(&spared) {
        store.set_note(&text);
    }
}

/// What the last run needed not do.
fn noted(store: &Store) -> io::Result<Spared> {
    Ok(serde_json::from_str(&store.note())?)
}
