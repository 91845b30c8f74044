//! What to write into a script so that its top-level statements report to the worker by themselves.
//!
//! A simple statement goes behind a `with` on its own line; its value passes through a call. A compound one has no room for
//! that: the statement before it says that it begins, the one behind it that it has ended. Simple ones in it that are looked at
//! go behind a `with` as well. Whatever cannot be said in this way is left to the worker, which takes the script apart: slower,
//! and good for everything. Only positions are known here, and nothing of what the calls do.

use std::collections::BTreeMap;

use super::line_number;
use crate::extract::Block;
use crate::syntax::{Module, Scope, Shape, Statement};
use crate::wire::{At, Expr, Probe, WATCH, Watched, When};

/// What to write into a block that runs as a script; `None` where the worker has to find out.
pub fn script(block: &Block, module: &Module, probes: &[Probe]) -> Option<Watched> {
    let text = &block.code.text;
    if module.error.is_some() || is_odd(text) {
        return None;
    }
    let tops: Vec<&Statement> = module.statements.iter().filter(|statement| statement.parent.is_none()).collect();
    let mut weaver = Weaver { block, module, probed: probed(block, module, probes)?, inserts: Vec::new(), opens: None };
    // What must come first as it is.
    if tops.first().is_none_or(|first| matches!(first.shape, Shape::Expr { constant: true, .. })) {
        return None;
    }
    // An exception that an earlier block lets pass would have to end such a statement and nothing more.
    if tops.iter().any(|top| is_compound(top)) && weaver.catches_elsewhere(probes) {
        return None;
    }
    for (at, top) in tops.iter().enumerate() {
        weaver.statement(at.checked_sub(1).map(|before| tops[before]), top, tops.get(at + 1).copied())?;
    }
    Some(Watched { inserts: weaver.inserts, opens: weaver.opens })
}

/// The same for a single import.
pub fn import(text: &str, line: u32, probes: &[Probe]) -> Option<Watched> {
    let is_probed = probes.iter().any(|probe| probe.at == At::Line(line));
    let inserts = vec![(0, format!("with {WATCH}.line({line}): "))];
    (!is_odd(text) && !is_probed).then_some(Watched { inserts, opens: None })
}

/// Characters that Python and we may count differently, a name that is ours, and imports that must stand first.
fn is_odd(text: &str) -> bool {
    text.contains(['\r', '\u{c}', '\0', '\u{feff}']) || text.contains(WATCH) || text.contains("__future__")
}

/// A compound statement ends behind its header.
fn is_compound(statement: &Statement) -> bool {
    statement.header != statement.span
}

/// What is wanted of a statement.
#[derive(Default)]
struct Wanted {
    /// An exception may pass there.
    catches: bool,
    /// Expressions are asked behind it.
    asks: bool,
}

/// By the lines of the statements that are looked at. `None` where that cannot be done, or a probe asks for more.
fn probed(block: &Block, module: &Module, probes: &[Probe]) -> Option<BTreeMap<u32, Wanted>> {
    let mut begins: BTreeMap<u32, Vec<&Statement>> = BTreeMap::new();
    for statement in &module.statements {
        begins.entry(line_number(block, statement.span.start)).or_default().push(statement);
    }
    let mut found: BTreeMap<u32, Wanted> = BTreeMap::new();
    for (line, probe) in of_lines(probes).filter(|(line, _)| has(block, *line)) {
        let Some([only]) = begins.get(&line).map(Vec::as_slice) else { return None };
        // An exception that may pass ends a top-level statement, not one in it.
        let fits = only.parent.is_none() || can_be_inside(only) && !probe.catches;
        if !fits || !probe.exprs.iter().all(can_follow) {
            return None;
        }
        let wanted = found.entry(line).or_default();
        wanted.catches |= probe.catches;
        wanted.asks |= !probe.exprs.is_empty();
    }
    Some(found)
}

/// Whether a statement in a compound one can go behind a `with`: one that neither leaves its loop nor belongs to another scope.
fn can_be_inside(statement: &Statement) -> bool {
    let is_plain = matches!(statement.shape, Shape::Expr { .. } | Shape::Assign { .. } | Shape::Assert(_));
    is_plain && statement.scope == Scope::Module && !is_compound(statement)
}

/// Whether an expression can be asked by a call behind the statement: there it can neither wait nor bind a name.
fn can_follow(expr: &Expr) -> bool {
    expr.when == When::After && !["await", "async", "yield", ":="].iter().any(|word| expr.text.contains(word))
}

fn of_lines(probes: &[Probe]) -> impl Iterator<Item = (u32, &Probe)> {
    probes.iter().filter_map(|probe| match probe.at {
        At::Line(line) => Some((line, probe)),
        At::End => None,
    })
}

fn has(block: &Block, line: u32) -> bool {
    (block.start_line..=block.end_line).contains(&(line as usize))
}

struct Weaver<'a> {
    block: &'a Block,
    module: &'a Module,
    probed: BTreeMap<u32, Wanted>,
    inserts: Vec<(u32, String)>,
    opens: Option<u32>,
}

impl<'a> Weaver<'a> {
    fn catches_elsewhere(&self, probes: &[Probe]) -> bool {
        of_lines(probes).any(|(line, probe)| probe.catches && !has(self.block, line))
    }

    /// A top-level statement between its neighbours; `None` where it cannot be done.
    fn statement(&mut self, before: Option<&Statement>, this: &Statement, behind: Option<&Statement>) -> Option<()> {
        if !self.has_lines_of_its_own(this) {
            return None;
        }
        if !is_compound(this) {
            return self.simple(this, behind);
        }
        self.compound(before, this)?;
        self.looked_at_in(this).into_iter().try_for_each(|inner| self.inside(inner))
    }

    fn has_lines_of_its_own(&self, this: &Statement) -> bool {
        let text = &self.block.code.text;
        let before = text[..this.span.start].rsplit('\n').next().unwrap_or_default();
        before.trim_matches([' ', '\t']).is_empty() && is_remark(line_from(text, this.span.end))
    }

    /// The statements in a compound one that are looked at.
    fn looked_at_in(&self, outer: &Statement) -> Vec<&'a Statement> {
        let is_in = |inner: &&Statement| inner.parent.is_some() && outer.span.start <= inner.span.start;
        let inner = self.module.statements.iter().filter(is_in).filter(|inner| inner.span.end <= outer.span.end);
        inner.filter(|inner| self.probed.contains_key(&self.line(inner))).collect()
    }

    fn inside(&mut self, this: &Statement) -> Option<()> {
        if !self.has_lines_of_its_own(this) {
            return None;
        }
        let line = self.line(this);
        self.reporting(this, format!("with {WATCH}.at({line}, True): "))
    }

    fn simple(&mut self, this: &Statement, behind: Option<&Statement>) -> Option<()> {
        let line = self.line(this);
        let behind = behind.filter(|next| is_compound(next)).map(|next| format!(", {}", self.line(next)));
        let behind = behind.unwrap_or_default();
        if self.probed.contains_key(&line) {
            self.reporting(this, format!("with {WATCH}.line({line}{behind}), {WATCH}.at({line}): "))
        } else {
            self.insert(this.span.start, format!("with {WATCH}.line({line}{behind}): "))
        }
    }

    /// Puts a statement that is looked at behind its `with`.
    fn reporting(&mut self, this: &Statement, with: String) -> Option<()> {
        let line = self.line(this);
        let asks = self.probed.get(&line).is_some_and(|wanted| wanted.asks);
        self.insert(this.span.start, with)?;
        self.value(this, line)?;
        if asks { self.insert(this.span.end, format!("; {WATCH}.then({line})")) } else { Some(()) }
    }

    /// Lets the value of a statement pass through a call.
    fn value(&mut self, this: &Statement, line: u32) -> Option<()> {
        let (call, value) = match (&this.shape, this.value) {
            // An augmented one: its target is looked at afterwards.
            (Shape::Assign { .. }, None) => return None,
            (_, None) => return Some(()),
            (Shape::Assign { .. }, Some(value)) => ("keep", value),
            (_, Some(value)) => ("value", value),
        };
        // Twice in brackets: it may be a tuple.
        self.insert(value.start, format!("{WATCH}.{call}({line}, ("))?;
        self.insert(value.end, "))".into())
    }

    fn compound(&mut self, before: Option<&Statement>, this: &Statement) -> Option<()> {
        let line = self.line(this);
        let tests = matches!(this.shape, Shape::Condition);
        if self.probed.get(&line).is_some_and(|wanted| wanted.catches || wanted.asks || tests) {
            return None;
        }
        match before {
            None => self.opens = Some(line),
            Some(before) if is_compound(before) => return self.between(before, this, line),
            Some(_) => {}
        }
        Some(())
    }

    /// Says between two compound statements that the second one begins, if there is a line to say it on.
    fn between(&mut self, before: &Statement, this: &Statement, line: u32) -> Option<()> {
        let text = &self.block.code.text;
        let free = before.span.end + line_from(text, before.span.end).len() + 1;
        let has_room = free < this.span.start && is_remark(line_from(text, free));
        if has_room { self.insert(free, format!("{WATCH}.next({line}) ")) } else { None }
    }

    fn line(&self, statement: &Statement) -> u32 {
        line_number(self.block, statement.span.start)
    }

    fn insert(&mut self, at: usize, text: String) -> Option<()> {
        self.inserts.push((u32::try_from(at).ok()?, text));
        Some(())
    }
}

/// The rest of the line from an offset, without its end.
fn line_from(text: &str, offset: usize) -> &str {
    text[offset..].split('\n').next().unwrap_or_default()
}

/// Whether nothing but a comment stands there.
fn is_remark(text: &str) -> bool {
    let text = text.trim_start_matches([' ', '\t']);
    text.is_empty() || text.starts_with('#')
}
