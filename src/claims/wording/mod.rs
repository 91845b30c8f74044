//! Results told in words: "Prints 3 times", "Same object", "Works!", "Becomes _A__x", "Hashable, immutable".
//!
//! Each file reads one family of wordings and says how it can be observed. A wording that no file knows is no claim: what
//! cannot be checked honestly is not guessed at.

mod answers;
mod attributes;
mod classes;
mod collector;
mod expression;
mod identity;
mod interpreter;
mod length;
mod library;
mod nature;
mod quiet;
mod times;
mod unchanged;

pub use answers::answer;

use super::model::{Certainty, Kind, Reading, Strength};
use super::reading::{Found, Subject};
use super::span::Part;
use crate::syntax::Shape;

/// A reading that evaluates `expr` behind the block.
fn shows_true(expr: String) -> Reading {
    Reading::Evaluates { expr, to: Box::new(Reading::Value("True".into())) }
}

/// Reads the wordings in `text` that say a definite thing, clause by clause.
pub fn read(text: &str, subject: Subject<'_>) -> Vec<Found> {
    let definite = |words: &str| {
        times::read(words, subject)
            .or_else(|| identity::read(words, subject))
            .or_else(|| attributes::read(words, subject))
            .or_else(|| classes::read(words, subject))
            .or_else(|| library::read(words, subject))
            .or_else(|| super::soft::exact_size(words, subject))
            .or_else(|| unchanged::read(words, subject))
            .or_else(|| nature::read(words, subject))
            .or_else(|| length::read(words, subject))
    };
    // What has brackets or commas of its own is looked for in the whole text.
    let whole = interpreter::read(text, subject).or_else(|| collector::read(text, subject));
    let whole = whole.or_else(|| answers::read(text, subject)).or_else(|| expression::read(text, subject));
    by_clause(text, &definite).into_iter().chain(whole).collect()
}

/// Reads the wordings in `text` that only say whether it works.
pub fn soft(text: &str, subject: Subject<'_>) -> Vec<Found> {
    let fine = by_clause(text, &|words| quiet::read(words, subject));
    if fine.is_empty() { goes_wrong(text, subject).into_iter().collect() } else { fine }
}

/// The first clause that begins at `from` or behind it and says outright that nothing is raised.
pub fn quiet(text: &str, from: usize, subject: Subject<'_>) -> Option<Found> {
    let mut found = by_clause(text, &|words| quiet::outright(words, subject)).into_iter();
    found.find(|found| found.claimed.start >= from)
}

fn by_clause(text: &str, read: &dyn Fn(&str) -> Option<Found>) -> Vec<Found> {
    let mut found = Vec::new();
    for clause in clauses(text) {
        let words = clause.of(text);
        let start = clause.trimmed(text).start;
        found.extend(read(words).map(|one| one.moved(start)));
    }
    if let Some(last) = found.last_mut() {
        last.tail = Part::new(last.claimed.end, text.len());
    }
    found
}

/// The clauses of a comment: set off by dashes, sentence ends, plus signs and semicolons.
fn clauses(text: &str) -> Vec<Part> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for (at, _) in text.char_indices() {
        let sign = [" -- ", " — ", " – ", " + ", ", ", "; ", "! ", ". ", " ("]
            .into_iter()
            .find(|sign| text[at..].starts_with(sign));
        if let Some(sign) = sign.filter(|_| at >= start) {
            clauses.push(Part::new(start, at + usize::from(sign.starts_with(['!', '.']))));
            start = at + sign.len();
        }
    }
    clauses.push(Part::new(start.min(text.len()), text.len()));
    clauses.retain(|clause| !clause.of(text).is_empty());
    clauses
}

/// Words, and signs, with which an author says that something is raised.
const FAILURES: [&str; 30] = [
    "error",
    "errors",
    "exception",
    "exceptions",
    "raise",
    "raises",
    "raised",
    "throw",
    "throws",
    "fail",
    "fails",
    "failed",
    "failure",
    "crash",
    "crashes",
    "breaks",
    "boom",
    "oops",
    "invalid",
    "illegal",
    "forbidden",
    "disallowed",
    "cannot",
    "can't",
    "won't",
    "mustn't",
    "unhashable",
    "explodes",
    "chokes",
    "bombs",
];
const FAILURE_SIGNS: [&str; 17] = [
    "❌",
    "✗",
    "✘",
    "💥",
    "not allowed",
    "not callable",
    "not subscriptable",
    "not iterable",
    "not hashable",
    "not supported",
    "not defined",
    "out of range",
    "read-only",
    "immutable",
    "blows up",
    "blow up",
    "goes wrong",
];
/// Words that call a piece of code bad: around it they announce a failure, beside it they are labels.
const JUDGEMENTS: [&str; 8] = ["broken", "wrong", "incorrect", "bad", "buggy", "bug", "doesn't", "problem"];

/// Whether the text around a block speaks of a failure: an exception that it does not name comes as no surprise then.
pub fn speaks_of_failure(text: &str) -> bool {
    says_raised(text) || words(&text.to_lowercase()).any(|word| JUDGEMENTS.contains(&word))
}

fn says_raised(text: &str) -> bool {
    const NEGATED: [&str; 6] =
        ["no error", "no exception", "without error", "without an error", "never fail", "not fail"];
    let lower = text.to_lowercase().replace('’', "'");
    if clauses(text).into_iter().any(|clause| quiet::says_so(clause.of(text))) {
        return false;
    }
    let named = identifiers(text).any(super::exception::looks_like_exception);
    let says =
        words(&lower).any(|word| FAILURES.contains(&word)) || FAILURE_SIGNS.iter().any(|sign| lower.contains(sign));
    (named || says) && !NEGATED.iter().any(|words| lower.contains(words))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\''))
}

/// "a runtime error", "this fails!": a soft claim that something is raised, so that it comes as no surprise.
fn goes_wrong(text: &str, subject: Subject<'_>) -> Option<Found> {
    let acts = match subject.statement.shape {
        Shape::Expr { constant, .. } | Shape::Assign { constant, .. } => !constant,
        Shape::Del(_) | Shape::Import => true,
        _ => false,
    };
    // "Error: no such key" gives the message, too.
    let message = ["error: ", "error - "]
        .iter()
        .find(|lead| text.to_lowercase().starts_with(**lead))
        .map(|lead| &text[lead.len()..]);
    let any = || Reading::Raises { type_name: "BaseException".into(), message: message.map(str::to_owned) };
    let raises = |name: &str| Reading::Raises { type_name: name.to_owned(), message: None };
    let named: Vec<&str> = identifiers(text).filter(|name| super::exception::looks_like_exception(name)).collect();
    let readings = if named.is_empty() { vec![any()] } else { named.iter().copied().map(raises).collect() };
    let found = Found::possible(text, Part::new(0, text.len()), Kind::Raises, any());
    let found = Found { readings, ..found };
    let plain = text.trim_end_matches(['!', '.']).to_lowercase();
    let short =
        named.len() == 1 && identifiers(&plain).all(|word| is_report(word) || named[0].eq_ignore_ascii_case(word));
    let certainty = if short || EXPLICIT.contains(&plain.as_str()) { Certainty::Likely } else { Certainty::Possible };
    (acts && says_raised(text)).then_some(Found { strength: Strength::Soft, certainty, ..found })
}

/// Words that only say that an exception comes: "avoids KeyError" has another one.
fn is_report(word: &str) -> bool {
    const WORDS: [&str; 16] = [
        "",
        "a",
        "an",
        "the",
        "raise",
        "raises",
        "gives",
        "causes",
        "triggers",
        "produces",
        "throws",
        "boom",
        "oops",
        "error",
        "exception",
        "crash",
    ];
    WORDS.contains(&word)
}

fn identifiers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
}

/// Wordings that say nothing but that an exception is raised. "Error" alone may be what a type checker says.
const EXPLICIT: [&str; 8] = [
    "raises an error",
    "raises an exception",
    "raises error",
    "raises exception",
    "throws an error",
    "throws an exception",
    "will raise an error",
    "will raise an exception",
];
