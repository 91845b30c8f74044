//! What the interpreter must be told, once: who it is, what it instruments with, and what to have ready.

use std::collections::HashSet;
use std::ffi::CString;
use std::path::Path;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyModule};

use crate::wire::{Interpreter, Level};

/// The files of the probe; each comes after those that it imports.
const PROBE: [(&str, &str); 4] = [
    ("render", include_str!("probe/render.py")),
    ("effects", include_str!("probe/effects.py")),
    ("instrument", include_str!("probe/instrument.py")),
    ("watch", include_str!("probe/watch.py")),
];
const PROBE_ITSELF: &str = include_str!("probe/__init__.py");
const PACKAGE: &str = "snipcheck_probe";

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

/// Loads the probe, and gives its `run`. It stays out of `sys.modules`, where a snippet would see it.
pub fn load_probe(py: Python<'_>) -> PyResult<Py<PyAny>> {
    let package = PyModule::from_code(py, c"", c"<snipcheck>/__init__.py", &c_string(PACKAGE)?)?;
    package.setattr("__path__", PyList::empty(py))?;
    package.setattr("__package__", PACKAGE)?;
    package.setattr("__spec__", py.None())?;
    let mut names = vec![PACKAGE.to_owned()];
    for (name, source) in PROBE {
        let full = format!("{PACKAGE}.{name}");
        let file = format!("<snipcheck>/{name}.py");
        let module = PyModule::from_code(py, &c_string(source)?, &c_string(&file)?, &c_string(&full)?)?;
        package.setattr(name, module)?;
        names.push(full);
    }
    execute(py, PROBE_ITSELF, &package.dict())?;
    package.call_method0("warm")?;
    let modules = py.import("sys")?.getattr("modules")?;
    names.iter().try_for_each(|name| modules.del_item(name))?;
    Ok(package.getattr("run")?.unbind())
}

/// Runs the package's own file in the package.
fn execute(py: Python<'_>, source: &str, names: &Bound<'_, PyDict>) -> PyResult<()> {
    let builtins = py.import("builtins")?;
    let code = builtins.call_method1("compile", (source, "<snipcheck>/__init__.py", "exec"))?;
    builtins.call_method1("exec", (code, names)).map(drop)
}

fn c_string(text: &str) -> PyResult<CString> {
    Ok(CString::new(text)?)
}

/// Tells Python where its home is.
pub fn live_in(py: Python<'_>, scratch: &Path, level: Level) -> PyResult<()> {
    let environment = py.import("os")?.getattr("environ")?;
    environment.set_item("HOME", scratch.as_os_str())?;
    environment.call_method1("pop", ("LD_BIND_NOW", py.None()))?;
    // With a root folder of its own `/tmp` is what a snippet may write; without, it has to be told of another place.
    if level < Level::Full { environment.set_item("TMPDIR", scratch.as_os_str()) } else { Ok(()) }
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
        for name in new {
            let _ = py.import(name.as_str());
            self.0.insert(name.clone());
        }
        freeze(py)
    }
}

/// Collects, then keeps the collector away from what is shared with every fork: looking at it would copy it.
pub fn freeze(py: Python<'_>) -> PyResult<()> {
    let gc = py.import("gc")?;
    gc.call_method0("collect")?;
    gc.call_method0("freeze").map(drop)
}
