//! The files that `init` writes, word for word.

use crate::cli::settings::show::list;

/// The workflow.
pub const WORKFLOW: &str = include_str!("workflow.yml");

/// The hook, as an entry of `repos`.
pub const HOOK: &str = include_str!("hook.yaml");

/// The configuration, for these documents.
pub fn configuration(paths: &[String]) -> String {
    include_str!("first.toml").replace("paths = []", &format!("paths = {}", list(paths)))
}

/// The same as a table of `pyproject.toml`.
pub fn in_pyproject(keys: &str) -> String {
    format!("[tool.snipcheck]\n{}", keys.replace("# [[overrides]]", "# [[tool.snipcheck.overrides]]"))
}
