//! Runs jobs on interpreters and says what was observed.
//!
//! Owns processes, deadlines and signals. Knows nothing of claims, verdicts or reports.

mod cgroup;
mod desk;
mod interrupt;
mod library;
mod model;
mod pool;
mod process;
mod remember;
mod replay;
mod seats;
mod standing;

pub use interrupt::count as count_interrupts;
pub use model::*;
pub use pool::{Pool, probe_protection};
pub use remember::{Conditions, Hits, Remembering, is_lasting, witnesses};
pub use replay::Replay;
pub use standing::Standing;
