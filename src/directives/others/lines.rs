//! Options behind the code of a transcript's line: `>>> f()  # doctest: +SKIP`.

use crate::extract::{Block, BlockKind};
use crate::syntax;

/// An option of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Option {
    /// The tool that it speaks to.
    pub tool: &'static str,
    /// The 1-based document line of the entry's prompt.
    pub line: usize,
    /// As written, such as `+SKIP`.
    pub word: String,
}

const TOOLS: [(&str, &str); 3] = [("# doctest:", "doctest"), ("# byexample:", "byexample"), ("# xdoctest:", "xdoctest")];

/// The options in a transcript.
pub fn options(block: &Block) -> Vec<Option> {
    if block.kind != BlockKind::Transcript {
        return Vec::new();
    }
    let entries = syntax::transcript(&block.code.text);
    let options = entries.iter().flat_map(|entry| {
        let line = block.start_line + entry.line;
        of_code(&entry.code).into_iter().map(move |(tool, word)| Option { tool, line, word })
    });
    options.collect()
}

fn of_code(code: &str) -> Vec<(&'static str, String)> {
    let said = TOOLS.iter().filter_map(|(mark, tool)| Some((*tool, code.split_once(mark)?.1.lines().next()?)));
    let words = said.flat_map(|(tool, said)| {
        let words = said.split([',', ' ']).filter(|word| word.starts_with(['+', '-']) && word.len() > 1);
        words.map(move |word| (tool, word.to_owned()))
    });
    words.collect()
}

/// The lines of the entries that are not to run.
pub fn skipped(block: &Block) -> Vec<usize> {
    let skips = |option: &Option| option.word.eq_ignore_ascii_case("+skip");
    options(block).into_iter().filter(skips).map(|option| option.line).collect()
}
