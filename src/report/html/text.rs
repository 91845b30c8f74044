//! What may be written into the page: text that is not trusted, made harmless.

use super::clean;

/// Lines of a text of several lines that are shown.
const LINES: usize = 200;
/// Characters of it that are shown.
const CHARACTERS: usize = 20_000;

/// Text that is neither markup nor ends an attribute. What could not be seen is replaced character by character.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\t' => safe.push(c),
            c if clean::unseen(c) => safe.push('\u{fffd}'),
            c => safe.push(c),
        }
    }
    safe
}

/// A text of several lines, cut where it is a flood.
pub(super) fn lines(text: &str) -> String {
    let text = text.trim_end();
    let end = text.char_indices().nth(CHARACTERS).map_or(text.len(), |(at, _)| at);
    let shown: Vec<&str> = text[..end].lines().take(LINES).collect();
    let rest = if end < text.len() || text.lines().nth(LINES).is_some() { "\n… and more" } else { "" };
    escape(&shown.join("\n")) + rest
}

/// A link's target where it may be one: to the web, a mail address or a place beside the document.
pub(super) fn target(url: &str) -> Option<String> {
    // Browsers leave out white space and controls before they look for the scheme.
    let strange = url.chars().any(|c| c.is_whitespace() || c == '\\' || clean::unseen(c));
    let relative = url.find(['/', '?', '#']).unwrap_or(url.len());
    let allowed = match url[..relative].split_once(':') {
        Some((scheme, _)) => ["http", "https", "mailto"].contains(&scheme.to_ascii_lowercase().as_str()),
        None => !url.is_empty() && !url.starts_with("//") && !url.starts_with('#'),
    };
    (allowed && !strange).then(|| escape(url))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_markup() {
        let check = |text: &str, expect: &str| assert_eq!(escape(text), expect);
        check("</script><img onerror=\"x\" a='b'>", "&lt;/script&gt;&lt;img onerror=&quot;x&quot; a=&#39;b&#39;&gt;");
        check("a\tb\n\u{1b}[31m\u{202e}\0", "a\tb\n\u{fffd}[31m\u{fffd}\u{fffd}");
    }

    #[test]
    fn links_go_to_the_web_or_beside_the_document() {
        for url in ["https://a.b/c?d#e", "HTTP://x", "mailto:a@b.c", "guide.md", "../a/b.md#c", "a?b:c", "/x"] {
            assert!(target(url).is_some(), "{url}");
        }
        let refused =
            ["javascript:x", "JaVa\tScript:x", "\u{1}javascript:x", "data:text/html,x", "//x.y", "\\\\x", "#x"];
        for url in refused.into_iter().chain(["file:///etc/passwd", "vbscript:x", "", "java&colon;:x", " https://x"]) {
            assert_eq!(target(url), None, "{url:?}");
        }
    }

    #[test]
    fn a_flood_is_cut() {
        assert_eq!(lines("a\n<b>\n\n"), "a\n&lt;b&gt;");
        assert_eq!(lines(&"x\n".repeat(LINES + 1)).lines().count(), LINES + 1);
        assert!(lines(&"x".repeat(CHARACTERS + 1)).ends_with("x\n… and more"));
    }
}
