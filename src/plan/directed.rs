//! What directives do to a plan: hidden code that runs before a block, and what runs before it besides.
//!
//! Knows the directives' data, not where they stand or how they are written.

use std::collections::BTreeSet;

use super::context::{Index, Source, Use, context, free};
use crate::directives::{Bond, Directives, Lines};
use crate::extract::Document;
use crate::syntax::{self, Module};
use crate::wire::{Entry, Part, Role};

/// Adds to each block's names those of the hidden code before it, and takes all away from blocks that never run: nobody can
/// have them from there.
pub fn supplement(modules: &mut [Module], directives: &Directives) {
    for (block, module) in modules.iter_mut().enumerate() {
        let orders = directives.orders(block);
        if orders.never_runs() {
            module.names = syntax::Names::default();
        }
        for lines in orders.setup.iter().rev() {
            add_before(module, &syntax::parse(&lines.text));
        }
    }
}

/// What runs first binds names, and needs some itself.
fn add_before(module: &mut Module, first: &Module) {
    module.names.free.retain(|name| !first.names.binds.contains_key(name));
    module.names.free.extend(first.names.free.iter().cloned());
    for (name, imported) in &first.names.binds {
        module.names.binds.entry(name.clone()).and_modify(|alone| *alone &= imported).or_insert(*imported);
    }
    module.imports.extend(first.imports.iter().cloned());
    module.requires = module.requires.max(first.requires);
}

/// Hidden code on its way into a job, where each piece runs once.
pub struct Setups<'a> {
    directives: &'a Directives,
    /// By their lines.
    taken: BTreeSet<usize>,
}

impl<'a> Setups<'a> {
    /// None has been taken.
    pub fn new(directives: &'a Directives) -> Self {
        Self { directives, taken: BTreeSet::new() }
    }

    /// What is still to run before a block.
    pub fn before(&mut self, block: usize) -> Option<Part> {
        let setup = self.directives.orders(block).setup.iter();
        let new: Vec<&Lines> = setup.filter(|lines| self.taken.insert(lines.line)).collect();
        let entry = |lines: &Lines| Entry {
            line: u32::try_from(lines.line).unwrap_or(u32::MAX),
            text: lines.text.clone(),
            interactive: false,
            watched: None,
        };
        (!new.is_empty()).then(|| Part { role: Role::Context, entries: new.into_iter().map(entry).collect() })
    }
}

/// Holds blocks back where a block is held back that they build on: what it makes is not there.
pub fn hold_back(document: &Document, modules: &[Module], names: &Index, directives: &mut Directives) {
    let blocks = 0..document.blocks.len();
    let for_some: Vec<usize> = blocks.clone().filter(|&block| directives.orders(block).is_for_some()).collect();
    let Some(&first) = for_some.first() else { return };
    for block in blocks.skip(first + 1) {
        let (uses, _) = bonded(document, modules, names, directives, block);
        let whole = uses.iter().filter(|used| used.imports.is_none() && for_some.contains(&used.block));
        whole.for_each(|used| directives.bind(block, used.block));
    }
}

/// What runs before a block, and the names that nothing at hand binds: what [`context`] finds, unless the author says which
/// blocks belong together, or that none does.
pub fn bonded(
    document: &Document,
    modules: &[Module],
    names: &Index,
    directives: &Directives,
    index: usize,
) -> (Vec<Use>, Vec<String>) {
    let bond = |block: usize| directives.orders(block).bond;
    match bond(index) {
        Bond::Needed => context(document, modules, names, index),
        Bond::Isolated => (Vec::new(), free(&modules[index]).into_iter().collect()),
        Bond::Continues => {
            let first = (0..index).rev().find(|&block| bond(block) != Bond::Continues).unwrap_or(0);
            let runs = |block: &usize| !directives.orders(*block).never_runs();
            let whole = |block| Use { block, imports: None, source: Source::Near, names: Vec::new() };
            let chain = (first..index).filter(runs).map(whole);
            let mut uses: Vec<Use> = chain.collect();
            for block in (first..=index).filter(|block| bond(*block) != Bond::Isolated) {
                let (more, _) = context(document, modules, names, block);
                let known: BTreeSet<usize> = uses.iter().map(|used| used.block).collect();
                uses.extend(more.into_iter().filter(|used| !known.contains(&used.block)));
            }
            uses.sort_by_key(|used| used.block);
            let binds = |name: &String| uses.iter().any(|used| modules[used.block].names.binds.contains_key(name));
            let unbound = free(&modules[index]).into_iter().filter(|name| !binds(name)).collect();
            (uses, unbound)
        }
    }
}
