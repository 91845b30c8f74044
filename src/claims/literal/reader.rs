//! The grammar of written values, read in one pass.

use super::token::{number_length, string_end, unescape};
use super::{Argument, Literal, is_constant};

/// How deep a value may be nested: deeper ones are compared as text.
const MAX_DEPTH: usize = 64;

/// Reads from the beginning of a text on.
pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub at: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    /// At the beginning of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub fn eat(&mut self, what: &str) -> bool {
        let found = self.rest().starts_with(what);
        if found {
            self.at += what.len();
        }
        found
    }

    pub fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    pub fn value(&mut self) -> Option<Literal> {
        self.depth += 1;
        let value = if self.depth > MAX_DEPTH { None } else { self.one() };
        self.depth -= 1;
        value
    }

    fn one(&mut self) -> Option<Literal> {
        match self.peek()? {
            '.' | '…' if self.eat("...") || self.eat("…") => Some(Literal::Rest),
            '[' => self.items('[', ']').map(Literal::List),
            '(' => self.tuple(),
            '{' => self.braces(),
            '<' => self.angle(),
            '"' | '\'' => self.string("").map(Literal::Text),
            '0'..='9' | '+' | '-' | '.' => self.number(),
            c if c.is_alphabetic() || c == '_' => self.word(),
            _ => None,
        }
    }

    fn items(&mut self, open: char, close: char) -> Option<Vec<Literal>> {
        self.at += open.len_utf8();
        let mut items = Vec::new();
        loop {
            self.blanks();
            if self.peek()? == close {
                self.at += close.len_utf8();
                return Some(items);
            }
            items.push(self.value()?);
            self.blanks();
            if !self.eat(",") && self.peek()? != close {
                return None;
            }
        }
    }

    /// A tuple, or a value in parentheses.
    fn tuple(&mut self) -> Option<Literal> {
        let start = self.at;
        let items = self.items('(', ')');
        let Some(mut items) = items else {
            return self.complex(start);
        };
        let one = items.len() == 1 && !self.text[start..self.at - 1].trim_end().ends_with(',');
        if one { items.pop() } else { Some(Literal::Tuple(items)) }
    }

    /// `(1+2j)`
    fn complex(&mut self, start: usize) -> Option<Literal> {
        let end = self.text[start..].find(')')? + start;
        let inner = &self.text[start + 1..end];
        let is_complex = inner.ends_with('j') && inner.chars().all(|c| c.is_ascii_digit() || "+-.ej".contains(c));
        self.at = end + 1;
        is_complex.then(|| Literal::Number(format!("({inner})")))
    }

    /// A set or a dictionary: the first element tells which. Nothing is read twice, whatever stands there.
    fn braces(&mut self) -> Option<Literal> {
        self.at += 1;
        let (mut items, mut pairs) = (Vec::new(), Vec::new());
        loop {
            self.blanks();
            if self.eat("}") {
                let is_set = pairs.is_empty() && !items.is_empty();
                return Some(if is_set { Literal::Set(items) } else { Literal::Dict(pairs) });
            }
            let key = self.value()?;
            self.blanks();
            if self.eat(":") {
                self.blanks();
                pairs.push((key, self.value()?));
            } else if key == Literal::Rest && !pairs.is_empty() {
                pairs.push((Literal::Rest, Literal::Rest));
            } else {
                items.push(key);
            }
            if !pairs.is_empty() && items.iter().any(|item| *item != Literal::Rest) {
                return None;
            }
            self.blanks();
            if !self.eat(",") && self.peek()? != '}' {
                return None;
            }
        }
    }

    /// `<class 'a.B'>`, `<C object at 0x…>`, `<Color.RED: 1>`: balanced angle brackets on one line.
    fn angle(&mut self) -> Option<Literal> {
        let rest = self.rest();
        if !rest[1..].starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return None;
        }
        let mut depth = 0_usize;
        for (at, c) in rest.char_indices() {
            match c {
                '<' => depth += 1,
                // An arrow is no bracket: `<function f() -> int>`.
                '>' if !rest[..at].ends_with('-') => depth -= 1,
                '\n' => return None,
                _ => {}
            }
            if depth == 0 {
                let inner = rest[1..at].to_owned();
                self.at += at + 1;
                return Some(Literal::Angle(inner));
            }
        }
        None
    }

    fn string(&mut self, prefix: &str) -> Option<String> {
        let rest = self.rest();
        let quote = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| rest.starts_with(quote))?;
        let raw = prefix.contains(['r', 'R']);
        let body = &rest[quote.len()..];
        let end = string_end(body, quote, raw)?;
        let inner = &body[..end];
        let value = if raw { inner.to_owned() } else { unescape(inner) };
        self.at += quote.len() * 2 + end;
        Some(value)
    }

    fn number(&mut self) -> Option<Literal> {
        let rest = self.rest();
        let sign = usize::from(rest.starts_with(['+', '-']));
        let body = &rest[sign..];
        if body.starts_with("inf") || body.starts_with("nan") {
            self.at += sign + 3;
            return Some(Literal::Word(rest[..sign + 3].to_owned()));
        }
        let length = number_length(body)?;
        self.at += sign + length;
        Some(Literal::Number(rest[..sign + length].replace('_', "")))
    }

    /// A name, a call, or a string with a prefix.
    fn word(&mut self) -> Option<Literal> {
        let rest = self.rest();
        let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).unwrap_or(rest.len());
        let word = rest[..length].trim_end_matches('.').to_owned();
        let behind = &rest[word.len()..];
        if behind.starts_with(['"', '\'']) && word.len() <= 2 && word.chars().all(|c| "rRbBuUfF".contains(c)) {
            self.at += word.len();
            let text = self.string(&word)?;
            let bytes = word.contains(['b', 'B']);
            return Some(if bytes { Literal::Bytes(text) } else { Literal::Text(text) });
        }
        self.at += word.len();
        if behind.starts_with('(') && !is_constant(&word) {
            let start = self.at;
            match self.arguments() {
                Some(arguments) => return Some(Literal::Call(word, arguments)),
                None => self.at = start,
            }
        }
        Some(Literal::Word(word))
    }

    fn arguments(&mut self) -> Option<Vec<Argument>> {
        self.at += 1;
        let mut arguments = Vec::new();
        loop {
            self.blanks();
            if self.eat(")") {
                return Some(arguments);
            }
            arguments.push((self.keyword(), self.value()?));
            self.blanks();
            if !self.eat(",") && self.peek()? != ')' {
                return None;
            }
        }
    }

    fn keyword(&mut self) -> Option<String> {
        let rest = self.rest();
        let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'))?;
        let keyword = &rest[..length];
        let named = length > 0 && rest[length..].starts_with('=') && !rest[length..].starts_with("==");
        let keyword = named.then(|| keyword.to_owned());
        if named {
            self.at += length + 1;
        }
        keyword
    }
}
