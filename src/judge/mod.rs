//! From claims and observations to verdicts.

mod model;

pub use model::*;
