//! Walks over the lines of a Markdown or MDX document and cuts it into text, code and what is hidden.
//!
//! Owns the order in which a line is looked at. It opens fences (`body` reads what is in them) and keeps the outline;
//! `visible` looks into a line. It does not know which code is Python or which output belongs to it.

mod visible;

use super::body::Body;
use super::elements::{Element, ElementKind, Elements, RawBlock};
use super::fence::Fence;
use super::gap::{self, Gap};
use super::info::{Info, Language};
use super::line::{CODE_INDENT, Line, Prefix, is_prompt};
use super::outline::Outline;
use super::{Format, heading};
use crate::text::{Source, Span};

/// Fenced containers within one another; deeper ones are read as code.
const DEEPEST_FENCE: usize = 16;

/// Cuts a document into stretches.
pub fn scan(source: &Source, format: Format) -> Elements<'_> {
    let mut scanner = Scanner::new(source, format);
    scanner.front_matter();
    while let Some(line) = scanner.line(scanner.number) {
        scanner.number += 1;
        scanner.step(line);
    }
    scanner.elements.sections = scanner.outline.into_sections();
    scanner.elements
}

struct Scanner<'t> {
    source: &'t Source,
    text: &'t str,
    format: Format,
    /// 1-based number of the line to read next.
    number: usize,
    elements: Elements<'t>,
    outline: Outline,
    /// The paragraph that an underline would make a heading.
    paragraph: Option<Span>,
    /// End of a comment or tag that began on an earlier line.
    busy_until: usize,
    /// No tag ends before this offset.
    no_tag_until: usize,
    /// No comment of HTML ends before this offset, nor one of MDX before the next.
    no_html_end_until: usize,
    no_mdx_end_until: usize,
    /// Where the text of an open `<summary>` begins.
    summary: Option<usize>,
    /// Open fences that hold text, as in `{note}`.
    containers: Vec<Fence<'t>>,
}

impl<'t> Scanner<'t> {
    fn new(source: &'t Source, format: Format) -> Self {
        Self {
            source,
            text: &source.text,
            format,
            number: 1,
            elements: Elements::default(),
            outline: Outline::default(),
            paragraph: None,
            busy_until: 0,
            no_tag_until: 0,
            no_html_end_until: 0,
            no_mdx_end_until: 0,
            summary: None,
            containers: Vec::new(),
        }
    }

    fn line(&self, number: usize) -> Option<Line> {
        Line::read(self.text, &self.source.lines, number)
    }

    fn prose(&mut self, start: usize, end: usize) {
        if start < end {
            let section = self.outline.section();
            self.elements.prose(start, end, section);
        }
    }

    /// Metadata at the very start. A rule followed by a blank line, or by code, is a rule.
    fn front_matter(&mut self) {
        let marks = self.line(1).map(|line| line.text(self.text).trim_end());
        let closing: &[&str] = match marks {
            Some("---") => &["---", "..."],
            Some("+++") => &["+++"],
            _ => return,
        };
        if self.line(2).is_none_or(|line| line.is_blank(self.text)) {
            return;
        }
        for line in (2..).map_while(|number| self.line(number)) {
            let written = line.text(self.text);
            if closing.contains(&written.trim_end()) {
                self.elements.hidden(0, line.next);
                self.number = line.number + 1;
                return;
            }
            if Fence::open(written.trim_start()).is_some() {
                return;
            }
        }
    }

    fn step(&mut self, line: Line) {
        if line.start < self.busy_until {
            self.paragraph = None;
            return self.visible(&line, self.busy_until, None);
        }
        let prefix = Prefix::read(self.text, &line);
        if prefix.cursor.rest().trim_ascii().is_empty() && prefix.items.is_empty() {
            self.paragraph = None;
            return self.prose(line.start, line.next);
        }
        self.outline.settle(prefix.quotes, prefix.outer);
        for &content in &prefix.items {
            self.outline.indented(content, None);
        }
        match Fence::open(prefix.cursor.rest()) {
            Some(fence) => self.fence(&line, &prefix, fence),
            None if self.begins_transcript(&prefix) => self.indented(&line, &prefix, &is_prompt),
            None if self.begins_output(&prefix) => self.indented(&line, &prefix, &|rest| !is_prompt(rest)),
            None => self.running_text(&line, &prefix),
        }
    }

    fn begins_transcript(&self, prefix: &Prefix) -> bool {
        let is_indented = prefix.indent >= CODE_INDENT && prefix.items.is_empty();
        self.format == Format::Markdown && is_indented && self.paragraph.is_none() && is_prompt(prefix.cursor.rest())
    }

    /// Indented code right behind a fence, or behind words that announce output; other such code is read as text.
    fn begins_output(&self, prefix: &Prefix) -> bool {
        let is_indented = prefix.items.is_empty() && prefix.indent >= self.outline.margin() + CODE_INDENT;
        let between = match &self.elements.list[..] {
            [.., Element { kind: ElementKind::Code(raw), .. }] if raw.is_fenced => "",
            [.., Element { kind: ElementKind::Code(raw), .. }, Element { span, kind: ElementKind::Prose(_) }]
                if raw.is_fenced =>
            {
                span.of(self.text)
            }
            _ => return false,
        };
        let is_led = || between.len() <= gap::LONGEST && matches!(gap::read(between), Gap::Nothing | Gap::LeadIn);
        self.format == Format::Markdown && is_indented && self.paragraph.is_none() && is_led()
    }

    fn indented(&mut self, line: &Line, prefix: &Prefix, goes_on: &dyn Fn(&str) -> bool) {
        let body = Body::indented(self.source, line, prefix, goes_on);
        self.code(line, prefix, None, body);
    }

    fn fence(&mut self, line: &Line, prefix: &Prefix<'t>, fence: Fence<'t>) {
        self.paragraph = None;
        if self.containers.last().is_some_and(|open| open.matches(prefix.cursor.rest())) {
            self.containers.pop();
            return self.prose(line.start, line.next);
        }
        let info = Info::read(fence.info);
        if info.language == Language::Container && self.containers.len() < DEEPEST_FENCE {
            self.containers.push(fence);
            return self.prose(line.start, line.next);
        }
        let body = Body::fenced(self.source, line, prefix, &fence, self.outline.item());
        let span = Span::new(prefix.cursor.at, line.end);
        for message in body.notes(&fence, line.number) {
            self.elements.note(span, message);
        }
        self.code(line, prefix, Some(info), body);
    }

    fn code(&mut self, line: &Line, prefix: &Prefix, info: Option<Info<'t>>, body: Body) {
        let block = RawBlock {
            info: info.unwrap_or_else(|| Info::read("")),
            is_fenced: info.is_some(),
            opening: Span::new(prefix.cursor.at, line.end),
            lines: body.lines,
            line_behind: body.line_behind,
            indent: prefix.indent,
            quotes: prefix.quotes,
            place: self.outline.place(),
            section: self.outline.section(),
        };
        self.number = body.next;
        self.elements.code(line.start, self.source.lines.start(body.next), block);
    }

    fn running_text(&mut self, line: &Line, prefix: &Prefix) {
        let text = prefix.cursor.rest();
        let is_plain = prefix.quotes == 0 && prefix.items.is_empty();
        let is_shallow = self.format == Format::Mdx || prefix.indent < self.outline.margin() + CODE_INDENT;
        let paragraph = self.paragraph.take();
        if let Some(title) = heading::container(text) {
            self.outline.indented(prefix.indent + CODE_INDENT, title);
        } else if is_plain && is_shallow {
            match (heading::marked(text), paragraph, heading::underline(text)) {
                (Some((level, title)), _, _) => self.outline.heading(level, title),
                (None, Some(above), Some(level)) => {
                    self.outline.heading(level, heading::heading_title(above.of(self.text)));
                }
                (None, above, _) if !text.starts_with(['<', '|', ':', '{']) => {
                    self.paragraph = Some(Span::new(above.map_or(line.start, |span| span.start), line.end));
                }
                _ => {}
            }
        }
        self.visible(line, line.start, Some(prefix));
    }
}
