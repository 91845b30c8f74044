//! Counts what is expensive, where it is done. Who forks takes the counts along, so the worker that is left in the end
//! knows of all that was done on the way to it.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::wire::Counts;

/// A number that only grows.
pub struct Counter(AtomicU64);

/// See [`Counts::forks`].
pub static FORKS: Counter = Counter::new();
/// See [`Counts::mounts`].
pub static MOUNTS: Counter = Counter::new();
/// See [`Counts::unshares`].
pub static UNSHARES: Counter = Counter::new();
/// See [`Counts::filters`].
pub static FILTERS: Counter = Counter::new();

impl Counter {
    const fn new() -> Self {
        Self(AtomicU64::new(0))
    }

    /// One more.
    pub fn add(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// All of them.
pub fn all() -> Counts {
    Counts { forks: FORKS.get(), mounts: MOUNTS.get(), unshares: UNSHARES.get(), filters: FILTERS.get() }
}
