//! A block that ended in an exception which the text claims nowhere: the finding that authors most want.

use annotate_snippets::{AnnotationKind, Group, Level, Snippet};

use super::super::model::{BlockReport, RunReport};
use super::excerpt::Lines;
use super::paint::Paint;
use super::{clean, words};
use crate::judge::Outcome;

/// Frames of a traceback that are shown, the innermost ones.
const FRAMES: usize = 8;

/// The same exception at the same place, on one interpreter or several.
pub(super) struct Finding<'a> {
    block: &'a BlockReport,
    run: &'a RunReport,
    interpreters: Vec<&'a str>,
}

impl<'a> Finding<'a> {
    /// The findings of a block.
    pub(super) fn all(block: &'a BlockReport) -> Vec<Self> {
        let mut findings: Vec<Self> = Vec::new();
        for run in block.runs.iter().filter(|run| run.finding) {
            let same = |known: &&mut Self| (known.run.line, &known.run.detail) == (run.line, &run.detail);
            match findings.iter_mut().find(same) {
                Some(known) => known.interpreters.push(&run.interpreter),
                None => findings.push(Self { block, run, interpreters: vec![&run.interpreter] }),
            }
        }
        findings
    }

    /// The document line it is shown at.
    pub(super) fn line(&self) -> usize {
        self.run.line.filter(|&line| line > 0).unwrap_or(self.block.start_line)
    }

    /// Renders it for the document at `path`.
    pub(super) fn render(&self, path: &str, lines: Option<&Lines<'_>>, paint: &Paint) -> String {
        let drawn = self.draw(path, lines, paint).unwrap_or_else(|| self.plain(path, paint));
        drawn + "\n" + &self.frames(path, paint) + "\n"
    }

    fn draw(&self, path: &str, lines: Option<&Lines<'_>>, paint: &Paint) -> Option<String> {
        let line = self.line();
        let excerpt = lines?.excerpt(line, line)?;
        let path = clean::line(path);
        let snippet = Snippet::source(excerpt.source.as_str())
            .line_start(line)
            .path(path.as_str())
            .annotation(AnnotationKind::Primary.span(excerpt.line(line)).label(self.label()));
        let title = Level::ERROR.primary_title(self.title()).id(words::outcome(self.run.outcome));
        let mut group = Group::with_title(title).element(snippet);
        if let Some(note) = self.note() {
            group = group.element(Level::NOTE.no_name().message(note));
        }
        Some(paint.renderer().render(&[group]))
    }

    /// The same in words, where the document's lines are not at hand.
    fn plain(&self, path: &str, paint: &Paint) -> String {
        let head = paint.error(&format!("error[{}]", words::outcome(self.run.outcome)));
        let place = format!("{}:{}", clean::line(path), self.line());
        let note = self.note().map(|note| format!("\n  {note}")).unwrap_or_default();
        format!("{head}: {}\n  at {place}\n  {}{note}", paint.strong(&self.title()), self.label())
    }

    fn title(&self) -> String {
        words::ending(self.run)
    }

    fn label(&self) -> &'static str {
        match self.run.outcome {
            Outcome::SyntaxError => "this is not valid Python",
            _ if self.run.line.is_none() => "somewhere in this block",
            Outcome::Raised => "raised here, and claimed nowhere",
            _ => "the block ends here",
        }
    }

    /// Names the interpreters, where others ran the block to its end or otherwise.
    fn note(&self) -> Option<String> {
        (self.interpreters.len() < self.block.runs.len()).then(|| format!("on {}", self.interpreters.join(", ")))
    }

    /// The frames that lie in the document, outermost first; one alone would only repeat the line above.
    fn frames(&self, path: &str, paint: &Paint) -> String {
        let frames = frames_of(&self.run.traceback, path);
        if frames.len() < 2 {
            return String::new();
        }
        let left_out = frames.len().saturating_sub(FRAMES);
        let mut text = String::from("   Traceback, the innermost call last\n");
        if left_out > 0 {
            text += &format!("     {}\n", paint.faint(&format!("… {}", words::count(left_out, "frame"))));
        }
        for frame in &frames[left_out..] {
            let place = format!("{}:{}", clean::line(path), frame.line);
            text += &format!("     {place} {}\n", paint.faint(&clean::line(frame.scope)));
            text += &frame.source.map(|code| format!("       {}\n", clean::line(code))).unwrap_or_default();
        }
        text
    }
}

/// A line of a traceback with the code below it.
#[derive(Debug, PartialEq, Eq)]
struct Frame<'a> {
    line: &'a str,
    scope: &'a str,
    source: Option<&'a str>,
}

/// The frames of a traceback, as Python prints it, that lie in `file`.
fn frames_of<'a>(traceback: &'a str, file: &str) -> Vec<Frame<'a>> {
    let start = format!("  File \"{file}\", line ");
    let lines: Vec<&str> = traceback.lines().collect();
    let frame = |(at, line): (usize, &&'a str)| {
        let rest = line.strip_prefix(start.as_str())?;
        let (line, scope) = rest.split_once(", ").unwrap_or((rest, ""));
        let below = lines.get(at + 1).and_then(|below| below.strip_prefix("    "));
        Some(Frame { line, scope, source: below.map(str::trim) })
    };
    lines.iter().enumerate().filter_map(frame).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_of_the_document_are_taken_from_a_traceback() {
        let traceback = concat!(
            "Traceback (most recent call last):\n",
            "  File \"a.md\", line 7, in <module>\n    f()\n    ~^^\n",
            "  File \"/usr/lib/json.py\", line 3, in load\n    x\n",
            "  File \"a.md\", line 3, in f\n",
            "ValueError: no\n"
        );
        let frame = |line, scope, source| Frame { line, scope, source };
        let expect = [frame("7", "in <module>", Some("f()")), frame("3", "in f", None)];
        assert_eq!(frames_of(traceback, "a.md"), expect);
        assert_eq!(frames_of("", "a.md"), []);
    }
}
