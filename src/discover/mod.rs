//! What there is on this machine: interpreters.
//!
//! Owns looking around and probing. Knows nothing of claims and later stages.

pub mod interpreters;
