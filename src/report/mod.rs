//! The report: its model, which is the JSON, and one file for each format that is rendered from it.

pub mod build;
pub mod json;
pub mod model;
pub mod summary;
pub mod terminal;
