//! Keeps together what the forked processes touch.
//!
//! A forked process pays for each page that it writes to, and Python writes to whatever it looks at: it counts references.
//! Start-up leaves free blocks all over the memory, and what is made later fills them. So they are filled with nothing
//! first: what comes then lies side by side. What is lost are bytes that were lying idle.
//!
//! Knows the habits of two allocators, CPython's and glibc's, and is right, only without use, where others are at work.

use pyo3::{Python, ffi};

/// A pool of CPython's allocator begins on such an address (3.9: on a quarter of it), and its first block so far behind.
const POOL: usize = 16 << 10;
/// See above.
const POOL_HEAD: usize = 48;
/// The most blocks that are filled for each size: no more than there are in some megabytes.
const MOST: usize = 20_000;

/// Fills the free blocks. What is made after this, of whatever size, lies in fresh memory.
pub fn fill_holes(_py: Python<'_>) {
    for size in (16..=512).step_by(16) {
        // SAFETY: the GIL is held. The blocks are never used, and never given back.
        let fresh = || unsafe { ffi::PyObject_Malloc(size) as usize % POOL == POOL_HEAD };
        let _ = (0..MOST).any(|_| fresh());
    }
    // SAFETY: as above.
    let take = |size: usize| unsafe { libc::malloc(size) } as usize;
    let end = take(64 << 10);
    for size in (24..4096).rev().step_by(16) {
        let _ = (0..MOST).any(|_| take(size) > end);
    }
}
