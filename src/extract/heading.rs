//! Headings and the titles of admonitions and tabs, read from one line. Knows nothing of where they stand.

/// Longest title kept, in characters.
const LONGEST_TITLE: usize = 200;

/// Level and title of a heading with `#` marks.
pub fn marked(text: &str) -> Option<(u8, String)> {
    let level = text.bytes().take(7).take_while(|&byte| byte == b'#').count();
    let title = &text[level..];
    let is_heading = (1..=6).contains(&level) && (title.is_empty() || title.starts_with([' ', '\t']));
    is_heading.then(|| (u8::try_from(level).unwrap_or(6), heading_title(title)))
}

/// Level that an underline gives to the paragraph above it.
pub fn underline(text: &str) -> Option<u8> {
    let text = text.trim_end();
    let is_all = |mark: u8| text.bytes().all(|byte| byte == mark);
    match text.len() {
        2.. if is_all(b'=') => Some(1),
        3.. if is_all(b'-') => Some(2),
        _ => None,
    }
}

/// Whether a line opens an indented container (`!!! note`, `??? tip`, `=== "Tab"`), and its title, if it has one.
pub fn container(text: &str) -> Option<Option<String>> {
    let (kind, rest) = text.split_at_checked(3)?;
    let rest = rest.trim_start_matches(['+', '!', '-']);
    let is_container = match kind {
        "!!!" | "???" => rest.starts_with([' ', '\t']),
        "===" => rest.trim_start().starts_with(['"', '\'']),
        _ => false,
    };
    is_container.then(|| quoted(rest).map(tidy))
}

fn quoted(text: &str) -> Option<&str> {
    let start = text.find(['"', '\''])?;
    let quote = text[start..].chars().next()?;
    Some(text[start + 1..].split_once(quote)?.0)
}

/// A heading as a reader sees it: without closing marks, comments and the `{#name}` behind it.
pub fn heading_title(text: &str) -> String {
    let text = text.split("<!--").next().unwrap_or(text).trim();
    let text = closing_marks_removed(text);
    let text = match text.strip_suffix('}').and_then(|inner| inner.rfind('{')) {
        Some(open) if text[open + 1..].starts_with(['#', '.', ':']) => closing_marks_removed(text[..open].trim_end()),
        _ => text,
    };
    tidy(text)
}

fn closing_marks_removed(text: &str) -> &str {
    let without = text.trim_end_matches('#');
    if without.is_empty() || without.ends_with([' ', '\t']) { without.trim_end() } else { text }
}

/// A title on one line, with single blanks, and not endless.
pub fn tidy(text: &str) -> String {
    let words = text.split_whitespace().flat_map(|word| [" ", word]).skip(1);
    let mut title = String::new();
    for word in words {
        title.push_str(word);
        if let Some((cut, _)) = title.char_indices().nth(LONGEST_TITLE) {
            title.truncate(cut);
            break;
        }
    }
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_make_headings() {
        let check = |text, expect: Option<(u8, &str)>| {
            assert_eq!(marked(text), expect.map(|(level, title)| (level, title.to_owned())), "{text:?}");
        };
        check("# A", Some((1, "A")));
        check("### A  b ###", Some((3, "A b")));
        check("## C#", Some((2, "C#")));
        check("## A {#a-b}", Some((2, "A")));
        check("## A ## {.unlisted}", Some((2, "A")));
        check("## A `{}`", Some((2, "A `{}`")));
        check("## A {b}", Some((2, "A {b}")));
        check("## A <!-- b -->", Some((2, "A")));
        check("##", Some((2, "")));
        check("#A", None);
        check("####### A", None);
    }

    #[test]
    fn underlines_have_one_mark() {
        let check = |text, expect| assert_eq!(underline(text), expect, "{text:?}");
        check("===", Some(1));
        check("--- ", Some(2));
        check("--", None);
        check("-=-", None);
        check("|---|", None);
        check("", None);
    }

    #[test]
    fn containers_have_titles() {
        let check = |text, expect: Option<Option<&str>>| {
            assert_eq!(container(text), expect.map(|title| title.map(str::to_owned)), "{text:?}");
        };
        check("!!! note", Some(None));
        check("??? tip \"A b\"", Some(Some("A b")));
        check("???+ tip 'A'", Some(Some("A")));
        check("=== \"Tab\"", Some(Some("Tab")));
        check("=====", None);
        check("!!!", None);
        check("é!!", None);
    }

    #[test]
    fn a_title_is_cut_where_it_is_endless() {
        assert_eq!(tidy(&"ab ".repeat(1000)).chars().count(), LONGEST_TITLE);
    }
}
