//! Printed lines, each in quotes: `prints "open", "close" and then it fails`.

use super::{Found, Subject, foretold};
use crate::claims::literal::Literal;
use crate::claims::marker::{Announces, Marker};
use crate::claims::model::{Kind, Reading};
use crate::claims::span::Part;

const JOINTS: [&str; 9] =
    [", and then ", ", then ", " and then ", " then ", ", and ", " and ", " followed by ", ", ", "; "];

/// Two or more of them behind a word for printing, with more behind them; all alone they are read as other literals.
pub(super) fn read(text: &str, rest: usize, marker: Option<Marker>, subject: Subject<'_>) -> Vec<Found> {
    let prints = marker.is_some_and(|marker| marker.announces == Announces::Stdout);
    let Some((lines, length)) = lines(&text[rest..]).filter(|_| prints) else { return Vec::new() };
    let end = rest + length;
    if lines.len() < 2 || text[end..].trim_matches(['.', '!', ' ']).is_empty() {
        return Vec::new();
    }
    let shown = Found::possible(text, Part::new(rest, end), Kind::Stdout, Reading::Stdout(lines.join("\n")));
    let raised = foretold::behind(text, end, subject);
    [shown].into_iter().chain(raised).collect()
}

/// The quoted texts at the beginning of a text, and where they end.
fn lines(text: &str) -> Option<(Vec<String>, usize)> {
    let (mut found, mut at) = (Vec::new(), 0);
    loop {
        let (Literal::Text(line), length) = Literal::prefix(&text[at..])? else { return None };
        found.push(line);
        at += length;
        let next = JOINTS.iter().find(|joint| text[at..].starts_with(**joint));
        match next.filter(|joint| text[at + joint.len()..].starts_with(['"', '\''])) {
            Some(joint) => at += joint.len(),
            None => return Some((found, at)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_lines_end_where_the_sentence_goes_on() {
        let check = |text: &str, expect: Option<(&[&str], &str)>| {
            let found = lines(text);
            let found = found.as_ref().map(|(lines, end)| (lines.iter().map(String::as_str).collect(), &text[*end..]));
            assert_eq!(found, expect.map(|(lines, rest)| (lines.to_vec(), rest)), "{text}");
        };
        check("'up', 'down' and then it ends", Some((&["up", "down"], " and then it ends")));
        check("\"a\" and 'b'", Some((&["a", "b"], "")));
        check("'a', b", Some((&["a"], ", b")));
        check("a, 'b'", None);
        check("'a' + 'b'", Some((&["a"], " + 'b'")));
    }
}
