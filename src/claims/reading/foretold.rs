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

/// "… and then the IndexError propagates": an exception that comes behind what is shown.
pub(super) fn behind(text: &str, from: usize, subject: Subject<'_>) -> Option<Found> {
    const GOES_ON: [&str; 9] = [
        " propagates",
        " still propagates",
        " escapes",
        " is re-raised",
        " is raised again",
        " is raised",
        " bubbles up",
        " comes through",
        " gets through",
    ];
    let is_one = |name: &str| exception::looks_like_exception(name) || subject.defines_exception(name);
    let ends = |behind: &str| behind.is_empty() || behind.starts_with(['.', '!', ',', ';', ')', ' ']);
    let goes_on = |at: usize| {
        let behind = text[at..].strip_prefix('`').unwrap_or(&text[at..]);
        GOES_ON.iter().any(|words| behind.strip_prefix(words).is_some_and(ends))
    };
    let mut names = identifiers(text, from).filter(|part| is_one(part.of(text)) && goes_on(part.end));
    let name = names.next()?;
    let reading = Reading::Raises { type_name: name.of(text).to_owned(), message: None };
    Some(Found::possible(text, name, Kind::Raises, reading))
}

/// "…, a subclass of LookupError": what an exception is, too.
pub(super) fn kin(text: &str, from: usize) -> Option<Found> {
    const KIN: [&str; 6] =
        ["a subclass of ", "subclass of ", "which is a subclass of ", "which is also a ", "also a ", "also an "];
    let behind = text[from..].trim_start_matches([',', ';', ' ', '(', '-', '–', '—']);
    let start = text.len() - behind.len();
    let lead = KIN.iter().filter(|lead| behind.starts_with(**lead)).map(|lead| lead.len()).max()?;
    let name = dotted_name(behind[lead..].trim_start_matches('`'))?;
    let end = start + behind.find(name)? + name.len();
    let ends = text[end..].trim_matches(['`', '.', '!', ')', ' ']).is_empty();
    let reading = Reading::Raises { type_name: name.to_owned(), message: None };
    let known = exception::looks_like_exception(name.rsplit('.').next()?);
    (ends && known).then(|| Found::possible(text, Part::new(start, end), Kind::Raises, reading))
}

/// The words of a text from a place on.
fn identifiers(text: &str, from: usize) -> impl Iterator<Item = Part> {
    let mut at = from;
    text[from..].split(|c: char| !(c.is_alphanumeric() || c == '_')).map(move |word| {
        let start = at + text[at..].find(word).unwrap_or(0);
        at = start + word.len();
        Part::new(start, at)
    })
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
    dotted && last.eq_ignore_ascii_case("error")
        || begins_with_capital(name) && (of_module || subject.defines(name) || subject.defines_exception(name))
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
