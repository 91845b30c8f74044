//! Literal results: where they stand in a comment, how sure they are, and what they may speak of.

use super::subject::is_builtin_class;
use super::{Found, Subject, contents};
use crate::claims::marker::{Announces, Marker};
use crate::claims::model::{Certainty, Kind, Reading, Strength};
use crate::claims::value::{self, Ending};
use crate::syntax::Shape;

/// Reads a literal result behind an optional marker, or behind the last arrow.
pub(super) fn literal(text: &str, rest: usize, marker: Option<Marker>, subject: Subject<'_>) -> Option<Found> {
    let found = match value::read(&text[rest..]) {
        _ if behind_sum(text, rest).is_some() => behind_sum(text, rest),
        Some(found) if !found.name || names_a_result(text, &found, marker, subject) => Some((rest, found)),
        // "start it -> 0": the result stands behind the last arrow.
        _ => behind_last_arrow(text).or_else(|| behind_label(text)),
    };
    let (start, found) = found?;
    // "x = 3  # 3 levels of nesting" says what the number is for.
    let constant = matches!(subject.statement.shape, Shape::Assign { constant: true, .. });
    if constant && matches!(found.ending, Ending::Word | Ending::Hedged) {
        return None;
    }
    let announced = start > 0 && marker.is_none_or(|marker| marker.firm) || marker.is_some_and(|marker| marker.firm);
    let claimed = found.claimed.moved(start);
    let mut readings = value_readings(claimed.of(text), subject);
    readings.extend(unquoted(claimed.of(text), subject));
    readings.extend(contents::reading(claimed.of(text), subject));
    readings.extend(unpacked(claimed.of(text), subject));
    if claimed.of(text).contains(" then ") {
        // Printed first, and then given back: what a prompt shows.
        readings.push(Reading::Prompt(claimed.of(text).to_owned()));
    }
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
        certainty: literal_certainty(text, (start, &found), marker, announced && start == rest, subject),
        readings,
    })
}

/// A bare name is a result only where a type or a class is shown, or where a marker says so and nothing else follows.
fn names_a_result(text: &str, found: &value::Found, marker: Option<Marker>, subject: Subject<'_>) -> bool {
    // "a, b" names several things, "error: no" says more of one.
    let tail = found.tail.of(&text[text.len() - found.tail.end..]);
    let reasoned = [", not ", ", because ", ", since ", ", as "].iter().any(|words| tail.starts_with(words));
    let listed = tail.starts_with([',', ':']) && !reasoned;
    let alone = matches!(found.ending, Ending::End | Ending::SetOff) && !text.contains(" -> ") && !listed;
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

/// "the smallest: 2", "average = 3.5", "the middle one, 4": a label of a few words, which makes it no more than a possible claim.
fn behind_label(text: &str) -> Option<(usize, value::Found)> {
    let (label, sign) = [": ", " = ", ", "].into_iter().find_map(|sign| Some((text.rsplit_once(sign)?.0, sign)))?;
    let start = label.len() + sign.len();
    let words = label.chars().all(|c| c.is_alphanumeric() || c == ' ') && label.split(' ').count() < 5;
    let words = words && (sign != ", " || label.starts_with(char::is_alphabetic));
    let found = value::read(&text[start..]).filter(|found| found.ending == Ending::End && !found.name)?;
    words.then_some((start, value::Found { ending: Ending::Hedged, closed: false, ..found }))
}

/// `2 * 3 = 6`, `2 * 3 -> 6`: the result stands behind a sum of numbers.
fn behind_sum(text: &str, rest: usize) -> Option<(usize, value::Found)> {
    let signs = ["=>", "->", "→", "="].into_iter();
    let (at, sign) =
        signs.filter_map(|sign| text[rest..].rfind(sign).map(|at| (at, sign))).max_by_key(|(at, _)| *at)?;
    let sum = &text[rest..rest + at];
    let operators = ['+', '-', '*', '/', '×', '÷', '^', '%'];
    let only = sum.chars().all(|c| c.is_ascii_digit() || operators.contains(&c) || " .()_=".contains(c));
    let computes = sum.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '(') && sum.contains(operators);
    let start = rest + at + sign.len();
    let start = start + (text[start..].len() - text[start..].trim_start().len());
    let found = value::read(&text[start..]).filter(|found| !found.name)?;
    (only && computes).then_some((start, found))
}

/// `len(…)  # 3 items` says what is counted.
fn counts(subject: Subject<'_>) -> bool {
    let code = subject.statement.header.of(subject.code);
    code.starts_with("len(") || code.starts_with("print(len(") && code.ends_with("))")
}

/// `(end - start).days  # 30 days` repeats what is asked for.
fn is_attribute(tail: &str, subject: Subject<'_>) -> bool {
    let unit = tail.trim().trim_end_matches(['.', '!']);
    let code = subject.statement.header.of(subject.code);
    !unit.is_empty() && code.trim_end_matches(')').strip_suffix(unit).is_some_and(|code| code.ends_with('.'))
}

fn is_noun(tail: &str) -> bool {
    const NOUNS: [&str; 14] = [
        "items",
        "elements",
        "entries",
        "characters",
        "chars",
        "keys",
        "values",
        "words",
        "lines",
        "rows",
        "letters",
        "members",
        "pairs",
        "bytes",
    ];
    NOUNS.contains(&tail.trim_end_matches(['.', '!']))
}

fn literal_certainty(
    whole: &str,
    (start, found): (usize, &value::Found),
    marker: Option<Marker>,
    announced: bool,
    subject: Subject<'_>,
) -> Certainty {
    let text = &whole[start..];
    let base = match &subject.statement.shape {
        Shape::Expr { constant: true, .. } if !is_other_notation(subject) => Certainty::Possible,
        Shape::Expr { prints: true, .. } => Certainty::Sure,
        Shape::Expr { .. } => Certainty::Likely,
        Shape::Assign { constant: false, .. } => Certainty::Likely,
        Shape::Del(_) if !found.number => Certainty::Likely,
        Shape::Return if found.ending == Ending::End => Certainty::Likely,
        _ => Certainty::Possible,
    };
    let base = if announced && base == Certainty::Likely { Certainty::Sure } else { base };
    // "Expected: 0" may be what a buggy example fails to give, "holds 3" what there is room for.
    let hoped = marker.is_some_and(|marker| !marker.firm && hopes(&whole[..marker.length]));
    let tail = found.tail.of(text);
    let counted = found.number && (counts(subject) && is_noun(tail) || is_attribute(tail, subject));
    let vague = match found.ending {
        _ if hoped => true,
        Ending::Word if counted => false,
        Ending::End | Ending::SetOff => false,
        Ending::Word => (found.word || found.number || !subject.prints()) && !found.container,
        Ending::Hedged => !(found.closed && found.tail.of(text).starts_with(['→', '-', '='])),
    };
    // `(width, height)` names the parts of a result, `[D, B, object]` the classes in it.
    let unknown = found.names.iter().any(|name| !subject.defines(name) && !is_builtin_class(name));
    if vague || unknown || found.code { Certainty::Possible } else { base }
}

/// Whether a marker tells what should be, or what is within.
fn hopes(marker: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 14] = [
        "expected", "should", "would", "holds", "contains", "reads", "leaves", "amounts", "makes", "about", "roughly",
        "approximately", "approx.", "around",
    ];
    marker.split([' ', ':']).any(|word| WORDS.iter().any(|hope| word.eq_ignore_ascii_case(hope)))
}

/// `~6`, `0xff`, `1_000`, `1e3`, `"say \"hi\""`: a constant that is shown in another way than it is written.
fn is_other_notation(subject: Subject<'_>) -> bool {
    let header = subject.statement.header.of(subject.code);
    let digits = header.starts_with(|c: char| c.is_ascii_digit());
    let quoted = header.starts_with(['"', '\'']);
    let joined = ["\" \"", "' '"].iter().any(|seam| header.contains(seam));
    header.starts_with('~')
        || quoted && (header.contains('\\') || joined)
        || digits && header.contains(['_', 'x', 'b', 'o', 'e', 'E'])
}

/// A literal may be what is printed, the value, or the object that the statement changes.
pub(super) fn value_readings(claimed: &str, subject: Subject<'_>) -> Vec<Reading> {
    let mut readings = vec![Reading::Stdout(claimed.to_owned())];
    if !subject.prints() {
        readings.push(Reading::Value(claimed.to_owned()));
        readings.extend(changed(claimed, subject));
    }
    readings
}

/// `3.14` may be said of the text '3.14' where the code plainly writes one; elsewhere what it is makes the difference.
fn unquoted(claimed: &str, subject: Subject<'_>) -> Option<Reading> {
    const WRITES: [&str; 17] = [
        "dumps(",
        "string.",
        "f\"",
        "f'",
        "str(",
        "format",
        "join(",
        "repr(",
        "strip(",
        "replace(",
        "strftime(",
        "isoformat(",
        "hex(",
        "bin(",
        "oct(",
        "fill(",
        "\" %",
    ];
    let header = subject.statement.header.of(subject.code);
    let writes = WRITES.iter().any(|word| header.contains(word));
    (writes && !subject.prints()).then(|| Reading::Unquoted(claimed.to_owned()))
}

/// `first, *rest = f()  # 1, [2, 3]`: what each of the names has got.
fn unpacked(claimed: &str, subject: Subject<'_>) -> Option<Reading> {
    let Shape::Assign { targets, .. } = &subject.statement.shape else { return None };
    let expr = format!("({})", targets.join(", "));
    (targets.len() > 1).then(|| Reading::State { expr, before: false, equals: claimed.to_owned() })
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

/// What a result speaks of, as far as marker and statement tell.
pub(super) fn kind(marker: Option<Marker>, subject: Subject<'_>) -> Kind {
    match (marker.map(|marker| marker.announces), &subject.statement.shape) {
        (Some(Announces::Stdout), _) | (_, Shape::Expr { prints: true, .. }) => Kind::Stdout,
        (_, Shape::Expr { shows_type: true, .. }) => Kind::Type,
        (_, Shape::Del(_)) => Kind::State,
        _ => Kind::Value,
    }
}
