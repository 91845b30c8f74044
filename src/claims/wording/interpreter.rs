//! What CPython does by itself: the integers that it keeps, and what a prompt shows where a script does not.

use super::shows_true;
use crate::claims::model::{Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::syntax::{Scope, Shape, expression};

/// Reads such a wording.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    kept_integers(text).or_else(|| at_a_prompt(text, subject))
}

/// "caches integers -5 to 256": made anew, each is the object that was there before, and those next to them are not.
fn kept_integers(text: &str) -> Option<Found> {
    let lower = text.to_ascii_lowercase();
    let verb = ["cache", "intern", "preallocat", "pre-allocat"].into_iter().find_map(|verb| lower.find(verb))?;
    let noun =
        ["integers", "ints", "numbers"].into_iter().find_map(|noun| lower.find(noun).map(|at| at + noun.len()))?;
    let (first, last, start, end) = two_numbers(text, verb.min(noun))?;
    let start = start.min(verb).min(noun);
    let start = text[..start].rfind(['(', '.', ';', '!']).map_or(0, |at| at + 1);
    let end = end + usize::from(text[end..].starts_with(')') && text[start..end].contains('('));
    let kept = |n: i64| format!("int('{n}') is int('{n}')");
    let apart = |n: i64| format!("int('{n}') is not int('{n}')");
    let tests = [kept(first), kept(last), apart(first.checked_sub(1)?), apart(last.checked_add(1)?)];
    Some(Found::possible(text, Part::new(start, end.max(noun)), Kind::State, shows_true(tests.join(" and "))))
}

/// Two whole numbers with a word or a sign between them, from `start` on: their values, and where they stand.
fn two_numbers(text: &str, start: usize) -> Option<(i64, i64, usize, usize)> {
    let from = start + text[start..].find(|c: char| c.is_ascii_digit() || MINUS.contains(&c))?;
    let (first, length) = whole_number(&text[from..])?;
    let rest = &text[from + length..];
    let joint =
        [" through ", " to ", " and ", ", ", "..", "–", " - "].into_iter().find(|joint| rest.starts_with(joint))?;
    let (last, last_length) = whole_number(&rest[joint.len()..])?;
    (first < last).then_some((first, last, from, from + length + joint.len() + last_length))
}

/// Signs that authors take for a minus.
const MINUS: [char; 2] = ['-', '−'];

/// A whole number at the beginning of `text`, and its length.
fn whole_number(text: &str) -> Option<(i64, usize)> {
    let body = text.trim_start_matches(MINUS);
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let size: i64 = body[..digits].parse().ok()?;
    let signed = body.len() < text.len();
    Some((if signed { -size } else { size }, text.len() - body.len() + digits))
}

/// "False in a REPL": the assignments that the expression reads, each compiled by itself as a prompt does.
fn at_a_prompt(text: &str, subject: Subject<'_>) -> Option<Found> {
    const PLACES: [&str; 8] = [
        " in repl",
        " in a repl",
        " in the repl",
        " at the prompt",
        " at a prompt",
        " interactively",
        " in the shell",
        " in the interactive shell",
    ];
    let word = ["True", "False"].into_iter().find(|word| text.starts_with(word))?;
    let lower = text.to_ascii_lowercase();
    let place = PLACES.into_iter().find(|place| lower[word.len()..].starts_with(place))?;
    let code = subject.statement.span.of(subject.code);
    let shows = matches!(subject.statement.shape, Shape::Expr { prints: false, .. })
        && subject.statement.scope == Scope::Module;
    let read = expression(code).filter(|_| shows && !code.contains('('))?;
    let steps: Option<Vec<String>> =
        read.uses.iter().map(|name| Some(format!("exec({:?}, g)", constant(name, subject)?))).collect();
    let expr = format!("(lambda g: [{}, eval({code:?}, g)][-1])({{}})", steps?.join(", "));
    let reading = Reading::State { expr, before: false, equals: word.to_owned() };
    Some(Found::possible(text, Part::new(0, word.len() + place.len()), Kind::Value, reading))
}

/// The last assignment of a constant to `name` before the statement.
fn constant<'a>(name: &str, subject: Subject<'a>) -> Option<&'a str> {
    let before = subject.module.statements.iter().take_while(|other| other.span.start < subject.statement.span.start);
    let binds =
        |shape: &Shape| matches!(shape, Shape::Assign { targets, .. } if targets.iter().any(|target| target == name));
    let last = before.filter(|other| binds(&other.shape)).last()?;
    let constant = matches!(last.shape, Shape::Assign { constant: true, .. }) && last.parent.is_none();
    constant.then(|| last.span.of(subject.code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    fn check(code: &str, text: &str, expect: Option<&str>) {
        let module = parse(code);
        let subject = Subject::new(code, &module, module.statements.last().unwrap());
        let found = read(text, subject).map(|found| found.claimed.of(text).to_owned());
        assert_eq!(found.as_deref(), expect, "{code:?} # {text}");
    }

    #[test]
    fn kept_integers_and_prompts_are_read() {
        check("a is b\n", "True (small ints from -5 to 256 are cached)", Some("small ints from -5 to 256"));
        check("a is b\n", "interns integers −5..256", Some("interns integers −5..256"));
        check("a = 500\nb = 500\na is b\n", "False in the REPL, True in a file", Some("False in the REPL"));
    }

    #[test]
    fn others_are_not() {
        check("a is b\n", "caches the last 128 calls", None);
        check("a is b\n", "cached numbers", None);
        check("a = f()\nb = 500\na is b\n", "False in the REPL", None);
        check("a is b\n", "False in Python 2", None);
    }
}
