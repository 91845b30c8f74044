//! Printed lines in the author's manner: joined into one, without their label, in quotes, or with dots between.

use super::styled;
use crate::claims::literal::Literal;

/// What stands between lines that are written in one, the surest first.
const JOINTS: [&str; 12] = [" -> ", " → ", " => ", ", then ", " then ", " | ", " / ", "; ", ", ", " · ", ",", " "];

/// Whether a text shows several things in a line; blanks alone stand in any sentence.
pub fn is_joined(claimed: &str) -> bool {
    JOINTS.iter().any(|joint| *joint != " " && claimed.contains(joint))
}

/// The lines in one, joined as the author joins: with commas where that does not show.
pub fn joined(claimed: &str, lines: &[&str]) -> Vec<String> {
    let own = JOINTS.iter().filter(|joint| claimed.contains(**joint)).chain([&", "]);
    let first = |joint: &str| claimed.split(joint).next().unwrap_or("").to_owned();
    own.map(|joint| {
        let guide = first(joint);
        let items = lines.iter().map(|line| styled(&guide, line).swap_remove(0));
        items.collect::<Vec<_>>().join(joint)
    })
    .collect()
}

/// `16` for a printed `Total: 15` becomes `15`.
pub fn behind_label(claimed: &str, printed: &str) -> Option<String> {
    let is_value = |text: &str| Literal::whole(text).is_some_and(|literal| !literal.is_name());
    let (label, value) = printed.rsplit_once([':', '='])?;
    let is_label = label.chars().any(char::is_alphabetic) && !label.contains(['{', '[', '(', '\'', '"']);
    let value = value.trim();
    (is_label && is_value(claimed) && is_value(value)).then(|| value.to_owned())
}

/// A printed text in quotes, where the author writes it so.
pub fn quoted(claimed: &str, printed: &str) -> Option<String> {
    let quote = ['"', '\''].into_iter().find(|quote| {
        let inner = claimed.strip_prefix(*quote).and_then(|rest| rest.strip_suffix(*quote));
        inner.is_some_and(|inner| !inner.contains(*quote))
    })?;
    (!printed.contains([quote, '\\'])).then(|| format!("{quote}{printed}{quote}"))
}

/// As many lines before the dots as the author shows, and as many behind them.
pub fn abridged(claimed: &str, lines: &[&str]) -> Option<String> {
    let shown: Vec<&str> = claimed.lines().collect();
    let at = shown.iter().position(|line| matches!(line.trim(), "..." | "…"))?;
    let behind = shown.len() - at - 1;
    let longer = shown.len() > 1 && lines.len() > at + behind;
    longer.then(|| [&lines[..at], &shown[at..=at], &lines[lines.len() - behind..]].concat().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_like_the_author_s() {
        let check = |claimed, expect: &str| assert_eq!(joined(claimed, &["1", "2"])[0], expect, "{claimed}");
        check("4 -> 5", "1 -> 2");
        check("4, 5", "1, 2");
        check("4 5", "1 2");
        check("4", "1, 2");
        check("4 | 5", "1 | 2");
    }

    #[test]
    fn labels_quotes_and_dots_are_the_author_s() {
        assert_eq!(behind_label("16", "Total: 15").as_deref(), Some("15"));
        assert_eq!(behind_label("Total: 16", "Total: 15"), None);
        assert_eq!(behind_label("16", "{'a': 15}"), None);
        assert_eq!(quoted("\"B\"", "A").as_deref(), Some("\"A\""));
        assert_eq!(quoted("B", "A"), None);
        let lines = ["1", "2", "3", "4"];
        assert_eq!(abridged("a\n...\nz", &lines).as_deref(), Some("1\n...\n4"));
        assert_eq!(abridged("a\nz", &lines), None);
    }
}
