//! Running text: Markdown as a reader sees it. Raw HTML and components are shown as the text that they are, links are
//! followed only where they lead to the web, images are their alternative text.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::document::Part;
use super::marks::Marks;
use super::segment::Segment;
use super::text;

/// Turns the headings of a document into headings of the page: below the document's own, and none is left out.
#[derive(Debug, Default)]
pub(super) struct Outline(Vec<u8>);

impl Outline {
    fn level(&mut self, level: u8) -> usize {
        self.0.retain(|above| *above < level);
        self.0.push(level);
        (self.0.len() + 2).min(6)
    }
}

/// Renders a segment as parts, each with the notes of the claims in it.
pub(super) fn render(segment: &Segment, marks: &mut Marks<'_>, outline: &mut Outline) -> Vec<Part> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut parts = Vec::new();
    let mut writer = Writer { segment, marks, outline, html: String::new(), ends: Vec::new(), in_head: false };
    for (event, range) in Parser::new_ext(&segment.text, options).into_offset_iter() {
        let end = range.end;
        writer.event(event, range);
        if writer.ends.is_empty() {
            parts.push(writer.part(segment.origin(end)));
        }
    }
    parts
}

struct Writer<'a, 'm> {
    segment: &'a Segment,
    marks: &'a mut Marks<'m>,
    outline: &'a mut Outline,
    html: String,
    /// What closes the elements that are open.
    ends: Vec<&'static str>,
    in_head: bool,
}

impl Writer<'_, '_> {
    /// What has been written, up to an offset of the document.
    fn part(&mut self, end: usize) -> Part {
        let mut part = Part::default();
        let notes = part.notes(self.marks.until(end));
        part.html = std::mem::take(&mut self.html) + "\n" + &notes;
        part
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(source) => self.text(&source, range),
            Event::Code(source) => self.code(&source, range),
            Event::Html(source) => self.text(&source, range),
            Event::InlineHtml(source) => self.wrapped("<code class=\"raw\">", &source, range),
            Event::InlineMath(source) | Event::DisplayMath(source) | Event::FootnoteReference(source) => {
                self.text(&source, range);
            }
            Event::SoftBreak => self.html.push('\n'),
            Event::HardBreak => self.html.push_str("<br>\n"),
            Event::Rule => self.html.push_str("<hr>"),
            Event::TaskListMarker(done) => self.html.push_str(if done { "☑ " } else { "☐ " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let (start, end) = match tag {
            Tag::Heading { level, .. } => return self.heading(level as u8),
            Tag::Link { dest_url, .. } => return self.link(&dest_url),
            Tag::List(Some(number)) => return self.open(&format!("<ol start=\"{number}\">\n"), "</ol>"),
            Tag::TableCell if self.in_head => ("<th scope=\"col\">", "</th>"),
            Tag::TableHead => {
                self.in_head = true;
                ("<thead><tr>", "</tr></thead><tbody>")
            }
            Tag::CodeBlock(kind) => return self.open(code_block(&kind), "</code></pre>"),
            other => element(&other),
        };
        self.open(start, end);
    }

    fn open(&mut self, start: &str, end: &'static str) {
        self.html.push_str(start);
        self.ends.push(end);
    }

    fn end(&mut self, tag: TagEnd) {
        if tag == TagEnd::TableHead {
            self.in_head = false;
        }
        self.html.push_str(self.ends.pop().unwrap_or_default());
    }

    fn heading(&mut self, level: u8) {
        let (start, end) = match self.outline.level(level) {
            3 => ("<h3>", "</h3>"),
            4 => ("<h4>", "</h4>"),
            5 => ("<h5>", "</h5>"),
            _ => ("<h6>", "</h6>"),
        };
        self.open(start, end);
    }

    fn link(&mut self, url: &str) {
        match text::target(url) {
            Some(target) => self.open(&format!("<a rel=\"nofollow noopener noreferrer\" href=\"{target}\">"), "</a>"),
            None => self.open("", ""),
        }
    }

    fn code(&mut self, source: &str, range: Range<usize>) {
        let inside = self.segment.text[range.clone()].find(source).map(|at| range.start + at);
        let range = inside.map_or(range, |start| start..start + source.len());
        self.wrapped("<code>", source, range);
    }

    fn wrapped(&mut self, start: &str, source: &str, range: Range<usize>) {
        self.html.push_str(start);
        self.text(source, range);
        self.html.push_str("</code>");
    }

    /// Text that stands so in the document, line by line, or was written otherwise there.
    fn text(&mut self, source: &str, range: Range<usize>) {
        if self.segment.text[range.clone()] != *source {
            let origin = self.segment.origin(range.start)..self.segment.origin(range.end);
            self.html.push_str(&self.marks.paint_whole(source, origin));
            return;
        }
        let mut at = range.start;
        for line in source.split_inclusive('\n') {
            self.html.push_str(&self.marks.paint(line, self.segment.origin(at)));
            at += line.len();
        }
    }
}

fn code_block(kind: &CodeBlockKind<'_>) -> &'static str {
    match kind {
        CodeBlockKind::Indented => "<pre><code>",
        CodeBlockKind::Fenced(_) => "<pre class=\"fence\"><code>",
    }
}

/// How an element begins and ends.
fn element(tag: &Tag<'_>) -> (&'static str, &'static str) {
    match tag {
        Tag::Paragraph => ("<p>", "</p>"),
        Tag::BlockQuote(_) => ("<blockquote>", "</blockquote>"),
        Tag::HtmlBlock | Tag::MetadataBlock(_) => ("<pre class=\"raw\">", "</pre>"),
        Tag::List(_) => ("<ul>\n", "</ul>"),
        Tag::Item => ("<li>", "</li>\n"),
        Tag::Table(_) => ("<table class=\"prose\">", "</tbody></table>"),
        Tag::TableRow => ("<tr>", "</tr>"),
        Tag::TableCell => ("<td>", "</td>"),
        Tag::Emphasis => ("<em>", "</em>"),
        Tag::Strong => ("<strong>", "</strong>"),
        Tag::Strikethrough => ("<del>", "</del>"),
        Tag::Image { .. } => ("<span class=\"image\">[image: ", "]</span>"),
        _ => ("<span>", "</span>"),
    }
}
