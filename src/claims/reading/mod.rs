//! The grammar of readings: what one line of comment claims about the statement beside it.

mod contents;
mod foretold;
mod numbered;
mod quoted;
mod raw;
mod result;
mod subject;
mod versions;

pub use subject::Subject;
pub use versions::read as versioned;

use super::exception;
use super::literal::Literal;
use super::marker::{self, Marker};
use super::model::{Certainty, Kind, Reading, Strength};
use super::span::Part;
use super::value;
use super::{state, wording};
use crate::syntax::Shape;
use raw::raw;
use result::literal;

/// A claim read from a line of text, in ranges of that line.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The asserted result.
    pub claimed: Part,
    /// The commentary behind it.
    pub tail: Part,
    /// What it speaks of.
    pub kind: Kind,
    /// How literal it is.
    pub strength: Strength,
    /// How surely it is a claim.
    pub certainty: Certainty,
    /// The ways to read it.
    pub readings: Vec<Reading>,
}

impl Found {
    /// An exact claim with one reading, dropped where that does not agree.
    pub fn possible(text: &str, claimed: Part, kind: Kind, reading: Reading) -> Self {
        let claimed = claimed.trimmed(text);
        let (strength, certainty) = (Strength::Exact, Certainty::Possible);
        Self { claimed, tail: Part::new(claimed.end, text.len()), kind, strength, certainty, readings: vec![reading] }
    }

    /// The same, but no careful reader would take it for anything else.
    pub fn sure(self) -> Self {
        Self { certainty: Certainty::Sure, ..self }
    }

    /// The same in a text of which this one begins at `offset`.
    pub fn moved(self, offset: usize) -> Self {
        Self { claimed: self.claimed.moved(offset), tail: self.tail.moved(offset), ..self }
    }
}

/// Reads one line of a comment.
pub fn read(text: &str, subject: Subject<'_>) -> Vec<Found> {
    if is_no_remark(text) {
        return Vec::new();
    }
    let marker = marker::read(text);
    let rest = marker.map_or(0, |marker| marker.length);
    if !can_have_a_result(&subject.statement.shape) {
        let raised = raises(text, rest, marker, subject).filter(|_| can_be_foretold(subject));
        let worded = worded(text, 0, subject);
        let printed = raw(text, rest, marker, subject).filter(|_| raised.is_none() && worded.is_empty());
        let printed = printed.filter(|_| matches!(subject.statement.shape, Shape::Class(_)) || subject.is_compound());
        return raised.into_iter().chain(worded).chain(printed).collect();
    }
    if let Some(found) = raises(text, rest, marker, subject) {
        let kin = foretold::kin(text, found.claimed.end);
        return [found].into_iter().chain(kin).collect();
    }
    let states = states(text, subject);
    if !states.is_empty() {
        return states;
    }
    let announced = self::states(&text[rest..], subject);
    if rest > 0 && !announced.is_empty() {
        return announced.into_iter().map(|found| found.moved(rest)).collect();
    }
    if let Some(both) = printed_and_returned(text, subject) {
        return both;
    }
    let definite = worded(text, 0, subject);
    if definite.first().is_some_and(|found| found.claimed.start == 0) {
        return definite;
    }
    let lines = quoted::read(text, rest, marker, subject);
    if !lines.is_empty() {
        return lines;
    }
    let foretold = foretold::read(text, rest, subject);
    if let Some(found) = literal(text, rest, marker, subject) {
        let is_name = Literal::whole(found.claimed.of(text)).is_some_and(|literal| literal.is_name());
        let found = foretold::or_raised(found, foretold.filter(|_| is_name));
        // The commentary may claim more: "[1, 2] -- Same list instance!"
        let further = if is_counted(text, &found) { Vec::new() } else { worded(text, found.tail.start, subject) };
        let states = states_from(text, found.tail.start, subject);
        let quiet = wording::quiet(text, found.tail.start, subject);
        return [found].into_iter().chain(further).chain(states).chain(quiet).collect();
    }
    if !definite.is_empty() {
        return definite;
    }
    let labelled = states_behind_label(text, subject);
    if !labelled.is_empty() {
        return labelled;
    }
    if let Some(quiet) = wording::quiet(text, 1, subject) {
        // "still there, no error": what is shown stands before it.
        let head = text[..quiet.claimed.start].trim_end_matches([' ', ',', ':', ';', '-', '–', '—', '(']);
        let shown = raw(head, rest.min(head.len()), marker, subject).filter(|shown| !shown.claimed.of(head).is_empty());
        return shown.into_iter().chain([quiet]).collect();
    }
    // A name says more than that something goes wrong.
    let soft = if foretold.is_some() { Vec::new() } else { soft(text, subject) };
    let shown = match raw(text, rest, marker, subject) {
        Some(raw) => Some(foretold::or_raised(raw, foretold)),
        None => foretold,
    };
    either(soft, shown).into_iter().chain(numbered::read(text, subject)).collect()
}

/// "prints hello, returns 5": what a call prints, and what it gives back.
fn printed_and_returned(text: &str, subject: Subject<'_>) -> Option<Vec<Found>> {
    const VERBS: [&str; 2] = ["prints ", "print "];
    const JOINTS: [&str; 6] =
        [", returns ", " and returns ", ", then returns ", "; returns ", " then returns ", ", and returns "];
    let verb = VERBS.iter().find(|verb| text.starts_with(**verb))?.len();
    let (at, joint) = JOINTS.iter().find_map(|joint| Some((text.find(joint)?, joint.len())))?;
    let returned = value::read(&text[at + joint..]).filter(|found| !found.name)?;
    let one = |part: Part, kind: Kind, readings: Vec<Reading>| Found {
        certainty: Certainty::Likely,
        readings,
        ..Found::possible(text, part, kind, Reading::NoRaise)
    };
    let printed = text.get(verb..at)?;
    let shows = matches!(subject.statement.shape, Shape::Expr { prints: false, .. }) && !subject.repeats();
    let literal = is_bare_literal(printed);
    let stdout = one(Part::new(verb, at), Kind::Stdout, vec![Reading::Stdout(printed.to_owned())]);
    let stdout = if literal { stdout } else { Found { certainty: Certainty::Possible, ..stdout } };
    let value = returned.claimed.moved(at + joint);
    let value = one(value, Kind::Value, vec![Reading::Value(value.of(text).to_owned())]);
    shows.then(|| vec![Found { tail: Part::new(at, at), ..stdout }, value])
}

/// Whether a number counts what the next word names: "64 bytes", "3 lists".
fn is_counted(text: &str, found: &Found) -> bool {
    let number = found.claimed.of(text).ends_with(|c: char| c.is_ascii_digit());
    number && text[found.claimed.end..].trim_start_matches(' ').starts_with(char::is_alphabetic)
}

/// Words that may say whether it works, and may just as well be what is shown: "Error: no such key".
fn either(mut soft: Vec<Found>, raw: Option<Found>) -> Vec<Found> {
    match (soft.first_mut(), raw) {
        (Some(first), Some(mut raw)) if raw.certainty == Certainty::Sure => {
            raw.readings.append(&mut first.readings);
            vec![raw]
        }
        (Some(first), Some(mut raw)) => {
            first.readings.append(&mut raw.readings);
            soft
        }
        (None, raw) => raw.into_iter().collect(),
        (Some(_), None) => soft,
    }
}

/// The states that a line names, where it names nothing else.
pub fn stated(text: &str, subject: Subject<'_>) -> Vec<Found> {
    states(text, subject)
}

/// What a line says of a name that it begins with, and of which it tells what happens.
pub fn told(text: &str, subject: Subject<'_>) -> Option<Found> {
    let told = state::told(text, &|name| subject.module.names.binds.contains_key(name))?;
    Some(Found::possible(text, told.claimed, Kind::State, told.reading))
}

/// What the words from `start` on claim.
pub fn worded(text: &str, start: usize, subject: Subject<'_>) -> Vec<Found> {
    wording::read(&text[start..], subject).into_iter().map(|found| found.moved(start)).collect()
}

/// What the words say about whether it works.
pub fn soft(text: &str, subject: Subject<'_>) -> Vec<Found> {
    wording::soft(text, subject)
}

/// States that a sentence mentions: "each sees total=100".
pub fn embedded(text: &str, subject: Subject<'_>) -> Vec<Found> {
    let found = state::embedded(text, &|name| subject.module.names.binds.contains_key(name)).into_iter();
    let claim = |(claimed, readings): (Part, Vec<Reading>)| Found {
        claimed,
        tail: Part::new(claimed.end, text.len()),
        kind: Kind::State,
        strength: Strength::Exact,
        certainty: Certainty::Possible,
        readings,
    };
    found.map(claim).collect()
}

/// Definitions and jumps show nothing that a comment could state.
fn can_have_a_result(shape: &Shape) -> bool {
    !matches!(shape, Shape::Raise | Shape::Def(_) | Shape::Class(_) | Shape::Other)
}

/// A statement that is run for what it does may still be refused, or end in an exception.
fn can_be_foretold(subject: Subject<'_>) -> bool {
    match subject.statement.shape {
        // Within a function the comment says again what the line says.
        Shape::Raise => !subject.repeats(),
        Shape::Class(_) | Shape::Other => true,
        _ => false,
    }
}

/// Comments for tools, decoration, places to fill in, and nothing.
fn is_no_remark(text: &str) -> bool {
    const TOOLS: [&str; 11] = [
        "type:",
        "noqa",
        "pylint:",
        "fmt:",
        "pragma:",
        "mypy:",
        "ruff:",
        "isort:",
        "pyright:",
        "snipcheck:",
        "doctest:",
    ];
    let tool = TOOLS.iter().any(|tool| text.get(..tool.len()).is_some_and(|start| start.eq_ignore_ascii_case(tool)));
    let blank = |open, close| text.trim().strip_prefix(open).and_then(|rest: &str| rest.strip_suffix(close));
    let to_fill_in = [blank('[', ']'), blank('(', ')')].into_iter().flatten();
    let to_fill_in = to_fill_in.into_iter().any(|inner| !inner.is_empty() && inner.trim_matches([' ', '_']).is_empty());
    tool || to_fill_in
        || !text.contains(|c: char| c.is_alphanumeric() || "[]{}()…".contains(c))
            && !matches!(Literal::whole(text), Some(Literal::Text(_)))
            && !text.contains("''")
            && !text.contains("\"\"")
}

fn raises(text: &str, rest: usize, marker: Option<Marker>, subject: Subject<'_>) -> Option<Found> {
    let known = |name: &str| subject.defines_exception(name);
    let from = |start: usize| exception::read(&text[start..], &known).map(|found| (start, found));
    let (start, found) = from(0).or_else(|| from(rest))?;
    // Where nothing can be shown, a heading that begins like an exception is none: "Exception chaining".
    let made = matches!(subject.statement.shape, Shape::Class(_)) && found.claimed.of(&text[start..]) != "Exception";
    if found.certainty < Certainty::Sure && !can_have_a_result(&subject.statement.shape) && !made {
        return None;
    }
    // A value shown by an arrow or a print may well be called ValueError: it can be read both ways.
    let mut readings = vec![found.reading];
    let shown = found.claimed.of(&text[start..]).to_owned();
    if subject.prints() || marker.is_some() || shown.ends_with(')') {
        readings.push(Reading::Stdout(shown.clone()));
        readings.push(Reading::Value(shown));
    }
    let certainty = match subject.statement.shape {
        Shape::Condition | Shape::Loop | Shape::With | Shape::Return | Shape::Class(_) | Shape::Other => {
            Certainty::Possible
        }
        _ if subject.repeats() => Certainty::Possible,
        Shape::Raise => found.certainty.min(Certainty::Likely),
        _ => found.certainty,
    };
    Some(Found {
        claimed: found.claimed.moved(start),
        tail: found.tail.moved(start),
        kind: Kind::Raises,
        strength: Strength::Exact,
        certainty,
        readings,
    })
}

fn states(text: &str, subject: Subject<'_>) -> Vec<Found> {
    let (targets, deletes) = match &subject.statement.shape {
        Shape::Assign { targets, .. } => (targets.as_slice(), false),
        Shape::Del(targets) => (targets.as_slice(), true),
        Shape::Expr { prints: false, .. } => (&[][..], false),
        _ => return Vec::new(),
    };
    let counted = targets.first().and_then(|target| state::reference_count(text, target, deletes));
    let found = match counted {
        Some(found) => vec![found],
        None => state::read(text, &|name| subject.binds(name)),
    };
    // `a[0] = 9` is more likely code than a report.
    let code = |found: &state::Found| matches!(&found.reading, Reading::State { expr, .. } if expr.ends_with(']'));
    let hedged = found.last().is_some_and(|last| value::hedged(last.tail.of(text)));
    let goes_on = found.last().is_some_and(|last| goes_on(last.tail.of(text)));
    let doubtful = subject.repeats() || hedged || goes_on || found.iter().any(code);
    let certainty = if doubtful { Certainty::Possible } else { Certainty::Sure };
    found
        .into_iter()
        .map(|found| Found {
            claimed: found.claimed,
            tail: found.tail,
            kind: Kind::State,
            strength: Strength::Exact,
            certainty,
            readings: vec![found.reading],
        })
        .collect()
}

/// Whether a sentence goes on behind a value: "x is 3 times as long".
fn goes_on(tail: &str) -> bool {
    const ENDS: [&str; 8] = ["now", "again", "here", "too", "still", "afterwards", "after", "because"];
    tail.starts_with(char::is_alphabetic) && !ENDS.iter().any(|word| marker::begins_with_word(tail, word))
}

/// "in place: a is [1, 2]": states behind a reason of a few words.
fn states_behind_label(text: &str, subject: Subject<'_>) -> Vec<Found> {
    let Some((label, _)) = text.split_once(": ") else { return Vec::new() };
    let wordy = label.split(' ').count() < 5 && label.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '-');
    let start = label.len() + ": ".len();
    let found = if wordy { states(&text[start..], subject) } else { Vec::new() };
    let likely = |found: Found| Found { certainty: found.certainty.min(Certainty::Likely), ..found.moved(start) };
    found.into_iter().map(likely).collect()
}

/// States that the commentary behind a result claims: "2, stack is now [1]".
fn states_from(text: &str, start: usize, subject: Subject<'_>) -> Vec<Found> {
    let behind = &text[start..];
    let start = start + (behind.len() - behind.trim_start_matches([',', ';', ' ', '-', '(']).len());
    states(&text[start..], subject).into_iter().map(|found| found.moved(start)).collect()
}

/// Whether a line can only be a result: a literal and nothing more.
pub fn is_bare_literal(text: &str) -> bool {
    Literal::whole(text).is_some_and(|literal| !literal.is_name() && literal != Literal::Rest)
        || Literal::sequence(text).is_some_and(|items| !items.iter().any(Literal::is_name))
}
