//! Runs jobs on interpreters and says what was observed.
//!
//! Owns processes, deadlines and signals. Knows nothing of claims, verdicts or reports.

mod model;

pub use model::*;
