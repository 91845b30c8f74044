//! The configuration file's share in what a command is to do.
//!
//! What the file says becomes the defaults of the command line's options, and the command line is read again. So the
//! command line wins over the file, the file over the built-in defaults, and no option is merged by hand. What holds for
//! some documents alone is laid over that in the same way.
//!
//! `typed` has the command line, `locate` finds the file, `file` and `entry` read it, `keys` lists what it may say and `guard`
//! what it must not; `layers` lays one over the other.

mod conflicts;
mod entry;
mod file;
mod guard;
mod keys;
mod layers;
mod locate;
mod place;
pub mod schema;
pub mod show;
mod typed;

use std::path::{Path, PathBuf};

use super::Failure;

pub use layers::Configuration;
pub use typed::Typed;

/// The configuration file of a folder, if it has one.
///
/// # Errors
/// When a file that may be one cannot be read.
pub fn in_folder(folder: &Path) -> Result<Option<PathBuf>, Failure> {
    for path in locate::NAMES.map(|name| folder.join(name)) {
        let is_one = |text: locate::Text| Ok(file::read(&text.path, &text.text)?.is_some());
        if path.is_file() && locate::read(&path).and_then(is_one)? {
            return Ok(Some(path));
        }
    }
    Ok(None)
}
