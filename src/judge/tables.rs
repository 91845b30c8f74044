//! Tables whose rows show that they hold results: where most of them agree, a row that does not is a claim as well.
//!
//! A header may say anything. Rows that agree cannot do so by chance, and what they show of the names in them holds for the
//! row that differs.

use std::collections::BTreeMap;

use super::Verdict;
use super::verdict::Finding;
use crate::claims::Claim;

/// Rows that must agree, at least.
const FEWEST: usize = 2;

/// What each interpreter says of each claim.
type Findings<'a> = BTreeMap<usize, Vec<(&'a str, Finding)>>;

/// Makes claims of the rows that differ, where two of three agree.
pub fn settle(claims: &[Claim], findings: &mut Findings<'_>) {
    let mut tables: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for claim in findings.keys() {
        if let Some(table) = claims[*claim].table {
            tables.entry(table).or_default().push(*claim);
        }
    }
    for rows in tables.values() {
        let agree = rows.iter().filter(|row| holds(&findings[row])).count();
        if agree >= FEWEST && rows.len() > FEWEST && agree * 3 >= rows.len() * 2 {
            for row in rows {
                findings.entry(*row).or_default().iter_mut().for_each(|(_, finding)| decide(finding));
            }
        }
    }
}

fn holds(findings: &[(&str, Finding)]) -> bool {
    findings.iter().any(|(_, finding)| finding.verdict == Verdict::Holds)
}

/// A result that differs does so, whatever doubt its row alone left open.
fn decide(finding: &mut Finding) {
    let decided = finding.verdict != Verdict::Undecidable || finding.let_off.is_some();
    finding.no_longer_let_off();
    finding.doubtful &= !decided;
}
