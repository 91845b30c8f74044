//! What is seen while it works: a bar on standard error, for a person who watches.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// How far the run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// So many blocks are going to run, counted once for each interpreter.
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
                bar.set_length(u64::try_from(blocks).unwrap_or(u64::MAX));
                bar.set_style(style());
                bar.enable_steady_tick(Duration::from_millis(100));
            }
            Progress::Ended => bar.inc(1),
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
