//! The syntax of directives: words with or without a value, such as `skip="no network" timeout=5s`.
//!
//! Owns separators and quotes. Knows no directive by name.

use crate::text::Span;

/// A word, and where it stands in the text that it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    /// What stands before the `=`.
    pub name: &'t str,
    /// What stands behind it, quotes around it left out.
    pub value: Option<&'t str>,
    /// All of it.
    pub span: Span,
    /// Whether a quote is opened and never closed.
    pub is_open: bool,
}

fn separates(c: char) -> bool {
    c.is_whitespace() || c == ','
}

/// The words of a text. They are separated by white space or commas, which may stand in a value that is quoted. A quote is
/// closed by its like before a separator or the end; inside nothing is escaped.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(skipped) = text[at..].find(|c| !separates(c)) {
        let start = at + skipped;
        let word = word(text, start);
        at = word.span.end;
        words.push(word);
    }
    words
}

fn word(text: &str, start: usize) -> Word<'_> {
    let bare_end = text[start..].find(separates).map_or(text.len(), |length| start + length);
    let Some(equals) = text[start..bare_end].find('=').map(|length| start + length) else {
        return Word { name: &text[start..bare_end], value: None, span: Span::new(start, bare_end), is_open: false };
    };
    let name = &text[start..equals];
    // In `env=NAME="a b"` the quotes are the variable's.
    let inner = text[equals + 1..bare_end].find('=').map(|length| equals + 1 + length);
    let opens = |at: usize| text[at + 1..].chars().next().filter(|c| matches!(c, '"' | '\''));
    let opened = [Some(equals), inner].into_iter().flatten().find_map(|at| Some((at, opens(at)?)));
    let Some((at, quote)) = opened else {
        let value = Some(&text[equals + 1..bare_end]);
        return Word { name, value, span: Span::new(start, bare_end), is_open: false };
    };
    let (end, is_open) = closing(text, at + 2, quote).map_or((text.len(), true), |end| (end, false));
    let span = Span::new(start, if is_open { end } else { end + 1 });
    let value = if at == equals { &text[at + 2..end] } else { &text[equals + 1..span.end] };
    Word { name, value: Some(value), span, is_open }
}

/// Where the quote that closes a value stands.
fn closing(text: &str, inside: usize, quote: char) -> Option<usize> {
    let mut quotes = text[inside..].match_indices(quote).map(|(length, _)| inside + length);
    quotes.find(|&at| text[at + 1..].chars().next().is_none_or(separates))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, Option<&str>)]) {
        let found = words(text);
        assert_eq!(found.iter().map(|word| (word.name, word.value)).collect::<Vec<_>>(), expect, "{text}");
        assert!(found.iter().all(|word| !word.is_open), "{text}");
        assert!(found.iter().all(|word| word.span.of(text).starts_with(word.name)), "{text}");
    }

    #[test]
    fn words_have_values_or_none() {
        check("skip", &[("skip", None)]);
        check(" timeout=5s, isolate ", &[("timeout", Some("5s")), ("isolate", None)]);
        check("skip-if=python<3.10", &[("skip-if", Some("python<3.10"))]);
        check("env=NAME=a=b", &[("env", Some("NAME=a=b"))]);
        check("skip=\"no, thanks\" only=linux", &[("skip", Some("no, thanks")), ("only", Some("linux"))]);
        check("skip='it is \"so\"'", &[("skip", Some("it is \"so\""))]);
        check("intended=\"print(\"a\") is 1\"", &[("intended", Some("print(\"a\") is 1"))]);
        check("env=CITY=\"New York\" skip", &[("env", Some("CITY=\"New York\"")), ("skip", None)]);
        check("skip=don't", &[("skip", Some("don't"))]);
        check("skip=", &[("skip", Some(""))]);
        check("skip=\"\"", &[("skip", Some(""))]);
        check(" , ", &[]);
    }

    #[test]
    fn a_quote_may_be_left_open() {
        let found = words("skip=\"no network");
        assert_eq!((found[0].value, found[0].is_open, found.len()), (Some("no network"), true, 1));
    }
}
