//! The report: over reports built by hand, since making them is the business of other stages.

mod build;
mod formats;
mod json;
mod terminal;
