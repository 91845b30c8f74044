//! What sentences say of an expression other than its value: "is a tuple", "has three elements", "is falsy", "is a subclass
//! of `X`". Each becomes an expression that is true or not.

use super::inline::{Code, Prose, Result};
use super::said::{Link, Said};
use super::subject::{self, Role};
use crate::syntax;
use crate::text::Span;

/// A word behind the expression, or inline code.
struct Token {
    text: String,
    code: bool,
    end: usize,
    /// Nothing of the same clause follows.
    last: bool,
}

/// Words that change nothing.
const FILLERS: [&str; 19] = [
    "a",
    "an",
    "the",
    "also",
    "always",
    "still",
    "now",
    "just",
    "simply",
    "actually",
    "really",
    "therefore",
    "then",
    "itself",
    "indeed",
    "only",
    "exactly",
    "both",
    "will",
];
/// Words with which another clause begins.
const JOINTS: [&str; 15] = [
    "and", "but", "or", "because", "so", "while", "not", "since", "which", "as", "whereas", "in", "rather", "too",
    "even",
];
/// What a sentence says, and the expression that shows it.
const PLAIN: [(&str, &str); 32] = [
    ("is falsy", "not ({})"),
    ("is falsey", "not ({})"),
    ("is considered false", "not ({})"),
    ("is treated as false", "not ({})"),
    ("evaluates as false", "not ({})"),
    ("is truthy", "bool({})"),
    ("is considered true", "bool({})"),
    ("evaluates as true", "bool({})"),
    ("is callable", "callable({})"),
    ("is iterable", "hasattr({}, '__iter__') or hasattr({}, '__getitem__')"),
    ("is hashable", "({}).__hash__ is not None and isinstance(hash({}), int)"),
    ("is empty", "len({}) == 0"),
    ("is iterator", "hasattr({}, '__next__')"),
    ("is generator", "type({}).__name__ == 'generator'"),
    ("is generator object", "type({}).__name__ == 'generator'"),
    ("is coroutine", "type({}).__name__ == 'coroutine'"),
    ("is coroutine object", "type({}).__name__ == 'coroutine'"),
    ("returns generator", "type({}).__name__ == 'generator'"),
    ("returns generator object", "type({}).__name__ == 'generator'"),
    ("returns coroutine", "type({}).__name__ == 'coroutine'"),
    ("returns coroutine object", "type({}).__name__ == 'coroutine'"),
    ("returns iterator", "hasattr({}, '__next__')"),
    ("returns function", "callable({})"),
    ("is class", "isinstance({}, type)"),
    ("works", "[{}] != 0"),
    ("is valid", "[{}] != 0"),
    ("is allowed", "[{}] != 0"),
    ("is legal", "[{}] != 0"),
    ("is fine", "[{}] != 0"),
    ("is perfectly legal", "[{}] != 0"),
    ("works fine", "[{}] != 0"),
    ("succeeds", "[{}] != 0"),
];
/// The same of two expressions.
const TWO: [(&str, &str); 24] = [
    ("includes `", "({2}) in ({})"),
    ("contains `", "({2}) in ({})"),
    ("is instance of `", "isinstance({}, {2})"),
    ("is of type `", "isinstance({}, {2})"),
    ("has type `", "isinstance({}, {2})"),
    ("returns instance of `", "isinstance({}, {2})"),
    ("is subclass of `", "issubclass({}, {2})"),
    ("inherits from `", "issubclass({}, {2})"),
    ("is derived from `", "issubclass({}, {2})"),
    ("derives from `", "issubclass({}, {2})"),
    ("extends `", "issubclass({}, {2})"),
    ("subclasses `", "issubclass({}, {2})"),
    ("is same object as `", "({}) is ({2})"),
    ("is `", "({}) is ({2})"),
    ("is equal to `", "({}) == ({2})"),
    ("equals `", "({}) == ({2})"),
    ("and ` are same object", "({}) is ({2})"),
    ("and ` are one and same object", "({}) is ({2})"),
    ("and ` are identical", "({}) is ({2})"),
    ("and ` refer to same object", "({}) is ({2})"),
    ("and ` point to same object", "({}) is ({2})"),
    ("and ` are equal", "({}) == ({2})"),
    ("and ` are different objects", "({}) is not ({2})"),
    ("and ` are distinct objects", "({}) is not ({2})"),
];
/// Types by the words for them.
const TYPES: [(&str, &str); 22] = [
    ("list", "list"),
    ("tuple", "tuple"),
    ("dict", "dict"),
    ("dictionary", "dict"),
    ("set", "set"),
    ("frozenset", "frozenset"),
    ("string", "str"),
    ("str", "str"),
    ("integer", "int"),
    ("int", "int"),
    ("float", "float"),
    ("bool", "bool"),
    ("boolean", "bool"),
    ("bytes", "bytes"),
    ("bytes object", "bytes"),
    ("new list", "list"),
    ("new string", "str"),
    ("new tuple", "tuple"),
    ("new set", "set"),
    ("complex number", "complex"),
    ("range object", "range"),
    ("range", "range"),
];
const COUNTED: [&str; 14] = [
    "elements",
    "items",
    "entries",
    "keys",
    "characters",
    "members",
    "values",
    "element",
    "item",
    "entry",
    "key",
    "character",
    "pairs",
    "tuples",
];
const NUMBERS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// All such sayings of a stretch.
pub fn read(prose: &Prose<'_>) -> Vec<Said> {
    prose.codes.iter().filter_map(|code| of_code(prose, *code)).collect()
}

fn of_code(prose: &Prose<'_>, code: Code) -> Option<Said> {
    let expr = code.inside.of(prose.text).trim();
    let read = syntax::expression(expr)?;
    // `reversed()` names the function; with nothing given it is no call.
    if expr.ends_with("()") && read.uses.iter().all(|name| syntax::is_builtin(name)) {
        return None;
    }
    let role = subject::role(prose, code);
    if role == Role::Operand {
        return None;
    }
    let (tokens, denied) = tokens(prose, code.outside.end);
    let (template, second, end) = predicate(&tokens)?;
    let asked = template.replace("{2}", &second).replace("{}", expr);
    let span = Span::new(code.inside.start, end);
    let written = if denied { "False" } else { "True" }.to_owned();
    let said = Said::of(asked.clone(), Result { written, span, end }, Link::Value);
    // A name alone may stand for anything by then, and many words for a class are words for its objects.
    let builtin = |name: &String| syntax::is_builtin(name);
    let known = syntax::expression(&asked).is_some_and(|asked| asked.uses.iter().all(builtin));
    let of_class = template.starts_with("issubclass");
    let of_page = !read.uses.iter().all(builtin);
    if !(read.computes || of_class || of_page) {
        return None;
    }
    let sure = known && role == Role::Subject && (read.computes && !template.starts_with('[') || of_class);
    Some(Said { only_if_so: !sure, ..said })
}

/// The words of the clause behind an expression, and whether it denies.
fn tokens(prose: &Prose<'_>, from: usize) -> (Vec<Token>, bool) {
    let (mut tokens, mut denied, mut at) = (Vec::<Token>::new(), false, from);
    let end = from + prose.nearly_behind(from).len();
    while at < end && tokens.len() < 8 {
        if let Some(code) = prose.code_at(at) {
            at = code.outside.end;
            let text = code.inside.of(prose.text).trim().to_owned();
            tokens.push(Token { text, code: true, end: at, last: ends(prose.behind(at)) });
            continue;
        }
        let rest = prose.behind(at);
        let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-')).unwrap_or(rest.len());
        if length == 0 {
            if ends(rest) {
                break;
            }
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        at += length;
        let word = rest[..length].to_lowercase();
        let (word, not) = match word.as_str() {
            "isn't" => ("is", true),
            "doesn't" | "does" | "not" => ("", word != "does"),
            word => (word, false),
        };
        denied |= not;
        if !word.is_empty() && !FILLERS.contains(&word) {
            let word = if denied { third_person(word) } else { word.to_owned() };
            tokens.push(Token { text: word, code: false, end: at, last: ends(prose.behind(at)) });
        } else if let Some(last) = tokens.last_mut() {
            last.last = ends(prose.behind(at));
        }
    }
    (tokens, denied)
}

/// "does not inherit": as if it were said and not denied.
fn third_person(word: &str) -> String {
    match word {
        "have" => "has".to_owned(),
        "inherit" | "derive" | "extend" | "work" | "return" | "contain" | "include" | "equal" => format!("{word}s"),
        _ => word.to_owned(),
    }
}

/// Whether a clause ends here.
fn ends(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['*', '_', ')']);
    rest.is_empty()
        || rest.starts_with(['.', ',', ';', ':', '!', '?', '(', '|', '\n']) && !rest.starts_with("\n ")
        || rest.starts_with(" (")
        || rest.starts_with(" -")
        || rest.starts_with(" —")
        || rest.starts_with(" –")
}

/// What the clause says: the expression that shows it, the other expression in it, and where it ends.
fn predicate(tokens: &[Token]) -> Option<(String, String, usize)> {
    let closed = |count: usize| {
        tokens[count - 1].last || tokens.get(count).is_some_and(|next| JOINTS.contains(&next.text.as_str()))
    };
    (1..=tokens.len()).rev().filter(|count| closed(*count)).find_map(|count| {
        let said = &tokens[..count];
        let words: Vec<&str> = said.iter().map(|token| if token.code { "`" } else { token.text.as_str() }).collect();
        let phrase = words.join(" ");
        let codes: Vec<&str> = said.iter().filter(|token| token.code).map(|token| token.text.as_str()).collect();
        let end = said.last()?.end;
        let (template, second) = one(&phrase).map(|template| (template, "")).or_else(|| two(&phrase, &codes))?;
        Some((template, second.to_owned(), end))
    })
}

fn one(phrase: &str) -> Option<String> {
    let plain = PLAIN.iter().find(|(words, _)| *words == phrase).map(|(_, template)| (*template).to_owned());
    plain.or_else(|| of_type(phrase)).or_else(|| of_length(phrase)).or_else(|| of_member(phrase))
}

fn two<'a>(phrase: &str, codes: &[&'a str]) -> Option<(String, &'a str)> {
    let second = codes.first().filter(|second| syntax::expression(second).is_some())?;
    let literal = !second.chars().all(|c| c.is_alphanumeric() || "_.".contains(c))
        || second.starts_with(|c: char| c.is_ascii_digit());
    let member = ["has `", "has ` attribute", "has ` method", "defines `"].contains(&phrase) && !literal;
    if member {
        return Some((format!("hasattr({{}}, '{second}')"), second));
    }
    let (_, template) = TWO.iter().find(|(words, _)| *words == phrase)?;
    // "`f(1)` is `2`" is a value.
    let value = phrase == "is `" || phrase == "equals `" || phrase == "is equal to `";
    (!(value && (literal || ["True", "False", "None"].contains(second)))).then(|| ((*template).to_owned(), *second))
}

/// "is a tuple", "returns a list", "is an instance of int"
fn of_type(phrase: &str) -> Option<String> {
    let leads = ["is instance of ", "is of type ", "is ", "returns ", "gives ", "produces "];
    let name = leads.iter().find_map(|lead| phrase.strip_prefix(lead))?;
    let (_, class) = TYPES.iter().find(|(words, _)| *words == name)?;
    Some(format!("isinstance({{}}, {class})"))
}

/// "includes 10"
fn of_member(phrase: &str) -> Option<String> {
    let number = ["includes ", "contains "].iter().find_map(|lead| phrase.strip_prefix(lead))?;
    number.parse::<i64>().is_ok().then(|| format!("{number} in {{}}"))
}

/// "has three elements", "is 5 characters long", "has length 3"
fn of_length(phrase: &str) -> Option<String> {
    let words: Vec<&str> = phrase.split(' ').collect();
    let number = match words.as_slice() {
        ["has" | "contains" | "yields" | "returns" | "produces" | "gives", number, noun] if COUNTED.contains(noun) => {
            number
        }
        ["is", number, noun, "long"] if COUNTED.contains(noun) => number,
        ["has", "length", number] | ["has", "length", "of", number] => number,
        _ => return None,
    };
    let count = NUMBERS.iter().position(|name| name == number).or_else(|| number.parse().ok())?;
    Some(format!("len(list({{}})) == {count}"))
}
