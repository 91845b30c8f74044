//! The facts about Python that texts tell, each with the code that tries it; and the things of which facts are told.
//!
//! They stand in the folder `book`, a file for each topic. A fact begins with what a sentence may say of it: `#:` what is so if `so` is
//! true at the end of its code, `#!` what is so if it is false, `#?` what no run can speak against. What is named in them
//! begins with its names, behind `#=`. Nothing here says what is true: the code is run where the text is checked.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::pattern::{Kind, Met, Name, Names, Pattern};
use super::synonyms::spelt_out;
use super::words::{Word, normal};
use crate::claims::prose::steps::quoted;

/// What helps the code of all facts.
const HELP: &str = include_str!("book/help.py");
/// How each trial begins.
pub const TRIAL: &str = "(lambda scope: ";
/// What stands before the code of the fact in a trial. Within the code of the helpers quotes are escaped.
pub const TRIED: &str = "scope['tried'](";

/// What a trial gives for a fact that is not so, as `help.py` says it.
pub const NOT_SO: &str = "not so";
const NAMED: [&str; 6] = [
    include_str!("book/things.py"),
    include_str!("book/calls.py"),
    include_str!("book/more_calls.py"),
    include_str!("book/number_calls.py"),
    include_str!("book/module_calls.py"),
    include_str!("book/features.py"),
];
const FACTS: [&str; 30] = [
    include_str!("book/asynchronous.py"),
    include_str!("book/builtins.py"),
    include_str!("book/classes.py"),
    include_str!("book/collections.py"),
    include_str!("book/containers.py"),
    include_str!("book/contexts.py"),
    include_str!("book/data.py"),
    include_str!("book/decorators.py"),
    include_str!("book/descriptors.py"),
    include_str!("book/errors.py"),
    include_str!("book/files.py"),
    include_str!("book/functions.py"),
    include_str!("book/inheritance.py"),
    include_str!("book/iteration.py"),
    include_str!("book/library.py"),
    include_str!("book/memory.py"),
    include_str!("book/methods.py"),
    include_str!("book/models.py"),
    include_str!("book/modules.py"),
    include_str!("book/names.py"),
    include_str!("book/numerics.py"),
    include_str!("book/of_things.py"),
    include_str!("book/records.py"),
    include_str!("book/regex.py"),
    include_str!("book/scopes.py"),
    include_str!("book/strings.py"),
    include_str!("book/syntax.py"),
    include_str!("book/tasks.py"),
    include_str!("book/threads.py"),
    include_str!("book/versions.py"),
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
    named: Vec<String>,
    names: Names,
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

impl Told {
    /// Whether it is told of a thing of which more can be told.
    pub fn speaks_of_thing(&self) -> bool {
        matches!(self.met.named[0], Some((Kind::Thing, _)))
    }
}

/// Classes of which sentences speak by their names.
#[rustfmt::skip]
const CLASSES: &[&str] = &[
    "object", "type", "int", "float", "bool", "str", "bytes", "bytearray", "list", "tuple", "set", "frozenset", "dict", "range", "complex",
    "collections.Counter", "collections.OrderedDict", "collections.defaultdict", "collections.deque", "enum.IntEnum",
    "BaseException", "Exception", "KeyboardInterrupt", "SystemExit", "GeneratorExit", "ArithmeticError", "AssertionError", "AttributeError",
    "BlockingIOError", "BrokenPipeError", "BufferError", "ChildProcessError", "ConnectionError", "ConnectionResetError", "EOFError",
    "FileExistsError", "FileNotFoundError", "FloatingPointError", "ImportError", "IndentationError", "IndexError", "InterruptedError",
    "IsADirectoryError", "KeyError", "LookupError", "MemoryError", "ModuleNotFoundError", "NameError", "NotADirectoryError",
    "NotImplementedError", "OSError", "IOError", "OverflowError", "PermissionError", "ProcessLookupError", "RecursionError",
    "ReferenceError", "RuntimeError", "StopAsyncIteration", "StopIteration", "SyntaxError", "SystemError", "TabError", "TimeoutError",
    "TypeError", "UnboundLocalError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError", "ValueError", "ZeroDivisionError",
    "Warning", "UserWarning", "DeprecationWarning", "RuntimeWarning", "json.JSONDecodeError", "asyncio.CancelledError",
    "asyncio.TimeoutError", "asyncio.Task", "asyncio.Future", "queue.Empty", "pickle.PicklingError", "decimal.InvalidOperation",
];

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
            named: Vec::new(),
            names: Names::default(),
        };
        NAMED.into_iter().flat_map(entries).for_each(|entry| book.add_named(entry));
        CLASSES.iter().for_each(|class| book.add_class(class));
        FACTS.into_iter().flat_map(entries).for_each(|entry| book.add_fact(entry));
        book
    }

    /// `#= lists` is a thing; `#=call: sorted` says that it is a call.
    fn add_named(&mut self, (heads, code): Entry) {
        for (_, head) in heads {
            let (kind, name) = match head.split_once(": ") {
                Some((kind, name)) => (Kind::of(kind), name),
                None => (Some(Kind::Thing), head.as_str()),
            };
            let words = normal(&name.replace('`', ""));
            let index = self.named.len();
            kind.into_iter().for_each(|kind| self.names.add(Name { kind, words: words.clone(), index }));
        }
        self.named.push(code);
    }

    fn add_class(&mut self, class: &str) {
        let name = class.rsplit('.').next().unwrap_or(class);
        for words in [normal(&class.to_lowercase()), normal(&name.to_lowercase())] {
            self.names.add(Name { kind: Kind::Class, words, index: self.named.len() });
        }
        let module = class.rsplit_once('.').map_or("builtins", |(module, _)| module);
        self.named.push(format!("__import__('{module}').{name}"));
    }

    fn add_fact(&mut self, (heads, code): Entry) {
        let fact = self.facts.len();
        self.facts.push(code);
        for (mark, text) in heads {
            let pattern = Pattern::new(&spelt_out(&text));
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
        let things = self.by_first.get(&None).filter(|_| self.names.at(words).next().is_some());
        let candidates = named.into_iter().chain(things).flatten().map(|at| &self.patterns[*at]);
        let told = candidates.filter_map(|(pattern, fact, tells)| {
            let met = pattern.matches(words, &self.names)?;
            Some(Told { met, fact: *fact, tells: *tells })
        });
        told.max_by_key(|told| told.met.end)
    }

    /// How many of the words name a thing.
    pub fn thing(&self, words: &[Word]) -> Option<usize> {
        let things = self.names.at(words).filter(|name| name.kind == Kind::Thing);
        things.map(|name| name.words.len()).max()
    }

    /// An expression of Python that tries the fact: it gives `so` or `not so`, by those words.
    pub fn trial(&self, told: Told) -> String {
        let named = told.met.named.iter().flatten().zip(["one", "other"]);
        let named = named.map(|((kind, index), name)| match kind {
            Kind::Class => format!("{name} = {}\n", self.named[*index]),
            _ => self.named[*index].clone(),
        });
        let code = format!("{}\n{}", named.collect::<String>(), self.facts[told.fact]);
        let denied = if told.tells == Tells::No { "True" } else { "False" };
        format!("{TRIAL}(exec({}, scope), {TRIED}{}, {denied}))[1])({{}})", quoted(HELP), quoted(&code))
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
        assert!(book.facts.len() > 50 && book.named.len() > 10);
        let short: Vec<_> = book.patterns.iter().filter(|(pattern, ..)| pattern.least() < 2).collect();
        assert!(short.is_empty(), "{short:#?}");
        for code in &book.facts {
            assert!(code.contains("so = ") && code.is_ascii(), "{code}");
        }
    }

    #[test]
    fn no_fact_is_tried_by_the_code_of_another() {
        let mut seen = std::collections::HashSet::new();
        for code in &book().facts {
            assert!(seen.insert(code.trim()), "told together, it needs its code once: {code}");
        }
    }
}
