//! How much a snippet holds in a scratch folder that lies on a disk. In a file system of its own the kernel counts; here
//! somebody has to look. What cannot be listed is not counted: it is a guard against accidents.

use std::fs::{self, DirEntry, File, ReadDir};
use std::io;
use std::os::fd::AsRawFd;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::lockdown::sys;
use crate::wire::Limits;

/// What there is too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooMuch {
    /// Bytes.
    Space,
    /// Files, folders and links.
    Files,
}

/// Entries that are looked at, at most, where their number is not limited.
const MOST_ENTRIES: u64 = 100_000;

/// Looks at a folder from time to time.
pub struct Guard {
    folder: Option<PathBuf>,
    rest_until: Instant,
}

impl Guard {
    /// `folder`: nothing where the kernel counts.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, rest_until: Instant::now() }
    }

    /// What there is too much of, if it is time for another look: looking takes the longer the more there is, and keeps
    /// others from writing meanwhile.
    pub fn look(&mut self, limits: &Limits) -> Option<TooMuch> {
        const REST: u32 = 10;
        const MOST_REST: Duration = Duration::from_secs(1);
        let began = Instant::now();
        let folder = self.folder.as_ref().filter(|_| began >= self.rest_until)?;
        let found = exceeds(folder, limits);
        self.rest_until = Instant::now() + began.elapsed().saturating_mul(REST).min(MOST_REST);
        found
    }
}

/// Whether the folder holds more than the limits say.
fn exceeds(folder: &Path, limits: &Limits) -> Option<TooMuch> {
    if limits.disk == 0 && limits.disk_files == 0 {
        return None;
    }
    let (mut bytes, mut files) = (0_u64, 0_u64);
    let root = File::open(folder).ok()?;
    let mut folders = vec![PathBuf::from(".")];
    while let Some(next) = folders.pop() {
        for entry in list(&root, &next).into_iter().flatten().flatten() {
            files += 1;
            bytes = bytes.saturating_add(space(&entry));
            if let Some(much) = too_much(bytes, files, limits) {
                return Some(much);
            }
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) && files < MOST_ENTRIES {
                folders.push(next.join(entry.file_name()));
            }
        }
    }
    None
}

/// What lies in a folder below another one. No link is followed, also where one takes a folder's place just now.
fn list(root: &File, path: &Path) -> io::Result<ReadDir> {
    let folder = sys::open_below(root, path)?;
    fs::read_dir(format!("/proc/self/fd/{}", folder.as_raw_fd()))
}

fn too_much(bytes: u64, files: u64, limits: &Limits) -> Option<TooMuch> {
    let more = |count: u64, limit: u64| limit > 0 && count > limit;
    match (more(bytes, limits.disk), more(files, limits.disk_files)) {
        (true, _) => Some(TooMuch::Space),
        (_, true) => Some(TooMuch::Files),
        _ => None,
    }
}

/// Bytes of a file on the disk. Folders are free, as they are where the kernel counts.
fn space(entry: &DirEntry) -> u64 {
    const BLOCK: u64 = 512;
    entry.metadata().map_or(0, |about| if about.is_dir() { 0 } else { about.blocks().saturating_mul(BLOCK) })
}
