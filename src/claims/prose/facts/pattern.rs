//! What a sentence may say, as a pattern of words: `{thing} (is|stays) mutable [after creation]`.
//!
//! Round brackets hold alternatives, square ones what may be left out, a word in braces stands for any name of its kind.
//! What stands between backticks is one word of code, whatever signs it holds.

use std::collections::HashMap;

use super::words::{Word, normal};

/// A pattern, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(Vec<Node>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    Word(String),
    /// One of these.
    Either(Vec<Vec<Node>>),
    Name(Kind),
}

/// What a name may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A thing of which there are many: "lists".
    Thing,
    /// A call: "`sorted`".
    Call,
    /// A type of results: "an iterator".
    Type,
    /// A class: "`KeyError`".
    Class,
    /// What came to Python with some version: "the `match` statement".
    Feature,
    /// A version: "3.11".
    Version,
}

impl Kind {
    /// The kind of that name.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "thing" => Some(Self::Thing),
            "call" => Some(Self::Call),
            "type" => Some(Self::Type),
            "class" => Some(Self::Class),
            "feature" => Some(Self::Feature),
            "version" => Some(Self::Version),
            _ => None,
        }
    }
}

/// Where a pattern ends, and what the names in it name, at most two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Met {
    /// The word behind the last one.
    pub end: usize,
    /// What is named first, and then.
    pub named: [Option<(Kind, usize)>; 2],
}

impl Met {
    fn with(self, name: &Name) -> Self {
        let named = (name.kind, name.index);
        let [first, _] = self.named;
        let all = if first.is_none() { [Some(named), None] } else { [first, Some(named)] };
        Met { end: self.end + name.words.len(), named: all }
    }
}

/// A name, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// What it names.
    pub kind: Kind,
    /// In the words' form.
    pub words: Vec<String>,
    /// Which of that kind.
    pub index: usize,
}

/// All names by their first words.
#[derive(Debug, Default)]
pub struct Names(HashMap<String, Vec<Name>>);

impl Names {
    /// Enters a name.
    pub fn add(&mut self, name: Name) {
        if let Some(first) = name.words.first() {
            self.0.entry(first.clone()).or_default().push(name);
        }
    }

    /// The names that the words begin with.
    pub fn at<'a>(&'a self, words: &'a [Word]) -> impl Iterator<Item = &'a Name> {
        let first = words.first().and_then(|word| self.0.get(&word.text));
        first.into_iter().flatten().filter(|name| begins(words, &name.words))
    }
}

impl Pattern {
    /// Reads a pattern. Brackets that are not closed end with it.
    pub fn new(text: &str) -> Self {
        let mut spaced = String::new();
        let (mut call, mut ticked) = (false, false);
        for c in text.chars() {
            if c == '`' || ticked {
                ticked = ticked != (c == '`');
                spaced.extend((c != '`' && c != ' ').then(|| hidden(c)));
                continue;
            }
            // `lru_cache(maxsize=none)` is one word.
            call = if c == '(' { spaced.ends_with(|c: char| c.is_alphanumeric()) } else { call };
            match c {
                '(' | ')' | '[' | ']' | '|' if !call => spaced.extend([' ', c, ' ']),
                _ => spaced.push(c),
            }
            call &= c != ')';
        }
        let mut tokens = spaced.split_whitespace().collect::<Vec<_>>().into_iter().peekable();
        Pattern(sequence(&mut tokens))
    }

    /// The longest match that begins with the first of the words.
    pub fn matches(&self, words: &[Word], names: &Names) -> Option<Met> {
        ends(&self.0, words, Met { end: 0, named: [None, None] }, names).into_iter().max_by_key(|met| met.end)
    }

    /// The words that a match may begin with; `None` stands for a name.
    pub fn firsts(&self) -> Vec<Option<String>> {
        let (firsts, _) = firsts(&self.0);
        firsts
    }
}

/// What is no word of a pattern.
const SIGNS: [&str; 5] = ["(", ")", "[", "]", "|"];

/// Signs of patterns that code in backticks may hold, and what stands for them while a pattern is read.
const HIDDEN: [(char, char); 5] =
    [('(', '\u{e000}'), (')', '\u{e001}'), ('[', '\u{e002}'), (']', '\u{e003}'), ('|', '\u{e004}')];

fn hidden(c: char) -> char {
    HIDDEN.iter().find(|(sign, _)| *sign == c).map_or(c, |(_, hidden)| *hidden)
}

fn shown(c: char) -> char {
    HIDDEN.iter().find(|(_, hidden)| *hidden == c).map_or(c, |(sign, _)| *sign)
}

/// `{thing}`
fn kind(token: &str) -> Option<Kind> {
    Kind::of(token.strip_prefix('{')?.strip_suffix('}')?)
}

type Tokens<'a> = std::iter::Peekable<std::vec::IntoIter<&'a str>>;

fn sequence(tokens: &mut Tokens<'_>) -> Vec<Node> {
    let mut nodes = Vec::new();
    while let Some(token) = tokens.next_if(|token| ![")", "]", "|"].contains(token)) {
        match token {
            "(" => nodes.push(Node::Either(alternatives(tokens))),
            "[" => {
                let mut all = alternatives(tokens);
                all.push(Vec::new());
                nodes.push(Node::Either(all));
            }
            name if kind(name).is_some() => nodes.extend(kind(name).map(Node::Name)),
            word => {
                // Words in a row are brought to one form together: "has no" is "does not have".
                let mut words = word.to_owned();
                while let Some(next) = tokens.next_if(|token| !SIGNS.contains(token) && kind(token).is_none()) {
                    words.push(' ');
                    words.push_str(next);
                }
                nodes.extend(normal(&words).into_iter().map(|word| word_or_article(word.chars().map(shown).collect())));
            }
        }
    }
    nodes
}

/// The article is there only where a part of a sentence begins with it.
fn word_or_article(word: String) -> Node {
    match word.as_str() {
        "the" => Node::Either(vec![vec![Node::Word(word)], Vec::new()]),
        _ => Node::Word(word),
    }
}

fn alternatives(tokens: &mut Tokens<'_>) -> Vec<Vec<Node>> {
    let mut all = vec![sequence(tokens)];
    while tokens.next_if_eq(&"|").is_some() {
        all.push(sequence(tokens));
    }
    tokens.next();
    all
}

fn ends(nodes: &[Node], words: &[Word], from: Met, names: &Names) -> Vec<Met> {
    let Some((first, rest)) = nodes.split_first() else { return vec![from] };
    let left = words.get(from.end..).unwrap_or(&[]);
    let reached: Vec<Met> = match first {
        Node::Word(word) => match left.first().is_some_and(|next| next.text == *word && !next.quoted) {
            true => vec![Met { end: from.end + 1, ..from }],
            false => Vec::new(),
        },
        Node::Either(all) => all.iter().flat_map(|one| ends(one, words, from, names)).collect(),
        Node::Name(kind) => names.at(left).filter(|name| name.kind == *kind).map(|name| from.with(name)).collect(),
    };
    reached.into_iter().flat_map(|met| ends(rest, words, met, names)).collect()
}

fn begins(words: &[Word], name: &[String]) -> bool {
    words.len() >= name.len() && words.iter().zip(name).all(|(word, name)| word.text == *name && !word.quoted)
}

/// The first words, and whether the sequence may be empty.
fn firsts(nodes: &[Node]) -> (Vec<Option<String>>, bool) {
    let mut found = Vec::new();
    for node in nodes {
        let (more, may_be_empty) = match node {
            Node::Word(word) => (vec![Some(word.clone())], false),
            Node::Name(_) => (vec![None], false),
            Node::Either(all) => {
                let each: Vec<_> = all.iter().map(|one| firsts(one)).collect();
                let empty = each.iter().any(|(_, empty)| *empty);
                (each.into_iter().flat_map(|(words, _)| words).collect(), empty)
            }
        };
        found.extend(more);
        if !may_be_empty {
            return (found, false);
        }
    }
    (found, true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::prose::inline::Prose;
    use crate::text::Span;

    fn check(pattern: &str, text: &str, expect: Option<usize>) {
        let words = super::super::words::sentences(&Prose::new(text, Span::new(0, text.len()))).remove(0).words;
        let mut names = Names::default();
        for name in ["lists", "list objects"] {
            names.add(Name { kind: Kind::Thing, words: normal(name), index: 0 });
        }
        assert_eq!(Pattern::new(pattern).matches(&words, &names).map(|met| met.end), expect, "{pattern:?} {text:?}");
    }

    #[test]
    fn patterns_match_words() {
        check("lists are mutable", "A list is mutable", Some(3));
        check("{thing} is (mutable|[quite] changeable)", "list objects are quite changeable now", Some(5));
        check("{thing} is mutable", "list objects were mutable", None);
        check("(a function|functions) return nothing [at all]", "Functions return nothing", Some(3));
        check("cache(size=none) is fine", "`cache(size=None)` is fine", Some(3));
        check("lists are mutable", "\"lists are mutable\" said he", None);
    }

    #[test]
    fn a_pattern_knows_its_first_words() {
        let firsts = Pattern::new("[the] (sort|{thing}) is stable").firsts();
        assert_eq!(firsts, [Some("the".into()), Some("sort".into()), None]);
    }
}
