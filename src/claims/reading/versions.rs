//! Results that a comment gives for some versions of Python: "3.10: 'a', 3.11 and newer: 'b'", "works on 3.11 and later,
//! ValueError before", and "new in 3.11" behind an import.

use super::result::value_readings;
use super::{Found, Subject};
use crate::claims::exception;
use crate::claims::literal::Literal;
use crate::claims::model::{Certainty, Kind, Reading, Strength};
use crate::claims::span::Part;
use crate::syntax::{Scope, Shape, is_standard};
use crate::text::pythons::{self, Pythons, Version};

/// A result and the versions that it is said of.
type Limited = (Found, Vec<Pythons>);

/// Reads such a comment.
pub fn read(text: &str, subject: Subject<'_>) -> Vec<Limited> {
    if subject.statement.scope != Scope::Module || subject.statement.conditional {
        return Vec::new();
    }
    match subject.statement.shape {
        Shape::Import => imported(text, subject).into_iter().collect(),
        Shape::Expr { constant: false, .. } => {
            labelled(text, subject).or_else(|| turned(text, subject)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// "new in 3.11", "3.11+": from when on it can be imported.
fn imported(text: &str, subject: Subject<'_>) -> Option<Limited> {
    const NEW: [&str; 4] = ["new in ", "added in ", "new since ", "introduced in "];
    let words = text.trim_end_matches(['.', '!', ')']).trim_start_matches('(');
    let lower = words.to_lowercase();
    let lead = NEW.iter().find(|lead| lower.starts_with(**lead));
    let first = first_of(pythons::of_label(&lower[lead.map_or(0, |lead| lead.len())..])?, lead.is_some())?;
    let all = Part::new(0, text.len());
    let found = |reading| Found::possible(text, all, Kind::NoRaise, reading).sure();
    Some(match lead {
        Some(_) if is_of_library(subject) => (found(Reading::Since(first)), Vec::new()),
        Some(_) => return None,
        None => (Found { strength: Strength::Soft, ..found(Reading::NoRaise) }, vec![Pythons::From(first)]),
    })
}

/// The version from which on something is there; a bare number only says so behind words like "new in".
fn first_of(pythons: Vec<Pythons>, announced: bool) -> Option<Version> {
    match pythons.as_slice() {
        [Pythons::From(first)] => Some(*first),
        [Pythons::At(first)] if announced => Some(*first),
        _ => None,
    }
}

fn is_of_library(subject: Subject<'_>) -> bool {
    let code = subject.statement.span.of(subject.code);
    let module = code.split_whitespace().nth(1).unwrap_or("");
    is_standard(module.trim_end_matches(',').split('.').next().unwrap_or(""))
}

/// "3.9 and 3.10: 'a', 3.11 and newer: 'b'"
fn labelled(text: &str, subject: Subject<'_>) -> Option<Vec<Limited>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < text.len() {
        let colon = at + text[at..].find(": ")?;
        let on = pythons::of_label(&text[at..colon])?;
        let start = colon + ": ".len();
        let (kind, length, readings) = result(&text[start..], subject)?;
        found.push((whole(text, Part::new(start, start + length), kind, readings), on));
        let behind = &text[start + length..];
        let next =
            [", ", "; ", " and "].iter().find(|sign| behind.starts_with(**sign)).map_or(behind.len(), |s| s.len());
        if next == behind.len() && !behind.trim_matches(['.', ' ', ')']).is_empty() {
            return None;
        }
        at = start + length + next;
    }
    (found.len() > 1).then_some(found)
}

/// "works on 3.11 and later, ValueError before", "KeyError before 3.12, 3 since"
fn turned(text: &str, subject: Subject<'_>) -> Option<Vec<Limited>> {
    const BEFORE: [&str; 7] =
        ["before", "before that", "earlier", "on older ones", "on older versions", "below", "in older versions"];
    const SINCE: [&str; 6] = ["since", "since then", "from then on", "later", "after that", "on newer ones"];
    let (one, other) = [", but ", ", ", "; ", " but "].iter().find_map(|sign| text.split_once(sign))?;
    let (kind, length, readings) = result(one, subject)?;
    let on = pythons::of_label(&one[length..])?;
    let offset = text.len() - other.len();
    let (other_kind, other_length, other_readings) = result(other, subject)?;
    let words = other[other_length..].trim_matches([' ', '.', '!']);
    let turn = match on.as_slice() {
        [Pythons::From(first)] if BEFORE.contains(&words) => Pythons::Before(*first),
        [Pythons::Before(end)] if SINCE.contains(&words) => Pythons::From(*end),
        _ => return None,
    };
    let first = whole(text, Part::new(0, length), kind, readings);
    let second = whole(text, Part::new(offset, offset + other_length), other_kind, other_readings);
    Some(vec![(first, on), (second, vec![turn])])
}

fn whole(text: &str, claimed: Part, kind: Kind, readings: Vec<Reading>) -> Found {
    let found = Found::possible(text, claimed, kind, Reading::NoRaise);
    Found { readings, certainty: Certainty::Likely, tail: Part::new(claimed.end, claimed.end), ..found }
}

/// The result at the beginning of a text, and its length: a literal, an exception, or that it works.
fn result(text: &str, subject: Subject<'_>) -> Option<(Kind, usize, Vec<Reading>)> {
    if let Some(works) = ["works", "fine", "ok"].iter().find(|word| text.starts_with(**word)) {
        return Some((Kind::NoRaise, works.len(), vec![Reading::NoRaise]));
    }
    let lead = ["a ", "an ", "raises ", "raises a ", "raises an "].iter().filter(|lead| text.starts_with(**lead));
    let lead = lead.map(|lead| lead.len()).max().unwrap_or(0);
    let name = text[lead..].split(|c: char| !(c.is_alphanumeric() || "_.".contains(c))).next()?.trim_end_matches('.');
    if exception::looks_like_exception(name.rsplit('.').next()?) {
        let reading = Reading::Raises { type_name: name.to_owned(), message: None };
        return Some((Kind::Raises, lead + name.len(), vec![reading]));
    }
    let (literal, length) = Literal::prefix(text)?;
    let plain = literal.names().is_empty() && !literal.is_name() && literal != Literal::Rest;
    plain.then(|| (Kind::Value, length, value_readings(&text[..length], subject)))
}
