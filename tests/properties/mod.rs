//! What holds whatever the input is. Each module has a `check` that takes any bytes and panics where it does not hold.
//!
//! The tests run them on the shipped documents and on changed ones; `fuzz/` runs them for as long as one likes.

mod answers;
pub mod claims;
pub mod extraction;
pub mod frames;
pub mod judging;
pub mod reports;
