//! The directives of one stretch of a document: its words, each read by name, with the lines that belong to it.
//!
//! Knows neither where such stretches stand nor which blocks they reach.

use super::directive::{Directive, takes_lines};
use super::values::Lines;
use super::words::words;
use super::{Mistake, Said, Scope};
use crate::syntax;
use crate::text::{Source, Span};

/// Reads a stretch; `below` are the lines below it in its comment. What cannot be followed is among the mistakes.
pub fn read(source: &Source, span: Span, below: Option<Span>, scope: Scope) -> (Vec<Said>, Vec<Mistake>) {
    let (mut said, mut mistakes) = (Vec::new(), Vec::new());
    let text = span.of(&source.text);
    let words = words(text);
    if below.is_some() && words.iter().filter(|word| takes_lines(word)).count() > 1 {
        let message = "the lines below belong to one directive, and two take them".to_owned();
        return (said, vec![Mistake { span, message }]);
    }
    for word in words {
        let lines = match (word.name, word.value) {
            ("setup", Some(value)) => Some(inline(source, value, span)),
            _ => below.filter(|_| takes_lines(&word)).and_then(|below| lines(source, below)),
        };
        let place = Span::new(span.start + word.span.start, span.start + word.span.end);
        match Directive::read(&word, lines).and_then(valid) {
            Ok(directive) => {
                let text = word.span.of(text).to_owned();
                said.push(Said { directive, span: place, text, scope, tool: None });
            }
            Err(message) => mistakes.push(Mistake { span: place, message }),
        }
    }
    (said, mistakes)
}

fn inline(source: &Source, value: &str, span: Span) -> Lines {
    Lines { line: source.line(span.start), text: format!("{}\n", value.trim()) }
}

/// The lines below the first one, without their common indentation.
fn lines(source: &Source, below: Span) -> Option<Lines> {
    let text = below.of(&source.text);
    let behind = text.find('\n')? + 1;
    let lines: Vec<&str> = text[behind..].lines().collect();
    let written = |line: &&&str| !line.trim().is_empty();
    let indent =
        lines.iter().filter(written).map(|line| line.len() - line.trim_start_matches([' ', '\t']).len()).min()?;
    let kept = lines.iter().map(|line| line.get(indent..).unwrap_or_default().trim_end_matches('\r'));
    let text: String = kept.flat_map(|line| [line, "\n"]).collect();
    Some(Lines { line: source.line(below.start + behind), text: format!("{}\n", text.trim_end()) })
}

/// Hidden code must be Python.
fn valid(directive: Directive) -> Result<Directive, String> {
    let Directive::Setup(lines) = &directive else { return Ok(directive) };
    match syntax::parse(&lines.text).error {
        Some(error) => Err(format!("the code of `setup` is no valid Python: {error}")),
        None => Ok(directive),
    }
}
