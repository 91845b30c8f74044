//! What is done to an expression, told in words: "sorting `xs` gives `[1, 2]`", "the length of `s` is 3", "passing `"a"` to
//! `int` raises a `ValueError`". Each becomes the expression that does it.

use super::inline::{Code, Prose};
use super::links::{Linked, linked};
use super::pairs;
use super::said::{Link, Said};
use super::subject::clause_before;
use crate::syntax;

/// What is done, the word before a second expression, and how Python writes it. What is marked with `!` can be done in no
/// other way.
const OPERATIONS: [(&str, &str, &str); 61] = [
    ("sorting", "", "sorted({1})"),
    ("reversing", "", "({1})[::-1]"),
    ("reversing", "", "list(reversed({1}))"),
    ("summing", "", "sum({1})"),
    ("summing up", "", "sum({1})"),
    ("adding up", "", "sum({1})"),
    ("negating", "", "-({1})"),
    ("negating", "", "not ({1})"),
    ("squaring", "", "({1}) ** 2"),
    ("doubling", "", "({1}) * 2"),
    ("halving", "", "({1}) / 2"),
    ("hashing", "", "hash({1})"),
    ("rounding", "", "round({1})"),
    ("splitting", "", "({1}).split()"),
    ("stripping", "", "({1}).strip()"),
    ("copying", "", "({1}).copy()"),
    ("printing", "", "str({1})"),
    ("dividing", "by", "!({1}) / ({2})"),
    ("multiplying", "by", "!({1}) * ({2})"),
    ("multiplying", "with", "({1}) * ({2})"),
    ("multiplying", "and", "({1}) * ({2})"),
    ("adding", "and", "!({1}) + ({2})"),
    ("adding", "to", "({2}) + ({1})"),
    ("subtracting", "from", "!({2}) - ({1})"),
    ("concatenating", "and", "!({1}) + ({2})"),
    ("concatenating", "with", "({1}) + ({2})"),
    ("joining", "with", "({2}).join({1})"),
    ("joining", "and", "({1}) + ({2})"),
    ("repeating", "times", "({1}) * {2}"),
    ("comparing", "with", "({1}) == ({2})"),
    ("comparing", "to", "({1}) == ({2})"),
    ("comparing", "and", "({1}) == ({2})"),
    ("calling", "with", "{1}({2})"),
    ("calling", "on", "{1}({2})"),
    ("passing", "to", "{2}({1})"),
    ("passing", "into", "{2}({1})"),
    ("feeding", "to", "{2}({1})"),
    ("giving", "to", "{2}({1})"),
    ("converting", "to", "{2}({1})"),
    ("converting", "with", "{2}({1})"),
    ("turning", "into", "{2}({1})"),
    ("indexing", "with", "({1})[{2}]"),
    ("indexing", "by", "({1})[{2}]"),
    ("indexing", "at", "({1})[{2}]"),
    ("slicing", "with", "({1})[{2}]"),
    ("looking up", "in", "({2})[{1}]"),
    ("splitting", "on", "({1}).split({2})"),
    ("splitting", "at", "({1}).split({2})"),
    ("splitting", "by", "({1}).split({2})"),
    ("raising", "to the power of", "!({1}) ** ({2})"),
    ("length of", "", "!len({1})"),
    ("number of items in", "", "len({1})"),
    ("number of elements in", "", "len({1})"),
    ("number of characters in", "", "len({1})"),
    ("type of", "", "type({1})"),
    ("class of", "", "type({1})"),
    ("sum of", "", "sum({1})"),
    ("hash of", "", "hash({1})"),
    ("truth value of", "", "bool({1})"),
    ("absolute value of", "", "abs({1})"),
    ("repr of", "", "repr({1})"),
];
/// Parts of an expression, by the words before "of" or "in" and it.
const PARTS: [(&str, &str); 12] = [
    ("first element", "list({1})[0]"),
    ("first item", "list({1})[0]"),
    ("first character", "({1})[0]"),
    ("second element", "list({1})[1]"),
    ("second item", "list({1})[1]"),
    ("last element", "list({1})[-1]"),
    ("last item", "list({1})[-1]"),
    ("last character", "({1})[-1]"),
    ("largest item", "max({1})"),
    ("smallest item", "min({1})"),
    ("maximum", "max({1})"),
    ("minimum", "min({1})"),
];
/// Going through something shows its items one after the other.
const WALKING: [&str; 9] = [
    "iterating over",
    "looping over",
    "walking through",
    "going through",
    "stepping through",
    "looping through",
    "iterating through",
    "listing",
    "unpacking",
];

/// All such sayings of a stretch.
pub fn read(prose: &Prose<'_>) -> Vec<Said> {
    prose.codes.iter().enumerate().filter_map(|(at, code)| done_to(prose, *code, prose.codes.get(at + 1))).collect()
}

fn done_to(prose: &Prose<'_>, code: Code, next: Option<&Code>) -> Option<Said> {
    let clause = clause_before(prose, code);
    let clause = clause.trim().trim_end_matches(" the").trim_end_matches(" a");
    let second = next.and_then(|next| with_second(prose, code, *next, clause));
    second.or_else(|| {
        let linked = linked(prose, code.outside.end)?;
        walked(prose, code, clause, &linked).or_else(|| said(prose, code, code, &of_one(clause), &linked))
    })
}

/// "Dividing `7` by `2`"
fn with_second(prose: &Prose<'_>, code: Code, next: Code, clause: &str) -> Option<Said> {
    let joint: Vec<&str> = prose.between(code.outside.end, next.outside.start).split_whitespace().collect();
    let joint = joint.join(" ");
    let joint = joint.strip_suffix(" the").unwrap_or(&joint);
    let fits = |lead: &str, word: &str| word == joint && !word.is_empty() && ends_with(clause, lead);
    let templates = OPERATIONS.iter().filter(|(lead, word, _)| fits(lead, word)).map(|(_, _, template)| *template);
    said(prose, code, next, &templates.collect::<Vec<_>>(), &linked(prose, next.outside.end)?)
}

fn of_one(clause: &str) -> Vec<&'static str> {
    let done = OPERATIONS.iter().filter(|(lead, word, _)| word.is_empty() && ends_with(clause, lead));
    let part =
        PARTS.iter().filter(|(name, _)| ["of", "in"].iter().any(|word| ends_with(clause, &format!("{name} {word}"))));
    done.map(|(_, _, template)| *template).chain(part.map(|(_, template)| *template)).collect()
}

fn ends_with(clause: &str, lead: &str) -> bool {
    clause.strip_suffix(lead).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}

/// "Iterating over `d` gives `1`, `2` and `3`."
fn walked(prose: &Prose<'_>, code: Code, clause: &str, linked: &Linked) -> Option<Said> {
    WALKING.iter().find(|lead| ends_with(clause, lead))?;
    let all = pairs::enumerated(prose, &linked.result, linked.link);
    let count = all.len();
    let result = pairs::joined(&all, Link::Value);
    let expr = format!("list({})[:{count}]", code.inside.of(prose.text).trim());
    Some(Said { only_if_so: true, ..Said::of(expr, result, Link::Value) })
}

fn said(prose: &Prose<'_>, first: Code, second: Code, templates: &[&str], linked: &Linked) -> Option<Said> {
    let mut ways: Vec<String> =
        templates.iter().filter_map(|template| filled(prose, first, second, template)).collect();
    let known = ways.len() == 1 && templates.iter().all(|template| template.starts_with('!'));
    let expr = (!ways.is_empty()).then(|| ways.remove(0))?;
    let fixed = syntax::expression(&expr)?.uses.iter().all(|name| syntax::is_builtin(name));
    let single = pairs::enumerated(prose, &linked.result, linked.link).len() == 1;
    let link = if linked.link == Link::Stdout { Link::Value } else { linked.link };
    let said = Said::of(expr, linked.result.clone(), link);
    single.then_some(Said { only_if_so: !(known && fixed), ways, ..said })
}

/// The expression that does it; `None` where that is none.
fn filled(prose: &Prose<'_>, first: Code, second: Code, template: &str) -> Option<String> {
    let template = template.trim_start_matches('!');
    let fill = |place: &str, code: Code| {
        let text = code.inside.of(prose.text).trim();
        let called = template.starts_with(&format!("{place}("));
        if called { text.strip_suffix("()").unwrap_or(text) } else { text }.to_owned()
    };
    let expr = template.replace("{1}", &fill("{1}", first)).replace("{2}", &fill("{2}", second));
    syntax::expression(&expr).map(|_| expr)
}
