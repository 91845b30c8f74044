//! Numbers behind the words for what they count: "ISO week 9", "quotient 3, remainder 1".

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
    one(text, subject).or_else(|| several(text, subject))
}

/// "quotient 3, remainder 1", "first 2, then 4": each with a word of its own, in their order.
fn several(text: &str, subject: Subject<'_>) -> Option<Found> {
    let shows = matches!(subject.statement.shape, Shape::Expr { constant: false, .. } | Shape::Loop);
    let part = |part: &str| {
        let (word, number) = part.trim().rsplit_once(' ')?;
        let worded = word.split(' ').count() < 3 && word.chars().all(|c| c.is_alphabetic() || c == ' ');
        let counted = !ORDINALS.contains(&word.to_lowercase().as_str());
        (worded && counted && number.parse::<f64>().is_ok()).then(|| number.to_owned())
    };
    let all = text.trim_end_matches(['.', '!']);
    let numbers: Vec<String> = all.split([',', ';']).map(part).collect::<Option<_>>()?;
    let listed = numbers.join(", ");
    let found = Found::possible(text, Part::new(0, all.len()), Kind::Value, Reading::Value(format!("({listed})")));
    let readings = [found.readings.clone(), vec![Reading::Stdout(listed)]].concat();
    (shows && numbers.len() > 1).then_some(Found { readings, certainty: Certainty::Guess, ..found })
}

fn one(text: &str, subject: Subject<'_>) -> Option<Found> {
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
