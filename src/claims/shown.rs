//! Results shown as text of their own: output blocks and what a transcript shows below its prompts.

use super::model::{Certainty, Claim, Form, Kind, Reading, Strength};
use super::surroundings::{self, Surroundings};
use super::{exception, script};
use crate::extract::{Block, BlockKind, Output, Tie};
use crate::syntax::{Module, Shape, parse, transcript};
use crate::text::Span;

/// The claims of a block's output blocks.
pub fn of_outputs(index: usize, block: &Block, module: &Module, line_of: &dyn Fn(usize) -> usize) -> Vec<Claim> {
    let shared = block.outputs.iter().filter(|output| !output.tie.is_guess()).count() > 1;
    let outputs = block.outputs.iter().filter(|output| !output.text.text.trim().is_empty());
    outputs.map(|output| of_output(index, block, module, output, shared, line_of)).collect()
}

fn of_output(
    index: usize,
    block: &Block,
    module: &Module,
    output: &Output,
    shared: bool,
    line_of: &dyn Fn(usize) -> usize,
) -> Claim {
    let text = output.text.text.trim_end();
    let start = text.len() - text.trim_start_matches('\n').len();
    let claimed = text[start..].to_owned();
    let certainty = match output.tie {
        Tie::Loose => Certainty::Guess,
        // A line alone is easily like another.
        Tie::Unsaid if !claimed.contains('\n') || is_code(&claimed) => Certainty::Guess,
        Tie::Unsaid => Certainty::Possible,
        _ if shared => Certainty::Possible,
        Tie::Answer if is_code(&claimed) || is_sentence(&claimed) => Certainty::Possible,
        Tie::Named | Tie::Similar => Certainty::Sure,
        Tie::Adjacent | Tie::Answer => Certainty::Likely,
        Tie::Session => Certainty::Possible,
    };
    let span = output.text.span(start, text.len());
    let mut claim = output_claim(index, block, module, (span, claimed, certainty), line_of);
    if only_defines(module) {
        claim.readings.push(Reading::Open("the block only defines, and another one may show this".into()));
    }
    if output.tie == Tie::Similar {
        claim.readings.push(Reading::Open("the text says that the output need only be similar".into()));
    }
    claim
}

/// Whether nothing at the top of a block does more than to define: what is shown below it comes from its use elsewhere.
fn only_defines(module: &Module) -> bool {
    let top = || module.statements.iter().filter(|statement| statement.parent.is_none());
    let defines = |shape: &Shape| matches!(shape, Shape::Def(_) | Shape::Class(_) | Shape::Import);
    top().any(|statement| matches!(statement.shape, Shape::Def(_))) && top().all(|statement| defines(&statement.shape))
}

/// Whether an answer is code: what is asked for, and not what is printed.
fn is_code(text: &str) -> bool {
    let module = parse(text);
    let acts = |shape: &Shape| !matches!(shape, Shape::Expr { prints: false, .. });
    module.error.is_none() && module.statements.iter().any(|statement| acts(&statement.shape))
}

/// Whether an answer is told in words.
fn is_sentence(text: &str) -> bool {
    let words =
        text.split_whitespace().filter(|word| word.trim_end_matches([',', '.']).chars().all(char::is_alphabetic));
    words.count() > 3 && text.trim_end().ends_with(['.', '!', '?'])
}

/// The claim that a block shows `claimed`, which stands at that place.
pub fn output_claim(
    index: usize,
    block: &Block,
    module: &Module,
    (span, claimed, certainty): (Span, String, Certainty),
    line_of: &dyn Fn(usize) -> usize,
) -> Claim {
    let code = script(block);
    let outside = Surroundings::new(module, &code);
    let last = module.statements.iter().rfind(|statement| statement.parent.is_none());
    let subject = match block.kind {
        BlockKind::Script => block.code.origin(last.map_or(0, |statement| statement.span.start)),
        BlockKind::Transcript => last_entry(block),
    };
    let mut readings = vec![Reading::BlockStdout(claimed.clone())];
    if last.is_some_and(|statement| matches!(statement.shape, Shape::Expr { .. })) {
        // Notebooks show the value of the last expression.
        readings.push(Reading::Value(claimed.clone()));
    }
    let raised = traceback(&claimed);
    let kind = if raised.is_some() { Kind::Raises } else { Kind::Stdout };
    readings.extend(raised);
    Claim {
        span,
        block: Some(index),
        subject_line: line_of(subject),
        form: Form::Output,
        kind,
        strength: Strength::Exact,
        certainty,
        claimed,
        tail: String::new(),
        whole: None,
        repeats: false,
        table: None,
        from_outside: module.statements.iter().any(|statement| outside.tell(statement)),
        on: Vec::new(),
        readings,
    }
}

/// Where the last entry of a transcript stands in the document.
fn last_entry(block: &Block) -> usize {
    let line = transcript(&block.code.text).last().map_or(0, |entry| entry.line);
    block.code.origins.get(line).copied().unwrap_or(0)
}

/// The exception at the end of a traceback, or of a bare `ValueError: …` line.
pub fn traceback(text: &str) -> Option<Reading> {
    let has_traceback = text.contains("Traceback (most recent call last)");
    let mut lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
    let line = if has_traceback {
        lines.rfind(|line| !line.starts_with([' ', '|', '+']) && exception::read(line, &|_| true).is_some())?
    } else {
        let line = lines.next_back()?;
        let name = line.split([':', ' ']).next()?;
        if !exception::looks_like_exception(name.rsplit('.').next()?) {
            return None;
        }
        line
    };
    exception::read(line, &|_| true).map(|found| found.reading)
}

/// The claims of a transcript.
pub fn of_transcript(index: usize, block: &Block, line_of: &dyn Fn(usize) -> usize) -> Vec<Claim> {
    let text = &block.code.text;
    let entries = transcript(text);
    let shown = entries.iter().filter(|entry| entry.prompted && entry.shown.start < entry.shown.end);
    shown
        .map(|entry| {
            let span = without_prompt(text, entry.shown);
            let claimed = span.of(text).to_owned();
            let raised = traceback(&claimed);
            let subject = block.code.origins.get(entry.line).copied().unwrap_or(0);
            Claim {
                span: block.code.span(span.start, span.end),
                block: Some(index),
                subject_line: line_of(subject),
                form: Form::Repl,
                kind: if raised.is_some() { Kind::Raises } else { Kind::Value },
                strength: Strength::Exact,
                certainty: Certainty::Sure,
                tail: String::new(),
                whole: None,
                repeats: false,
                table: None,
                from_outside: surroundings::reads(&entry.code),
                on: Vec::new(),
                readings: raised.into_iter().chain([Reading::Prompt(claimed.clone())]).collect(),
                claimed,
            }
        })
        .collect()
}

/// `Out[1]: 2` shows `2`.
fn without_prompt(text: &str, shown: Span) -> Span {
    let skipped =
        shown.of(text).strip_prefix("Out[").and_then(|rest| rest.find("]:")).map_or(0, |at| "Out[".len() + at + 2);
    let blanks = shown.of(text)[skipped..].bytes().take_while(|&b| b == b' ' && skipped > 0).count();
    Span::new(shown.start + skipped + blanks, shown.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exception_of_a_traceback_is_found() {
        let raises =
            |name: &str, message: &str| Some(Reading::Raises { type_name: name.into(), message: Some(message.into()) });
        let whole =
            "Traceback (most recent call last):\n  File \"x.py\", line 1, in <module>\n    f()\nKeyError: 'a'\n";
        assert_eq!(traceback(whole), raises("KeyError", "'a'"));
        assert_eq!(traceback("before\nValueError: no"), raises("ValueError", "no"));
        assert_eq!(traceback("Error: no such file"), None);
        assert_eq!(traceback("1\n2"), None);
    }
}
