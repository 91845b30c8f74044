//! Times: "~0.5s", "Instant", "takes minutes", "10x speedup", "slow".

use super::amount::{self, Amount, Measure, TIME_FACTOR};
use super::{begins, explains_a_number, open, phrase, soft, to_clause_end};
use crate::claims::model::{Bounds, Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::syntax::Shape;

/// Why a time is undecidable.
const CLOCK: &str = "only a clock could tell, and it tells of the machine";
/// What readers call instant, microseconds.
const INSTANT: u64 = 100_000;

/// Words before an amount of time with which a claim is made; "wait 5 seconds" or "every 5 s" say what is done.
const VERBS: [&str; 16] = [
    "takes", "take", "took", "needs", "in", "after", "is", "only", "just", "for", "time", "total", "within", "lasts",
    "vs", "has",
];
const WORDED: [&str; 20] = [
    "takes minutes",
    "takes hours",
    "takes seconds",
    "takes forever",
    "takes ages",
    "takes a while",
    "takes long",
    "no speedup",
    "no speed-up",
    "no faster",
    "much faster",
    "much slower",
    "times faster",
    "times slower",
    "x faster",
    "x slower",
    "x speedup",
    "x speed-up",
    "1-5 seconds",
    "faster than",
];
/// Words that are the whole of a remark, or begin it.
const ALONE: [&str; 10] = [
    "slow",
    "very slow",
    "super slow",
    "slower",
    "fast",
    "very fast",
    "super fast",
    "faster",
    "blazing fast",
    "fastest",
];

/// Reads all times of a line.
pub fn read(text: &str, subject: Subject<'_>) -> Vec<Found> {
    let constant = matches!(subject.statement.shape, Shape::Assign { .. }) && !calls(subject);
    let amounts = amount::find(text).into_iter().filter(|amount| amount.measure == Measure::Time && !constant);
    let claimed = amounts.filter(|amount| is_claim(text, amount) && !explains_a_number(text, amount, subject));
    let waits = waits(subject);
    let mut found: Vec<Found> = claimed.map(|amount| of_amount(text, &amount, waits)).collect();
    found.extend(instant(text));
    found.extend(worded(text));
    found
}

fn is_claim(text: &str, amount: &Amount) -> bool {
    let before = text[..amount.part.start].trim_end();
    let word = before.rsplit([' ', '(']).next().unwrap_or("").to_lowercase();
    let set_off = before.ends_with([':', '(', '=', '>', '→', ',', '—']) && !before.ends_with("every:");
    let purpose =
        begins(text.trim_start(), &["wait", "sleep", "every", "pause", "timeout", "retry", "poll", "simulate"]);
    !purpose && (amount.about || before.is_empty() || set_off || VERBS.contains(&word.as_str()))
}

/// What calls nothing takes no time worth a word: `timeout = 30 * 2  # 1 minute` says what the number means.
fn calls(subject: Subject<'_>) -> bool {
    let header = subject.statement.header.of(subject.code);
    header.contains('(') || header.contains("await ")
}

/// Code that waits takes as long on every machine, or longer.
fn waits(subject: Subject<'_>) -> bool {
    subject.code.contains("sleep(") || subject.code.contains("timeout=")
}

fn of_amount(text: &str, amount: &Amount, waits: bool) -> Found {
    let takes = Reading::Takes { micros: amount.bounds };
    let readings = if waits { vec![takes] } else { Vec::new() };
    soft(text, amount.part, Kind::Time, readings).opened(CLOCK)
}

/// "Instant!", "instantly"
fn instant(text: &str) -> Option<Found> {
    let part = phrase(text, &["instant", "instantly", "instantaneous", "returns immediately"])?;
    let micros = Bounds { least: 0, most: INSTANT * TIME_FACTOR };
    let first =
        text[..part.start].trim().is_empty() || part.of(text).contains(' ') || text[..part.start].ends_with("is ");
    first.then(|| soft(text, part, Kind::Time, vec![Reading::Takes { micros }]).opened(CLOCK))
}

fn worded(text: &str) -> Option<Found> {
    let alone = clause_starts(text).find_map(|start| {
        let words = ALONE.iter().filter(|word| begins(&text[start..], &[word]));
        let end = start + words.map(|word| word.len()).max()?;
        is_judgement(&text[end..]).then_some(Part::new(start, end))
    });
    let part = speed(text).or_else(|| phrase(text, &WORDED)).or(alone)?;
    Some(open(text, to_clause_end(text, part), Kind::Time, CLOCK))
}

/// Whether what follows leaves the word a judgement: "fast path" is a name.
fn is_judgement(behind: &str) -> bool {
    const GO_ON: [&str; 13] =
        ["for", "than", "because", "but", "and", "with", "on", "when", "if", "due", "since", "even", "in"];
    let rest = behind.trim_start();
    rest.is_empty() || rest.starts_with(|c: char| "!.,;:()-—–".contains(c)) || begins(rest, &GO_ON)
}

/// "10x speedup", "2.5x faster"
fn speed(text: &str) -> Option<Part> {
    let lower = text.to_ascii_lowercase();
    let units = ["x speedup", "x speed-up", "x faster", "x slower", " times faster", " times slower"];
    let (at, unit) = units.iter().find_map(|unit| lower.find(unit).map(|at| (at, unit)))?;
    let digits =
        lower[..at].len() - lower[..at].trim_end_matches(|c: char| c.is_ascii_digit() || ".-".contains(c)).len();
    (digits > 0).then(|| Part::new(at - digits, at + unit.len()))
}

/// The beginning of the text, and what stands behind a sign that sets off.
fn clause_starts(text: &str) -> impl Iterator<Item = usize> {
    let signs = ["(", " -- ", " — ", " - ", ": "];
    let behind = signs.into_iter().flat_map(|sign| text.match_indices(sign).map(|(at, sign)| at + sign.len()));
    std::iter::once(0).chain(behind)
}
