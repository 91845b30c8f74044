//! An expression of the author's own behind the code, and what it gives: "nothing is left: next(it) → StopIteration".
//!
//! It is evaluated when all of the block has run, so nothing of the block may come behind the comment.

use crate::claims::exception::looks_like_exception;
use crate::claims::literal::Literal;
use crate::claims::model::{Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::syntax::{Scope, expression, is_builtin};

const ARROWS: [&str; 6] = [" → ", " -> ", " => ", " returns ", " gives ", " raises "];

/// Reads such a text.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    let at_end = subject.statement.scope == Scope::Module && subject.is_last();
    let (at, arrow) = ARROWS.iter().find_map(|arrow| Some((text.find(arrow)?, arrow))).filter(|_| at_end)?;
    let start = begins(&text[..at], subject)?;
    let behind = at + arrow.len();
    let end = text.trim_end_matches(['.', '!', '`', ' ']).len();
    let result = text.get(behind..end)?.trim_start_matches('`');
    let expr = text[start..at].trim_matches('`').to_owned();
    let to = if looks_like_exception(result) {
        Reading::Raises { type_name: result.to_owned(), message: None }
    } else {
        let literal = Literal::whole(result)?;
        (!literal.is_name() && literal.names().is_empty() && literal != Literal::Rest).then_some(())?;
        Reading::Value(result.to_owned())
    };
    let kind = if matches!(to, Reading::Raises { .. }) { Kind::Raises } else { Kind::Value };
    Some(Found::possible(text, Part::new(start, end), kind, Reading::Evaluates { expr, to: Box::new(to) }))
}

/// Where an expression begins that ends a text: behind a label, at its beginning, or as its last word.
fn begins(text: &str, subject: Subject<'_>) -> Option<usize> {
    let label = text.rfind(": ").map(|at| at + 2);
    let word = text.rfind(' ').map(|at| at + 1);
    let mut starts = label.into_iter().chain([0]).chain(word);
    starts.find(|&start| computes(text[start..].trim_matches('`'), subject))
}

/// A call or an item of what the block knows by name.
fn computes(code: &str, subject: Subject<'_>) -> bool {
    let known = |name: &String| subject.module.names.binds.contains_key(name);
    let read = expression(code).filter(|_| code.contains(['(', '[']));
    read.is_some_and(|read| read.uses.iter().any(known) && read.uses.iter().all(|name| known(name) || is_builtin(name)))
}
