//! What there is to check, and with what: documents on the disk, interpreters on the machine.
//!
//! Owns the walk and the reading of files. Knows nothing of what a document holds.

pub mod documents;
