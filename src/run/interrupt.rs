//! Ctrl-C: the first ends the run, the second the program.

use std::process;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use tokio::sync::watch;

/// The exit code of a program that SIGINT ended, as shells count.
const INTERRUPTED: i32 = 130;

static RUNS: AtomicUsize = AtomicUsize::new(0);
static PRESSED: OnceLock<watch::Sender<bool>> = OnceLock::new();

/// Comes back when Ctrl-C has been pressed during a run. While nobody waits for this, Ctrl-C ends the program.
pub async fn pressed() {
    let _run = Run::begin();
    let mut told = PRESSED.get_or_init(listen).subscribe();
    // The sender lives as long as the program.
    let _ = told.wait_for(|&pressed| pressed).await;
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

/// Starts a thread that takes the signal for the rest of the program's life: once taken, it can't be given back.
fn listen() -> watch::Sender<bool> {
    let (tell, _) = watch::channel(false);
    let teller = tell.clone();
    // Without the thread Ctrl-C ends the program, and the workers with it.
    let _ = thread::Builder::new().name("ctrl-c".into()).spawn(move || wait(&teller));
    tell
}

fn wait(tell: &watch::Sender<bool>) {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
    while runtime.block_on(tokio::signal::ctrl_c()).is_ok() {
        if RUNS.load(Ordering::SeqCst) == 0 || tell.send_replace(true) {
            process::exit(INTERRUPTED);
        }
    }
}
