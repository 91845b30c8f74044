//! Which documents are under way, and which of their jobs comes next. Only so many are open that memory stays bounded,
//! and enough of them that no worker waits.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;

use super::open::{Judged, Look, Next, Open, seed};
use super::{Incoming, Known, Prepared, Setup, Step, rank};
use crate::run::{Ground, RunEvent, Task, Work};
use crate::wire::{Enforced, Job, Observation};

/// What open documents may weigh together, bytes. One that is heavier is open alone.
const OPEN: usize = 24 << 20;
/// What a block weighs besides its text, bytes: statements, names, claims.
const BLOCK: usize = 4 << 10;
/// Jobs that are handed out and not answered, for each worker: enough for the time that it takes to prepare a document.
const HANDED_OUT: usize = 64;
/// What these may weigh, bytes.
const HANDED_OUT_BYTES: usize = 8 << 20;

/// Documents on their way from the first stage to the last.
pub struct Course<'a> {
    documents: &'a mut dyn Iterator<Item = Incoming>,
    setup: &'a Setup,
    on: &'a mut dyn FnMut(Step<'_>) -> ControlFlow<()>,
    /// Nobody wants to know more.
    stopped: bool,
    /// By their places.
    open: BTreeMap<usize, Open>,
    weights: HashMap<usize, usize>,
    weight: usize,
    taken: usize,
    /// Jobs that wait: the longest first, then in the order of their coming.
    waiting: BTreeMap<(Reverse<u32>, u64), Errand>,
    handed_out: HashMap<u64, (Errand, usize)>,
    handed_out_bytes: usize,
    /// Numbers jobs, and all that comes in order.
    count: u64,
    /// For each interpreter the weakest protection of its workers.
    enforced: Vec<Option<Enforced>>,
}

/// A job by where it comes from.
#[derive(Debug, Clone, Copy)]
struct Errand {
    document: usize,
    look: Look,
    interpreter: usize,
}

impl<'a> Course<'a> {
    /// Nothing is under way.
    pub fn new(
        documents: &'a mut dyn Iterator<Item = Incoming>,
        setup: &'a Setup,
        on: &'a mut dyn FnMut(Step<'_>) -> ControlFlow<()>,
    ) -> Self {
        Self {
            documents,
            setup,
            on,
            stopped: false,
            open: BTreeMap::new(),
            weights: HashMap::new(),
            weight: 0,
            taken: 0,
            waiting: BTreeMap::new(),
            handed_out: HashMap::new(),
            handed_out_bytes: 0,
            count: 0,
            enforced: vec![None; setup.interpreters.len()],
        }
    }

    /// Reports whatever is still open, as far as it is known; gives the weakest protection of each interpreter.
    pub fn close(mut self) -> Vec<Option<Enforced>> {
        for (place, mut open) in std::mem::take(&mut self.open) {
            open.finish_all(self.setup);
            self.tell_done(place, open);
        }
        self.enforced
    }

    /// Takes up the next document if there is one, and room for it.
    fn take_up(&mut self) -> bool {
        if self.weight >= OPEN {
            return false;
        }
        let Some(incoming) = self.documents.next() else { return false };
        let place = self.taken;
        self.taken += 1;
        let prepared = match incoming {
            Incoming::New(prepared) => *prepared,
            Incoming::Known(known) => {
                self.tell_known(place, *known);
                return !self.stopped;
            }
        };
        let weight = weight(&prepared);
        let mut open = Open::new(prepared);
        let before = self.waiting.len();
        for at in 0..open.prepared.units.len() {
            let rank = open.prepared.units[at]
                .map_or(0, |block| rank::of_code(&open.prepared.document.blocks[block].code.text));
            self.begin(place, &mut open, Look { at, number: 0 }, rank);
        }
        self.tell(Step::Planned((self.waiting.len() - before) * (1 + self.setup.repeat)));
        if open.is_done() {
            self.tell_done(place, open);
        } else {
            self.open.insert(place, open);
            self.weights.insert(place, weight);
            self.weight += weight;
        }
        true
    }

    /// Puts a look at a unit on the list, for each interpreter that can run it. Where none can it is done.
    fn begin(&mut self, document: usize, open: &mut Open, look: Look, rank: u32) {
        let able: Vec<usize> = open.able(look.at, &self.setup.interpreters).collect();
        if able.is_empty() {
            return open.finish(look.at, self.setup);
        }
        open.begin(look.at, able.len(), self.setup.interpreters.len());
        for interpreter in able {
            self.count += 1;
            self.waiting.insert((Reverse(rank), self.count), Errand { document, look, interpreter });
        }
    }

    /// An answer, and what follows from it.
    fn answered(&mut self, observation: &Observation) {
        let Some((errand, bytes)) = self.handed_out.remove(&observation.job) else { return };
        self.handed_out_bytes -= bytes;
        if errand.look.number <= self.setup.repeat {
            self.tell(Step::Ended);
        }
        let Some(mut open) = self.open.remove(&errand.document) else { return };
        let enforced = self.enforced[errand.interpreter].as_ref();
        match open.take(errand.look, errand.interpreter, observation, enforced, self.setup) {
            Next::Wait => {}
            Next::Again(longest) => {
                let look = Look { number: errand.look.number + 1, ..errand.look };
                self.begin(errand.document, &mut open, look, rank::of_duration(longest));
            }
            Next::Done => self.weigh(errand.document, observation.stdout.len() + observation.stderr.len()),
        }
        if open.is_done() {
            self.weight -= self.weights.remove(&errand.document).unwrap_or(0);
            self.tell_done(errand.document, open);
        } else {
            self.open.insert(errand.document, open);
        }
    }

    /// What a document has printed stays until its report is made.
    fn weigh(&mut self, document: usize, more: usize) {
        if let Some(weight) = self.weights.get_mut(&document) {
            *weight += more;
            self.weight += more;
        }
    }

    fn tell_done(&mut self, place: usize, mut open: Open) {
        let report = open.report();
        let Judged { prepared, judgements, runs } = open.judged();
        self.tell(Step::Judged { place, prepared, judgements, runs });
        let evidence = Some(open.evidence());
        self.tell(Step::Done { place, report, source: &open.prepared.document.source, evidence });
    }

    fn tell_known(&mut self, place: usize, known: Known) {
        for (batch, enforced) in known.enforced.iter().enumerate() {
            if let Some(enforced) = enforced {
                self.hear(RunEvent::Ready { batch, enforced });
            }
        }
        self.tell(Step::Done { place, report: known.report, source: &known.source, evidence: None });
    }

    fn tell(&mut self, step: Step<'_>) {
        self.stopped = self.stopped || (self.on)(step).is_break();
    }

    fn hand_out(&mut self, rank: u32, errand: Errand) -> Option<Task> {
        let (mut job, lasting) = self.open.get_mut(&errand.document)?.job(errand.look.at)?;
        self.count += 1;
        job.id = self.count;
        let bytes = size(&job);
        self.handed_out_bytes += bytes;
        self.handed_out.insert(job.id, (errand, bytes));
        let ground = Ground { interpreter: errand.interpreter, hash_seed: seed(errand.look.number) };
        Some(Task { ground, job, rank, lasting })
    }
}

impl Work for Course<'_> {
    fn next(&mut self) -> Option<Task> {
        let room = HANDED_OUT * self.setup.workers.max(1);
        if self.stopped {
            return None;
        }
        let has_room =
            self.handed_out.is_empty() || (self.handed_out.len() < room && self.handed_out_bytes < HANDED_OUT_BYTES);
        while has_room && self.waiting.len() < room && self.take_up() {}
        let ((rank, _), errand) = has_room.then(|| self.waiting.pop_first()).flatten()?;
        self.hand_out(rank.0, errand)
    }

    fn hear(&mut self, event: RunEvent<'_>) {
        match event {
            RunEvent::Ready { batch, enforced } => {
                let weakest = &mut self.enforced[batch];
                if weakest.as_ref().is_none_or(|known| enforced.level < known.level) {
                    *weakest = Some(enforced.clone());
                }
            }
            RunEvent::Observed { observation, .. } => self.answered(observation),
            RunEvent::Left { .. } => {}
        }
    }
}

/// About what a document takes in memory while it is open, bytes.
fn weight(prepared: &Prepared) -> usize {
    2 * prepared.document.source.text.len() + BLOCK * prepared.units.len() + 1
}

/// About what a job takes in memory, bytes.
fn size(job: &Job) -> usize {
    let entries = job.parts.iter().flat_map(|part| &part.entries);
    let code: usize = entries.map(|entry| entry.text.len() + size_of_val(entry)).sum();
    code + job.files.iter().map(|file| file.bytes.len()).sum::<usize>()
}
