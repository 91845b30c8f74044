//! Keeps together what forked processes write to.
//!
//! A forked process pays for each page that it writes to first: nearly all that a small snippet costs is that. Start-up
//! leaves free blocks all over the memory, and whatever a snippet makes would go there, a page for each. So they are taken
//! out of use, and what comes then lies side by side. What is lost are bytes that were lying idle.
//!
//! Knows the habits of two allocators, CPython's and glibc's; where others are at work this is without use, and harmless.

use pyo3::{Python, ffi};

/// CPython's allocator divides its memory into pools of blocks of one size. They begin on such an address (3.9: on a quarter
/// of it), and the first block so far behind.
const POOL: usize = 16 << 10;
/// See above.
const POOL_HEAD: usize = 48;
/// The most blocks that are taken of one size.
const MOST: usize = 20_000;

/// Takes the free blocks out of use.
pub fn fill_holes(py: Python<'_>) {
    fill_pools(py);
    give_back_pages();
    fill_lists();
}

/// Lets the machine have the pages on which nothing is left: each fork pays for every page that there is.
fn give_back_pages() {
    #[cfg(target_env = "gnu")]
    // SAFETY: touches free memory alone.
    unsafe {
        libc::malloc_trim(0);
    }
}

/// Takes blocks of each size until one is the first of its pool: the pools before it are full.
fn fill_pools(_py: Python<'_>) {
    for size in (16..=512).step_by(16) {
        // SAFETY: the GIL is held. The blocks are never used, and never given back.
        let fresh = || unsafe { ffi::PyObject_Malloc(size) }.addr() % POOL == POOL_HEAD;
        let _ = (0..MOST).any(|_| fresh());
    }
}

/// Takes pieces of each size, the large ones first, until one comes from the end of the heap; that one is given back.
fn fill_lists() {
    // SAFETY: pieces are never used; given back is what was taken, once.
    let take = |size: usize| unsafe { libc::malloc(size) };
    let give_back = |piece| unsafe { libc::free(piece) };
    let end = take(64 << 10);
    // Of a large piece only the first page is touched.
    let sizes = [64 << 10, 32 << 10, 16 << 10, 8 << 10].into_iter().chain((24..4096).rev().step_by(16));
    for size in sizes {
        let last = (0..MOST).map(|_| take(size)).find(|piece| piece.addr() > end.addr());
        last.into_iter().for_each(give_back);
    }
    give_back(end);
}
