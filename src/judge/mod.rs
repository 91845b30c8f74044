//! From claims and observations to verdicts.
//!
//! Owns what "holds" and "fails" mean. Runs nothing and prints nothing.

mod blame;
mod came;
mod compare;
mod explain;
mod limit;
mod model;
mod outcome;
mod rule;
mod seen;
mod settled;
mod shown;
mod tables;
mod unstable;
mod verdict;
mod versions;
mod without;

pub use came::Came;
pub use compare::without_addresses;
pub use explain::{Explained, Sight, Tried, explain};
pub use limit::Limit;
pub use model::*;
pub use rule::{Rule, Rules};
pub use seen::Seen;
pub use unstable::{compare, settle, settle_ends};
pub use versions::{Run, judge};
