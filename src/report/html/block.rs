//! A block of Python: its lines with their numbers, and how it ended.

use super::super::model::{BlockReport, DirectiveReport, RunReport};
use super::document::Part;
use super::marks::{Ids, Marks};
use super::{claim, clean, findings, text, words};
use crate::judge::{Outcome, Verdict};
use crate::text::LineIndex;

/// A document's text with its lines.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    pub(super) text: &'a str,
    pub(super) index: LineIndex,
}

impl<'a> Lines<'a> {
    /// A line without its end.
    pub(super) fn line(&self, line: usize) -> &'a str {
        self.index.span(self.text, line).of(self.text)
    }

    /// White space that the lines of a block have in common.
    pub(super) fn indent(&self, block: &BlockReport) -> usize {
        let lines =
            (block.start_line..=block.end_line).map(|line| self.line(line)).filter(|line| !line.trim().is_empty());
        lines.map(|line| line.len() - line.trim_start_matches([' ', '\t']).len()).min().unwrap_or(0)
    }
}

/// Renders the block at `place` among the blocks; without lines only what is known of it.
pub(super) fn render(
    ids: Ids,
    place: usize,
    block: &BlockReport,
    lines: Option<&Lines<'_>>,
    marks: &mut Marks<'_>,
) -> Part {
    let mut part = Part::default();
    let findings = findings::of_block("", block);
    if !findings.is_empty() {
        part.add(Verdict::Fails);
    }
    let code = lines.map(|lines| code(ids, place, block, lines, marks, &mut part)).unwrap_or_default();
    let told = match lines {
        Some(_) => String::new(),
        None => part.notes(marks.take(block.claims.len())) + &endings(ids, place, block, None),
    };
    part.html = format!(
        "<figure class=\"block\"><figcaption>{}{}</figcaption>\n{code}{told}<ul class=\"runs\">{}</ul></figure>\n",
        caption(block),
        directives(block),
        block.runs.iter().map(run).collect::<String>()
    );
    part
}

fn caption(block: &BlockReport) -> String {
    let lines = match block.end_line > block.start_line {
        true => format!("lines {}–{}", block.start_line, block.end_line),
        false => format!("line {}", block.start_line),
    };
    let section: Vec<String> = block.section.iter().map(|title| text::escape(&clean::short(title))).collect();
    let section = if section.is_empty() { String::new() } else { format!(" · {}", section.join(" › ")) };
    format!("Block {}, {lines}{section}", block.index)
}

/// What its author and those of its section say of its run.
fn directives(block: &BlockReport) -> String {
    let one = |directive: &DirectiveReport| {
        let scope = if directive.scope == "block" { String::new() } else { format!(" for the {}", directive.scope) };
        let tool = directive.tool.as_ref().map_or_else(String::new, |tool| format!(", of {tool}"));
        let written = text::escape(&clean::short(&directive.text));
        format!("<li><code>{written}</code>, line {}{}</li>", directive.line, text::escape(&(scope + &tool)))
    };
    let all: String = block.directives.iter().map(one).collect();
    if all.is_empty() { all } else { format!("<ul class=\"directives\" aria-label=\"directives\">{all}</ul>") }
}

fn code(
    ids: Ids,
    place: usize,
    block: &BlockReport,
    lines: &Lines<'_>,
    marks: &mut Marks<'_>,
    part: &mut Part,
) -> String {
    let indent = lines.indent(block);
    let mut list = format!("<ol class=\"lines\" start=\"{}\">\n", block.start_line);
    for line in block.start_line..=block.end_line {
        let source = lines.line(line);
        let start = lines.index.start(line);
        let cut = indent.min(source.len() - source.trim_start_matches([' ', '\t']).len());
        let shown = marks.paint(&source[cut..], start + cut);
        let notes = part.notes(marks.until(start + source.len()));
        let endings = endings(ids, place, block, Some(line));
        list += &format!("<li><code>{shown}</code>{notes}{endings}</li>\n");
    }
    list + "</ol>\n"
}

/// The exceptions that end the block on a line, or anywhere.
fn endings(ids: Ids, place: usize, block: &BlockReport, line: Option<usize>) -> String {
    let known = findings::of_block("", block);
    let mut shown = String::new();
    for (number, finding) in known.iter().enumerate() {
        let at = finding
            .place
            .map_or(block.start_line, |place| place.line)
            .clamp(block.start_line, block.end_line.max(block.start_line));
        if line.is_none_or(|line| line == at) {
            let id = if number == 0 { format!(" id=\"{}\"", ids.ending(place)) } else { String::new() };
            let (title, message) = (text::escape(&finding.title), text::escape(&finding.message));
            let verdict = claim::verdict(Verdict::Fails);
            shown += &format!(
                "<div class=\"claim fails\"{id}><p><strong class=\"verdict\">{verdict}</strong> <b>{title}</b>: {message}</p></div>\n"
            );
        }
    }
    shown
}

/// How it ended on one Python, what it wrote and what it tried.
fn run(run: &RunReport) -> String {
    let (sign, how) = match run.outcome {
        Outcome::Ok => ("✓", "ran to its end".to_owned()),
        _ if run.finding => ("✗", words::ending(run)),
        _ => ("–", words::ending(run)),
    };
    let outputs = [("printed", &run.stdout), ("standard error", &run.stderr), ("traceback", &run.traceback)];
    let outputs: String = outputs.iter().map(|(name, output)| details(name, output)).collect();
    let effects: String = run.effects.iter().map(effect).collect();
    let effects = if effects.is_empty() { effects } else { format!("<ul class=\"effects\">{effects}</ul>") };
    let id = text::escape(&run.interpreter);
    format!("<li><span aria-hidden=\"true\">{sign}</span> Python {id}: {}{outputs}{effects}</li>\n", text::escape(&how))
}

fn details(name: &str, output: &str) -> String {
    if output.trim().is_empty() {
        return String::new();
    }
    format!("<details><summary>{name}</summary><pre>{}</pre></details>", text::lines(output))
}

fn effect(effect: &crate::wire::Effect) -> String {
    let (what, detail) = (text::escape(&clean::short(&effect.what)), text::escape(&clean::short(&effect.detail)));
    format!("<li>tried: {what} <code>{detail}</code>: {}</li>", text::escape(&clean::short(&effect.answer)))
}
