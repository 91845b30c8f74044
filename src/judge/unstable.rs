//! Results that come out differently when the same code runs again.

use std::collections::BTreeSet;

use super::compare::without_addresses;
use super::{ClaimResult, Judgement, Verdict};

/// Takes the failure back from claims whose result was another in a further run. `looked_at`: the claims whose code ran
/// again.
pub fn settle(judgements: &mut [Judgement], second: &[Judgement], looked_at: &BTreeSet<usize>) {
    let failing = judgements.iter_mut().filter(|j| matches!(j.verdict, Verdict::Fails | Verdict::Varies));
    for judgement in failing.filter(|judgement| looked_at.contains(&judgement.claim)) {
        let again = second.iter().find(|other| other.claim == judgement.claim);
        for result in judgement.results.iter_mut().filter(|result| result.verdict == Verdict::Fails) {
            let results = again.iter().flat_map(|again| &again.results);
            let other = results.into_iter().find(|other| other.interpreter == result.interpreter);
            // A text that the further run did not even take for a claim gave something else, too.
            if other.is_none_or(|other| differs(result, other)) {
                result.verdict = Verdict::Undecidable;
                result.reason = "unstable: it comes out differently from run to run".into();
            }
        }
        judgement.verdict = overall(&judgement.results);
    }
}

fn differs(first: &ClaimResult, second: &ClaimResult) -> bool {
    let shown = |result: &ClaimResult| without_addresses(&result.actual);
    shown(first) != shown(second) || first.verdict != second.verdict
}

/// One answer for all interpreters: undecided ones do not count where others decided.
pub fn overall(results: &[ClaimResult]) -> Verdict {
    let has = |verdict: Verdict| results.iter().any(|result| result.verdict == verdict);
    match (has(Verdict::Holds), has(Verdict::Fails)) {
        (true, true) => Verdict::Varies,
        (true, false) => Verdict::Holds,
        (false, true) => Verdict::Fails,
        (false, false) => Verdict::Undecidable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::Kind;

    fn judgement(verdict: Verdict, actual: &str) -> Judgement {
        let result = ClaimResult { interpreter: "3.11".into(), verdict, actual: actual.into(), reason: String::new() };
        Judgement {
            claim: 0,
            whole: false,
            kind: Kind::Stdout,
            verdict,
            needs: Vec::new(),
            rules: Vec::new(),
            results: vec![result],
        }
    }

    #[test]
    fn a_failure_that_changes_is_taken_back() {
        let mut first = [judgement(Verdict::Fails, "{'a', 'b'}")];
        settle(&mut first, &[judgement(Verdict::Fails, "{'b', 'a'}")], &BTreeSet::from([0]));
        assert_eq!(first[0].verdict, Verdict::Undecidable);
    }

    #[test]
    fn a_failure_that_stays_is_one() {
        let mut first = [judgement(Verdict::Fails, "5")];
        settle(&mut first, &[judgement(Verdict::Fails, "5")], &BTreeSet::from([0]));
        assert_eq!(first[0].verdict, Verdict::Fails);
    }

    #[test]
    fn a_text_that_is_no_claim_in_the_next_run_did_not_fail() {
        let mut first = [judgement(Verdict::Fails, "a, b")];
        settle(&mut first, &[], &BTreeSet::new());
        assert_eq!(first[0].verdict, Verdict::Fails);
        settle(&mut first, &[], &BTreeSet::from([0]));
        assert_eq!(first[0].verdict, Verdict::Undecidable);
    }
}
