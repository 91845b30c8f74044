//! Looks into a line of running text: comments hide what they hold, tags open and close components.

use super::super::Format;
use super::super::heading::tidy;
use super::super::inline::{HTML_CLOSING, Mark, Marks};
use super::super::line::{Line, Prefix};
use super::super::tag::{Role, Tag, without_tags};
use super::Scanner;
use crate::text::Span;

/// Longest summary of a `<details>` that is read as a title, in bytes.
const LONGEST_SUMMARY: usize = 1000;

/// Elements of HTML that hold no Markdown, by what opens and what closes them.
const RAW: [(&str, &str); 3] = [("<script", "</script>"), ("<style", "</style>"), ("<pre", "</pre>")];

/// The beginning of a comment or of what is hidden like one: offsets of its first byte and of what it holds, what ends it, and whether it stands first
/// on its line.
struct Opening {
    start: usize,
    inside: usize,
    closing: &'static str,
    is_first: bool,
}

impl Scanner<'_> {
    /// Takes a line from the offset `from` on. `prefix` is that of a line on which no comment or tag goes on.
    pub(super) fn visible(&mut self, line: &Line, from: usize, prefix: Option<&Prefix>) {
        let mut written = from;
        let mut marks = Marks::new(self.text, from, line.end, self.format);
        while let Some(mark) = marks.next_mark() {
            let first = |start| prefix.filter(|prefix| prefix.cursor.at == start);
            let taken = match mark {
                Mark::Comment { start, inside, closing } => {
                    let is_first = first(start).is_some();
                    self.comment(line, &Opening { start, inside, closing, is_first }, written)
                }
                Mark::Tag(start) => match first(start).and_then(|_| self.raw(start)) {
                    Some(opening) => self.comment(line, &opening, written),
                    None => self.tag(line, start, written, first(start)),
                },
            };
            if let Some((reached, end)) = taken {
                written = reached;
                self.busy_until = self.busy_until.max(end);
                marks.resume(end);
            }
        }
        self.prose(written, line.next.max(self.busy_until));
    }

    /// The element that begins at `start`, if it holds no Markdown. In MDX `<pre>` is a component like others.
    fn raw(&self, start: usize) -> Option<Opening> {
        let rest = &self.text[start..];
        let (opening, closing) = RAW.into_iter().find(|(opening, _)| rest.starts_with(opening))?;
        let is_whole_name = rest[opening.len()..].starts_with(['>', ' ', '\t', '\n', '\r']);
        let is_raw = is_whole_name && (self.format == Format::Markdown || opening != "<pre");
        is_raw.then_some(Opening { start, inside: start + opening.len(), closing, is_first: true })
    }

    /// Hides a comment, and gives up to where the text is taken and where to go on.
    fn comment(&mut self, line: &Line, opening: &Opening, written: usize) -> Option<(usize, usize)> {
        let end = self.comment_end(line, opening)?;
        self.prose(written, opening.start);
        self.elements.hidden(opening.start, end);
        Some((end, end))
    }

    /// A comment of HTML within a line hides only what it surely holds; one that stands first may hide all behind it.
    fn comment_end(&mut self, line: &Line, opening: &Opening) -> Option<usize> {
        let is_html = opening.closing == HTML_CLOSING;
        let limit = if is_html && !opening.is_first { line.end } else { self.text.len() };
        let no_end_until = if is_html { &mut self.no_html_end_until } else { &mut self.no_mdx_end_until };
        if !opening.is_first && opening.start < *no_end_until {
            return None;
        }
        if let Some(length) = self.text[opening.inside..limit].find(opening.closing) {
            return Some(opening.inside + length + opening.closing.len());
        }
        *no_end_until = limit;
        opening.is_first.then(|| {
            let message = format!(
                "what begins here is never closed and hides the rest of the document; close it with {}",
                opening.closing
            );
            self.elements.note(Span::new(opening.start, line.end), message);
            self.text.len()
        })
    }

    /// Follows a tag, and gives up to where the text is taken and where to go on. A tag that stands first on its line
    /// (then with the line's prefix) may run over several.
    fn tag(&mut self, line: &Line, start: usize, written: usize, prefix: Option<&Prefix>) -> Option<(usize, usize)> {
        if start < self.no_tag_until {
            return None;
        }
        let limit = if prefix.is_some() { self.text.len() } else { line.end };
        match Tag::read(self.text, start, limit) {
            Ok(tag) => {
                let border = if tag.role == Role::Closes { tag.end } else { start };
                self.prose(written, border);
                self.follow(&tag, start, prefix);
                Some((border.max(written), tag.end))
            }
            Err(unfinished) => {
                self.no_tag_until = unfinished.at;
                None
            }
        }
    }

    fn follow(&mut self, tag: &Tag, start: usize, prefix: Option<&Prefix>) {
        let indent = prefix.map_or_else(|| self.outline.margin(), |prefix| prefix.indent);
        match (tag.name, tag.role) {
            ("summary", Role::Opens) => self.summary = Some(tag.end),
            ("summary", Role::Closes) => self.entitle(start),
            ("details", Role::Opens) => self.outline.open(tag.name, None, indent, true),
            (name, Role::Opens) if tag.is_component() => {
                self.outline.open(name, tag.title.map(tidy), indent, false);
            }
            (name, Role::Closes) if tag.is_component() || name == "details" => self.outline.close(name),
            _ => {}
        }
    }

    /// The summary of a `<details>` ends at the offset `end`.
    fn entitle(&mut self, end: usize) {
        let Some(start) = self.summary.take().filter(|start| end.saturating_sub(*start) <= LONGEST_SUMMARY) else {
            return;
        };
        let (title, _) = without_tags(&self.text[start.min(end)..end]);
        self.outline.entitle("details", tidy(&title));
    }
}
