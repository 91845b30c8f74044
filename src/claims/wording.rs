//! Results told in words: "Prints 3 times", "Same object", "Works!", "Becomes _A__x".

use super::marker::begins_with_word;
use super::model::{Certainty, Kind, Reading, Strength};
use super::span::Part;
use crate::syntax::{Shape, Statement};

/// A wording that is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The words that claim.
    pub claimed: Part,
    /// What follows.
    pub tail: Part,
    /// What they speak of.
    pub kind: Kind,
    /// How literal they are.
    pub strength: Strength,
    /// How surely they are a claim.
    pub certainty: Certainty,
    /// How they are to be checked.
    pub reading: Reading,
}

/// Reads wordings in `text`, which stands behind `statement` of `code`.
pub fn read(text: &str, statement: &Statement, code: &str) -> Option<Found> {
    times(text, statement)
        .or_else(|| identity(text, statement, code))
        .or_else(|| mangled(text, statement, code))
        .or_else(|| relation(text))
        .or_else(|| works(text, statement))
}

fn found(text: &str, end: usize, kind: Kind, strength: Strength, certainty: Certainty, reading: Reading) -> Found {
    Found {
        claimed: Part::new(0, end).trimmed(text),
        tail: Part::new(end, text.len()),
        kind,
        strength,
        certainty,
        reading,
    }
}

/// "Prints 3 times", "printed twice"
fn times(text: &str, statement: &Statement) -> Option<Found> {
    let call = matches!(statement.shape, Shape::Expr { .. } | Shape::Loop);
    let verb = ["prints", "printed", "runs"].into_iter().find(|verb| begins_with_word(text, verb))?;
    let rest = text[verb.len()..].trim_start();
    let number = rest.split_whitespace().next()?.trim_end_matches(['!', '.', ',']);
    let count = match number.to_ascii_lowercase().as_str() {
        "once" => 1,
        "twice" => 2,
        digits => digits.parse().ok().filter(|_| {
            let behind = rest[number.len()..].trim_start();
            ["times", "lines", "time", "line"].iter().any(|word| begins_with_word(behind, word))
        })?,
    };
    let number_end = text.len() - rest.len() + number.len();
    let behind = text[number_end..].trim_start();
    let unit = ["times", "lines", "time", "line"].into_iter().find(|word| begins_with_word(behind, word));
    let end = unit.map_or(number_end, |unit| text.len() - behind.len() + unit.len());
    call.then(|| found(text, end, Kind::Stdout, Strength::Exact, Certainty::Likely, Reading::PrintedTimes(count)))
}

/// "Same object!", "different objects", for a statement that compares with `is`.
fn identity(text: &str, statement: &Statement, code: &str) -> Option<Found> {
    let (same, word) = if begins_with_word(text, "same") {
        (true, "same")
    } else if begins_with_word(text, "different") {
        (false, "different")
    } else {
        return None;
    };
    let behind = text[word.len()..].trim_start();
    let noun = ["object", "objects", "instance", "instances", "list", "dict", "set", "identity", "id", "reference"]
        .into_iter()
        .find(|noun| begins_with_word(behind, noun))?;
    let end = text.len() - behind.len() + noun.len();
    let tested = match statement.shape {
        Shape::Assert(test) => test.of(code),
        Shape::Expr { .. } => statement.span.of(code),
        _ => return None,
    };
    let tested = tested.strip_prefix("print(").and_then(|inner| inner.strip_suffix(')')).unwrap_or(tested);
    let compares = tested.contains(" is ") && !tested.contains('(');
    let equals = if tested.contains(" is not ") != same { "True" } else { "False" };
    let reading = Reading::State { expr: tested.to_owned(), before: false, equals: equals.into() };
    compares.then(|| found(text, end, Kind::Value, Strength::Exact, Certainty::Sure, reading))
}

/// "Becomes _Base__id", "Name-mangled to _Account__pin", for `self.__id = …`.
fn mangled(text: &str, statement: &Statement, code: &str) -> Option<Found> {
    let Shape::Assign { targets, .. } = &statement.shape else { return None };
    let target = targets.first()?;
    let (owner, attribute) = target.rsplit_once('.')?;
    if !attribute.starts_with("__") || attribute.ends_with("__") || !code.contains(attribute) {
        return None;
    }
    let at = text.find('_')?;
    let length = text[at..].find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len() - at);
    let name = &text[at..at + length];
    let lead = text[..at].to_ascii_lowercase();
    let says = lead.contains("mangled") || lead.trim_end_matches(['`', ' ']).ends_with("becomes");
    let names_it = name.len() > attribute.len() && name.ends_with(attribute);
    let reading = Reading::State { expr: format!("'{name}' in vars({owner})"), before: false, equals: "True".into() };
    (says && names_it).then(|| found(text, at + length, Kind::State, Strength::Exact, Certainty::Sure, reading))
}

/// "a[0] points to the same inner list as b[0]", "b is a completely independent new list" needs no second object and is
/// not read.
fn relation(text: &str) -> Option<Found> {
    let (at, link) = [" points to ", " refers to ", " is "]
        .into_iter()
        .find_map(|verb| text.to_ascii_lowercase().find(verb).map(|at| (at, verb)))?;
    // The left side may have words before it: "Shallow: a[0] points to …".
    let left = text[..at].rsplit(' ').next()?.trim_matches('`');
    let behind = text[at + link.len()..].trim_start_matches("the ");
    let words = behind.to_ascii_lowercase();
    if !words.starts_with("same ") {
        return None;
    }
    let as_at = words.find(" as ")?;
    if words[..as_at].split(' ').count() > 4 {
        return None;
    }
    let right_start = text.len() - behind.len() + as_at + " as ".len();
    let right = text[right_start..].split([' ', ',', ';', '!']).next()?.trim_matches(['`', '.']);
    let plain = |side: &str| crate::syntax::expression(side).is_some_and(|read| !read.uses.is_empty() && !read.is_call);
    let start = at - left.len();
    let end = right_start + right.len();
    let reading = Reading::State { expr: format!("{left} is {right}"), before: false, equals: "True".into() };
    (plain(left) && plain(right)).then(|| Found {
        claimed: Part::new(start, end),
        tail: Part::new(end, text.len()),
        kind: Kind::State,
        strength: Strength::Exact,
        certainty: Certainty::Possible,
        reading,
    })
}

/// "Works", "Fine", "No error": never more than a soft claim that nothing is raised.
fn works(text: &str, statement: &Statement) -> Option<Found> {
    let acts = match statement.shape {
        Shape::Expr { constant, .. } => !constant,
        Shape::Assign { constant, .. } => !constant,
        Shape::Del(_) | Shape::Import => true,
        _ => false,
    };
    let words = [
        "no error",
        "no exception",
        "works fine",
        "works",
        "fine",
        "ok",
        "okay",
        "allowed",
        "this works",
        "no problem",
    ];
    let word = words.into_iter().find(|word| begins_with_word(text, word))?;
    let behind = text[word.len()..].trim();
    let ends = behind.trim_matches(['!', '.', ',']).is_empty()
        || behind.starts_with(['!', '(', '.', ',', '-', '–', '—', ';', ':']);
    (acts && ends && statement.scope == crate::syntax::Scope::Module)
        .then(|| found(text, word.len(), Kind::NoRaise, Strength::Soft, Certainty::Possible, Reading::NoRaise))
}
