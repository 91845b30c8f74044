//! What a notebook's cell says about its own running, in the words of Quarto, knitr, MyST and Jupyter. Knows the words
//! alone, never the code.

use super::code::RawLine;
use super::info::Info;

/// How a cell is meant to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Conduct {
    /// It is shown and not run: `eval: false`, `skip-execution`.
    pub is_only_shown: bool,
    /// An exception is meant to leave it: `error: true`, `raises-exception`.
    pub may_raise: bool,
    /// It is a cell of a notebook: what comes before it has run.
    pub is_cell: bool,
}

impl Conduct {
    /// Reads the words behind the fence and the lines of options below it.
    pub fn read(text: &str, info: &Info, options: &[RawLine]) -> Self {
        let words = options.iter().map(|line| line.text(text)).chain([info.whole]);
        let is_cell = is_cell(info);
        words.fold(Conduct { is_cell, ..Conduct::default() }, |known, words| Conduct {
            is_cell,
            is_only_shown: known.is_only_shown || sets(words, "eval", "false") || has_tag(words, "skip-execution"),
            may_raise: known.may_raise || sets(words, "error", "true") || has_tag(words, "raises-exception"),
        })
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

/// `eval: false`, `eval=FALSE`, `eval = F`.
fn sets(words: &str, name: &str, value: &str) -> bool {
    let words = words.to_lowercase();
    words.match_indices(name).any(|(at, _)| {
        let begins = !words[..at].ends_with(|c: char| c.is_alphanumeric() || "-_.".contains(c));
        let given = words[at + name.len()..].trim_start().strip_prefix([':', '=']);
        let given = given.map(|rest| rest.trim_start_matches([' ', '"', '\'', '{']));
        let word = given.and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
        begins && word.is_some_and(|word| word == value || word == &value[..1])
    })
}

fn has_tag(words: &str, tag: &str) -> bool {
    let mut words =
        words.split(|c: char| !(c.is_alphanumeric() || "-_".contains(c))).map(|word| word.trim_matches('-'));
    words.any(|word| word == tag)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Format, extract};
    use crate::text::Source;

    fn check(cell: &str, code: &str, (is_only_shown, may_raise): (bool, bool)) {
        let document = extract(Source::new("cell.md", cell), Format::Markdown);
        let blocks: Vec<_> = document.blocks.iter().map(|block| (block.code.text.as_str(), block.conduct)).collect();
        let is_cell = cell.starts_with("```{python") || cell.starts_with("```{code-cell}");
        assert_eq!(blocks, [(code, Conduct { is_only_shown, may_raise, is_cell })], "{cell}");
    }

    #[test]
    fn a_cell_says_whether_it_runs() {
        let (shown, raises, plain) = ((true, false), (false, true), (false, false));
        check("```{python}\n#| eval: false\nf()\n```\n", "f()\n", shown);
        check("```python\n#| eval: False\n#| echo: true\nf()\n```\n", "f()\n", shown);
        check("```{python, echo=TRUE, eval = FALSE}\nf()\n```\n", "f()\n", shown);
        check("```{.python eval=\"false\"}\nf()\n```\n", "f()\n", shown);
        check("```{python}\n#| error: true\nf()\n```\n", "f()\n", raises);
        check("```{code-cell} python\n:tags: [skip-execution, hide-input]\n\nf()\n```\n", "\nf()\n", shown);
        check("```{code-cell} python\n---\ntags:\n  - raises-exception\n---\nf()\n```\n", "f()\n", raises);
        check("```{python}\n#| eval: true\n#| error: false\n#| warning: false\nf()\n```\n", "f()\n", plain);
        check("```python\n#| a table |\nf()\n```\n", "#| a table |\nf()\n", plain);
        check("```python\n# eval: false\nf()\n```\n", "# eval: false\nf()\n", plain);
        check("```python title=\"retrieval=false\"\nf()\n```\n", "f()\n", plain);
    }
}
