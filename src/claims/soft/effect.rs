//! What code does to the world outside, or to others: "executes `rm -rf /`", "deletes users.db", "other tasks run here".

use super::{conditional, open, phrase, soft, to_clause_end};
use crate::claims::model::{Certainty, Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::syntax::{Shape, Statement};

/// Verbs of deeds that the sandbox sees, with its word for them. The third person tells what happens; "delete the file"
/// tells what the line is for.
const DEEDS: &[(&str, &[&str])] = &[
    (
        "process",
        &["executes", "runs", "will run", "will execute", "spawns", "launches", "starts", "shells out to", "invokes"],
    ),
    (
        "write",
        &[
            "deletes",
            "removes",
            "erases",
            "wipes",
            "overwrites",
            "writes to",
            "writes",
            "creates",
            "saves to",
            "appends to",
            "will delete",
            "truncates",
        ],
    ),
    (
        "network",
        &[
            "connects to",
            "sends",
            "downloads",
            "fetches",
            "opens a connection to",
            "makes a request to",
            "requests",
            "phones home to",
            "calls out to",
        ],
    ),
    ("signal", &["kills", "terminates"]),
];

/// Deeds that need no object to be seen.
const WHOLE: &[(&str, &[&str])] = &[
    (
        "process",
        &[
            "starts a process",
            "starts a new process",
            "spawns a process",
            "spawns a new process",
            "starts a subprocess",
            "forks a process",
            "arbitrary code execution",
        ],
    ),
    ("network", &["opens a connection", "opens a socket", "makes a network request", "hits the network"]),
];

/// What happens to other objects or tasks, and why a run of this block does not show it.
#[rustfmt::skip]
const UNSEEN: &[(&[&str], &str)] = &[
    (&["garbage collected", "garbage-collected", "gets collected", "is collected"], "nothing here watches when memory is given back"),
    (&["other task can run", "other tasks can run", "other tasks run", "other coroutines run", "lets other tasks run",
        "loop runs other tasks", "requests queue up", "one at a time", "one row at a time", "runs other tasks"],
        "the order in which things happen is not observed"),
    (&["oom kill", "out of memory", "runs out of memory", "oom"], "it depends on the memory of the machine"),
    (&["without loading entire file", "without loading the entire file", "without loading the whole file"],
        "nothing here measures what is loaded"),
    (&["n queries", "1 query", "queries!"], "no database is here that could count"),
];

/// Reads such a wording.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    whole(text)
        .or_else(|| deed(text, subject))
        .or_else(|| freed(text, subject))
        .or_else(|| order(text))
        .or_else(|| unseen(text))
}

/// "immediately freed" beside a statement that takes a name away: it was the last reference.
fn freed(text: &str, subject: Subject<'_>) -> Option<Found> {
    const WORDS: [&str; 8] = [
        "immediately freed",
        "freed immediately",
        "is freed",
        "gets freed",
        "memory freed",
        "freed right away",
        "is destroyed",
        "destroyed immediately",
    ];
    let part = phrase(text, &WORDS).filter(|part| !text[part.end..].trim_start().starts_with('?'))?;
    let part = to_clause_end(text, part);
    let found = open(text, part, Kind::Effect, "nothing here watches when memory is given back");
    let names: Vec<&str> = match subject.statement.header.of(subject.code).strip_prefix("del ") {
        Some(names) => names.split(',').map(str::trim).collect(),
        None => rebound(subject).into_iter().collect(),
    };
    let plain = names.iter().all(|name| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_'));
    if names.is_empty() || !plain || conditional(text) {
        return Some(found);
    }
    // The name and the call that asks: no one else holds it.
    let last = names.iter().map(|name| format!("__import__('sys').getrefcount({name}) == 2"));
    let expr = last.collect::<Vec<_>>().join(" and ");
    let state = Reading::State { expr, before: true, equals: "True".into() };
    Some(Found { readings: [state].into_iter().chain(found.readings.clone()).collect(), ..found })
}

/// The name to which the statement gives something else.
fn rebound<'a>(subject: Subject<'a>) -> Option<&'a str> {
    let Shape::Assign { targets, .. } = &subject.statement.shape else { return None };
    let [name] = targets.as_slice() else { return None };
    let before = |one: &&Statement| one.span.start < subject.statement.span.start;
    let binds = |one: &Statement| matches!(&one.shape, Shape::Assign { targets, .. } if targets.contains(name));
    subject.module.statements.iter().filter(before).any(binds).then_some(name.as_str())
}

/// "run concurrently", "one after another": what several tasks print shows in which order they went.
fn order(text: &str) -> Option<Found> {
    const TOGETHER: [&str; 6] =
        ["run concurrently", "runs concurrently", "concurrently", "run in parallel", "runs in parallel", "interleaved"];
    const IN_TURN: [&str; 6] = [
        "run sequentially",
        "runs sequentially",
        "sequentially",
        "one after another",
        "one after the other",
        "one by one",
    ];
    let (together, in_turn) = (phrase(text, &TOGETHER), phrase(text, &IN_TURN));
    let (part, overlaps) = match (together, in_turn) {
        (Some(one), Some(other)) if other.start < one.start => (other, false),
        (Some(one), _) => (one, true),
        (None, Some(other)) => (other, false),
        (None, None) => return None,
    };
    let before = text[..part.start].trim_end().to_lowercase();
    let denied = ["not", "never", "n't"].iter().any(|word| before.ends_with(word));
    let found = open(text, to_clause_end(text, part), Kind::Effect, "the order in which things happen is not observed");
    let seen = Reading::Overlap { overlaps: overlaps != denied };
    Some(Found { readings: [seen].into_iter().chain(found.readings.clone()).collect(), ..found })
}

fn attempts(text: &str, part: Part, what: &str, named: &str) -> Found {
    let reading = Reading::Attempts { what: what.to_owned(), named: named.to_owned() };
    soft(text, part, Kind::Effect, vec![reading])
}

fn whole(text: &str) -> Option<Found> {
    let (what, part) = WHOLE.iter().find_map(|(what, phrases)| phrase(text, phrases).map(|part| (what, part)))?;
    let found = attempts(text, part, what, "");
    Some(Found { certainty: Certainty::Possible, ..found })
}

/// A verb with an object that the sandbox would name: a command, a path, an address.
fn deed(text: &str, subject: Subject<'_>) -> Option<Found> {
    let (what, verb) = DEEDS.iter().find_map(|(what, verbs)| phrase(text, verbs).map(|verb| (what, verb)))?;
    let behind = &text[verb.end..];
    let (named, length) = object(behind)?;
    let part = Part::new(verb.start, verb.end + length);
    let found = attempts(text, part, what, named);
    let plain = !conditional(&text[..verb.start]) && !subject.module.statements.is_empty();
    Some(match plain {
        true => found.opened("the sandbox saw no such attempt"),
        false => Found { certainty: Certainty::Possible, ..found },
    })
}

/// The object behind a verb, and how far it reaches: in quotes or backticks, or a word that looks like a path or address.
fn object(behind: &str) -> Option<(&str, usize)> {
    let text = behind.trim_start();
    let gap = behind.len() - text.len();
    let article = ["the file ", "file ", "the ", "a file ", "to "].iter().find(|word| text.starts_with(**word));
    let skipped = article.map_or(0, |word| word.len());
    let text = &text[skipped..];
    if let Some(quote) = text.chars().next().filter(|c| "`'\"".contains(*c)) {
        let end = text[1..].find(quote)?;
        return Some((&text[1..=end], gap + skipped + end + 2)).filter(|(named, _)| !named.is_empty());
    }
    let word = text.split_whitespace().next()?.trim_end_matches([',', ';', '!', ')', ':']).trim_end_matches('.');
    let dotted = word.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.is_empty() && ending.len() < 7 && ending.chars().all(|c| c.is_ascii_alphanumeric())
    });
    let named = (dotted || word.contains('/')) && !word.contains("()");
    named.then_some((word, gap + skipped + word.len()))
}

fn unseen(text: &str) -> Option<Found> {
    let (reason, part) =
        UNSEEN.iter().find_map(|(phrases, reason)| phrase(text, phrases).map(|part| (reason, part)))?;
    Some(open(text, to_clause_end(text, part), Kind::Effect, reason))
}
