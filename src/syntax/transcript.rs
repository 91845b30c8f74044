//! Transcripts of a session at a prompt: `>>>` and `...`, or `In [1]:` and `Out[1]:`.

use crate::text::Span;

/// One entry of a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranscriptEntry {
    /// The code without its prompts, lines ended by `\n`.
    pub code: String,
    /// Number of its first line in the transcript, from 0.
    pub line: usize,
    /// Where in the transcript the shown result stands; empty where none is shown.
    pub shown: Span,
    /// `false` for code that stands without a prompt.
    pub prompted: bool,
}

enum Line<'a> {
    First(&'a str),
    More(&'a str),
    Bare(&'a str),
}

/// Takes a transcript apart.
pub fn transcript(text: &str) -> Vec<TranscriptEntry> {
    let mut reader = Reader::default();
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let bare = line.trim_end_matches(['\n', '\r']);
        reader.line(bare, number, Span::new(at, at + bare.len()));
        at += line.len();
    }
    reader.entries.retain(|entry| !entry.code.trim().is_empty());
    reader.entries
}

impl TranscriptEntry {
    fn new(code: &str, line: usize, end: usize, prompted: bool) -> Self {
        Self { code: format!("{code}\n"), line, shown: Span::new(end, end), prompted }
    }

    fn shows_nothing(&self) -> bool {
        self.shown.start == self.shown.end
    }

    /// Whether more code may follow.
    fn goes_on(&self) -> bool {
        self.prompted && self.shows_nothing()
    }

    fn grow(&mut self, code: &str) {
        self.code.push_str(code);
        self.code.push('\n');
    }

    /// The same, with the place for a result behind it.
    fn grow_to(&mut self, code: &str, end: usize) {
        self.grow(code);
        self.shown = Span::new(end, end);
    }
}

/// What is known of the lines so far.
#[derive(Default)]
struct Reader {
    entries: Vec<TranscriptEntry>,
    /// What comes is still the result of the last prompt.
    shown_open: bool,
    /// Within a definition typed, or pasted, without prompts.
    hanging: bool,
    /// The last entry was such a definition: another one may follow.
    pasted: bool,
}

impl Reader {
    /// Takes the next line, its end left out.
    fn line(&mut self, bare: &str, number: usize, span: Span) {
        let line = prompt(bare);
        let is_within = bare.is_empty() || bare.starts_with([' ', '\t']);
        self.hanging &= !matches!(line, Line::First(_)) && is_within;
        match (line, self.entries.last_mut()) {
            (Line::First(code), _) => {
                (self.pasted, self.shown_open) = (false, true);
                self.entries.push(TranscriptEntry::new(code, number, span.end, true));
            }
            (Line::More(text) | Line::Bare(text), None) => self.unprompted(text, number, span.end),
            (Line::More(text) | Line::Bare(text), Some(last)) if self.hanging => last.grow_to(text, span.end),
            (Line::More(code), Some(last)) if last.goes_on() => last.grow_to(code, span.end),
            (Line::More(text), Some(_)) => self.behind(text, number, span, false),
            // Some authors leave the prompts of continuation lines out.
            (Line::Bare(text), Some(last)) if last.goes_on() && is_open(&last.code) => {
                (self.hanging, self.pasted) = (opens_body(text), is_definition(text));
                last.grow_to(text, span.end);
            }
            (Line::Bare(text), Some(last)) if self.pasted && last.shows_nothing() && is_definition(text) => {
                self.definition(text, number, span.end);
            }
            (Line::Bare(text), Some(_)) => self.behind(text, number, span, text.is_empty()),
        }
    }

    /// What stands behind an entry: its result, or something else.
    fn behind(&mut self, text: &str, number: usize, span: Span, is_blank: bool) {
        match self.entries.last_mut() {
            Some(last) if !last.prompted => last.grow(text),
            // A blank line ends what is shown; what comes behind it without a prompt is no result.
            _ if is_blank => self.shown_open = false,
            Some(last) if self.shown_open => {
                let start = if last.shows_nothing() { span.start } else { last.shown.start };
                last.shown = Span::new(start, span.end);
            }
            _ if is_definition(text) => self.definition(text, number, span.end),
            _ => {}
        }
    }

    fn definition(&mut self, text: &str, number: usize, end: usize) {
        self.hanging = opens_body(text);
        self.unprompted(text, number, end);
    }

    fn unprompted(&mut self, text: &str, number: usize, end: usize) {
        self.entries.push(TranscriptEntry::new(text, number, end, false));
    }
}

fn opens_body(line: &str) -> bool {
    line.trim_end().ends_with(':')
}

/// Whether code begins here that stands between prompts without one.
fn is_definition(line: &str) -> bool {
    let defines = ["def ", "class ", "async def ", "@"].iter().any(|word| line.starts_with(word));
    (defines && (line.ends_with(':') || line.starts_with('@')))
        || line.starts_with("import ")
        || line.starts_with("from ")
}

/// Whether a bracket is still open, nothing was typed at the prompt yet, or a decorator waits for what it decorates.
fn is_open(code: &str) -> bool {
    let decorator = code.trim_end().lines().next_back().is_some_and(|line| line.starts_with('@'));
    code.trim().is_empty() || decorator || super::open_brackets(code)
}

fn prompt(line: &str) -> Line<'_> {
    let text = line.trim_start();
    let indent = line.len() - text.len();
    if let Some(code) = text.strip_prefix(">>>") {
        return Line::First(code.strip_prefix(' ').unwrap_or(code));
    }
    if let Some(code) = text.strip_prefix("In [").and_then(|rest| rest.split_once("]:")).map(|(_, code)| code) {
        return Line::First(code.strip_prefix(' ').unwrap_or(code));
    }
    if let Some(code) = text.strip_prefix("...:") {
        return Line::More(code.strip_prefix(' ').unwrap_or(code));
    }
    match text.strip_prefix("...") {
        Some("") if indent == 0 => Line::More(""),
        Some(code) if code.starts_with(' ') && indent == 0 => Line::More(&code[1..]),
        _ => Line::Bare(line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, usize, &str)]) {
        let entries = transcript(text);
        let found: Vec<_> = entries.iter().map(|e| (e.code.as_str(), e.line, e.shown.of(text))).collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn entries_and_what_they_show() {
        check(">>> 1 + 1\n2\n>>> x = 3\n>>> x\n3\n", &[("1 + 1\n", 0, "2"), ("x = 3\n", 2, ""), ("x\n", 3, "3")]);
        check(
            ">>> for i in (1, 2):\n...     print(i)\n...\n1\n2\n",
            &[("for i in (1, 2):\n    print(i)\n\n", 0, "1\n2")],
        );
        check("In [1]: 1 + 1\nOut[1]: 2\n", &[("1 + 1\n", 0, "Out[1]: 2")]);
        check("In [2]: def f():\n   ...:     return 1\n", &[("def f():\n    return 1\n", 0, "")]);
    }

    #[test]
    fn a_blank_line_ends_what_is_shown() {
        check(">>> f()\n1\n\nSo it is.\n", &[("f()\n", 0, "1")]);
    }

    #[test]
    fn code_without_prompts_comes_first() {
        check("def f():\n    return 1\n>>> f()\n1\n", &[("def f():\n    return 1\n", 0, ""), ("f()\n", 2, "1")]);
    }

    #[test]
    fn continuation_lines_may_lack_their_prompts() {
        check(">>> sum(\n    [1, 2],\n)\n3\n", &[("sum(\n    [1, 2],\n)\n", 0, "3")]);
    }

    #[test]
    fn a_definition_may_lack_all_its_prompts() {
        let text = ">>>\ndef f(x):\n    if x:\n        return 1\n\n    return 2\n\n>>> f(0)\n2\n";
        let code = "\ndef f(x):\n    if x:\n        return 1\n\n    return 2\n\n";
        check(text, &[(code, 0, ""), ("f(0)\n", 7, "2")]);
    }

    #[test]
    fn several_definitions_may_be_pasted() {
        let text = ">>>\ndef f():\n    return 1\n\ndef g():\n    return 2\n\n>>> f() + g()\n3\n";
        let (f, g) = ("\ndef f():\n    return 1\n\n", "def g():\n    return 2\n\n");
        check(text, &[(f, 0, ""), (g, 4, ""), ("f() + g()\n", 7, "3")]);
    }

    #[test]
    fn a_traceback_is_shown_whole() {
        let shown = "Traceback (most recent call last):\n  ...\nZeroDivisionError: division by zero";
        check(&format!(">>> 1/0\n{shown}\n"), &[("1/0\n", 0, shown)]);
    }
}
