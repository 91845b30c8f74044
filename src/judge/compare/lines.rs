//! Several printed lines written in one, and a value printed behind its label.

use super::{Rules, text};
use crate::judge::Rule;

const JOINTS: &[&str] = &[" -> ", " → ", " => ", ", then ", " then ", ", ", "; ", " | ", " / ", " and ", ",", " "];

/// `D -> B -> C`, `1, 2, 3` for lines of their own. A last `...` stands for further lines.
pub fn in_one_line(claimed: &str, actual: &str) -> Option<Rules> {
    let lines: Vec<&str> = actual.trim().lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() < 2 || claimed.contains('\n') {
        return None;
    }
    let claimed = claimed.trim().trim_end_matches(['.', '!']).trim();
    JOINTS.iter().filter(|joint| claimed.contains(**joint)).find_map(|joint| pairwise(claimed, joint, &lines))
}

fn pairwise(claimed: &str, joint: &str, lines: &[&str]) -> Option<Rules> {
    let parts: Vec<&str> = claimed.split(joint).map(str::trim).collect();
    if parts.len() != lines.len() {
        return None;
    }
    let mut rules = Rules::from([Rule::PrintedLines]);
    for (part, line) in parts.iter().zip(lines) {
        rules.extend(text(part, line)?);
    }
    Some(rules)
}

/// `15` for `Total: 15`: the claimed text is all that stands behind a printed label.
pub fn behind_label(claimed: &str, actual: &str) -> Option<Rules> {
    let actual = actual.trim();
    if actual.contains('\n') {
        return None;
    }
    let labelled = [": ", " = ", " -> ", "=", " "].into_iter().filter_map(|sign| {
        let cut = if sign == " " { actual.rsplit_once(sign) } else { actual.split_once(sign) };
        cut.filter(|(label, _)| label.contains(char::is_alphabetic) && !label.contains(['[', '(', '{', '\'', '"']))
    });
    let mut found = labelled.into_iter().filter_map(|(_, shown)| text(claimed, shown));
    found.next().map(|mut rules| {
        rules.insert(Rule::Label);
        rules
    })
}
