//! Waits for a snippet to end, and ends it where it takes too long or writes too much.

use std::io;
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use libc::pid_t;

use super::disk::{self, TooMuch};
use super::job::Catch;
use super::lockdown::Sandbox;
use super::lockdown::sys::{self, Ending};
use super::memory;
use crate::wire::{Limits, MOST_OUTPUT, MOST_REPORT};

/// How often output and memory are looked at. It bounds how far beyond its limit a flood gets, not how soon a snippet's
/// end is seen.
const TICK: Duration = Duration::from_millis(20);

/// How it ended.
pub struct Seen {
    /// What the kernel says.
    pub ending: Ending,
    /// Why it was stopped, if it was.
    pub stopped: Option<Stop>,
    /// How long it ran.
    pub wall: Duration,
}

/// Why a snippet is stopped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// Its time is up.
    Time,
    /// It wrote too much.
    Output,
    /// More is told of it than may be.
    Report,
    /// It holds too much on disk.
    Disk(TooMuch),
    /// Its processes hold too much memory together.
    Memory,
}

/// A snippet's processes, and whether they are many. Many that have work without end leave next to nothing of the processors
/// to whoever looks at each of them, and must end them in time: they rest meanwhile.
struct Crowd {
    leader: pid_t,
    large: bool,
}

impl Crowd {
    /// From how many processes on they rest.
    const LARGE: usize = 32;

    fn look<T>(&mut self, sandbox: &Sandbox, look: impl FnOnce(&[pid_t]) -> T) -> T {
        self.rest();
        let processes = sandbox.processes();
        if !self.large && processes.len() > Self::LARGE {
            self.large = true;
            self.rest();
        }
        let seen = look(&processes);
        self.go_on();
        self.large = processes.len() > Self::LARGE;
        seen
    }

    fn rest(&self) {
        self.signal_if_large(libc::SIGSTOP);
    }

    fn go_on(&self) {
        self.signal_if_large(libc::SIGCONT);
    }

    fn signal_if_large(&self, number: libc::c_int) {
        if self.large {
            // A group that is gone needs neither.
            let _ = sys::signal(-self.leader, number);
        }
    }
}

/// Waits for `pid`, a child of this process, and reaps it.
///
/// # Errors
/// Where the kernel does not let us wait.
pub fn watch(pid: pid_t, sandbox: &Sandbox, catch: &Catch, limits: &Limits, began: Instant) -> io::Result<Seen> {
    let process = sys::watch_process(pid)?;
    let mut disk = disk::Guard::new(sandbox.scratch_to_watch());
    let mut crowd = Crowd { leader: pid, large: false };
    let mut stopped = None;
    while stopped.is_none() && !sys::wait_readable(&[process.as_fd()], patience(limits, began))? {
        stopped =
            reason_to_stop(&mut crowd, sandbox, catch, limits, began)?.or_else(|| disk.look(limits).map(Stop::Disk));
    }
    if stopped.is_some() {
        // Its group first: it is ended in one step, and leaves the processors to us.
        let _ = sys::signal(-pid, libc::SIGKILL);
        sys::signal(pid, libc::SIGKILL)?;
    }
    let gone = || io::Error::other("a child is gone without a word");
    let ending = sys::reap(pid, true)?.ok_or_else(gone)?;
    Ok(Seen { ending, stopped, wall: began.elapsed() })
}

/// Milliseconds until the next look.
fn patience(limits: &Limits, began: Instant) -> i32 {
    let left = time_left(limits, began).unwrap_or(TICK).min(TICK);
    // Rounded up: a wait of nothing would turn the last millisecond into a busy loop.
    i32::try_from(left.as_millis()).unwrap_or(i32::MAX).saturating_add(1)
}

fn reason_to_stop(
    crowd: &mut Crowd,
    sandbox: &Sandbox,
    catch: &Catch,
    limits: &Limits,
    began: Instant,
) -> io::Result<Option<Stop>> {
    if time_left(limits, began).is_some_and(|left| left.is_zero()) {
        return Ok(Some(Stop::Time));
    }
    if crowd.look(sandbox, |processes| memory::exceeds(limits.memory, processes)) {
        return Ok(Some(Stop::Memory));
    }
    too_much(catch, limits)
}

/// `None`: no limit.
fn time_left(limits: &Limits, began: Instant) -> Option<Duration> {
    (limits.wall_ms > 0).then(|| Duration::from_millis(limits.wall_ms).saturating_sub(began.elapsed()))
}

/// Whether more was written than may be: by the snippet, or about it.
///
/// # Errors
/// Where the size of a file cannot be had.
pub fn too_much(catch: &Catch, limits: &Limits) -> io::Result<Option<Stop>> {
    let written = catch.stdout.metadata()?.len().max(catch.stderr.metadata()?.len());
    if written > most(limits.output, MOST_OUTPUT) {
        return Ok(Some(Stop::Output));
    }
    Ok((catch.notes.metadata()?.len() > most(limits.report, MOST_REPORT)).then_some(Stop::Report))
}

/// A limit, where zero is none, and no more than a frame can hold.
pub fn most(limit: u64, frame: u64) -> u64 {
    if limit == 0 { frame } else { limit.min(frame) }
}
