//! What a run comes to: the counts, and whether it passed. Pure.

use super::model::{ClaimReport, DocumentReport, Report, RunReport, Summary};
use crate::claims::Strength;
use crate::judge::{Outcome, Verdict};

/// Nothing failed.
pub const PASSED: u8 = 0;
/// A claim failed, or a block ended in an exception that the text claims nowhere.
pub const FAILED: u8 = 1;
/// The command line or a configuration is wrong.
pub const USAGE: u8 = 2;
/// The job could not be done, or not all of it.
pub const INCOMPLETE: u8 = 3;

/// From which verdict on a run counts as failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FailOn {
    /// What fails everywhere it was asked for; not what is only about right, or told in words.
    #[default]
    Fails,
    /// Also soft claims that fail.
    Soft,
    /// Also what holds on some interpreters only.
    Varies,
    /// Also what could not be decided.
    Undecidable,
}

impl FailOn {
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

    fn counts_claim(self, claim: &ClaimReport) -> bool {
        self.counts(claim.verdict) && (!is_soft_failure(claim) || self.counts_soft())
    }
}

/// Counts what the documents show.
pub fn summarise(documents: &[DocumentReport]) -> Summary {
    let mut summary = Summary {
        documents: documents.len(),
        blocks: documents.iter().map(|document| document.blocks.len()).sum(),
        ..Summary::default()
    };
    for claim in documents.iter().flat_map(claims) {
        summary.claims += 1;
        *count_of(&mut summary, claim.verdict) += 1;
        summary.soft_fails += usize::from(is_soft_failure(claim));
    }
    for run in documents.iter().flat_map(runs) {
        *summary.outcomes.entry(run.outcome).or_default() += 1;
    }
    summary
}

/// The exit code that a report deserves. What is certainly wrong outweighs what is not known.
pub fn exit_status(report: &Report, fail_on: FailOn) -> u8 {
    let failed = report.documents.iter().any(|document| {
        claims(document).any(|claim| fail_on.counts_claim(claim)) || runs(document).any(|run| run.finding)
    });
    let lost = || report.documents.iter().flat_map(runs).any(|run| run.outcome == Outcome::WorkerLost);
    if failed {
        FAILED
    } else if report.interrupted || !report.unreadable.is_empty() || lost() {
        INCOMPLETE
    } else {
        PASSED
    }
}

/// All claims of a document: those of its blocks, then those of its prose.
pub(super) fn claims(document: &DocumentReport) -> impl Iterator<Item = &ClaimReport> {
    document.blocks.iter().flat_map(|block| &block.claims).chain(&document.claims)
}

/// Whether a claim fails that was only about right, or told in words.
pub(super) fn is_soft_failure(claim: &ClaimReport) -> bool {
    claim.verdict == Verdict::Fails && claim.strength == Strength::Soft
}

fn runs(document: &DocumentReport) -> impl Iterator<Item = &RunReport> {
    document.blocks.iter().flat_map(|block| &block.runs)
}

fn count_of(summary: &mut Summary, verdict: Verdict) -> &mut usize {
    match verdict {
        Verdict::Holds => &mut summary.holds,
        Verdict::Fails => &mut summary.fails,
        Verdict::Varies => &mut summary.varies,
        Verdict::Undecidable => &mut summary.undecidable,
    }
}
