//! What this process has in its memory, as the kernel tells it. Knows nothing of what is done with it.

use std::fs::{self, File};
use std::io;
use std::ops::Range;
use std::os::unix::fs::FileExt;

use super::lockdown::sys;

/// A stretch of addresses with the same rights and the same origin.
#[derive(Clone)]
pub struct Area {
    /// Whole pages.
    pub addresses: Range<usize>,
    /// As the kernel writes them: `rw-p`.
    pub rights: String,
    /// A file, one of the kernel's own names, or nothing.
    pub name: String,
}

/// What is known of a page.
#[derive(Clone, Copy)]
pub struct Page(u64);

// The kernel's admin-guide/mm/pagemap.rst: eight bytes for each page.
const ENTRY: usize = 8;
const ALONE: u64 = 1 << 56;
const OF_A_FILE: u64 = 1 << 61;
const PRESENT: u64 = 1 << 63;

impl Page {
    /// This process has it at hand.
    pub fn is_present(self) -> bool {
        self.0 & PRESENT != 0
    }

    /// No file's, and no other process has it.
    pub fn is_own(self) -> bool {
        self.0 & (PRESENT | OF_A_FILE | ALONE) == PRESENT | ALONE
    }
}

/// All areas of this process, rising.
///
/// # Errors
/// Where the machine does not tell.
pub fn areas() -> io::Result<Vec<Area>> {
    Ok(fs::read_to_string("/proc/self/maps")?.lines().filter_map(area).collect())
}

fn area(line: &str) -> Option<Area> {
    let mut words = line.split_ascii_whitespace();
    let (addresses, rights) = (range(words.next()?)?, words.next()?.to_owned());
    Some(Area { addresses, rights, name: words.nth(3).unwrap_or_default().to_owned() })
}

/// Two addresses with a dash between them.
pub fn range(text: &str) -> Option<Range<usize>> {
    let number = |digits| usize::from_str_radix(digits, 16).ok();
    let (start, end) = text.split_once('-')?;
    Some(number(start)?..number(end)?)
}

/// The pages of this process.
pub struct Pages(File);

impl Pages {
    /// Those of who asks.
    ///
    /// # Errors
    /// Where the machine does not tell.
    pub fn open() -> io::Result<Self> {
        File::open("/proc/self/pagemap").map(Self)
    }

    /// The pages of a stretch of addresses, each with where it begins.
    ///
    /// # Errors
    /// Where the machine does not tell.
    pub fn of(&self, addresses: &Range<usize>) -> io::Result<impl Iterator<Item = (usize, Page)> + use<>> {
        let size = sys::page_size();
        let mut entries = vec![0; addresses.len() / size * ENTRY];
        self.0.read_exact_at(&mut entries, (addresses.start / size * ENTRY) as u64)?;
        let page = move |at: usize| {
            let entry = entries[at * ENTRY..][..ENTRY].iter();
            Page(entry.rfold(0, |bits, &byte| bits << 8 | u64::from(byte)))
        };
        Ok(addresses.clone().step_by(size).enumerate().map(move |(at, start)| (start, page(at))))
    }
}
