//! Whether a mended claim says something else altogether: then its author has to decide.

use super::{Turn, insert};
use crate::claims::literal::Literal;
use crate::claims::{Claim, Kind};
use crate::judge::Came;

/// How the meaning turns, if it does.
pub fn of(claim: &Claim, claimed: &str, lines: &[String], came: &Came) -> Option<Turn> {
    match (came, claim.kind) {
        (Came::Raised(_, raised), Kind::Raises) => {
            let is_named = names(claimed, raised.type_name.rsplit('.').next().unwrap_or_default());
            Some(if is_named { Turn::Message } else { Turn::Exception })
        }
        (Came::Raised(..), _) if !insert::is_stand_in(claimed) => Some(Turn::NowRaises),
        _ if insert::is_stand_in(claimed) => None,
        (_, Kind::Raises) => Some(Turn::RaisesNoMore),
        _ => of_texts(claimed, &lines.join("\n")),
    }
}

/// Whether a text has this word.
fn names(text: &str, name: &str) -> bool {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == name)
}

fn of_texts(claimed: &str, becomes: &str) -> Option<Turn> {
    let (before, after) = (constant(claimed), constant(becomes));
    if before == after && !truths_turn(claimed, becomes) {
        return None;
    }
    let is_none = |word: Option<String>| word.as_deref() == Some("none");
    Some(if is_none(before) || is_none(after) { Turn::Nothing } else { Turn::Truth })
}

/// A truth value or `None`, in lower case.
fn constant(text: &str) -> Option<String> {
    let word = text.trim().to_lowercase();
    ["true", "false", "none"].contains(&word.as_str()).then_some(word)
}

/// `(True, False)` for `(True, True)`, and the like.
fn truths_turn(claimed: &str, becomes: &str) -> bool {
    let truths = |text: &str| {
        let mut found = Vec::new();
        if let Some(literal) = Literal::whole(text) {
            words(&literal, &mut found);
        }
        found
    };
    let (before, after) = (truths(claimed), truths(becomes));
    before.len() == after.len() && before != after
}

fn words(literal: &Literal, found: &mut Vec<String>) {
    match literal {
        Literal::Word(word) => found.extend(constant(word)),
        Literal::List(items) | Literal::Tuple(items) | Literal::Set(items) => {
            items.iter().for_each(|item| words(item, found));
        }
        Literal::Dict(items) => items.iter().for_each(|(_, value)| words(value, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_turn_and_details_do_not() {
        let check = |claimed, becomes, expect| assert_eq!(of_texts(claimed, becomes), expect, "{claimed} {becomes}");
        check("4", "5", None);
        check("True", "False", Some(Turn::Truth));
        check("true", "false", Some(Turn::Truth));
        check("1", "True", Some(Turn::Truth));
        check("None", "3", Some(Turn::Nothing));
        check("3", "None", Some(Turn::Nothing));
        check("True", "None", Some(Turn::Nothing));
        check("(True, 1)", "(False, 1)", Some(Turn::Truth));
        check("(True, 1)", "(True, 2)", None);
        check("[None]", "['']", None);
    }
}
