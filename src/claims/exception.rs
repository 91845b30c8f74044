//! Exceptions named in a text: `ValueError: the amount is negative`, `TypeError!`, `raises KeyError`.

use super::literal::Literal;
use super::model::{Certainty, Reading};
use super::span::Part;
use crate::syntax::is_builtin;

/// An exception that a text announces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announced {
    /// The name, with the message where one is claimed.
    pub claimed: Part,
    /// What follows.
    pub tail: Part,
    /// How surely it is a claim.
    pub certainty: Certainty,
    /// How it is to be held against the run.
    pub reading: Reading,
}

const VERBS: &[&str] = &[
    "this will raise",
    "this raises",
    "would raise",
    "will raise",
    "raises",
    "raise",
    "throws",
    "throw",
    "fails with",
    "error:",
    "->",
    "=>",
    "→",
];

/// Words behind the name that make it a condition or an explanation rather than a report.
const CONDITIONS: &[&str] = &[
    "if", "when", "unless", "on", "for", "in", "is", "at", "or", "would", "may", "might", "can", "only", "until", "and",
];

/// Reads an exception at the beginning of `text`. `known` tells names that the code itself defines or imports.
pub fn read(text: &str, known: &dyn Fn(&str) -> bool) -> Option<Announced> {
    let (lead, verb) = behind_verb(text);
    let raises =
        ["raise", "raises", "throws"].iter().any(|word| text[..lead].to_lowercase().trim_end().ends_with(word));
    let name = exception_name(&text[lead..])?;
    let bare = name.rsplit('.').next().unwrap_or(name);
    let capitals = bare.chars().filter(|c| c.is_uppercase()).count();
    let camel = capitals > 1 && bare.contains(char::is_lowercase) && raises && name == bare;
    if !(looks_like_exception(bare) || camel || known(bare) && (verb || text[lead + name.len()..].starts_with(": "))) {
        return None;
    }
    let end = lead + name.len() + usize::from(text[lead + name.len()..].starts_with('`'));
    let behind = &text[end..];
    if behind.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic)) {
        return None;
    }
    let (message, tail_start) = message(behind);
    if message.is_none() && behind.starts_with('(') && !behind.starts_with("()") && !verb {
        // `ExceptionGroup("both", [...])` is how a value is written.
        return None;
    }
    let condition = conditional(behind) || message.is_none() && goes_on(behind);
    let claimed_end = match &message {
        Some(_) => end + tail_start,
        None => lead + name.len(),
    };
    let certainty = match (condition, verb || message.is_some() || behind.trim_matches(['!', '.', '`', ' ']).is_empty())
    {
        (true, _) => Certainty::Possible,
        (false, true) => Certainty::Sure,
        (false, false) => Certainty::Likely,
    };
    Some(Announced {
        claimed: Part::new(lead, claimed_end),
        tail: Part::new(claimed_end, text.len()),
        certainty,
        reading: Reading::Raises { type_name: name.to_owned(), message },
    })
}

/// Skips "raises", "-> raises a" and the like; says where the name begins and whether there was any.
pub fn behind_verb(text: &str) -> (usize, bool) {
    let mut at = 0;
    let mut found = false;
    while let Some(verb) = VERBS.iter().find(|verb| starts_with_word(&text[at..], verb)) {
        found = true;
        at += verb.len();
        at += text[at..].len() - text[at..].trim_start().len();
    }
    for article in ["a ", "an ", "the ", "`"] {
        if found && text[at..].starts_with(article) || article == "`" && text[at..].starts_with(article) {
            at += article.len();
        }
    }
    (at, found)
}

fn starts_with_word(text: &str, word: &str) -> bool {
    let begins = text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    begins && !text[word.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// A dotted name that begins with a capital, at the beginning of `text`.
fn exception_name(text: &str) -> Option<&str> {
    let length = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).unwrap_or(text.len());
    let name = text[..length].trim_end_matches('.');
    let bare = name.rsplit('.').next()?;
    let capital = bare.chars().next()?.is_uppercase();
    let argument = text[name.len()..].strip_prefix('(');
    let message = argument.is_none_or(|rest| rest.starts_with(['"', '\'', ')']));
    (capital && bare.len() > 2 && message).then_some(name)
}

/// Whether Python itself has an exception of that name, without any import.
pub fn is_python_exception(name: &str) -> bool {
    is_builtin(name) && looks_like_exception(name)
}

/// Whether a text begins with the name of an exception, whatever module stands before it and whatever follows.
pub fn names_one(text: &str) -> bool {
    let name = text.split(['(', ':']).next().unwrap_or("");
    looks_like_exception(name.rsplit('.').next().unwrap_or(""))
}

/// Whether Python or its users would call an exception so.
pub fn looks_like_exception(name: &str) -> bool {
    const ENDINGS: [&str; 3] = ["Error", "Exception", "Warning"];
    const OTHERS: [&str; 13] = [
        "StopIteration",
        "StopAsyncIteration",
        "KeyboardInterrupt",
        "SystemExit",
        "GeneratorExit",
        "ExceptionGroup",
        "BaseExceptionGroup",
        "DivisionByZero",
        "InvalidOperation",
        "QueueEmpty",
        "QueueFull",
        "SkipTest",
        "TimeoutExpired",
    ];
    OTHERS.contains(&name)
        || ENDINGS.iter().any(|ending| name.ends_with(ending) && name != *ending)
        || name == "Exception"
}

/// The message behind `: `, and where it ends.
fn message(behind: &str) -> (Option<String>, usize) {
    let quoted =
        behind.strip_prefix('(').and_then(Literal::prefix).filter(|(_, end)| behind[1 + end..].starts_with(')'));
    if let Some((Literal::Text(message), length)) = quoted {
        return (Some(message), length + "()".len());
    }
    let Some(text) = behind.strip_prefix(": ") else { return (None, 0) };
    let text = text.trim_end();
    if text.is_empty() {
        return (None, 0);
    }
    (Some(text.to_owned()), ": ".len() + text.len())
}

/// Whether a sentence goes on behind the name: "KeyError otherwise".
fn goes_on(behind: &str) -> bool {
    #[rustfmt::skip]
    const REPORTS: [&str; 15] = [
        "because", "since", "as", "here", "again", "too", "raised", "thrown", "exception", "with", "propagates", "escapes",
        "follows", "now", "instead",
    ];
    let words = behind.trim_start_matches(['`', ' ']);
    words.starts_with(char::is_alphabetic) && !REPORTS.iter().any(|word| starts_with_word(words, word))
}

fn conditional(behind: &str) -> bool {
    let behind = behind.trim_start_matches(['`', ' ']);
    CONDITIONS.iter().any(|word| starts_with_word(behind, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(&str, Option<&str>, Certainty)>) {
        let read = read(text, &|name| name == "OutOfStock");
        let read = read.map(|found| match found.reading {
            Reading::Raises { type_name, message } => (type_name, message, found.certainty),
            other => panic!("{other:?}"),
        });
        let expect = expect.map(|(name, message, certainty)| (name.to_owned(), message.map(str::to_owned), certainty));
        assert_eq!(read, expect, "{text:?}");
    }

    #[test]
    fn exceptions_are_read() {
        use Certainty::{Likely, Possible, Sure};
        check("ValueError: the amount is negative", Some(("ValueError", Some("the amount is negative"), Sure)));
        check("TypeError!", Some(("TypeError", None, Sure)));
        check("raises KeyError", Some(("KeyError", None, Sure)));
        check("-> raises a `json.JSONDecodeError`", Some(("json.JSONDecodeError", None, Sure)));
        check("ZeroDivisionError - cannot divide", Some(("ZeroDivisionError", None, Likely)));
        check("TypeError if x is None", Some(("TypeError", None, Possible)));
        check("raises ValueError('no')", Some(("ValueError", Some("no"), Sure)));
        check("raises TransferFault", Some(("TransferFault", None, Sure)));
        check("StopIteration", Some(("StopIteration", None, Sure)));
        check("OutOfStock: none left", Some(("OutOfStock", Some("none left"), Sure)));
    }

    #[test]
    fn other_words_are_none() {
        check("Error handling", None);
        check("True", None);
        check("KeyError otherwise", Some(("KeyError", None, Certainty::Possible)));
        check("KeyError-safe", None);
        check("OutOfStock items", None);
        check("raises Money", None);
        check("-> TransferFault", None);

        check("Circle: a shape", None);
    }
}
