//! What a run comes to: the counts, and whether it passed. Pure.

use std::collections::BTreeMap;

pub use super::model::FailOn;
use super::model::{BlockReport, ClaimReport, DocumentReport, OnInterpreter, Report, RunReport, Summary};
use crate::claims::{Kind, Strength};
use crate::judge::{Outcome, Verdict};

/// Nothing failed.
pub const PASSED: u8 = 0;
/// A claim failed, or a block ended in an exception that the text claims nowhere.
pub const FAILED: u8 = 1;
/// The command line or a configuration is wrong.
pub const USAGE: u8 = 2;
/// The job could not be done, or not all of it.
pub const INCOMPLETE: u8 = 3;

impl FailOn {
    /// Each of them, by its number.
    const ALL: [FailOn; 4] = [FailOn::Fails, FailOn::Soft, FailOn::Varies, FailOn::Undecidable];

    /// What counts as a failure in a document of a run in which this does.
    pub fn of(self, document: &DocumentReport) -> FailOn {
        document.fail_on.unwrap_or(self)
    }

    /// Whether a claim makes the run fail.
    pub fn counts_claim(self, claim: &ClaimReport) -> bool {
        self.counts(claim.verdict) && (self.counts_soft() || !is_soft_failure(claim))
    }

    /// Whether a verdict counts as a failure.
    pub fn counts(self, verdict: Verdict) -> bool {
        match verdict {
            Verdict::Holds => false,
            Verdict::Fails => true,
            Verdict::Varies => matches!(self, FailOn::Varies | FailOn::Undecidable),
            Verdict::Undecidable => self == FailOn::Undecidable,
        }
    }

    /// Whether a soft claim that fails counts as a failure.
    pub fn counts_soft(self) -> bool {
        self != FailOn::Fails
    }
}

/// What documents come to, counted one by one.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// The counts of all interpreters together.
    summary: Summary,
    by_interpreter: BTreeMap<String, OnInterpreter>,
    /// For each of [`FailOn::ALL`], the claims that would make the run fail.
    failing: [usize; 4],
    /// Whether any block ended in a way that is the document's fault.
    findings: bool,
}

impl Tally {
    /// Counts what a document shows.
    pub fn add(&mut self, document: &DocumentReport) {
        self.summary.documents += 1;
        self.summary.blocks += document.blocks.len();
        for (failing, on) in self.failing.iter_mut().zip(FailOn::ALL) {
            *failing += claims(document).filter(|claim| on.of(document).counts_claim(claim)).count();
        }
        for claim in claims(document) {
            self.summary.claims += 1;
            *count_of(&mut self.summary, claim.verdict) += 1;
            self.summary.soft_fails += usize::from(is_soft_failure(claim));
            for result in &claim.results {
                self.on(&result.interpreter).count(result.verdict);
            }
        }
        for run in runs(document) {
            *self.summary.outcomes.entry(run.outcome).or_default() += 1;
            self.findings |= run.finding;
        }
        document.blocks.iter().for_each(|block| self.add_runs(block));
        self.add_drift(document.drift.len());
    }

    /// Counts results that are not the recorded ones.
    pub fn add_drift(&mut self, number: usize) {
        self.summary.drifted += number;
    }

    /// The counts so far.
    pub fn summary(&self) -> Summary {
        let several = self.by_interpreter.len() > 1;
        let by_interpreter = if several { self.by_interpreter.clone() } else { BTreeMap::new() };
        Summary { by_interpreter, ..self.summary.clone() }
    }

    fn on(&mut self, interpreter: &str) -> &mut OnInterpreter {
        self.by_interpreter.entry(interpreter.to_owned()).or_default()
    }

    /// An exception that one interpreter runs into and another does not is no finding of the run; of that one it is.
    fn add_runs(&mut self, block: &BlockReport) {
        let runs_elsewhere = block.runs.iter().any(|run| run.outcome == Outcome::Ok);
        for run in &block.runs {
            let raised = matches!(run.outcome, Outcome::Raised | Outcome::SyntaxError);
            let stumbles = raised && runs_elsewhere && !run.unstable;
            let counts = self.on(&run.interpreter);
            counts.findings += usize::from(run.finding || stumbles);
            counts.held_back += usize::from(run.outcome == Outcome::Skipped && run.detail.starts_with("python:"));
        }
    }

    /// The exit code that these documents and the rest of their report deserve. What is certainly wrong outweighs what is
    /// not known.
    pub fn exit_status(&self, frame: &Report, fail_on: FailOn) -> u8 {
        let failing = FailOn::ALL.iter().zip(self.failing).any(|(on, claims)| *on == fail_on && claims > 0);
        let failed = self.findings || self.summary.drifted > 0 || failing;
        if failed {
            FAILED
        } else if frame.interrupted || !frame.unreadable.is_empty() || self.has_lost() {
            INCOMPLETE
        } else {
            PASSED
        }
    }

    fn has_lost(&self) -> bool {
        self.summary.outcomes.contains_key(&Outcome::WorkerLost)
    }

    fn of(documents: &[DocumentReport]) -> Self {
        let mut tally = Self::default();
        documents.iter().for_each(|document| tally.add(document));
        tally
    }
}

/// Counts what the documents show.
pub fn summarise(documents: &[DocumentReport]) -> Summary {
    Tally::of(documents).summary()
}

/// The exit code that a whole report deserves.
pub fn exit_status(report: &Report, fail_on: FailOn) -> u8 {
    Tally::of(&report.documents).exit_status(report, fail_on)
}

/// All claims of a document: those of its blocks, then those of its prose.
pub(super) fn claims(document: &DocumentReport) -> impl Iterator<Item = &ClaimReport> {
    document.blocks.iter().flat_map(|block| &block.claims).chain(&document.claims)
}

/// Whether a claim fails that was only about right, or told in words. An exception where none was claimed is beyond doubt
/// whatever the words.
pub(super) fn is_soft_failure(claim: &ClaimReport) -> bool {
    claim.verdict == Verdict::Fails && claim.strength == Strength::Soft && claim.kind != Kind::NoRaise
}

fn runs(document: &DocumentReport) -> impl Iterator<Item = &RunReport> {
    document.blocks.iter().flat_map(|block| &block.runs)
}

impl OnInterpreter {
    fn count(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Holds => self.holds += 1,
            Verdict::Fails => self.fails += 1,
            Verdict::Varies => {}
            Verdict::Undecidable => self.undecidable += 1,
        }
    }
}

fn count_of(summary: &mut Summary, verdict: Verdict) -> &mut usize {
    match verdict {
        Verdict::Holds => &mut summary.holds,
        Verdict::Fails => &mut summary.fails,
        Verdict::Varies => &mut summary.varies,
        Verdict::Undecidable => &mut summary.undecidable,
    }
}
