//! What there is to check, and with what: documents on the disk, interpreters on the machine.
//!
//! Owns the walk, the reading of files and the probing of interpreters. Knows nothing of what a document holds.

pub mod documents;
pub mod interpreters;
pub mod patterns;
