//! How often something is printed or run: "Prints 3 times", "runs every time Box() is called".

use crate::claims::marker::begins_with_word;
use crate::claims::model::{Certainty, Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::syntax::{Scope, Shape};

/// Reads such a wording.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    printed(text, subject)
        .or_else(|| silent(text, subject))
        .or_else(|| never(text, subject))
        .or_else(|| every_time(text, subject))
}

/// "Prints nothing", "no output"
fn silent(text: &str, subject: Subject<'_>) -> Option<Found> {
    const WORDS: [&str; 7] = [
        "prints nothing",
        "no output",
        "nothing is printed",
        "nothing printed",
        "nothing at all",
        "outputs nothing",
        "does not print",
    ];
    let acts = matches!(
        subject.statement.shape,
        Shape::Expr { .. } | Shape::Loop | Shape::Condition | Shape::With | Shape::Assign { .. }
    );
    let words = WORDS.into_iter().find(|words| begins_with_word(text, words))?;
    let behind = text[words.len()..].trim_matches(['.', '!', ')', ' ']);
    let alone = ["", "here", "at all", "this time"].contains(&behind);
    let found = Found::possible(text, Part::new(0, words.len()), Kind::Stdout, Reading::PrintedTimes(0));
    (acts && alone).then_some(Found { certainty: Certainty::Likely, ..found })
}

/// "Never printed", "not reached", beside a statement that may be passed over.
fn never(text: &str, subject: Subject<'_>) -> Option<Found> {
    const WORDS: [&str; 12] = [
        "never printed",
        "never reached",
        "never executed",
        "never runs",
        "never called",
        "not printed",
        "not reached",
        "not executed",
        "unreachable",
        "won't be printed",
        "won't be reached",
        "won't run",
    ];
    let words = WORDS.into_iter().find(|words| begins_with_word(text, words))?;
    let alone = text[words.len()..].trim_matches(['.', '!', ' ']).is_empty();
    // In a function that is never called it would say nothing.
    let at_top = subject.statement.conditional && subject.statement.scope == Scope::Module;
    let found = Found::possible(text, Part::new(0, words.len()), Kind::State, Reading::Turns(0));
    (at_top && alone).then_some(Found { certainty: Certainty::Likely, ..found })
}

const UNITS: [&str; 4] = ["times", "lines", "time", "line"];

/// "Prints 3 times", "printed twice"
fn printed(text: &str, subject: Subject<'_>) -> Option<Found> {
    let call = matches!(subject.statement.shape, Shape::Expr { .. } | Shape::Loop);
    let verb = ["prints", "printed"].into_iter().find(|verb| begins_with_word(text, verb))?;
    let rest = text[verb.len()..].trim_start();
    let number = rest.split_whitespace().next()?.trim_end_matches(['!', '.', ',']);
    let number_end = text.len() - rest.len() + number.len();
    let behind = text[number_end..].trim_start();
    let unit = UNITS.into_iter().find(|word| begins_with_word(behind, word));
    let count = match number.to_ascii_lowercase().as_str() {
        "once" => 1,
        "twice" => 2,
        digits => digits.parse().ok().filter(|_| unit.is_some())?,
    };
    let end = unit.map_or(number_end, |unit| text.len() - behind.len() + unit.len());
    let found = Found::possible(text, Part::new(0, end), Kind::Stdout, Reading::PrintedTimes(count));
    call.then_some(Found { certainty: Certainty::Likely, ..found })
}

/// "runs every time Box() is called": as often as the module calls it, where that is at least twice.
fn every_time(text: &str, subject: Subject<'_>) -> Option<Found> {
    let lower = text.to_ascii_lowercase();
    let start = ["runs every time ", "runs each time ", "called every time ", "executed every time "]
        .into_iter()
        .find_map(|words| lower.find(words).map(|at| (at, at + words.len())))?;
    let rest = &text[start.1..];
    let called = rest.find("() is called").map(|at| rest[..at].trim_matches('`'))?;
    let calls = subject.module.statements.iter().filter(|statement| {
        let plain = statement.scope == Scope::Module && !statement.conditional;
        let simple = !matches!(statement.shape, Shape::Def(_) | Shape::Class(_));
        plain && simple && statement.header.of(subject.code).contains(&format!("{called}("))
    });
    let count = calls.count();
    let end = start.1 + rest.find(" is called")? + " is called".len();
    (count > 1).then(|| Found::possible(text, Part::new(start.0, end), Kind::State, Reading::Turns(count)))
}
