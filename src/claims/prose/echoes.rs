//! What is said again with fewer words: "`a()` returns `1`, `b()` `2`", "…; so is `c()`", "…, and `d()` too".

use super::inline::{Code, Prose, Result};
use super::links;
use super::said::{self, Said};
use crate::syntax;
use crate::text::Span;

/// What may stand between an expression and its result where the verb is left out.
const JOINTS: [&str; 9] = ["", "to", "a", "an", "with a", "with an", "in a", "in an", "as"];
/// What says the same of another expression, before it.
const SO: [&str; 10] =
    ["so is", "so are", "so does", "so do", "so will", "and so is", "and so does", "and so are", "as is", "as does"];
/// The same, behind it.
const TOO: [&str; 5] = ["too", "as well", "likewise", "also", "does too"];

/// The sayings behind one that lean on it.
pub fn behind(prose: &Prose<'_>, first: &Said) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    let mut at = end(prose, first.claimed.end);
    while let Some(next) = without_verb(prose, first, at).or_else(|| same(prose, first, at)) {
        at = end(prose, next.span.end);
        all.push(next);
    }
    all
}

/// Behind the marks that close code or emphasis.
fn end(prose: &Prose<'_>, at: usize) -> usize {
    let rest = prose.behind(at);
    at + rest.len() - rest.trim_start_matches(['`', '*', '_', '"']).len()
}

/// The expression that is joined to what stands before it, and the words between.
fn joined<'a>(prose: &Prose<'a>, at: usize) -> Option<(Code, &'a str)> {
    let near = prose.nearly_behind(at);
    let length = near.find('`')?;
    let code = prose.code_at(at + length)?;
    let computes = syntax::expression(code.inside.of(prose.text)).is_some_and(|read| read.computes);
    let words = near[..length].trim().trim_start_matches([',', ';']).trim();
    (computes && !said::is_value(code.inside.of(prose.text).trim())).then_some((code, words))
}

/// "and `b()` to `2`": the verb is that of the saying before.
fn without_verb(prose: &Prose<'_>, first: &Said, at: usize) -> Option<Said> {
    let (code, words) = joined(prose, at)?;
    let rest = prose.nearly_behind(code.outside.end);
    let gap = rest.find(|c: char| !c.is_alphabetic() && c != ' ')?;
    let gap = &rest[..gap + rest[gap..].len() - rest[gap..].trim_start_matches(['*', '_']).len()];
    let bare = gap.trim_matches(['*', '_', ' ']);
    let result = prose.result_at(code.outside.end + gap.len()).or_else(|| told(prose, code.outside.end, bare))?;
    let plain = said::is_plain_result(&result.written) && links::linked(prose, result.end).is_none();
    let joins = ["", "and", "but", "while", "or"].contains(&words) && gap.starts_with(' ');
    let said = Said::new(prose, code.inside, result, first.link);
    (joins && plain && JOINTS.contains(&bare)).then_some(Said { only_if_so: first.only_if_so, ..said })
}

/// A result in words right behind the expression: "and `b()` an empty list".
fn told(prose: &Prose<'_>, at: usize, words: &str) -> Option<Result> {
    let skipped = prose.behind(at).find(|c: char| c != ' ')?;
    prose.result_at(at + skipped).filter(|_| !words.is_empty())
}

/// "so is `b()`", "and `b()` too": the result is that of the saying before.
fn same(prose: &Prose<'_>, first: &Said, at: usize) -> Option<Said> {
    let (code, words) = joined(prose, at)?;
    let behind = prose.nearly_behind(code.outside.end).trim_start();
    let too = TOO.iter().any(|word| {
        behind.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == ' '))
    });
    let words = words.trim_start_matches(". ").to_lowercase();
    let so = SO.contains(&words.as_str()) || too && words == "and";
    let span = Span::new(code.inside.start, code.inside.end);
    let result = Result { written: first.written.clone(), span, end: code.outside.end };
    let said = Said::of(code.inside.of(prose.text).trim().to_owned(), result, first.link);
    so.then_some(Said { only_if_so: first.only_if_so, ..said })
}
