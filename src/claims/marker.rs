//! Words and signs with which authors introduce a result: `->`, `Output:`, `prints`, `returns`, `now`.

/// What kind of result a marker announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Announces {
    /// Whatever the statement shows.
    Anything,
    /// Printed text.
    Stdout,
    /// A value.
    Value,
}

/// A marker found at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker {
    /// What it announces.
    pub announces: Announces,
    /// Nothing but a result follows such a marker.
    pub firm: bool,
    /// Bytes of the text up to the result.
    pub length: usize,
}

use Announces::{Anything, Stdout, Value};

/// Longer ones before their own beginnings.
const SIGNS: &[(&str, Announces)] = &[
    ("==>", Anything),
    ("-->", Anything),
    ("=>", Anything),
    ("->", Anything),
    ("→", Anything),
    ("⇒", Anything),
    ("➜", Anything),
    ("➡", Anything),
    ("==", Value),
    ("=", Value),
];

/// Words; with a colon behind them they are firm.
const WORDS: &[(&str, Announces)] = &[
    ("expected output", Stdout),
    ("the output is", Stdout),
    ("output is", Stdout),
    ("outputs", Stdout),
    ("output", Stdout),
    ("will print", Stdout),
    ("this prints", Stdout),
    ("prints out", Stdout),
    ("prints", Stdout),
    ("printed", Stdout),
    ("print", Stdout),
    ("displays", Stdout),
    ("stdout", Stdout),
    ("will return", Value),
    ("this returns", Value),
    ("return value", Value),
    ("returns", Value),
    ("result is", Value),
    ("result", Value),
    ("the value is", Value),
    ("value is", Value),
    ("value", Value),
    ("evaluates to", Value),
    ("this gives", Value),
    ("gives", Value),
    ("yields", Value),
    ("equals", Value),
    ("is now", Value),
    ("is still", Value),
    ("it is", Value),
    ("it's", Value),
    ("now", Value),
    ("still", Value),
    ("also", Value),
    ("is", Value),
    ("actual", Anything),
];

/// Reads the marker at the beginning of `text`.
pub fn read(text: &str) -> Option<Marker> {
    let first = one(text)?;
    // "Output: -> 5", "prints => 'a'"
    match one(&text[first.length..]) {
        Some(second) if second.firm && second.announces == Anything => {
            Some(Marker { firm: true, length: first.length + second.length, ..first })
        }
        _ => Some(first),
    }
}

fn one(text: &str) -> Option<Marker> {
    prompt(text).or_else(|| sign(text)).or_else(|| word(text))
}

fn sign(text: &str) -> Option<Marker> {
    let (sign, announces) = SIGNS.iter().find(|(sign, _)| text.starts_with(sign))?;
    let behind = &text[sign.len()..];
    // "-> x" and "=> x" introduce; "=5" or "==x" are part of something else.
    let apart = behind.is_empty() || behind.starts_with([' ', '\t']) || *announces == Anything;
    apart.then(|| Marker { announces: *announces, firm: true, length: sign.len() + blanks(behind) })
}

fn word(text: &str) -> Option<Marker> {
    let (word, announces) = WORDS.iter().find(|(word, _)| begins_with_word(text, word))?;
    let behind = &text[word.len()..];
    let colon = behind.starts_with(':');
    let length = word.len() + usize::from(colon);
    Some(Marker { announces: *announces, firm: colon, length: length + blanks(&text[length..]) })
}

/// `Out[3]:`
fn prompt(text: &str) -> Option<Marker> {
    let behind = text.strip_prefix("Out[")?;
    let close = behind.find("]:")?;
    let digits = behind[..close].bytes().all(|b| b.is_ascii_digit());
    let length = "Out[".len() + close + "]:".len();
    digits.then(|| Marker { announces: Anything, firm: true, length: length + blanks(&text[length..]) })
}

/// Whether `text` begins with `word`, in any case, and the word ends there.
pub fn begins_with_word(text: &str, word: &str) -> bool {
    let begins = text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    begins && !text[word.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '(' || c == '.')
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(Announces, bool, &str)>) {
        let read = read(text).map(|marker| (marker.announces, marker.firm, &text[marker.length..]));
        assert_eq!(read, expect, "{text:?}");
    }

    #[test]
    fn markers_are_taken_off() {
        check("-> 5", Some((Anything, true, "5")));
        check("=> [1]", Some((Anything, true, "[1]")));
        check("Output: 5", Some((Stdout, true, "5")));
        check("output:", Some((Stdout, true, "")));
        check("prints 5", Some((Stdout, false, "5")));
        check("Returns: None", Some((Value, true, "None")));
        check("Out[12]: 'a'", Some((Anything, true, "'a'")));
        check("now [1, 2]", Some((Value, false, "[1, 2]")));
        check("Output: -> 5", Some((Stdout, true, "5")));
        check("= 5", Some((Value, true, "5")));
    }

    #[test]
    fn other_beginnings_are_none() {
        check("5", None);
        check("print(x)", None);
        check("issue 3", None);
        check("=5", None);
        check("nowhere", None);
    }
}
