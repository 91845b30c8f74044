//! From blocks and claims to jobs: what runs, with which earlier blocks, looked at where.
//!
//! Owns needs and context. Knows neither processes nor files.

mod context;
mod directed;
mod guessed;
mod lasting;
mod limited;
mod needs;
mod preload;
mod probes;
mod remarks;
mod session;
mod shown;
mod watched;

use context::{Index, Source, Use};
pub use directed::supplement;
pub use guessed::Guessed;
pub use lasting::is_lasting;
pub use limited::Limited;
pub use needs::needs;
use remarks::Remarks;

use std::collections::{BTreeMap, BTreeSet};

use crate::claims::{Claim, script, speaks_of_failure};
use crate::directives::{Directives, Orders};
use crate::extract::{Block, BlockKind, Conduct, Document};
use crate::syntax::{self, Module, Shape, Statement};
use crate::text::Span;
use crate::wire::{Entry, Job, Limits, Part, Probe, Role};

/// A document's blocks as jobs.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// In the order of the blocks; claims in running text that need no block come last.
    pub jobs: Vec<Planned>,
}

/// A job, and how its observation is to be read.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Index into `Document::blocks`.
    pub block: Option<usize>,
    /// Indices of the earlier blocks that run before it.
    pub uses: Vec<usize>,
    /// What runs.
    pub job: Job,
    /// What is looked at for which claim.
    pub checks: Vec<Check>,
    /// How the document says that it is meant to run.
    pub conduct: Conduct,
    /// How its author wants it to run.
    pub orders: Orders,
    /// The first Python that knows its syntax.
    pub requires: Option<(u32, u32)>,
    /// Names that it reads and nothing at hand binds.
    pub unbound: Vec<String>,
    /// Names that it or its context binds somewhere.
    pub bound: BTreeSet<String>,
    /// Functions and classes that the block defines at module level.
    pub definitions: BTreeSet<String>,
    /// Indices of the blocks in `uses` that are there on a guess.
    pub guesses: Vec<usize>,
    /// What of the block hangs on them.
    pub guessed: Guessed,
    /// Indices of the blocks in `uses` that stand elsewhere, and are the only ones to bind what is needed of them.
    pub only: Vec<usize>,
    /// The block's comments.
    pub comments: String,
    /// The paragraphs right before and after the block.
    pub paragraphs: String,
    /// The versions that its comments, the paragraphs around it and the headings above it speak of.
    pub pythons: Vec<Limited>,
    /// Document lines on which the top-level statements of a script begin.
    pub lines: Vec<u32>,
    /// Where what its statements show is wanted, claim or not: the probes for it, and the document lines that they stand on.
    pub shown: Option<BTreeMap<u32, u32>>,
}

impl Planned {
    /// Whether what is said about the block names this exception, or the text around it speaks of a failure.
    pub fn announces(&self, exception: &str) -> bool {
        let mut words = self.comments.split(is_no_word).chain(self.paragraphs.split(is_no_word));
        self.conduct.may_raise || words.any(|word| word == exception) || speaks_of_failure(&self.paragraphs)
    }

    /// The text of the top-level statement of the block that stands on a document line; of a transcript all of it.
    pub fn statement(&self, line: usize) -> String {
        let starts = || self.lines.iter().map(|line| *line as usize);
        let first = starts().filter(|start| *start <= line).max().unwrap_or(0);
        let end = starts().filter(|start| *start > line).min().unwrap_or(usize::MAX);
        let entries = self.job.parts.last().into_iter().flat_map(|part| &part.entries);
        let numbered =
            entries.flat_map(|entry| entry.text.lines().enumerate().map(|(at, text)| (entry.line as usize + at, text)));
        let own = numbered.filter(|(at, _)| (first..end).contains(at)).map(|(_, text)| text);
        own.collect::<Vec<_>>().join("\n")
    }
}

/// Where a claim is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Index into the document's claims.
    pub claim: usize,
    /// The probe at its statement, where it speaks of one.
    pub probe: Option<u32>,
    /// For each reading that evaluates something: its index in `Claim::readings` and the expression's in the probe.
    pub exprs: Vec<(usize, u32)>,
}

/// Reads the blocks of a document as Python.
pub fn modules(document: &Document) -> Vec<Module> {
    document.blocks.iter().map(|block| syntax::parse(&script(block))).collect()
}

/// What planning a block needs to know of its whole document, found once. The plans themselves are made when they are
/// wanted: where each block builds on all earlier ones they are far larger than the document.
#[derive(Debug, Clone)]
pub struct Outline {
    /// For each block, and for none, the indices of its claims.
    by_block: BTreeMap<Option<usize>, Vec<usize>>,
    names: Index,
    remarks: Remarks,
    directives: Directives,
}

impl Outline {
    /// Goes through the document once. `directives` are what its authors say about the run of blocks.
    pub fn new(document: &Document, modules: &[Module], claims: &[Claim], mut directives: Directives) -> Self {
        let mut by_block: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (at, claim) in claims.iter().enumerate() {
            by_block.entry(claim.block).or_default().push(at);
        }
        let (names, remarks) = (Index::new(document, modules, &directives), Remarks::new(document));
        directed::hold_back(document, modules, &names, &mut directives);
        Self { by_block, names, remarks, directives }
    }

    /// What authors say.
    pub fn directives(&self) -> &Directives {
        &self.directives
    }

    /// What there is to plan: each block, and last the claims in running text that need none.
    pub fn units<'a>(&self, document: &'a Document) -> impl Iterator<Item = Option<usize>> + use<'a> {
        let prose = self.by_block.contains_key(&None).then_some(None);
        (0..document.blocks.len()).map(Some).chain(prose)
    }
}

/// Plans a block of a document; or, for `None`, the claims in running text. The job's id is left to who runs it.
pub fn plan(
    document: &Document,
    modules: &[Module],
    claims: &[Claim],
    outline: &Outline,
    limits: &Limits,
    unit: Option<usize>,
) -> Planned {
    let planner = Planner { document, modules, claims, outline, limits };
    unit.map_or_else(|| planner.of_prose(), |index| planner.of_block(index))
}

struct Planner<'a> {
    document: &'a Document,
    modules: &'a [Module],
    claims: &'a [Claim],
    outline: &'a Outline,
    limits: &'a Limits,
}

impl Planner<'_> {
    fn own(&self, block: Option<usize>) -> &[usize] {
        self.outline.by_block.get(&block).map_or(&[], Vec::as_slice)
    }

    fn of_block(&self, index: usize) -> Planned {
        let block = &self.document.blocks[index];
        let directives = &self.outline.directives;
        let (uses, unbound) = directed::bonded(self.document, self.modules, &self.outline.names, directives, index);
        let used_modules = uses.iter().map(|used| used.block).chain([index]).map(|at| &self.modules[at]);
        let (mut probes, checks) = probes::of_block(self.claims, self.own(Some(index)), block, &self.modules[index]);
        // An exception that the text claims ends a block before this one as little as this one.
        let whole: Vec<usize> = uses.iter().filter(|used| used.imports.is_none()).map(|used| used.block).collect();
        let alone = |&used: &usize| probes::expressions_alone(&self.document.blocks[used], &self.modules[used]);
        let context = whole.iter().flat_map(|&used| self.own(Some(used))).map(|&at| &self.claims[at]);
        probes::catch(&mut probes, context, &whole.iter().flat_map(alone).collect());
        let mut parts = self.before(index, &uses, &probes);
        parts.push(Part { role: Role::Subject, entries: self.entries(index, &probes) });
        let bound = self.bound(&uses, index);
        let paragraphs = self.outline.remarks.around(self.document, index);
        let comments = remarks::comments(block, &self.modules[index]);
        let of = |source: Source| uses.iter().filter(move |used| used.source == source).map(|used| used.block);
        let guessed = Guessed::new(block, &self.modules[index], self.modules, &self.outline.names, &uses);
        let entries = || parts.iter().flat_map(|part| &part.entries);
        let concerned = |limited: &Limited| entries().any(|entry| limited.concerns(&entry.text));
        let pythons = self.pythons(index).into_iter().filter(concerned).collect();
        let (guesses, only) = (of(Source::Guess).collect(), of(Source::Only).collect());
        Planned {
            block: Some(index),
            job: self.job(parts, probes, preload::wanted(used_modules)),
            uses: uses.into_iter().map(|used| used.block).collect(),
            checks,
            conduct: block.conduct,
            orders: directives.orders(index).clone(),
            requires: self.modules[index].requires,
            unbound,
            bound,
            definitions: definitions(&self.modules[index]),
            guesses,
            guessed,
            only,
            pythons,
            comments,
            paragraphs,
            lines: lines(block, &self.modules[index]),
            shown: None,
        }
    }

    /// The versions of Python that a block is limited to.
    fn pythons(&self, index: usize) -> Vec<Limited> {
        let (block, paragraphs) = (&self.document.blocks[index], self.outline.remarks.about(self.document, index));
        let own = remarks::own_lines(block, &self.modules[index]);
        let mut pythons = remarks::pythons(block, &paragraphs, &own);
        pythons.extend(remarks::of_tabs(self.document, index).into_iter().map(Limited::whole));
        pythons
    }

    /// The names that run-time code binds: of a block of which only imports run, those alone.
    fn bound(&self, uses: &[Use], index: usize) -> BTreeSet<String> {
        let of_use = |used: &Use| {
            let names = &self.modules[used.block].names;
            let whole = used.imports.is_none();
            names.binds.keys().filter(|name| whole || names.imports(name)).cloned().collect::<Vec<_>>()
        };
        let own = self.modules[index].names.binds.keys().cloned();
        uses.iter().flat_map(of_use).chain(own).collect()
    }

    /// Claims in running text about nothing but what Python brings along.
    fn of_prose(&self) -> Planned {
        let (probes, checks) = probes::of_prose(self.claims, self.own(None));
        let parts = vec![Part { role: Role::Subject, entries: Vec::new() }];
        let job = self.job(parts, probes, Vec::new());
        Planned {
            block: None,
            uses: Vec::new(),
            job,
            checks,
            conduct: Conduct::default(),
            orders: Orders::default(),
            requires: None,
            unbound: Vec::new(),
            bound: BTreeSet::new(),
            definitions: BTreeSet::new(),
            guesses: Vec::new(),
            guessed: Guessed::default(),
            only: Vec::new(),
            comments: String::new(),
            paragraphs: String::new(),
            pythons: Vec::new(),
            lines: Vec::new(),
            shown: None,
        }
    }

    fn job(&self, parts: Vec<Part>, probes: Vec<Probe>, preload: Vec<String>) -> Job {
        Job {
            id: 0,
            file: self.document.source.path.clone(),
            parts,
            probes,
            limits: self.limits.clone(),
            preload,
            files: Vec::new(),
            env: Vec::new(),
        }
    }

    /// What runs before a block: the earlier ones, and hidden code before each that runs whole.
    fn before(&self, index: usize, uses: &[Use], probes: &[Probe]) -> Vec<Part> {
        let mut setups = directed::Setups::new(&self.outline.directives);
        let mut parts = Vec::new();
        for used in uses {
            parts.extend(if used.imports.is_none() { setups.before(used.block) } else { None });
            parts.push(self.context_part(used, probes));
        }
        parts.extend(setups.before(index));
        parts
    }

    fn context_part(&self, used: &Use, probes: &[Probe]) -> Part {
        let block = &self.document.blocks[used.block];
        let import = |span: &Span| {
            let (line, text) = (line_number(block, span.start), format!("{}\n", span.of(&block.code.text)));
            let watched = watched::import(&text, line, probes);
            Entry { line, text, interactive: false, watched }
        };
        let entries = match &used.imports {
            None => self.entries(used.block, probes),
            Some(spans) => spans.iter().map(import).collect(),
        };
        Part { role: Role::Context, entries }
    }

    /// What of a block runs: one entry for a script, one for each prompt of a transcript but those that its author skips.
    fn entries(&self, index: usize, probes: &[Probe]) -> Vec<Entry> {
        let block = &self.document.blocks[index];
        let first = u32::try_from(block.start_line).unwrap_or(u32::MAX);
        match block.kind {
            BlockKind::Script => vec![Entry {
                line: first,
                text: block.code.text.clone(),
                interactive: false,
                watched: watched::script(block, &self.modules[index], probes),
            }],
            BlockKind::Transcript => {
                let skipped = &self.outline.directives.orders(index).lines.skipped;
                let entries = syntax::transcript(&block.code.text).into_iter().map(|entry| Entry {
                    line: first + u32::try_from(entry.line).unwrap_or(0),
                    text: entry.code,
                    interactive: entry.prompted,
                    watched: None,
                });
                entries.filter(|entry| !entry.interactive || !skipped.contains(&(entry.line as usize))).collect()
            }
        }
    }
}

fn definitions(module: &Module) -> BTreeSet<String> {
    let top = module.statements.iter().filter(|statement| statement.parent.is_none());
    let name = |statement: &Statement| match &statement.shape {
        Shape::Def(name) | Shape::Class(name) => Some(name.clone()),
        _ => None,
    };
    top.filter_map(name).collect()
}

fn is_no_word(c: char) -> bool {
    !(c.is_alphanumeric() || c == '_')
}

fn lines(block: &Block, module: &Module) -> Vec<u32> {
    let top =
        module.statements.iter().filter(|statement| statement.parent.is_none() && block.kind == BlockKind::Script);
    top.map(|statement| line_number(block, statement.span.start)).collect()
}

/// The document line of an offset in a block's code.
fn line_number(block: &Block, offset: usize) -> u32 {
    u32::try_from(block.start_line + block.code.line(offset)).unwrap_or(u32::MAX)
}
