//! An author's own pins: `<!-- snipcheck: sys.getsizeof({}) == 64 -->`, hidden from readers, for what no grammar reads.
//!
//! Each line of the comment is one expression of Python that must be true behind the block above it. What is a directive
//! there, such as `skip`, is no pin; which it is, `directives` says.

use super::model::{Certainty, Claim, Form, Kind, Reading, Strength};
use super::prose::{Near, with_modules};
use crate::directives::{self, Part};
use crate::extract::{Document, PieceKind};
use crate::syntax::{self, Module};
use crate::text::Span;

/// The pins of a document.
pub fn claims(document: &Document, modules: &[Module]) -> Vec<Claim> {
    let mut claims = Vec::new();
    let (mut before, mut section): (usize, &[String]) = (0, &[]);
    for piece in &document.pieces {
        match &piece.kind {
            PieceKind::Prose { section: around, .. } => section = around,
            PieceKind::Block(at) => (before, section) = (at + 1, &document.blocks[*at].section),
            PieceKind::Other => {
                let near = Near { document, modules, before, section };
                claims.extend(expressions(&document.source.text, piece.span).map(|span| pin(span, &near)));
            }
            PieceKind::Output(..) => {}
        }
    }
    claims
}

/// The expressions of a hidden comment, each where it stands.
fn expressions(text: &str, comment: Span) -> impl Iterator<Item = Span> {
    directives::parts(text, comment).into_iter().filter_map(|part| match part {
        Part::Pin(span) => Some(span),
        Part::Words(..) => None,
    })
}

fn pin(span: Span, near: &Near<'_>) -> Claim {
    let text = span.of(&near.document.source.text);
    let names = syntax::expression(text).map(|expression| expression.uses).unwrap_or_default();
    let names: Vec<&str> = names.iter().map(String::as_str).filter(|name| !syntax::is_builtin(name)).collect();
    let block = block(&names, near);
    let known = |name: &str| block.is_some_and(|block| near.mentions(block, name));
    let modules: Vec<&str> = names.into_iter().filter(|name| syntax::is_standard(name) && !known(name)).collect();
    let reading = match syntax::expression_error(text) {
        None => Reading::Pinned { expr: with_modules(told(text), &modules) },
        Some(error) => Reading::Malformed(error),
    };
    Claim {
        span,
        block,
        subject_line: near.document.source.line(span.start),
        form: Form::Pin,
        kind: Kind::Value,
        strength: Strength::Exact,
        certainty: Certainty::Sure,
        claimed: text.to_owned(),
        tail: String::new(),
        whole: None,
        repeats: false,
        table: None,
        from_outside: false,
        on: Vec::new(),
        readings: vec![reading],
    }
}

/// The nearest block above that binds the names, else the one right above.
fn block(names: &[&str], near: &Near<'_>) -> Option<usize> {
    let bound = if names.is_empty() { None } else { near.above(names) };
    bound.or_else(|| near.before.checked_sub(1))
}

/// An expression that evaluates each side once, and gives `+` or `-` with what was compared.
fn told(text: &str) -> String {
    let Some(comparison) = syntax::comparison(text) else {
        return format!("(lambda pinned: ('+' if pinned else '-') + repr(pinned))(({text}))");
    };
    let names: Vec<String> = (0..comparison.operands.len()).map(|at| format!("side{at}")).collect();
    let joined = |name: &dyn Fn(usize) -> String| {
        let rest = comparison.operators.iter().enumerate();
        rest.fold(name(0), |text, (at, operator)| format!("{text} {operator} {}", name(at + 1)))
    };
    let test = joined(&|at| names[at].clone());
    let shown = joined(&|at| format!("{{{}!r}}", names[at]));
    let operands: Vec<String> = comparison.operands.iter().map(|operand| format!("({operand})")).collect();
    format!("(lambda {}: ('+' if {test} else '-') + f'{shown}')({})", names.join(", "), operands.join(", "))
}
