//! Exceptions with some words between them and their cause, in either order: "if you call `f(None)`, you get a `TypeError`",
//! "a `KeyError` is raised by `{}[1]`".

use super::inline::{Code, Prose, Result};
use super::said::{Link, Said};
use crate::text::Span;

/// Words behind the cause, before the exception.
const FORWARD: &str = "you we one get gets got will raises raise throws throw results result in a an leads to gives give ends end fails fail \
    with triggers causes produces is are the error and it that this which so therefore immediately also already even by \
    instantly usually always simply just hence meaning means crashes crash blows up an exception of type class both would";
/// Words behind the exception, before the cause.
const BACKWARD: &str = "is are was raised thrown by if when whenever you we one call calls calling do does run running evaluate evaluating execute \
    executing write use using try trying to with for on because in like such as from e.g eg example attempt attempting \
    access accessing index indexing import importing invoke invoking the expression code statement that it";
/// Verbs of which one must stand in it.
const VERBS: &str = "raises raise raised raising throws throw thrown get gets got gives give results result leads lead fails fail causes cause caused \
    triggers trigger produces produce ends end crashes crash";

/// All such sayings of a stretch.
pub fn read(prose: &Prose<'_>) -> Vec<Said> {
    prose.codes.iter().filter_map(|code| behind(prose, *code).or_else(|| before(prose, *code))).collect()
}

fn listed(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

fn words(text: &str) -> Vec<String> {
    let bare = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    bare.filter(|word| !word.is_empty()).collect()
}

/// The cause, and then the exception.
fn behind(prose: &Prose<'_>, cause: Code) -> Option<Said> {
    let near = prose.nearly_behind(cause.outside.end);
    let mut at = cause.outside.end;
    for part in near.split_inclusive(' ').take(10) {
        let exception = exception_at(prose, at + (part.len() - part.trim_start_matches(['*', '_', '(']).len()));
        let between = words(prose.between(cause.outside.end, at));
        if let Some(exception) = exception.filter(|_| between.iter().any(|word| listed(VERBS, word))) {
            let plain = between.iter().all(|word| listed(FORWARD, word));
            return plain.then(|| Said::new(prose, cause.inside, exception, Link::Raises));
        }
        if part.contains(['`', '\n', ';', '.']) {
            return None;
        }
        at += part.len();
    }
    None
}

/// The exception, and then the cause.
fn before(prose: &Prose<'_>, cause: Code) -> Option<Said> {
    let sentence = prose.sentence(cause.outside);
    let text = prose.between(sentence.start, cause.outside.start);
    let starts =
        text.char_indices().filter(|(at, c)| c.is_uppercase() && !text[..*at].ends_with(char::is_alphanumeric));
    let exception = starts
        .filter_map(|(at, _)| {
            let at = sentence.start + at;
            exception_at(prose, if text[..at - sentence.start].ends_with('`') { at - 1 } else { at })
        })
        .last()?;
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
    let name = result.written.split(['(', ':']).next().unwrap_or("").rsplit('.').next().unwrap_or("");
    crate::claims::looks_like_exception(name).then_some(result)
}
