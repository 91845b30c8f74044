//! What a run may leave on the machine: processes, mounts, descriptors, memory.

use std::fs;
use std::process;

/// Whoever loses its parent below this process becomes its child, so that nobody is overlooked.
pub fn adopt_orphans() {
    // SAFETY: plain numbers.
    let answer = unsafe { libc::prctl(libc::PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) };
    assert_eq!(answer, 0, "orphans can be adopted");
}

/// All processes below this one that still run.
pub fn descendants() -> Vec<u32> {
    let mut found = children(process::id());
    let mut looked_at = 0;
    while let Some(&pid) = found.get(looked_at) {
        found.extend(children(pid));
        looked_at += 1;
    }
    found
}

fn children(pid: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let of_task = |task: fs::DirEntry| fs::read_to_string(task.path().join("children")).unwrap_or_default();
    let text: String = tasks.map(of_task).collect();
    text.split_whitespace().filter_map(|pid| pid.parse().ok()).filter(|&pid| is_alive(pid)).collect()
}

fn is_alive(pid: u32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit(") ").next().is_some_and(|rest| !rest.is_empty() && !rest.starts_with('Z'))
}

/// Waits for those to end who came after `known`; gives those who do not within a minute.
pub fn still_there(known: &[u32]) -> Vec<u32> {
    let new = || descendants().into_iter().filter(|pid| !known.contains(pid));
    new().for_each(wait_for);
    new().collect()
}

fn wait_for(pid: u32) {
    // SAFETY: plain numbers; the answer is a descriptor of our own, or -1, which `poll` leaves alone.
    let watched = unsafe { libc::syscall(libc::SYS_pidfd_open, pid, 0) };
    let mut ended = libc::pollfd { fd: watched as i32, events: libc::POLLIN, revents: 0 };
    // SAFETY: one structure, alive through the call; the descriptor is closed once.
    unsafe {
        libc::poll(&raw mut ended, 1, 60_000);
        libc::close(watched as i32);
    }
}

/// The open descriptors of a process.
pub fn descriptors(pid: u32) -> usize {
    fs::read_dir(format!("/proc/{pid}/fd")).map_or(0, Iterator::count)
}

/// Resident memory of a process, bytes.
pub fn resident(pid: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{pid}/statm")).unwrap_or_default();
    text.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or(0) * 4096
}

/// How many mounts a process sees.
pub fn mounts(pid: u32) -> usize {
    fs::read_to_string(format!("/proc/{pid}/mountinfo")).map_or(0, |text| text.lines().count())
}

/// Mounts of this machine where the sandbox makes its own.
pub fn leaked_mounts() -> Vec<String> {
    let text = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    let places = ["/home/snipcheck", "/usr"];
    let at = |line: &str| line.split(' ').nth(4).unwrap_or_default().to_owned();
    text.lines().map(at).filter(|place| places.contains(&place.as_str())).collect()
}
