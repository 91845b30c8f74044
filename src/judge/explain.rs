//! How a claim was judged: each of its readings, what was seen, and the verdict. For the author who doubts it.

use super::seen::{Evaluated, Hit, Seen};
use super::verdict::Finding;
use super::versions::{Run, seen_on};
use super::{Rule, Verdict, outcome, verdict};
use crate::claims::{Claim, Reading};
use crate::plan::{Check, Planned};
use crate::wire::{Observation, Raised, Value};

/// How a claim was judged on one interpreter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// Index into the document's claims.
    pub claim: usize,
    /// For each of its readings, in their order.
    pub readings: Vec<Tried>,
    /// Each time that its statement ran.
    pub sights: Vec<Sight>,
    /// What came of it.
    pub verdict: Verdict,
    /// The rule by which the text was taken for a claim, where its own words do not tell.
    pub by: Option<Rule>,
    /// Why it is undecidable, or in what it differs.
    pub reason: String,
    /// Whether the text was taken for no claim in the end, since nothing agrees and it need not be one.
    pub dropped: bool,
}

/// A reading held against a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// The rules by which it agrees; `None` where it does not.
    pub agrees: Option<Vec<Rule>>,
    /// What its own expression gave, where it has one that was evaluated.
    pub sight: Option<Sight>,
}

/// What could be seen of a statement or an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// What it printed.
    pub stdout: String,
    /// Its value, as `repr` writes it.
    pub value: Option<String>,
    /// The exception that left it.
    pub raised: Option<String>,
}

/// Judges the claims of a planned job once more, and keeps what led to each verdict.
pub fn explain(claims: &[Claim], planned: &Planned, run: &Run<'_>, observation: &Observation) -> Vec<Explained> {
    let off = verdict::rules_off(&planned.orders, run.off);
    let run = &Run { off: &off, ..*run };
    let seen = seen_on(claims, planned, run, observation);
    let found = verdict::judge_all(claims, &seen, run.off).into_iter().map(|(_, finding)| finding);
    planned.checks.iter().zip(found).map(|(check, found)| one(&claims[check.claim], check, &seen, found)).collect()
}

fn one(claim: &Claim, check: &Check, seen: &Seen<'_>, found: Finding) -> Explained {
    let readings = claim.readings.iter().enumerate();
    let tried = readings.map(|(at, reading)| tried(claim, check, seen, at, reading)).collect();
    let mut sights: Vec<Sight> = seen.hits(check, claim.subject_line).iter().map(of_hit).collect();
    if claim.readings.iter().any(|reading| matches!(reading, Reading::BlockStdout(_))) {
        sights = vec![Sight { stdout: seen.block_stdout().to_owned(), value: None, raised: None }];
    }
    let dropped = found.doubtful && found.verdict != Verdict::Holds;
    let by = found.rules.iter().copied().find(|rule| rule.makes_a_claim());
    Explained { claim: check.claim, readings: tried, sights, verdict: found.verdict, by, reason: found.reason, dropped }
}

fn tried(claim: &Claim, check: &Check, seen: &Seen<'_>, at: usize, reading: &Reading) -> Tried {
    let agrees = verdict::agreement(claim, check, seen, at, reading);
    let sight = seen.evaluated(check, at).first().map(of_evaluated);
    Tried { agrees: agrees.map(|rules| rules.into_iter().collect()), sight }
}

fn of_hit(hit: &Hit<'_>) -> Sight {
    sight(hit.stdout, hit.value, hit.raised)
}

fn of_evaluated(evaluated: &Evaluated<'_>) -> Sight {
    sight(evaluated.stdout, evaluated.value, evaluated.raised)
}

fn sight(stdout: &str, value: Option<&Value>, raised: Option<&Raised>) -> Sight {
    Sight {
        stdout: stdout.to_owned(),
        value: value.map(|value| value.repr.clone()),
        raised: raised.map(outcome::summary),
    }
}
