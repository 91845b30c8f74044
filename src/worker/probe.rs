//! The probe, from the side of the library that carries it: loaded once, run in each forked child.
//!
//! Knows its sources and what it is called with; what it does stands in `probe/`.

use std::fs::File;
use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCFunction, PyDict, PyList, PyModule, PyTuple};

use super::heap::fill_holes;
use super::positions::restorer;
use super::values::{Plain, job_to_python};
use crate::wire::Job;

/// The first byte of a note: an event follows, as JSON.
pub const EVENT: u8 = b'E';
/// An effect: what, where, the detail, with tabs between them.
pub const EFFECT: u8 = b'X';
/// A module was imported: its file.
pub const LOADED: u8 = b'L';
/// The snippet could not be run: why.
pub const FAILED: u8 = b'F';

/// The files of the probe; each comes after those that it imports.
const FILES: [(&str, &str); 7] = [
    ("render", include_str!("probe/render.py")),
    ("effects", include_str!("probe/effects.py")),
    ("instrument", include_str!("probe/instrument.py")),
    ("watch", include_str!("probe/watch.py")),
    ("codes", include_str!("probe/codes.py")),
    ("prompt", include_str!("probe/prompt.py")),
    (ITSELF, include_str!("probe/__init__.py")),
];
const ITSELF: &str = "__init__";
const PACKAGE: &str = "snipcheck_probe";

/// The probe, loaded and warm.
pub struct Probe {
    run: Py<PyAny>,
    /// How it tells events, asks for the size of the output, tells effects and what was imported, and gets positions right.
    calls: [Py<PyAny>; 5],
    line: Arc<Line>,
}

/// Where the calls lead. The calls are made before the fork, where making them costs nothing; only the child has files.
#[derive(Default)]
struct Line {
    notes: OnceLock<File>,
    stdout: OnceLock<File>,
}

impl Probe {
    /// Loads it. It stays out of `sys.modules`, where a snippet would see it.
    ///
    /// First all is compiled, then free memory is closed, then all is made: so what each child writes to lies together.
    pub fn load(py: Python<'_>) -> PyResult<Self> {
        let codes: Vec<_> = FILES.iter().map(|(name, source)| compiled(py, name, source)).collect::<PyResult<_>>()?;
        fill_holes(py);
        let modules = py.import("sys")?.getattr("modules")?;
        let package = PyModule::new(py, PACKAGE)?;
        package.setattr("__path__", PyList::empty(py))?;
        modules.set_item(PACKAGE, &package)?;
        for ((name, _), code) in FILES.iter().zip(codes) {
            let is_itself = *name == ITSELF;
            let full = format!("{PACKAGE}.{name}");
            let module = if is_itself { package.clone() } else { PyModule::new(py, &full)? };
            module.setattr("__package__", PACKAGE)?;
            if !is_itself {
                modules.set_item(full, &module)?;
                package.setattr(*name, &module)?;
            }
            execute(&code, &module)?;
        }
        let line = Arc::new(Line::default());
        let calls = calls(py, &line)?;
        package.call_method1("warm", (&calls[4],))?;
        for (name, _) in FILES {
            let full = if name == ITSELF { PACKAGE.into() } else { format!("{PACKAGE}.{name}") };
            modules.del_item(full)?;
        }
        Ok(Self { run: package.getattr("run")?.unbind(), calls, line })
    }

    /// Runs a job in this process; gives the exit status. The files get what the probe tells, and hold the output so far.
    ///
    /// # Errors
    /// What left the probe.
    pub fn run(&self, py: Python<'_>, job: &Job, notes: File, stdout: File) -> PyResult<i32> {
        // This process has no line yet: it runs no other job.
        let _ = (self.line.notes.set(notes), self.line.stdout.set(stdout));
        let [emit, size, effect, loaded, restore] = &self.calls;
        let status = self.run.bind(py).call1((job_to_python(py, job)?, emit, size, effect, loaded, restore))?;
        Ok(status.extract::<Option<i32>>()?.unwrap_or(0))
    }
}

type Args<'a, 'py> = &'a Bound<'py, PyTuple>;
type Named<'a, 'py> = Option<&'a Bound<'py, PyDict>>;

/// The functions that the probe is called with.
fn calls(py: Python<'_>, line: &Arc<Line>) -> PyResult<[Py<PyAny>; 5]> {
    let (notes, effects, modules, stdout) = (Arc::clone(line), Arc::clone(line), Arc::clone(line), Arc::clone(line));
    let emit = PyCFunction::new_closure(py, None, None, move |args: Args<'_, '_>, _: Named<'_, '_>| {
        tell_event(open(&notes.notes)?, &args.get_item(0)?)
    })?;
    let size = PyCFunction::new_closure(py, None, None, move |_: Args<'_, '_>, _: Named<'_, '_>| {
        Ok::<_, PyErr>(open(&stdout.stdout)?.metadata()?.len())
    })?;
    let effect = PyCFunction::new_closure(py, None, None, move |args: Args<'_, '_>, _: Named<'_, '_>| {
        let (what, place, detail): (String, String, String) = args.extract()?;
        Ok::<_, PyErr>(note(open(&effects.notes)?, EFFECT, format!("{what}\t{place}\t{detail}").as_bytes())?)
    })?;
    let loaded = PyCFunction::new_closure(py, None, None, move |args: Args<'_, '_>, _: Named<'_, '_>| {
        let file: String = args.get_item(0)?.extract()?;
        Ok::<_, PyErr>(note(open(&modules.notes)?, LOADED, file.as_bytes())?)
    })?;
    let [emit, size, effect, loaded] = [emit, size, effect, loaded].map(|call| call.into_any().unbind());
    Ok([emit, size, effect, loaded, restorer(py)?])
}

fn open(file: &OnceLock<File>) -> PyResult<&File> {
    file.get().ok_or_else(|| PyRuntimeError::new_err("no job runs here"))
}

/// Writes an event; whether it is one is for the parent to say.
fn tell_event(notes: &File, event: &Bound<'_, PyAny>) -> PyResult<()> {
    let broken = |error: serde_json::Error| PyValueError::new_err(error.to_string());
    let bytes = serde_json::to_vec(&Plain::new(event)).map_err(broken)?;
    Ok(note(notes, EVENT, &bytes)?)
}

/// Writes a note at once, as one line: a snippet can end at any moment. Line ends inside become spaces.
pub fn note(mut to: &File, kind: u8, text: &[u8]) -> io::Result<()> {
    let flat = text.iter().map(|&byte| if byte == b'\n' { b' ' } else { byte });
    let line: Vec<u8> = std::iter::once(kind).chain(flat).chain([b'\n']).collect();
    to.write_all(&line)
}

/// The code of a file, as bytes: read back from them, its parts lie side by side.
fn compiled<'py>(py: Python<'py>, name: &str, source: &str) -> PyResult<Bound<'py, PyAny>> {
    let code = py.import("builtins")?.call_method1("compile", (source, format!("<snipcheck>/{name}.py"), "exec"))?;
    py.import("marshal")?.call_method1("dumps", (code,))
}

fn execute(code: &Bound<'_, PyAny>, module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = code.py();
    let code = py.import("marshal")?.call_method1("loads", (code,))?;
    py.import("builtins")?.call_method1("exec", (code, module.dict())).map(drop)
}
