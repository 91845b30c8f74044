//! A stretch of prose with its inline code.

use crate::text::Span;

/// Running text, and where code stands in it.
pub struct Prose<'a> {
    /// The whole document's text.
    pub text: &'a str,
    /// The stretch.
    pub span: Span,
    /// Inline code in order, without its backticks.
    pub codes: Vec<Code>,
}

/// Inline code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// The code.
    pub inside: Span,
    /// With its backticks.
    pub outside: Span,
}

/// A result that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Result {
    /// The result as Python writes it.
    pub written: String,
    /// Where it stands.
    pub span: Span,
    /// Behind its backticks, or its last letter.
    pub end: usize,
}

/// Words that may follow a number and are nothing that it counts.
const BEHIND_NUMBERS: [&str; 14] =
    ["by", "and", "because", "since", "as", "but", "while", "on", "here", "again", "too", "now", "for", "even"];
/// Results told in words.
const TOLD: [(&str, &str); 10] = [
    ("an empty list", "[]"),
    ("an empty tuple", "()"),
    ("an empty dictionary", "{}"),
    ("an empty dict", "{}"),
    ("an empty set", "set()"),
    ("an empty string", "''"),
    ("True", "True"),
    ("False", "False"),
    ("None", "None"),
    ("NotImplemented", "NotImplemented"),
];

impl<'a> Prose<'a> {
    /// Finds the code in a stretch.
    pub fn new(text: &'a str, span: Span) -> Self {
        Self { text, span, codes: codes(text, span) }
    }

    /// The text between two places.
    pub fn between(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or("")
    }

    /// The text from a place to the end of the stretch.
    pub fn behind(&self, start: usize) -> &'a str {
        self.between(start, self.span.end)
    }

    /// The sentence around a range, without anything of its neighbours.
    pub fn sentence(&self, range: Span) -> Span {
        let text = self.text.as_bytes();
        let first = self.text.ceil_char_boundary(range.start.saturating_sub(LONGEST).max(self.span.start));
        let last = self.text.floor_char_boundary((range.end + LONGEST).min(self.span.end));
        let start = (first..range.start).rev().find_map(|at| Some(at + ending(&text[at..range.start])?));
        let end = (range.end..last).find(|at| ending(&text[*at..last]).is_some());
        Span::new(start.unwrap_or(first), end.unwrap_or(last))
    }

    /// Where the paragraph or the item begins in which a place lies.
    pub fn paragraph(&self, at: usize) -> usize {
        let first = self.text.ceil_char_boundary(at.saturating_sub(LONGEST).max(self.span.start));
        let before = self.between(first, at);
        let items = ["\n- ", "\n* ", "\n+ ", "\n|", "\n\n", "\n    * ", "\n  - ", "\n    - "];
        items.iter().filter_map(|mark| before.rfind(mark)).max().map_or(first, |start| first + start + 1)
    }

    /// The text from a place on, as far as a reader sees at once: so a long text takes linear time.
    pub fn nearly_behind(&self, start: usize) -> &'a str {
        let rest = self.behind(start);
        &rest[..rest.floor_char_boundary(LONGEST)]
    }

    /// What stands before a place on its line.
    pub fn line_before(&self, at: usize) -> &'a str {
        let from = self.text.ceil_char_boundary(at.saturating_sub(LONGEST).max(self.span.start));
        let before = self.between(from, at);
        &before[before.rfind('\n').map_or(0, |end| end + 1)..]
    }

    /// The code whose backticks begin at a place.
    pub fn code_at(&self, at: usize) -> Option<Code> {
        self.codes.binary_search_by_key(&at, |code| code.outside.start).ok().map(|found| self.codes[found])
    }

    /// The result that begins at a place: code, or a word that can be nothing else.
    pub fn result_at(&self, at: usize) -> Option<Result> {
        if let Some(code) = self.code_at(at) {
            let written = code.inside.of(self.text).trim().to_owned();
            return Some(Result { written, span: code.inside, end: code.outside.end });
        }
        let rest = self.behind(at);
        let told = self.word(at, rest).or_else(|| self.exception(at, rest));
        told.or_else(|| self.number(at, rest)).or_else(|| self.quoted(at, rest))
    }

    /// A short text in double quotes, straight or curly.
    fn quoted(&self, at: usize, rest: &str) -> Option<Result> {
        let (open, close) = if rest.starts_with('"') { ('"', '"') } else { ('“', '”') };
        let inside = rest.strip_prefix(open)?;
        let length = inside.find([close, '\n', '`']).filter(|length| inside[*length..].starts_with(close))?;
        let inner = &inside[..length];
        let short = (1..=40).contains(&length) && !inner.contains(['"', '\\']);
        let whole = open.len_utf8() + length + close.len_utf8();
        short.then(|| Result { written: format!("\"{inner}\""), span: Span::new(at, at + whole), end: at + whole })
    }

    fn word(&self, at: usize, rest: &str) -> Option<Result> {
        let (words, written) = TOLD.iter().find(|(words, _)| {
            rest.starts_with(words)
                && !rest[words.len()..].starts_with(|c: char| c.is_alphanumeric() || "_-`".contains(c))
        })?;
        Some(self.result(at, words.len(), written))
    }

    fn exception(&self, at: usize, rest: &str) -> Option<Result> {
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let name = &rest[..length];
        crate::claims::looks_like_exception(name).then(|| self.result(at, length, name))
    }

    /// A number, with nothing behind it that it could count.
    fn number(&self, at: usize, rest: &str) -> Option<Result> {
        let sign = usize::from(rest.starts_with('-'));
        let length =
            rest[sign..].find(|c: char| !(c.is_ascii_digit() || c == '.')).map_or(rest.len(), |end| end + sign);
        let digits = rest[..length].trim_end_matches('.');
        let behind = &rest[digits.len()..];
        let full_stop = behind.strip_prefix('.').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let grouped = behind.strip_prefix(',').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let word = behind.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let goes_on = behind.starts_with(' ') && BEHIND_NUMBERS.contains(&word);
        let ends = behind.is_empty() || behind.starts_with([',', ';', ')', '\n', '*']) || full_stop || goes_on;
        (ends && !grouped && digits.parse::<f64>().is_ok()).then(|| self.result(at, digits.len(), digits))
    }

    fn result(&self, at: usize, length: usize, written: &str) -> Result {
        Result { written: written.to_owned(), span: Span::new(at, at + length), end: at + length }
    }
}

/// The longest sentence on either side of what is read in it, and the longest code, in bytes.
const LONGEST: usize = 1000;

/// The bytes that end a sentence, an item or a row at the beginning of a text.
fn ending(text: &[u8]) -> Option<usize> {
    match text {
        [b'.' | b'?' | b'!', b' ' | b'\n', ..] => Some(2),
        [b'\n', b'\n', ..] | [b'\n', b'|', ..] => Some(2),
        [b'\n', b'*' | b'-', b' ', ..] | [b'\n', b'\r', b'\n', ..] => Some(3),
        _ => None,
    }
}

/// Runs of backticks open code and close it; a line break within is a blank, an empty line ends the search.
fn codes(text: &str, span: Span) -> Vec<Code> {
    let mut codes = Vec::new();
    let mut at = span.start;
    while let Some(found) = text[at..span.end].find('`') {
        let start = at + found;
        let ticks = text[start..span.end].bytes().take_while(|&byte| byte == b'`').count();
        let inside = start + ticks;
        let near = text[inside..span.end].floor_char_boundary(LONGEST);
        match closing(&text[inside..inside + near], ticks) {
            Some(length) => {
                let outside = Span::new(start, inside + length + ticks);
                codes.push(Code { inside: Span::new(inside, inside + length), outside });
                at = outside.end;
            }
            None => at = inside,
        }
    }
    codes
}

fn closing(text: &str, ticks: usize) -> Option<usize> {
    let paragraph = text.find("\n\n").unwrap_or(text.len());
    let line = text
        .find('\n')
        .map_or(text.len(), |line| text[line + 1..].find('\n').map_or(text.len(), |next| line + 1 + next));
    let text = &text[..paragraph.min(line)];
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        let run = text[at + found..].bytes().take_while(|&byte| byte == b'`').count();
        if run == ticks {
            return Some(at + found).filter(|length| *length > 0);
        }
        at += found + run;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let prose = Prose::new(text, Span::new(0, text.len()));
        let found: Vec<_> = prose.codes.iter().map(|code| code.inside.of(text)).collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn code_stands_between_backticks() {
        check("a `b` and ``c `d` e``", &["b", "c `d` e"]);
        check("open ` and\n\nclosed `x`", &["x"]);
        check("``` no", &[]);
    }

    #[test]
    fn a_sentence_ends_where_the_next_one_begins() {
        let text = "One. Two `x` is so. Three.\n* item";
        let prose = Prose::new(text, Span::new(0, text.len()));
        assert_eq!(prose.sentence(prose.codes[0].outside).of(text), "Two `x` is so");
    }
}
