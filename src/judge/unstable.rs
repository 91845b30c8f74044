//! Results that come out differently when the same code runs again.

use std::collections::BTreeSet;

use super::compare::{same_but_for_order, without_addresses};
use super::{BlockRun, ClaimResult, Judgement, Limit, Outcome, Shown, Verdict};

/// Takes the failure back from claims whose result was another in a further run. `looked_at`: the claims whose code ran
/// again. What was not seen there says nothing, where a limit ended that run.
pub fn settle(judgements: &mut [Judgement], (second, again): (&[Judgement], &[BlockRun]), looked_at: &BTreeSet<usize>) {
    let cut_off =
        |result: &ClaimResult| again.iter().any(|run| run.interpreter == result.interpreter && !says_something(run));
    let failing = judgements.iter_mut().filter(|j| matches!(j.verdict, Verdict::Fails | Verdict::Varies));
    for judgement in failing.filter(|judgement| looked_at.contains(&judgement.claim)) {
        let again = second.iter().find(|other| other.claim == judgement.claim);
        for result in judgement.results.iter_mut().filter(|result| result.verdict == Verdict::Fails) {
            let results = again.iter().flat_map(|again| &again.results);
            let other = results.into_iter().find(|other| other.interpreter == result.interpreter);
            // A text that the further run did not even take for a claim gave something else, too.
            let another = other.is_none_or(|other| differs(result, other));
            let unseen = other.is_none_or(|other| other.verdict == Verdict::Undecidable) && cut_off(result);
            if another && !unseen {
                take_back(result);
            }
        }
        judgement.verdict = overall(&judgement.results);
    }
}

/// Takes the finding back from blocks that ended in another way in a further run: what is not raised every time cannot
/// be held against the text.
pub fn settle_ends(runs: &mut [BlockRun], again: &[BlockRun]) {
    for run in runs.iter_mut().filter(|run| run.finding) {
        let same = |other: &&BlockRun| (other.block, &other.interpreter) == (run.block, &run.interpreter);
        if let Some(other) =
            again.iter().find(same).filter(|other| says_something(other) && other.outcome != run.outcome)
        {
            compare_ends(run, other);
        }
    }
}

/// Takes back also what holds here, and does not in a further run that was asked for; and marks the blocks that printed
/// something else there, or ended in another way. `looked_at` as for [`settle`].
pub fn compare(
    (judgements, runs): (&mut [Judgement], &mut [BlockRun]),
    (second, again): (&[Judgement], &[BlockRun]),
    looked_at: &BTreeSet<usize>,
) {
    let complete = again.iter().all(says_something);
    for judgement in judgements.iter_mut().filter(|judgement| looked_at.contains(&judgement.claim)) {
        match second.iter().find(|other| other.claim == judgement.claim) {
            Some(other) => doubt(judgement, |result| other.results.iter().any(|other| is_refuted(result, other))),
            // The further run did not even take it for a claim.
            None => doubt(judgement, |_| complete),
        }
    }
    for run in runs {
        let same = |other: &&BlockRun| (other.block, &other.interpreter) == (run.block, &run.interpreter);
        if let Some(other) = again.iter().find(same).filter(|other| says_something(other)) {
            compare_ends(run, other);
        }
    }
}

/// Takes back what holds, and is `refuted`.
fn doubt(judgement: &mut Judgement, refuted: impl Fn(&ClaimResult) -> bool) {
    let holding = judgement.results.iter_mut().filter(|result| result.verdict == Verdict::Holds);
    let doubted: Vec<&mut ClaimResult> = holding.filter(|result| refuted(result)).collect();
    if doubted.is_empty() {
        return;
    }
    doubted.into_iter().for_each(take_back);
    judgement.verdict = overall(&judgement.results);
    if judgement.verdict == Verdict::Undecidable {
        judgement.rules.clear();
    }
}

/// What was not seen in the further run says nothing.
fn is_refuted(held: &ClaimResult, other: &ClaimResult) -> bool {
    other.interpreter == held.interpreter && other.verdict != Verdict::Holds && !other.actual.is_empty()
}

fn compare_ends(run: &mut BlockRun, other: &BlockRun) {
    let ends_otherwise = run.outcome != other.outcome;
    run.unstable |= ends_otherwise || run.stdout != other.stdout;
    mark_shown(&mut run.shown, &other.shown);
    // An exception of some runs only cannot be held against the text.
    run.finding &= !ends_otherwise;
}

/// Marks what a statement showed in one of the runs only.
fn mark_shown(shown: &mut [Shown], again: &[Shown]) {
    let same = |one: &Shown, other: &Shown| {
        (one.line, one.raised) == (other.line, other.raised)
            && without_addresses(&one.text) == without_addresses(&other.text)
    };
    for (at, one) in shown.iter_mut().enumerate() {
        one.unstable |= !again.get(at).is_some_and(|other| same(one, other));
    }
}

/// Whether a run came to an end of its own; a limit, or a worker that died, may be of that run alone.
fn says_something(run: &BlockRun) -> bool {
    !matches!(run.outcome, Outcome::WorkerLost | Outcome::Skipped) && Limit::of_outcome(run.outcome).is_none()
}

fn take_back(result: &mut ClaimResult) {
    result.verdict = Verdict::Undecidable;
    result.reason = "unstable: it comes out differently from run to run".into();
}

fn differs(first: &ClaimResult, second: &ClaimResult) -> bool {
    let (one, other) = (without_addresses(&first.actual), without_addresses(&second.actual));
    // A set comes out in any order, and the claim agreed with none.
    let same = one == other || same_but_for_order(&one, &other);
    !same || first.verdict != second.verdict
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
        let (interpreter, reason) = ("3.11".into(), String::new());
        let result = ClaimResult { interpreter, verdict, actual: actual.into(), reason, came: None };
        Judgement {
            excused: false,
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
        let mut first = [judgement(Verdict::Fails, "['a', 'b']")];
        settle(&mut first, (&[judgement(Verdict::Fails, "['b', 'a']")], &[]), &BTreeSet::from([0]));
        assert_eq!(first[0].verdict, Verdict::Undecidable);
    }

    #[test]
    fn a_failure_that_stays_is_one() {
        for (one, other) in [("5", "5"), ("{'a', 'b'}", "{'b', 'a'}")] {
            let mut first = [judgement(Verdict::Fails, one)];
            settle(&mut first, (&[judgement(Verdict::Fails, other)], &[]), &BTreeSet::from([0]));
            assert_eq!(first[0].verdict, Verdict::Fails);
        }
    }

    fn block_run(outcome: Outcome, stdout: &str) -> BlockRun {
        BlockRun {
            block: 0,
            interpreter: "3.11".into(),
            outcome,
            detail: String::new(),
            line: 0,
            traceback: String::new(),
            finding: outcome == Outcome::Raised,
            stdout: stdout.into(),
            stderr: String::new(),
            effects: Vec::new(),
            unstable: false,
            shown: Vec::new(),
        }
    }

    #[test]
    fn a_further_run_that_was_cut_off_takes_nothing_back() {
        let check = |again: &[Judgement], outcome: Outcome, expect: Verdict| {
            let mut first = [judgement(Verdict::Fails, "5")];
            settle(&mut first, (again, &[block_run(outcome, "")]), &BTreeSet::from([0]));
            assert_eq!(first[0].verdict, expect, "{again:?} {outcome:?}");
        };
        check(&[judgement(Verdict::Undecidable, "")], Outcome::TimedOut, Verdict::Fails);
        check(&[], Outcome::OutOfMemory, Verdict::Fails);
        check(&[], Outcome::WorkerLost, Verdict::Fails);
        check(&[judgement(Verdict::Undecidable, "")], Outcome::Raised, Verdict::Undecidable);
        check(&[judgement(Verdict::Fails, "6")], Outcome::TimedOut, Verdict::Undecidable);
        check(&[judgement(Verdict::Holds, "7")], Outcome::CpuLimit, Verdict::Undecidable);
    }

    #[test]
    fn what_holds_must_hold_again() {
        let check = |again: &[Judgement], outcome: Outcome, expect: Verdict| {
            let mut first = [judgement(Verdict::Holds, "1")];
            let (mut runs, further) = ([block_run(Outcome::Ok, "")], [block_run(outcome, "")]);
            compare((&mut first, &mut runs), (again, &further), &BTreeSet::from([0]));
            assert_eq!(first[0].verdict, expect, "{again:?} {outcome:?}");
        };
        check(&[judgement(Verdict::Holds, "1.0")], Outcome::Ok, Verdict::Holds);
        check(&[judgement(Verdict::Fails, "2")], Outcome::Ok, Verdict::Undecidable);
        check(&[judgement(Verdict::Undecidable, "2")], Outcome::Ok, Verdict::Undecidable);
        check(&[judgement(Verdict::Undecidable, "")], Outcome::Raised, Verdict::Holds);
        check(&[], Outcome::Ok, Verdict::Undecidable);
        check(&[], Outcome::WorkerLost, Verdict::Holds);
    }

    #[test]
    fn a_block_that_does_something_else_is_marked() {
        let check = |first: BlockRun, again: BlockRun, expect: (bool, bool)| {
            let mut runs = [first];
            compare((&mut [], &mut runs), (&[], &[again]), &BTreeSet::new());
            assert_eq!((runs[0].unstable, runs[0].finding), expect, "{runs:?}");
        };
        let (ok, raised) = (|stdout| block_run(Outcome::Ok, stdout), |stdout| block_run(Outcome::Raised, stdout));
        check(ok("1"), ok("1"), (false, false));
        check(ok("1"), ok("2"), (true, false));
        check(ok(""), raised(""), (true, false));
        check(raised(""), ok(""), (true, false));
        check(raised(""), raised(""), (false, true));
        check(raised(""), block_run(Outcome::TimedOut, ""), (false, true));
    }

    #[test]
    fn an_exception_must_come_again() {
        let check = |outcome: Outcome, expect: bool| {
            let mut runs = [block_run(Outcome::Raised, "")];
            settle_ends(&mut runs, &[block_run(outcome, "")]);
            assert_eq!(runs[0].finding, expect, "{outcome:?}");
        };
        check(Outcome::Ok, false);
        check(Outcome::Raised, true);
        check(Outcome::TimedOut, true);
        check(Outcome::WorkerLost, true);
    }

    #[test]
    fn a_text_that_is_no_claim_in_the_next_run_did_not_fail() {
        let mut first = [judgement(Verdict::Fails, "a, b")];
        settle(&mut first, (&[], &[]), &BTreeSet::new());
        assert_eq!(first[0].verdict, Verdict::Fails);
        settle(&mut first, (&[], &[]), &BTreeSet::from([0]));
        assert_eq!(first[0].verdict, Verdict::Undecidable);
    }
}
