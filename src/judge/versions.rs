//! All interpreters together: one answer for each claim, and how each block ran.

use std::collections::{BTreeMap, BTreeSet};

use super::outcome::{self, Told};
use super::settled;
use super::tables;
use super::unstable::overall;
use super::verdict::{self, Doubt, Finding};
use super::{BlockRun, ClaimResult, Judgement, Outcome, Rule, Rules, Seen, Verdict};
use crate::claims::{Claim, Form, Kind};
use crate::plan::{Plan, Planned};
use crate::wire::Observation;

/// The observations of one document on one interpreter.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// The interpreter's id.
    pub interpreter: &'a str,
    /// Its major and minor version.
    pub version: (u32, u32),
    /// Rules by which nothing may agree.
    pub off: &'a Rules,
    /// For each job of the plan; `None` where it was held back or not run.
    pub observations: &'a [Option<Observation>],
}

/// What is found of one claim, on each interpreter with its version.
#[derive(Default)]
struct Across<'a> {
    versions: Vec<(u32, u32)>,
    findings: Vec<(&'a str, Finding)>,
}

/// Judges the claims of a document. Texts that turn out to be no claims have no judgement.
pub fn judge(claims: &[Claim], plan: &Plan, runs: &[Run<'_>]) -> (Vec<Judgement>, Vec<BlockRun>) {
    let mut findings: BTreeMap<usize, Across<'_>> = BTreeMap::new();
    let mut block_runs = Vec::new();
    for run in runs {
        for (at, planned) in plan.jobs.iter().enumerate() {
            let off = verdict::rules_off(&planned.orders, run.off);
            let observation = run.observations.get(at).and_then(Option::as_ref);
            let found = on_one(claims, planned, &Run { off: &off, ..*run }, observation);
            block_runs.extend(found.block_run);
            for (claim, finding) in found.findings {
                let across = findings.entry(claim).or_default();
                across.versions.push(run.version);
                across.findings.push((run.interpreter, finding));
            }
        }
    }
    block_runs.sort_by_key(|run| run.block);
    excuse_versions(&mut block_runs);
    let settled = findings.into_iter().map(|(claim, mut across)| {
        settled::by_versions(&across.versions, &mut across.findings);
        (claim, across.findings)
    });
    let mut findings: BTreeMap<_, _> = settled.collect();
    tables::settle(claims, &mut findings);
    let judgements = findings.into_iter().filter_map(|(claim, findings)| together(claim, &findings)).collect();
    (judgements, block_runs)
}

/// A block that runs to its end on one interpreter is not wrong where another one stumbles: it varies.
fn excuse_versions(runs: &mut [BlockRun]) {
    let fine: BTreeSet<usize> = runs.iter().filter(|run| run.outcome == Outcome::Ok).map(|run| run.block).collect();
    for run in runs.iter_mut().filter(|run| fine.contains(&run.block)) {
        run.finding = false;
    }
}

struct OnOne {
    findings: Vec<(usize, Finding)>,
    block_run: Option<BlockRun>,
}

fn on_one(claims: &[Claim], planned: &Planned, run: &Run<'_>, observation: Option<&Observation>) -> OnOne {
    let Some(observation) = observation else { return not_run(claims, planned, run) };
    let seen = seen_on(claims, planned, run, observation);
    let mut findings = verdict::judge_all(claims, &seen, run.off);
    settled::by_siblings(&mut findings, claims, planned);
    let told = Told {
        failing_lines: findings
            .iter()
            .filter(|(_, finding)| (finding.verdict == Verdict::Fails || finding.excused) && !finding.doubtful)
            .map(|(claim, _)| claims[*claim].subject_line)
            .collect(),
        failing_output: findings.iter().any(|(claim, finding)| {
            let of_block = matches!(claims[*claim].form, Form::Output | Form::Directive);
            let shows_exception = of_block && claims[*claim].kind == Kind::Raises;
            shows_exception && finding.verdict == Verdict::Fails
        }),
    };
    let block_run = planned.block.map(|block| outcome::block_run(block, run.interpreter, &seen, &told));
    OnOne { findings, block_run }
}

/// Takes a look at a run. An exception that one claim foretells is no loss to the others.
pub(super) fn seen_on<'a>(
    claims: &[Claim],
    planned: &'a Planned,
    run: &Run<'_>,
    observation: &'a Observation,
) -> Seen<'a> {
    let mut seen = Seen::new(planned, observation, run.version);
    if seen.has_raised() {
        let speaks = |claim: &&Claim| claim.kind == Kind::Raises && claim.form != Form::Prose;
        seen.speak(claims.iter().filter(speaks).map(|claim| claim.subject_line).collect());
        let foretold =
            verdict::judge_all(claims, &seen, run.off).into_iter().filter_map(|(_, finding)| finding.foretold);
        seen.foretell(foretold.collect());
    }
    seen
}

/// A block that its author holds back, that its interpreter is too old for, or that an interrupted run did not come to.
fn not_run(claims: &[Claim], planned: &Planned, run: &Run<'_>) -> OnOne {
    let held = planned.orders.held(run.version);
    let too_old = planned.requires.filter(|&required| required > run.version);
    let (reason, needs) = match (&held, too_old) {
        (Some(held), _) => (held.reason.clone(), held.needs.clone()),
        (None, Some((major, minor))) => {
            (format!("needs python:{major}.{minor}"), vec![format!("python:{major}.{minor}")])
        }
        (None, None) => ("the run was interrupted".into(), Vec::new()),
    };
    let undecided = |claim: &Claim| Finding {
        verdict: Verdict::Undecidable,
        kind: claim.kind,
        rules: Default::default(),
        actual: String::new(),
        reason: reason.clone(),
        came: None,
        needs: needs.clone(),
        foretold: None,
        whole: false,
        doubtful: claim.certainty <= crate::claims::Certainty::Possible,
        swayable: false,
        excused: held.as_ref().is_some_and(|held| held.needs.is_empty()),
        let_off: None,
    };
    let findings = planned.checks.iter().map(|check| (check.claim, undecided(&claims[check.claim]))).collect();
    let block_run = planned.block.map(|block| match (&held, too_old) {
        (Some(held), _) => outcome::skipped(block, run.interpreter, held.detail.clone()),
        (None, Some(required)) => outcome::held(block, run.interpreter, required),
        (None, None) => outcome::not_run(block, run.interpreter),
    });
    OnOne { findings, block_run }
}

/// Joins what the interpreters say; `None` where nothing shows that the text is a claim.
fn together(claim: usize, findings: &[(&str, Finding)]) -> Option<Judgement> {
    let is_claim = findings.iter().any(|(_, finding)| !finding.doubtful);
    if !is_claim {
        return None;
    }
    let holds = findings.iter().any(|(_, finding)| finding.verdict == Verdict::Holds);
    let is_shown = findings.iter().any(|(_, finding)| !finding.doubtful && finding.verdict != Verdict::Undecidable);
    let decisive = findings.iter().find(|(_, finding)| finding.verdict == Verdict::Holds).or(findings.first())?;
    let mut rules: Vec<Rule> = findings.iter().flat_map(|(_, finding)| finding.rules.iter().copied()).collect();
    rules.sort_unstable();
    rules.dedup();
    let mut needs: Vec<String> = findings.iter().flat_map(|(_, finding)| finding.needs.iter().cloned()).collect();
    needs.sort_unstable();
    needs.dedup();
    let results: Vec<ClaimResult> =
        findings.iter().map(|(interpreter, finding)| result(interpreter, finding, is_shown, holds)).collect();
    let whole = decisive.1.whole;
    let verdict = overall(&results);
    let excused = verdict == Verdict::Undecidable && findings.iter().any(|(_, finding)| finding.excused);
    Some(Judgement { claim, whole, kind: decisive.1.kind, verdict, excused, needs, rules, results })
}

/// What one interpreter says. Where none of them shows that the text is a claim, it does not fail on any. Where one of them
/// agrees, what was let off on another for a doubt that they share is a difference.
fn result(interpreter: &str, finding: &Finding, is_shown: bool, holds: bool) -> ClaimResult {
    let passed_over = finding.doubtful && !is_shown && finding.verdict == Verdict::Fails;
    let (verdict, reason) = match &finding.let_off {
        _ if passed_over => (Verdict::Undecidable, "nothing agrees, and the text need not be a claim".to_owned()),
        Some(off) if holds && !matches!(off.doubt, Doubt::Version(_)) => (Verdict::Fails, off.reason.clone()),
        _ => (finding.verdict, finding.reason.clone()),
    };
    let came = finding.came.clone().filter(|_| verdict == Verdict::Fails);
    ClaimResult { interpreter: interpreter.to_owned(), verdict, actual: finding.actual.clone(), reason, came }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::verdict::LetOff;

    fn finding(verdict: Verdict, doubtful: bool) -> Finding {
        Finding {
            verdict,
            kind: Kind::Value,
            rules: Rules::new(),
            actual: String::new(),
            reason: String::new(),
            came: None,
            needs: Vec::new(),
            foretold: None,
            whole: false,
            doubtful,
            swayable: false,
            excused: false,
            let_off: None,
        }
    }

    #[test]
    fn only_what_is_surely_a_claim_fails() {
        use Verdict::{Fails, Holds, Undecidable, Varies};
        let check = |on_each: &[(Verdict, bool)], expect: Option<Verdict>| {
            let findings: Vec<(&str, Finding)> =
                on_each.iter().map(|(verdict, doubtful)| ("3", finding(*verdict, *doubtful))).collect();
            assert_eq!(together(0, &findings).map(|judgement| judgement.verdict), expect, "{on_each:?}");
        };
        check(&[(Fails, false)], Some(Fails));
        check(&[(Fails, true)], None);
        check(&[(Fails, true), (Fails, false)], Some(Fails));
        // Agreeing anywhere makes it a claim; not having run does not.
        check(&[(Holds, false), (Fails, true)], Some(Varies));
        check(&[(Undecidable, false), (Fails, true)], Some(Undecidable));
    }

    #[test]
    fn a_doubt_that_all_share_ends_where_one_agrees() {
        use Verdict::{Holds, Undecidable, Varies};
        let check = |on_each: &[(Verdict, Option<&str>)], expect: Verdict| {
            let off = |reason: &str| LetOff { reason: reason.to_owned(), doubtful: false, doubt: Doubt::Names };
            let one = |verdict, let_off: Option<&str>| {
                ("3", Finding { let_off: let_off.map(off), ..finding(verdict, false) })
            };
            let findings: Vec<(&str, Finding)> = on_each.iter().map(|(verdict, off)| one(*verdict, *off)).collect();
            assert_eq!(together(0, &findings).map(|judgement| judgement.verdict), Some(expect), "{on_each:?}");
        };
        check(&[(Holds, None), (Undecidable, Some("differs"))], Varies);
        check(&[(Undecidable, Some("differs")), (Undecidable, Some("differs"))], Undecidable);
        check(&[(Holds, None), (Undecidable, None)], Holds);
    }
}
