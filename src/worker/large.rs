//! The memory of a worker in large pages.
//!
//! A fork looks at each page that both processes are to share, and the child's end looks at it again; the pages of a file,
//! such as the interpreter's code, it does not hand on at all, and the child asks for them by faults. Pages that are part
//! of one large page are handed on in one go, whatever they hold. So what snippets use is copied to large pages, which then
//! take its place, at the same addresses. Whoever writes to a part of one gets a small page for it, as from any fork.
//!
//! Where a machine has no large pages, or none to spare, all stays as it is, and is slower.

use std::fmt;
use std::ops::Range;

use libc::{c_int, c_void};
use pyo3::Python;

use super::lockdown::sys;
use super::pages::{self, Pages, range};

/// What a large page holds, and where it may begin. Where it is more there are none for us.
const LARGE: usize = 2 << 20;
/// Areas with less in use are not worth it, bytes.
const LEAST: usize = 64 << 10;

/// Rights, as the kernel writes them.
const READ: &str = "r--p";
/// See above.
const RUN: &str = "r-xp";

/// Part of this process's memory, with what may be done there.
pub struct Area {
    addresses: Range<usize>,
    rights: c_int,
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{:x} {}", self.addresses.start, self.addresses.end, self.rights)
    }
}

impl Area {
    /// From how it is displayed.
    pub fn read(text: &str) -> Option<Self> {
        let (addresses, rights) = text.split_once(' ')?;
        Some(Self { addresses: range(addresses)?, rights: rights.parse().ok()? })
    }

    /// The area, if it is worth it where so many bytes of it are in use. The stack stays where it is: it is in use always.
    pub fn worthwhile(area: &pages::Area, used: usize) -> Option<Self> {
        let rights = match area.rights.as_str() {
            "rw-p" => libc::PROT_READ | libc::PROT_WRITE,
            READ => libc::PROT_READ,
            RUN => libc::PROT_READ | libc::PROT_EXEC,
            _ => return None,
        };
        let is_movable = !area.name.starts_with('[') || area.name == "[heap]";
        let is_used = used >= LEAST && 3 * used >= area.addresses.len();
        (is_movable && is_used).then(|| Self { addresses: area.addresses.clone(), rights })
    }

    /// What fills whole large pages where it is: the kernel then keeps one entry for each of them, and a fork hands on that
    /// one. Of a file that is run, what is only read lies between, so it may be run as well.
    pub fn whole(areas: &[pages::Area]) -> Vec<Self> {
        areas
            .chunk_by(follows)
            .filter(|run| run.iter().any(|area| area.rights == RUN))
            .filter_map(Self::inside)
            .collect()
    }

    /// The large pages between the beginning of the first area and the end of the last one.
    fn inside(run: &[pages::Area]) -> Option<Self> {
        let (start, end) = (run.first()?.addresses.start, run.last()?.addresses.end);
        let addresses = start.next_multiple_of(LARGE)..end / LARGE * LARGE;
        (!addresses.is_empty()).then_some(Self { addresses, rights: libc::PROT_READ | libc::PROT_EXEC })
    }

    /// What is left of an area without this one.
    pub fn cut(&self, from: &pages::Area) -> impl Iterator<Item = pages::Area> + use<> {
        let before = from.addresses.start..from.addresses.end.min(self.addresses.start);
        let behind = from.addresses.start.max(self.addresses.end)..from.addresses.end;
        let rests = [before, behind].map(|addresses| pages::Area { addresses, ..from.clone() });
        rests.into_iter().filter(|rest| !rest.addresses.is_empty())
    }

    /// Copies the area to `room`, and puts that in its place. The room is the area's, then.
    fn move_to(&self, room: usize, _py: Python<'_>) {
        let (old, new, length) = (self.addresses.start as *mut c_void, room as *mut c_void, self.addresses.len());
        // SAFETY: the room is ours, and as long. Nobody writes to the area between the copy and the move: this process has
        // one thread (the token says so), which writes to nothing but its stack meanwhile. What lies in the area's place
        // afterwards is the same to the byte, with the same rights. Where the rights are refused nothing has changed.
        unsafe {
            std::ptr::copy_nonoverlapping(old.cast::<u8>(), new.cast::<u8>(), length);
            if libc::mprotect(new, length, self.rights) == 0 {
                libc::mremap(new, length, length, libc::MREMAP_MAYMOVE | libc::MREMAP_FIXED, old);
            }
        }
    }
}

/// Whether two areas are next to each other, of one file, and never written to.
fn follows(one: &pages::Area, next: &pages::Area) -> bool {
    let is_fixed = |area: &pages::Area| matches!(area.rights.as_str(), READ | RUN) && area.name.starts_with('/');
    one.addresses.end == next.addresses.start && one.name == next.name && is_fixed(one) && is_fixed(next)
}

/// Puts areas of this process into large pages, if there are enough of them. Those that fill them come first.
pub fn settle(py: Python<'_>, areas: &[Area]) {
    let needed: usize = areas.iter().map(|area| area.addresses.len()).sum();
    let Some(room) = Room::new(needed) else { return };
    let mut free = room.0.start;
    for area in areas {
        area.move_to(free, py);
        free += area.addresses.len();
    }
    give_back(free..room.0.end);
}

/// Memory that consists of large pages alone.
struct Room(Range<usize>);

impl Room {
    fn new(least: usize) -> Option<Self> {
        let length = least.next_multiple_of(LARGE);
        let all = reserve(length + LARGE)?;
        let start = all.start.next_multiple_of(LARGE);
        give_back(all.start..start);
        give_back(start + length..all.end);
        let room = Self(start..start + length);
        if length > 0 && room.fill() {
            Some(room)
        } else {
            give_back(room.0);
            None
        }
    }

    /// Asks for the pages. They are large if a touch at the beginning brings the end.
    fn fill(&self) -> bool {
        // SAFETY: the memory is ours, and empty.
        unsafe { libc::madvise(self.0.start as *mut c_void, self.0.len(), libc::MADV_HUGEPAGE) };
        let Ok(pages) = Pages::open() else { return false };
        self.0.clone().step_by(LARGE).all(|start| {
            // SAFETY: as above.
            unsafe { (start as *mut u8).write_volatile(0) };
            let end = start + LARGE;
            pages.of(&(end - sys::page_size()..end)).is_ok_and(|mut last| last.any(|(_, page)| page.is_present()))
        })
    }
}

fn reserve(length: usize) -> Option<Range<usize>> {
    let (rights, flags) = (libc::PROT_READ | libc::PROT_WRITE, libc::MAP_PRIVATE | libc::MAP_ANONYMOUS);
    // SAFETY: a new place, of the kernel's choice.
    let start = unsafe { libc::mmap(std::ptr::null_mut(), length, rights, flags, -1, 0) };
    (start != libc::MAP_FAILED).then(|| start.addr()..start.addr() + length)
}

fn give_back(rest: Range<usize>) {
    // SAFETY: who calls has reserved it, and put nothing there. Of nothing there is nothing to give back: that is refused.
    unsafe { libc::munmap(rest.start as *mut c_void, rest.len()) };
}
