//! The pages that every snippet's process writes to, copied by the fork itself.
//!
//! A fork shares all pages, and who writes to one first gets a copy by a fault, which costs twice as much as the copy
//! alone. The kernel copies those at once that a device may write to. So they are registered as buffers of an `io_uring`
//! through which nothing is ever sent: it stays disabled, and a snippet's process closes it, with everything else that is
//! not its own, before the snippet begins. Where a machine has none, all works without, and slower.
//!
//! Which pages these are is seen in a process that runs a sample. Knows nothing of what the sample is.

use std::io::{self, PipeWriter, Read, Write};
use std::ops::Range;
use std::os::fd::{AsFd, OwnedFd};

use pyo3::Python;

use super::fork::{Side, fork};
use super::large::Area;
use super::lockdown::sys;
use super::pages::{self, Pages, range};

/// What a new process needs of its memory when it runs a sample.
#[derive(Default)]
pub struct Use {
    /// What it writes to.
    pub hot: Hot,
    /// Areas of which it uses much.
    pub areas: Vec<Area>,
}

/// Pages that are written to, and what is to hold them.
#[derive(Default)]
pub struct Hot {
    /// Addresses of whole pages, rising.
    pages: Vec<Range<usize>>,
    /// Made while this process may still do as it likes: what root holds does not count against what a user may hold,
    /// which is little, and all workers are one user.
    ring: Option<OwnedFd>,
}

impl Use {
    /// By a new process that runs the sample; nothing where the machine does not tell.
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
                Ok(Self::read(&words))
            }
        }
    }

    fn read(words: &str) -> Self {
        let lines = |kind| words.lines().filter_map(move |line| line.strip_prefix(kind));
        let pages: Vec<_> = lines(HOT).filter_map(range).collect();
        let ring = if pages.is_empty() { None } else { sys::idle_ring().ok() };
        Self { hot: Hot { pages, ring }, areas: lines(AREA).filter_map(Area::read).collect() }
    }

    /// Some machines end a process that only asks for a ring: better this one than the worker, so it asks first.
    fn tell(&self, mut to: PipeWriter) -> io::Result<()> {
        let areas: String = self.areas.iter().map(|area| format!("{AREA}{area}\n")).collect();
        to.write_all(areas.as_bytes())?;
        if sys::idle_ring().and_then(|ring| sys::hold_pages(ring.as_fd(), &self.hot.pages)).is_err() {
            return Ok(());
        }
        let hot: String =
            self.hot.pages.iter().map(|pages| format!("{HOT}{:x}-{:x}\n", pages.start, pages.end)).collect();
        to.write_all(hot.as_bytes())
    }

    fn of_this_process() -> io::Result<Self> {
        let (areas, pages) = (pages::areas()?, Pages::open()?);
        let mut seen = Self { areas: Area::whole(&areas), ..Self::default() };
        let readable = areas.into_iter().filter(|area| area.rights.starts_with('r')).collect();
        let rest = seen
            .areas
            .iter()
            .fold(readable, |rest: Vec<pages::Area>, whole| rest.iter().flat_map(|area| whole.cut(area)).collect());
        for area in &rest {
            let mut used = 0;
            for (start, page) in pages.of(&area.addresses)? {
                used += usize::from(page.is_present());
                if page.is_own() && area.rights == "rw-p" {
                    seen.hot.add(start);
                }
            }
            seen.areas.extend(Area::worthwhile(area, used * sys::page_size()));
        }
        Ok(seen)
    }
}

const HOT: &str = "hot ";
const AREA: &str = "area ";

impl Hot {
    /// Has the forks of this process copy the pages, as long as what holds them is open. Where the machine does not allow
    /// it, they copy them when they write to them.
    pub fn hold(&self) {
        if let Some(ring) = &self.ring {
            // Slower without, and no worse.
            let _ = sys::hold_pages(ring.as_fd(), &self.pages);
        }
    }

    /// Adds the page that begins here, behind all others.
    fn add(&mut self, start: usize) {
        let end = start + sys::page_size();
        match self.pages.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => self.pages.push(start..end),
        }
    }
}
