//! Reads values as Python writes them, and as readers abbreviate them: `[1, 2]`, `'a'`, `<class 'int'>`, `[D, B, object]`,
//! `Point(x=1, y=2)`, `[1, ..., 9]`.
//!
//! Both sides of a comparison are read with it: what a text claims and what `repr` gave. It is no Python parser: nothing
//! is evaluated, and operators end a value.

mod range;
mod reader;
mod token;

pub use range::{prefix as range_prefix, range};
use reader::Reader;

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

impl Literal {
    /// Reads the whole of `text` as one value.
    pub fn whole(text: &str) -> Option<Self> {
        let text = text.trim();
        let (literal, end) = Self::prefix(text)?;
        (end == text.len()).then_some(literal)
    }

    /// Reads a value at the beginning of `text`, and says where it ends.
    pub fn prefix(text: &str) -> Option<(Self, usize)> {
        let mut reader = Reader::new(text);
        let literal = reader.value()?;
        Some((literal, reader.at))
    }

    /// Reads `1, 2, 'a'` or `1 2 3`: two or more values, all of `text`.
    pub fn sequence(text: &str) -> Option<Vec<Self>> {
        let mut reader = Reader::new(text.trim());
        let mut items = Vec::new();
        loop {
            items.push(reader.value()?);
            let before = reader.at;
            reader.blanks();
            let comma = reader.eat(",");
            reader.blanks();
            if reader.eat("then ") {
                reader.blanks();
            }
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
        check("<function f(x) -> int> here", Some("<function f(x) -> int>"));
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
