//! The sandbox: what is done once for a worker, before each snippet, in each snippet's process, and after it.
//!
//! The order of the steps is here and in `namespaces.rs`; what is forbidden or visible is data in `policy.rs`; the
//! kernel's calls are in `sys.rs`. Knows nothing of Python but that it must be told of a fork.

pub mod sys;

mod filter;
mod guard;
mod landlock;
mod limits;
mod namespaces;
mod partial;
mod pids;
mod policy;
mod root;
mod scratch;
mod trash;

use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};

use libc::pid_t;
use pyo3::Python;

use super::hot::Hot;
use crate::wire::{Enforced, Level, Limits, Missing};
use landlock::{Files, Rules};
use pids::Pids;
use scratch::{Room, Scratch};

/// Where the files are made that catch what a snippet writes.
pub enum Outbox {
    /// A file system in memory that has no path.
    Hidden(File),
    /// Files in memory, each by itself.
    Memory,
}

/// A sandbox that is entered, ready for snippets.
pub struct Sandbox {
    /// What holds in it.
    pub enforced: Enforced,
    outbox: Outbox,
    scratch: Scratch,
    pids: Option<Pids>,
    files: Files,
    /// Landlock is in force: without rules no snippet may run.
    landlock: bool,
    rules: Option<Rules>,
    /// Processes of this user that the kernel counts besides the snippet's.
    others: u64,
}

/// Enters a level. Where that takes a new process, the old one stays behind to wait for it and never comes back.
///
/// # Errors
/// What is missing for this level, and why. The process is then of no more use.
pub fn enter(py: Python<'_>, level: Level, folders: &[PathBuf], hot: &Hot) -> Result<Sandbox, Missing> {
    let mut sandbox = match level {
        Level::Full => enter_full(py, folders)?,
        _ => partial::enter(py, level, folders)?,
    };
    if level >= Level::Landlock {
        sandbox.look_for_landlock()?;
    }
    sandbox.refresh(&Limits::default()).map_err(refuse("scratch", "making it"))?;
    // Pages are held for one process, and the filter forbids it.
    hot.hold();
    if level == Level::Full {
        drop_bounding_set();
        // The snippets inherit it: the kernel compiles a filter each time that one is installed.
        sys::install_filter(&filter::assemble(level, true, 0)).map_err(refuse("seccomp", "installing"))?;
    }
    if level > Level::None {
        sandbox.enforce(&["seccomp", "capabilities"]);
    }
    sandbox.enforce(&["rlimits"]);
    Ok(sandbox)
}

fn enter_full(py: Python<'_>, folders: &[PathBuf]) -> Result<Sandbox, Missing> {
    let (pids, shown) = namespaces::enter(py, folders)?;
    let outbox = Outbox::hidden().map_err(refuse("mount", "a place for output"))?;
    let files = Files { readable: None, writable: Vec::new(), no_tcp: false };
    let scratch = Scratch::Memory(None);
    let mut sandbox = Sandbox::new(Level::Full, outbox, scratch, files);
    sandbox.pids = Some(pids);
    // The worker's parent, the first process of the snippets' namespace, and the one that stays behind.
    sandbox.others = 3;
    sandbox.enforce(&["user", "mount", "net", "pid", "ipc", "uts"]);
    if shown.proc {
        sandbox.enforce(&["proc"]);
    } else {
        sandbox.lacks(refusal("proc", "a fresh /proc cannot be mounted, so there is none".into()));
    }
    if shown.bare.is_empty() {
        sandbox.enforce(&["overlay"]);
    } else {
        sandbox.lacks(refusal("overlay", shown.bare.join("; ")));
    }
    Ok(sandbox)
}

impl Sandbox {
    fn new(level: Level, outbox: Outbox, scratch: Scratch, files: Files) -> Self {
        let enforced = Enforced { level, enforced: Vec::new(), missing: Vec::new() };
        Self { enforced, outbox, scratch, pids: None, files, landlock: false, rules: None, others: 0 }
    }

    fn enforce(&mut self, names: &[&str]) {
        self.enforced.enforced.extend(names.iter().map(|&name| name.to_owned()));
    }

    fn lacks(&mut self, missing: Missing) {
        self.enforced.missing.push(missing);
    }

    /// Full protection does without it if it must; the level that is named after it does not.
    fn look_for_landlock(&mut self) -> Result<(), Missing> {
        self.landlock = sys::landlock_version() > 0;
        match (self.landlock, self.enforced.level) {
            (true, _) => self.enforce(&["landlock"]),
            (false, Level::Full) => self.lacks(refusal("landlock", "the kernel has none".into())),
            (false, _) => return Err(refusal("landlock", "the kernel has none".into())),
        }
        Ok(())
    }

    /// The path under which a snippet knows the place where it may write.
    pub fn scratch(&self) -> PathBuf {
        self.scratch.path()
    }

    /// The place where a snippet may write, where the kernel does not hold it to its limits.
    pub fn scratch_to_watch(&self) -> Option<PathBuf> {
        self.scratch.to_watch()
    }

    /// Before a snippet: an empty place to write of the room that the limits give, and nobody else to see.
    ///
    /// # Errors
    /// Where this cannot be had; the worker is then of no more use.
    pub fn refresh(&mut self, limits: &Limits) -> io::Result<()> {
        if self.scratch.refresh(Room::of(limits))? {
            self.files.writable = vec![self.scratch.path()];
            if self.landlock {
                // Rules hold on to folders, not to paths: new folders need new rules.
                self.rules = Some(Rules::new(&self.files).map_err(io::Error::other)?);
            }
        }
        self.pids.as_mut().map_or(Ok(()), Pids::refresh)
    }

    /// A file to catch what a snippet writes.
    ///
    /// # Errors
    /// Where there is no memory.
    pub fn catcher(&self) -> io::Result<OwnedFd> {
        match &self.outbox {
            Outbox::Hidden(folder) => sys::nameless_file(folder),
            Outbox::Memory => sys::memory_file(c"snipcheck"),
        }
    }

    /// In the snippet's process: gives up everything, for good.
    ///
    /// # Errors
    /// The step that failed: the snippet must not run then.
    pub fn confine(&self, limits: &Limits) -> Result<(), String> {
        let level = self.enforced.level;
        let step = |name: &'static str| move |error: io::Error| format!("{name}: {error}");
        std::env::set_current_dir(self.scratch.path()).map_err(step("scratch"))?;
        limits::apply(limits, self.others).map_err(step("limits"))?;
        if level == Level::None {
            return Ok(());
        }
        sys::drop_capabilities().map_err(step("capabilities"))?;
        sys::process_control(libc::PR_SET_NO_NEW_PRIVS, 1).map_err(step("no_new_privs"))?;
        if let Some(rules) = &self.rules {
            rules.put_on()?;
        }
        if level == Level::Full {
            return Ok(());
        }
        // Its parent was another user, and could not look how much memory it has.
        sys::process_control(libc::PR_SET_DUMPABLE, 1).map_err(step("dumpable"))?;
        let scoped = self.rules.is_some() && sys::landlock_version() >= SIGNALS_SCOPED;
        sys::install_filter(&filter::assemble(level, scoped, sys::own_pid())).map_err(step("seccomp"))
    }

    /// The processes of the snippet that runs, as far as the machine tells.
    pub fn processes(&self) -> Vec<pid_t> {
        self.pids.as_ref().map_or_else(partial::descendants, |_| pids::everybody())
    }

    /// After a snippet, which has been reaped: ends all that it started. `killed`: it did not end by itself.
    ///
    /// # Errors
    /// Where something may be left; the worker is then of no more use.
    pub fn sweep(&mut self, snippet: pid_t, killed: bool) -> io::Result<()> {
        match &mut self.pids {
            Some(pids) if killed => pids.renew(),
            Some(pids) => pids.sweep(),
            None => partial::end_descendants(snippet),
        }
    }

    /// Leaves nothing behind.
    pub fn remove(&self) {
        self.scratch.remove();
    }
}

impl Outbox {
    /// Mounts a file system, and takes it off again: only the open folder leads to it.
    fn hidden() -> io::Result<Self> {
        let place = scratch::c_path(Path::new(policy::SCRATCH))?;
        let flags = libc::MS_NOSUID | libc::MS_NODEV | libc::MS_NOEXEC;
        sys::mount(c"tmpfs", &place, c"tmpfs", flags, c"mode=0700")?;
        let folder = File::open(policy::SCRATCH)?;
        sys::detach(&place)?;
        Ok(Self::Hidden(folder))
    }
}

/// The version of Landlock from which it keeps signals inside.
const SIGNALS_SCOPED: i64 = 6;

/// No program can give these back, whatever marks its file has.
fn drop_bounding_set() {
    (0..64).take_while(|&capability| sys::process_control(libc::PR_CAPBSET_DROP, capability).is_ok()).for_each(drop);
}

/// Waits for a child and ends as it does; holds nothing open meanwhile.
pub fn stand_by(pid: pid_t) -> ! {
    // What cannot be closed is closed when this process ends.
    let _ = sys::close_all(0, i32::MAX);
    let ended = sys::reap(pid, true).ok().flatten();
    sys::leave(ended.and_then(|end| end.exit).unwrap_or(1))
}

/// Something missing, with its mend.
pub fn refusal(what: &str, why: String) -> Missing {
    Missing { what: what.to_owned(), why, mend: policy::mend(what).to_owned() }
}

/// The same from the kernel's answer to a step.
fn refuse(what: &'static str, step: &'static str) -> impl Fn(io::Error) -> Missing {
    move |error| refusal(what, format!("{step}: {error}"))
}
