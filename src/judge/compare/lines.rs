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
    let whole = claimed.trim();
    let bare = whole.trim_end_matches(['.', '!']).trim();
    let read = |claimed: &str| {
        JOINTS.iter().filter(|joint| claimed.contains(**joint)).find_map(|joint| pairwise(claimed, joint, &lines))
    };
    read(bare).or_else(|| read(whole).filter(|_| bare != whole))
}

fn pairwise(claimed: &str, joint: &str, lines: &[&str]) -> Option<Rules> {
    let parts: Vec<&str> = claimed.split(joint).map(str::trim).collect();
    let mut rules = Rules::from([Rule::PrintedLines]);
    let Some(rest) = parts.iter().position(|part| matches!(*part, "..." | "…")) else {
        rules.extend(each(&parts, lines)?);
        return Some(rules);
    };
    let (head, tail) = (&parts[..rest], &parts[rest + 1..]);
    if head.is_empty() || head.len() + tail.len() > lines.len() {
        return None;
    }
    rules.insert(Rule::Ellipsis);
    rules.extend(each(head, &lines[..head.len()])?);
    rules.extend(each(tail, &lines[lines.len() - tail.len()..])?);
    Some(rules)
}

/// Each part against its line.
fn each(parts: &[&str], lines: &[&str]) -> Option<Rules> {
    if parts.len() != lines.len() {
        return None;
    }
    let agreed: Option<Vec<Rules>> = parts.iter().zip(lines).map(|(part, line)| text(part, line)).collect();
    Some(agreed?.into_iter().flatten().collect())
}

/// `True, False` for what `print(a, b)` shows.
pub fn with_commas(claimed: &str, actual: &str) -> Option<Rules> {
    if !claimed.contains(", ") || claimed.contains('\n') {
        return None;
    }
    let mut rules = text(&claimed.replace(", ", " "), actual)?;
    rules.insert(Rule::Separators);
    Some(rules)
}

/// `0 to 4` for the numbers 0, 1, 2, 3, 4, on lines of their own or in one.
pub fn numbers_from_to(claimed: &str, actual: &str) -> Option<Rules> {
    let (first, last) = crate::claims::literal::range(claimed)?;
    let shown: Vec<i64> =
        actual.split([' ', '\n', ',']).filter(|word| !word.is_empty()).map(number).collect::<Option<_>>()?;
    let counted = shown.len() > 1 && shown.iter().copied().eq(first..=last);
    counted.then(|| Rules::from([Rule::Range]))
}

fn number(word: &str) -> Option<i64> {
    word.parse().ok()
}

/// The lines of both streams, each in its order; lines of standard error may be left out.
pub fn with_standard_error(claimed: &str, printed: &str, told: &str) -> Option<Rules> {
    let mut printed = printed.trim_end().lines().map(str::trim_end).peekable();
    let mut told = told.trim_end().lines().map(str::trim_end);
    let mut both = false;
    for line in claimed.trim().lines().map(str::trim_end) {
        if printed.next_if_eq(&line).is_some() {
            continue;
        }
        told.by_ref().find(|other| *other == line)?;
        both = true;
    }
    (both && printed.next().is_none()).then(|| Rules::from([Rule::StandardError]))
}

/// A table whose first column of numbers, filled in some lines only, is left out: line numbers of a listing.
pub fn without_first_column(claimed: &str, actual: &str) -> Option<Rules> {
    let words = |text: &str| -> Vec<Vec<String>> {
        let lines = text.trim().lines().filter(|line| !line.trim().is_empty());
        lines.map(|line| line.split_whitespace().map(str::to_owned).collect()).collect()
    };
    let (claimed, actual) = (words(claimed), words(actual));
    let shortened = |(claimed, actual): (&Vec<String>, &Vec<String>)| {
        claimed == actual
            || actual.split_first().is_some_and(|(first, rest)| number(first).is_some() && rest == claimed)
    };
    let table = claimed.len() > 2 && claimed.len() == actual.len();
    (table && claimed.iter().zip(&actual).all(shortened)).then(|| Rules::from([Rule::Columns]))
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
