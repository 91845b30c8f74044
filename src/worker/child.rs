//! The snippet's process, from the fork to its end. Nothing returns from here.
//!
//! The snippet shares this process with the probe, so whatever is written from here is evidence about the snippet, and
//! no authority: what it may do is held by the kernel, and how it ended is seen by the parent.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd, RawFd};

use pyo3::Python;

use super::job::Catch;
use super::lockdown::{Sandbox, sys};
use super::probe::{FAILED, Probe, note};
use crate::wire::Job;

/// The exit status of a process that could not be made safe.
const UNSAFE: i32 = 70;

/// Where our own descriptors go, out of the way of snippets that count on low numbers or close them all.
const HIGH: RawFd = 1000;

/// Confines this process and runs the job in it.
pub fn run(py: Python<'_>, sandbox: &Sandbox, probe: &Probe, job: &Job, catch: Catch) -> ! {
    let (notes, stdout) = match settle(&catch) {
        Ok(own) => own,
        Err(_) => sys::leave(UNSAFE),
    };
    if let Err(why) = sandbox.confine(&job.limits).and_then(|()| close_others(&notes, &stdout)) {
        // Where even this cannot be written, the status says enough.
        let _ = note(&notes, FAILED, why.as_bytes());
        sys::leave(UNSAFE);
    }
    let status = probe.run(py, job, notes, stdout).unwrap_or_else(|error| {
        error.print(py);
        1
    });
    sys::leave(status)
}

/// Runs a job of our own in this process, which is confined by nothing. What it writes is lost.
///
/// # Errors
/// Where there is no `/dev/null`.
pub fn rehearse(py: Python<'_>, probe: &Probe, job: &Job) -> io::Result<()> {
    let nowhere = || File::options().read(true).write(true).open("/dev/null");
    let (notes, stdout) = settle(&Catch { stdout: nowhere()?, stderr: nowhere()?, notes: nowhere()? })?;
    probe.run(py, job, notes, stdout).map(drop).map_err(io::Error::other)
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
