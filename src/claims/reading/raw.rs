//! Results that are no literals: text as it is printed.

use super::result::kind;
use super::{Found, Subject};
use crate::claims::marker::{self, Announces, Marker};
use crate::claims::model::{Certainty, Kind, Reading, Strength};
use crate::claims::span::Part;
use crate::syntax::Shape;

/// Text as it is printed: `Hello, Bob`. Only a firm marker makes it sure; otherwise it must agree to be a claim.
pub(super) fn raw(text: &str, rest: usize, marker: Option<Marker>, subject: Subject<'_>) -> Option<Found> {
    let firm = marker.is_some_and(|marker| marker.firm);
    let shows = matches!(subject.statement.shape, Shape::Expr { constant: false, .. } | Shape::Loop | Shape::With);
    let shows = shows || firm_or_printed(marker) && matches!(subject.statement.shape, Shape::Other | Shape::Condition);
    let works =
        matches!(subject.statement.shape, Shape::Assign { constant: false, .. } | Shape::Del(_) | Shape::Class(_));
    if works && !firm {
        return printed_meanwhile(text);
    }
    // "it's" alone is no marker.
    let rest = if text[rest..].trim().is_empty() { 0 } else { rest };
    let shown = text[rest..].trim();
    if shown.is_empty() || !(shows || firm && matches!(subject.statement.shape, Shape::Assign { .. })) {
        return None;
    }
    let end = set_off(text, rest);
    let claimed = Part::new(rest, end).trimmed(text);
    let mut readings = Vec::new();
    let reasoned = Part::new(rest, reasoned(text, rest)).trimmed(text);
    for candidate in [shown, claimed.of(text), text.trim(), reasoned.of(text)] {
        for reading in [Reading::Stdout(candidate.to_owned()), Reading::Value(candidate.to_owned())] {
            let never = subject.prints() && matches!(reading, Reading::Value(_));
            if !never && !readings.contains(&reading) {
                readings.push(reading);
            }
        }
    }
    if shown.contains(", then ") && !subject.prints() {
        // Printed first, and then given back: what a prompt shows.
        readings.push(Reading::Prompt(shown.to_owned()));
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

/// Whether a marker says that output follows.
fn firm_or_printed(marker: Option<Marker>) -> bool {
    marker.is_some_and(|marker| marker.firm || marker.announces == Announces::Stdout)
}

/// Beside what is there for its effect, a text is a result only if exactly that is printed: most such comments describe.
fn printed_meanwhile(text: &str) -> Option<Found> {
    let all = Part::new(0, text.len()).trimmed(text);
    let printed = || Found::possible(text, all, Kind::State, Reading::Stdout(all.of(text).to_owned()));
    text.contains(char::is_alphanumeric).then(printed)
}

/// Where commentary in parentheses or behind a dash begins.
fn set_off(text: &str, from: usize) -> usize {
    let signs = [" (", " -- ", " — ", " – ", " - ", "  "];
    let ends = signs.iter().filter_map(|sign| text[from..].find(sign)).filter(|&at| at > 0);
    ends.min().map_or(text.len(), |at| from + at)
}

/// Where a reason or a contrast begins: "Memo, not a function", "9 lines, as it should be".
fn reasoned(text: &str, from: usize) -> usize {
    let signs = [", not ", ", as ", ", because ", ", since ", ", so ", ", which ", ", and not ", " because ", "; "];
    let ends = signs.iter().filter_map(|sign| text[from..].find(sign)).filter(|&at| at > 0);
    ends.min().map_or(text.len(), |at| from + at)
}

/// Approximate or descriptive text behind a marker: `-> about 3 seconds`, `-> ~1.5s`.
fn is_prose(text: &str) -> bool {
    const VAGUE: [&str; 12] =
        ["about", "around", "roughly", "some", "something", "a", "an", "the", "varies", "depends", "random", "e.g."];
    text.starts_with(['~', '≈', '<']) || VAGUE.iter().any(|word| marker::begins_with_word(text, word))
}
