//! What `fix` and `review` have in common: documents checked, findings chosen, changes checked again.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;

use super::config::{Ground, Inputs, Only, Own};
use super::progress::{Bar, Progress};
use super::stages::Documents;
use super::{Failure, stages};
use crate::discover::documents::Loaded;
use crate::discover::interpreters;
use crate::extract::Block;
use crate::fix::Finding;
use crate::flow::mend::{self, Asked, Draft, Mended, Work};
use crate::flow::{self, Checked, Prepared, Setup, Step};
use crate::judge::Rules;
use crate::run::Pool;

/// On what is checked, settled once for the first look and all further ones.
#[derive(Debug)]
pub struct Bench<'a> {
    ground: &'a Ground,
    setup: Setup,
    /// What holds for each document, by its name.
    own: BTreeMap<String, Own>,
}

impl<'a> Bench<'a> {
    /// Finds the interpreters, and what holds for these documents.
    ///
    /// # Errors
    /// Where one of the interpreters is not there, or the configuration file does not fit what was typed.
    pub fn new(ground: &'a Ground, documents: &Documents) -> Result<Self, Failure> {
        let own = ground.own(documents.names())?;
        let setup = Setup {
            interpreters: interpreters::resolve(&ground.pythons, &ground.places)?,
            policy: ground.confines.policy.clone(),
            require: ground.confines.require,
            workers: ground.workers,
            rules_off: Rules::new(),
            repeat: 0,
        };
        Ok(Self { ground, setup, own })
    }

    /// Checks documents; gives those of which there is something to say.
    ///
    /// # Errors
    /// When no worker can be had, or not at the level that was required.
    pub fn drafts(&self, documents: &mut Documents, inserting: bool) -> Result<(Vec<Draft>, Checked), Failure> {
        let bar = Bar::new(self.ground.progress);
        let chosen = |block: &_| self.ground.confines.take(block);
        let mut tell = |step: Step<'_>| {
            match step {
                Step::Planned(blocks) => bar.on(Progress::Planned(blocks)),
                Step::Ended => bar.on(Progress::Ended),
                Step::Judged { .. } | Step::Done { .. } => {}
            }
            ControlFlow::Continue(())
        };
        let asked = Asked { prepare: &|loaded, chosen: &_| self.prepare(loaded, chosen), chosen: &chosen, inserting };
        let found = mend::drafts(documents, &asked, &self.setup, &mut Pool, &mut tell);
        bar.finish();
        let (mut drafts, mut checked) = found?;
        checked.frame.unreadable = documents.clone().unreadable();
        drafts.iter_mut().for_each(|draft| draft.findings.retain(|finding| self.is_chosen(finding)));
        drafts.retain(|draft| !draft.is_silent());
        Ok((drafts, checked))
    }

    fn prepare(&self, loaded: Loaded, chosen: &dyn Fn(&Block) -> bool) -> Prepared {
        let own = self.own.get(&loaded.source.path);
        let mut prepared = flow::prepare_within(loaded, &self.ground.confines.allowance(own), chosen);
        prepared.rules_off = own.map(|own| own.rules_off.clone());
        prepared
    }

    /// Running text is judged whatever blocks are chosen.
    fn is_chosen(&self, finding: &Finding) -> bool {
        let only = &self.ground.confines.only;
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
        let mended =
            mend::mend(&[(draft, chosen)], &|loaded, chosen: &_| self.prepare(loaded, chosen), &self.setup, &mut Pool)?;
        mended.into_iter().next().ok_or_else(|| Failure::job("the document was not checked again", ""))
    }

    /// Mends what is chosen, as far as what comes of it holds.
    ///
    /// # Errors
    /// As those of [`drafts`](Self::drafts).
    pub fn mend_all(&self, drafts: Vec<Draft>, chosen: &dyn Fn(&Finding) -> bool) -> Result<Vec<Work>, Failure> {
        // Running text of further rounds was not chosen by its line.
        let chosen = |finding: &Finding| (finding.block.is_some() || self.is_chosen(finding)) && chosen(finding);
        let mut works = mend::mend_all(
            drafts,
            &chosen,
            &|loaded, chosen: &_| self.prepare(loaded, chosen),
            &self.setup,
            &mut Pool,
        )?;
        works.iter_mut().for_each(|work| work.draft.findings.retain(|finding| self.is_chosen(finding)));
        Ok(works)
    }
}
