//! Whether names mean the same wherever the text speaks of them, so that an expression has one result.
//!
//! Owns what a document may do to a name. Knows no sentences.

use super::near::Near;
use crate::extract::BlockKind;
use crate::syntax::{Module, Shape};

/// Calls that neither change what they are given nor use it up.
const LOOKS: [&str; 13] =
    ["len", "int", "float", "str", "repr", "type", "isinstance", "issubclass", "bool", "hash", "abs", "round", "id"];

/// Whether every name in `expr` that is called, or whose module's functions are, is nothing but called: what it gives is
/// made anew each time.
pub fn is_made_anew(name: &str, expr: &str) -> bool {
    let mut places = occurrences(name, expr).peekable();
    let called = |at: usize| {
        let behind = &expr[at + name.len()..];
        behind.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_' || c == '.').starts_with('(')
    };
    places.peek().is_some() && places.all(called)
}

/// Whether an expression only looks at `names`, and the page binds each once and for good: in `block`, after which nothing
/// up to the text uses them.
pub fn is_settled(near: &Near<'_>, block: usize, names: &[&str], expr: &str) -> bool {
    let between = block + 1..near.before.min(near.modules.len());
    let unused = |name: &str| between.clone().all(|at| !near.mentions(at, name));
    let script = near.document.blocks[block].kind == BlockKind::Script && block < near.before;
    script && only_looks(names, expr) && names.iter().all(|name| is_bound_for_good(near, block, name) && unused(name))
}

/// Whether nothing but calls that look is done in an expression, and no method of the names is called.
fn only_looks(names: &[&str], expr: &str) -> bool {
    let calls = expr.match_indices('(').filter_map(|(at, _)| {
        let start = expr[..at].rfind(|c: char| !is_word(c) && c != '.').map_or(0, |before| before + 1);
        Some(&expr[start..at]).filter(|callee| !callee.is_empty())
    });
    let plain = calls.into_iter().all(|callee| LOOKS.contains(&callee));
    plain && !names.is_empty() && [" in ", " for ", "lambda", ":="].iter().all(|word| !expr.contains(word))
}

/// One statement alone, which every run comes to, binds the name in all of the document, and nothing touches it.
fn is_bound_for_good(near: &Near<'_>, block: usize, name: &str) -> bool {
    let of_block = |at: usize, module: &Module| {
        let code = &near.document.blocks[at].code.text;
        let assigned = module.statements.iter().filter(|statement| match &statement.shape {
            Shape::Assign { targets, .. } => targets.iter().any(|target| root(target) == name),
            Shape::Def(_) | Shape::Loop | Shape::With | Shape::Import | Shape::Class(_) | Shape::Del(_) => {
                let header = code.get(statement.header.start..statement.header.end).unwrap_or(name);
                let bound =
                    if statement.shape == Shape::Loop { header.split(" in ").next().unwrap_or(header) } else { header };
                occurrences(name, bound).next().is_some()
            }
            _ => statement.touches.iter().any(|touched| root(touched) == name && !touched.contains('.')),
        });
        let plain = |only: bool| only && at == block;
        let found: Vec<bool> = assigned
            .map(|statement| plain(!statement.conditional && matches!(statement.shape, Shape::Assign { .. })))
            .collect();
        let in_turns = code.contains(&format!("for {name} ")) || code.contains(&format!("lambda {name}"));
        (found, in_turns)
    };
    let all: Vec<(Vec<bool>, bool)> =
        near.modules.iter().enumerate().map(|(at, module)| of_block(at, module)).collect();
    let bound: Vec<bool> = all.iter().flat_map(|(found, _)| found.iter().copied()).collect();
    bound == [true] && all.iter().all(|(_, in_turns)| !in_turns)
}

/// `rows` of `rows[0].name`.
fn root(target: &str) -> &str {
    target.split(|c: char| !is_word(c)).next().unwrap_or(target)
}

/// Where a name stands in code, as a word that is no attribute.
fn occurrences<'a>(name: &'a str, code: &'a str) -> impl Iterator<Item = usize> {
    code.match_indices(name).map(|(at, _)| at).filter(move |&at| {
        let before = code[..at].chars().next_back();
        let behind = code[at + name.len()..].chars().next();
        !before.is_some_and(|c| is_word(c) || c == '.') && !behind.is_some_and(is_word)
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_called_is_made_anew() {
        let check =
            |name: &str, expr: &str, expect: bool| assert_eq!(is_made_anew(name, expr), expect, "{name} {expr}");
        check("Ring", "Ring(2) == Ring(2)", true);
        check("sys", "sys.getsizeof('a') - sys.getsizeof('')", true);
        check("Counter", "Counter('aab')['a']", true);
        check("Ring", "Ring(2) == Ring", false);
        check("sys", "sys.path", false);
        check("f", "g(f)", false);
        check("f", "x.f(1)", false);
    }

    #[test]
    fn looking_changes_nothing() {
        let check = |expr: &str, expect: bool| assert_eq!(only_looks(&["x"], expr), expect, "{expr}");
        check("x[1:100]", true);
        check("{x}", true);
        check("int(x[-1]['n'])", true);
        check("x + y == z", true);
        check("next(x)", false);
        check("x.pop()", false);
        check("list(x)", false);
        check("2 in x", false);
        check("[n for n in x]", false);
    }
}
