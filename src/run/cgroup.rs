//! A control group for a worker, where this machine lets us make one: the kernel's own count of the memory that a snippet's
//! processes hold together. The worker's look every few milliseconds is the limit; this is the wall behind it, for
//! whatever grows faster. Knows nothing of jobs.
//!
//! Source: the kernel's cgroup-v1/memory.rst and cgroup-v2.rst.

mod place;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::wire::{Limits, MOST_OUTPUT, MOST_REPORT};
use place::{Place, Version};

/// The name of this protection.
pub const NAME: &str = "cgroup";

/// A group with a limit of memory. It is removed when this is dropped; whoever is in it by then is expected to be leaving.
pub struct Group {
    folder: PathBuf,
    version: Version,
    /// Bytes; jobs that may have more widen it.
    most: u64,
}

impl Group {
    /// A group for a worker with such limits; `None` where the machine lets us make none, or there is nothing to limit.
    pub fn new(limits: &Limits) -> Option<Self> {
        let most = most_memory(limits)?;
        place::candidates().iter().find_map(|place| Self::make(place, most).ok())
    }

    fn make(place: &Place, most: u64) -> io::Result<Self> {
        remove_abandoned(&place.folder);
        let mut group = Self { folder: new_folder(&place.folder)?, version: place.version, most };
        group.hold(most)?;
        Ok(group)
    }

    /// Sets the limit.
    fn hold(&mut self, most: u64) -> io::Result<()> {
        let (limit, swap) = match self.version {
            Version::One => ("memory.limit_in_bytes", "memory.memsw.limit_in_bytes"),
            Version::Two => ("memory.max", "memory.swap.max"),
        };
        let swapped = if self.version == Version::One { most } else { 0 };
        // Not every kernel counts swap. Version 1 counts it together with the memory, so it is widened first, and cannot be
        // set before there is a limit.
        let set_swap = || fs::write(self.folder.join(swap), swapped.to_string());
        let _ = set_swap();
        fs::write(self.folder.join(limit), most.to_string())?;
        let _ = set_swap();
        self.most = most;
        Ok(())
    }

    /// Makes room for a job that may have more than those before it. It never becomes narrower again: the worker's own look
    /// is the limit, and this the wall behind it.
    ///
    /// # Errors
    /// The kernel's answer.
    pub fn widen(&mut self, limits: &Limits) -> io::Result<()> {
        const NONE: u64 = i64::MAX as u64;
        let most = most_memory(limits).unwrap_or(NONE).min(NONE);
        if most > self.most { self.hold(most) } else { Ok(()) }
    }

    /// Moves a process in; what it starts from now on is in it, too.
    ///
    /// # Errors
    /// The kernel's answer.
    pub fn take_in(&self, pid: u32) -> io::Result<()> {
        fs::write(self.folder.join("cgroup.procs"), pid.to_string())
    }

    /// How many processes the kernel has killed in it for want of memory.
    pub fn kills(&self) -> u64 {
        let file = match self.version {
            Version::One => "memory.oom_control",
            Version::Two => "memory.events",
        };
        let text = fs::read_to_string(self.folder.join(file)).unwrap_or_default();
        let count = text.lines().find_map(|line| line.strip_prefix("oom_kill ")?.trim().parse().ok());
        count.unwrap_or(0)
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // The kernel takes a moment to end a worker's processes after the worker.
        const TRIES: u32 = 40;
        const MOMENT: Duration = Duration::from_millis(5);
        for _ in 0..TRIES {
            match fs::remove_dir(&self.folder) {
                Err(error) if error.kind() == io::ErrorKind::ResourceBusy => std::thread::sleep(MOMENT),
                // What is left is empty, and goes with the next run.
                _ => return,
            }
        }
    }
}

/// All that the kernel counts against a group: what the processes hold, files in memory, and the worker itself. `None`
/// where any of it has no limit.
fn most_memory(limits: &Limits) -> Option<u64> {
    const WORKER: u64 = 128 << 20;
    if limits.memory == 0 || limits.disk == 0 {
        return None;
    }
    let written = 2 * limits.output.min(MOST_OUTPUT) + limits.report.min(MOST_REPORT);
    Some(limits.memory.saturating_add(limits.disk).saturating_add(written).saturating_add(WORKER))
}

const PREFIX: &str = "snipcheck-";

fn new_folder(parent: &Path) -> io::Result<PathBuf> {
    for number in 0..u16::MAX {
        let folder = parent.join(format!("{PREFIX}{}-{number}", std::process::id()));
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => return made.map(|()| folder),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Removes the groups of runs that were killed. The kernel removes none that somebody is in.
fn remove_abandoned(parent: &Path) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let maker = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.split('-').next()?.parse::<u32>().ok());
        if maker.is_some_and(|pid| !Path::new(&format!("/proc/{pid}")).exists()) {
            let _ = fs::remove_dir(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::os::unix::process::ExitStatusExt;
    use std::process::{Command, Stdio};

    use super::*;

    /// The process waits until it is in the group; what it takes then is more than the group may have, and no more than
    /// any machine has.
    #[test]
    fn who_takes_more_than_the_group_may_have_is_killed_and_counted() {
        let limits = Limits { memory: 1 << 20, disk: 1 << 20, ..Limits::default() };
        let Some(group) = Group::new(&limits) else {
            eprintln!("skipped: no control group for memory can be made here");
            return;
        };
        let take = "input(); taken = b'x' * (256 << 20)";
        let mut child = Command::new("python3").args(["-c", take]).stdin(Stdio::piped()).spawn().unwrap();
        group.take_in(child.id()).unwrap();
        assert_eq!(group.kills(), 0);
        child.stdin.take().unwrap().write_all(b"\n").unwrap();
        assert_eq!(child.wait().unwrap().signal(), Some(libc::SIGKILL));
        assert_eq!(group.kills(), 1);
        let folder = group.folder.clone();
        drop(group);
        assert!(!folder.exists(), "it is removed");
    }

    #[test]
    fn without_a_limit_there_is_nothing_to_hold() {
        let check = |limits: Limits, expect: bool| assert_eq!(most_memory(&limits).is_some(), expect, "{limits:?}");
        check(Limits::default(), true);
        check(Limits { memory: 0, ..Limits::default() }, false);
        check(Limits { disk: 0, ..Limits::default() }, false);
        check(Limits { memory: u64::MAX, ..Limits::default() }, true);
    }
}
