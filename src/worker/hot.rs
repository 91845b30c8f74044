//! The pages that every snippet's process writes to, copied by the fork itself.
//!
//! A fork shares all pages, and who writes to one first gets a copy by a fault, which costs twice as much as the copy
//! alone. The kernel copies those at once that a device may write to. So they are registered as buffers of an `io_uring`
//! through which nothing is ever sent: it stays disabled, and a snippet's process closes it, with everything else that is
//! not its own, before the snippet begins. Where a machine has none, all works without, and slower.
//!
//! Which pages these are is seen in a process that runs a sample. Knows nothing of what the sample is.

use std::fs::{self, File};
use std::io::{self, PipeWriter, Read, Write};
use std::ops::Range;
use std::os::fd::OwnedFd;
use std::os::unix::fs::FileExt;

use pyo3::Python;

use super::fork::{Side, fork};
use super::lockdown::sys;

/// Addresses of whole pages, rising.
#[derive(Default)]
pub struct Hot(Vec<Range<usize>>);

impl Hot {
    /// The pages that a new process writes to when it runs the sample; none where they could not be held.
    ///
    /// # Errors
    /// Where there can be no new process.
    pub fn learn(py: Python<'_>, sample: impl FnOnce() -> io::Result<()>) -> io::Result<Self> {
        let (mut heard, tell) = io::pipe()?;
        match fork(py)? {
            Side::Child => {
                let told = sample().and_then(|()| Self::of_this_process()?.tell(tell));
                sys::leave(told.is_err().into())
            }
            Side::Parent(pid) => {
                drop(tell);
                let mut words = String::new();
                heard.read_to_string(&mut words)?;
                sys::reap(pid, true)?;
                Ok(Self(words.lines().filter_map(range).collect()))
            }
        }
    }

    /// Has the forks of this process copy the pages, as long as what is given back is open. `None` where the machine
    /// does not allow it.
    pub fn hold(&self) -> Option<OwnedFd> {
        if self.0.is_empty() { None } else { sys::hold_pages(&self.0).ok() }
    }

    /// Some machines end a process that only asks for a ring: better this one than the worker, so it asks first.
    fn tell(&self, mut to: PipeWriter) -> io::Result<()> {
        let Some(_held) = self.hold() else { return Ok(()) };
        let lines = self.0.iter().map(|pages| format!("{:x}-{:x}\n", pages.start, pages.end));
        to.write_all(lines.collect::<String>().as_bytes())
    }

    fn of_this_process() -> io::Result<Self> {
        let (maps, pages) = (fs::read_to_string("/proc/self/maps")?, File::open("/proc/self/pagemap")?);
        let writable =
            maps.lines().filter_map(|line| line.split_once(" rw-p ")).filter_map(|(addresses, _)| range(addresses));
        let mut own = Vec::new();
        for area in writable {
            add_own_pages(area, &pages, &mut own)?;
        }
        Ok(Self(own))
    }
}

/// Two numbers of base 16.
fn range(text: &str) -> Option<Range<usize>> {
    let number = |digits| usize::from_str_radix(digits, 16).ok();
    let (start, end) = text.split_once('-')?;
    Some(number(start)?..number(end)?)
}

/// Adds the pages of an area that nobody shares with this process.
fn add_own_pages(area: Range<usize>, pages: &File, own: &mut Vec<Range<usize>>) -> io::Result<()> {
    let size = sys::page_size();
    let mut entries = vec![0; area.len() / size * ENTRY];
    pages.read_exact_at(&mut entries, (area.start / size * ENTRY) as u64)?;
    for (entry, start) in entries.chunks_exact(ENTRY).zip(area.step_by(size)) {
        let bits = entry.iter().rfold(0_u64, |bits, &byte| bits << 8 | u64::from(byte));
        match own.last_mut() {
            _ if bits & LOOKED_AT != OWN => {}
            Some(last) if last.end == start => last.end += size,
            _ => own.push(start..start + size),
        }
    }
    Ok(())
}

// The kernel's admin-guide/mm/pagemap.rst: eight bytes for each page.
const ENTRY: usize = 8;
const ALONE: u64 = 1 << 56;
const OF_A_FILE: u64 = 1 << 61;
const PRESENT: u64 = 1 << 63;
const LOOKED_AT: u64 = PRESENT | OF_A_FILE | ALONE;
const OWN: u64 = PRESENT | ALONE;
