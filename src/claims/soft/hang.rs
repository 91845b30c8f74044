//! That code never ends: "hangs", "blocks forever", "infinite loop", "deadlock".

use super::{acts, conditional, open, phrase, soft, to_clause_end};
use crate::claims::model::{Kind, Reading};
use crate::claims::reading::{Found, Subject};
use crate::claims::span::Part;
use crate::syntax::Shape;

const NEVER_ENDS: [&str; 26] = [
    "hangs",
    "hang forever",
    "hangs forever",
    "will hang",
    "this hangs",
    "never returns",
    "never ends",
    "never finishes",
    "never terminates",
    "never stops",
    "never completes",
    "never exits",
    "infinite loop",
    "endless loop",
    "loops forever",
    "runs forever",
    "blocks forever",
    "waits forever",
    "stuck forever",
    "deadlock",
    "deadlocks",
    "deadlock!",
    "loops endlessly",
    "would hang",
    "goes on forever",
    "spins forever",
];
/// That other work waits meanwhile: only that other work could tell.
const HOLDS_UP: [&str; 9] = [
    "blocks the event loop",
    "blocks the entire event loop",
    "blocks the whole event loop",
    "freezes the event loop",
    "freezes the entire event loop",
    "blocks everything",
    "freezes everything",
    "blocks all other",
    "blocking!",
];

/// Reads such a wording.
pub fn read(text: &str, subject: Subject<'_>) -> Option<Found> {
    if let Some(part) = phrase(text, &HOLDS_UP).or_else(|| only_word(text, "blocking")) {
        return Some(open(
            text,
            to_clause_end(text, part),
            Kind::Hang,
            "only the work that waits meanwhile could tell",
        ));
    }
    let part = phrase(text, &NEVER_ENDS)?;
    if negated(&text[..part.start]) {
        return None;
    }
    let found = soft(text, part, Kind::Hang, vec![Reading::Hangs]);
    let calls = matches!(subject.statement.shape, Shape::Expr { .. } | Shape::Assign { .. });
    let certain = calls && acts(subject) && !conditional(text) && part.start == 0;
    Some(if certain { found } else { found.opened("it ended here; the text may speak of another case") })
}

/// "no deadlock", "avoids an infinite loop"
fn negated(before: &str) -> bool {
    const WORDS: [&str; 13] = [
        "no", "not", "never", "without", "avoid", "avoids", "prevent", "prevents", "fix", "fixes", "cannot", "can't",
        "won't",
    ];
    let lower = before.to_lowercase();
    super::words(&lower).any(|word| WORDS.contains(&word))
}

fn only_word(text: &str, word: &str) -> Option<Part> {
    let bare = text.trim().trim_matches(['!', '.']);
    bare.eq_ignore_ascii_case(word).then(|| Part::new(0, text.trim_end().len()))
}
