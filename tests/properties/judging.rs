//! What holds of the verdicts, whatever a worker says it has seen.
//!
//! The bytes are read as observations of the shipped documents: where a worker would have to name a probe, a line or a
//! text, it is mostly one that the plan knows, so that the rules are reached.

use std::path::Path;

use arbitrary::{Result, Unstructured};
use snipcheck::claims::Form;
use snipcheck::discover::documents;
use snipcheck::flow::{self, Prepared, Setup};
use snipcheck::judge::Verdict;
use snipcheck::plan::Planned;
use snipcheck::report::model::ClaimReport;
use snipcheck::wire::{Effect, Ended, Event, Interpreter, Limits, Observation, Policy, Raised, Range, Usage, Value};

use super::answers::{self, Answers};
use super::{frames, reports};

/// The documents that observations are made up for.
pub struct Documents(Vec<Prepared>);

impl Documents {
    /// Reads and plans what is in a folder.
    pub fn read(folder: &Path) -> Self {
        let found = documents::find(&[folder.to_owned()], None);
        let read = found.documents.iter().map(|path| documents::read(path).expect("it can be read"));
        let prepared: Vec<_> = read.map(|loaded| flow::prepare(loaded, &Limits::default(), &|_| true)).collect();
        assert!(!prepared.is_empty(), "there are no documents in {}", folder.display());
        Self(prepared)
    }
}

/// Judges a document by the observations that the bytes stand for.
pub fn check(documents: &Documents, data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let prepared = &documents.0[bytes.choose_index(documents.0.len()).unwrap_or(0)];
    let inventor = Inventor { prepared };
    let planned = prepared.units.iter().map(|unit| prepared.plan(*unit));
    let observed = planned
        .filter_map(|planned| Some((answers::line(&planned.job), inventor.observation(&mut bytes, &planned).ok()?)));
    let answers = Answers(observed.collect());
    // What a worker says comes through a frame.
    for observation in answers.0.values() {
        frames::check(&serde_json::to_vec(observation).expect("an observation can be written"));
    }
    check_verdicts(prepared, &answers);
}

fn check_verdicts(prepared: &Prepared, answers: &Answers) {
    let judged = || {
        let documents = std::slice::from_ref(prepared);
        flow::check(documents, Vec::new(), &setup(), &mut answers.clone(), &mut || {}).expect("answers are at hand")
    };
    let report = judged();
    assert_eq!(report, judged(), "the same observations give the same verdicts");
    reports::check_report(&report, &prepared.document.source.text);
    let blocks = &report.documents[0].blocks;
    assert_eq!(blocks.len(), prepared.document.blocks.len());
    for (block, extracted) in blocks.iter().zip(&prepared.document.blocks) {
        let lost = !answers.0.contains_key(&u32::try_from(extracted.start_line).ok());
        assert_eq!(block.runs.len(), 1, "each block has one run");
        let decided = block.claims.iter().filter(|claim| claim.verdict != Verdict::Undecidable && !is_malformed(claim));
        let decided = decided.count();
        assert!(!lost || decided == 0, "nothing was seen, and something was decided: {block:?}");
    }
}

/// A pin that is no expression is wrong whatever is seen.
fn is_malformed(claim: &ClaimReport) -> bool {
    claim.form == Form::Pin && claim.results.iter().all(|result| result.reason == "no expression")
}

fn setup() -> Setup {
    let none = String::new;
    let interpreter = Interpreter {
        id: "3.13".into(),
        implementation: "CPython".into(),
        version: "3.13.0".into(),
        minor: (3, 13),
        executable: none(),
        prefix: none(),
        exec_prefix: none(),
        base_prefix: none(),
        base_exec_prefix: none(),
        path: Vec::new(),
    };
    let policy = Policy { level: None, readable: Vec::new() };
    Setup {
        interpreters: vec![interpreter],
        policy,
        require: false,
        workers: 1,
        rules_off: Default::default(),
        repeat: 0,
    }
}

/// Makes up what a worker may say about a document.
struct Inventor<'a> {
    prepared: &'a Prepared,
}

impl Inventor<'_> {
    /// None where the bytes are used up: that job was never answered.
    fn observation(&self, bytes: &mut Unstructured<'_>, job: &Planned) -> Result<Observation> {
        if bytes.is_empty() {
            return Err(arbitrary::Error::NotEnoughData);
        }
        let stdout = self.text(bytes)?;
        let count = bytes.int_in_range(0..=12)?;
        let events = (0..count).map(|_| self.event(bytes, job, stdout.len())).collect::<Result<_>>()?;
        let effect = |bytes: &mut Unstructured<'_>| {
            Ok(Effect { what: self.text(bytes)?, detail: self.text(bytes)?, answer: "contained".into() })
        };
        Ok(Observation {
            job: job.job.id,
            ended: self.ended(bytes)?,
            stderr: self.text(bytes)?,
            output_cut: bytes.arbitrary()?,
            events,
            effects: if bytes.ratio(1, 8)? { vec![effect(bytes)?] } else { Vec::new() },
            usage: Usage::default(),
            loaded: Vec::new(),
            stdout,
        })
    }

    fn ended(&self, bytes: &mut Unstructured<'_>) -> Result<Ended> {
        Ok(match bytes.int_in_range(0..=15)? {
            0 => Ended::Exit(bytes.arbitrary()?),
            1 => Ended::Signal(bytes.arbitrary()?),
            2 => Ended::TimedOut,
            3 => Ended::CpuLimit,
            4 => Ended::OutOfMemory,
            5 => Ended::OutputLimit,
            6 => Ended::Lost(self.text(bytes)?),
            _ => Ended::Finished,
        })
    }

    fn event(&self, bytes: &mut Unstructured<'_>, job: &Planned, printed: usize) -> Result<Event> {
        let probe = small(bytes, job.job.probes.len())?;
        let part = small(bytes, job.job.parts.len())?;
        let (line, turn) = (self.line(bytes, job)?, small(bytes, 3)?);
        let stdout = Range { start: offset(bytes, printed)?, end: offset(bytes, printed)? };
        let value = if bytes.arbitrary()? { Some(self.value(bytes)?) } else { None };
        let raised = if bytes.ratio(1, 3)? { Some(self.raised(bytes, job)?) } else { None };
        Ok(match bytes.int_in_range(0..=9)? {
            0..=2 => Event::Hit { probe, turn, stdout, value, raised, took_us: bytes.arbitrary()? },
            3..=5 => Event::Statement { part, line, stdout, value, raised },
            6 => Event::Member { probe, value: self.value(bytes)? },
            7 => Event::Expr { probe, expr: small(bytes, 3)?, turn, stdout, value, raised },
            8 => Event::Refused { part, line, raised: self.raised(bytes, job)? },
            _ => Event::Done,
        })
    }

    fn value(&self, bytes: &mut Unstructured<'_>) -> Result<Value> {
        Ok(Value {
            repr: self.text(bytes)?,
            text: if bytes.arbitrary()? { Some(self.text(bytes)?) } else { None },
            cut: bytes.ratio(1, 8)?,
            type_name: (*bytes.choose(&["int", "str", "list", "set", "type", "NoneType", ""])?).into(),
            identity: u64::from(small(bytes, 3)?),
            name: if bytes.ratio(1, 4)? { Some(self.text(bytes)?) } else { None },
        })
    }

    fn raised(&self, bytes: &mut Unstructured<'_>, job: &Planned) -> Result<Raised> {
        const NAMES: [&str; 9] = [
            "ValueError",
            "TypeError",
            "NameError",
            "ModuleNotFoundError",
            "FileNotFoundError",
            "OSError",
            "SyntaxError",
            "SystemExit",
            "",
        ];
        let type_name = (*bytes.choose(&NAMES)?).to_owned();
        Ok(Raised {
            bases: vec![type_name.clone(), "Exception".into()],
            type_name,
            message: self.text(bytes)?,
            line: self.line(bytes, job)?,
            traceback: self.text(bytes)?,
            missing: if bytes.arbitrary()? { Some(self.text(bytes)?) } else { None },
            errno: if bytes.ratio(1, 4)? { Some(bytes.int_in_range(0..=120)?) } else { None },
        })
    }

    /// Mostly a line that a claim of the job speaks of.
    fn line(&self, bytes: &mut Unstructured<'_>, job: &Planned) -> Result<u32> {
        if job.checks.is_empty() || bytes.ratio(1, 8)? {
            return bytes.arbitrary();
        }
        let check = bytes.choose(&job.checks)?;
        Ok(u32::try_from(self.prepared.claims[check.claim].subject_line).unwrap_or(0))
    }

    /// Mostly a text that some claim has, perhaps with something behind it.
    fn text(&self, bytes: &mut Unstructured<'_>) -> Result<String> {
        let mut text = String::new();
        if !self.prepared.claims.is_empty() && bytes.ratio(2, 3)? {
            text.push_str(&bytes.choose(&self.prepared.claims)?.claimed);
        }
        if bytes.ratio(1, 2)? {
            let length = bytes.int_in_range(0..=24)?.min(bytes.len());
            text.push_str(&String::from_utf8_lossy(bytes.bytes(length)?));
        }
        Ok(text)
    }
}

/// A number that is mostly below `count`.
fn small(bytes: &mut Unstructured<'_>, count: usize) -> Result<u32> {
    if bytes.ratio(1, 16)? { bytes.arbitrary() } else { bytes.int_in_range(0..=u32::try_from(count).unwrap_or(0)) }
}

/// A place in the output, mostly.
fn offset(bytes: &mut Unstructured<'_>, length: usize) -> Result<u64> {
    if bytes.ratio(1, 16)? { bytes.arbitrary() } else { bytes.int_in_range(0..=length as u64) }
}
