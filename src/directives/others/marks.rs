//! Marks of pytest in comments: `pytest.mark.skipif(sys.version_info < (3, 10), reason="…")`.

use super::super::directive::Directive;
use super::super::values::Expected;
use super::{Other, conditions};

const TOOL: &str = "pytest";

/// What a mark means; `text` begins behind `pytest.mark.`.
pub fn read(text: &str) -> Other {
    let (name, arguments) = call(text);
    let reason = || keyword(arguments, "reason").unwrap_or_default().to_owned();
    match name {
        "skip" => Other::same(TOOL, Directive::Skip(reason())),
        "skipif" => match conditions::read(first(arguments)) {
            Some(condition) => Other::same(TOOL, Directive::SkipIf(condition)),
            None => Other::unknown(TOOL, "its condition is Python, and none of the few that are read here"),
        },
        "xfail" => Other::same(TOOL, Directive::ExpectError(expected(arguments))),
        _ => Other::unknown(TOOL, "marks other than skip, skipif and xfail say nothing here"),
    }
}

/// The name and what stands in the parentheses behind it.
pub fn call(text: &str) -> (&str, &str) {
    let (name, rest) = text.split_once('(').unwrap_or((text, ""));
    (name.trim(), rest.trim().strip_suffix(')').unwrap_or(rest).trim())
}

/// The first argument: up to a comma outside parentheses.
pub fn first(arguments: &str) -> &str {
    let mut depth = 0_i32;
    let end = arguments.find(|c| {
        depth += match c {
            '(' | '[' => 1,
            ')' | ']' => -1,
            _ => 0,
        };
        c == ',' && depth == 0
    });
    arguments[..end.unwrap_or(arguments.len())].trim()
}

/// A keyword's value, its quotes left out.
pub fn keyword<'t>(arguments: &'t str, name: &str) -> Option<&'t str> {
    let at = arguments.find(name)?;
    let value = arguments[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value[1..].split(quote).next(),
        _ => value.split([',', ')']).next().map(str::trim),
    }
}

fn expected(arguments: &str) -> Expected {
    let raises = keyword(arguments, "raises").filter(|name| !name.is_empty() && !name.starts_with('('));
    let type_name = raises.map(str::to_owned);
    Expected { written: type_name.clone().unwrap_or_default(), type_name, message: None }
}
