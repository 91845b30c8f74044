//! Hidden comments that speak to this program: `<!-- snipcheck: … -->`, in MDX `{/* snipcheck: … */}`.
//!
//! Tells directives from pins, which are expressions of Python. Owns that border; knows no directive's meaning.

use super::Scope;
use super::directive::{names, takes_lines};
use super::words::{Word, words};
use crate::syntax;
use crate::text::Span;
use crate::text::slip;

/// What opens and closes a hidden comment: in Markdown, and in MDX.
const COMMENTS: [(&str, &str); 2] = [("<!--", "-->"), ("{/*", "*/}")];
/// What such a comment begins with.
const MARK: &str = "snipcheck:";
/// The same without its colon.
const NAME: &str = "snipcheck";

/// A part of a hidden comment, by where it stands in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// An expression that must be true.
    Pin(Span),
    /// Directives, and the lines below them where one takes them.
    Words(Span, Option<Span>),
}

/// The parts of a hidden comment; none where it speaks to somebody else.
pub fn parts(text: &str, comment: Span) -> Vec<Part> {
    let Some(body) = body(text, comment) else { return Vec::new() };
    let whole = trimmed(text, body);
    let first = first_line(text, whole);
    if is_directed(first.of(text)) && words(after_scope(first.of(text))).iter().any(takes_lines) {
        let below = Span::new((first.end).min(body.end), body.end);
        return vec![Part::Words(first, Some(below).filter(|below| !below.of(text).trim().is_empty()))];
    }
    let one = syntax::expression_error(whole.of(text)).is_none() && !is_directed(whole.of(text));
    let lines = if one { vec![whole] } else { lines(text, whole) };
    let lines = lines.into_iter().filter(|line| !line.of(text).is_empty());
    lines.map(|line| if is_directed(line.of(text)) { Part::Words(line, None) } else { Part::Pin(line) }).collect()
}

/// What is wrong with a comment that seems to speak to this program, and does not say anything to it.
pub fn slip(text: &str, comment: Span) -> Option<(Span, String)> {
    let inside = trimmed(text, inside(text, comment)?);
    let said = inside.of(text);
    let name = &said[..said.find(|c: char| !c.is_ascii_alphanumeric())?];
    let rest = &said[name.len()..];
    let is_ours = name == NAME;
    if !is_ours && slip::meant(&name.to_ascii_lowercase(), [NAME]).is_none() {
        return None;
    }
    let message = match rest.trim_start().strip_prefix(':') {
        Some(rest) if is_ours && rest.trim().is_empty() => {
            "nothing is said here: write what the block needs, or take it out".into()
        }
        Some(_) if is_ours && rest.starts_with(':') => return None,
        Some(_) => format!("`{name}` speaks to nobody: write `{MARK}`"),
        None if words(rest).first().is_some_and(is_directive) => format!("a colon is missing: write `{MARK}`"),
        None => return None,
    };
    Some((inside, message))
}

/// A word that every directive may begin with, spelled as it is.
fn is_directive(word: &Word<'_>) -> bool {
    names().any(|name| name == word.name) || is_scope(word.name.trim_end_matches(':'))
}

fn is_scope(name: &str) -> bool {
    Scope::NAMES.contains(&name)
}

/// The word for how far directives reach that lacks its colon.
pub fn bare_scope(text: &str) -> Option<&str> {
    words(text).first().filter(|word| word.value.is_none() && is_scope(word.name)).map(|word| word.name)
}

/// What is inside a comment of the document's format, whoever it speaks to.
pub fn inside(text: &str, comment: Span) -> Option<Span> {
    let written = comment.of(text);
    let (opening, closing) = COMMENTS.into_iter().find(|(opening, _)| written.starts_with(opening))?;
    let inside = written[opening.len()..].trim_end().strip_suffix(closing)?;
    let start = comment.start + opening.len();
    Some(Span::new(start, start + inside.len()))
}

/// What stands behind the mark.
fn body(text: &str, comment: Span) -> Option<Span> {
    let inside = inside(text, comment)?;
    let said = inside.of(text).trim_start().strip_prefix(MARK)?;
    Some(Span::new(inside.end - said.len(), inside.end))
}

fn trimmed(text: &str, span: Span) -> Span {
    let written = span.of(text);
    let start = span.start + (written.len() - written.trim_start().len());
    Span::new(start, start + written.trim().len())
}

fn first_line(text: &str, whole: Span) -> Span {
    let length = whole.of(text).find('\n').unwrap_or(whole.end - whole.start);
    trimmed(text, Span::new(whole.start, whole.start + length))
}

fn lines(text: &str, whole: Span) -> Vec<Span> {
    let mut at = whole.start;
    let mut lines = Vec::new();
    for line in whole.of(text).split_inclusive('\n') {
        lines.push(trimmed(text, Span::new(at, at + line.len())));
        at += line.len();
    }
    lines
}

/// The word that says how far directives reach (`document`), if it stands before them, and where they begin.
pub fn scope(text: &str) -> Option<(&str, usize)> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))?;
    let behind = text[end..].strip_prefix(':')?;
    let is_scope = end > 0 && (behind.is_empty() || behind.starts_with([' ', '\t', '\n', '\r']));
    is_scope.then(|| (&text[..end], end + 1))
}

fn after_scope(text: &str) -> &str {
    scope(text).map_or(text, |(_, at)| &text[at..])
}

/// Whether a text is meant as directives: their names say so, or it is no expression and looks like them.
fn is_directed(text: &str) -> bool {
    let is_expression = syntax::expression_error(text).is_none();
    let said = words(after_scope(text));
    let is_known = |word: &Word<'_>| names().any(|name| name == word.name) && is_given(word);
    let is_meant = |word: &Word<'_>| is_name(word.name) && slip::meant(word.name, names()).is_some() && is_given(word);
    match said.first() {
        None => scope(text).is_some(),
        Some(_) if !is_expression && said.len() > 1 && bare_scope(text).is_some() => true,
        Some(_) if is_expression => said.iter().all(|word| is_known(word) || is_meant(word)),
        Some(first) => scope(text).is_some() || is_known(first) || is_meant(first) || looks_like_one(first),
    }
}

/// `name == value` compares, and gives nothing.
fn is_given(word: &Word<'_>) -> bool {
    word.value.is_none_or(|value| !value.starts_with('='))
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c))
}

/// `retries=3`, which is no expression.
fn looks_like_one(word: &Word<'_>) -> bool {
    is_name(word.name) && word.value.is_some_and(|value| !value.starts_with('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(comment: &str, expect: &[(char, &str)]) {
        let found = parts(comment, Span::new(0, comment.len()));
        let shown = |part: &Part| match part {
            Part::Pin(span) => ('p', span.of(comment).to_owned()),
            Part::Words(span, None) => ('w', span.of(comment).to_owned()),
            Part::Words(span, Some(below)) => ('l', span.of(comment).to_owned() + "|" + below.of(comment)),
        };
        let found: Vec<(char, String)> = found.iter().map(shown).collect();
        let found: Vec<(char, &str)> = found.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
        assert_eq!(found, expect, "{comment}");
    }

    #[test]
    fn directives_are_told_from_pins() {
        let one = |body: &str, kind: char| check(&format!("<!-- snipcheck: {body} -->"), &[(kind, body)]);
        for body in [
            "skip",
            "skip=\"no network\"",
            "skip, timeout=5s",
            "expect-error",
            "expect-error=ValueError",
            "document: timeout=5s",
            "page: timeout=5s",
            "skpi",
            "expect-eror",
            "timeuot=5s",
            "retries=3",
            "skip if windows",
            "section:",
            "section timeout=5s",
        ] {
            one(body, 'w');
        }
        for body in [
            "len(users) == 3",
            "ready",
            "timeout == 5",
            "only - 1 == x",
            "lambda: 3",
            "x = 3",
            "users not in",
            "skip.__name__ == 'skip'",
            "setup()",
            "document",
            "section == 'a'",
        ] {
            one(body, 'p');
        }
    }

    #[test]
    fn slips_of_the_name_are_told() {
        let check = |comment: &str, expect: Option<&str>| {
            let found = slip(comment, Span::new(0, comment.len())).map(|(_, message)| message);
            let is_expected = |expect: &str| found.as_ref().is_some_and(|message| message.contains(expect));
            assert!(expect.map_or(found.is_none(), is_expected), "{comment}: {found:?}");
        };
        check("<!-- snipchek: skip -->", Some("`snipchek` speaks to nobody"));
        check("<!-- Snipcheck: skip -->", Some("write `snipcheck:`"));
        check("<!-- snipcheck : skip -->", Some("write `snipcheck:`"));
        check("<!-- snipcheck skip -->", Some("a colon is missing"));
        check("{/* snipcheck document: skip */}", Some("a colon is missing"));
        check("<!-- snipcheck: -->", Some("nothing is said"));
        check("<!-- snipcheck: skip -->", None);
        check("<!-- snipcheck is a tool -->", None);
        check("<!-- spellcheck: off -->", None);
        check("<!-- note: skip -->", None);
        check("<!-- -->", None);
    }

    #[test]
    fn each_line_says_something() {
        check("<!-- snipcheck:\n  skip\n\n  x == 1\n-->", &[('w', "skip"), ('p', "x == 1")]);
        check("{/* snipcheck: sum([\n1, 2]) == 3 */}", &[('p', "sum([\n1, 2]) == 3")]);
        check("<!-- snipcheck: setup\nx = 1\ny = 2\n-->", &[('l', "setup|\nx = 1\ny = 2\n")]);
        check("<!-- snipcheck: section: setup timeout=2s\nx = 1\n-->", &[('l', "section: setup timeout=2s|\nx = 1\n")]);
        check("<!-- other: skip -->", &[]);
        check("<!-- snipcheck: -->", &[]);
    }
}
