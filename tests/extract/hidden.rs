//! What readers do not see: comments, front matter.

use super::{Format, check, check_as, check_notes, read};
use snipcheck::extract::PieceKind;

/// What of the text is prose.
#[track_caller]
fn check_prose(format: Format, text: &str, expect: &str) {
    let document = read(text, format);
    let prose = document.pieces.iter().filter(|piece| matches!(piece.kind, PieceKind::Prose { .. }));
    assert_eq!(prose.map(|piece| piece.span.of(text)).collect::<Vec<_>>().concat(), expect, "{text:?}");
}

#[test]
fn comments_hide_what_they_hold() {
    check("<!--\n```python\nx\n```\n-->\n```python\ny\n```\n", "7-7 script python | y");
    check("<!-- ```python\nx\n``` --> a\n```python\ny\n```\n", "5-5 script python | y");
    check("> <!--\n> ```python\n> x\n> ```\n> -->\n", "");
    let mdx = "{/*\n```python\nx\n```\n*/}\n```python\ny\n```\n";
    check_as(Format::Mdx, mdx, "7-7 script python | y");
    check_as(Format::Markdown, mdx, "3-3 script python | x\n7-7 script python | y");
    check_prose(Format::Mdx, "a {/* b */} c <!-- d\ne\n\n<!-- f\n\ng --> h\n", "a  c <!-- d\ne\n\n h\n");
    check_prose(Format::Markdown, "a <!-- b --> c\n", "a  c\n");
}

#[test]
fn a_comment_shown_as_code_hides_nothing() {
    check("`<!--`\n```python\nx\n```\n`-->`\n", "3-3 script python | x");
    check("a `{/*` b\n```python\nx\n```\n", "3-3 script python | x");
    check("```html\n<!--\n```\n```python\nx\n```\n", "5-5 script python | x");
    check("\\<!-- a\n```python\nx\n```\n-->\n", "3-3 script python | x");
}

#[test]
fn a_comment_never_closed_hides_the_rest() {
    check("a\n<!-- b\n```python\nx\n```\n", "note 2");
    check("a <!-- b\n```python\nx\n```\n", "3-3 script python | x");
    check_as(Format::Mdx, "a {/* b\n```python\nx\n```\n", "3-3 script python | x");
    check_notes("<!-- b\n", &["is never closed and hides the rest of the document; close it with -->"]);
}

#[test]
fn elements_without_markdown_hold_no_blocks() {
    check("<style>\n```python\nx\n```\n</style>\n```python\ny\n```\n", "7-7 script python | y");
    check("<script src=\"a\">\n```python\nx\n```\n</script>\n", "");
    check("a <script> b\n```python\nx\n```\n", "3-3 script python | x");
    check("<styled>\n```python\nx\n```\n", "3-3 script python | x");
    let pre = "<pre>\n```python\nx\n```\n</pre>\n";
    check_as(Format::Markdown, pre, "");
    check_as(Format::Mdx, pre, "3-3 script python | x");
}

#[test]
fn front_matter_is_no_text() {
    check_prose(Format::Markdown, "---\ntitle: a\n---\nb\n", "b\n");
    check_prose(Format::Mdx, "\u{feff}---\r\ntitle: a\r\n...\r\nb\r\n", "b\r\n");
    check_prose(Format::Markdown, "+++\na = 1\n+++\nb", "b");
    check_prose(Format::Markdown, "a\n---\nb\n---\n", "a\n---\nb\n---\n");
    check_prose(Format::Markdown, "---\n\na\n\n---\n", "---\n\na\n\n---\n");
    check("---\na\n```python\nx\n```\n---\n", "4-4 script python | x");
    check("---\ntitle: a\n---\n```python\nx\n```\n", "5-5 script python | x");
    check("---\ntitle: a\n", "");
}

#[test]
fn fences_of_other_languages_are_no_text() {
    check_prose(Format::Markdown, "a\n```js\nb\n```\nc\n```python\nd\n```\n```\ne\n```\n", "a\nc\n");
}
