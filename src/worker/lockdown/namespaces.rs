//! The namespaces of a worker, made once, in the one order that works for root and for everybody else.
//!
//! Root builds the new root folder with its own rights (it may have to show what is closed to others), then becomes
//! nobody, then makes the namespaces. Others make the namespaces first, which gives them the right to mount.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use libc::{CLONE_NEWCGROUP, CLONE_NEWIPC, CLONE_NEWNET, CLONE_NEWNS, CLONE_NEWUSER, CLONE_NEWUTS};
use pyo3::Python;

use super::pids::Pids;
use super::policy::{NOBODY, USER};
use super::root::Shown;
use super::{refusal, refuse, root, stand_by, sys};
use crate::wire::Missing;
use crate::worker::fork::{Side, fork};

/// Enters all of them; gives the maker of pid namespaces, and what there is to see. Returns in the process that
/// goes on as the parent of snippets; the one that came here stays behind to wait for it.
///
/// # Errors
/// What is missing, and why.
pub fn enter(py: Python<'_>, folders: &[PathBuf]) -> Result<(Pids, Shown), Missing> {
    let about_me = File::open("/proc/self").map_err(refuse("proc", "/proc/self"))?;
    let shown = if sys::is_root() {
        sys::unshare(CLONE_NEWNS).map_err(refuse("mount", "unshare"))?;
        let shown = show_root(folders)?;
        sys::become_user(NOBODY).map_err(refuse("user", "becoming nobody"))?;
        own_namespaces(&about_me)?;
        shown
    } else {
        own_namespaces(&about_me)?;
        show_root(folders)?
    };
    sys::loopback_up().map_err(refuse("net", "loopback"))?;
    sys::set_host_name(c"localhost").map_err(refuse("uts", "sethostname"))?;
    // Best effort: it hides a path in /proc/self/cgroup, and some kernels lack it.
    let _ = sys::unshare(CLONE_NEWCGROUP);
    enter_pids(py)?;
    // A process is a name of its own pid namespace; the usual one is a file of a /proc that is gone by now.
    let own = sys::watch_process(sys::own_pid()).map_err(refuse("pid", "own namespace"))?;
    Ok((Pids::new(own, shown.proc), shown))
}

fn show_root(folders: &[PathBuf]) -> Result<Shown, Missing> {
    root::enter(folders).map_err(|why| refusal("mount", why))
}

/// The user namespace, and those that it owns. One user and one group are known inside.
fn own_namespaces(about_me: &File) -> Result<(), Missing> {
    let (user, group) = sys::identity();
    // A process that has changed its user is closed, and could not write about itself.
    sys::process_control(libc::PR_SET_DUMPABLE, 1).map_err(refuse("user", "dumpable"))?;
    sys::unshare(CLONE_NEWUSER).map_err(refuse("user", "unshare"))?;
    let write = |name, text: String| {
        let written = sys::open_to_write(about_me, name).and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(refuse("user", "writing the maps"))
    };
    write(c"setgroups", "deny".into())?;
    write(c"uid_map", format!("{USER} {user} 1"))?;
    write(c"gid_map", format!("{USER} {group} 1"))?;
    sys::unshare(CLONE_NEWNS).map_err(refuse("mount", "unshare"))?;
    sys::unshare(CLONE_NEWNET).map_err(refuse("net", "unshare"))?;
    sys::unshare(CLONE_NEWIPC | CLONE_NEWUTS).map_err(refuse("ipc", "unshare"))
}

/// Goes on as the first process of a pid namespace, so that all others end with it.
fn enter_pids(py: Python<'_>) -> Result<(), Missing> {
    die_with_parent()?;
    sys::unshare(libc::CLONE_NEWPID).map_err(refuse("pid", "unshare"))?;
    match fork(py).map_err(refuse("pid", "fork"))? {
        Side::Child => die_with_parent(),
        Side::Parent(pid) => stand_by(pid),
    }
}

/// Kernel and host agree: whoever loses its parent ends. (A change of user forgets the wish, so it comes after those.)
fn die_with_parent() -> Result<(), Missing> {
    sys::process_control(libc::PR_SET_PDEATHSIG, libc::SIGKILL as libc::c_ulong).map_err(refuse("pid", "prctl"))
}
