//! `snipcheck report`: a saved report in other formats, or the parts of one run joined.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::config::Saved;
use super::pages::Pages;
use super::{Failure, stages};
use crate::report::json;
use crate::report::merge::merge;
use crate::report::model::{DocumentReport, Report};
use crate::report::summary::exit_status;

/// Documents that are named where their texts are not at hand.
const NAMED: usize = 3;

/// Runs it; gives the exit code that the report deserves.
///
/// # Errors
/// When there is no report, its parts do not fit together, or the result cannot be written.
pub fn run(config: &Saved) -> Result<u8, Failure> {
    let parts = config.files.iter().map(|file| Ok((name(file), read(file)?))).collect::<Result<Vec<_>, Failure>>()?;
    let merged = merge(parts).map_err(|error| {
        Failure::usage(format!("these are not the parts of one run: {error}"), "name each part once, and no other run")
    })?;
    let Some(report) = merged else { return Err(Failure::usage("there is no report", "name a JSON report")) };
    let mut pages = Pages::open(&config.shown)?;
    let mut without = Vec::new();
    for (place, document) in report.documents.iter().enumerate() {
        let text = stages::unchanged(&document.path, &document.sha256);
        if text.is_none() {
            without.push(document);
        }
        pages.add(place, document, text.as_deref())?;
    }
    pages.finish(&report)?;
    tell(&without);
    Ok(exit_status(&report, config.shown.fail_on))
}

fn name(file: &Path) -> String {
    if file.as_os_str() == "-" { "standard input".to_owned() } else { format!("`{}`", file.display()) }
}

fn read(file: &PathBuf) -> Result<Report, Failure> {
    let mut bytes = Vec::new();
    let read = match file.as_os_str() == "-" {
        true => std::io::stdin().lock().read_to_end(&mut bytes),
        false => std::fs::File::open(file).and_then(|mut file| file.read_to_end(&mut bytes)),
    };
    read.map_err(|error| Failure::usage(format!("cannot read {}: {error}", name(file)), "name a JSON report"))?;
    json::read(&String::from_utf8_lossy(&bytes)).map_err(|error| {
        let help = "name a report that `snipcheck check --format json=FILE` wrote";
        Failure::usage(format!("cannot read {} as a report: {error}", name(file)), help)
    })
}

/// Says once which documents are shown without their lines. Nobody has to read it.
fn tell(without: &[&DocumentReport]) {
    let all = without.len();
    if all == 0 {
        return;
    }
    let mut names: Vec<String> = without.iter().take(NAMED).map(|document| shown(&document.path)).collect();
    names.extend((all > NAMED).then(|| format!("{} more", all - NAMED)));
    let text = format!("note: shown without their lines, being not here or changed since: {}\n", names.join(", "));
    super::output::remark(&text);
}

/// A path of a report is not trusted.
fn shown(path: &str) -> String {
    path.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
