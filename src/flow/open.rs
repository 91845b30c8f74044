//! One document from its first job to its report. Each unit is judged as soon as it was observed on every interpreter, and
//! looked at again where a claim fails; what was observed is then let go.

use std::collections::{BTreeSet, HashMap};

use super::{Prepared, Setup};
use crate::judge::{self, BlockRun, Judgement, Rules, Run, Verdict};
use crate::plan::{self, Plan};
use crate::report::build;
use crate::report::model::DocumentReport;
use crate::run;
use crate::wire::{Enforced, Interpreter, Job, Observation};

/// The hash seed of the first look is fixed, so that the same input gives the same report. The others are those of further
/// looks at what failed: what comes out differently from run to run can't be held against the text. A set of two comes
/// out in the same order in every second run.
const SEEDS: [u32; 5] = [0, 4_242, 1, 77, 1_000_003];

/// The hash seed of a look. Those beyond the table are as many as are asked for.
pub fn seed(look: usize) -> u32 {
    SEEDS.get(look).copied().unwrap_or_else(|| u32::try_from(look).unwrap_or(u32::MAX))
}

/// A document under way.
pub struct Open {
    /// As it was prepared.
    pub prepared: Prepared,
    /// By the places of their units.
    turns: HashMap<usize, Turn>,
    /// Which units are done, and how many are not.
    done: Vec<bool>,
    left: usize,
    judgements: Vec<Judgement>,
    runs: Vec<BlockRun>,
    uses: Vec<(usize, Vec<usize>)>,
    /// What its report rests on.
    evidence: Evidence,
}

/// What a report rests on, beside the document and the terms of its run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Whether another run would show the same.
    pub lasting: bool,
    /// The files that the document was prepared from, besides itself.
    pub reads: Vec<String>,
    /// For each interpreter the files of modules that were imported, the standard library's left out.
    pub loaded: Vec<BTreeSet<String>>,
    /// For each interpreter what held in its workers; `None` where nothing ran on it.
    pub enforced: Vec<Option<Enforced>>,
}

/// What a document came to.
pub struct Judged<'a> {
    pub prepared: &'a Prepared,
    pub judgements: &'a [Judgement],
    pub runs: &'a [BlockRun],
}

/// A unit that is being looked at.
#[derive(Default)]
struct Turn {
    /// Its plan alone; made when the first job of a look is asked for.
    plan: Option<Plan>,
    /// For each interpreter.
    seen: Vec<Option<Observation>>,
    awaited: usize,
    /// What the looks before this one came to.
    verdicts: Option<Verdicts>,
    /// The longest run so far, microseconds.
    longest: u64,
}

type Verdicts = (Vec<Judgement>, Vec<BlockRun>);

/// One look at a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The place of the unit.
    pub at: usize,
    /// From 0; each has its own [`seed`].
    pub number: usize,
}

/// What becomes of a unit after an answer.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// Other interpreters have not answered yet.
    Wait,
    /// Another look is needed. Its runs took no longer than so many microseconds.
    Again(u64),
    /// It is done.
    Done,
}

impl Open {
    /// Nothing has been looked at.
    pub fn new(prepared: Prepared) -> Self {
        let left = prepared.units.len();
        let (judgements, runs, uses) = Default::default();
        let reads = prepared.reads.clone();
        let evidence = Evidence { lasting: true, reads, loaded: Vec::new(), enforced: Vec::new() };
        Self { prepared, turns: HashMap::new(), done: vec![false; left], left, judgements, runs, uses, evidence }
    }

    /// Whether everything in it is done.
    pub fn is_done(&self) -> bool {
        self.left == 0
    }

    /// The interpreters that a unit can run on, by their indices.
    pub fn able<'a>(&'a self, at: usize, interpreters: &'a [Interpreter]) -> impl Iterator<Item = usize> + use<'a> {
        let able = interpreters.iter().enumerate();
        able.filter(move |(_, one)| self.prepared.runs_on(self.prepared.units[at], one.minor)).map(|(index, _)| index)
    }

    /// Begins a look at a unit, which so many interpreters will answer.
    pub fn begin(&mut self, at: usize, awaited: usize, interpreters: usize) {
        let turn = self.turns.entry(at).or_default();
        turn.awaited = awaited;
        turn.seen = vec![None; interpreters];
    }

    /// The job of a unit that has been begun, and whether another run of it would show the same.
    pub fn job(&mut self, at: usize) -> Option<(Job, bool)> {
        let turn = self.turns.get_mut(&at)?;
        let plan = turn.plan.get_or_insert_with(|| alone(&self.prepared, at));
        let planned = plan.jobs.first()?;
        let claims = planned.checks.iter().map(|check| &self.prepared.claims[check.claim]);
        let lasting = plan::is_lasting(&planned.job, claims);
        self.evidence.lasting &= lasting;
        Some((planned.job.clone(), lasting))
    }

    /// Takes an answer in.
    pub fn take(
        &mut self,
        look: Look,
        interpreter: usize,
        seen: &Observation,
        enforced: Option<&Enforced>,
        setup: &Setup,
    ) -> Next {
        let at = look.at;
        let Some(turn) = self.turns.get_mut(&at) else { return Next::Wait };
        turn.longest = turn.longest.max(seen.usage.wall_us);
        self.evidence.add(interpreter, seen, enforced, setup.interpreters.len());
        turn.seen[interpreter] = Some(seen.clone());
        turn.awaited -= 1;
        if turn.awaited > 0 {
            return Next::Wait;
        }
        self.judge(look, setup);
        match self.turns.get(&at) {
            Some(turn) if look.number < setup.repeat => Next::Again(turn.longest),
            Some(turn) if look.number + 1 < SEEDS.len() && turn.is_failing() => Next::Again(turn.longest),
            _ => {
                self.finish(at, setup);
                Next::Done
            }
        }
    }

    /// Judges what was seen in a look, and lets it go.
    fn judge(&mut self, look: Look, setup: &Setup) {
        let turn = self.turns.entry(look.at).or_default();
        let plan = turn.plan.take().unwrap_or_else(|| alone(&self.prepared, look.at));
        turn.seen.resize(setup.interpreters.len(), None);
        let seen = std::mem::take(&mut turn.seen);
        let off = self.prepared.rules_off.as_ref().unwrap_or(&setup.rules_off);
        let runs: Vec<Run<'_>> = setup.interpreters.iter().zip(&seen).map(|seen| run(seen, off)).collect();
        let (judgements, runs) = judge::judge(&self.prepared.claims, &plan, &runs);
        match &mut turn.verdicts {
            None => {
                turn.verdicts = Some((judgements, runs));
                let planned = plan.jobs.into_iter().next();
                self.uses.extend(planned.and_then(|planned| Some((planned.block?, planned.uses))));
            }
            Some((first, ran)) => {
                let looked_at: BTreeSet<usize> =
                    plan.jobs.iter().flat_map(|planned| &planned.checks).map(|check| check.claim).collect();
                judge::settle(first, (&judgements, &runs), &looked_at);
                judge::settle_ends(ran, &runs);
                if look.number <= setup.repeat {
                    judge::compare((first, ran), (&judgements, &runs), &looked_at);
                }
            }
        }
    }

    /// Closes a unit with what is known of it.
    pub fn finish(&mut self, at: usize, setup: &Setup) {
        if self.turns.get(&at).is_none_or(|turn| turn.verdicts.is_none()) {
            self.judge(Look { at, number: 0 }, setup);
        }
        if let Some((judgements, runs)) = self.turns.remove(&at).and_then(|turn| turn.verdicts) {
            self.judgements.extend(judgements);
            self.runs.extend(runs);
        }
        self.done[at] = true;
        self.left -= 1;
    }

    /// Closes whatever is not done, because the run was interrupted.
    pub fn finish_all(&mut self, setup: &Setup) {
        self.evidence.lasting = false;
        for at in 0..self.done.len() {
            if !self.done[at] {
                self.finish(at, setup);
            }
        }
    }

    /// The verdicts, in the order of the claims where the report was made.
    pub fn judged(&self) -> Judged<'_> {
        Judged { prepared: &self.prepared, judgements: &self.judgements, runs: &self.runs }
    }

    /// What the report rests on.
    pub fn evidence(&self) -> &Evidence {
        &self.evidence
    }

    /// The report.
    pub fn report(&mut self) -> DocumentReport {
        self.judgements.sort_by_key(|judgement| judgement.claim);
        self.runs.sort_by_key(|run| run.block);
        self.uses.sort_by_key(|(block, _)| *block);
        let report = build::document(build::Judged {
            document: &self.prepared.document,
            sha256: &self.prepared.sha256,
            claims: &self.prepared.claims,
            blocks: &self.uses,
            judgements: &self.judgements,
            runs: &self.runs,
            directives: self.prepared.directives(),
        });
        DocumentReport { fail_on: self.prepared.fail_on, ..report }
    }
}

impl Evidence {
    /// Takes an observation in. Without a word about its worker nothing is known of what it was kept from.
    fn add(&mut self, interpreter: usize, seen: &Observation, enforced: Option<&Enforced>, interpreters: usize) {
        self.loaded.resize(interpreters, BTreeSet::new());
        self.loaded[interpreter].extend(seen.loaded.iter().cloned());
        self.enforced.resize(interpreters, None);
        self.enforced[interpreter] = enforced.cloned();
        self.lasting &= enforced.is_some_and(|enforced| run::is_lasting(seen, enforced.level));
    }
}

impl Turn {
    fn is_failing(&self) -> bool {
        let fails = |judgement: &Judgement| matches!(judgement.verdict, Verdict::Fails | Verdict::Varies);
        let known = self.verdicts.as_ref();
        known.is_some_and(|(judgements, runs)| judgements.iter().any(fails) || runs.iter().any(|run| run.finding))
    }
}

fn alone(prepared: &Prepared, at: usize) -> Plan {
    Plan { jobs: vec![prepared.plan(prepared.units[at])] }
}

fn run<'a>((interpreter, observation): (&'a Interpreter, &'a Option<Observation>), off: &'a Rules) -> Run<'a> {
    let observations = std::slice::from_ref(observation);
    Run { interpreter: &interpreter.id, version: interpreter.minor, off, observations }
}
