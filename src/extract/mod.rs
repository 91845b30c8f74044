//! From a document's text to its blocks of Python, its output blocks and its prose.
//!
//! Owns what a document looks like. Knows nothing of claims or interpreters. Never fails: a broken document gives the
//! blocks that can be read and notes about the rest.
//!
//! `scan` cuts the text into stretches line by line (`line`, `fence`, `body`, `inline`, `tag`, `heading` read what is on
//! a line, `outline` keeps what stands above it); `assemble` makes blocks of them (`info` reads the words behind a
//! fence and `cell` the options below it, `output`, `gap` and `lead` tie output to its block, `notebook` tells a
//! notebook's export, `session` reads what a terminal shows, `code` takes the code out of its container). All of it is pure
//! and takes time in proportion to the text.

mod assemble;
mod body;
mod cell;
mod code;
mod elements;
mod fence;
mod format;
mod gap;
mod heading;
mod info;
mod inline;
mod lead;
mod line;
mod model;
mod notebook;
mod outline;
mod output;
mod scan;
mod session;
mod tag;

pub use cell::Conduct;
pub use format::EXTENSIONS;
pub use model::*;

use crate::text::Source;

/// Takes a document apart.
pub fn extract(source: Source, format: Format) -> Document {
    let elements = scan::scan(&source, format);
    let assembled = assemble::assemble(&source.text, elements);
    assembled.into_document(source, format)
}
