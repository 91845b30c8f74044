//! The report: its model, which is the JSON, and one file for each format that is rendered from it.

pub mod build;
pub(crate) mod clean;
pub mod findings;
pub mod github;
pub mod html;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod merge;
pub mod model;
pub mod paper;
pub mod record;
pub mod sarif;
pub mod summary;
pub mod terminal;
pub(crate) mod words;
