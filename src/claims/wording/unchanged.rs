//! What a statement leaves as it was, or replaces: "a is unchanged", "modified in place", "creates a new list".

use crate::claims::marker::begins_with_word;
use crate::claims::model::{Certainty, Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::syntax::{Shape, Statement, expression};

/// Reads such a wording.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    kept(text, subject).or_else(|| bound(text, subject))
}

const KEPT: [&str; 6] = ["unchanged", "untouched", "unmodified", "not modified", "not changed", "intact"];
const VERBS: [&str; 5] = ["is ", "remains ", "stays ", "still ", "was "];
const TYPES: [&str; 9] = ["list", "dict", "set", "tuple", "string", "object", "str", "array", "instance"];

/// "a is unchanged", "original list stays untouched"
fn kept(text: &str, subject: Subject<'_>) -> Option<Found> {
    let text_end = text.trim_end_matches(['.', '!', ')']).len();
    let (name, rest) = text[..text_end].split_once(' ')?;
    let rest = rest.trim_start();
    let state = VERBS.iter().fold(rest, |rest, verb| rest.strip_prefix(verb).unwrap_or(rest));
    let state = state.trim_start();
    let same = KEPT.contains(&state) || state == "the same" && state.len() < rest.len();
    let expr = match name.trim_matches('`') {
        "original" => original(subject.statement)?,
        name if subject.binds(name.split(['.', '[']).next()?) && is_path(name) => name,
        _ => return None,
    };
    let reading = Reading::Unchanged { expr: expr.to_owned(), same: true };
    let found = Found::possible(text, Part::new(0, text_end), Kind::State, reading);
    let named = name.trim_matches('`') == expr && acts(subject) && !subject.repeats();
    same.then_some(if named { found.sure() } else { found })
}

/// The one object that the statement is given.
fn original(statement: &Statement) -> Option<&str> {
    let targets: &[String] = match &statement.shape {
        Shape::Assign { targets, .. } => targets,
        _ => &[],
    };
    let mut given = statement.touches.iter().filter(|name| !targets.contains(name));
    given.next().filter(|_| given.next().is_none()).map(String::as_str)
}

fn acts(subject: Subject<'_>) -> bool {
    matches!(subject.statement.shape, Shape::Expr { .. } | Shape::Assign { .. } | Shape::Del(_))
}

/// "same object" beside `b = a`, "new list" beside `c = a[:]`, "in place" beside `a += b`.
fn bound(text: &str, subject: Subject<'_>) -> Option<Found> {
    let Shape::Assign { targets, .. } = &subject.statement.shape else { return None };
    let [target] = targets.as_slice() else { return None };
    let (same, length) = same_or_new(text)?;
    let code = subject.statement.span.of(subject.code);
    let source = source(code.split_once('=')?.1.trim());
    let rebinds = code[target.len()..].trim_start().starts_with(['+', '-', '*', '/', '|', '&', '^']);
    let reading = match source {
        _ if rebinds => Reading::Unchanged { expr: format!("id({target})"), same },
        Some(source) if source == target => Reading::Unchanged { expr: format!("id({target})"), same },
        Some(source) if is_path(source) && subject.binds(source.split('.').next()?) => {
            let sign = if same { "is" } else { "is not" };
            Reading::State { expr: format!("{target} {sign} {source}"), before: false, equals: "True".into() }
        }
        _ => return None,
    };
    let found = Found::possible(text, Part::new(0, length), Kind::State, reading);
    let clear = text.contains("object") && is_path(target) && !subject.repeats();
    Some(Found { certainty: if clear { Certainty::Likely } else { Certainty::Possible }, ..found })
}

/// Whether the words say that it is the same object or a new one, and how many bytes they take: nothing may follow.
fn same_or_new(text: &str) -> Option<(bool, usize)> {
    const SAME: [&str; 9] = [
        "same object",
        "the same object",
        "same list",
        "same reference",
        "in place",
        "in-place",
        "modified in place",
        "an alias",
        "alias",
    ];
    const NEW: [&str; 5] = ["shallow copy", "a shallow copy", "a copy", "deep copy", "independent copy"];
    let length = text.trim_end_matches(['.', '!']).len();
    let words = text[..length].to_lowercase();
    if SAME.contains(&words.as_str()) {
        return Some((true, length));
    }
    let bare = ["creates ", "returns ", "makes ", "builds "]
        .iter()
        .fold(words.as_str(), |w, verb| w.strip_prefix(verb).unwrap_or(w));
    let bare = bare.strip_prefix("a ").or(bare.strip_prefix("an ")).unwrap_or(bare);
    let noun = ["new ", "different ", "separate "].iter().find_map(|word| bare.strip_prefix(word));
    let new = noun.is_some_and(|noun| TYPES.contains(&noun)) || NEW.contains(&words.as_str());
    new.then_some((false, length))
}

/// The object that an expression begins with, or is handed: `a` in `a[:]`, `a.copy()`, `list(a)`, `copy.deepcopy(a)`.
fn source(value: &str) -> Option<&str> {
    let end = value.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).unwrap_or(value.len());
    let head = &value[..end];
    match value[end..].trim() {
        "" => Some(head),
        "[:]" => Some(head),
        "()" => head.strip_suffix(".copy"),
        call if call.starts_with('(') && call.ends_with(')') => Some(call[1..call.len() - 1].trim()),
        rest if rest.starts_with(['+', '*', '|']) => Some(head),
        _ => None,
    }
}

/// A path of names, attributes and items: looked at without calling anything.
fn is_path(text: &str) -> bool {
    let read = expression(text).is_some_and(|read| read.uses.len() == 1 && !read.is_call);
    read && !text.contains(['(', ' ', ',']) && !begins_with_word(text, "lambda")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    fn check(code: &str, text: &str, expect: Option<&str>) {
        let module = parse(code);
        let subject = Subject::new(code, &module, module.statements.last().unwrap());
        let found = read(text, subject).map(|found| match found.readings.into_iter().next() {
            Some(Reading::Unchanged { expr, same }) => format!("{expr} {}", if same { "kept" } else { "new" }),
            Some(Reading::State { expr, .. }) => expr,
            other => panic!("{other:?}"),
        });
        assert_eq!(found.as_deref(), expect, "{code:?} # {text}");
    }

    #[test]
    fn what_stays_and_what_is_new() {
        check("a = []\nb = sorted(a)\n", "a unchanged", Some("a kept"));
        check("a = []\nb = sorted(a)\n", "`a` is not modified!", Some("a kept"));
        check("a = []\nb = sorted(a)\n", "original unchanged", Some("a kept"));
        check("a = []\nb = a\n", "same object", Some("b is a"));
        check("a = []\nb = a[:]\n", "creates a new list", Some("b is not a"));
        check("a = []\nb = a.copy()\n", "a shallow copy", Some("b is not a"));
        check("a = []\na += [1]\n", "in place", Some("id(a) kept"));
        check("a = ()\na = a + (1,)\n", "new tuple", Some("id(a) new"));
    }

    #[test]
    fn other_remarks_are_none() {
        check("a = []\nb = sorted(a)\n", "order unchanged", None);
        check("a = []\nb = f(a, c)\n", "original unchanged", None);
        check("a = []\nb = a\n", "new users come here", None);
        check("a = []\nb = a\n", "a copy of the settings", None);
        check("b = 1\n", "same object", None);
    }
}
