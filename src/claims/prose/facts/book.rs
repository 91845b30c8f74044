//! The facts about Python that texts tell, each with the code that tries it; and the things of which facts are told.
//!
//! They stand in the files beside this one. A fact begins with what a sentence may say of it: `#:` what is so if `so` is
//! true at the end of its code, `#!` what is so if it is false, `#?` what no run can speak against. A thing begins with
//! its names, behind `#=`. Nothing here says what is true: the code is run where the text is checked.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::pattern::{Met, Names, Pattern};
use super::words::{Word, normal};
use crate::claims::prose::steps::quoted;

/// What helps the code of all facts.
const HELP: &str = include_str!("help.py");
/// How each trial begins.
pub const TRIAL: &str = "(lambda scope: ";
const THINGS: &str = include_str!("things.py");
const FACTS: [&str; 6] = [
    include_str!("of_things.py"),
    include_str!("builtins.py"),
    include_str!("functions.py"),
    include_str!("classes.py"),
    include_str!("library.py"),
    include_str!("asynchronous.py"),
];

/// How a sentence tells a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// That it is so.
    Yes,
    /// That it is not so.
    No,
    /// That it is so, in words that may mean something else, too.
    Loosely,
}

/// All facts and things, read.
pub struct Book {
    facts: Vec<String>,
    patterns: Vec<(Pattern, usize, Tells)>,
    by_first: HashMap<Option<String>, Vec<usize>>,
    things: Vec<String>,
    names: Vec<(Vec<String>, usize)>,
}

/// A fact that words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// How many words tell it, and of which thing.
    pub met: Met,
    /// Index of the fact.
    pub fact: usize,
    /// How it is told.
    pub tells: Tells,
}

/// The book, read once.
pub fn book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(Book::new)
}

impl Book {
    fn new() -> Self {
        let mut book = Self {
            facts: Vec::new(),
            patterns: Vec::new(),
            by_first: HashMap::new(),
            things: Vec::new(),
            names: Vec::new(),
        };
        entries(THINGS).into_iter().for_each(|entry| book.add_thing(entry));
        FACTS.into_iter().flat_map(entries).for_each(|entry| book.add_fact(entry));
        book
    }

    fn add_thing(&mut self, (heads, code): Entry) {
        let index = self.things.len();
        self.names.extend(heads.iter().map(|(_, name)| (normal(name), index)));
        self.things.push(code);
    }

    fn add_fact(&mut self, (heads, code): Entry) {
        let fact = self.facts.len();
        self.facts.push(code);
        for (mark, text) in heads {
            let pattern = Pattern::new(&text);
            for first in pattern.firsts() {
                self.by_first.entry(first).or_default().push(self.patterns.len());
            }
            let tells = match mark {
                ':' => Tells::Yes,
                '!' => Tells::No,
                _ => Tells::Loosely,
            };
            self.patterns.push((pattern, fact, tells));
        }
    }

    /// The fact that the words tell, the one told with the most of them.
    pub fn told(&self, words: &[Word]) -> Option<Told> {
        let first = words.first()?;
        let named = self.by_first.get(&Some(first.text.clone()));
        let things = self.by_first.get(&None).filter(|_| self.thing(words).is_some());
        let candidates = named.into_iter().chain(things).flatten().map(|at| &self.patterns[*at]);
        let told = candidates.filter_map(|(pattern, fact, tells)| {
            let met = pattern.matches(words, &self.names)?;
            Some(Told { met, fact: *fact, tells: *tells })
        });
        told.max_by_key(|told| told.met.end)
    }

    /// How many of the words name a thing.
    pub fn thing(&self, words: &[Word]) -> Option<usize> {
        let names: &Names = &self.names;
        let named = names.iter().filter(|(name, _)| {
            words.len() >= name.len() && words.iter().zip(name).all(|(word, name)| word.text == *name && !word.quoted)
        });
        named.map(|(name, _)| name.len()).max()
    }

    /// An expression of Python that tries the fact: it gives `so` or `not so`, by those words.
    pub fn trial(&self, told: Told) -> String {
        let thing = told.met.thing.map_or("", |thing| self.things[thing].as_str());
        let code = format!("{thing}\n{}", self.facts[told.fact]);
        let denied = if told.tells == Tells::No { "True" } else { "False" };
        format!("{TRIAL}(exec({}, scope), scope['tried']({}, {denied}))[1])({{}})", quoted(HELP), quoted(&code))
    }
}

/// What stands at the head of an entry, with its mark, and its code.
type Entry = (Vec<(char, String)>, String);

/// The entries of a file: a head begins each.
fn entries(file: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in file.lines() {
        let head = line.strip_prefix('#').and_then(|rest| Some((rest.chars().next()?, rest.get(1..)?.trim())));
        let head = head.filter(|(mark, _)| ":!?=".contains(*mark));
        match (head, entries.last_mut()) {
            (Some((mark, text)), Some((heads, code))) if code.trim().is_empty() => heads.push((mark, text.to_owned())),
            (Some((mark, text)), _) => entries.push((vec![(mark, text.to_owned())], String::new())),
            (None, Some((_, code))) => {
                code.push_str(line);
                code.push('\n');
            }
            (None, None) => {}
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_its_heads_and_its_code() {
        let found = entries("\"\"\"words\"\"\"\n\n#: a\n#! b\nso = 1\n\n#? c\nso = 2\n");
        assert_eq!(found[0], (vec![(':', "a".into()), ('!', "b".into())], "so = 1\n\n".into()));
        assert_eq!(found[1], (vec![('?', "c".into())], "so = 2\n".into()));
    }

    #[test]
    fn all_facts_say_something_and_are_written_in_ascii() {
        let book = book();
        assert!(book.facts.len() > 50 && book.things.len() > 10);
        for code in &book.facts {
            assert!(code.contains("so = ") && code.is_ascii(), "{code}");
        }
    }
}
