//! `snipcheck config`: what a check is set to and by whom, or what a configuration file may hold.

use super::Failure;
use super::args::Config;
use super::environment::Environment;
use super::output::Output;
use super::settings::{Configuration, schema, show};
use crate::report::summary::PASSED;

/// Prints it; gives the exit code.
///
/// # Errors
/// When the file does not fit the command line, or nobody reads it any more.
pub fn run(asked: &Config, configuration: &Configuration, environment: &Environment) -> Result<u8, Failure> {
    let document = match asked.check.inputs.paths.as_slice() {
        [path] if path.is_file() => Some(path.as_path()),
        _ => None,
    };
    let text = if asked.schema { schema::text() } else { show::text(configuration, environment, document)? };
    Output::Standard.write(&text)?;
    Ok(PASSED)
}
