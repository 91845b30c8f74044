//! From a document's text to its blocks of Python, its output blocks and its prose.
//!
//! Owns what a document looks like. Knows nothing of claims or interpreters. Never fails: a broken document gives the
//! blocks that can be read and notes about the rest.

mod model;

pub use model::*;
