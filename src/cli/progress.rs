//! What is seen while it works: a bar on standard error, for a person who watches.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// How far the run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// A document has been taken up: so many more blocks are going to run, counted once for each interpreter.
    Planned(usize),
    /// One more of them ended.
    Ended,
}

/// A bar, or nothing.
#[derive(Debug)]
pub struct Bar(Option<ProgressBar>);

impl Bar {
    /// Makes one.
    pub fn new(shown: bool) -> Self {
        Self(shown.then(ProgressBar::new_spinner))
    }

    /// Takes in what happened.
    pub fn on(&self, progress: Progress) {
        let Some(bar) = &self.0 else { return };
        match progress {
            Progress::Planned(blocks) => {
                if bar.length().is_none() {
                    bar.set_style(style());
                    bar.enable_steady_tick(Duration::from_millis(100));
                }
                bar.set_length(bar.length().unwrap_or(0).saturating_add(u64::try_from(blocks).unwrap_or(u64::MAX)));
            }
            Progress::Ended => bar.inc(1),
        }
    }

    /// Has something written while the bar is out of the way.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        match &self.0 {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    /// Takes it off the screen: the report stands alone.
    pub fn finish(self) {
        if let Some(bar) = self.0 {
            bar.finish_and_clear();
        }
    }
}

fn style() -> ProgressStyle {
    let template = "running {wide_bar:.cyan} {pos}/{len} blocks";
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
