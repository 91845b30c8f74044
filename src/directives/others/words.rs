//! Words and attributes behind a fence that speak to other tools: `python notest`, `py {test="skip"}`, `python,no_run`.

use super::super::condition::{Condition, Order};
use super::super::directive::Directive;
use super::super::values::Expected;
use super::Other;
use crate::text::Span;

const MARKDOWN_DOCS: &str = "pytest-markdown-docs";
const EXAMPLES: &str = "pytest-examples";
const RUSTDOC: &str = "rustdoc";
const EXEC: &str = "markdown-exec";

/// What an info string says to other tools, each with its place in it.
pub fn in_info(info: &str) -> Vec<(Span, Other)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(skipped) = info[at..].find(|c| !separates(c)) {
        let start = at + skipped;
        let length = length(&info[start..]);
        let word = &info[start..start + length];
        // The first word names the language.
        let other = if start == 0 { None } else { read(word) };
        found.extend(other.map(|other| (Span::new(start, start + length), other)));
        at = start + length;
    }
    found
}

fn separates(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '{' | '}')
}

/// The length of a word, white space in its quotes included.
fn length(text: &str) -> usize {
    let mut quote = None;
    let end = text.find(|c: char| {
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            _ => {}
        }
        quote.is_none() && separates(c)
    });
    end.unwrap_or(text.len())
}

fn read(word: &str) -> Option<Other> {
    let skip = || Directive::Skip(String::new());
    if let Some((name, value)) = word.split_once('=') {
        return attribute(name, value.trim_matches(['"', '\'']));
    }
    match word.trim_start_matches('.') {
        "noeval" | "no-eval" => Some(Other::same("Markdown extensions", skip())),
        "no_run" | "ignore" => Some(Other::same(RUSTDOC, skip())),
        "should_panic" => Some(Other::same(RUSTDOC, Directive::ExpectError(Expected::default()))),
        _ => of_markdown_docs(word),
    }
}

/// The options of pytest-markdown-docs, which also stand in comments of MDX.
pub fn of_markdown_docs(word: &str) -> Option<Other> {
    match word.split_once(':') {
        Some(("fixture", name)) => Some(Other::same(MARKDOWN_DOCS, Directive::Needs(format!("fixture:{name}")))),
        Some(("runner", _)) => Some(Other::not_needed(MARKDOWN_DOCS, "every block runs in the same way")),
        Some(("retry", _)) => Some(Other::not_needed(MARKDOWN_DOCS, "what fails is looked at again in any case")),
        _ => match word {
            "notest" => Some(Other::same(MARKDOWN_DOCS, Directive::Skip(String::new()))),
            "continuation" => Some(Other::same(MARKDOWN_DOCS, Directive::Continue)),
            _ => None,
        },
    }
}

fn attribute(name: &str, value: &str) -> Option<Other> {
    match (name, value) {
        ("test", "skip") => Some(Other::same(EXAMPLES, Directive::Skip(String::new()))),
        ("test", _) => Some(Other::unknown(EXAMPLES, "what the tag means is said by the project's own test")),
        ("requires", version) => Some(match version.strip_prefix("3.").map(str::parse) {
            Some(Ok(minor)) => Other::same(EXAMPLES, Directive::Only(Condition::Python(Order::From, (3, minor)))),
            _ => Other::unknown(EXAMPLES, "no version of Python stands behind it"),
        }),
        ("group", _) => Some(Other::not_needed(EXAMPLES, "a block gets the names that it needs")),
        ("lint" | "upgrade", _) => Some(Other::not_needed(EXAMPLES, "nothing here looks at style")),
        ("exec", _) => Some(Other::not_needed(EXEC, "every block of Python runs")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Meaning;
    use super::*;

    fn check(info: &str, expect: &[(&str, char)]) {
        let found = in_info(info);
        let kind = |other: &Other| match other.meaning {
            Meaning::Same(..) => '=',
            Meaning::NotNeeded(_) => '-',
            _ => '?',
        };
        let found: Vec<(&str, char)> = found.iter().map(|(span, other)| (span.of(info), kind(other))).collect();
        assert_eq!(found, expect, "{info}");
    }

    #[test]
    fn words_for_other_tools_are_known() {
        check("python notest", &[("notest", '=')]);
        check(
            "python continuation fixture:capsys retry:3",
            &[("continuation", '='), ("fixture:capsys", '='), ("retry:3", '-')],
        );
        check("py {test=\"skip\" lint=\"skip\"}", &[("test=\"skip\"", '='), ("lint=\"skip\"", '-')]);
        check("py requires=\"3.10\"", &[("requires=\"3.10\"", '=')]);
        check("python,no_run", &[("no_run", '=')]);
        check("python,should_panic", &[("should_panic", '=')]);
        check("{.python .noeval}", &[(".noeval", '=')]);
        check("python exec=\"on\"", &[("exec=\"on\"", '-')]);
        check("python title=\"no notest here\" hl_lines=\"1\"", &[]);
        check("python", &[]);
        check("notest", &[]);
    }
}
