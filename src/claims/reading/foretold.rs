//! Exceptions by names that do not say that they are some: `queue.Full`, `struct.error`, a class of the document's own.

use super::{Found, Subject};
use crate::claims::exception;
use crate::claims::model::{Kind, Reading};
use crate::claims::span::Part;

/// Words that may stand behind the name and say nothing more.
const FILLERS: [&str; 6] = [" exception", " error", " is raised", " was raised", " raised", " is thrown"];

/// The name behind a verb, an arrow or nothing, with or without a message, where it may be an exception's. It is no more than a
/// possible claim.
pub(super) fn read(text: &str, rest: usize, subject: Subject<'_>) -> Option<Found> {
    let (lead, verb) = exception::behind_verb(text);
    at(text, lead, verb, subject).or_else(|| at(text, rest, false, subject))
}

fn at(text: &str, lead: usize, verb: bool, subject: Subject<'_>) -> Option<Found> {
    let name = dotted_name(&text[lead..])?;
    let end = lead + name.len();
    let behind = text[end..].strip_prefix('`').unwrap_or(&text[end..]);
    let behind = FILLERS.iter().fold(behind, |rest, filler| rest.strip_prefix(filler).unwrap_or(rest));
    let message = behind.strip_prefix(": ").map(str::trim).filter(|message| !message.is_empty());
    let ends = message.is_some() || behind.trim_matches(['!', '.', ' ']).is_empty();
    let plain = name == "error" && message.is_some();
    if !ends || !(plain || may_be_raised(name, subject) || verb && begins_with_capital(name)) {
        return None;
    }
    let claimed = Part::new(lead, if message.is_some() { text.trim_end().len() } else { end });
    let reading = Reading::Raises { type_name: name.to_owned(), message: message.map(str::to_owned) };
    Some(Found::possible(text, claimed, Kind::Raises, reading))
}

/// A claim that may also be held against what is raised.
pub(super) fn or_raised(found: Found, foretold: Option<Found>) -> Found {
    match foretold {
        Some(foretold) => Found {
            readings: [found.readings, foretold.readings].concat(),
            claimed: foretold.claimed,
            tail: foretold.tail,
            ..found
        },
        None => found,
    }
}

/// Whether the code knows the name, or the module before it; `error` is what older modules call their exception.
fn may_be_raised(name: &str, subject: Subject<'_>) -> bool {
    let dotted = name.contains('.');
    let last = name.rsplit('.').next().unwrap_or(name);
    // `_queue.Empty`: a class of a module.
    let of_module = dotted && !name.split('.').next().is_some_and(begins_with_capital);
    dotted && last.eq_ignore_ascii_case("error") || begins_with_capital(name) && (of_module || subject.defines(name))
}

fn begins_with_capital(name: &str) -> bool {
    name.rsplit('.').next().is_some_and(|last| last.starts_with(char::is_uppercase))
}

/// A name, or several with dots between them, at the beginning of `text`.
fn dotted_name(text: &str) -> Option<&str> {
    let length = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).unwrap_or(text.len());
    let name = text[..length].trim_end_matches('.');
    let plain = name.split('.').all(|part| part.starts_with(|c: char| c.is_alphabetic() || c == '_'));
    plain.then_some(name)
}
