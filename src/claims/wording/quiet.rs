//! That nothing is raised: "Works", "no error at runtime", "and no exception at all", "the KeyError was swallowed".

use super::Subject;
use crate::claims::exception::looks_like_exception;
use crate::claims::marker::begins_with_word;
use crate::claims::model::{Certainty, Kind, Reading, Strength};
use crate::claims::reading::Found;
use crate::claims::span::Part;
use crate::claims::value;
use crate::syntax::{Scope, Shape};

/// Words that say so outright.
const OUTRIGHT: [&str; 24] = [
    "no errors",
    "no error",
    "no exceptions",
    "no exception",
    "nothing is raised",
    "nothing raised",
    "raises nothing",
    "raises no exception",
    "raises no error",
    "does not raise",
    "doesn't raise",
    "doesn't fail",
    "does not fail",
    "never raises",
    "never fails",
    "doesn't crash",
    "does not crash",
    "without an error",
    "without errors",
    "without error",
    "without complaint",
    "no complaints",
    "no complaint",
    "no crash",
];
/// Words that say so in passing.
const WORKS: [&str; 18] = [
    "works fine",
    "works",
    "this works",
    "no problem",
    "fine",
    "ok",
    "okay",
    "allowed",
    "accepted",
    "is accepted",
    "is allowed",
    "perfectly fine",
    "perfectly legal",
    "succeeds",
    "legal",
    "valid",
    "runs fine",
    "goes through",
];
/// Those that may just as well be a judgement, or what is shown.
const VAGUE: [&str; 9] = ["fine", "ok", "okay", "allowed", "accepted", "perfectly fine", "legal", "valid", "succeeds"];
/// What becomes of an exception that is not seen.
const SWALLOWED: [&str; 8] =
    ["swallowed", "suppressed", "silenced", "ignored", "caught", "swallowed silently", "silently ignored", "handled"];
/// Words that may stand before such a clause, and behind it.
const LEADS: [&str; 9] = ["and ", "but ", "so ", "yet ", "still ", "also ", "it ", "that ", "there is "];
const FILLERS: [&str; 16] = [
    "at all",
    "at runtime",
    "at run time",
    "at run-time",
    "here",
    "now",
    "anymore",
    "any more",
    "either",
    "is raised",
    "raised",
    "thrown",
    "too",
    "again",
    "this time",
    "anyway",
];

/// Reads such a clause.
pub(super) fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    let (part, clear) = said(text).map(|part| (part, true)).or_else(|| works(text))?;
    claim(text, part, clear, subject)
}

/// Reads a clause that says so outright.
pub(super) fn outright(text: &str, subject: Subject<'_>) -> Option<Found> {
    claim(text, said(text)?, true, subject)
}

/// Whether a clause says so outright, whatever it stands by.
pub(super) fn says_so(text: &str) -> bool {
    said(text).is_some()
}

fn claim(text: &str, part: Part, clear: bool, subject: Subject<'_>) -> Option<Found> {
    let clear = clear && !value::hedged(text[part.end..].trim());
    let certainty = if clear { Certainty::Likely } else { Certainty::Possible };
    let found = Found::possible(text, part, Kind::NoRaise, Reading::NoRaise);
    let found = Found { certainty, strength: Strength::Soft, ..found };
    (acts(subject) && subject.statement.scope == Scope::Module).then_some(found)
}

fn said(text: &str) -> Option<Part> {
    let start = behind_leads(text);
    let clause = &text[start..];
    let phrase = OUTRIGHT.iter().find(|words| begins_with_word(clause, words)).map(|words| words.len());
    let length = phrase.or_else(|| no_such(clause)).or_else(|| swallowed(clause))?;
    let end = start + behind_fillers(clause, length);
    ends(&text[end..]).then(|| Part::new(start, end))
}

fn works(text: &str) -> Option<(Part, bool)> {
    let start = behind_leads(text);
    let words = WORKS.into_iter().find(|words| begins_with_word(&text[start..], words))?;
    let end = start + behind_fillers(&text[start..], words.len());
    ends(&text[end..]).then(|| (Part::new(start, end), !VAGUE.contains(&words)))
}

fn behind_leads(text: &str) -> usize {
    let label = text.rfind(": ").map_or(0, |at| at + 2);
    let lead = |at: usize| {
        LEADS.iter().find(|lead| text.get(at..at + lead.len()).is_some_and(|s| s.eq_ignore_ascii_case(lead)))
    };
    let mut at = label;
    while let Some(lead) = lead(at) {
        at += lead.len();
    }
    at
}

/// Where the words that add nothing end.
fn behind_fillers(clause: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(filler) =
        FILLERS.iter().find(|filler| clause[at..].strip_prefix(' ').is_some_and(|rest| begins_with_word(rest, filler)))
    {
        at += 1 + filler.len();
    }
    at
}

/// Whether no sentence goes on.
fn ends(behind: &str) -> bool {
    let behind = behind.trim();
    behind.trim_matches(['!', '.', ',', ')']).is_empty()
        || behind.starts_with(['!', '(', '.', ',', '-', '–', '—', ';', ':'])
}

/// "no KeyError"
fn no_such(clause: &str) -> Option<usize> {
    let name = named(clause.strip_prefix("no ")?)?;
    Some("no ".len() + name)
}

/// "the KeyError was swallowed"
fn swallowed(clause: &str) -> Option<usize> {
    let lead = ["the ", "The "].into_iter().find(|lead| clause.starts_with(lead)).map_or(0, str::len);
    let name = lead + named(&clause[lead..])?;
    let verb = [" was ", " is ", " gets ", " got "].into_iter().find(|verb| clause[name..].starts_with(verb))?;
    let at = name + verb.len();
    let word = SWALLOWED.iter().find(|word| begins_with_word(&clause[at..], word))?;
    Some(at + word.len())
}

/// The length of an exception's name.
fn named(text: &str) -> Option<usize> {
    let length = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    looks_like_exception(&text[..length]).then_some(length)
}

/// Whether the statement does something that could go wrong.
fn acts(subject: Subject<'_>) -> bool {
    match &subject.statement.shape {
        Shape::Expr { constant, .. } => !constant,
        // What is stored into an object may be refused.
        Shape::Assign { constant, targets } => !constant || targets.iter().any(|target| target.contains(['.', '['])),
        Shape::Del(_) | Shape::Import => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_say_that_nothing_is_raised() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(said(text).map(|part| part.of(text)), expect, "{text}");
        };
        check("no error at runtime", Some("no error at runtime"));
        check("and no exception at all!", Some("no exception at all"));
        check("still there: KeyError was swallowed", Some("KeyError was swallowed"));
        check("no KeyError this time", Some("no KeyError this time"));
        check("doesn't raise here", Some("doesn't raise here"));
        check("no error handling here", None);
        check("no exception if it is empty", None);
        check("KeyError was renamed", None);
        check("no luck", None);
    }
}
