//! `snipcheck record`: keeps what the documents' Python does, and shows what is no longer so.

use super::config::Record;
use super::output::Output;
use super::progress::{Bar, Progress};
use super::records::{Compared, Records};
use super::running::{self, Means};
use super::{Failure, cache, check};
use crate::flow::Step;
use crate::report::model::DocumentReport;
use crate::report::summary::{FAILED, INCOMPLETE, PASSED};
use crate::report::terminal;
use crate::run::Pool;

/// What became of the records.
#[derive(Debug, Default)]
struct Kept {
    /// Lines about documents, in the order in which they were done.
    lines: Vec<String>,
    /// What drifted, as the terminal shows it.
    drift: Vec<(usize, String)>,
    new: usize,
    renewed: usize,
    same: usize,
    drifted: usize,
    cut_short: usize,
}

/// Runs it; gives the exit code.
///
/// # Errors
/// When nothing can be recorded.
pub fn run(config: &Record) -> Result<u8, Failure> {
    let mut output = Output::open(None)?;
    let colour = output.colours(false);
    let records = Records::new(&config.folder);
    let mut documents = check::read(&config.check.inputs)?;
    records.admit(documents.names())?;
    let store = cache::open(config.check.cache.as_deref());
    let (interpreters, first) = running::interpreters(&config.check, store.as_ref(), &mut documents)?;
    let means = Means { interpreters, store: store.as_ref(), runner: &mut Pool, session: None };
    let (mut kept, bar) = (Kept::default(), Bar::new(config.check.progress));
    let checked = running::check(&config.check, first, documents, means, &mut |step| {
        match step {
            Step::Planned(blocks) => bar.on(Progress::Planned(blocks)),
            Step::Judged { .. } => {}
            Step::Ended => bar.on(Progress::Ended),
            Step::Done { place, report, source, .. } => {
                let compared = records.compare(&report, source)?;
                kept.take(place, report, compared, &records, config.accept, colour)?;
            }
        }
        Ok(())
    });
    bar.finish();
    let checked = checked?;
    let missing = orphans(&records)?;
    output.add(&(kept.text() + &missing))?;
    output.finish()?;
    let incomplete = checked.frame.interrupted || kept.cut_short > 0 || !checked.frame.unreadable.is_empty();
    for unreadable in &checked.frame.unreadable {
        super::output::remark(&format!("error: cannot read {}: {}\n", unreadable.path, unreadable.reason));
    }
    Ok(if kept.drifted > 0 {
        FAILED
    } else if incomplete {
        INCOMPLETE
    } else {
        PASSED
    })
}

impl Kept {
    fn take(
        &mut self,
        place: usize,
        report: DocumentReport,
        compared: Compared,
        records: &Records,
        accept: bool,
        colour: bool,
    ) -> Result<(), Failure> {
        let path = report.path.clone();
        if !compared.complete {
            self.cut_short += 1;
            self.lines.push(format!("left as it is: {path}: its blocks were not run to their end\n"));
            return Ok(());
        }
        let (count, word) = match (compared.known, compared.same, accept) {
            (false, ..) => (&mut self.new, "new"),
            (true, true, _) => (&mut self.same, ""),
            (true, false, true) => (&mut self.renewed, "renewed"),
            (true, false, false) if compared.drift.is_empty() => (&mut self.renewed, "renewed"),
            _ => (&mut self.drifted, "not as recorded"),
        };
        *count += 1;
        self.lines.extend((!word.is_empty()).then(|| format!("{word}: {path}\n")));
        if word == "not as recorded" {
            let drifted = DocumentReport { drift: compared.drift, ..report };
            self.drift.push((place, terminal::drift(&drifted, colour)));
            return Ok(());
        }
        if word.is_empty() { Ok(()) } else { records.keep(&compared.now) }
    }

    fn text(&mut self) -> String {
        self.drift.sort_by_key(|(place, _)| *place);
        self.lines.sort();
        let drift: String = self.drift.iter().map(|(_, text)| text.as_str()).collect();
        let counts = [
            (self.new, "new"),
            (self.renewed, "renewed"),
            (self.same, "as recorded"),
            (self.drifted, "not as recorded"),
            (self.cut_short, "left as they are"),
        ];
        let counts: Vec<String> =
            counts.iter().filter(|(number, _)| *number > 0).map(|(number, what)| format!("{number} {what}")).collect();
        let hint = if self.drifted > 0 { ": `--accept` keeps them as they are now" } else { "" };
        format!("{drift}{}{}{hint}\n", self.lines.concat(), counts.join(" · "))
    }
}

/// Names the records whose documents are not here. Nothing is removed: it may be another folder that they are in.
fn orphans(records: &Records) -> Result<String, Failure> {
    let orphans = records.orphans();
    let orphans = orphans.map_err(|error| Failure::job(format!("cannot look through the records: {error}"), ""))?;
    Ok(orphans.iter().map(|document| format!("recorded, but not here: {document}\n")).collect())
}
