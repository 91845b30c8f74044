//! The report: over reports built by hand, since making them is the business of other stages.

mod build;
mod formats;
mod html;
mod json;
mod merge;
mod record;
mod terminal;
