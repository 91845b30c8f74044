//! How much memory a snippet's processes hold together. The kernel's own limit counts for each of them alone.

use std::fs;

use libc::pid_t;

/// Whether these processes hold more than `limit` bytes (0: no limit). Who has ended meanwhile holds nothing.
pub fn exceeds(limit: u64, processes: &[pid_t]) -> bool {
    let more = |each: fn(pid_t) -> Option<u64>| processes.iter().filter_map(|&pid| each(pid)).sum::<u64>() > limit;
    // The quick look counts what processes share for each of them. The exact one takes the longer the more there is.
    limit > 0 && more(own_at_most) && more(|pid| share(pid).or_else(|| own_at_most(pid)))
}

/// Resident bytes that are not a file's.
fn own_at_most(pid: pid_t) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/statm")).ok()?;
    let mut pages = text.split(' ').skip(1).map_while(|count| count.parse::<u64>().ok());
    let (resident, of_files) = (pages.next()?, pages.next()?);
    Some(resident.saturating_sub(of_files) * PAGE)
}

/// Resident bytes, what is shared divided among the sharers; `None` where the machine does not tell.
fn share(pid: pid_t) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|count| count * 1024)
}

/// The least size of a page, bytes. Where it is larger, less is counted than there is.
const PAGE: u64 = 4096;
