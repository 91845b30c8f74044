//! The process above a worker that has no pid namespace. It outlives the worker: whoever loses the worker falls to it, and
//! is ended.
//!
//! In a pid namespace the kernel sees to this. Without one, a worker that is killed (by Ctrl-C, or with the host) would
//! leave its snippet running with nobody to end it.

use std::io;
use std::os::fd::AsFd;

use libc::pid_t;
use pyo3::Python;

use super::partial::end_children;
use super::scratch::Scratch;
use super::{refuse, sys};
use crate::wire::Missing;
use crate::worker::fork::{Side, fork};

/// Goes on in a new process, as the worker. The one that came here stays behind as its guard, and never comes back.
///
/// # Errors
/// Where there can be no new process, or none that ends with its guard.
pub fn go_on_below(py: Python<'_>, scratch: &Scratch) -> Result<(), Missing> {
    let above = sys::parent_pid();
    sys::process_control(libc::PR_SET_CHILD_SUBREAPER, 1).map_err(refuse("guard", "prctl"))?;
    match fork(py).map_err(refuse("guard", "fork"))? {
        Side::Parent(worker) => guard(worker, above, scratch),
        Side::Child => {
            let end_with_guard = sys::process_control(libc::PR_SET_PDEATHSIG, libc::SIGKILL as libc::c_ulong);
            end_with_guard.map_err(refuse("guard", "prctl"))
        }
    }
}

/// Waits for the worker to end, or for whoever waits for this process; then ends all that is left, and leaves.
fn guard(worker: pid_t, above: pid_t, scratch: &Scratch) -> ! {
    // What cannot be closed is closed when this process ends.
    let _ = sys::close_all(0, i32::MAX);
    // Who cannot be watched is gone.
    let _ = either_ends(worker, above);
    let ended = sys::reap(worker, false).ok().flatten();
    let _ = end_children();
    scratch.remove();
    sys::leave(ended.and_then(|end| end.exit).unwrap_or(1))
}

fn either_ends(worker: pid_t, above: pid_t) -> io::Result<()> {
    let both = [sys::watch_process(worker)?, sys::watch_process(above)?];
    while !sys::wait_readable(&both.each_ref().map(|process| process.as_fd()), -1)? {}
    Ok(())
}
