//! What the interpreter must be told, once: who it is, where it lives, and what to have ready.

use std::collections::HashSet;
use std::path::Path;

use pyo3::prelude::*;
use pyo3::types::PyList;

use super::heap::fill_holes;
use crate::wire::{Interpreter, Level};

/// Gives the interpreter the paths of its virtual environment. It was started without `site`, whose `.pth` files run code
/// of installed packages before there is a sandbox.
pub fn adopt(py: Python<'_>, interpreter: &Interpreter) -> PyResult<()> {
    let sys = py.import("sys")?;
    sys.setattr("prefix", &interpreter.prefix)?;
    sys.setattr("exec_prefix", &interpreter.exec_prefix)?;
    sys.setattr("base_prefix", &interpreter.base_prefix)?;
    sys.setattr("base_exec_prefix", &interpreter.base_exec_prefix)?;
    sys.setattr("path", PyList::new(py, &interpreter.path)?)?;
    sys.getattr("path_importer_cache")?.call_method0("clear")?;
    // What `site` adds to the built-in names: `exit`, `copyright`, `help` and their like. Importing it runs nothing.
    let site = py.import("site")?;
    ["setquit", "setcopyright", "sethelper"].iter().try_for_each(|name| site.call_method0(*name).map(drop))
}

/// Tells Python where its home is.
pub fn live_in(py: Python<'_>, scratch: &Path, level: Level) -> PyResult<()> {
    let environment = py.import("os")?.getattr("environ")?;
    environment.set_item("HOME", scratch.as_os_str())?;
    environment.call_method1("pop", ("LD_BIND_NOW", py.None()))?;
    // With a root folder of its own `/tmp` is what a snippet may write; without, it has to be told of another place.
    if level < Level::Full { environment.set_item("TMPDIR", scratch.as_os_str()) } else { Ok(()) }
}

/// Imports what examples import most, before the memory is put in order: what comes later, between two jobs, lies scattered
/// over pages that every fork from then on pays for.
pub fn warm_up(py: Python<'_>) {
    // One that is not there is left to the snippet that wants it.
    let _ = py.import("json");
}

/// The modules that have been imported for all snippets to come.
#[derive(Default)]
pub struct Preloaded(HashSet<String>);

impl Preloaded {
    /// Imports what is new; a module that cannot be imported is left to the snippet that wants it.
    pub fn add(&mut self, py: Python<'_>, names: &[String]) -> PyResult<()> {
        let new: Vec<&String> = names.iter().filter(|name| !self.0.contains(*name)).collect();
        if new.is_empty() {
            return Ok(());
        }
        let modules = py.import("sys")?.getattr("modules")?;
        let mut has_grown = false;
        for name in new {
            // Where all is there already nothing is to be put in order: that touches hundreds of pages.
            has_grown |= !modules.contains(name)? && py.import(name.as_str()).is_ok();
            self.0.insert(name.clone());
        }
        if has_grown { freeze(py) } else { Ok(()) }
    }
}

/// Collects, then keeps the collector away from what is shared with every fork: looking at it would copy it. What the forks
/// make themselves gets a place of its own.
pub fn freeze(py: Python<'_>) -> PyResult<()> {
    let gc = py.import("gc")?;
    gc.call_method0("collect")?;
    gc.call_method0("freeze")?;
    fill_holes(py);
    Ok(())
}
