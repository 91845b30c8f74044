//! The snippet's process, from the fork to its end. Nothing returns from here.
//!
//! The snippet shares this process with the probe, so whatever is written from here is evidence about the snippet, and
//! no authority: what it may do is held by the kernel, and how it ended is seen by the parent.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::{AsFd, AsRawFd, OwnedFd, RawFd};
use std::sync::Arc;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyCFunction, PyDict, PyTuple};

use super::job::Catch;
use super::lockdown::{Sandbox, sys};
use super::values::{from_python, to_python};
use crate::wire::{Event, Job};

/// The first byte of a note: an event follows, as JSON.
pub const EVENT: u8 = b'E';
/// An effect: what, where, the detail, with tabs between them.
pub const EFFECT: u8 = b'X';
/// The snippet could not be run: why.
pub const FAILED: u8 = b'F';
/// The exit status of a process that could not be made safe.
const UNSAFE: i32 = 70;

/// Where our own descriptors go, out of the way of snippets that count on low numbers or close them all.
const HIGH: RawFd = 1000;

/// Confines this process and runs the job in it.
pub fn run(py: Python<'_>, sandbox: &Sandbox, probe: &Py<PyAny>, job: &Job, catch: Catch) -> ! {
    let (mut notes, stdout) = match settle(&catch) {
        Ok(own) => own,
        Err(_) => sys::leave(UNSAFE),
    };
    if let Err(why) = sandbox.confine(&job.limits).and_then(|()| close_others(&notes, &stdout)) {
        // Where even this cannot be written, the status says enough.
        let _ = note(&mut notes, FAILED, why.as_bytes());
        sys::leave(UNSAFE);
    }
    let status = drive(py, probe, job, notes, stdout).unwrap_or_else(|error| {
        error.print(py);
        1
    });
    for stream in ["stdout", "stderr"] {
        // The snippet may have put anything there.
        let _ = py.import("sys").and_then(|sys| sys.getattr(stream)?.call_method0("flush"));
    }
    sys::leave(status)
}

/// Puts the snippet's streams in their places; gives our own two descriptors.
fn settle(catch: &Catch) -> io::Result<(File, File)> {
    sys::own_session()?;
    let nothing = File::open("/dev/null")?;
    sys::put_on(nothing.as_fd(), 0, false)?;
    sys::put_on(catch.stdout.as_fd(), 1, false)?;
    sys::put_on(catch.stderr.as_fd(), 2, false)?;
    Ok((put_high(&catch.notes)?.into(), put_high(&catch.stdout)?.into()))
}

fn put_high(file: &File) -> io::Result<OwnedFd> {
    // A machine with a low limit of open files has no such numbers.
    sys::copy_from(file.as_fd(), HIGH).or_else(|_| sys::copy_from(file.as_fd(), 3))
}

/// Closes all but the three streams and our own two.
fn close_others(notes: &File, stdout: &File) -> Result<(), String> {
    let mut kept = [notes.as_raw_fd(), stdout.as_raw_fd()];
    kept.sort_unstable();
    let gaps = [(3, kept[0] - 1), (kept[0] + 1, kept[1] - 1), (kept[1] + 1, RawFd::MAX)];
    let closed =
        gaps.iter().filter(|(first, last)| first <= last).try_for_each(|&(first, last)| sys::close_all(first, last));
    closed.map_err(|error| format!("close_range: {error}"))
}

/// Runs the probe; gives the exit status.
fn drive(py: Python<'_>, probe: &Py<PyAny>, job: &Job, notes: File, stdout: File) -> PyResult<i32> {
    let broken = |error: serde_json::Error| PyValueError::new_err(error.to_string());
    let job = to_python(py, &serde_json::to_value(job).map_err(broken)?)?;
    // Shared, not copied: a copy would lie among the low numbers.
    let notes = Arc::new(notes);
    let effects = Arc::clone(&notes);
    let emit =
        PyCFunction::new_closure(py, None, None, move |args: &Bound<'_, PyTuple>, _: Option<&Bound<'_, PyDict>>| {
            tell_event(&notes, &args.get_item(0)?)
        })?;
    let effect =
        PyCFunction::new_closure(py, None, None, move |args: &Bound<'_, PyTuple>, _: Option<&Bound<'_, PyDict>>| {
            let (what, place, detail): (String, String, String) = args.extract()?;
            Ok::<_, PyErr>(note(&mut &*effects, EFFECT, format!("{what}\t{place}\t{detail}").as_bytes())?)
        })?;
    let size =
        PyCFunction::new_closure(py, None, None, move |_: &Bound<'_, PyTuple>, _: Option<&Bound<'_, PyDict>>| {
            Ok::<_, PyErr>(stdout.metadata()?.len())
        })?;
    let status = probe.bind(py).call1((job, emit, size, effect))?;
    Ok(status.extract::<Option<i32>>()?.unwrap_or(0))
}

/// Writes an event, if it is one.
fn tell_event(notes: &File, event: &Bound<'_, PyAny>) -> PyResult<()> {
    let value = from_python(event)?;
    let event: Event = serde_json::from_value(value).map_err(|error| PyValueError::new_err(error.to_string()))?;
    let bytes = serde_json::to_vec(&event).map_err(|error| PyValueError::new_err(error.to_string()))?;
    Ok(note(&mut &*notes, EVENT, &bytes)?)
}

/// Writes a note at once, as one line: a snippet can end at any moment. Line ends inside become spaces.
fn note(to: &mut impl Write, kind: u8, text: &[u8]) -> io::Result<()> {
    let flat = text.iter().map(|&byte| if byte == b'\n' { b' ' } else { byte });
    let line: Vec<u8> = std::iter::once(kind).chain(flat).chain([b'\n']).collect();
    to.write_all(&line)
}
