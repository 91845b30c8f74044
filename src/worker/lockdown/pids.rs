//! The pid namespace in which snippets run, and its first process, which ends what they leave behind.
//!
//! A namespace is used for one snippet after the other as long as nothing is left in it, and thrown away as a whole
//! otherwise: when its first process is killed, the kernel kills all others.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::os::unix::fs::FileExt;

use libc::pid_t;

use super::sys;
use crate::worker::fork::{Side, fork_helper};

/// The maker of namespaces: it knows the way back to its own.
pub struct Pids {
    own: OwnedFd,
    proc: bool,
    current: Option<Init>,
}

/// A namespace in use.
struct Init {
    pid: pid_t,
    control: File,
    /// What the kernel says of its children, where the machine tells.
    children: Option<File>,
}

impl Pids {
    /// `own`: this process, as the name of its namespace. `proc`: each new one gets a `/proc` of its own.
    pub fn new(own: OwnedFd, proc: bool) -> Self {
        Self { own, proc, current: None }
    }

    /// Sees to it that the next fork lands in a namespace with nobody in it but its first process.
    ///
    /// # Errors
    /// Where none can be made.
    pub fn refresh(&mut self) -> io::Result<()> {
        if self.current.is_none() {
            sys::unshare(libc::CLONE_NEWPID)?;
            self.current = Some(Init::start(self.proc)?);
        }
        Ok(())
    }

    /// Ends whatever a snippet left behind; the snippet itself has been reaped.
    ///
    /// # Errors
    /// Where the namespace cannot be thrown away.
    pub fn sweep(&mut self) -> io::Result<()> {
        let alone = self.current.as_mut().is_none_or(Init::is_alone);
        if alone { Ok(()) } else { self.renew() }
    }

    /// Kills all that is in the namespace, and forgets it.
    ///
    /// # Errors
    /// Where the way back is barred.
    pub fn renew(&mut self) -> io::Result<()> {
        let Some(init) = self.current.take() else { return Ok(()) };
        sys::signal(init.pid, libc::SIGKILL)?;
        // The kernel lets go of the first process only when all others are gone.
        sys::reap(init.pid, true)?;
        sys::join(self.own.as_fd(), libc::CLONE_NEWPID)?;
        if self.proc { sys::detach(c"/proc") } else { Ok(()) }
    }
}

/// All in the namespace, by its own `/proc`.
pub fn everybody() -> Vec<pid_t> {
    let names = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    names.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}

impl Init {
    fn start(proc: bool) -> io::Result<Self> {
        let (ours, theirs) = sys::socket_pair()?;
        let pid = match fork_helper(0)? {
            Side::Child => be_init(theirs, proc),
            Side::Parent(pid) => pid,
        };
        drop(theirs);
        let mut control = File::from(ours);
        let mut answer = [0; 1];
        match control.read(&mut answer)? {
            1 if answer[0] == READY => {
                let children = if proc { File::open(CHILDREN).ok() } else { None };
                Ok(Self { pid, control, children })
            }
            _ => Err(io::Error::other("the first process of a pid namespace did not start (is /proc refused?)")),
        }
    }

    /// Whether nobody else is left, once the snippet has been reaped.
    ///
    /// Who loses its parent becomes a child of the first process. The snippet is the one process whose parent is outside
    /// (to make itself such a sibling is refused, see `policy.rs`). So whoever is left comes from a child of the first.
    fn is_alone(&mut self) -> bool {
        match &self.children {
            Some(children) => children.read_at(&mut [0; 1], 0).is_ok_and(|length| length == 0),
            None => self.ends_others(),
        }
    }

    /// Asks the first process to kill all others; `true` where there was none. This wakes another process, twice.
    fn ends_others(&mut self) -> bool {
        let mut answer = [0; 1];
        self.control.write_all(&[SWEEP]).is_ok() && self.control.read_exact(&mut answer).is_ok() && answer[0] == ALONE
    }
}

/// The children of the first process, as its own `/proc` lists them.
const CHILDREN: &str = "/proc/1/task/1/children";

const READY: u8 = b'r';
const SWEEP: u8 = b's';
const ALONE: u8 = b'a';
const KILLED: u8 = b'k';

/// The life of the first process. It holds nothing but its end of the line, and whatever it adopts is reaped at once.
fn be_init(control: OwnedFd, proc: bool) -> ! {
    let ended = settle(control.as_fd(), proc).and_then(|()| serve(File::from(control)));
    sys::leave(ended.is_err().into())
}

fn settle(control: BorrowedFd<'_>, proc: bool) -> io::Result<()> {
    sys::process_control(libc::PR_SET_PDEATHSIG, libc::SIGKILL as libc::c_ulong)?;
    sys::forget_children();
    let number = control.as_raw_fd();
    if number > 0 {
        sys::close_all(0, number - 1)?;
    }
    sys::close_all(number + 1, i32::MAX)?;
    if proc {
        let flags = libc::MS_RDONLY | libc::MS_NOSUID | libc::MS_NODEV | libc::MS_NOEXEC;
        sys::mount(c"proc", c"/proc", c"proc", flags, c"")?;
    }
    // A snippet is of the same user: it must not look into this process, which is a copy of the parent.
    sys::process_control(libc::PR_SET_DUMPABLE, 0)?;
    sys::drop_capabilities()
}

fn serve(mut control: File) -> io::Result<()> {
    control.write_all(&[READY])?;
    let mut request = [0; 1];
    while control.read(&mut request)? == 1 {
        let answer = if sys::signal(-1, libc::SIGKILL).is_err() { ALONE } else { KILLED };
        control.write_all(&[answer])?;
    }
    Ok(())
}
