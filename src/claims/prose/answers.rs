//! What is said of an expression by a word that stands for it: "Try `f(1)`; it returns `2`", "And `g()`? It raises
//! `KeyError`."

use super::inline::{Code, Prose};
use super::links::{self, Linked};
use super::said::{self, Said};
use super::subject;
use crate::syntax;

/// Words that stand for what comes out.
const PRONOUNS: [&str; 14] = [
    "it should",
    "it",
    "this",
    "that",
    "you should",
    "you'll",
    "you will",
    "you",
    "we",
    "the answer",
    "the result",
    "the value",
    "the output",
    "the call",
];
/// Marks behind which such a word may stand.
const BREAKS: [&str; 10] = [". ", "? ", "; ", ": ", "! ", ".\n", "?\n", ";\n", ":\n", ", "];
/// As far as a pronoun reaches back, in bytes.
const REACH: usize = 200;

/// All such sayings of a stretch.
pub fn read(prose: &Prose<'_>) -> Vec<Said> {
    let all = prose.codes.iter().enumerate().filter(|(_, code)| computes(prose, **code));
    all.filter_map(|(at, code)| said_later(prose, at, *code)).collect()
}

fn computes(prose: &Prose<'_>, code: Code) -> bool {
    let text = code.inside.of(prose.text).trim();
    syntax::expression(text).is_some_and(|read| read.computes) && !said::is_value(text)
}

fn said_later(prose: &Prose<'_>, at: usize, code: Code) -> Option<Said> {
    let next = prose.codes[at + 1..].iter().find(|next| computes(prose, **next));
    let near = prose.nearly_behind(code.outside.end);
    let paragraph = near.find("\n\n").unwrap_or(near.len()).min(REACH);
    let near = &near[..near.floor_char_boundary(paragraph)];
    let ends = near.char_indices().filter_map(|(at, _)| {
        BREAKS.iter().find(|mark| near[at..].starts_with(**mark)).map(|mark| code.outside.end + at + mark.len())
    });
    ends.take(3).find_map(|from| {
        let linked = behind_pronoun(prose, from)?;
        let first = next.is_none_or(|next| linked.result.span.start <= next.inside.start);
        let whole = !super::pairs::is_count(prose, &linked.result)
            && super::pairs::enumerated(prose, &linked.result, linked.link).len() == 1;
        let said = Said::new(prose, code.inside, linked.result, linked.link);
        // "`f(1)` drops blanks: it returns" can be said of nothing else; "it is" may be said of what was changed.
        let verb = prose.between(from, said.claimed.start);
        let of_call = ["returns", "raises", "evaluates"].iter().any(|word| verb.contains(word));
        let plain = of_call
            && subject::clause_before(prose, code).trim().is_empty()
            && !prose.between(code.outside.end, from).contains(['`', '.', ',']);
        (first && whole).then_some(Said { only_if_so: !plain, span: said.claimed, ..said })
    })
}

/// The verb and the result behind a pronoun that begins at a place.
fn behind_pronoun(prose: &Prose<'_>, from: usize) -> Option<Linked> {
    let rest = prose.nearly_behind(from);
    let opened = rest.len() - rest.trim_start_matches(['(', '*', '_', '"']).len();
    let lower = rest[opened..].get(..40).unwrap_or(&rest[opened..]).to_lowercase().replace('’', "'");
    let lead =
        ["answer: ", "and ", "so ", "then "].iter().find(|lead| lower.starts_with(**lead)).map_or(0, |lead| lead.len());
    let pronoun = PRONOUNS
        .iter()
        .find(|word| lower[lead..].strip_prefix(**word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))?;
    let end = from + opened + lead + pronoun.len();
    let short = ["'s ", "’s "].iter().find(|short| prose.behind(end).starts_with(**short));
    match short {
        Some(short) => links::linked_after(prose, end + short.len(), "is "),
        None => links::linked(prose, end),
    }
}
