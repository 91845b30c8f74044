//! What a value is like: "an empty list", "falsy", "a generator", "float".

use crate::claims::marker;
use crate::claims::model::{Certainty, Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::syntax::{Shape, expression};

/// Reads such a wording: all of `text` must be one.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    let gives = match subject.statement.shape {
        Shape::Expr { prints, .. } => !prints,
        Shape::Assign { ref targets, .. } => targets.len() == 1,
        _ => false,
    };
    let marker = marker::read(text);
    let start = marker.map_or(0, |marker| marker.length);
    let end = text.trim_end_matches(['.', '!', ')', ' ']).len().max(start);
    let words = text[start..end].to_lowercase();
    let (kind, readings) = empty(&words).or_else(|| truth(&words, subject)).or_else(|| of_type(&text[start..end]))?;
    let constant = matches!(subject.statement.shape, Shape::Assign { constant: true, .. });
    let likely = !constant && !subject.repeats() && (marker.is_some() || kind != Kind::Value);
    let found = Found::possible(text, Part::new(0, end), kind, Reading::NoRaise);
    let certainty = if likely { Certainty::Likely } else { Certainty::Possible };
    gives.then_some(Found { readings, certainty, ..found })
}

type Nature = (Kind, Vec<Reading>);

/// "empty list", "an empty dict", "empty"
fn empty(words: &str) -> Option<Nature> {
    let all = ["[]", "{}", "()", "set()", "''", "frozenset()", "b''"];
    let shown: &[&str] = match words.strip_prefix("an ").unwrap_or(words).strip_prefix("empty")?.trim() {
        "" => &all,
        "list" => &["[]"],
        "dict" | "dictionary" => &["{}"],
        "tuple" => &["()"],
        "set" => &["set()"],
        "string" | "str" => &["''"],
        "bytes" => &["b''"],
        _ => return None,
    };
    Some((Kind::Value, shown.iter().map(|repr| Reading::Value((*repr).to_owned())).collect()))
}

/// "truthy", "falsy": of the value shown, or of what an expression without calls gives.
fn truth(words: &str, subject: Subject<'_>) -> Option<Nature> {
    let equals = match words {
        "truthy" => "True",
        "falsy" | "falsey" => "False",
        _ => return None,
    };
    let code = subject.statement.span.of(subject.code);
    let expr = match &subject.statement.shape {
        Shape::Assign { targets, .. } => targets.first()?.as_str(),
        _ => code,
    };
    let mut readings = vec![Reading::Value(equals.to_owned())];
    if expression(expr).is_some() && !expr.contains('(') {
        readings.push(Reading::State { expr: format!("bool({expr})"), before: false, equals: equals.to_owned() });
    }
    Some((Kind::Value, readings))
}

/// "a generator", "float", "list object"
fn of_type(words: &str) -> Option<Nature> {
    let article = ["a ", "an "].into_iter().find_map(|article| words.strip_prefix(article));
    let bare = article.unwrap_or(words);
    let noun = [" object", " instance"].into_iter().find_map(|noun| bare.strip_suffix(noun));
    let name = noun.unwrap_or(bare);
    let known = TYPES.iter().find(|(word, _)| *word == name).map(|(_, name)| *name);
    let class = name.chars().all(|c| c.is_alphanumeric() || c == '_') && name.starts_with(char::is_uppercase);
    let name = known.or_else(|| (class && noun.is_some()).then_some(name))?;
    Some((Kind::Type, vec![Reading::Value(name.to_owned())]))
}

/// Types as they are called, and their names.
const TYPES: [(&str, &str); 20] = [
    ("int", "int"),
    ("integer", "int"),
    ("float", "float"),
    ("str", "str"),
    ("string", "str"),
    ("bool", "bool"),
    ("boolean", "bool"),
    ("bytes", "bytes"),
    ("complex", "complex"),
    ("list", "list"),
    ("tuple", "tuple"),
    ("dict", "dict"),
    ("dictionary", "dict"),
    ("set", "set"),
    ("frozenset", "frozenset"),
    ("generator", "generator"),
    ("coroutine", "coroutine"),
    ("function", "function"),
    ("NoneType", "NoneType"),
    ("bound method", "method"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    fn check(code: &str, text: &str, expect: &[&str]) {
        let module = parse(code);
        let subject = Subject::new(code, &module, &module.statements[0]);
        let found = read(text, subject).map_or(Vec::new(), |found| found.readings);
        let found: Vec<&str> = found.iter().filter_map(Reading::text).collect();
        assert_eq!(found, expect, "{code:?} # {text}");
    }

    #[test]
    fn natures_are_read() {
        check("x = f()\n", "empty list", &["[]"]);
        check("f()\n", "returns an empty dict", &["{}"]);
        check("x\n", "falsy", &["False", "False"]);
        check("bool(x)\n", "truthy", &["True"]);
        check("f()\n", "a generator object", &["generator"]);
        check("x = 1 / 2\n", "float", &["float"]);
        check("f()\n", "a Foo instance", &["Foo"]);
    }

    #[test]
    fn other_words_are_none() {
        check("x = f()\n", "empty list of users", &[]);
        check("x = f()\n", "list of names", &[]);
        check("x = f()\n", "Foo", &[]);
        check("print(x)\n", "a list", &[]);
        check("for x in y: pass\n", "list", &[]);
    }
}
