//! What the probe tells of effects, and the sandbox's answer to each. The answer follows from the level, which the hostile
//! tests hold to its word; the snippet's side tells only what was tried.

use crate::wire::{Effect, Level};

/// The kinds, in the order in which they are reported.
const KINDS: [&str; 7] = ["process", "network", "write", "rename", "delete", "signal", "environment"];

/// Reads what the probe told: kind, place and detail. Nothing where it is none of its words, or nothing to report at
/// this level.
pub fn read(told: &[u8], level: Level) -> Option<Effect> {
    let mut parts = std::str::from_utf8(told).ok()?.splitn(3, '\t');
    let (what, place, detail) = (parts.next()?, parts.next()?, parts.next()?);
    let answer = answer(what, place, level).filter(|_| KINDS.contains(&what))?;
    Some(Effect { what: what.to_owned(), detail: detail.to_owned(), answer: answer.to_owned() })
}

fn answer(what: &str, place: &str, level: Level) -> Option<&'static str> {
    let file = matches!(what, "write" | "rename" | "delete");
    match (place, level) {
        // A socket by itself is worth a word only where there are none.
        ("socket", Level::Full | Level::None) => None,
        ("socket", _) => Some("refused"),
        // This network is the machine's own.
        ("inside", Level::None) if what == "network" => Some("allowed"),
        ("inside", Level::Seccomp) if file => Some("refused"),
        ("inside", _) => Some("done"),
        ("outside", Level::None) => Some("allowed"),
        ("outside", _) if file || what == "network" => Some("refused"),
        ("outside", _) => Some("contained"),
        _ => None,
    }
}

/// Puts effects into the one order that does not depend on which thread came first, each once.
pub fn arrange(effects: &mut Vec<Effect>) {
    let kind = |effect: &Effect| KINDS.iter().position(|kind| *kind == effect.what);
    effects.sort_by(|one, other| (kind(one), &one.detail).cmp(&(kind(other), &other.detail)));
    effects.dedup();
}
