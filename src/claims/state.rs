//! Claims about something other than the line's own value: `x = 3, y = 4`, `len(a) == 3`, `refcount = 2`.

use super::literal::Literal;
use super::model::Reading;
use super::span::Part;
use crate::syntax;

/// One such claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What is claimed.
    pub claimed: Part,
    /// What follows.
    pub tail: Part,
    /// How it is to be checked.
    pub reading: Reading,
}

/// Reads `name = literal` or `expression == literal`, alone or in a list set off by commas or `and`. Names must be ones
/// that the code `binds`, and each left side must do more than repeat a constant.
pub fn read(text: &str, binds: &dyn Fn(&str) -> bool) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while let Some((one, end)) = equation(&text[at..], binds) {
        found.push(Found { claimed: one.claimed.moved(at), tail: Part::new(at + end, at + end), reading: one.reading });
        let behind = &text[at + end..];
        let next = [", and ", " and ", ", ", "; "].into_iter().find(|sign| behind.starts_with(sign));
        match next {
            Some(sign) => at += end + sign.len(),
            None => break,
        }
    }
    if let Some(last) = found.last_mut() {
        last.tail = Part::new(last.tail.start, text.len());
    }
    found
}

fn equation(text: &str, binds: &dyn Fn(&str) -> bool) -> Option<(Found, usize)> {
    let (sign, left) = SIGNS
        .into_iter()
        .chain(HAS)
        .filter_map(|sign| text.find(sign).map(|at| (sign, at)))
        .min_by_key(|(sign, at)| (*at, usize::MAX - sign.len()))?;
    let expr = text[..left].trim().trim_matches('`');
    let read = syntax::expression(expr)?;
    if expr.contains(',') && !expr.contains(['(', '[']) {
        return None;
    }
    let known = !read.uses.is_empty() && read.uses.iter().all(|name| binds(name) || is_harmless(name));
    if !known || !read.uses.iter().any(|name| binds(name)) {
        return None;
    }
    let start = left + sign.len();
    let right = &text[start..];
    let skipped = right.len() - right.trim_start_matches([' ', '`']).len();
    let skipped = skipped + sum_length(&right[skipped..]);
    let (literal, length) = Literal::prefix(&right[skipped..])?;
    if HAS.contains(&sign) && matches!(literal, Literal::Number(_)) {
        return None;
    }
    let mut end = start + skipped + length;
    let computed = text[end..].trim_start();
    if computed.starts_with(['*', '+', '/', '%', '×', '<', '>', '='])
        && !computed.starts_with("<-")
        && !computed.starts_with("=>")
    {
        return None;
    }
    let joined = text[end..].starts_with(|c: char| c.is_alphanumeric() || "_%/*+-([".contains(c));
    if joined || literal.is_name() || literal == Literal::Rest {
        return None;
    }
    let reading =
        Reading::State { expr: expr.to_owned(), before: false, equals: text[start + skipped..end].to_owned() };
    end += usize::from(text[end..].starts_with('`'));
    Some((Found { claimed: Part::new(0, end).trimmed(text), tail: Part::new(end, end), reading }, end))
}

/// What may stand between a name and what it is.
const SIGNS: [&str; 9] =
    ["==", "=", " is now ", " is still ", " is ", ": ", " becomes ", " has become ", " ends up as "];
/// The same of what is in it; a number would count that.
const HAS: [&str; 6] = [" now has ", " still has ", " now holds ", " still holds ", " now reads ", " now contains "];

/// The length of a sum of numbers with its equals sign: `2 * 3 = ` in `area = 2 * 3 = 6`.
fn sum_length(text: &str) -> usize {
    let is_sum = |sum: &str| {
        let only = sum.chars().all(|c| c.is_ascii_digit() || " .()_+-*/×^%".contains(c));
        only && sum.starts_with(|c: char| c.is_ascii_digit() || c == '(')
            && sum.contains(['+', '-', '*', '/', '×', '^', '%'])
    };
    match text.find('=').filter(|&at| is_sum(&text[..at])) {
        Some(at) => text.len() - text[at + 1..].trim_start().len(),
        None => 0,
    }
}

/// "copy sees the change: [1, 2]": a name, what happens to it in a few words, and what it is then.
pub fn told(text: &str, binds: &dyn Fn(&str) -> bool) -> Option<Found> {
    let (name, rest) = text.split_once(' ')?;
    let name = name.trim_matches('`');
    let (words, sign) = [": ", " -> ", " → ", " => "].iter().find_map(|sign| Some((rest.split_once(sign)?.0, sign)))?;
    let worded = words.chars().all(|c| c.is_alphabetic() || " -'’,".contains(c)) && words.split(' ').count() < 7;
    let start = text.len() - rest.len() + words.len() + sign.len();
    let start = start + (text[start..].len() - text[start..].trim_start().len());
    let literal = Literal::whole(&text[start..])?;
    let plain = literal.names().is_empty() && literal != Literal::Rest && !literal.is_name();
    let end = text.trim_end().len();
    let reading = Reading::State { expr: name.to_owned(), before: false, equals: text[start..end].to_owned() };
    let found = Found { claimed: Part::new(start, end), tail: Part::new(end, end), reading };
    (binds(name) && worded && plain).then_some(found)
}

/// Built-in functions that a text may apply to a name without changing anything.
fn is_harmless(name: &str) -> bool {
    matches!(
        name,
        "len" | "type" | "id" | "repr" | "str" | "list" | "dict" | "set" | "tuple" | "sorted" | "sum" | "min" | "max"
    )
}

/// Finds `name=literal`, written without blanks, anywhere in a sentence, and a result behind "Actual:" for the one name
/// that the sentence speaks of. Each may hold before the statement or after it.
pub fn embedded(text: &str, binds: &dyn Fn(&str) -> bool) -> Vec<(Part, Vec<Reading>)> {
    let equations = text.match_indices('=').filter_map(|(sign, _)| {
        let name = last_name(&text[..sign]);
        binds(name).then(|| said_of(name, text, sign - name.len(), sign + 1)).flatten()
    });
    let actual = OUTCOMES.iter().find_map(|word| text.find(word).map(|at| at + word.len()));
    let named = words(text).find(|word| binds(word));
    let behind_word = actual.zip(named).and_then(|(start, name)| {
        let value = start + sum_length(&text[start..]);
        said_of(name, text, value, value)
    });
    equations.chain(behind_word).collect()
}

/// Words behind which a sentence gives what came out in the end.
const OUTCOMES: [&str; 9] = [
    "Actual: ",
    "actual: ",
    "write back ",
    "writes back ",
    "ends up as ",
    "ends up with ",
    "ends up at ",
    "ends at ",
    "is left with ",
];

/// The literal at `value`, as the state of `name`; the claim begins at `start`.
fn said_of(name: &str, text: &str, start: usize, value: usize) -> Option<(Part, Vec<Reading>)> {
    let (literal, length) = Literal::prefix(&text[value..])?;
    let end = value + length;
    let state = |before| Reading::State { expr: name.to_owned(), before, equals: text[value..end].to_owned() };
    literal.names().is_empty().then(|| (Part::new(start, end), vec![state(true), state(false)]))
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
}

fn last_name(text: &str) -> &str {
    words(text).next_back().unwrap_or("")
}

/// Reads `refcount = 2`, for a statement that binds `target` or deletes it.
pub fn reference_count(text: &str, target: &str, deletes: bool) -> Option<Found> {
    let lower = text.to_ascii_lowercase();
    let word = ["reference count", "refcount", "ref count", "refs"].into_iter().find(|word| lower.starts_with(word))?;
    let behind = &text[word.len()..];
    let sign_end =
        [" = ", " is now ", " is ", ": ", " == ", "="].into_iter().find(|sign| behind.starts_with(sign))?.len();
    let start = word.len() + sign_end;
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return None;
    }
    let end = start + digits;
    // getrefcount counts its own argument too; a deletion takes one more away.
    let taken = if deletes { 2 } else { 1 };
    let expr = format!("__import__('sys').getrefcount({target}) - {taken}");
    let reading = Reading::State { expr, before: deletes, equals: text[start..end].to_owned() };
    Some(Found { claimed: Part::new(0, end), tail: Part::new(end, text.len()), reading })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, &str)]) {
        let found = read(text, &|name| ["a", "b", "x"].contains(&name));
        let found: Vec<_> = found
            .into_iter()
            .map(|found| match found.reading {
                Reading::State { expr, equals, .. } => (expr, equals),
                other => panic!("{other:?}"),
            })
            .collect();
        let expect: Vec<_> = expect.iter().map(|(expr, equals)| ((*expr).to_owned(), (*equals).to_owned())).collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn equations_about_known_names_are_read() {
        check("a = 1, b = [2]", &[("a", "1"), ("b", "[2]")]);
        check("x is now [1, 2] (changed)", &[("x", "[1, 2]")]);
        check("len(x) == 3", &[("len(x)", "3")]);
        check("a: 1; b: 2", &[("a", "1"), ("b", "2")]);
        check("`a` is now `5`", &[("a", "5")]);
        check("a = 2 * 3 = 6", &[("a", "6")]);
    }

    #[test]
    fn others_are_not() {
        check("debug = True", &[]);
        check("a = b", &[]);
        check("a is better", &[]);
        check("1 = 1", &[]);
        check("a = 3x", &[]);
        check("a = 2 * 3", &[]);
        check("a = 1 + b", &[]);
    }

    #[test]
    fn reference_counts_are_read() {
        let found = reference_count("refcount = 2 (again)", "a", false).unwrap();
        assert_eq!(found.claimed.of("refcount = 2 (again)"), "refcount = 2");
        assert_eq!(reference_count("refcount drops", "a", false), None);
    }
}
