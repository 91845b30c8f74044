//! What `fix` and `review` have in common: documents checked, findings chosen, changes checked again.

use std::ops::ControlFlow;

use std::path::PathBuf;

use super::config::{Ground, Inputs, Only};
use super::progress::{Bar, Progress};
use super::stages::Documents;
use super::{Failure, stages};
use crate::discover::interpreters;
use crate::fix::Finding;
use crate::flow::mend::{self, Asked, Draft, Mended, Work};
use crate::flow::{Checked, Setup, Step};
use crate::judge::Rules;
use crate::run::Pool;

/// On what is checked, settled once for the first look and all further ones.
#[derive(Debug)]
pub struct Bench<'a> {
    ground: &'a Ground,
    setup: Setup,
}

impl<'a> Bench<'a> {
    /// Finds the interpreters.
    ///
    /// # Errors
    /// Where one of them is not there.
    pub fn new(ground: &'a Ground) -> Result<Self, Failure> {
        let setup = Setup {
            interpreters: interpreters::resolve(&ground.pythons, &ground.places)?,
            policy: ground.policy.clone(),
            require: ground.require,
            workers: ground.workers,
            rules_off: Rules::new(),
            repeat: 0,
        };
        Ok(Self { ground, setup })
    }

    /// Checks documents; gives those of which there is something to say.
    ///
    /// # Errors
    /// When no worker can be had, or not at the level that was required.
    pub fn drafts(&self, documents: &mut Documents, inserting: bool) -> Result<(Vec<Draft>, Checked), Failure> {
        let bar = Bar::new(self.ground.progress);
        let chosen = |block: &_| self.ground.takes(block);
        let mut tell = |step: Step<'_>| {
            match step {
                Step::Planned(blocks) => bar.on(Progress::Planned(blocks)),
                Step::Ended => bar.on(Progress::Ended),
                Step::Judged { .. } | Step::Done { .. } => {}
            }
            ControlFlow::Continue(())
        };
        let asked = Asked { limits: &self.ground.limits, chosen: &chosen, inserting };
        let found = mend::drafts(documents, &asked, &self.setup, &mut Pool, &mut tell);
        bar.finish();
        let (mut drafts, mut checked) = found?;
        checked.frame.unreadable = documents.clone().unreadable();
        drafts.iter_mut().for_each(|draft| draft.findings.retain(|finding| self.is_chosen(finding)));
        drafts.retain(|draft| !draft.is_fine());
        Ok((drafts, checked))
    }

    /// Running text is judged whatever blocks are chosen.
    fn is_chosen(&self, finding: &Finding) -> bool {
        let only = &self.ground.only;
        let here = |only: &Only| matches!(only, Only::Line(line) if *line == finding.line);
        only.is_empty() || finding.block.is_some() || only.iter().any(here)
    }

    /// Checks a document once more that somebody may have changed; `None` where nothing is to be said of it any more.
    ///
    /// # Errors
    /// As those of [`drafts`](Self::drafts), or where the document cannot be read any more.
    pub fn again(&self, draft: &Draft) -> Result<Option<Draft>, Failure> {
        let path = PathBuf::from(&draft.path);
        let inputs = Inputs { paths: vec![path], read_as: Some(draft.format), ..Inputs::default() };
        let (drafts, _) = self.drafts(&mut stages::find(&inputs)?, false)?;
        Ok(drafts.into_iter().next())
    }

    /// Mends these findings of a document, as far as what comes of it holds.
    ///
    /// # Errors
    /// As those of [`drafts`](Self::drafts).
    pub fn mend(&self, draft: &Draft, chosen: Vec<usize>) -> Result<Mended, Failure> {
        let mended = mend::mend(&[(draft, chosen)], &self.ground.limits, &self.setup, &mut Pool)?;
        mended.into_iter().next().ok_or_else(|| Failure::job("the document was not checked again", ""))
    }

    /// Mends what is chosen, as far as what comes of it holds.
    ///
    /// # Errors
    /// As those of [`drafts`](Self::drafts).
    pub fn mend_all(&self, drafts: Vec<Draft>, chosen: &dyn Fn(&Finding) -> bool) -> Result<Vec<Work>, Failure> {
        // Running text of further rounds was not chosen by its line.
        let chosen = |finding: &Finding| (finding.block.is_some() || self.is_chosen(finding)) && chosen(finding);
        let mut works = mend::mend_all(drafts, &chosen, &self.ground.limits, &self.setup, &mut Pool)?;
        works.iter_mut().for_each(|work| work.draft.findings.retain(|finding| self.is_chosen(finding)));
        Ok(works)
    }
}
