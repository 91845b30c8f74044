//! Claims in comments that no literal tells: sizes, times, that something hangs, what it does to the world.
//!
//! Each file reads one family and says how it can be observed. What a run can't measure honestly is open: the claim is
//! there, and undecidable for a reason that says why. Nothing here fails a run.

pub mod amount;
mod effect;
mod hang;
mod instances;
mod size;
mod time;

use super::marker::begins_with_word;
use super::model::{Certainty, Kind, Reading, Strength};
use super::reading::{Found, Subject};
use super::span::Part;
use crate::syntax::{Scope, Shape};
use amount::Amount;

/// A longer line of comment is no remark, in bytes.
const LONGEST: usize = 500;

pub use size::exact as exact_size;

/// Reads the soft claims of one line of comment.
pub fn read(text: &str, subject: Subject<'_>) -> Vec<Found> {
    if is_task(text) || text.len() > LONGEST {
        return Vec::new();
    }
    let mut found = size::read(text, subject);
    found.extend(time::read(text, subject));
    found.extend(hang::read(text, subject));
    found.extend(effect::read(text, subject));
    found.sort_by_key(|found| found.claimed.start);
    // A text read in two ways is one claim: the one with the narrower meaning comes first in the list above.
    found.dedup_by(|later, earlier| later.claimed.start < earlier.claimed.end);
    found
}

/// A soft claim of which only this is sure: that it is one.
fn open(text: &str, claimed: Part, kind: Kind, reason: &str) -> Found {
    soft(text, claimed, kind, Vec::new()).opened(reason)
}

/// A soft claim that fails where it was seen to be otherwise.
fn soft(text: &str, claimed: Part, kind: Kind, readings: Vec<Reading>) -> Found {
    let found = Found::possible(text, claimed, kind, Reading::Hangs);
    Found { strength: Strength::Soft, certainty: Certainty::Sure, readings, ..found }
}

impl Found {
    /// The same, but no run can speak against it.
    fn opened(mut self, reason: &str) -> Self {
        self.readings.push(Reading::Open(reason.to_owned()));
        self
    }
}

/// Whether an amount only says what a number of the statement stands for: `wait(10)  # 10 seconds`.
fn explains_a_number(text: &str, amount: &Amount, subject: Subject<'_>) -> bool {
    let number: String =
        amount.part.of(text).chars().take_while(|c| c.is_ascii_digit() || "._,".contains(*c)).collect();
    let header = subject.statement.header.of(subject.code);
    let mut numbers = header.split(|c: char| !(c.is_alphanumeric() || "._".contains(c)));
    !amount.about && numbers.any(|written| written.replace('_', "") == number.replace([',', '_'], ""))
}

/// Words that make a remark a task for the reader, or one about another day.
fn is_task(text: &str) -> bool {
    const WORDS: [&str; 8] = ["todo", "fixme", "xxx", "hack", "note to self", "see ", "http://", "https://"];
    let lower = text.to_lowercase();
    WORDS.iter().any(|word| lower.starts_with(word))
}

/// Words with which a text says that it depends.
fn conditional(text: &str) -> bool {
    const WORDS: [&str; 16] = [
        "if",
        "when",
        "unless",
        "may",
        "might",
        "can",
        "could",
        "would",
        "until",
        "possibly",
        "sometimes",
        "or",
        "avoid",
        "prevent",
        "prevents",
        "don't",
    ];
    let lower = text.to_lowercase().replace('’', "'");
    words(&lower).any(|word| WORDS.contains(&word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || "'_".contains(c))).filter(|word| !word.is_empty())
}

/// The first place where one of the phrases stands as words of its own, in any case: the longest of those that begin there.
fn phrase(text: &str, phrases: &[&str]) -> Option<Part> {
    let lower = text.to_ascii_lowercase();
    let places = phrases.iter().flat_map(|phrase| lower.match_indices(phrase).map(|(at, found)| (at, found.len())));
    let apart = |&(at, length): &(usize, usize)| {
        let letter = |c: char| c.is_alphanumeric() || c == '_';
        !lower[..at].ends_with(letter) && !lower[at + length..].starts_with(letter)
    };
    let (at, length) = places.filter(apart).min_by_key(|&(at, length)| (at, std::cmp::Reverse(length)))?;
    Some(Part::new(at, at + length))
}

/// From the beginning of a phrase to the end of its clause.
fn to_clause_end(text: &str, part: Part) -> Part {
    let signs = [" -- ", " — ", " – ", "; ", "! ", ". ", " (", ")"];
    let rest = &text[part.end..];
    let end = signs.iter().filter_map(|sign| rest.find(sign)).min().unwrap_or(rest.len());
    Part::new(part.start, part.end + end)
}

/// Whether the statement is one that runs once, where it stands, and does something.
fn acts(subject: Subject<'_>) -> bool {
    let statement = subject.statement;
    let shape = !matches!(statement.shape, Shape::Def(_) | Shape::Class(_) | Shape::Other | Shape::Raise);
    shape && statement.scope == Scope::Module && !statement.in_loop
}

/// Whether a clause begins with one of the words.
fn begins(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| begins_with_word(text, word))
}
