//! What a text limits to versions of Python: a whole block, or what it says of one expression.
//!
//! Owns how far such words reach. Knows no claims.

use crate::syntax;
use crate::text::pythons::{self, Pythons};

/// Versions that a text speaks of, and what it says of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limited {
    /// The versions.
    pub pythons: Pythons,
    /// The expressions whose results its sentence gives: it speaks of these alone. None where it speaks of the block.
    pub of: Vec<String>,
    /// What came with a version, by its name: code that does not use it is as it was. None where all may be otherwise.
    pub brings: Vec<String>,
}

impl Limited {
    /// A limit of the whole block.
    pub fn whole(pythons: Pythons) -> Self {
        Self { pythons, of: Vec::new(), brings: Vec::new() }
    }

    /// Whether code may be otherwise for it.
    pub fn concerns(&self, code: &str) -> bool {
        let mut words = code.split(|c: char| !is_word(c));
        self.brings.is_empty() || words.any(|word| self.brings.iter().any(|name| name == word))
    }

    /// Whether it reaches a statement.
    pub fn reaches(&self, statement: &str) -> bool {
        let statement = packed(statement);
        self.of.is_empty() || self.of.iter().any(|expression| statement.contains(&packed(expression)))
    }
}

/// The limits in running text, sentence by sentence.
pub fn of_text(text: &str) -> Vec<Limited> {
    let of_sentence = |sentence: &str| {
        let (of, brings) = (told(sentence), brought(sentence));
        pythons::spoken_of(sentence)
            .into_iter()
            .map(move |pythons| Limited { pythons, of: of.clone(), brings: brings.clone() })
            .collect::<Vec<_>>()
    };
    sentences(text).into_iter().flat_map(of_sentence).collect()
}

/// The expressions of which a sentence gives a result: "`7 / 2` was `3`".
fn told(sentence: &str) -> Vec<String> {
    let codes: Vec<&str> = sentence.split('`').skip(1).step_by(2).collect();
    let literal = |code: &&str| syntax::expression(code).is_some_and(|it| !it.computes && it.uses.is_empty());
    let told = if codes.iter().any(literal) { codes } else { Vec::new() };
    told.into_iter().filter(|code| computes(code)).map(str::to_owned).collect()
}

/// Words for what was not there before.
const ADDS: [&str; 7] = ["added", "new", "introduced", "arrived", "came", "brought", "brings"];

/// The names that a sentence says came with a version. What Python uses without its name counts as used everywhere.
fn brought(sentence: &str) -> Vec<String> {
    let adds = sentence.split(|c: char| !is_word(c)).any(|word| ADDS.contains(&word.to_lowercase().as_str()));
    let codes = sentence.split('`').skip(1).step_by(2);
    let name = |code: &str| code.split(|c: char| !is_word(c) && c != '.').next()?.rsplit('.').next().map(str::to_owned);
    let names: Vec<String> = codes.filter_map(name).filter(|name| !name.is_empty()).collect();
    let unnamed = |name: &String| syntax::is_builtin(name) || name.starts_with("__") || name.len() < 2;
    if adds && !names.iter().any(unnamed) { names } else { Vec::new() }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A call with arguments, or another expression that has a result of its own; a name stands for what it names.
fn computes(code: &str) -> bool {
    let elided = code.contains("...") || code.contains('…') || code.ends_with("()");
    let plain = code.chars().all(|c| c.is_alphanumeric() || "_.'\"".contains(c));
    !elided && !plain && syntax::expression(code).is_some_and(|expression| expression.computes)
}

/// Ends of sentences stand outside of code.
fn sentences(text: &str) -> Vec<&str> {
    let (mut found, mut start, mut in_code) = (Vec::new(), 0, false);
    for (at, c) in text.char_indices() {
        in_code ^= c == '`';
        let next = text[at + c.len_utf8()..].chars().next();
        if !in_code && matches!(c, '.' | '!' | '?') && next.is_none_or(char::is_whitespace) {
            found.push(&text[start..=at]);
            start = at + 1;
        }
    }
    found.push(&text[start..]);
    found
}

fn packed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_reaches_what_its_sentence_speaks_of() {
        let check = |text: &str, statement: &str, expect: bool| {
            let reached = of_text(text).iter().any(|limited| limited.reaches(statement));
            assert_eq!(reached, expect, "{text} | {statement}");
        };
        let told = "`print(Level.TOP)` shows `Level.HIGH` up to 3.10 and `10` from 3.11 on.";
        check(told, "print( Level.TOP )", true);
        check(told, "class Flag(enum.Flag): ...", false);
        check("It ends. In Python 2, `7 / 2` was `3` as well.", "print(7 % -3)", false);
        check("In Python 2, `7 / 2` was `3` as well.", "print(7 / 2)", true);
        // What a version brings is there for the whole block.
        check("`zip(strict=True)` needs Python 3.10.", "print(pairs)", true);
        check("`dataclass(slots=True)` and `KW_ONLY` need Python 3.10.", "print(pairs)", true);
        check("On Python 3.12+ this prints more. `f(1)` is `2`.", "print(x)", true);
        check("Calling `x.y` gives `3` since Python 3.11.", "print(x)", true);
        check("`f(1)` is `2`.", "f(1)", false);
    }

    #[test]
    fn what_was_added_concerns_who_uses_it() {
        let check = |text: &str, code: &str, expect: bool| {
            assert_eq!(of_text(text).iter().any(|limited| limited.concerns(code)), expect, "{text} | {code}");
        };
        check("Changed in version 3.9: `functools.cache` was added.", "from functools import total_ordering", false);
        check("Changed in version 3.9: `functools.cache` was added.", "@functools.cache", true);
        check("New in Python 3.10: `itertools.pairwise()`.", "pairwise(x)", true);
        check("Python 3.11 brings exception groups.", "x = 1", true);
        check("`functools.cache` behaves otherwise since Python 3.9.", "x = 1", true);
        check("Python 3.7 introduced ordered `dict`s.", "x = {}", true);
    }
}
