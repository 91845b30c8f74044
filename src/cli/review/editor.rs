//! A person's own editor, at a line of a file.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use crate::cli::Failure;

/// Opens it and waits until it is closed. `editor` is as in `$EDITOR`: a program, with options perhaps.
///
/// # Errors
/// When it cannot be started.
pub fn open(editor: &OsStr, path: &Path, line: usize) -> Result<(), Failure> {
    // A shell reads it, as for every program that honours the variable.
    let script = format!("{} \"$@\"", editor.to_string_lossy());
    let mut command = Command::new("/bin/sh");
    command.arg("-c").arg(script).arg("editor").arg(format!("+{line}")).arg(path);
    match command.status() {
        Ok(_) => Ok(()),
        Err(error) => {
            let help = "set EDITOR to a program that opens a file";
            Err(Failure::job(format!("cannot start `{}`: {error}", editor.to_string_lossy()), help))
        }
    }
}
