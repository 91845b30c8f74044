//! Reads values as Python writes them, and as readers abbreviate them: `[1, 2]`, `'a'`, `<class 'int'>`, `[D, B, object]`,
//! `Point(x=1, y=2)`, `[1, ..., 9]`.
//!
//! Both sides of a comparison are read with it: what a text claims and what `repr` gave. It is no Python parser: nothing
//! is evaluated, and operators end a value.

/// A value as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Literal {
    /// A number, as written, underscores removed.
    Number(String),
    /// The characters of a string, escapes resolved.
    Text(String),
    /// A bytes literal, escapes as written.
    Bytes(String),
    /// `True`, `None`, `nan`, a class or another dotted name.
    Word(String),
    /// `...` or `…`
    Rest,
    /// `[…]`
    List(Vec<Literal>),
    /// `(…)`
    Tuple(Vec<Literal>),
    /// `{…}` without colons
    Set(Vec<Literal>),
    /// `{…: …}`
    Dict(Vec<(Literal, Literal)>),
    /// `Name(…)`, with keyword names where given
    Call(String, Vec<Argument>),
    /// `<…>`, the text within
    Angle(String),
}

/// An argument of a call, with its keyword where one is given.
pub type Argument = (Option<String>, Literal);

/// How deep a value may be nested: deeper ones are compared as text.
const MAX_DEPTH: usize = 64;

impl Literal {
    /// Reads the whole of `text` as one value.
    pub fn whole(text: &str) -> Option<Self> {
        let text = text.trim();
        let (literal, end) = Self::prefix(text)?;
        (end == text.len()).then_some(literal)
    }

    /// Reads a value at the beginning of `text`, and says where it ends.
    pub fn prefix(text: &str) -> Option<(Self, usize)> {
        let mut reader = Reader { text, at: 0, depth: 0 };
        let literal = reader.value()?;
        Some((literal, reader.at))
    }

    /// Reads `1, 2, 'a'` or `1 2 3`: two or more values, all of `text`.
    pub fn sequence(text: &str) -> Option<Vec<Self>> {
        let mut reader = Reader { text: text.trim(), at: 0, depth: 0 };
        let mut items = Vec::new();
        loop {
            items.push(reader.value()?);
            let before = reader.at;
            reader.blanks();
            let comma = reader.eat(",");
            reader.blanks();
            if reader.at == reader.text.len() {
                return (items.len() > 1 || comma).then_some(items);
            }
            if reader.at == before {
                return None;
            }
        }
    }

    /// The bare words in it, at any depth, that are no constants.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Literal::Word(word) if !is_constant(word) => vec![word],
            Literal::List(items) | Literal::Tuple(items) | Literal::Set(items) => {
                items.iter().flat_map(Self::names).collect()
            }
            Literal::Dict(items) => items.iter().flat_map(|(key, value)| [key, value]).flat_map(Self::names).collect(),
            Literal::Call(_, arguments) => arguments.iter().flat_map(|(_, value)| value.names()).collect(),
            _ => Vec::new(),
        }
    }

    /// The names that are called in it.
    pub fn callees(&self) -> Vec<&str> {
        match self {
            Literal::Call(name, arguments) => {
                [name.as_str()].into_iter().chain(arguments.iter().flat_map(|(_, value)| value.callees())).collect()
            }
            Literal::List(items) | Literal::Tuple(items) | Literal::Set(items) => {
                items.iter().flat_map(Self::callees).collect()
            }
            Literal::Dict(items) => {
                items.iter().flat_map(|(key, value)| [key, value]).flat_map(Self::callees).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether it is a bare word that is no constant, so that it says little by itself.
    pub fn is_name(&self) -> bool {
        matches!(self, Literal::Word(word) if !is_constant(word))
    }
}

fn is_constant(word: &str) -> bool {
    let constant = |name: &str| word.eq_ignore_ascii_case(name);
    constant("true")
        || constant("false")
        || constant("none")
        || matches!(word, "NotImplemented" | "Ellipsis" | "nan" | "inf" | "-inf" | "-nan")
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, what: &str) -> bool {
        let found = self.rest().starts_with(what);
        if found {
            self.at += what.len();
        }
        found
    }

    fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn value(&mut self) -> Option<Literal> {
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
                '>' => depth -= 1,
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

/// Where the string that begins with `body` ends: the offset of its closing quote.
fn string_end(body: &str, quote: &str, raw: bool) -> Option<usize> {
    let mut at = 0;
    while at < body.len() {
        if body[at..].starts_with(quote) {
            return Some(at);
        }
        let c = body[at..].chars().next()?;
        if c == '\n' && quote.len() == 1 {
            return None;
        }
        at += c.len_utf8();
        if c == '\\' && !raw {
            at += body[at..].chars().next()?.len_utf8();
        }
    }
    None
}

/// Resolves the escapes that `repr` writes; others stay as they are.
fn unescape(inner: &str) -> String {
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('r') => out.push('\r'),
            Some(c @ ('\\' | '\'' | '"')) => out.push(c),
            Some(kind @ ('x' | 'u' | 'U')) => {
                let digits = match kind {
                    'x' => 2,
                    'u' => 4,
                    _ => 8,
                };
                let code: String = chars.by_ref().take(digits).collect();
                match u32::from_str_radix(&code, 16).ok().and_then(char::from_u32) {
                    Some(c) => out.push(c),
                    None => out.extend(['\\', kind].into_iter().chain(code.chars())),
                }
            }
            Some(other) => out.extend(['\\', other]),
            None => out.push('\\'),
        }
    }
    out
}

/// How many bytes of `body`, which has no sign, are a number; `None` where it does not begin with one.
fn number_length(body: &str) -> Option<usize> {
    let bytes = body.as_bytes();
    let digits = |from: usize, is: fn(&u8) -> bool| bytes[from..].iter().take_while(|b| is(b) || **b == b'_').count();
    let based = bytes.first() == Some(&b'0') && matches!(bytes.get(1), Some(b'x' | b'X' | b'o' | b'O' | b'b' | b'B'));
    if based {
        let length = digits(2, u8::is_ascii_hexdigit);
        return (length > 0).then_some(2 + length);
    }
    let mut at = digits(0, u8::is_ascii_digit);
    if bytes.get(at) == Some(&b'.') {
        let fraction = digits(at + 1, u8::is_ascii_digit);
        if fraction > 0 || (at > 0 && !matches!(bytes.get(at + 1), Some(b'.' | b' ') | None)) {
            at += 1 + fraction;
        }
    }
    if at == 0 {
        return None;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits((at + 1 + sign).min(bytes.len()), u8::is_ascii_digit);
        if exponent > 0 {
            at += 1 + sign + exponent;
        }
    }
    Some(at + usize::from(bytes.get(at) == Some(&b'j')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        let read = Literal::prefix(text).map(|(_, end)| &text[..end]);
        assert_eq!(read, expect, "{text:?}");
    }

    #[test]
    fn a_value_is_read_from_the_beginning() {
        check("[1, 2] -- NOT [2]", Some("[1, 2]"));
        check("True! because", Some("True"));
        check("\"B\" (follows)", Some("\"B\""));
        check("{'a': 1, 'b': [2]} rest", Some("{'a': 1, 'b': [2]}"));
        check("{1, 2}", Some("{1, 2}"));
        check("(1,) and", Some("(1,)"));
        check("-3.5e-7 x", Some("-3.5e-7"));
        check("1_000 x", Some("1_000"));
        check("3. Next", Some("3"));
        check("<class '__main__.A'>!", Some("<class '__main__.A'>"));
        check("Point(x=1, y=2) here", Some("Point(x=1, y=2)"));
        check("deque([1, 2], maxlen=3)", Some("deque([1, 2], maxlen=3)"));
        check("[1, ..., 9]", Some("[1, ..., 9]"));
        check("(1+2j)", Some("(1+2j)"));
        check("b'ab' c", Some("b'ab'"));
        check("< 3", None);
        check("", None);
        check("[1, 2", None);
    }

    #[test]
    fn strings_are_unescaped() {
        assert_eq!(Literal::whole(r"'a\n\x41\''"), Some(Literal::Text("a\nA'".into())));
        assert_eq!(Literal::whole("'''x'y'''"), Some(Literal::Text("x'y".into())));
    }

    #[test]
    fn several_values_are_a_sequence() {
        assert_eq!(Literal::sequence("1, 2, 'a'").map(|s| s.len()), Some(3));
        assert_eq!(Literal::sequence("1 2 3").map(|s| s.len()), Some(3));
        assert_eq!(Literal::sequence("1"), None);
        assert_eq!(Literal::sequence("1 + 2"), None);
    }

    #[test]
    fn nesting_is_bounded() {
        assert_eq!(Literal::whole(&"[".repeat(10_000)), None);
        assert_eq!(Literal::whole(&"{".repeat(10_000)), None);
        assert_eq!(Literal::whole(&"{f(".repeat(60)), None);
        let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
        assert_eq!(Literal::whole(&deep), None);
    }
}
