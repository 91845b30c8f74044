//! Ctrl-C: the first ends the run, the second the program.

use std::future::pending;
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::signal::unix::{SignalKind, signal};

/// The exit code of a program that SIGINT ended, as shells count.
const INTERRUPTED: i32 = 130;

static RUNS: AtomicUsize = AtomicUsize::new(0);
static PRESSED: AtomicUsize = AtomicUsize::new(0);

/// Comes back when Ctrl-C has been pressed during a run. While nobody waits for this, Ctrl-C ends the program.
pub async fn pressed() {
    let _run = Run::begin();
    count();
    let Ok(mut news) = signal(SignalKind::interrupt()) else { return pending().await };
    while PRESSED.load(Ordering::SeqCst) == 0 {
        news.recv().await;
    }
}

/// Counts the runs that want to be told, also when they are dropped.
struct Run;

impl Run {
    fn begin() -> Self {
        RUNS.fetch_add(1, Ordering::SeqCst);
        Self
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        RUNS.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Counts from now on, for the rest of the program's life: once taken, the signal can't be given back. It is counted where
/// it arrives: who is only told of it some time later sees one where two came quickly.
pub fn count() {
    static COUNTING: Once = Once::new();
    COUNTING.call_once(|| {
        // SAFETY: the handler does nothing but what a handler may: atomics and `_exit`.
        // Where it cannot be had, Ctrl-C ends the run, and does not end the program.
        let _ = unsafe { signal_hook_registry::register(libc::SIGINT, arrived) };
    });
}

fn arrived() {
    if PRESSED.fetch_add(1, Ordering::SeqCst) > 0 || RUNS.load(Ordering::SeqCst) == 0 {
        // SAFETY: a number. The workers end with this process: the kernel sees to that.
        unsafe { libc::_exit(INTERRUPTED) }
    }
}
