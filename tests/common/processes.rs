//! Processes as `/proc` shows them. Signals go to those alone that come from one that the test started.

use std::fs::read_to_string;
use std::process::Command;
use std::time::{Duration, Instant};

/// How long anything is waited for before a test fails.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until `done`; `false` where that takes too long.
pub fn wait_until(mut done: impl FnMut() -> bool) -> bool {
    let began = Instant::now();
    while !done() {
        if began.elapsed() > PATIENCE {
            return false;
        }
        std::thread::yield_now();
    }
    true
}

/// All that come from this thread, each before its own children.
pub fn of_this_thread() -> Vec<String> {
    with_descendants(&read_to_string("/proc/thread-self/children").unwrap_or_default())
}

/// All that come from a process, each before its own children.
pub fn of_process(pid: &str) -> Vec<String> {
    let threads = std::fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let children = threads.filter_map(|thread| read_to_string(thread.path().join("children")).ok());
    with_descendants(&children.collect::<String>())
}

fn with_descendants(children: &str) -> Vec<String> {
    let family = |pid: &str| std::iter::once(pid.to_owned()).chain(of_process(pid)).collect::<Vec<_>>();
    children.split_whitespace().flat_map(family).collect()
}

/// All of one session, by its number, that live.
pub fn of_session(session: &str) -> Vec<String> {
    let names = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|pid| session_of(pid).as_deref() == Some(session) && lives(pid)).collect()
}

/// The session that a process belongs to; its own number, where it leads it.
pub fn session_of(pid: &str) -> Option<String> {
    let stat = read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(3).map(str::to_owned)
}

/// Whether it is there, and more than the remains of one that ended.
pub fn lives(pid: &str) -> bool {
    read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z"))
}

/// Sends a signal, such as `KILL`, to a process that may have ended by itself.
pub fn signal(pid: &str, name: &str) {
    let output = Command::new("kill").args([&format!("-{name}"), pid]).output().expect("kill runs");
    assert!(output.status.success() || !lives(pid), "{output:?}");
}

/// Whether a signal that was sent to a process has reached it, or has come too late. `number`: as the kernel counts.
pub fn has_arrived(pid: &str, number: u32) -> bool {
    if !lives(pid) {
        return true;
    }
    let status = read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let pending = status.lines().filter(|line| line.starts_with("SigPnd:") || line.starts_with("ShdPnd:"));
    let masks = pending.filter_map(|line| u64::from_str_radix(line.split_whitespace().nth(1)?, 16).ok());
    masks.fold(0, |all, mask| all | mask) & (1 << (number - 1)) == 0
}
