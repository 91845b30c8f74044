//! Exceptions with some words between them and their cause, in either order: "if you call `f(None)`, you get a `TypeError`",
//! "a `KeyError` is raised by `{}[1]`".

use super::inline::{Code, Prose, Result};
use super::links::listed;
use super::said::{Link, Said};
use super::subject::{self, Role};
use crate::claims::exception;
use crate::text::Span;

/// Words behind the cause, before the exception.
const FORWARD: &str = "you we one get gets got will raises raise throws throw results result in a an leads to gives give ends end fails fail \
    with triggers causes produces is are the error and it that this which so therefore immediately also already even by \
    instantly usually always simply just hence meaning means crashes crash blows up an exception of type class both would python \
    cpython interpreter stops stop dies die bails out complains answers ends aborts exits chokes explodes met rejected refused earns \
    throwing raising nothing but plain familiar dreaded usual straight away right there see sees receive receives immediate runs into hits \
    ends lands protests trips over provokes one only below above as stands";
/// Words behind the exception, before the cause.
const BACKWARD: &str = "is are was raised thrown by if when whenever you we one call calls calling do does run running evaluate evaluating execute \
    executing write use using try trying to with for on because in like such as from e.g eg example attempt attempting \
    access accessing index indexing import importing invoke invoking the expression code statement that it";
/// Verbs of which one must stand in it.
const VERBS: &str = "raises raise raised raising throws throw thrown get gets got gives give results result leads lead fails fail causes cause caused \
    triggers trigger produces produce ends end crashes crash stops stop dies complains answers bails aborts exits chokes explodes met \
    rejected refused earns raising throwing see receive runs hits lands protests trips provokes provoke";

/// What announces the message behind an exception.
const MESSAGES: &str =
    "with and the a message text words that reads reading says saying whose is which error telling you tells us";
/// Words of which one must stand in it.
const ANNOUNCES: &str = "message text words reads reading says saying telling tells";

/// All such sayings of a stretch.
pub fn read(prose: &Prose<'_>) -> Vec<Said> {
    let said = prose.codes.iter().filter_map(|code| behind(prose, *code).or_else(|| before(prose, *code)));
    said.flat_map(|said| with_message(prose, &said).into_iter().chain([said])).collect()
}

/// "…, with the message "no such key"": what an exception says, told behind its name.
pub fn with_message(prose: &Prose<'_>, said: &Said) -> Option<Said> {
    let bare = said.written.chars().all(|c| c.is_alphanumeric() || c == '.');
    let start = said.claimed.end + usize::from(prose.behind(said.claimed.end).starts_with('`'));
    let near = prose.nearly_behind(start);
    let length = near.find(['`', '"', '“', '\n', ';', '.'])?;
    let between = words(&near[..length]);
    let told = between.iter().any(|word| listed(ANNOUNCES, word)) && between.iter().all(|word| listed(MESSAGES, word));
    let message = prose.result_at(start + length).filter(|_| told && bare && exception::names_one(&said.written))?;
    let (text, inside) = unquoted(&message);
    let written = format!("{}: {text}", said.written);
    Some(Said { written, span: inside, claimed: inside, link: Link::Raises, ..said.clone() })
}

/// A message without the quotes around it, and where it stands.
fn unquoted(message: &Result) -> (String, Span) {
    let bare = ['"', '\'']
        .iter()
        .find_map(|quote| message.written.strip_prefix(*quote)?.strip_suffix(*quote))
        .unwrap_or(&message.written);
    let outer = message.span.end - message.span.start;
    let marks = if outer > bare.len() { (outer - bare.len()) / 2 } else { 0 };
    (bare.to_owned(), Span::new(message.span.start + marks, message.span.end - marks))
}

fn words(text: &str) -> Vec<String> {
    let bare = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    bare.filter(|word| !word.is_empty()).collect()
}

/// The cause, and then the exception.
fn behind(prose: &Prose<'_>, cause: Code) -> Option<Said> {
    let near = prose.nearly_behind(cause.outside.end);
    let mut at = cause.outside.end;
    for part in near.split_inclusive([' ', '\n']).take(12) {
        let exception = exception_at(prose, at + (part.len() - part.trim_start_matches(['*', '_', '(']).len()));
        let between = words(prose.between(cause.outside.end, at));
        let told = |exception: &Result| between.iter().any(|word| listed(VERBS, word)) || is_raised(prose, exception);
        if let Some(exception) = exception.filter(told) {
            let plain = between.iter().all(|word| listed(FORWARD, word));
            let only_if_so = subject::role(prose, cause) != Role::Subject;
            let said = || Said { only_if_so, ..Said::new(prose, cause.inside, exception, Link::Raises) };
            return plain.then(said);
        }
        at += part.len();
        if part.contains(['`', ';', '.']) || part.ends_with('\n') && prose.behind(at).starts_with('\n') {
            return None;
        }
    }
    None
}

/// "…, a `ValueError` is raised"
fn is_raised(prose: &Prose<'_>, exception: &Result) -> bool {
    const PASSIVES: [&str; 8] =
        ["is raised", "is thrown", "is the result", "will be raised", "gets raised", "pops up", "follows", "occurs"];
    let behind = prose.behind(exception.end).trim_start_matches(['`', ' ']);
    PASSIVES.iter().any(|words| behind.starts_with(words))
}

/// The exception, and then the cause.
fn before(prose: &Prose<'_>, cause: Code) -> Option<Said> {
    let sentence = prose.sentence(cause.outside);
    let text = prose.between(sentence.start, cause.outside.start);
    let starts =
        text.char_indices().filter(|(at, c)| c.is_uppercase() && !text[..*at].ends_with(char::is_alphanumeric));
    let exception = starts.rev().find_map(|(at, _)| {
        let at = sentence.start + at;
        exception_at(prose, if text[..at - sentence.start].ends_with('`') { at - 1 } else { at })
    })?;
    let between = words(prose.between(exception.end, cause.outside.start));
    let lead = words(prose.between(sentence.start, exception.span.start));
    let told = lead.iter().rev().take(4).chain(&between).any(|word| listed(VERBS, word));
    let plain = !between.is_empty() && between.iter().all(|word| listed(BACKWARD, word));
    (told && plain).then(|| Said {
        span: Span::new(exception.span.start, cause.outside.end),
        ..Said::new(prose, cause.inside, exception, Link::Raises)
    })
}

fn exception_at(prose: &Prose<'_>, at: usize) -> Option<Result> {
    let result = prose.result_at(at)?;
    exception::names_one(&result.written).then_some(result)
}
