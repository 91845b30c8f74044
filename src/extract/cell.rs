//! What a notebook's cell says about its own running, in the words of Quarto, knitr, MyST and Jupyter. Knows the words
//! alone, never the code.

use std::ops::Range;

use super::code::RawLine;
use super::info::Info;
use crate::text::Span;

/// How a cell is meant to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Conduct {
    /// Where it says that it is shown and not run: `eval: false`, `skip-execution`.
    pub only_shown: Option<Span>,
    /// An exception is meant to leave it: `error: true`, `raises-exception`.
    pub may_raise: bool,
    /// It is a cell of a notebook, or of a document that looks like the export of one: what comes before it has run.
    pub is_cell: bool,
}

impl Conduct {
    /// Reads the words behind the fence, which stand in `opening`, and the lines of options below it.
    pub fn read(text: &str, opening: Span, info: &Info, options: &[RawLine]) -> Self {
        let start = opening.start + opening.of(text).find(info.whole).unwrap_or(0);
        let behind = Span::new(start, start + info.whole.len());
        let words = || [behind].into_iter().chain(options.iter().map(RawLine::span));
        let said = |name: &str, value: &str, label: &str| {
            words().find_map(|span| {
                let words = span.of(text);
                let found = setting(words, name, value).or_else(|| tag(words, label))?;
                Some(Span::new(span.start + found.start, span.start + found.end))
            })
        };
        Conduct {
            only_shown: said("eval", "false", "skip-execution"),
            may_raise: said("error", "true", "raises-exception").is_some(),
            is_cell: is_cell(info),
        }
    }
}

/// Whether a fence is a cell of a notebook, whose cells all run in one session: `{python}`, `{code-cell} python`.
pub fn is_cell(info: &Info) -> bool {
    let word = info.whole.trim_start_matches(['{', ' ']);
    info.whole.starts_with('{') && (word.starts_with("python") || word.starts_with("code-cell"))
}

/// How many lines at the beginning of a cell are options: `:name: value`, `#| name: value`, or metadata between `---`.
pub fn options(text: &str, lines: &[RawLine], is_directive: bool) -> usize {
    let written = |line: &RawLine| line.text(text).trim_ascii();
    if is_directive && lines.first().is_some_and(|line| written(line) == "---") {
        let length = lines.iter().skip(1).position(|line| written(line) == "---");
        return length.map_or(0, |length| length + 2);
    }
    let is_option = |line: &&RawLine| {
        let named = written(line).strip_prefix("#|").or(written(line).strip_prefix(':').filter(|_| is_directive));
        let name = named.and_then(|rest| rest.split_once(':')).map(|(name, _)| name.trim_start());
        name.is_some_and(|name| !name.is_empty() && !name.contains(char::is_whitespace))
    };
    lines.iter().take_while(is_option).count()
}

/// `eval: false`, `eval=FALSE`, `eval = F`: where it stands.
fn setting(words: &str, name: &str, value: &str) -> Option<Range<usize>> {
    let words = words.to_ascii_lowercase();
    words.match_indices(name).find_map(|(at, _)| {
        let begins = !words[..at].ends_with(|c: char| c.is_alphanumeric() || "-_.".contains(c));
        let given = words[at + name.len()..].trim_start().strip_prefix([':', '='])?;
        let given = given.trim_start_matches([' ', '"', '\'', '{']);
        let word = given.split(|c: char| !c.is_alphanumeric()).next()?;
        let start = words.len() - given.len();
        let end = start + word.len();
        let is_quoted = |quote| words[..start].ends_with(quote) && words[end..].starts_with(quote);
        let closing = usize::from(is_quoted('"') || is_quoted('\''));
        (begins && (word == value || word == &value[..1])).then_some(at..end + closing)
    })
}

/// Where a word stands by itself; hyphens around it may be those of a list.
fn tag(words: &str, tag: &str) -> Option<Range<usize>> {
    let goes_on = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = words.match_indices(tag).map(|(at, _)| at..at + tag.len());
    found.find(|found| {
        let (before, behind) = (words[..found.start].trim_end_matches('-'), words[found.end..].trim_start_matches('-'));
        !before.ends_with(goes_on) && !behind.starts_with(goes_on)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Format, extract};
    use crate::text::Source;

    /// What a cell says of not being run, and whether it may raise.
    fn check(cell: &str, code: &str, (only_shown, may_raise): (Option<&str>, bool)) {
        let document = extract(Source::new("cell.md", cell), Format::Markdown);
        let shown =
            |conduct: Conduct| (conduct.only_shown.map(|span| span.of(cell)), conduct.may_raise, conduct.is_cell);
        let blocks: Vec<_> =
            document.blocks.iter().map(|block| (block.code.text.as_str(), shown(block.conduct))).collect();
        let is_cell =
            ["```{python", "```{code-cell}"].iter().any(|fence| cell.trim_start_matches("> ").starts_with(fence));
        assert_eq!(blocks, [(code, (only_shown, may_raise, is_cell))], "{cell}");
    }

    #[test]
    fn a_cell_says_whether_it_runs() {
        let shown = |words| (Some(words), false);
        let (raises, plain) = ((None, true), (None, false));
        check("```{python}\n#| eval: false\nf()\n```\n", "f()\n", shown("eval: false"));
        check("```python\n#| eval: False\n#| echo: true\nf()\n```\n", "f()\n", shown("eval: False"));
        check("```{python, echo=TRUE, eval = FALSE}\nf()\n```\n", "f()\n", shown("eval = FALSE"));
        check("```{.python eval=\"false\"}\nf()\n```\n", "f()\n", shown("eval=\"false\""));
        check("> ```{python eval=F}\n> f()\n> ```\n", "f()\n", shown("eval=F"));
        check("```{python}\n#| error: true\nf()\n```\n", "f()\n", raises);
        let tags = "```{code-cell} python\n:tags: [skip-execution, hide-input]\n\nf()\n```\n";
        check(tags, "\nf()\n", shown("skip-execution"));
        check("```{code-cell} python\n---\ntags:\n  - raises-exception\n---\nf()\n```\n", "f()\n", raises);
        check("```{python}\n#| eval: true\n#| error: false\n#| warning: false\nf()\n```\n", "f()\n", plain);
        check("```{python}\n#| tags: no-skip-execution\nf()\n```\n", "f()\n", plain);
        check("```python\n#| a table |\nf()\n```\n", "#| a table |\nf()\n", plain);
        check("```python\n# eval: false\nf()\n```\n", "# eval: false\nf()\n", plain);
        check("```python title=\"retrieval=false\"\nf()\n```\n", "f()\n", plain);
    }
}
