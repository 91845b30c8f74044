//! Running text: the literal pattern alone, `` `expr` -> `value` `` or "`expr` returns `value`".

use super::exception;
use super::literal::Literal;
use super::model::{Certainty, Claim, Form, Kind, Reading, Strength};
use crate::extract::{Document, PieceKind};
use crate::syntax::{self, Module};
use crate::text::Span;

/// The words that may stand between the two, in lower case.
const LINKS: &[(&str, Kind)] = &[
    ("->", Kind::Value),
    ("→", Kind::Value),
    ("=>", Kind::Value),
    ("==", Kind::Value),
    ("returns", Kind::Value),
    ("will return", Kind::Value),
    ("is", Kind::Value),
    ("gives", Kind::Value),
    ("yields", Kind::Value),
    ("equals", Kind::Value),
    ("evaluates to", Kind::Value),
    ("prints", Kind::Stdout),
    ("will print", Kind::Stdout),
    ("outputs", Kind::Stdout),
    ("raises", Kind::Raises),
    ("will raise", Kind::Raises),
    ("throws", Kind::Raises),
];

/// Words before the pattern, in its sentence, that speak of another state of things than the code beside it.
const SUPPOSES: &[&str] = &[
    "if ",
    "when ",
    "would ",
    "without ",
    "instead",
    "unless ",
    "suppose",
    "python 2",
    "used to",
    "before ",
    "previously",
    "might",
    "may ",
];

/// The prose claims of a document whose names one of its blocks, or Python itself, defines.
pub fn claims(document: &Document, modules: &[Module]) -> Vec<Claim> {
    let mut claims = Vec::new();
    for piece in &document.pieces {
        if let PieceKind::Prose { blocks_before, section } = &piece.kind {
            let near = Near { document, modules, before: *blocks_before, section };
            claims.extend(of_text(piece.span, &near));
        }
    }
    claims
}

/// The blocks that a stretch of prose may speak of.
struct Near<'a> {
    document: &'a Document,
    modules: &'a [Module],
    before: usize,
    section: &'a [String],
}

impl Near<'_> {
    /// The nearest block of the same section that binds one of the names: the last before, else the first behind.
    fn block(&self, names: &[&str]) -> Option<usize> {
        let binds = |&at: &usize| {
            let same = self.document.blocks[at].section == self.section;
            same && names.iter().all(|name| self.modules[at].names.binds.contains_key(*name))
        };
        let before = self.before.min(self.modules.len());
        (0..before).rev().find(binds).or_else(|| (before..self.modules.len()).find(binds))
    }
}

fn of_text(span: Span, near: &Near<'_>) -> Vec<Claim> {
    let text = &near.document.source.text;
    let codes = inline_codes(text, span);
    let pairs = codes.windows(2).filter_map(|pair| of_pair(pair[0], pair[1], near));
    pairs.collect()
}

fn of_pair(left: Span, right: Span, near: &Near<'_>) -> Option<Claim> {
    let text = &near.document.source.text;
    let link = text[left.end + 1..right.start - 1].trim().to_lowercase();
    let link = link.trim_end_matches(" a").trim_end_matches(" an");
    let (_, kind) = LINKS.iter().find(|(word, _)| *word == link)?;
    let expression = syntax::expression(left.of(text))?;
    let claimed = right.of(text).trim();
    let reading = reading(*kind, left.of(text), claimed)?;
    let names: Vec<&str> =
        expression.uses.iter().map(String::as_str).filter(|name| !syntax::is_builtin(name)).collect();
    let block = if names.is_empty() { None } else { Some(near.block(&names)?) };
    let line_start = text[..left.start].rfind(['\n', '.']).map_or(0, |at| at + 1);
    let supposes = SUPPOSES.iter().any(|word| text[line_start..left.start].to_lowercase().contains(word));
    // "`10` numbers" counts something.
    let counts = text[right.end + 1..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let certainty = if supposes || counts && literal_number(claimed) || !expression.is_call && block.is_some() {
        Certainty::Possible
    } else {
        Certainty::Likely
    };
    expression.computes.then(|| Claim {
        span: Span::new(left.start, right.end),
        block,
        subject_line: near.document.source.line(left.start),
        form: Form::Prose,
        kind: *kind,
        strength: Strength::Exact,
        certainty,
        claimed: claimed.to_owned(),
        tail: String::new(),
        whole: None,
        repeats: false,
        from_outside: false,
        readings: vec![reading],
    })
}

fn literal_number(text: &str) -> bool {
    matches!(Literal::whole(text), Some(Literal::Number(_)))
}

/// For prose the expression itself is what is observed.
fn reading(kind: Kind, expr: &str, claimed: &str) -> Option<Reading> {
    let expr = expr.to_owned();
    match kind {
        Kind::Raises => {
            let named = exception::looks_like_exception(claimed.rsplit('.').next()?);
            named.then(|| Reading::Evaluates {
                expr,
                to: Box::new(Reading::Raises { type_name: claimed.into(), message: None }),
            })
        }
        Kind::Stdout => Some(Reading::Evaluates { expr, to: Box::new(Reading::Stdout(claimed.into())) }),
        _ => {
            let literal = Literal::whole(claimed)?;
            let means =
                literal.names().is_empty() && !matches!(literal, Literal::Rest | Literal::Call(..) | Literal::Angle(_));
            means.then(|| Reading::Evaluates { expr, to: Box::new(Reading::Value(claimed.into())) })
        }
    }
}

/// The contents of inline code in a stretch of text, single backticks on one line.
fn inline_codes(text: &str, span: Span) -> Vec<Span> {
    let mut codes = Vec::new();
    let mut open: Option<usize> = None;
    for (at, byte) in (span.start..).zip(span.of(text).bytes()) {
        match (byte, open) {
            (b'\n', _) => open = None,
            (b'`', None) => open = Some(at + 1),
            (b'`', Some(start)) => {
                if start < at {
                    codes.push(Span::new(start, at));
                }
                open = None;
            }
            _ => {}
        }
    }
    codes
}
