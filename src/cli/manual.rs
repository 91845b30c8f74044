//! What a shell and `man` want to know of the command line: made from its definition, so that it is never out of date.

use std::path::Path;

use clap::CommandFactory;
use clap_complete::Shell;

use super::Failure;
use super::args::Args;
use super::output::Output;
use crate::report::summary::PASSED;

/// Prints the completions of a shell.
///
/// # Errors
/// When nobody reads them any more.
pub fn completions(shell: Shell) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), env!("CARGO_PKG_NAME"), &mut script);
    Output::Standard.write(&String::from_utf8_lossy(&script))?;
    Ok(PASSED)
}

/// Writes a page for the program and one for each command.
///
/// # Errors
/// When the folder cannot be made or written to.
pub fn pages(folder: &Path) -> Result<u8, Failure> {
    let failed = |error| {
        let help = "name a folder that you may write to";
        Failure::usage(format!("cannot write to `{}`: {error}", folder.display()), help)
    };
    std::fs::create_dir_all(folder).map_err(failed)?;
    clap_mangen::generate_to(Args::command(), folder).map_err(failed)?;
    Ok(PASSED)
}
