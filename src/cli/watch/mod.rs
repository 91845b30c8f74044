//! `snipcheck watch`: checks, shows, and waits for the next change. Workers stay, and only what has changed is looked at.

mod changes;
mod screen;

use std::path::Path;

use super::config::{Check, Watch};
use super::progress::{Bar, Progress};
use super::running::{self, Means};
use super::session::Session;
use super::{Failure, cache, check};
use crate::cache::Store;
use crate::flow::Step;
use crate::report::model::{DocumentReport, Report};
use crate::run::{Standing, count_interrupts};
use crate::wire::Interpreter;
use changes::{Changes, News};
use screen::Screen;

/// The exit code of a program that Ctrl-C has ended, as shells count.
const INTERRUPTED: u8 = 130;

/// Runs it, until Ctrl-C; gives the exit code.
///
/// # Errors
/// When the first check cannot be done, or nothing can be watched.
pub fn run(config: &Watch) -> Result<u8, Failure> {
    // While nothing runs it ends the program at once.
    count_interrupts();
    let changes = Changes::new()?;
    let store = cache::open(config.check.cache.as_deref());
    let mut watcher = Watcher {
        config: &config.check,
        store: store.as_ref(),
        interpreters: Vec::new(),
        runner: Standing::new(changes.on_interrupt()),
        session: Session::default(),
        shown: None,
    };
    let screen = Screen::new(config);
    loop {
        changes.watch(&config.check.inputs.paths)?;
        match watcher.look() {
            Ok(round) if round.frame.interrupted => return Ok(INTERRUPTED),
            Ok(round) if watcher.is_news(&round) => screen.show(&round, &watcher.session)?,
            Ok(_) => {}
            // Nothing was ever shown: it is the user's mistake, and not that of a moment.
            Err(failure) if watcher.shown.is_none() => return Err(failure),
            Err(failure) => screen.show_failure(&failure)?,
        }
        if changes.wait() == News::Interrupted {
            return Ok(INTERRUPTED);
        }
    }
}

/// What a check has found.
pub struct Round {
    /// In the order of their paths, with their texts.
    pub documents: Vec<(DocumentReport, String)>,
    /// The report around them.
    pub frame: Report,
}

/// What stays from one check to the next.
struct Watcher<'a> {
    config: &'a Check,
    store: Option<&'a Store>,
    interpreters: Vec<Interpreter>,
    runner: Standing,
    session: Session,
    /// What is on the screen, beside what documents say: their number, and the unreadable ones.
    shown: Option<(usize, Vec<String>)>,
}

impl Watcher<'_> {
    /// Checks what has changed.
    fn look(&mut self) -> Result<Round, Failure> {
        let mut documents = check::read(&self.config.inputs)?;
        let mut first = None;
        if self.interpreters.is_empty() {
            running::choose_something(self.config, documents.clone())?;
            (self.interpreters, first) = running::interpreters(self.config, self.store, &mut documents)?;
        }
        let means = Means {
            interpreters: self.interpreters.clone(),
            store: self.store,
            runner: &mut self.runner,
            session: Some(&mut self.session),
        };
        let bar = Bar::new(self.config.progress);
        let mut found = Vec::new();
        let checked = running::check(self.config, first, documents, means, &mut |step| {
            match step {
                Step::Planned(blocks) => bar.on(Progress::Planned(blocks)),
                Step::Judged { .. } => {}
                Step::Ended => bar.on(Progress::Ended),
                Step::Done { place, report, source, .. } => found.push((place, report, source.text.clone())),
            }
            Ok(())
        });
        bar.finish();
        let frame = checked?.frame;
        found.sort_by_key(|(place, ..)| *place);
        let documents = found.into_iter().map(|(_, report, text)| (report, text)).collect();
        Ok(Round { documents, frame })
    }

    /// Whether there is anything to see that is not on the screen.
    fn is_news(&mut self, round: &Round) -> bool {
        let unreadable = round.frame.unreadable.iter().map(|it| format!("{}: {}", it.path, it.reason)).collect();
        let shown = Some((round.documents.len(), unreadable));
        let fresh = round.documents.iter().any(|(report, _)| self.session.is_fresh(&report.path));
        let gone = self.session.retain(|path| Path::new(path).exists());
        std::mem::replace(&mut self.shown, shown.clone()) != shown || fresh || gone
    }
}
