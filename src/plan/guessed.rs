//! What of a block hangs on names that were taken from another section on a guess.
//!
//! Owns how far such a doubt reaches. Knows no claims.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::context::{Index, Source, Use};
use crate::extract::{Block, BlockKind};
use crate::syntax::{Module, Shape, Statement};

/// How far the doubt of guessed names reaches in a block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guessed {
    /// Document lines of the top-level statements that hang on them; `None` where any may.
    lines: Option<Vec<RangeInclusive<usize>>>,
    /// Whether one block alone, of all in the document, binds each of them.
    pub once: bool,
}

impl Guessed {
    /// Follows the names through the blocks that run before a block, and through its own statements.
    pub fn new(block: &Block, module: &Module, modules: &[Module], names: &Index, uses: &[Use]) -> Self {
        let mut tainted: BTreeSet<&str> = BTreeSet::new();
        let mut once = true;
        for used in uses.iter().filter(|used| used.imports.is_none()) {
            let earlier = &modules[used.block];
            if used.source == Source::Guess {
                once &= used.names.iter().all(|name| names.is_bound_once(name));
                tainted.extend(used.names.iter().map(String::as_str));
            } else if earlier.names.free.iter().any(|name| tainted.contains(name.as_str())) {
                tainted.extend(own_names(earlier));
            }
        }
        let code = &block.code.text;
        let lines = (block.kind == BlockKind::Script).then(|| {
            let line = |offset: usize| block.start_line + block.code.line(offset);
            let hanging = hanging(module, code, tainted);
            hanging.map(|statement| line(statement.span.start)..=line(statement.span.end)).collect()
        });
        Self { lines, once }
    }

    /// Whether a statement on a document line hangs on the names.
    pub fn reaches(&self, line: usize) -> bool {
        self.lines.as_ref().is_none_or(|lines| lines.iter().any(|range| range.contains(&line)))
    }
}

/// The top-level statements that read one of the names, or what such statements bound or may have changed.
fn hanging<'a>(
    module: &'a Module,
    code: &'a str,
    mut tainted: BTreeSet<&'a str>,
) -> impl Iterator<Item = &'a Statement> {
    let own: BTreeSet<&str> = own_names(module).collect();
    let top = module.statements.iter().filter(|statement| statement.parent.is_none());
    top.filter(move |statement| {
        let text = statement.span.of(code);
        let hangs = words(text).any(|word| tainted.contains(word));
        if hangs && !matches!(statement.shape, Shape::Expr { prints: true, .. }) {
            tainted.extend(words(text).filter(|word| own.contains(word)));
        }
        hangs
    })
}

/// What a module binds by itself, imports left out.
fn own_names(module: &Module) -> impl Iterator<Item = &str> {
    module.names.binds.iter().filter(|(_, imported)| !**imported).map(|(name, _)| name.as_str())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax;

    #[test]
    fn a_doubt_goes_on_with_what_is_made_of_it() {
        let check = |code: &str, expect: &[&str]| {
            let module = syntax::parse(code);
            let found: Vec<&str> =
                hanging(&module, code, BTreeSet::from(["rows"])).map(|statement| statement.span.of(code)).collect();
            assert_eq!(found, expect, "{code}");
        };
        check("x = len(rows)\ny = 1\nprint(x)\nprint(y)\n", &["x = len(rows)", "print(x)"]);
        check("a = []\na.append(rows)\nprint(a)\nprint(1)\n", &["a.append(rows)", "print(a)"]);
        check("a = 1\nprint(a, rows)\na\n", &["print(a, rows)"]);
        check("def f():\n    return rows\nf()\nrandom()\n", &["def f():\n    return rows", "f()"]);
        check("for n in rows:\n    t = n\nt\n", &["for n in rows:\n    t = n", "t"]);
        check("import rows2\nrows2.f()\n", &[]);
    }
}
