//! The other program: loaded inside the user's own Python, it enters a sandbox and runs one job after the other, each in a
//! fork of itself.
//!
//! What instruments Python is written in Python (`probe/`); what Python must not be trusted with is here: forks, limits,
//! deadlines, frames, reaping. Knows the wire, and nothing of the host's side.

mod child;
mod collect;
mod counts;
mod disk;
mod effects;
mod fork;
mod heap;
mod hot;
mod job;
mod large;
mod lockdown;
mod memory;
mod pages;
mod positions;
mod probe;
mod python;
mod serve;
mod start;
mod supplies;
mod values;
mod watch;

/// What the interpreter sees of this library.
#[pyo3::pymodule]
mod snipcheck_worker {
    use pyo3::prelude::*;

    /// Reads requests from standard input and answers on standard output until there are no more.
    #[pyfunction]
    fn serve(py: Python<'_>) -> PyResult<()> {
        super::serve::serve(py)
    }
}
