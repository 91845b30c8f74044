//! From blocks and prose to claims.

mod model;

pub use model::*;
