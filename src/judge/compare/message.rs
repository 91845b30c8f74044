//! The message of an exception, as a text quotes it: shortened, with other quotes, with commentary behind it.

use super::{Rules, inner, text};
use crate::claims::literal::Literal;
use crate::judge::Rule;

/// What may stand between a message and what the author says of it.
const BREAKS: [&str; 11] = ["  ", " -- ", " --- ", " - ", " – ", " — ", " (", "; ", ". ", "! ", ", "];

/// Whether `claimed` is the message, or its beginning; `loosely`: any beginning of it will do.
pub(super) fn agrees(claimed: &str, actual: &str, loosely: bool) -> Option<Rules> {
    if ["...", "…"].contains(&claimed.trim()) {
        return Some(Rules::from([Rule::Ellipsis]));
    }
    let rest = actual.strip_prefix(claimed.trim_end_matches(['.', '!'])).filter(|_| !claimed.is_empty());
    // Two words and more may be all that the author quotes of it.
    let loosely = loosely || claimed.split_whitespace().count() > 1;
    let ends: &[&str] = if loosely { &[" ", ":", ".", ",", ";", "("] } else { &[": ", ". ", ", ", "; ", " ("] };
    if rest.is_some_and(|rest| ends.iter().any(|end| rest.starts_with(end))) {
        return Some(Rules::from([Rule::Ellipsis]));
    }
    same(claimed, actual)
}

/// Whether `claimed` is all of the message.
pub(super) fn same(claimed: &str, actual: &str) -> Option<Rules> {
    let strip = |text: &str| text.trim().trim_end_matches(['.', '!']).to_owned();
    text(claimed, actual)
        .or_else(|| {
            let (claimed, actual) = (strip(claimed), strip(actual));
            let same = claimed == actual || inner(&claimed).is_some_and(|inner| inner == actual);
            let begins = claimed.ends_with("...") && actual.starts_with(claimed.trim_end_matches('.').trim_end());
            (same || begins).then(|| Rules::from([Rule::Punctuation]))
        })
        .or_else(|| unqualified(claimed, actual))
        .or_else(|| bare_sentence(claimed, actual))
}

/// The words of a `KeyError`, which shows its message in quotes: `KeyError: no such tool`.
fn bare_sentence(claimed: &str, actual: &str) -> Option<Rules> {
    let words = claimed.trim();
    (words.contains(' ') && inner(actual.trim())? == words).then(|| Rules::from([Rule::Quotes]))
}

/// The beginnings of a text that may be all of it but commentary, and the sign behind them. Behind a comma only words are that: what has digits or
/// quotes in it may well be part of the message.
pub(super) fn without_commentary(claimed: &str) -> impl Iterator<Item = (&str, &str)> {
    let places = BREAKS.iter().flat_map(|sign| claimed.match_indices(sign));
    let wordy = |behind: &str| behind.chars().all(|c| c.is_alphabetic() || " '-.!".contains(c)) && !gainsays(behind);
    let comments = move |(at, sign): &(usize, &str)| *sign != ", " || wordy(&claimed[at + sign.len()..]);
    places.filter(comments).map(|(at, sign)| (claimed[..at].trim_end(), sign)).filter(|(text, _)| !text.is_empty())
}

/// Whether what stands behind the beginning of a message is a value in brackets, as messages have them, and no remark: `one
/// of ('a', 'b')`.
pub(super) fn is_value(behind: &str) -> bool {
    let value = Literal::whole(behind.trim()).filter(|value| value.names().is_empty());
    behind.trim().starts_with('(') && matches!(value, Some(Literal::Tuple(_)))
}

/// Whether a text goes on with what a message would say.
fn gainsays(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("");
    ["not", "got", "but", "expected", "found", "or", "and"].contains(&first)
}

/// `f() takes …` for `A.f() takes …`: Python 3.10 and later name the class, too. Or no function at all: `takes …`.
fn unqualified(claimed: &str, actual: &str) -> Option<Rules> {
    if actual.trim().split_once("() ").is_some_and(|(called, rest)| !called.contains(' ') && rest == claimed.trim()) {
        return Some(Rules::from([Rule::QualifiedName]));
    }
    let bare = |text: &str| {
        let (called, rest) = text.split_once("() ")?;
        let function = called.rsplit('.').next()?.to_owned();
        (!called.contains(' ')).then(|| format!("{function}() {rest}"))
    };
    (bare(claimed.trim())? == bare(actual.trim())?).then(|| Rules::from([Rule::QualifiedName]))
}

#[cfg(test)]
mod tests {
    use super::super::message;

    fn check(claimed: &str, actual: &str, agrees: bool) {
        assert_eq!(message(claimed, actual, false).is_some(), agrees, "{claimed:?} against {actual:?}");
    }

    #[test]
    fn commentary_behind_a_message_is_no_part_of_it() {
        check("no such group  (see above)", "no such group", true);
        check("no group 'x'", "\"no group 'x'\"", true);
        check("one is not two -- as expected", "one is not two", true);
        check("0, after printing the help", "0", true);
        check("...", "no such group", true);
        check("missing 1 required positional argument: 'x'", "P.f() missing 1 required positional argument: 'x'", true);
        check(
            "missing 1 required positional argument: 'y'",
            "P.f() missing 1 required positional argument: 'x'",
            false,
        );
        check("'x' (there is none)", "'x'", true);
        check("not called. See below", "not called", true);
        check("not called once. Called 2 times.", "not called once. Called 2 times.\nCalls: [call()].", true);
        check("no such group  (see above)", "another group", false);
        check("expected 3, got 1", "expected 3", false);
        check("must be positive, not 2", "must be positive", false);
        check("no -- such", "no such", false);
        check("must be positive  (see above)", "must be positive, got -2", true);
        check("must be positive (got -3)", "must be positive (got -2)", false);
        check("not a name (x)", "not a name: y (z)", true);
        check("no key of ('a', 'b')", "no key of ['a', 'b']", false);
        check("no key of ('a', 'b')", "no key of ('a', 'c')", false);
        check("no key of them (1, 2)", "no key of them", true);
    }
}
