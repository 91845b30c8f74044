//! The blocks that a stretch of prose may speak of.

use super::known;
use super::steps::quoted;
use crate::extract::Document;
use crate::syntax::{Module, Shape};

/// A place in the running text, with the blocks around it.
pub struct Near<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its blocks, read.
    pub modules: &'a [Module],
    /// How many blocks come before the place.
    pub before: usize,
    /// Headings and component titles above it.
    pub section: &'a [String],
}

impl Near<'_> {
    /// The nearest block of the same section that knows all the names and binds one of them: the last before, else the
    /// first behind.
    pub fn block(&self, names: &[&str]) -> Option<usize> {
        self.above(names).or_else(|| (self.limit()..self.modules.len()).find(|at| self.knows(*at, names)))
    }

    /// The same, among the blocks above.
    pub fn above(&self, names: &[&str]) -> Option<usize> {
        (0..self.limit()).rev().find(|at| self.knows(*at, names))
    }

    /// Where no block of the section knows the names: the nearest block above that stands around the place, or that defines
    /// them or imports them, wherever it stands, or that alone binds them. A component without code of its own speaks of what is around it.
    pub fn wider(&self, names: &[&str]) -> Option<usize> {
        let around = |at: usize| self.section.starts_with(&self.document.blocks[at].section);
        let binds = |at: usize| names.iter().any(|name| self.modules[at].names.binds.contains_key(*name));
        let knows = |at: usize| binds(at) && names.iter().all(|name| self.mentions(at, name));
        let defines = |at: usize| names.iter().all(|name| self.defines(at, name));
        let above = || (0..self.limit()).rev();
        let all = |at: usize| names.iter().all(|name| self.modules[at].names.binds.contains_key(*name));
        let found = above()
            .find(|at| around(*at) && knows(*at))
            .or_else(|| above().find(|at| defines(*at)))
            .or_else(|| above().find(|at| all(*at) && self.is_only(*at, names)));
        found.filter(|_| !names.is_empty())
    }

    /// Whether the block alone, of all in the document, binds the names, or they are imports everywhere.
    pub fn is_only(&self, block: usize, names: &[&str]) -> bool {
        let others = |name: &str| {
            let binds = move |module: &&Module| module.names.binds.contains_key(name) && !module.names.imports(name);
            self.modules.iter().enumerate().filter(|(at, _)| *at != block).map(|(_, module)| module).any(|m| binds(&m))
        };
        names.iter().all(|name| !others(name))
    }

    fn limit(&self) -> usize {
        self.before.min(self.modules.len())
    }

    fn knows(&self, at: usize, names: &[&str]) -> bool {
        let binds = &self.modules[at].names.binds;
        self.document.blocks[at].section == self.section
            && names.iter().any(|name| binds.contains_key(*name))
            && names.iter().all(|name| self.mentions(at, name))
    }

    /// Whether the block binds the name, or takes it from a block before it.
    pub fn mentions(&self, block: usize, name: &str) -> bool {
        let known = &self.modules[block].names;
        known.binds.contains_key(name) || known.free.contains(name)
    }

    /// Whether a name that no block near binds means the standard library's, in `expr`.
    pub fn imports(&self, name: &str, expr: &str) -> bool {
        let own = |module: &Module| module.names.binds.contains_key(name) && !module.names.imports(name);
        known::import(name, expr).is_some() && !self.modules.iter().any(own)
    }

    /// Whether another block of the section defines the name, too: the text may speak of that one.
    pub fn defines_again(&self, block: usize, name: &str) -> bool {
        let others = (0..self.modules.len()).filter(|other| *other != block);
        let mut same =
            others.filter(|other| self.document.blocks[*other].section == self.document.blocks[block].section);
        same.any(|other| self.defines(other, name) && !self.modules[other].names.imports(name))
    }

    /// Whether the block defines or imports the name: what it stands for is not a matter of when one looks.
    pub fn defines(&self, block: usize, name: &str) -> bool {
        let module = &self.modules[block];
        let is_one = |shape: &Shape| matches!(shape, Shape::Class(defined) | Shape::Def(defined) if defined == name);
        module.names.imports(name) || module.statements.iter().any(|statement| is_one(&statement.shape))
    }
}

/// The same expression, with modules of the standard library at hand.
pub fn with_modules(expr: String, modules: &[&str]) -> String {
    if modules.is_empty() {
        return expr;
    }
    let imports = modules.iter().filter_map(|name| Some(format!("'{name}': {}", known::import(name, &expr)?)));
    // By `eval` and not within a function: what the expression makes is of the top level, which `pickle` asks for.
    format!("eval({}, {{{}}})", quoted(&expr), imports.collect::<Vec<_>>().join(", "))
}
