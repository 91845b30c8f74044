//! Making processes out of this one. Knows what the interpreter wants around a fork, and nothing of what they do.

use std::io;

use libc::pid_t;
use pyo3::Python;
use pyo3::ffi;

use super::counts;

/// Which of the two one is, after a fork.
pub enum Side {
    /// The new process.
    Child,
    /// The old one, and the number of the new one.
    Parent(pid_t),
}

/// Forks; both sides go on running Python.
pub fn fork(_py: Python<'_>) -> io::Result<Side> {
    counts::FORKS.add();
    // SAFETY: the GIL is held (the token says so) and this process has one thread, so that no lock can be left taken in
    // the child. The three hooks are what `os.fork` calls, in its order.
    unsafe {
        ffi::PyOS_BeforeFork();
        let pid = libc::fork();
        let side = if pid < 0 { Err(io::Error::last_os_error()) } else { Ok(pid) };
        match side {
            Ok(0) => ffi::PyOS_AfterFork_Child(),
            _ => ffi::PyOS_AfterFork_Parent(),
        }
        side.map(|pid| if pid == 0 { Side::Child } else { Side::Parent(pid) })
    }
}

/// Forks a helper that never runs Python; `flags` are namespaces of its own.
pub fn fork_helper(flags: libc::c_int) -> io::Result<Side> {
    counts::FORKS.add();
    let flags = i64::from(flags | libc::SIGCHLD);
    // SAFETY: without CLONE_VM and with no stack given this is a fork. This process has one thread, and the helper does
    // nothing but system calls and a few allocations until it leaves.
    match unsafe { libc::syscall(libc::SYS_clone, flags, 0, 0, 0, 0) } {
        -1 => Err(io::Error::last_os_error()),
        0 => Ok(Side::Child),
        pid => pid_t::try_from(pid).map(Side::Parent).map_err(io::Error::other),
    }
}
