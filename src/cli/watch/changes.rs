//! Waits until something happens in the folders of the documents.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::cli::Failure;
use crate::discover::documents;

/// Editors write in several steps: a change is over when nothing more has come for so long.
const QUIET: Duration = Duration::from_millis(20);
/// But something is shown in any case after so long.
const PATIENCE: Duration = Duration::from_millis(300);

/// What has happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Something in the folders.
    Changed,
    /// Ctrl-C was pressed.
    Interrupted,
}

/// The folders that are watched.
pub struct Changes {
    watcher: Mutex<RecommendedWatcher>,
    news: Receiver<News>,
    tell: Sender<News>,
}

impl Changes {
    /// Watches nothing yet.
    ///
    /// # Errors
    /// Where this machine lets us watch nothing.
    pub fn new() -> Result<Self, Failure> {
        let (tell, news) = mpsc::channel();
        let own = tell.clone();
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if event.as_ref().map_or(true, is_change) {
                // Where nobody waits any more nobody is to be told.
                let _ = own.send(News::Changed);
            }
        });
        Ok(Self { watcher: Mutex::new(watcher.map_err(|error| unwatchable(&error))?), news, tell })
    }

    /// Something to be called when Ctrl-C is pressed.
    pub fn on_interrupt(&self) -> impl Fn() + Send + Sync + 'static {
        let tell = self.tell.clone();
        move || _ = tell.send(News::Interrupted)
    }

    /// Watches all folders in which these paths may have documents. Not those below them that hold none, such as the
    /// folders of a build: each takes memory of the kernel.
    ///
    /// # Errors
    /// Where one that is there cannot be watched.
    pub fn watch(&self, paths: &[PathBuf]) -> Result<(), Failure> {
        let mut watcher = self.watcher.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        for folder in documents::folders(paths) {
            // One that is watched already, under the same name, may be a new one.
            match watcher.watch(&folder, RecursiveMode::NonRecursive) {
                Err(error) if folder.is_dir() => return Err(unwatchable(&error)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Waits for something to happen, and for the end of what belongs to it.
    pub fn wait(&self) -> News {
        let first = self.news.recv().unwrap_or(News::Interrupted);
        let until = Instant::now() + PATIENCE;
        let mut news = first;
        while news == News::Changed && Instant::now() < until {
            match self.news.recv_timeout(QUIET) {
                Ok(next) => news = next,
                Err(_) => break,
            }
        }
        news
    }
}

/// Reading is none; we read ourselves.
fn is_change(event: &Event) -> bool {
    match event.kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

fn unwatchable(error: &notify::Error) -> Failure {
    let help =
        "the kernel limits how many folders are watched: name fewer of them, or raise fs.inotify.max_user_watches";
    Failure::job(format!("cannot watch for changes: {error}"), help)
}
