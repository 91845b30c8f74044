//! Whether two names, or two results, are one object: "Same object!", "a[0] points to the same list as b[0]".

use super::shows_true;
use crate::claims::marker::begins_with_word;
use crate::claims::model::{Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::syntax::{Scope, Shape, expression};

/// Reads such a wording.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    same_or_different(text, subject)
        .or_else(|| relation(text))
        .or_else(|| apart(text, subject))
        .or_else(|| alias(text, subject))
}

const NOUNS: [&str; 10] =
    ["object", "objects", "instance", "instances", "identity", "id", "reference", "memory", "address", "one"];
const CONTAINERS: [&str; 6] = ["list", "dict", "set", "tuple", "string", "function"];

/// "Same object!" beside a comparison with `is`, or beside a call whose result was seen before.
fn same_or_different(text: &str, subject: Subject<'_>) -> Option<Found> {
    let word = ["same", "different"].into_iter().find(|word| begins_with_word(text, word))?;
    let mut behind = text[word.len()..].trim_start();
    if let Some(container) = CONTAINERS.into_iter().find(|noun| begins_with_word(behind, noun)) {
        behind = behind[container.len()..].trim_start();
    }
    let noun = NOUNS.into_iter().find(|noun| begins_with_word(behind, noun))?;
    let claimed = Part::new(0, text.len() - behind.len() + noun.len());
    match comparison(subject) {
        Some(tested) => {
            let positive = (word == "same") != tested.contains(" is not ");
            let equals = if positive { "True" } else { "False" };
            let reading = Reading::State { expr: tested, before: false, equals: equals.into() };
            Some(Found::possible(text, claimed, Kind::Value, reading).sure())
        }
        None => {
            let call = matches!(subject.statement.shape, Shape::Expr { call: true, prints: false, .. });
            let found = Found::possible(text, claimed, Kind::State, Reading::SeenBefore);
            (call && word == "same").then_some(found)
        }
    }
}

/// The comparison by `is` in a statement, where it can be evaluated again without doing anything.
fn comparison(subject: Subject<'_>) -> Option<String> {
    let tested = match subject.statement.shape {
        Shape::Assert(test) => test.of(subject.code),
        Shape::Expr { .. } => subject.statement.span.of(subject.code),
        _ => return None,
    };
    let tested = tested.strip_prefix("print(").and_then(|inner| inner.strip_suffix(')')).unwrap_or(tested);
    (tested.contains(" is ") && !tested.contains('(')).then(|| tested.to_owned())
}

/// "a[0] points to the same list as b[0]"
fn relation(text: &str) -> Option<Found> {
    let lower = text.to_ascii_lowercase();
    let (at, verb) =
        [" points to ", " refers to ", " is "].into_iter().find_map(|verb| lower.find(verb).map(|at| (at, verb)))?;
    // The left side may have words before it: "Shallow: a[0] points to …".
    let left = text[..at].rsplit(' ').next()?.trim_matches('`');
    let behind = text.get(at + verb.len()..)?.trim_start_matches("the ");
    let words = behind.to_ascii_lowercase();
    let as_at = words.strip_prefix("same ").and_then(|rest| rest.find(" as ")).map(|at| at + "same ".len())?;
    if words[..as_at].split(' ').count() > 4 {
        return None;
    }
    let right_start = text.len() - behind.len() + as_at + " as ".len();
    let right = text.get(right_start..)?.split([' ', ',', ';', '!']).next()?.trim_matches(['`', '.']);
    let claimed = Part::new(at - left.len(), right_start + right.len());
    let reading = Reading::State { expr: format!("{left} is {right}"), before: false, equals: "True".into() };
    (is_plain(left) && is_plain(right)).then(|| Found::possible(text, claimed, Kind::State, reading))
}

/// "alias of RED", "another name for total": beside what binds the other name.
fn alias(text: &str, subject: Subject<'_>) -> Option<Found> {
    const WORDS: [&str; 7] =
        ["an alias of ", "alias of ", "an alias for ", "alias for ", "another name for ", "same as ", "the same as "];
    let Shape::Assign { targets, .. } = &subject.statement.shape else { return None };
    let [target] = targets.as_slice() else { return None };
    let lead = WORDS.iter().find(|words| text.starts_with(**words))?;
    let end = text.trim_end_matches(['.', '!', '`']).len();
    let other = text.get(lead.len()..end)?.trim_start_matches('`');
    let plain = |name: &str| name.split('.').all(|part| !part.is_empty() && is_plain(part)) && !name.contains(' ');
    let found = |reading| Some(Found::possible(text, Part::new(0, end), Kind::State, reading));
    match subject.statement.scope {
        _ if !plain(other) || !plain(target) => None,
        Scope::Module if subject.binds(other.split('.').next()?) => {
            let expr = format!("{target} is {other}");
            found(Reading::State { expr, before: false, equals: "True".into() })
        }
        Scope::Class => {
            let class = subject.enclosing_class()?;
            let within = other.strip_prefix(class).and_then(|rest| rest.strip_prefix('.')).unwrap_or(other);
            found(shows_true(format!("{class}.{target} is {class}.{within}")))
        }
        _ => None,
    }
}

/// "c[0] is a completely independent new list", for `c = deepcopy(a)`: `c[0]` is not `a[0]`.
fn apart(text: &str, subject: Subject<'_>) -> Option<Found> {
    let Shape::Assign { targets, .. } = &subject.statement.shape else { return None };
    let target = targets.first()?;
    let (left, rest) = text.split_once(" is a")?;
    let left = left.rsplit(' ').next()?.trim_matches('`');
    let lower = rest.to_ascii_lowercase();
    let adjective = ["independent", "separate", "new ", "different"].into_iter().find(|word| lower.contains(word))?;
    let same_root = left.strip_prefix(target.as_str())?;
    let source = subject.statement.touches.iter().rev().find(|name| *name != target && !name.contains('.'))?;
    let noun_end = text.len() - rest.len() + lower.find(adjective)? + adjective.trim_end().len();
    let sentence_end = text[noun_end..].find(['.', '!', ',', ';']).map_or(text.len(), |at| noun_end + at);
    let start = text.find(left)?;
    let reading =
        Reading::State { expr: format!("{left} is not {source}{same_root}"), before: false, equals: "True".into() };
    is_plain(left).then(|| Found::possible(text, Part::new(start, sentence_end), Kind::State, reading))
}

/// A path of names, attributes and items: looked at without calling anything.
fn is_plain(side: &str) -> bool {
    expression(side).is_some_and(|read| !read.uses.is_empty()) && !side.contains('(')
}
