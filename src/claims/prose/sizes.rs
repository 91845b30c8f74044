//! Sizes of things that a sentence names: "an empty dict takes 64 bytes", "`[]` uses 56 bytes", "a list of 1M items uses ~8MB".

use super::inline::Prose;
use super::said::{Link, Said};
use crate::claims::amount::{self, Amount, Measure};
use crate::text::Span;

const VERBS: [&str; 13] = [
    "takes up",
    "takes",
    "uses",
    "occupies",
    "needs",
    "consumes",
    "weighs",
    "costs",
    "requires",
    "is",
    "has a size of",
    "take",
    "use",
];
const FILLERS: [&str; 7] = ["only", "just", "exactly", "already", "at least", "still", "a mere"];
/// Things, as a sentence names them.
const THINGS: [(&str, &str); 10] = [
    ("empty list", "[]"),
    ("empty dict", "{}"),
    ("empty dictionary", "{}"),
    ("empty tuple", "()"),
    ("empty set", "set()"),
    ("empty frozenset", "frozenset()"),
    ("empty string", "''"),
    ("empty bytes object", "b''"),
    ("plain object", "object()"),
    ("bare object", "object()"),
];

/// The longest verb with its fillers, in bytes.
const NEAR: usize = 60;

/// All sizes in a stretch.
pub fn read(prose: &Prose<'_>) -> Vec<Said> {
    let text = prose.span.of(prose.text);
    let amounts = amount::find(text).into_iter().filter(|amount| amount.measure == Measure::Size);
    amounts.filter_map(|amount| size(prose, &amount)).collect()
}

fn size(prose: &Prose<'_>, amount: &Amount) -> Option<Said> {
    let start = prose.span.start + amount.part.start;
    let claimed = Span::new(start, prose.span.start + amount.part.end);
    let near = prose.text.ceil_char_boundary(start.saturating_sub(NEAR).max(prose.span.start));
    let mut before = prose.between(near, start).trim_end();
    while let Some(filler) = FILLERS.iter().find(|filler| ends_with_word(before, filler)) {
        before = before[..before.len() - filler.len()].trim_end();
    }
    let verb = VERBS.iter().find(|verb| ends_with_word(before, verb))?;
    let end = near + before[..before.len() - verb.len()].trim_end().len();
    let begin = prose.sentence(claimed).start.min(end);
    let subject = prose.between(begin, end);
    let (expr, at) = thing(subject).or_else(|| list_of(subject)).or_else(|| code(prose, begin, subject.len()))?;
    Some(Said::size(expr, Span::new(begin + at, claimed.end), claimed, amount))
}

fn ends_with_word(text: &str, word: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.strip_suffix(word).is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric()))
}

/// "an empty dict": the expression, and where it is named.
fn thing(subject: &str) -> Option<(String, usize)> {
    let (words, expr) = THINGS.iter().find(|(words, _)| ends_with_word(subject, words))?;
    Some(((*expr).to_owned(), subject.len() - words.len()))
}

/// "a list of 1M elements": the container alone, whatever it holds.
fn list_of(subject: &str) -> Option<(String, usize)> {
    let lower = subject.to_ascii_lowercase();
    let (kind, at) = ["list of ", "tuple of "].iter().find_map(|kind| lower.rfind(kind).map(|at| (kind, at)))?;
    let mut words = lower[at + kind.len()..].split_whitespace();
    let number = count(words.next()?)?;
    let noun = words.next()?;
    let fits = NOUNS.contains(&noun) && words.next().is_none() && number <= LONGEST;
    let (open, close) = if kind.starts_with("list") { ("[", "]") } else { ("(", ",)") };
    fits.then(|| (format!("{open}None{close} * {number}"), at))
}

/// What a list is said to hold, where it does not matter what that is.
const NOUNS: [&str; 10] =
    ["elements", "items", "entries", "integers", "ints", "numbers", "references", "pointers", "objects", "values"];
/// Longest list that is built to be measured, elements.
const LONGEST: u64 = 10_000_000;

/// `1M`, `10,000`, `1_000`
fn count(word: &str) -> Option<u64> {
    let word: String = word.chars().filter(|c| !",_".contains(*c)).collect();
    let (digits, factor) = match word.strip_suffix(['m', 'k']) {
        Some(digits) if word.ends_with('m') => (digits, 1_000_000),
        Some(digits) => (digits, 1000),
        None => (word.as_str(), 1),
    };
    digits.parse::<u64>().ok()?.checked_mul(factor)
}

/// Inline code at the end of the subject, which begins at `begin` of the document.
fn code(prose: &Prose<'_>, begin: usize, length: usize) -> Option<(String, usize)> {
    let found = prose.codes.binary_search_by_key(&(begin + length), |code| code.outside.end).ok()?;
    let code = prose.codes[found];
    Some((code.inside.of(prose.text).trim().to_owned(), code.inside.start.checked_sub(begin)?))
}

impl Said {
    fn size(expr: String, span: Span, claimed: Span, amount: &Amount) -> Self {
        Self {
            expr,
            span,
            claimed,
            written: String::new(),
            link: Link::Size(amount.bounds),
            at_large: false,
            about: amount.bounds.least != amount.bounds.most,
            only_if_so: false,
            ways: Vec::new(),
            table: None,
        }
    }
}
