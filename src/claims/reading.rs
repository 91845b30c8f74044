//! The grammar of readings: what one line of comment claims about the statement beside it.

use super::exception;
use super::literal::Literal;
use super::marker::{self, Announces, Marker};
use super::model::{Certainty, Kind, Reading, Strength};
use super::span::Part;
use super::value::{self, Ending};
use super::{state, wording};
use crate::syntax::{Module, Scope, Shape, Statement};

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

/// A statement and the code around it.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The block's code.
    pub code: &'a str,
    /// The block, read.
    pub module: &'a Module,
    /// The statement that the comment stands by.
    pub statement: &'a Statement,
}

impl Subject<'_> {
    fn binds(&self, name: &str) -> bool {
        self.module.names.binds.contains_key(name) || self.module.names.free.contains(name) && !is_builtin_like(name)
    }

    /// Whether the code defines or imports something that is shown by its name: a class, a function, a member.
    fn defines(&self, name: &str) -> bool {
        let root = name.split('.').next().unwrap_or(name);
        let is_one = |shape: &Shape| matches!(shape, Shape::Class(defined) | Shape::Def(defined) if defined == root);
        self.module.statements.iter().any(|statement| is_one(&statement.shape)) || self.module.names.imports(root)
    }

    /// Whether the code defines a class of that name whose bases look like exceptions.
    fn defines_exception(&self, name: &str) -> bool {
        self.module.statements.iter().any(|statement| {
            let bases = statement.header.of(self.code).split(['(', ')', ',', ' ', '.']).skip(1);
            matches!(&statement.shape, Shape::Class(class) if class == name)
                && bases.into_iter().any(exception::looks_like_exception)
        })
    }

    /// The class in whose body, or in whose method, the statement stands.
    pub fn enclosing_class(&self) -> Option<&str> {
        self.parents().find_map(|statement| match &statement.shape {
            Shape::Class(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// The function in which it stands.
    pub fn enclosing_def(&self) -> Option<&str> {
        self.parents().find_map(|statement| match &statement.shape {
            Shape::Def(name) => Some(name.as_str()),
            _ => None,
        })
    }

    fn parents(&self) -> impl Iterator<Item = &Statement> {
        let parent = |statement: &&Statement| statement.parent.and_then(|at| self.module.statements.get(at));
        std::iter::successors(parent(&self.statement), move |statement| parent(statement))
    }

    /// Whether it is a call of `print`.
    pub fn prints(&self) -> bool {
        matches!(self.statement.shape, Shape::Expr { prints: true, .. })
    }

    /// Whether it may run more or less than once.
    pub fn repeats(&self) -> bool {
        self.statement.in_loop || self.statement.scope == Scope::Function
    }
}

/// Names that are read without being bound are the block's context, unless they are everybody's.
fn is_builtin_like(name: &str) -> bool {
    matches!(
        name,
        "print" | "len" | "type" | "id" | "list" | "dict" | "set" | "str" | "int" | "range" | "sorted" | "repr"
    )
}

fn is_builtin_class(name: &str) -> bool {
    matches!(
        name,
        "object"
            | "int"
            | "str"
            | "float"
            | "bool"
            | "list"
            | "dict"
            | "set"
            | "tuple"
            | "bytes"
            | "type"
            | "complex"
            | "frozenset"
    ) || exception::looks_like_exception(name)
}

/// Reads one line of a comment.
pub fn read(text: &str, subject: Subject<'_>) -> Vec<Found> {
    if is_no_remark(text) {
        return Vec::new();
    }
    if !can_have_a_result(&subject.statement.shape) {
        return worded(text, 0, subject);
    }
    let marker = marker::read(text);
    let rest = marker.map_or(0, |marker| marker.length);
    if let Some(found) = raises(text, rest, marker, subject) {
        return vec![found];
    }
    let states = states(text, subject);
    if !states.is_empty() {
        return states;
    }
    let definite = worded(text, 0, subject);
    if definite.first().is_some_and(|found| found.claimed.start == 0) {
        return definite;
    }
    if let Some(found) = literal(text, rest, marker, subject) {
        // The commentary may claim more: "[1, 2] -- Same list object!"
        let further = worded(text, found.tail.start, subject);
        let states = states_from(text, found.tail.start, subject);
        return [found].into_iter().chain(further).chain(states).collect();
    }
    if !definite.is_empty() {
        return definite;
    }
    let soft = soft(text, subject);
    if !soft.is_empty() {
        return soft;
    }
    raw(text, rest, marker, subject).into_iter().collect()
}

/// What the words from `start` on claim.
pub fn worded(text: &str, start: usize, subject: Subject<'_>) -> Vec<Found> {
    from_words(wording::read(&text[start..], subject), start)
}

/// What the words say about whether it works.
pub fn soft(text: &str, subject: Subject<'_>) -> Vec<Found> {
    from_words(wording::soft(text, subject), 0)
}

/// States that a sentence mentions: "both read balance=100".
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

fn from_words(found: Vec<wording::Found>, start: usize) -> Vec<Found> {
    found
        .into_iter()
        .map(|found| Found {
            claimed: found.claimed.moved(start),
            tail: found.tail.moved(start),
            kind: found.kind,
            strength: found.strength,
            certainty: found.certainty,
            readings: vec![found.reading],
        })
        .collect()
}

/// Definitions and jumps show nothing that a comment could state.
fn can_have_a_result(shape: &Shape) -> bool {
    !matches!(shape, Shape::Raise | Shape::Def(_) | Shape::Class(_) | Shape::Other)
}

/// Comments for tools, decoration, and nothing.
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
    tool || !text.contains(|c: char| c.is_alphanumeric() || "[]{}()…".contains(c))
        && !text.contains("''")
        && !text.contains("\"\"")
}

fn raises(text: &str, rest: usize, marker: Option<Marker>, subject: Subject<'_>) -> Option<Found> {
    let known = |name: &str| subject.defines_exception(name);
    let from = |start: usize| exception::read(&text[start..], &known).map(|found| (start, found));
    let (start, found) = from(0).or_else(|| from(rest))?;
    // A value shown by an arrow or a print may well be called ValueError: it can be read both ways.
    let mut readings = vec![found.reading];
    let shown = found.claimed.of(&text[start..]).to_owned();
    if subject.prints() || marker.is_some() {
        readings.push(Reading::Stdout(shown.clone()));
        readings.push(Reading::Value(shown));
    }
    let conditional = matches!(subject.statement.shape, Shape::Condition | Shape::Loop | Shape::With | Shape::Return);
    let certainty = if conditional || subject.repeats() { Certainty::Possible } else { found.certainty };
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
    let doubtful = subject.repeats() || hedged || found.iter().any(code);
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

/// States that the commentary behind a result claims: "2, stack is now [1]".
fn states_from(text: &str, start: usize, subject: Subject<'_>) -> Vec<Found> {
    let behind = &text[start..];
    let start = start + (behind.len() - behind.trim_start_matches([',', ';', ' ', '-', '(']).len());
    let moved = |found: Found| Found { claimed: found.claimed.moved(start), tail: found.tail.moved(start), ..found };
    states(&text[start..], subject).into_iter().map(moved).collect()
}

fn literal(text: &str, rest: usize, marker: Option<Marker>, subject: Subject<'_>) -> Option<Found> {
    let found = match value::read(&text[rest..]) {
        Some(found) if !found.name || names_a_result(text, &found, marker, subject) => Some((rest, found)),
        // "Prime the generator -> 0": the result stands behind the last arrow.
        _ => behind_last_arrow(text),
    };
    let (start, found) = found?;
    let announced = start > 0 && marker.is_none_or(|marker| marker.firm) || marker.is_some_and(|marker| marker.firm);
    let claimed = found.claimed.moved(start);
    let mut readings = value_readings(claimed.of(text), subject);
    let whole = text.trim();
    if whole != claimed.of(text) {
        readings.push(Reading::Stdout(whole.to_owned()));
        readings.extend((!subject.prints()).then(|| Reading::Value(whole.to_owned())));
    }
    Some(Found {
        claimed,
        tail: found.tail.moved(start),
        kind: kind(marker, subject),
        strength: Strength::Exact,
        certainty: literal_certainty(&text[start..], &found, announced && start == rest, subject),
        readings,
    })
}

/// A bare name is a result only where a type or a class is shown, or where a marker says so and nothing else follows.
fn names_a_result(text: &str, found: &value::Found, marker: Option<Marker>, subject: Subject<'_>) -> bool {
    let alone = matches!(found.ending, Ending::End | Ending::SetOff) && !text.contains(" -> ");
    let shows_type = matches!(subject.statement.shape, Shape::Expr { shows_type: true, .. });
    alone && (shows_type || marker.is_some_and(|marker| marker.firm))
}

fn behind_last_arrow(text: &str) -> Option<(usize, value::Found)> {
    let (at, arrow) =
        [" -> ", " => ", " → "].into_iter().filter_map(|arrow| text.rfind(arrow).map(|at| (at, arrow))).max()?;
    let start = at + arrow.len();
    let found = value::read(&text[start..])?;
    (!found.name && matches!(found.ending, Ending::End | Ending::SetOff)).then_some((start, found))
}

fn literal_certainty(text: &str, found: &value::Found, announced: bool, subject: Subject<'_>) -> Certainty {
    let base = match &subject.statement.shape {
        Shape::Expr { constant: true, .. } => Certainty::Possible,
        Shape::Expr { prints: true, .. } => Certainty::Sure,
        Shape::Expr { .. } => Certainty::Likely,
        Shape::Assign { constant: false, .. } => Certainty::Likely,
        Shape::Del(_) if !found.number => Certainty::Likely,
        Shape::Return if found.ending == Ending::End => Certainty::Likely,
        _ => Certainty::Possible,
    };
    let base = if announced && base == Certainty::Likely { Certainty::Sure } else { base };
    let vague = match found.ending {
        Ending::End | Ending::SetOff => false,
        Ending::Word => (found.word || found.number || !subject.prints()) && !found.container,
        Ending::Hedged => !(found.closed && found.tail.of(text).starts_with(['→', '-', '='])),
    };
    // `(generation0, generation1)` names the parts of a result, `[D, B, object]` the classes in it.
    let unknown = found.names.iter().any(|name| !subject.defines(name) && !is_builtin_class(name));
    if vague || unknown || found.code { Certainty::Possible } else { base }
}

/// A literal may be what is printed, the value, or the object that the statement changes.
fn value_readings(claimed: &str, subject: Subject<'_>) -> Vec<Reading> {
    let mut readings = vec![Reading::Stdout(claimed.to_owned())];
    if !subject.prints() {
        readings.push(Reading::Value(claimed.to_owned()));
        readings.extend(changed(claimed, subject));
    }
    readings
}

fn changed(claimed: &str, subject: Subject<'_>) -> Vec<Reading> {
    let header = subject.statement.header.of(subject.code);
    let (targets, deletes) = match &subject.statement.shape {
        Shape::Assign { targets, .. } => (targets.as_slice(), false),
        Shape::Del(_) => (&[][..], true),
        _ => (&[][..], false),
    };
    let stored = |name: &str| targets.iter().any(|target| target != name && target.starts_with(name));
    let assigns = !targets.is_empty();
    let touched = subject.statement.touches.iter().filter(|name| !assigns || stored(name)).take(4);
    let reading = |name: &String| Reading::Changed {
        expr: name.clone(),
        equals: claimed.to_owned(),
        receiver: assigns || deletes || header.starts_with(&format!("{name}.")),
    };
    touched.map(reading).collect()
}

fn kind(marker: Option<Marker>, subject: Subject<'_>) -> Kind {
    match (marker.map(|marker| marker.announces), &subject.statement.shape) {
        (Some(Announces::Stdout), _) | (_, Shape::Expr { prints: true, .. }) => Kind::Stdout,
        (_, Shape::Expr { shows_type: true, .. }) => Kind::Type,
        (_, Shape::Del(_)) => Kind::State,
        _ => Kind::Value,
    }
}

/// Text as it is printed: `Hello, Bob`. Only a firm marker makes it sure; otherwise it must agree to be a claim.
fn raw(text: &str, rest: usize, marker: Option<Marker>, subject: Subject<'_>) -> Option<Found> {
    let firm = marker.is_some_and(|marker| marker.firm);
    let shows = matches!(subject.statement.shape, Shape::Expr { constant: false, .. } | Shape::Loop | Shape::With);
    let shown = text[rest..].trim();
    if shown.is_empty() || !(shows || firm && matches!(subject.statement.shape, Shape::Assign { .. })) {
        return None;
    }
    let end = set_off(text, rest);
    let claimed = Part::new(rest, end).trimmed(text);
    let mut readings = Vec::new();
    for candidate in [shown, claimed.of(text), text.trim()] {
        for reading in [Reading::Stdout(candidate.to_owned()), Reading::Value(candidate.to_owned())] {
            let never = subject.prints() && matches!(reading, Reading::Value(_));
            if !never && !readings.contains(&reading) {
                readings.push(reading);
            }
        }
    }
    let stdout = marker.is_some_and(|marker| marker.announces != Announces::Value);
    let certainty = match firm && stdout && subject.prints() && !is_prose(shown) {
        true => Certainty::Sure,
        false => Certainty::Possible,
    };
    Some(Found {
        claimed,
        tail: Part::new(end, text.len()),
        kind: kind(marker, subject),
        strength: Strength::Exact,
        certainty,
        readings,
    })
}

/// Where commentary in parentheses or behind a dash begins.
fn set_off(text: &str, from: usize) -> usize {
    let signs = [" (", " -- ", " — ", " – ", " - ", "  "];
    let ends = signs.iter().filter_map(|sign| text[from..].find(sign)).filter(|&at| at > 0);
    ends.min().map_or(text.len(), |at| from + at)
}

/// Approximate or descriptive text behind a marker: `-> about 3 seconds`, `-> ~1.5s`.
fn is_prose(text: &str) -> bool {
    const VAGUE: [&str; 12] =
        ["about", "around", "roughly", "some", "something", "a", "an", "the", "varies", "depends", "random", "e.g."];
    text.starts_with(['~', '≈', '<']) || VAGUE.iter().any(|word| marker::begins_with_word(text, word))
}

/// Whether a line can only be a result: a literal and nothing more.
pub fn is_bare_literal(text: &str) -> bool {
    Literal::whole(text).is_some_and(|literal| !literal.is_name() && literal != Literal::Rest)
        || Literal::sequence(text).is_some_and(|items| !items.iter().any(Literal::is_name))
}
