//! A number behind the words for what it counts: "ISO week 9", "exit status 0".

use super::{Found, Subject};
use crate::claims::model::{Certainty, Kind, Reading};
use crate::claims::span::Part;
use crate::syntax::Shape;

/// Words before a number that only says which one of many is meant.
#[rustfmt::skip]
const ORDINALS: [&str; 30] = [
    "answer", "appendix", "bug", "case", "chapter", "example", "exercise", "figure", "issue", "item", "level", "line",
    "method", "note", "option", "page", "part", "pep", "phase", "point", "python", "question", "round", "rule", "section", "stage",
    "step", "table", "task", "version",
];

/// The number at the end of two to four words, as the value that the statement gives. It is no more than a guess.
pub(super) fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    let shows = matches!(subject.statement.shape, Shape::Expr { prints: false, constant: false, .. });
    let (words, number) = text.trim_end_matches(['.', '!']).rsplit_once(' ').filter(|_| shows)?;
    let plain = number.parse::<f64>().is_ok() && number.ends_with(|c: char| c.is_ascii_digit());
    let worded = words.split(' ').all(|word| !word.is_empty() && word.chars().all(char::is_alphabetic));
    let counted = words.rsplit(' ').next().is_some_and(|word| !ORDINALS.contains(&word.to_lowercase().as_str()));
    let start = words.len() + 1;
    let reading = Reading::Value(number.to_owned());
    let found = Found::possible(text, Part::new(start, start + number.len()), Kind::Value, reading);
    let few = (2..5).contains(&words.split(' ').count());
    (plain && worded && counted && few).then_some(Found { certainty: Certainty::Guess, ..found })
}
