//! The levels without namespaces: another user, a folder on disk, and reaping by hand.

use std::io;
use std::path::PathBuf;

use libc::pid_t;
use pyo3::Python;

use super::guard;
use super::landlock::Files;
use super::policy::{ETC, NOBODY, SYSTEM};
use super::scratch::Scratch;
use super::{Outbox, Sandbox, refusal, refuse, sys};
use crate::wire::{Level, Missing};

/// Enters a level below `full`, in a new process: the old one stays behind to end what this one may leave.
///
/// # Errors
/// What is missing, and why.
pub fn enter(py: Python<'_>, level: Level, folders: &[PathBuf]) -> Result<Sandbox, Missing> {
    let outbox = Outbox::Memory;
    let others = tasks_of_everybody();
    if level > Level::None && sys::is_root() {
        sys::become_user(NOBODY).map_err(refuse("user", "becoming nobody"))?;
        still_readable(folders)?;
    }
    let scratch = Scratch::on_disk().map_err(refuse("scratch", "making it"))?;
    guard::go_on_below(py, &scratch)?;
    sys::process_control(libc::PR_SET_CHILD_SUBREAPER, 1).map_err(refuse("seccomp", "prctl"))?;
    let readable = SYSTEM.iter().chain(&ETC).map(PathBuf::from).chain(folders.iter().cloned()).collect();
    let files = Files { readable: Some(readable), writable: Vec::new(), no_tcp: true };
    let mut sandbox = Sandbox::new(level, outbox, scratch, files);
    sandbox.others = others;
    Ok(sandbox)
}

/// Ends the snippet's process group, then, one after the other, whoever left it and so became our child.
///
/// # Errors
/// Where the kernel does not let us wait.
pub fn end_descendants(snippet: pid_t) -> io::Result<()> {
    // Nobody there is the usual answer.
    let _ = sys::signal(-snippet, libc::SIGKILL);
    end_children()
}

/// Ends all children of this process, and theirs, who become ours.
///
/// Group by group: the kernel signals a group in one step, whoever is being forked in it included. One after the other, each
/// that is killed makes room for another, and where many fork without end they are quicker than we are.
///
/// # Errors
/// Where the kernel does not let us wait.
pub fn end_children() -> io::Result<()> {
    let own = sys::group_of(sys::own_pid());
    loop {
        for pid in descendants() {
            // One that is gone has no group; one that was just forked is in ours still.
            let whom = sys::group_of(pid).filter(|group| Some(*group) != own).map_or(pid, |group| -group);
            let _ = sys::signal(whom, libc::SIGKILL);
        }
        let mut ended = sys::reap(-1, true);
        while matches!(ended, Ok(Some(_))) {
            ended = sys::reap(-1, false);
        }
        match ended {
            Err(error) if error.raw_os_error() == Some(libc::ECHILD) => return Ok(()),
            other => other?,
        };
    }
}

/// All that come from this process, as far as the machine tells.
pub fn descendants() -> Vec<pid_t> {
    let mut found = children("thread-self");
    let mut looked_at = 0;
    while let Some(pid) = found.get(looked_at) {
        found.extend(children(&format!("{pid}/task/{pid}")));
        looked_at += 1;
    }
    found
}

/// The children of a thread, by its place in `/proc`.
fn children(thread: &str) -> Vec<pid_t> {
    let text = std::fs::read_to_string(format!("/proc/{thread}/children")).unwrap_or_default();
    text.split_whitespace().filter_map(|pid| pid.parse().ok()).collect()
}

/// How many tasks there are on this machine: an upper bound of those that the kernel counts against this user.
fn tasks_of_everybody() -> u64 {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let tasks = load.split_whitespace().nth(3).and_then(|part| part.split('/').nth(1));
    tasks.and_then(|count| count.parse().ok()).unwrap_or(1024)
}

/// Root may read what others may not; a snippet is one of the others.
fn still_readable(folders: &[PathBuf]) -> Result<(), Missing> {
    let closed = |error: &io::Error| error.kind() == io::ErrorKind::PermissionDenied;
    let shut = folders.iter().find(|folder| std::fs::metadata(folder).as_ref().is_err_and(closed));
    shut.map_or(Ok(()), |folder| Err(refusal("interpreter", format!("{}: closed to other users", folder.display()))))
}
