//! What a sentence may say, as a pattern of words: `{thing} (is|stays) mutable [after creation]`.
//!
//! Round brackets hold alternatives, square ones what may be left out, `{thing}` stands for a thing of the book.

use super::words::{Word, normal};

/// A pattern, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(Vec<Node>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    Word(String),
    /// One of these.
    Either(Vec<Vec<Node>>),
    Thing,
}

/// Where a pattern ends, and the thing that it met: its place in the list of things, and how many words name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Met {
    /// The word behind the last one.
    pub end: usize,
    /// Index of the thing.
    pub thing: Option<usize>,
}

/// The names of the things, each as words.
pub type Names = [(Vec<String>, usize)];

impl Pattern {
    /// Reads a pattern. Brackets that are not closed end with it.
    pub fn new(text: &str) -> Self {
        let spaced: String = text.chars().fold(String::new(), |mut spaced, c| {
            match c {
                '(' | ')' | '[' | ']' | '|' => spaced.extend([' ', c, ' ']),
                _ => spaced.push(c),
            }
            spaced
        });
        let mut tokens = spaced.split_whitespace().collect::<Vec<_>>().into_iter().peekable();
        Pattern(sequence(&mut tokens))
    }

    /// The longest match that begins with the first of the words.
    pub fn matches(&self, words: &[Word], names: &Names) -> Option<Met> {
        ends(&self.0, words, Met { end: 0, thing: None }, names).into_iter().max_by_key(|met| met.end)
    }

    /// The words that a match may begin with; `None` stands for a thing.
    pub fn firsts(&self) -> Vec<Option<String>> {
        let (firsts, _) = firsts(&self.0);
        firsts
    }
}

/// What is no word of a pattern.
const SIGNS: [&str; 6] = ["(", ")", "[", "]", "|", "{thing}"];

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
            "{thing}" => nodes.push(Node::Thing),
            word => {
                // Words in a row are brought to one form together: "has no" is "does not have".
                let mut words = word.to_owned();
                while let Some(next) = tokens.next_if(|token| !SIGNS.contains(token)) {
                    words.push(' ');
                    words.push_str(next);
                }
                nodes.extend(normal(&words).into_iter().map(word_or_article));
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
        Node::Thing => {
            let named = names.iter().filter(|(name, _)| begins(left, name));
            named.map(|(name, thing)| Met { end: from.end + name.len(), thing: Some(*thing) }).collect()
        }
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
            Node::Thing => (vec![None], false),
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
        let names = [(normal("lists"), 0), (normal("list object"), 0)];
        assert_eq!(Pattern::new(pattern).matches(&words, &names).map(|met| met.end), expect, "{pattern:?} {text:?}");
    }

    #[test]
    fn patterns_match_words() {
        check("lists are mutable", "A list is mutable", Some(3));
        check("{thing} is (mutable|[quite] changeable)", "list objects are quite changeable now", Some(5));
        check("{thing} is mutable", "list objects were mutable", None);
        check("(a function|functions) return nothing [at all]", "Functions return nothing", Some(3));
        check("lists are mutable", "\"lists are mutable\" said he", None);
    }

    #[test]
    fn a_pattern_knows_its_first_words() {
        let firsts = Pattern::new("[the] (sort|{thing}) is stable").firsts();
        assert_eq!(firsts, [Some("the".into()), Some("sort".into()), None]);
    }
}
