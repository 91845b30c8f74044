//! The smallest context that makes a block run: the earlier blocks of its section whose names it needs.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::session::is_session;
use crate::claims::script;
use crate::directives::Directives;
use crate::extract::{BlockKind, Document};
use crate::syntax::{Module, Scope, Shape, Statement, is_builtin, is_standard};
use crate::text::Span;

/// An earlier block that runs before another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Index into `Document::blocks`.
    pub block: usize,
    /// Where only its imports are needed: those statements, as ranges of its code.
    pub imports: Option<Vec<Span>>,
    /// Where it stands, as far as that says whether the names mean the same.
    pub source: Source,
    /// The names that are taken from it.
    pub names: Vec<String>,
}

/// How surely a name means what an earlier block made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The block stands in the same section or in one around it, or only its imports are needed.
    Near,
    /// It stands elsewhere, but what is needed of it are functions, classes and constants that no other block binds.
    Only,
    /// It stands in another section, and the names may mean something else there.
    Guess,
}

/// What the block at `index` needs to run, in order, and the names that nothing at hand binds.
///
/// Blocks belong together where the outermost element of their sections is the same: the chapter. A name is taken from
/// the nearest earlier block that binds it, with the blocks between that change it or call what changes it; an import
/// from any earlier block, and so is a name that one block alone binds in the whole document. Where imports alone bind all
/// that is needed of a block, only these run. Anything else that a block of another section defines is a guess.
pub fn context(document: &Document, modules: &[Module], names: &Index, index: usize) -> (Vec<Use>, Vec<String>) {
    let search = Search { document, modules, names, index };
    let mut acting = BTreeSet::new();
    loop {
        let found = search.with(&acting);
        let further = search.acting_on(&found.0);
        if further.is_subset(&acting) {
            return found;
        }
        acting.extend(further);
    }
}

/// Where names occur: for each the blocks, in order. Blocks that are no valid Python, or never run, do not count.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// They bind it.
    binders: HashMap<String, Vec<usize>>,
    /// They bind it, and need no earlier value of it: the others are links of a chain, `rows = clean(rows)`.
    beginnings: HashMap<String, Vec<usize>>,
    /// They read it, and define functions.
    definers: HashMap<String, Vec<usize>>,
    /// At module level they store into it, call a method of it or hand it on.
    touchers: HashMap<String, Vec<usize>>,
    /// At module level they call it, a function of the document.
    callers: HashMap<String, Vec<usize>>,
    /// All blocks are cells of one session.
    session: bool,
}

impl Index {
    /// Goes through the blocks once.
    pub fn new(document: &Document, modules: &[Module], directives: &Directives) -> Self {
        let runs = |block: usize| !directives.orders(block).never_runs();
        let valid = || modules.iter().enumerate().filter(|(block, module)| module.error.is_none() && runs(*block));
        let known: HashSet<&str> = valid().flat_map(|(_, module)| functions(module)).collect();
        let mut index = Self { session: is_session(&document.source.text), ..Self::default() };
        for (block, module) in valid() {
            module.names.binds.keys().for_each(|name| enter(&mut index.binders, name, block));
            let anew = module.names.binds.keys().filter(|name| !module.names.free.contains(*name));
            anew.for_each(|name| enter(&mut index.beginnings, name, block));
            if functions(module).next().is_some() {
                module.names.free.iter().for_each(|name| enter(&mut index.definers, name, block));
            }
            let code = script(&document.blocks[block]);
            touched(module)
                .chain(touched_in_turns(module, &code))
                .for_each(|name| enter(&mut index.touchers, name, block));
            let called = called(module, &code).filter(|name| known.contains(name));
            called.for_each(|name| enter(&mut index.callers, name, block));
        }
        index
    }

    /// The blocks before `end` that bind `name`, the nearest first.
    fn before(&self, name: &str, end: usize) -> impl Iterator<Item = usize> {
        within(&self.binders, name, 0..end).iter().rev().copied()
    }

    /// Whether one block alone binds `name`, and all others that do make their value of its own.
    pub fn is_bound_once(&self, name: &str) -> bool {
        let first = |index: &HashMap<String, Vec<usize>>| index.get(name).and_then(|blocks| blocks.first()).copied();
        let beginning = self.beginnings.get(name).is_some_and(|blocks| blocks.len() == 1);
        beginning && first(&self.beginnings) == first(&self.binders)
    }
}

fn enter(index: &mut HashMap<String, Vec<usize>>, name: &str, block: usize) {
    match index.get_mut(name) {
        Some(blocks) if blocks.last() == Some(&block) => {}
        Some(blocks) => blocks.push(block),
        None => _ = index.insert(name.to_owned(), vec![block]),
    }
}

/// The blocks of a range in which a name occurs.
fn within<'a>(index: &'a HashMap<String, Vec<usize>>, name: &str, range: Range<usize>) -> &'a [usize] {
    let all = index.get(name).map_or(&[][..], Vec::as_slice);
    let place = |block: usize| all.partition_point(|&known| known < block);
    &all[place(range.start)..place(range.end)]
}

struct Search<'a> {
    document: &'a Document,
    modules: &'a [Module],
    names: &'a Index,
    index: usize,
}

impl Search<'_> {
    /// Goes back from the block; `acting`: blocks that run because of what they do, whatever they bind.
    fn with(&self, acting: &BTreeSet<usize>) -> (Vec<Use>, Vec<String>) {
        let mut wanted = free(&self.modules[self.index]);
        let mut uses = Vec::new();
        let mut end = self.index;
        while let Some(block) = self.nearest(&wanted, acting, end) {
            end = block;
            let module = &self.modules[block];
            let found: Vec<String> = wanted.iter().filter(|name| self.gives(block, name)).cloned().collect();
            wanted.retain(|name| !found.contains(name));
            let imports = if acting.contains(&block) { None } else { self.imports(block, &found) };
            if imports.is_none() {
                wanted.extend(free(module));
            }
            let source = if imports.is_some() { Source::Near } else { self.source(block, &found) };
            uses.push(Use { block, source, imports, names: found });
        }
        uses.extend(self.star_imports(&wanted, &uses));
        uses.sort_by_key(|used| used.block);
        (uses, wanted.into_iter().collect())
    }

    /// The nearest block before `end` that gives one of the names, or acts.
    fn nearest(&self, wanted: &BTreeSet<String>, acting: &BTreeSet<usize>, end: usize) -> Option<usize> {
        let giving =
            wanted.iter().filter_map(|name| self.names.before(name, end).find(|&block| self.gives(block, name)));
        giving.chain(acting.range(..end).next_back().copied()).max()
    }

    /// Whether a name can be had from a block: anything in the chapter, and from anywhere imports and what is bound once.
    fn gives(&self, block: usize, name: &str) -> bool {
        let names = &self.modules[block].names;
        let near = self.is_near(block) || names.imports(name) || self.names.is_bound_once(name);
        names.binds.contains_key(name) && near && !self.is_listed_above(block, name)
    }

    /// Whether a block only imports the name, from a module that is none of Python's own, and a block above it defines it:
    /// the document shows that module, and nobody needs to have it.
    fn is_listed_above(&self, block: usize, name: &str) -> bool {
        let spans = self.imports(block, &[name.to_owned()]).unwrap_or_default();
        let code = &self.document.blocks[block].code.text;
        let root = |span: &Span| span.of(code).split_whitespace().nth(1)?.split(['.', ',']).next().map(str::to_owned);
        let foreign = spans.iter().filter_map(root).any(|module| !is_standard(&module));
        let defines = |earlier: usize| definitions(&self.modules[earlier]).any(|defined| defined == name);
        foreign && self.names.before(name, block).any(|earlier| defines(earlier) && self.gives(earlier, name))
    }

    /// How surely `found`, which `block` binds, are the names that are meant. A block that acts on others gives none. What
    /// is bound to a plain name in one place may well be a sketch's name for its like in another: two tabs, old and new.
    fn source(&self, block: usize, found: &[String]) -> Source {
        let defined: HashSet<&str> = definitions(&self.modules[block]).collect();
        let lasting = |name: &str| defined.contains(name) || name.chars().all(|c| !c.is_lowercase());
        match found.iter().all(|name| self.names.is_bound_once(name) && lasting(name)) {
            _ if self.is_around(block) || self.is_session(block) => Source::Near,
            true => Source::Only,
            false => Source::Guess,
        }
    }

    /// Blocks of the chapter, from the first one used on, that change an object of those used, or call their functions.
    fn acting_on(&self, uses: &[Use]) -> BTreeSet<usize> {
        let whole: Vec<usize> = uses.iter().filter(|used| used.imports.is_none()).map(|used| used.block).collect();
        let Some(&first) = whole.first() else { return BTreeSet::new() };
        let bound = |block: &usize| {
            let names = &self.modules[*block].names;
            names.binds.keys().filter(|name| !names.imports(name)).cloned().collect::<Vec<_>>()
        };
        let objects: BTreeSet<String> = whole.iter().flat_map(bound).collect();
        let between = first + 1..self.index;
        // Functions of the blocks used, and of others that read their objects, may change them when they are called.
        let reading = objects.iter().flat_map(|name| within(&self.names.definers, name, between.clone()));
        let reading: BTreeSet<usize> = reading.copied().filter(|block| self.is_near(*block)).collect();
        let functions: BTreeSet<&str> =
            whole.iter().chain(&reading).flat_map(|block| functions(&self.modules[*block])).collect();
        let touching = objects.iter().flat_map(|name| within(&self.names.touchers, name, between.clone()));
        let elsewhere = self.data(&whole).into_iter().filter(|name| self.names.is_bound_once(name));
        let elsewhere = elsewhere.flat_map(|name| within(&self.names.touchers, name, between.clone()));
        let calling = functions.iter().flat_map(|name| within(&self.names.callers, name, between.clone()));
        let acting = touching.chain(calling).filter(|block| self.is_near(**block)).chain(elsewhere).copied();
        // They are in order.
        acting.filter(|block| whole.binary_search(block).is_err()).collect()
    }

    /// What blocks bind that is neither imported nor defined: objects that others may change, wherever they stand.
    fn data(&self, blocks: &[usize]) -> Vec<&str> {
        let of_block = |block: &usize| {
            let module = &self.modules[*block];
            let defined: HashSet<&str> = definitions(module).collect();
            let names = module.names.binds.keys().map(String::as_str);
            names.filter(move |name| !module.names.imports(name) && !defined.contains(name)).collect::<Vec<_>>()
        };
        blocks.iter().flat_map(of_block).collect()
    }

    /// `from x import *` may bind whatever is still wanted.
    fn star_imports(&self, wanted: &BTreeSet<String>, uses: &[Use]) -> Vec<Use> {
        let star = ["*".to_owned()];
        let used = |block: usize| uses.iter().any(|used| used.block == block);
        let blocks = self.names.before("*", self.index).filter(|block| !wanted.is_empty() && !used(*block));
        let of_block = |block: usize| Some((block, self.imports(block, &star)?));
        blocks
            .filter_map(of_block)
            .map(|(block, spans)| Use { block, imports: Some(spans), source: Source::Near, names: star.to_vec() })
            .collect()
    }

    /// Whether the block stands in the same chapter, or above all of them, or both are cells of one session.
    fn is_near(&self, block: usize) -> bool {
        let chapter = |block: usize| self.document.blocks[block].section.first();
        self.is_session(block) || chapter(block).is_none() || chapter(block) == chapter(self.index)
    }

    /// Whether the block stands in the same section, or in one around it.
    fn is_around(&self, block: usize) -> bool {
        self.document.blocks[self.index].section.starts_with(&self.document.blocks[block].section)
    }

    /// Whether both are cells of one notebook.
    fn is_session(&self, block: usize) -> bool {
        self.names.session || [block, self.index].iter().all(|&block| self.document.blocks[block].conduct.is_cell)
    }

    fn imports(&self, block: usize, names: &[String]) -> Option<Vec<Span>> {
        // A transcript's module is read without its prompts: its places are none of the block's text.
        let script = self.document.blocks[block].kind == BlockKind::Script;
        script.then(|| imports(&self.modules[block], &self.document.blocks[block].code.text, names)).flatten()
    }
}

/// The names that a module needs from outside Python.
pub fn free(module: &Module) -> BTreeSet<String> {
    module.names.free.iter().filter(|name| !is_builtin(name)).cloned().collect()
}

fn functions(module: &Module) -> impl Iterator<Item = &str> {
    module.statements.iter().filter_map(|statement| match &statement.shape {
        Shape::Def(name) if statement.scope == Scope::Module => Some(name.as_str()),
        _ => None,
    })
}

/// The functions and classes that a module defines.
fn definitions(module: &Module) -> impl Iterator<Item = &str> {
    module.statements.iter().filter_map(|statement| match &statement.shape {
        Shape::Def(name) | Shape::Class(name) if statement.scope == Scope::Module => Some(name.as_str()),
        _ => None,
    })
}

/// The statements that run when the module does.
fn running(module: &Module) -> impl Iterator<Item = &Statement> {
    let top = module.statements.iter().filter(|statement| statement.scope == Scope::Module);
    top.filter(|statement| !matches!(statement.shape, Shape::Def(_) | Shape::Class(_)))
}

/// The names of objects that code at module level stores into, calls a method of or hands on.
fn touched(module: &Module) -> impl Iterator<Item = &str> {
    let changes = |statement: &&Statement| !matches!(statement.shape, Shape::Expr { prints: true, .. });
    let paths = running(module).filter(changes).flat_map(|statement| &statement.touches);
    paths.map(|path| path.split('.').next().unwrap_or(path))
}

/// The names in what a loop goes over, where it changes what it goes over: `for row in rows: row["n"] = 1`.
fn touched_in_turns<'a>(module: &'a Module, code: &'a str) -> impl Iterator<Item = &'a str> {
    let changed: HashSet<&str> = touched(module).collect();
    let headers = running(module).filter(|statement| statement.shape == Shape::Loop);
    let headers = headers.filter_map(|statement| code.get(statement.header.start..statement.header.end));
    let turns = headers.filter_map(|header| header.split_once(" in "));
    turns.filter(move |(own, _)| words(own).any(|name| changed.contains(name))).flat_map(|(_, over)| words(over))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
}

/// The names right before opening parentheses, at module level.
fn called<'a>(module: &'a Module, code: &'a str) -> impl Iterator<Item = &'a str> {
    let headers = running(module).filter_map(|statement| code.get(statement.header.start..statement.header.end));
    headers.flat_map(|header| {
        header.match_indices('(').filter_map(|(at, _)| {
            let name = header[..at].rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next()?;
            (!name.is_empty()).then_some(name)
        })
    })
}

/// The import statements at module level that bind `names`; `None` where something else binds one of them.
fn imports(module: &Module, code: &str, names: &[String]) -> Option<Vec<Span>> {
    if !names.iter().all(|name| module.names.imports(name)) {
        return None;
    }
    let binds_one = |span: Span| {
        let words = span.of(code).split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '*'));
        words.into_iter().any(|word| names.iter().any(|name| name == word))
    };
    let statements = module.statements.iter().filter(|statement| {
        statement.shape == Shape::Import && statement.scope == Scope::Module && binds_one(statement.span)
    });
    let spans: Vec<Span> =
        statements.filter(|statement| statement.parent.is_none()).map(|statement| statement.span).collect();
    (!spans.is_empty()).then_some(spans)
}
