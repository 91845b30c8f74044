//! A literal result at the beginning of a text, told from a comment that only begins like one.

use super::literal::{self, Literal};
use super::span::Part;

/// A literal at the beginning of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The literal, or the sequence of literals.
    pub claimed: Part,
    /// What follows it.
    pub tail: Part,
    /// How it ends.
    pub ending: Ending,
    /// Whether it is one number.
    pub number: bool,
    /// Whether it is a word such as `None`, with which a sentence may begin.
    pub word: bool,
    /// Whether it is a truth value or has an end of its own, as a list has: what follows is no part of it.
    pub closed: bool,
    /// Whether it is a list or another container.
    pub container: bool,
    /// Whether it is a bare name.
    pub name: bool,
    /// Names within it, such as those of classes.
    pub names: Vec<String>,
    /// Whether it calls something that is no class, as code does and no result.
    pub code: bool,
}

/// What follows a literal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Nothing.
    End,
    /// Commentary that is set off: `(…)`, `-- …`, `! …`, `because …`.
    SetOff,
    /// A word, so that the literal may be part of a sentence: `3 levels of nesting`.
    Word,
    /// Commentary that takes certainty away: `or`, `e.g.`, `depends`, another Python.
    Hedged,
}

/// Reads a literal, or a comma list of literals, at the beginning of `text`.
pub fn read(text: &str) -> Option<Found> {
    // "5: the sum" is rather the number of a step.
    let numbering = is_numbering(text);
    let found = range(text)
        .or_else(|| grouped(text))
        .or_else(|| sequence(text).filter(|_| !numbering))
        .or_else(|| single(text))?;
    Some(if numbering { Found { ending: Ending::Hedged, ..found } } else { found })
}

/// `0 to 4`
fn range(text: &str) -> Option<Found> {
    let (_, _, end) = literal::range_prefix(text)?;
    Some(number(text, end, ending(&text[end..])?))
}

/// `86,400`
fn grouped(text: &str) -> Option<Found> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == ',')).unwrap_or(text.len());
    let end = text[..end].trim_end_matches(',').len();
    let mut groups = text[..end].split(',');
    let first = groups.next().filter(|first| (1..4).contains(&first.len()))?;
    let rest: Vec<&str> = groups.collect();
    let plain = !first.is_empty() && !rest.is_empty() && rest.iter().all(|group| group.len() == 3);
    if !plain || text[end..].starts_with('.') && text[end + 1..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some(number(text, end, ending(&text[end..])?))
}

/// A number, or several, up to `end`.
fn number(text: &str, end: usize, ending: Ending) -> Found {
    Found {
        claimed: Part::new(0, end),
        tail: Part::new(end, text.len()),
        ending,
        number: true,
        word: false,
        closed: false,
        container: false,
        name: false,
        names: Vec::new(),
        code: false,
    }
}

fn single(text: &str) -> Option<Found> {
    let (literal, end) = Literal::prefix(text)?;
    let number = matches!(literal, Literal::Number(_));
    let word = matches!(literal, Literal::Word(_));
    let truth =
        matches!(&literal, Literal::Word(word) if ["true", "false"].iter().any(|t| word.eq_ignore_ascii_case(t)));
    let container = matches!(literal, Literal::List(_) | Literal::Tuple(_) | Literal::Set(_) | Literal::Dict(_));
    let closed = truth || container;
    let ending = match ending(&text[end..]) {
        None if number && is_numbering(text) => Ending::Hedged,
        other => other?,
    };
    let names = literal.names().into_iter().map(str::to_owned).collect();
    let code = literal.callees().iter().any(|name| !is_class_like(name));
    (!matches!(literal, Literal::Rest) && !is_complexity(&literal)).then(|| Found {
        claimed: Part::new(0, end),
        tail: Part::new(end, text.len()),
        ending,
        number,
        word,
        closed,
        container,
        name: literal.is_name(),
        names,
        code,
    })
}

/// Whether `repr` may write a call of that name: a class by its spelling, or one of the standard library's.
fn is_class_like(name: &str) -> bool {
    const LOWER: [&str; 26] = [
        "array",
        "bytearray",
        "complex",
        "count",
        "date",
        "datetime",
        "defaultdict",
        "deque",
        "dict_items",
        "dict_keys",
        "dict_values",
        "frozenset",
        "mappingproxy",
        "memoryview",
        "namedtuple",
        "namespace",
        "odict_items",
        "odict_keys",
        "odict_values",
        "partial",
        "range",
        "repeat",
        "set",
        "slice",
        "time",
        "timedelta",
    ];
    let last = name.rsplit('.').next().unwrap_or(name);
    last.starts_with(char::is_uppercase)
        || LOWER.contains(&last)
        || matches!(last, "timezone" | "array" | "dtype" | "struct_time")
}

/// `O(n)` is said of the code, and not shown by it.
fn is_complexity(literal: &Literal) -> bool {
    matches!(literal, Literal::Call(name, _) if matches!(name.as_str(), "O" | "Θ" | "Ω"))
}

/// `1, 2, 3` or `1 2 3`, with commentary set off behind it.
fn sequence(text: &str) -> Option<Found> {
    // "(1, 2), (3, 4)" goes on behind a comma.
    // "-4 -4" are two numbers, "10 - 4" is a sum.
    let negative = |at: usize| {
        let mut rest = text[at..].strip_prefix(" -").unwrap_or("").chars();
        rest.next().is_some_and(|c| c.is_ascii_digit())
    };
    let sets_off = |at: &usize| !text[..*at].ends_with(',') && !negative(*at);
    let ends = SET_OFF.iter().flat_map(|sign| text.match_indices(sign).map(|(at, _)| at));
    let end = ends.filter(sets_off).min().unwrap_or(text.len());
    let items = Literal::sequence(&text[..end])?;
    if items.iter().any(Literal::is_name) {
        return None;
    }
    let claimed = Part::new(0, end).trimmed(text);
    Some(Found {
        claimed,
        tail: Part::new(end, text.len()),
        ending: ending(&text[end..])?,
        number: false,
        word: false,
        closed: false,
        container: false,
        name: false,
        names: Vec::new(),
        code: items.iter().flat_map(Literal::callees).any(|name| !is_class_like(name)),
    })
}

/// `1. First`, `2) Second`, `3: Third`, `1 - First`: the number of a step.
fn is_numbering(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &text[digits..];
    let signed = [". ", ") ", ": "].iter().any(|sign| behind.starts_with(sign));
    digits > 0 && digits < 3 && (signed || behind == "." || behind == ")")
}

const SET_OFF: &[&str] = &[" (", " -", " –", " —", " #", " <-", " ←", " =", " |", " //", "  "];
const REASONS: &[&str] = &["because", "since", "as", "not", "due", "thanks", "instead", "again", "again!", "too"];
/// Words that take certainty away wherever they stand.
#[rustfmt::skip]
const HEDGES: &[&str] = &[
    "approx", "approximately", "could", "cpython", "depending", "depends", "deprecated", "formerly", "old", "older", "previously", "e.g.", "linux", "macos", "may", "might",
    "probably", "py2", "py3", "possible", "pypy", "python", "random", "repl", "roughly", "similar", "sometimes", "typically", "usually", "varies",
    "vary", "windows",
];
/// Words that do so only right behind the literal.
const FIRST_HEDGES: &[&str] =
    &["about", "before", "can", "example", "if", "in", "on", "or", "something", "unless", "until", "when", "would"];

/// Words that do so also where a sign sets them off: "5, if you count the last one".
const CONDITIONS: &[&str] = &["if", "unless", "until", "when", "or"];

/// What `behind` makes of the literal before it; `None` where the literal does not end there.
fn ending(behind: &str) -> Option<Ending> {
    let joined = behind.starts_with(|c: char| c.is_alphanumeric() || "_%°/*+@$€£^~`\\'\"[{([".contains(c));
    let dash_or_colon =
        behind.starts_with(['-', ':', '.', ',']) && behind[1..].starts_with(|c: char| c.is_alphanumeric());
    // "4.0? No: 4" asks first.
    if joined || dash_or_colon || behind.starts_with("? ") {
        return None;
    }
    let text = behind.trim();
    if text.trim_matches(['.', '!', ',', ';', ':']).is_empty() {
        return Some(Ending::End);
    }
    if hedged(text) {
        return Some(Ending::Hedged);
    }
    let arrow = ["->", "=>", "→"].iter().any(|arrow| text.starts_with(arrow));
    let compares = text.starts_with("!=") || text.starts_with('<') && !text.starts_with("<-");
    let minus = text.strip_prefix('-').is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    if arrow
        || compares
        || minus
        || text.starts_with(['=', '+', '*', '%', '>', '&', '^', '?', '/', '|', '×', '÷', '≈', '≠'])
    {
        return Some(Ending::Hedged);
    }
    // "9 not found" goes on; "50 not 0" sets another value against it.
    let denied = text.strip_prefix("not ").is_none_or(|rest| !rest.starts_with(char::is_lowercase));
    let reason = denied && REASONS.iter().any(|word| super::marker::begins_with_word(text, word));
    let sentence = text.starts_with(|c: char| c.is_alphanumeric() || "'\"`_".contains(c));
    Some(if reason || !sentence { Ending::SetOff } else { Ending::Word })
}

/// Whether the commentary says that it need not be so everywhere.
pub fn hedged(text: &str) -> bool {
    // "True, nothing could change it" takes nothing back.
    let opened = text.trim_start_matches([',', ';', ':', '(', '-', '–', '—', ' ']);
    if ["nothing", "nobody", "never", "neither"].iter().any(|word| super::marker::begins_with_word(opened, word)) {
        return false;
    }
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '.')).map(|word| word.trim_end_matches('.'));
    let version = |word: &str| {
        let mut parts = word.split('.');
        matches!((parts.next(), parts.next()), (Some("2" | "3"), Some(minor)) if minor.parse::<u8>().is_ok_and(|m| m < 30))
    };
    let sentence = text.starts_with(char::is_alphabetic);
    let first = words.clone().find(|word| !word.is_empty()).filter(|_| sentence).unwrap_or("");
    FIRST_HEDGES.iter().any(|hedge| first.eq_ignore_ascii_case(hedge))
        || CONDITIONS.iter().any(|word| super::marker::begins_with_word(opened, word))
        || text.contains("e.g")
        || text.contains('?')
        || words.clone().any(|word| HEDGES.iter().any(|hedge| word.eq_ignore_ascii_case(hedge)) || version(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(&str, Ending)>) {
        assert_eq!(read(text).map(|found| (found.claimed.of(text), found.ending)), expect, "{text:?}");
    }

    #[test]
    fn literals_end_where_commentary_begins() {
        check("True", Some(("True", Ending::End)));
        check("True!", Some(("True", Ending::End)));
        check("[1, 2] -- and not [2]! It grew!", Some(("[1, 2]", Ending::SetOff)));
        check("4 (one of them is the argument)", Some(("4", Ending::SetOff)));
        check("2 -- once more", Some(("2", Ending::SetOff)));
        check("False because they differ", Some(("False", Ending::SetOff)));
        check("True, nothing in it could change", Some(("True", Ending::SetOff)));
        check("True, it could change", Some(("True", Ending::Hedged)));
        check("9 not found", Some(("9", Ending::Word)));
        check("50, not 0!", Some(("50", Ending::SetOff)));
        check("1, 2, 3", Some(("1, 2, 3", Ending::End)));
        check("-4 -4", Some(("-4 -4", Ending::End)));
        check("7 -2 -- rounded down", Some(("7 -2", Ending::SetOff)));
        check("1 2 3 (in order)", Some(("1 2 3", Ending::SetOff)));
        check("(1, 2), (3, 4) (in order)", Some(("(1, 2), (3, 4)", Ending::SetOff)));
        check("0 to 4", Some(("0 to 4", Ending::End)));
        check("86,400", Some(("86,400", Ending::End)));
        check("86,400 seconds", Some(("86,400", Ending::Word)));
    }

    #[test]
    fn sentences_that_begin_like_a_literal_are_marked() {
        check("3 levels of nesting", Some(("3", Ending::Word)));
        check("None if missing", Some(("None", Ending::Hedged)));
        check("True in Python 2", Some(("True", Ending::Hedged)));
        check("False in a REPL, may be True elsewhere", Some(("False", Ending::Hedged)));
    }

    #[test]
    fn what_only_looks_like_a_literal_is_none() {
        check("1. First step", Some(("1", Ending::Hedged)));
        check("2) Second", Some(("2", Ending::Hedged)));
        check("2 × 5", Some(("2", Ending::Hedged)));
        check("10 / 4", Some(("10", Ending::Hedged)));
        check("10 - 4", Some(("10", Ending::Hedged)));
        check("10% off", None);
        check("3x faster", None);
        check("2024-01-01", None);
        check("10-20", None);
        check("...", None);
        check("~8MB", None);
        check("O(1) on average", None);
    }
}
