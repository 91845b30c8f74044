//! From blocks and prose to claims.

pub mod literal;
mod model;

pub use model::*;
