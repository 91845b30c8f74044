//! A finding marked as intended: a hidden comment above its block.

use crate::extract::Format;
use crate::fix::Edit;
use crate::text::Span;

/// The comment for a claim that is wrong on purpose. It names the claim, so that no other one of its block is meant, but
/// where a comment cannot hold the text.
pub fn intended(format: Format, claimed: &str) -> String {
    let text = claimed.split_whitespace().collect::<Vec<_>>().join(" ");
    let quote = ['"', '\''].into_iter().find(|quote| !text.contains(*quote));
    let fits = !text.contains("--") && !text.contains("*/") && !text.contains(|c: char| c.is_control());
    match quote.filter(|_| fits) {
        Some(quote) => comment(format, &format!("intended={quote}{text}{quote}")),
        None => comment(format, "intended"),
    }
}

/// The comment for a block that ends in an exception on purpose.
pub fn expected_error(format: Format, type_name: &str) -> String {
    comment(format, &format!("expect-error={type_name}"))
}

fn comment(format: Format, words: &str) -> String {
    match format {
        Format::Mdx => format!("{{/* snipcheck: {words} */}}"),
        Format::Markdown => format!("<!-- snipcheck: {words} -->"),
    }
}

/// The edit that puts a comment on a line of its own above the block that begins at `start`. `None` where something
/// else stands before the block on its line, such as the mark of a list.
pub fn above(text: &str, start: usize, comment: &str) -> Option<Edit> {
    let line = text[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let rest = &text[line..];
    let prefix = &rest[..rest.find(|c| !matches!(c, ' ' | '\t' | '>' | '\u{feff}'))?];
    let is_fence = rest[prefix.len()..].starts_with("```") || rest[prefix.len()..].starts_with("~~~");
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mark = prefix.len() - prefix.trim_start_matches('\u{feff}').len();
    let place = line + mark;
    let written = format!("{}{comment}{line_end}", &prefix[mark..]);
    is_fence.then(|| Edit { span: Span::new(place, place), text: written })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_are_named_where_a_comment_can_name_them() {
        let check = |format, claimed, expect: &str| assert_eq!(intended(format, claimed), expect);
        check(Format::Markdown, "[1, 2]", "<!-- snipcheck: intended=\"[1, 2]\" -->");
        check(Format::Mdx, "True", "{/* snipcheck: intended=\"True\" */}");
        check(Format::Markdown, "\"a\"", "<!-- snipcheck: intended='\"a\"' -->");
        check(Format::Markdown, "1\n  2\n", "<!-- snipcheck: intended=\"1 2\" -->");
        check(Format::Markdown, "a\\b", "<!-- snipcheck: intended=\"a\\b\" -->");
        check(Format::Markdown, "it's \"a\"", "<!-- snipcheck: intended -->");
        check(Format::Markdown, "a -- b", "<!-- snipcheck: intended -->");
        assert_eq!(expected_error(Format::Markdown, "KeyError"), "<!-- snipcheck: expect-error=KeyError -->");
    }

    #[test]
    fn a_comment_stands_above_its_block() {
        let check = |text: &str, expect: Option<&str>| {
            let start = text.find('`').unwrap();
            let edit = above(text, start, "<!-- x -->");
            let made = edit.map(|edit| crate::fix::apply(text, &[&edit]).0);
            assert_eq!(made.as_deref(), expect, "{text:?}");
        };
        check("a\n\n```python\n", Some("a\n\n<!-- x -->\n```python\n"));
        check("> ```py\r\n", Some("> <!-- x -->\r\n> ```py\r\n"));
        check("\u{feff}```py\n", Some("\u{feff}<!-- x -->\n```py\n"));
        check("- ```py\n", None);
    }
}
