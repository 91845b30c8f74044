//! Running text as sentences of plain words: marks of Markdown left out, forms of a word brought to one.
//!
//! Owns what a sentence and a word are here. Knows no facts.

use crate::claims::prose::inline::Prose;
use crate::syntax;
use crate::text::Span;

/// A sentence, or an item of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Its words in order.
    pub words: Vec<Word>,
    /// Whether a question mark ends it.
    pub asks: bool,
    /// Whether a paragraph or an item begins with it.
    pub fresh: bool,
}

/// A word in the form in which words are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Lower case, without its plural's or third person's `s`.
    pub text: String,
    /// Where it stands in the document.
    pub span: Span,
    /// Whether a sign stands before it that sets parts of a sentence apart.
    pub apart: bool,
    /// Whether it is quoted: somebody else's words.
    pub quoted: bool,
    /// Whether it is inline code.
    pub code: bool,
    /// Whether a colon stands before it.
    pub colon: bool,
}

/// Words that change nothing about what is claimed.
const FILLERS: [&str; 34] = [
    "a",
    "an",
    "also",
    "simply",
    "just",
    "actually",
    "really",
    "therefore",
    "thus",
    "always",
    "fully",
    "completely",
    "will",
    "python",
    "python's",
    "cpython",
    "cpython's",
    "whole",
    "so-called",
    "only",
    "automatically",
    "internally",
    "implicitly",
    "effectively",
    "essentially",
    "basically",
    "however",
    "moreover",
    "furthermore",
    "additionally",
    "consequently",
    "indeed",
    "obviously",
    "built-in",
];
/// What may stand behind the name of a thing and adds nothing: "the `sorted` function".
const NOUNS: [&str; 13] = [
    "function",
    "functions",
    "method",
    "methods",
    "operator",
    "statement",
    "decorator",
    "class",
    "module",
    "keyword",
    "constructor",
    "builtin",
    "built-in",
];

/// The sentences of a stretch of running text.
pub fn sentences(prose: &Prose<'_>) -> Vec<Sentence> {
    let now = Sentence { fresh: true, ..Sentence::default() };
    let mut reader = Reader {
        prose,
        at: prose.span.start,
        apart: true,
        quoted: false,
        code: false,
        colon: false,
        done: Vec::new(),
        now,
    };
    let first = prose.behind(prose.span.start).trim_start();
    if first.starts_with('#') || is_title(first) {
        reader.at = prose.span.end - first.len() + first.find('\n').unwrap_or(first.len());
    }
    while reader.at < prose.span.end {
        reader.step();
    }
    reader.end(false);
    reader.done
}

/// Words of a pattern, in the same form.
pub fn normal(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    text.split_whitespace().for_each(|word| push(&mut words, word));
    words
}

struct Reader<'a> {
    prose: &'a Prose<'a>,
    at: usize,
    apart: bool,
    quoted: bool,
    code: bool,
    colon: bool,
    done: Vec<Sentence>,
    now: Sentence,
}

impl Reader<'_> {
    fn step(&mut self) {
        if let Some(code) = self.prose.code_at(self.at) {
            self.code = true;
            for word in code_words(code.inside.of(self.prose.text)) {
                self.word(&word, code.outside);
            }
            self.code = false;
            self.at = code.outside.end;
            return;
        }
        let rest = self.prose.behind(self.at);
        let Some(c) = rest.chars().next() else { return self.at = self.prose.span.end };
        let length = match c {
            '\n' => self.line_end(rest),
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            '<' => tag(rest),
            ']' if rest.starts_with("](") => rest.find([')', '\n']).map_or(1, |end| end + 1),
            '.' | '?' | '!' if ends(&rest[1..]) => {
                self.end(c == '?');
                1
            }
            '"' | '“' | '”' => {
                self.quoted = c == '“' || c == '"' && !self.quoted;
                self.apart = true;
                c.len_utf8()
            }
            _ if c.is_alphanumeric() || c == '_' => return self.plain(rest),
            ',' | ';' | ':' | '(' | ')' | '—' | '–' | '→' | '|' | '/' | '=' => self.sets_apart(c.len_utf8()),
            '-' if rest.starts_with("- ") || rest.starts_with("--") => self.sets_apart(2),
            _ => c.len_utf8(),
        };
        self.at += length;
    }

    fn sets_apart(&mut self, length: usize) -> usize {
        self.apart = true;
        self.colon |= self.prose.behind(self.at).starts_with(':');
        length
    }

    /// A line break within a paragraph is a blank; an empty line, an item, a row or a heading begins anew.
    fn line_end(&mut self, rest: &str) -> usize {
        let next = rest[1..].trim_start_matches([' ', '\t', '>', '\r']);
        if next.starts_with('#') || is_title(next) {
            self.end(false);
            self.now.fresh = true;
            return rest.len() - next.len() + next.find('\n').unwrap_or(next.len());
        }
        let numbered = next.trim_start_matches(|c: char| c.is_ascii_digit());
        let item = ["- ", "* ", "+ ", "|", "<", "\n"].iter().any(|mark| next.starts_with(mark))
            || numbered.len() < next.len() && numbered.starts_with(". ");
        if item || next.is_empty() {
            self.end(false);
            self.now.fresh = true;
            self.quoted = false;
        }
        let marks = next.len() - next.trim_start_matches(['-', '*', '+', ' ']).len();
        let digits = if numbered.starts_with(". ") { next.len() - numbered.len() + 1 } else { 0 };
        rest.len() - next.len() + if item { marks.max(digits) } else { 0 }
    }

    fn end(&mut self, asks: bool) {
        if !self.now.words.is_empty() {
            self.done.push(Sentence { asks, ..std::mem::take(&mut self.now) });
        }
        self.apart = true;
    }

    /// Letters and digits, with the signs that stand within words.
    fn plain(&mut self, rest: &str) {
        let inner = |at: usize| rest[at..].chars().nth(1).is_some_and(|c| c.is_alphanumeric());
        let belongs = |&(at, c): &(usize, char)| c.is_alphanumeric() || c == '_' || ".-'’".contains(c) && inner(at);
        let length = rest.char_indices().take_while(belongs).last().map_or(1, |(at, c)| at + c.len_utf8());
        let written = &rest[..length];
        let bare = if written.starts_with("__") { written } else { written.trim_matches('_') };
        let span = Span::new(self.at, self.at + length);
        self.at += length;
        let call = rest[length..].starts_with("()");
        self.code = call || is_plainly_code(bare);
        self.word(bare, span);
        self.code = false;
        self.at += if call { 2 } else { 0 };
    }

    /// "The `sorted` function" is `sorted`.
    fn names_what_it_is(&mut self, written: &str) -> bool {
        let words = &mut self.now.words;
        let behind_code =
            !self.code && !self.apart && words.last().is_some_and(|last| last.code && !last.text.contains(' '));
        if !behind_code || !NOUNS.contains(&written) {
            return false;
        }
        let the = words.len().checked_sub(2).filter(|at| words[*at].text == "the" && !words[*at].code);
        if let Some(the) = the {
            let article = words.remove(the);
            words[the].apart |= article.apart;
            words[the].colon |= article.colon;
        }
        true
    }

    fn word(&mut self, written: &str, span: Span) {
        let mut texts: Vec<String> = self.now.words.iter().rev().take(2).rev().map(|word| word.text.clone()).collect();
        let known = texts.len();
        // What begins a part keeps its article: "the list" is one that the page speaks of.
        let article = written.eq_ignore_ascii_case("the");
        if article && !self.apart || self.apart && ["every", "each", "any"].contains(&&*written.to_lowercase()) {
            return;
        }
        if self.names_what_it_is(written) {
            return;
        }
        push(&mut texts, written);
        let kept = known.min(texts.len());
        let behind = self.now.words.len() - known;
        for (at, text) in texts.iter().enumerate().take(kept) {
            self.now.words[behind + at].text.clone_from(text);
        }
        self.apart |= self.now.words[behind + kept..].iter().any(|word| word.apart);
        self.now.words.truncate(behind + kept);
        for text in texts.into_iter().skip(kept) {
            self.now.words.push(Word {
                text,
                span,
                apart: self.apart,
                quoted: self.quoted,
                code: self.code,
                colon: self.colon,
            });
            self.apart = false;
            self.colon = false;
        }
    }
}

/// Adds a word in its plain form; what it makes of the words before it is changed there.
fn push(words: &mut Vec<String>, written: &str) {
    let lower = written.to_lowercase().replace('’', "'");
    let lower = lower.trim_start_matches('-').to_owned();
    let (first, not) = match lower.as_str() {
        "cannot" => ("can", true),
        "can't" => ("can", true),
        "isn't" | "aren't" => ("is", true),
        "don't" | "doesn't" | "won't" | "never" => ("does", true),
        other => (other, false),
    };
    if lower == "python" && words.last().is_some_and(|last| last == "in") {
        words.pop();
    }
    if lower == "never" && words.last().is_some_and(|last| last == "can" || last == "is") {
        words.push("not".into());
        return;
    }
    if lower == "no" && words.last().is_some_and(|last| last == "has") {
        words.pop();
        words.extend(["does", "not", "has"].map(str::to_owned));
        return;
    }
    if !FILLERS.contains(&first) {
        words.push(stem(first));
    }
    if not {
        words.push("not".into());
    }
}

/// One form for "list" and "lists", "is" and "are", "key" and "keys".
fn stem(word: &str) -> String {
    match word {
        "are" | "be" => return "is".into(),
        "have" | "having" => return "has".into(),
        "do" | "does" => return "does".into(),
        "dictionaries" | "dictionary" | "dicts" => return "dict".into(),
        "strings" | "string" | "str" => return "str".into(),
        "integer" | "integers" | "int" | "ints" => return "int".into(),
        "boolean" | "booleans" | "bool" => return "bool".into(),
        "it's" => return "it".into(),
        "classes" | "subclasses" | "processes" => return word[..word.len() - 2].to_owned(),
        _ => {}
    }
    let code = word.contains(['_', '.', '(', '=', '*', '[', '{']);
    if let Some(stem) =
        word.strip_suffix("es").filter(|stem| !code && ["ch", "sh", "ss", "x"].iter().any(|end| stem.ends_with(end)))
    {
        return stem.to_owned();
    }
    let plural = word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    match word.strip_suffix("ies") {
        _ if code || !plural => word.to_owned(),
        Some(rest) if rest.len() > 2 => format!("{rest}y"),
        _ => word[..word.len() - 1].to_owned(),
    }
}

/// Inline code as one word: a decorator's sign, and a call's brackets with nothing but names in them, are left out. A
/// method of some object is one of all objects like it.
fn code_word(code: &str) -> String {
    let code: String = code.trim().trim_start_matches('@').split_whitespace().collect();
    let (name, given) = code.split_once('(').unwrap_or((&code, ""));
    let names = |text: &str| text.chars().all(|c| c.is_alphanumeric() || "_.,*".contains(c));
    let is_call = given.strip_suffix(')').is_some_and(names) && names(name) && !name.is_empty();
    let name = if is_call { name } else { code.as_str() };
    match name.split_once('.') {
        Some((object, method)) if is_call && names(method) && is_variable(object) => format!(".{method}"),
        _ => name.to_owned(),
    }
}

/// Several words where it is nothing but words: `async def`.
fn code_words(code: &str) -> Vec<String> {
    let plain = code.split_whitespace().all(|word| word.chars().all(|c| c.is_alphanumeric() || c == '_'));
    if plain { code.split_whitespace().map(str::to_owned).collect() } else { vec![code_word(code)] }
}

/// Whether a name is one that an author gave to something: not a type, a module or a class.
fn is_variable(name: &str) -> bool {
    let class = name.starts_with(|c: char| c.is_uppercase());
    !(name.is_empty()
        || class
        || syntax::is_builtin(name)
        || syntax::is_standard(name)
        || name == "loop"
        || name == "task")
}

/// A line in bold that ends with a colon is the title of what follows.
fn is_title(line: &str) -> bool {
    let line = line.lines().next().unwrap_or("").trim_end();
    line.starts_with("**") && (line.ends_with("**:") || line.ends_with(":**")) && line.matches("**").count() == 2
}

/// `__init__`, `lru_cache`, `list.sort`: code that a text does not set apart.
fn is_plainly_code(word: &str) -> bool {
    let dotted = word.split_once('.').is_some_and(|(module, name)| {
        (syntax::is_builtin(module) || syntax::is_standard(module)) && name.starts_with(char::is_alphabetic)
    });
    dotted || word.trim_matches('_').contains('_') || word.starts_with("__") && word.ends_with("__")
}

/// Whether a mark ends the sentence: white space or a closing sign follows it.
fn ends(behind: &str) -> bool {
    behind.is_empty() || behind.starts_with(|c: char| c.is_whitespace() || "\"”')*_".contains(c))
}

/// The length of a tag, or of the sign alone.
fn tag(rest: &str) -> usize {
    let opens = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    let near = rest.floor_char_boundary(LONGEST_TAG);
    rest[..near].find('>').filter(|_| opens).map_or(1, |end| end + 1)
}

/// A longer tag is none, in bytes.
const LONGEST_TAG: usize = 300;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<String> = sentences(&Prose::new(text, Span::new(0, text.len())))
            .iter()
            .map(|sentence| {
                let words = sentence.words.iter().map(|word| {
                    let sign = if word.apart { "/" } else { "" };
                    format!("{sign}{}", word.text)
                });
                words.collect::<Vec<_>>().join(" ")
            })
            .collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn words_come_in_one_form() {
        check("Lists are **mutable**, and they can't be keys.", &["/list is mutable /and they can not is key"]);
        check("The `dict.get()` of the dictionaries", &["/the dict.get of dict"]);
        check("Tuples have no\nlength. They never grow!", &["/tuple does not has length", "/they does not grow"]);
        check("- `set`: no order\n- a [link](http://x.y) of 3.7", &["/set /no order", "/link of 3.7"]);
        check("In Python it's so -- __init__ runs", &["/it so /__init__ run"]);
        check("1. One <Tag a=\"b\">two</Tag>\n2. Three", &["/1", "/one two", "/three"]);
    }

    #[test]
    fn what_is_quoted_is_marked() {
        let text = "He: \"sets are lists\" and so";
        let found = sentences(&Prose::new(text, Span::new(0, text.len())));
        let quoted: Vec<_> = found[0].words.iter().filter(|word| word.quoted).map(|word| word.text.as_str()).collect();
        assert_eq!(quoted, ["set", "is", "list"]);
    }
}
