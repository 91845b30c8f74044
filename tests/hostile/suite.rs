//! One level: every case on one worker, one after the other, each followed by a look at what it may have left.

use std::path::Path;

use snipcheck::extract::{self, Format};
use snipcheck::plan::{self, Outline, Plan};
use snipcheck::run::{Batch, Pool, RunError, RunEvent, RunPlan, Runner};
use snipcheck::text::Source;
use snipcheck::wire::{Enforced, Interpreter, Job, Level, Observation, Policy};

use crate::canaries::Canaries;
use crate::case::{Case, Trip};
use crate::{common, machine, verdict};

/// What the next snippet finds. Before the first case and after each one it must find the same.
const LOOK: &str = include_str!("look.py");

/// One case, planned as a document with one block.
struct Planned<'a> {
    case: &'a Case,
    plan: Plan,
}

/// An interpreter that can be protected so far, and by what; says why there is none.
pub fn interpreter_at(level: Level) -> Option<(Interpreter, Enforced)> {
    // Below the full level root becomes somebody else, who may be kept out of where root's Python lies.
    let candidates = [Some(common::interpreter()), common::python::describe("/usr/bin/python3")];
    let policy = Policy { level: Some(level), readable: Vec::new() };
    candidates.into_iter().flatten().find_map(|interpreter| {
        match snipcheck::run::probe_protection(&interpreter, &policy) {
            Ok(enforced) if enforced.level == level => Some((interpreter, enforced)),
            Ok(enforced) | Err(RunError::Protection { enforced, .. }) => {
                let (level, executable) = (level.name(), &interpreter.executable);
                println!("skipped: no {level} here with {executable}: {:?}", enforced.missing);
                None
            }
            Err(error) => panic!("{error:?}"),
        }
    })
}

/// Runs all cases of a folder that say something at a level, and fails with all that is wrong.
pub fn run(level: Level, (interpreter, enforced): &(Interpreter, Enforced), folder: &Path) {
    let cases = crate::case::read(folder);
    let cases: Vec<&Case> = cases.iter().filter(|case| case.is_for(level) && is_decided(case, enforced)).collect();
    // Canaries that are touched on purpose are of no more use.
    let each = if level == Level::None { 1 } else { cases.len() };
    let wrong: Vec<String> = cases.chunks(each).flat_map(|cases| on_one_worker(level, interpreter, cases)).collect();
    assert!(wrong.is_empty(), "{}, {} cases:\n{}", level.name(), cases.len(), wrong.join("\n"));
    println!("{}: {} cases", level.name(), cases.len());
}

/// Whether a level says something about a case on this machine; says so where it does not.
fn is_decided(case: &Case, enforced: &Enforced) -> bool {
    let lacks = case.needs(enforced.level).filter(|needed| !enforced.enforced.iter().any(|name| name == needed));
    if let Some(needed) = lacks {
        println!("skipped: {} at {}: no {needed}: {:?}", case.name, enforced.level.name(), enforced.missing);
    }
    lacks.is_none()
}

/// Runs cases one after the other; gives all that is wrong.
fn on_one_worker(level: Level, interpreter: &Interpreter, cases: &[&Case]) -> Vec<String> {
    let canaries = Canaries::new(level.name());
    let told = canaries.told();
    let planned: Vec<Planned<'_>> = cases.iter().map(|case| Planned::new(case, &told)).collect();
    let plan = run_plan(level, &planned, interpreter, canaries.visible());
    let known = machine::descendants();
    let mut watch =
        Watch { level, interpreter, planned: &planned, canaries, last_look: None, known, wrong: Vec::new() };
    let log = Pool.run(&plan, &mut |event| {
        if let RunEvent::Observed { observation, .. } = event {
            watch.hear(observation);
        }
    });
    assert_eq!(log.expect("the run can be done").batches[0].enforced.as_ref().map(|known| known.level), Some(level));
    watch.close()
}

/// Looks around while a worker runs.
struct Watch<'a> {
    level: Level,
    interpreter: &'a Interpreter,
    planned: &'a [Planned<'a>],
    canaries: Canaries,
    last_look: Option<String>,
    /// Processes that were there before.
    known: Vec<u32>,
    wrong: Vec<String>,
}

impl Watch<'_> {
    /// After each job.
    fn hear(&mut self, seen: &Observation) {
        match place(seen.job) {
            Place::Case(at) => {
                let told = serde_json::to_string(seen).expect("an observation can be written");
                let touched = self.canaries.touched(&told);
                self.wrong.extend(self.planned[at].complaints(self.level, self.interpreter, seen, &touched));
            }
            Place::Look(after) => {
                let name = after.map_or("the start", |at| &self.planned[at].case.name);
                let differs = differs(&mut self.last_look, seen);
                self.wrong.extend(differs.map(|what| format!("{name}: {what}")));
                let many = machine::descendants().len().saturating_sub(self.known.len());
                self.wrong.extend((many > WORKER).then(|| format!("{name}: {many} processes of a worker")));
            }
        }
    }

    /// When the worker is gone: all that is wrong.
    fn close(mut self) -> Vec<String> {
        // Whoever empties the folders may have much to do, but must come to an end.
        let left = machine::still_there(&self.known);
        self.wrong.extend((!left.is_empty()).then(|| format!("at the end: processes are left: {left:?}")));
        let mounts = machine::leaked_mounts().into_iter();
        self.wrong.extend(mounts.map(|place| format!("at the end: a mount is left: {place}")));
        self.wrong.extend(folder_left(self.last_look.as_deref()));
        self.wrong
    }
}

/// The processes that make up a worker, at most: who stays behind to wait, the guard or the first of a namespace, and the
/// worker itself.
const WORKER: usize = 5;

/// What a job's number stands for: looks have even ones, and the case before a look the one below.
enum Place {
    Case(usize),
    Look(Option<usize>),
}

fn place(job: u64) -> Place {
    let job = usize::try_from(job).expect("a small number");
    if job.is_multiple_of(2) { Place::Look((job / 2).checked_sub(1)) } else { Place::Case(job / 2) }
}

fn run_plan(level: Level, planned: &[Planned<'_>], interpreter: &Interpreter, visible: String) -> RunPlan {
    let look = |at: usize| Job { id: at as u64 * 2, ..common::job(0, LOOK) };
    let mut jobs = vec![look(0)];
    for (at, planned) in planned.iter().enumerate() {
        jobs.push(Job { id: at as u64 * 2 + 1, ..planned.plan.jobs[0].job.clone() });
        jobs.push(look(at + 1));
    }
    RunPlan {
        batches: vec![Batch { interpreter: interpreter.clone(), jobs }],
        policy: Policy { level: Some(level), readable: vec![visible] },
        require: true,
        workers: 1,
        hash_seed: 0,
    }
}

impl<'a> Planned<'a> {
    fn new(case: &'a Case, told: &str) -> Self {
        let text = format!("~~~~~python\n{told}{}\n~~~~~\n", case.code);
        let document = extract::extract(Source::new(format!("{}.md", case.name), text), Format::Markdown);
        assert_eq!(document.blocks.len(), 1, "{}: one block", case.name);
        let modules = plan::modules(&document);
        let outline = Outline::new(&document, &modules, &[], Default::default());
        let planned = plan::plan(&document, &modules, &[], &outline, &case.limits, Some(0));
        Self { case, plan: Plan { jobs: vec![planned] } }
    }

    /// What is not as it must be.
    fn complaints(
        &self,
        level: Level,
        interpreter: &Interpreter,
        seen: &Observation,
        touched: &[String],
    ) -> Vec<String> {
        let name = &self.case.name;
        let mut found = Vec::new();
        if level > Level::None {
            let (ended, wanted) = (verdict::of(&self.plan, interpreter, seen), self.case.wants(level));
            if !wanted.contains(&ended.as_str()) {
                found.push(format!("{name}: {ended}, not {wanted:?}: {}", short(seen)));
            }
        }
        match self.case.trip(level) {
            Trip::Never => found.extend(touched.iter().map(|what| format!("{name}: {what}"))),
            Trip::Always if touched.is_empty() => found.push(format!("{name}: no canary was touched: {}", short(seen))),
            Trip::Maybe | Trip::Always => {}
        }
        found
    }
}

/// The end of what a snippet told.
fn short(seen: &Observation) -> String {
    let text = format!("{seen:?}");
    let start = text.char_indices().rev().nth(1_500).map_or(0, |(at, _)| at);
    format!("{:?} … {}", seen.ended, &text[start..])
}

/// What the next snippet found otherwise than the one before.
fn differs(last: &mut Option<String>, seen: &Observation) -> Option<String> {
    let found = &seen.stdout;
    if found.trim().is_empty() {
        return Some(format!("the next snippet says nothing: {}", short(seen)));
    }
    let before = last.replace(found.clone())?;
    let changed = before.lines().zip(found.lines()).filter(|(before, now)| before != now);
    let told: Vec<String> = changed.map(|(before, now)| format!("{now}, not {before}")).collect();
    (before != *found).then(|| format!("the next snippet found {}", told.join("; ")))
}

/// The folder of the worker, where it lies on the machine.
fn folder_left(look: Option<&str>) -> Option<String> {
    let folder = look?.lines().find_map(|line| line.strip_prefix("folder "))?;
    let ours = Path::new(folder).parent()?;
    let left = ours.starts_with("/tmp") && ours.exists();
    left.then(|| format!("at the end: {} is left", ours.display()))
}
