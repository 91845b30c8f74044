//! What is seen between two changes: what fails, what has changed first, and a line that says how things stand.

use chrono::Local;

use super::Round;
use crate::cli::Failure;
use crate::cli::config::Watch;
use crate::cli::output::Output;
use crate::cli::session::Session;
use crate::report::clean;
use crate::report::model::DocumentReport;
use crate::report::terminal::{Options, Page};
use crate::report::words;

/// Takes the cursor to the first line of an empty screen, without the lines above it.
const CLEAR: &str = "\x1b[2J\x1b[3J\x1b[H";
/// The documents that are named as changed.
const NAMED: usize = 3;

/// A terminal; or something that takes one text after the other.
pub struct Screen {
    clears: bool,
    options: Options,
}

impl Screen {
    /// As it is asked for.
    pub fn new(config: &Watch) -> Self {
        let shown = &config.check.shown;
        let colour = Output::Standard.colours(shown.colour_files);
        Self { clears: config.screen, options: Options { colour, detail: shown.detail, fail_on: shown.fail_on } }
    }

    /// Shows what was found.
    ///
    /// # Errors
    /// When it cannot be written, or nobody reads it.
    pub fn show(&self, round: &Round, session: &Session) -> Result<(), Failure> {
        let mut page = Page::new(self.options);
        let mut documents: Vec<&(DocumentReport, String)> = round.documents.iter().collect();
        documents.sort_by_key(|(report, _)| !session.is_fresh(&report.path));
        let findings: String = documents.iter().map(|(report, text)| page.document(report, Some(text))).collect();
        let fresh: Vec<&str> =
            documents.iter().map(|(report, _)| report.path.as_str()).filter(|path| session.is_fresh(path)).collect();
        let head = if fresh.len() < documents.len() { changed(&fresh) } else { String::new() };
        let summary = &round.frame.summary;
        let (documents, claims) = (words::count(summary.documents, "document"), words::count(summary.claims, "claim"));
        let state = format!("{documents}, {claims}, checked");
        self.write(&format!("{head}{findings}{}", page.end(&round.frame)), &state)
    }

    /// Shows why nothing was found.
    ///
    /// # Errors
    /// As those of [`show`](Self::show).
    pub fn show_failure(&self, failure: &Failure) -> Result<(), Failure> {
        let text = failure.to_string();
        let text = if self.options.colour { text } else { anstream::adapter::strip_str(&text).to_string() };
        self.write(&text, "this could not be checked,")
    }

    fn write(&self, text: &str, state: &str) -> Result<(), Failure> {
        let (before, time) = (if self.clears { CLEAR } else { "" }, Local::now().format("%H:%M:%S"));
        let gap = if text.is_empty() { "" } else { "\n" };
        Output::Standard.write(&format!("{before}{text}{gap}{state} {time}; waiting for changes\n"))
    }
}

/// Names what has changed.
fn changed(paths: &[&str]) -> String {
    let named: Vec<String> = paths.iter().take(NAMED).map(|path| clean::line(path)).collect();
    match paths.len().saturating_sub(NAMED) {
        _ if paths.is_empty() => String::new(),
        0 => format!("changed: {}\n\n", named.join(", ")),
        more => format!("changed: {} and {more} more\n\n", named.join(", ")),
    }
}
