//! Doubts that end where other results are known: of the claims beside a claim, and of the same claim on other Pythons.
//!
//! Knows findings, not how they were come to.

use super::Verdict;
use super::compare::without_addresses;
use super::verdict::{Doubt, Finding};
use crate::claims::Claim;
use crate::plan::Planned;
use crate::text::pythons::{Pythons, Version};

/// What many things show says nothing of the names in an expression.
const COMMON: [&str; 3] = ["True", "False", "None"];

/// Whether names mean in a block what another section made of them is settled by its claims: where they agree, and few
/// differ, they do. Names of which the document has several meanings need more to be known again.
pub fn by_siblings(findings: &mut [(usize, Finding)], claims: &[Claim], planned: &Planned) {
    let doubts = |finding: &Finding| matches!(&finding.let_off, Some(off) if off.doubt == Doubt::Names);
    let differing = findings.iter().filter(|(_, finding)| doubts(finding)).count();
    let tells =
        |claim: &Claim| planned.guessed.reaches(claim.subject_line) && !COMMON.contains(&claim.claimed.as_str());
    let agreeing = findings.iter().filter(|(at, found)| found.verdict == Verdict::Holds && tells(&claims[*at])).count();
    let wanted = if planned.guessed.once { 1 } else { 2 };
    if agreeing >= wanted && agreeing > differing {
        findings.iter_mut().filter(|(_, finding)| doubts(finding)).for_each(|(_, finding)| finding.no_longer_let_off());
    }
}

/// A change between two versions of Python is none of a claim's that comes out differently from its text in the same way
/// before it and after.
pub fn by_versions(versions: &[Version], findings: &mut [(&str, Finding)]) {
    let same =
        findings.windows(2).all(|two| without_addresses(&two[0].1.actual) == without_addresses(&two[1].1.actual));
    let spans = |pythons: Pythons| match pythons {
        Pythons::ChangedIn(change) | Pythons::From(change) | Pythons::Before(change) => {
            versions.iter().any(|version| *version < change) && versions.iter().any(|version| *version >= change)
        }
        Pythons::At(_) | Pythons::Other => false,
    };
    let off = |finding: &Finding| match &finding.let_off {
        Some(off) => matches!(off.doubt, Doubt::Version(pythons) if spans(pythons)),
        None => false,
    };
    let differs = |finding: &Finding| finding.verdict == Verdict::Fails || off(finding);
    if same && findings.iter().all(|(_, finding)| differs(finding)) {
        let let_off = findings.iter_mut().filter(|(_, finding)| off(finding));
        let_off.for_each(|(_, finding)| finding.no_longer_let_off());
    }
}
