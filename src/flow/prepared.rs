//! A document before anything runs: extracted, its claims found, and what is to be run for it.

use super::supplies::Supplies;
use crate::claims::{self, Claim};
use crate::directives::{self, Allowance, Directive, Directives, Said};
use crate::discover::documents::Loaded;
use crate::extract::{self, Block, Document, Note};
use crate::judge::{Rule, Rules};
use crate::plan::{self, Outline, Planned};
use crate::report::model::FailOn;
use crate::syntax::Module;
use crate::wire::Limits;

/// A document taken apart and read: all that is known before anything runs.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The document.
    pub document: Document,
    /// Of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its blocks, read as Python.
    pub modules: Vec<Module>,
    /// What it claims.
    pub claims: Vec<Claim>,
    /// What is to be run for it: blocks, and `None` for claims in running text that need no block.
    pub units: Vec<Option<usize>>,
    /// Whether what statements show is wanted besides claims.
    shows: bool,
    /// Rules by which nothing may agree here; `None`: those of the whole check.
    pub rules_off: Option<Rules>,
    /// What counts as a failure here; `None`: what does in the whole check.
    pub fail_on: Option<FailOn>,
    /// The files that went into this besides the document: its report is old when one of them changes.
    pub reads: Vec<String>,
    outline: Outline,
    allowance: Allowance,
    supplies: Supplies,
}

impl Prepared {
    /// The same, with what its statements show told besides, if that is wanted: for a record.
    #[must_use]
    pub fn showing(self, shows: bool) -> Self {
        Self { shows, ..self }
    }

    /// The job of a unit, and how its observation is to be read.
    pub fn plan(&self, unit: Option<usize>) -> Planned {
        let limits = &self.allowance.limits;
        let mut planned = plan::plan(&self.document, &self.modules, &self.claims, &self.outline, limits, unit);
        planned.job.limits = self.allowance.grant(&planned.orders.limits).0;
        planned.job.files = self.supplies.of(&planned.orders, &planned.job.limits);
        planned.job.env = planned.orders.env.clone();
        if let Some(block) = unit.filter(|_| self.shows) {
            planned.show(&self.document.blocks[block], &self.modules[block]);
        }
        planned
    }

    /// What its authors say of the run of its blocks.
    pub fn directives(&self) -> &Directives {
        self.outline.directives()
    }

    /// Whether a block runs on an interpreter: its syntax is known there, and its author means it to run.
    pub fn runs_on(&self, unit: Option<usize>, version: (u32, u32)) -> bool {
        let knows = |block: usize| self.modules[block].requires.is_none_or(|least| least <= version);
        unit.is_none_or(|block| knows(block) && self.directives().orders(block).held(version).is_none())
    }
}

/// Extracts, finds claims and says what is to be run; `chosen` says which blocks are. Documents get no more than `limits`.
pub fn prepare(loaded: Loaded, limits: &Limits, chosen: &dyn Fn(&Block) -> bool) -> Prepared {
    prepare_within(loaded, &Allowance { limits: limits.clone(), raise: 1 }, chosen)
}

/// The same for documents that may ask for more.
pub fn prepare_within(loaded: Loaded, allowance: &Allowance, chosen: &dyn Fn(&Block) -> bool) -> Prepared {
    let mut document = extract::extract(loaded.source, loaded.format);
    let mut directives = directives::read(&document);
    directives.look_for_rules(Rule::ALL.iter().map(|rule| rule.name()));
    let reads = Supplies::paths(&document.source.path, &directives);
    let supplies = Supplies::read(&document.source.path, &mut directives, document.blocks.len(), &allowance.limits);
    document.notes.extend(refused(&directives, allowance));
    document.notes.sort_by_key(|note| note.span);
    let mut modules = plan::modules(&document);
    plan::supplement(&mut modules, &directives);
    let mut claims = claims::find(&document, &modules);
    claims.extend(claims::of_directives(&document, &directives));
    claims.sort_by_key(|claim| (claim.span.start, claim.span.end, claim.form));
    let outline = Outline::new(&document, &modules, &claims, directives);
    let is_chosen = |unit: &Option<usize>| unit.is_none_or(|block| chosen(&document.blocks[block]));
    let units = outline.units(&document).filter(is_chosen).collect();
    let (shows, rules_off, fail_on) = Default::default();
    Prepared {
        document,
        sha256: loaded.sha256,
        modules,
        claims,
        units,
        shows,
        rules_off,
        fail_on,
        reads,
        outline,
        allowance: allowance.clone(),
        supplies,
    }
}

/// Tells of limits that are asked for in vain.
fn refused<'a>(directives: &'a Directives, allowance: &'a Allowance) -> impl Iterator<Item = Note> + 'a {
    let in_vain = |said: &&Said| match said.directive {
        Directive::Limit(quota, wanted) => !allowance.grant(&[(quota, wanted)]).1.is_empty(),
        _ => false,
    };
    directives.said.iter().filter(in_vain).map(|said| {
        let message = format!(
            "`{}` asks for more than this run allows, and gets what it allows; raise the limit itself, or let documents \
             ask for more with --raise-limits",
            said.text
        );
        Note { span: said.span, message }
    })
}
