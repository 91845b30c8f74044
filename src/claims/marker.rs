//! Words and signs with which authors introduce a result: `->`, `Output:`, `prints`, `returns`, `now`.

/// What kind of result a marker announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Announces {
    /// Whatever the statement shows.
    Anything,
    /// Printed text.
    Stdout,
    /// A value.
    Value,
}

/// A marker found at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker {
    /// What it announces.
    pub announces: Announces,
    /// Nothing but a result follows such a marker.
    pub firm: bool,
    /// Bytes of the text up to the result.
    pub length: usize,
}

use Announces::{Anything, Stdout, Value};

/// Longer ones before their own beginnings.
const SIGNS: &[(&str, Announces)] = &[
    ("--->", Anything),
    ("===>", Anything),
    ("==>", Anything),
    ("-->", Anything),
    ("=>", Anything),
    ("->", Anything),
    ("→", Anything),
    ("⇒", Anything),
    ("➜", Anything),
    ("➡", Anything),
    ("==", Value),
    ("=", Value),
];

/// Signs that may also stand before a remark.
const LOOSE_SIGNS: &[&str] = &[">>>", ">>", "<--", "<-", "←", "✓", "✔", "✅"];

/// Words; with a colon behind them they are firm.
const WORDS: &[(&str, Announces)] = &[
    ("expected output", Stdout),
    ("actual output", Stdout),
    ("console output", Stdout),
    ("this will output", Stdout),
    ("this outputs", Stdout),
    ("will output", Stdout),
    ("the output is", Stdout),
    ("output is", Stdout),
    ("outputs", Stdout),
    ("output", Stdout),
    ("will print", Stdout),
    ("this prints", Stdout),
    ("prints out", Stdout),
    ("prints", Stdout),
    ("printed", Stdout),
    ("print", Stdout),
    ("displays", Stdout),
    ("shows", Stdout),
    ("writes", Stdout),
    ("logs", Stdout),
    ("echoes", Stdout),
    ("emits", Stdout),
    ("stdout", Stdout),
    ("console", Stdout),
    ("will return", Value),
    ("this returns", Value),
    ("return value", Value),
    ("returns", Value),
    ("the result is", Value),
    ("result is", Value),
    ("results in", Value),
    ("the answer is", Value),
    ("answer is", Value),
    ("answer", Value),
    ("ans", Value),
    ("result", Value),
    ("the value is", Value),
    ("value is", Value),
    ("value", Value),
    ("evaluates to", Value),
    ("this gives", Value),
    ("gives us", Value),
    ("gives back", Value),
    ("that gives", Value),
    ("that makes", Value),
    ("makes", Value),
    ("hence", Value),
    ("thus", Value),
    ("namely", Value),
    ("i.e.", Value),
    ("of course", Value),
    ("gives you", Value),
    ("gives", Value),
    ("produces", Value),
    ("becomes", Value),
    ("resolves to", Value),
    ("you get", Value),
    ("we get", Value),
    ("we now get", Value),
    ("you now get", Value),
    ("you'll get", Value),
    ("we'll get", Value),
    ("you will get", Value),
    ("you should get", Value),
    ("you should see", Stdout),
    ("you will see", Stdout),
    ("you'll see", Stdout),
    ("you see", Stdout),
    ("we see", Stdout),
    ("should print", Stdout),
    ("should return", Value),
    ("should give", Value),
    ("should be", Value),
    ("would print", Stdout),
    ("would return", Value),
    ("comes out as", Value),
    ("turns into", Value),
    ("ends up as", Value),
    ("adds up to", Value),
    ("amounts to", Value),
    ("holds", Value),
    ("contains", Value),
    ("reads", Value),
    ("leaves", Value),
    ("which is", Value),
    ("that is", Value),
    ("that's", Value),
    ("yields", Value),
    ("equals", Value),
    ("is now", Value),
    ("is still", Value),
    ("it is", Value),
    ("it's", Value),
    ("now", Value),
    ("still", Value),
    ("also", Value),
    ("is", Value),
    ("actual", Anything),
    ("expected", Anything),
];

/// Reads the marker at the beginning of `text`.
pub fn read(text: &str) -> Option<Marker> {
    let mut found = one(text)?;
    // "Output: -> 5", "prints => 'a'", "-> prints 5", "returns the int 5"
    for _ in 0..2 {
        let rest = &text[found.length..];
        match one(rest).or_else(|| type_word(rest)) {
            Some(next) if next.firm && next.announces == Anything => {
                found = Marker { firm: true, length: found.length + next.length, ..found };
            }
            Some(next) if found.announces == Anything || next.length < rest.len() && type_word(rest).is_some() => {
                let announces = if found.announces == Anything { next.announces } else { found.announces };
                found = Marker { announces, firm: found.firm || next.firm, length: found.length + next.length };
            }
            _ => break,
        }
    }
    Some(found)
}

fn one(text: &str) -> Option<Marker> {
    prompt(text)
        .or_else(|| bracketed(text))
        .or_else(|| sign(text))
        .or_else(|| loose_sign(text))
        .or_else(|| led_word(text))
        .or_else(|| word(text))
        .or_else(|| type_word(text))
}

/// `[Output] 5`, `[stdout]: 5`
fn bracketed(text: &str) -> Option<Marker> {
    let (inner, behind) = text.strip_prefix('[')?.split_once(']')?;
    let (_, announces) = WORDS.iter().find(|(word, _)| inner.trim().eq_ignore_ascii_case(word))?;
    let length = text.len() - behind.len() + usize::from(behind.starts_with(':'));
    let introduces = *announces == Stdout && !behind.trim().is_empty();
    introduces.then(|| Marker { announces: Stdout, firm: true, length: length + blanks(&text[length..]) })
}

fn loose_sign(text: &str) -> Option<Marker> {
    let sign = LOOSE_SIGNS.iter().find(|sign| text.starts_with(**sign))?;
    let length = sign.len() + blanks(&text[sign.len()..]);
    (length > sign.len()).then_some(Marker { announces: Anything, firm: false, length })
}

/// A type before a literal of it: `int 5`, `the string 'a'`, `list: [1, 2]`, `(int) 5`.
fn type_word(text: &str) -> Option<Marker> {
    let article = ["a ", "an ", "the ", "("].into_iter().find(|article| text.starts_with(article)).map_or(0, str::len);
    let (word, begins) = TYPES.iter().find(|(word, _)| begins_with_word(&text[article..], word))?;
    let mut length = article + word.len();
    length += usize::from(text[length..].starts_with(if article == 1 { ')' } else { ':' }));
    length += blanks(&text[length..]);
    let written = text[length..].chars().next()?;
    let apart = text[..length].ends_with(' ');
    (apart && begins.contains(written)).then_some(Marker { announces: Value, firm: false, length })
}

/// Types, and what their literals begin with.
const TYPES: &[(&str, &str)] = &[
    ("int", "-0123456789"),
    ("integer", "-0123456789"),
    ("number", "-0123456789"),
    ("float", "-0123456789."),
    ("str", "'\""),
    ("string", "'\""),
    ("list", "["),
    ("tuple", "("),
    ("dict", "{"),
    ("dictionary", "{"),
    ("set", "{"),
    ("bool", "TF"),
    ("boolean", "TF"),
    ("bytes", "b"),
];

fn sign(text: &str) -> Option<Marker> {
    let (sign, announces) = SIGNS.iter().find(|(sign, _)| text.starts_with(sign))?;
    let behind = &text[sign.len()..];
    // "-> x" and "=> x" introduce; "=5" or "==x" are part of something else.
    let apart = behind.is_empty() || behind.starts_with([' ', '\t']) || *announces == Anything;
    apart.then(|| Marker { announces: *announces, firm: true, length: sign.len() + blanks(behind) })
}

/// Words that may stand before another marker: "now we get", "so this prints".
const LEADS: [&str; 12] =
    ["and now", "so now", "but now", "now", "so", "then", "here", "this time", "again", "still", "this", "which"];

/// A word with another one before it that only leads to it.
fn led_word(text: &str) -> Option<Marker> {
    let lead = LEADS.iter().find(|lead| begins_with_word(text, lead))?;
    let behind = text[lead.len()..].trim_start_matches([',', ' ']);
    let length = text.len() - behind.len();
    let found = word(behind).filter(|_| length > lead.len())?;
    Some(Marker { length: length + found.length, ..found })
}

fn word(text: &str) -> Option<Marker> {
    let (word, announces) = WORDS.iter().find(|(word, _)| begins_with_word(text, word))?;
    let behind = &text[word.len()..];
    let sign = [":", " = ", " - ", " – "].into_iter().find(|sign| behind.starts_with(sign));
    if *word == "expected" && sign != Some(":") {
        return None;
    }
    // "Expected: 0" may be what a buggy example fails to give.
    let firm = matches!(sign, Some(":" | " = ")) && *word != "expected";
    let length = word.len() + sign.map_or(0, str::len);
    Some(Marker { announces: *announces, firm, length: length + blanks(&text[length..]) })
}

/// `Out[3]:`, `Out:`
fn prompt(text: &str) -> Option<Marker> {
    if let Some(behind) = text.strip_prefix("Out: ") {
        return Some(Marker { announces: Anything, firm: true, length: "Out: ".len() + blanks(behind) });
    }
    let behind = text.strip_prefix("Out[")?;
    let close = behind.find("]:")?;
    let digits = behind[..close].bytes().all(|b| b.is_ascii_digit());
    let length = "Out[".len() + close + "]:".len();
    digits.then(|| Marker { announces: Anything, firm: true, length: length + blanks(&text[length..]) })
}

/// Whether `text` begins with `word`, in any case, and the word ends there.
pub fn begins_with_word(text: &str, word: &str) -> bool {
    let begins = text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    begins && !text[word.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '(' || c == '.')
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(Announces, bool, &str)>) {
        let read = read(text).map(|marker| (marker.announces, marker.firm, &text[marker.length..]));
        assert_eq!(read, expect, "{text:?}");
    }

    #[test]
    fn markers_are_taken_off() {
        check("-> 5", Some((Anything, true, "5")));
        check("=> [1]", Some((Anything, true, "[1]")));
        check("Output: 5", Some((Stdout, true, "5")));
        check("output:", Some((Stdout, true, "")));
        check("prints 5", Some((Stdout, false, "5")));
        check("Returns: None", Some((Value, true, "None")));
        check("Out[12]: 'a'", Some((Anything, true, "'a'")));
        check("Out: 'a'", Some((Anything, true, "'a'")));
        check("now [1, 2]", Some((Value, false, "[1, 2]")));
        check("Output: -> 5", Some((Stdout, true, "5")));
        check("= 5", Some((Value, true, "5")));
        check("[Output] 5", Some((Stdout, true, "5")));
        check("[output]: 5", Some((Stdout, true, "5")));
        check("-> prints 5", Some((Stdout, true, "5")));
        check("returns the int 5", Some((Value, false, "5")));
        check("list: [1]", Some((Value, false, "[1]")));
        check("(int) 5", Some((Value, false, "5")));
        check("Result = 5", Some((Value, true, "5")));
        check("Output - 5", Some((Stdout, false, "5")));
        check(">> 5", Some((Anything, false, "5")));
        check("✅ 5", Some((Anything, false, "5")));
        check("Expected: 5", Some((Anything, false, "5")));
        check("now we get 5", Some((Value, false, "5")));
        check("so this prints 5", Some((Stdout, false, "5")));
        check("---> 5", Some((Anything, true, "5")));
        check("i.e. 5", Some((Value, false, "5")));
        check("you should see 5", Some((Stdout, false, "5")));
        check("still 5", Some((Value, false, "5")));
    }

    #[test]
    fn other_beginnings_are_none() {
        check("5", None);
        check("print(x)", None);
        check("issue 3", None);
        check("=5", None);
        check("nowhere", None);
        check("[1, 2]", None);
        check("[output]", None);
        check("int", None);
        check("list of names", None);
        check("string 5", None);
        check("✅", None);
    }
}
