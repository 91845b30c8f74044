//! An author's own pins: `<!-- snipcheck: sys.getsizeof({}) == 64 -->`, hidden from readers, for what no grammar reads.
//!
//! Each line of the comment is one expression of Python that must be true behind the block above it. A comment of
//! directives, such as `skip`, is no pin, and left to whoever reads those.

use super::model::{Certainty, Claim, Form, Kind, Reading, Strength};
use super::prose::{Near, with_modules};
use crate::extract::{Document, PieceKind};
use crate::syntax::{self, Module};
use crate::text::Span;

/// What opens and closes a hidden comment: in Markdown, and in MDX.
const COMMENTS: [(&str, &str); 2] = [("<!--", "-->"), ("{/*", "*/}")];
/// What such a comment begins with.
const MARK: &str = "snipcheck:";
/// Words that direct the run of a block and assert nothing: alone, or with `=` and a value.
const DIRECTIVES: [&str; 12] =
    ["continue", "env", "file", "ignore", "isolate", "name", "needs", "python", "skip", "stdin", "timeout", "uses"];

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
    let body = body(text, comment).unwrap_or(Span::new(comment.start, comment.start));
    let whole = trimmed(text, body);
    let one = syntax::expression_error(whole.of(text)).is_none();
    let lines = if one { vec![whole] } else { lines(text, whole) };
    lines.into_iter().filter(|line| !line.of(text).is_empty() && !is_directive(line.of(text)))
}

/// What stands behind the mark.
fn body(text: &str, comment: Span) -> Option<Span> {
    let written = comment.of(text);
    let (opening, closing) = COMMENTS.into_iter().find(|(opening, _)| written.starts_with(opening))?;
    let inside = written[opening.len()..].trim_end().strip_suffix(closing)?;
    let said = inside.trim_start().strip_prefix(MARK)?;
    let end = comment.start + opening.len() + inside.len();
    Some(Span::new(end - said.len(), end))
}

fn trimmed(text: &str, span: Span) -> Span {
    let written = span.of(text);
    let start = span.start + (written.len() - written.trim_start().len());
    Span::new(start, start + written.trim().len())
}

fn lines(text: &str, whole: Span) -> Vec<Span> {
    let mut at = whole.start;
    let mut lines = Vec::new();
    for line in whole.of(text).split_inclusive('\n') {
        lines.push(trimmed(text, Span::new(at, at + line.len())));
        at += line.len();
    }
    lines
}

/// Whether every word of the text directs the run: `skip`, `timeout=5, needs=network`.
fn is_directive(text: &str) -> bool {
    text.split([' ', ',', '\t']).filter(|word| !word.is_empty()).all(|word| {
        let (name, value) = word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value)));
        DIRECTIVES.contains(&name) && value.is_none_or(|value| !value.starts_with('='))
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
        from_outside: false,
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
