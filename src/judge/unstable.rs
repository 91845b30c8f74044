//! Results that come out differently when the same code runs again.

use super::compare::without_addresses;
use super::{ClaimResult, Judgement, Verdict};

/// Takes the failure back from claims whose result was another in a second run.
pub fn settle(judgements: &mut [Judgement], second: &[Judgement]) {
    for judgement in judgements.iter_mut().filter(|j| matches!(j.verdict, Verdict::Fails | Verdict::Varies)) {
        // A claim that the second run did not even take for one agrees with nothing twice.
        let Some(again) = second.iter().find(|other| other.claim == judgement.claim) else { continue };
        for result in &mut judgement.results {
            let other = again.results.iter().find(|other| other.interpreter == result.interpreter);
            if let Some(other) = other.filter(|other| result.verdict == Verdict::Fails && differs(result, other)) {
                result.verdict = Verdict::Undecidable;
                result.reason = format!("unstable: another run gave {}", other.actual);
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
        Judgement { claim: 0, kind: Kind::Stdout, verdict, needs: Vec::new(), rules: Vec::new(), results: vec![result] }
    }

    #[test]
    fn a_failure_that_changes_is_taken_back() {
        let mut first = [judgement(Verdict::Fails, "{'a', 'b'}")];
        settle(&mut first, &[judgement(Verdict::Fails, "{'b', 'a'}")]);
        assert_eq!(first[0].verdict, Verdict::Undecidable);
    }

    #[test]
    fn a_failure_that_stays_is_one() {
        let mut first = [judgement(Verdict::Fails, "5")];
        settle(&mut first, &[judgement(Verdict::Fails, "5")]);
        assert_eq!(first[0].verdict, Verdict::Fails);
    }
}
