//! Tags of JSX and HTML: names, titles, and text without them. Knows nothing of what a tag means to a section.

/// A tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag<'t> {
    /// Its name.
    pub name: &'t str,
    /// How it stands to other tags.
    pub role: Role,
    /// What a reader sees as its title: its attribute `title`, or else `label`.
    pub title: Option<&'t str>,
    /// Offset behind it.
    pub end: usize,
}

/// How a tag stands to other tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// `<Tab>`
    Opens,
    /// `</Tab>`
    Closes,
    /// `<Card />`
    Alone,
}

impl<'t> Tag<'t> {
    /// Reads the tag whose `<` is at `start`. It may run over several lines, but not over a blank line, a fence or
    /// another `<` outside its attributes; then, and where it does not end before `limit`, it is none.
    pub fn read(text: &'t str, start: usize, limit: usize) -> Result<Tag<'t>, Unfinished> {
        let rest = &text[start + 1..limit];
        let is_closing = rest.starts_with('/');
        let name_start = start + 1 + usize::from(is_closing);
        let length = text[name_start..limit].bytes().take_while(|&byte| is_name_byte(byte)).count();
        let name = &text[name_start..name_start + length];
        let inside = name_start + length;
        let end = inside + length_to_end(&text[inside..limit]).map_err(|length| Unfinished { at: inside + length })?;
        let attributes = &text[inside..end - 1];
        let role = match (is_closing, attributes.ends_with('/')) {
            (true, _) => Role::Closes,
            (false, true) => Role::Alone,
            (false, false) => Role::Opens,
        };
        let title = attribute(attributes, "title").or_else(|| attribute(attributes, "label"));
        Ok(Tag { name, role, title, end })
    }

    /// Whether it is one of a component, by its capital letter.
    pub fn is_component(&self) -> bool {
        self.name.starts_with(|first: char| first.is_ascii_uppercase())
    }
}

/// A tag that does not end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unfinished {
    /// Offset up to which its end was looked for.
    pub at: usize,
}

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':')
}

/// Bytes up to and with the `>` that ends a tag; else how many bytes were looked at.
fn length_to_end(text: &str) -> Result<usize, usize> {
    let bytes = text.as_bytes();
    let (mut quote, mut braces) = (None, 0_usize);
    for (at, &byte) in bytes.iter().enumerate() {
        match (byte, quote) {
            (b'\r', _) if bytes.get(at + 1) == Some(&b'\n') => {}
            (b'\n' | b'\r', _) if ends_paragraph(&text[at + 1..]) => return Err(at),
            (_, Some(mark)) if byte == mark => quote = None,
            (_, Some(_)) => {}
            (b'"' | b'\'', None) => quote = Some(byte),
            (b'`', None) if braces > 0 => quote = Some(byte),
            (b'{', None) => braces += 1,
            (b'}', None) => braces = braces.saturating_sub(1),
            (b'>', None) if braces == 0 => return Ok(at + 1),
            (b'<', None) if braces == 0 => return Err(at),
            _ => {}
        }
    }
    Err(bytes.len())
}

/// Whether a blank line or a fence begins `text`.
fn ends_paragraph(text: &str) -> bool {
    let line = text.trim_start_matches([' ', '\t']);
    line.starts_with(['\n', '\r']) || line.starts_with("```") || line.starts_with("~~~")
}

/// The value of `name="…"`, `name='…'`, `name={"…"}` in a tag or an info string; empty ones count as none.
pub fn attribute<'t>(attributes: &'t str, name: &str) -> Option<&'t str> {
    attributes.match_indices(name).find_map(|(at, _)| {
        let is_whole_word =
            !attributes[..at].ends_with(|before: char| before.is_alphanumeric() || "-_".contains(before));
        let value = attributes[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let value = value.strip_prefix('{').map_or(value, str::trim_start);
        let quote = value.chars().next().filter(|first| "\"'`".contains(*first))?;
        let written = value[1..].split_once(quote)?.0.trim();
        (is_whole_word && !written.is_empty()).then_some(written)
    })
}

/// A text without its tags, and the titles of those.
pub fn without_tags(text: &str) -> (String, Vec<&str>) {
    let (mut plain, mut titles) = (String::new(), Vec::new());
    let mut rest = 0;
    while let Some(start) = text[rest..].find('<').map(|at| rest + at) {
        plain.push_str(&text[rest..start]);
        let is_tag = text[start + 1..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '/');
        match Tag::read(text, start, text.len()) {
            Ok(tag) if is_tag => {
                titles.extend(tag.title);
                rest = tag.end;
            }
            _ => {
                plain.push('<');
                rest = start + 1;
            }
        }
    }
    plain.push_str(&text[rest..]);
    (plain, titles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_titles_and_roles_are_read() {
        let check = |text: &str, name, role, title, end| {
            assert_eq!(Tag::read(text, 0, text.len()), Ok(Tag { name, role, title, end }), "{text:?}");
        };
        check("<Tab title=\"A > B\"> x", "Tab", Role::Opens, Some("A > B"), 19);
        check("<Tab title='A'/>", "Tab", Role::Alone, Some("A"), 16);
        check("<Tab title={\"A\"} icon={<I />}>", "Tab", Role::Opens, Some("A"), 30);
        check("<TabItem value=\"x\"\n  label=\"A\"\n>", "TabItem", Role::Opens, Some("A"), 32);
        check("<Tab subtitle=\"no\">", "Tab", Role::Opens, None, 19);
        check("</Tab >", "Tab", Role::Closes, None, 7);
        check("<details>", "details", Role::Opens, None, 9);
    }

    #[test]
    fn what_does_not_end_is_no_tag() {
        let check = |text: &str, at| {
            assert_eq!(Tag::read(text, 0, text.len()), Err(Unfinished { at }), "{text:?}");
        };
        check("<T and", 6);
        check("<T and\n\n>", 6);
        check("<T and\n```python\n>", 6);
        check("<T <b>", 3);
    }

    #[test]
    fn tags_are_taken_out_of_text() {
        let check = |text, plain: &str, titles: &[&str]| {
            assert_eq!(without_tags(text), (plain.to_owned(), titles.to_vec()), "{text:?}");
        };
        check("<summary><b>A</b> < B</summary>", "A < B", &[]);
        check("x <Tab title=\"A\">y", "x y", &["A"]);
        check("1 <2 <", "1 <2 <", &[]);
    }
}
