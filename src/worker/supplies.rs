//! What a snippet finds when it starts besides its code: files in its folder, variables in its environment.
//!
//! It is laid out in the snippet's own process, once that is confined: by its limits, where it may write, and nowhere else.

use std::fs::{DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Component, Path};

use pyo3::prelude::*;

use crate::wire::{Job, Supply};

/// Puts a job's files into the working directory, for reading.
///
/// # Errors
/// Which one could not be put there, and why.
pub fn files(job: &Job) -> Result<(), String> {
    job.files.iter().try_for_each(|supply| file(supply).map_err(|error| format!("{}: {error}", supply.name)))
}

fn file(supply: &Supply) -> io::Result<()> {
    let path = Path::new(&supply.name);
    // The host has seen to it; here nothing is taken on trust.
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    OpenOptions::new().write(true).create_new(true).mode(0o400).open(path)?.write_all(&supply.bytes)
}

/// Sets a job's variables.
pub fn environment(py: Python<'_>, job: &Job) -> PyResult<()> {
    if job.env.is_empty() {
        return Ok(());
    }
    let environment = py.import("os")?.getattr("environ")?;
    job.env.iter().try_for_each(|(name, value)| environment.set_item(name, value))
}
