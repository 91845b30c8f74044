//! What well-known parts of the standard library do: "Keeps __name__, __doc__" beside `@wraps`, "collects them" beside
//! `gc.collect()`.

use super::shows_true;
use crate::claims::marker::begins_with_word;
use crate::claims::model::{Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::syntax::Shape;

/// Reads such a wording.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    preserved(text, subject).or_else(|| collected(text, subject))
}

/// "Keeps __name__, __doc__": attributes that `functools.wraps` copies or updates.
fn preserved(text: &str, subject: Subject<'_>) -> Option<Found> {
    let wraps = matches!(subject.statement.shape, Shape::Def(_))
        && subject.statement.header.of(subject.code).contains("wraps(");
    let verb = ["preserves", "keeps", "copies"].into_iter().any(|verb| begins_with_word(text, verb));
    let names: Vec<&str> =
        text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| w.starts_with("__")).collect();
    let last = names.last()?;
    let end = text.rfind(last)? + last.len();
    let list = names.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ");
    let expr = format!(
        "{{{list}}} <= {{*__import__('functools').WRAPPER_ASSIGNMENTS, *__import__('functools').WRAPPER_UPDATES}}"
    );
    (wraps && verb).then(|| Found::possible(text, Part::new(0, end), Kind::State, shows_true(expr)))
}

/// "collects the cycle": the collector says how many unreachable objects it found.
fn collected(text: &str, subject: Subject<'_>) -> Option<Found> {
    let lower = text.to_ascii_lowercase();
    let at = [
        "collect them",
        "collects the",
        "collect the",
        "collects them",
        "frees the",
        "frees at least 1",
        "frees at least one",
        "reclaims",
    ]
    .into_iter()
    .find_map(|words| lower.find(words).map(|at| at + words.len()))?;
    let collects = subject.statement.span.of(subject.code).contains("gc.collect()");
    let end = text[at..].find(['(', '.', '!', ',']).map_or(text.len(), |stop| at + stop);
    collects.then(|| Found::possible(text, Part::new(0, end), Kind::State, Reading::Positive))
}
