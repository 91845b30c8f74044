//! A Python that snippets run on.

use serde::{Deserialize, Serialize};

/// An interpreter, as it described itself when it was probed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interpreter {
    /// Short name used in results: `3.11`; where two of the same version are asked for, the later ones get a suffix (`3.11-2`).
    pub id: String,
    /// `sys.implementation.name`, as in `platform.python_implementation()`: `CPython`.
    pub implementation: String,
    /// `3.11.7`
    pub version: String,
    /// Major and minor version.
    pub minor: (u32, u32),
    /// The executable to start: absolute, links not resolved (a virtual environment is found through it).
    pub executable: String,
    /// `sys.prefix` and `sys.exec_prefix` as the interpreter has them with its virtual environment.
    pub prefix: String,
    /// See `prefix`.
    pub exec_prefix: String,
    /// `sys.base_prefix` and `sys.base_exec_prefix`.
    pub base_prefix: String,
    /// See `base_prefix`.
    pub base_exec_prefix: String,
    /// `sys.path` without the entry for the script, with `site-packages`.
    pub path: Vec<String>,
}
