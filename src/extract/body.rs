//! The lines of one block: from the line that opens it to the line that closes it, or to the end of what holds it.
//!
//! Owns where a block ends. Knows nothing of languages.

use super::code::RawLine;
use super::fence::Fence;
use super::line::{CODE_INDENT, Cursor, Line, Prefix, behind_quotes};
use crate::text::Source;

/// The lines of a block.
#[derive(Debug)]
pub struct Body {
    /// Its lines.
    pub lines: Vec<RawLine>,
    /// 1-based number of the line behind the last of them.
    pub line_behind: usize,
    /// 1-based number of the line with which the document goes on.
    pub next: usize,
    end: End,
    /// A line within that looks as if it opened another fence.
    swallowed: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Closed,
    /// The quote, list item or admonition around it ended first.
    Left,
    Document,
}

impl Body {
    /// What stands behind the opening fence on `opening`. `item` is the column of the innermost list item or
    /// admonition, if the fence stands in one.
    pub fn fenced(source: &Source, opening: &Line, prefix: &Prefix, fence: &Fence, item: Option<usize>) -> Body {
        let item = item.filter(|&column| column <= prefix.indent);
        let container = item.filter(|column| prefix.indent - column < CODE_INDENT).unwrap_or(prefix.indent);
        let reader = Reader { source, fence, quotes: prefix.quotes, margin: item.unwrap_or(0), container };
        reader.read(opening.number + 1)
    }

    /// Code without a fence: its paragraph, and those that follow as long as `goes_on` says so of their first lines.
    pub fn indented(source: &Source, opening: &Line, prefix: &Prefix, goes_on: &dyn Fn(&str) -> bool) -> Body {
        let text = &source.text;
        let mut lines = Vec::new();
        let mut written = 0;
        for line in (opening.number..).map_while(|number| Line::read(text, &source.lines, number)) {
            let Some(cursor) = behind_quotes(text, &line, prefix.quotes) else { break };
            let mut inner = cursor;
            let indent = inner.skip_blanks();
            let is_more = indent >= prefix.indent && (lines.len() == written || goes_on(inner.rest()));
            let is_blank = inner.rest().trim_ascii().is_empty();
            if !is_blank && !is_more {
                break;
            }
            lines.push(RawLine::new(cursor, line));
            written = if is_blank { written } else { lines.len() };
        }
        lines.truncate(written);
        let behind = opening.number + written;
        Body { lines, line_behind: behind, next: behind, end: End::Closed, swallowed: None }
    }

    /// What to tell the author of a fence that opens on the 1-based line `number`.
    pub fn notes(&self, fence: &Fence, number: usize) -> Vec<String> {
        let closing = fence.closing();
        let end = match self.end {
            End::Closed => None,
            End::Left => Some(format!(
                "the fence opened on line {number} is not closed before the list item, quote or box around it ends on \
                 line {}; close it with {closing}, indented or quoted like its opening",
                self.line_behind
            )),
            End::Document => Some(format!(
                "the fence opened on line {number} is never closed: the block runs to the end of the document; close \
                 it with {closing}"
            )),
        };
        let swallowed = self.swallowed.map(|inner| {
            format!(
                "the fence opened on line {number} holds what looks like another one, on line {inner}; \
                 close it with {closing} before that, or make it longer than the one within"
            )
        });
        end.into_iter().chain(swallowed).collect()
    }
}

/// Reads the lines of a fence.
struct Reader<'t> {
    source: &'t Source,
    fence: &'t Fence<'t>,
    quotes: usize,
    /// Column that a line must reach to stay in the container.
    margin: usize,
    /// Column from which a closing fence may be indented.
    container: usize,
}

impl<'t> Reader<'t> {
    fn read(&self, first: usize) -> Body {
        let mut body = Body { lines: Vec::new(), line_behind: first, next: first, end: End::Document, swallowed: None };
        // Code that hangs out of its list item, up to a fence that closes it, is a slip of the author.
        let mut may_hang_out = false;
        while let Some(line) = self.line(body.next) {
            let Some(cursor) = behind_quotes(&self.source.text, &line, self.quotes) else {
                body.end = End::Left;
                break;
            };
            may_hang_out = may_hang_out || (!self.is_inside(cursor) && self.closes_from(line.number));
            if !may_hang_out && !self.is_inside(cursor) {
                body.end = End::Left;
                break;
            }
            body.next += 1;
            if self.fence.closes(cursor, self.container) {
                body.end = End::Closed;
                break;
            }
            if body.swallowed.is_none() && self.looks_like_opening(cursor) {
                body.swallowed = Some(line.number);
            }
            body.lines.push(RawLine::new(cursor, line));
        }
        body.line_behind = first + body.lines.len();
        body
    }

    fn line(&self, number: usize) -> Option<Line> {
        Line::read(&self.source.text, &self.source.lines, number)
    }

    fn is_inside(&self, mut cursor: Cursor) -> bool {
        cursor.skip_blanks() >= self.margin || cursor.rest().trim_ascii().is_empty()
    }

    /// Whether the next fence from the line `first` on is one that closes this one.
    fn closes_from(&self, first: usize) -> bool {
        let lines = (first..).map_while(|number| self.line(number));
        for line in lines {
            let Some(cursor) = behind_quotes(&self.source.text, &line, self.quotes) else { return false };
            let prefix = Prefix::read(&self.source.text, &line);
            if Fence::open(prefix.cursor.rest()).is_some() {
                return prefix.items.is_empty() && self.fence.closes(cursor, self.container);
            }
        }
        false
    }

    /// Whether a line would open a fence like this one, were it not within it.
    fn looks_like_opening(&self, mut cursor: Cursor) -> bool {
        let indent = cursor.skip_blanks();
        let inner = Fence::open(cursor.rest()).filter(|inner| !inner.info.is_empty());
        indent < self.container + CODE_INDENT && inner.is_some_and(|inner| inner.is_like(self.fence))
    }
}
