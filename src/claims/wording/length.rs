//! How much is in something: "items is now empty", "items has 2 elements".

use crate::claims::model::{Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;

const ADVERBS: [&str; 4] = ["now ", "still ", "again ", "only "];
const VERBS: [&str; 3] = ["has ", "holds ", "contains "];
const NOUNS: [&str; 12] =
    ["elements", "element", "items", "item", "entries", "entry", "keys", "key", "members", "values", "rows", "words"];

/// Reads such a wording: a name of the block, and how much is in it.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    let (name, rest) = text.split_once(' ')?;
    let name = name.trim_matches('`');
    let end = text.trim_end_matches(['.', '!', ')']).len();
    let rest = text.get(text.len() - rest.len()..end)?;
    let number = match rest.strip_prefix("is ") {
        Some(state) => (without_adverb(state) == "empty").then_some(0),
        None => counted(rest),
    }?;
    let reading = Reading::State { expr: format!("len({name})"), before: false, equals: number.to_string() };
    let known = subject.module.names.binds.contains_key(name);
    known.then(|| Found::possible(text, Part::new(0, end), Kind::State, reading))
}

fn counted(rest: &str) -> Option<u32> {
    let rest = without_adverb(rest);
    let verb = VERBS.iter().find(|verb| rest.starts_with(**verb))?;
    let (number, noun) = without_adverb(&rest[verb.len()..]).split_once(' ')?;
    let number = if number == "one" { 1 } else { number.parse().ok()? };
    NOUNS.contains(&noun).then_some(number)
}

fn without_adverb(text: &str) -> &str {
    ADVERBS.iter().find_map(|adverb| text.strip_prefix(adverb)).unwrap_or(text)
}
