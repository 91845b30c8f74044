//! Options behind the code of a transcript's line: `>>> f()  # doctest: +SKIP`.

use super::{Meaning, Other};
use crate::directives::Directive;
use crate::directives::orders::LineOrders;
use crate::extract::{Block, BlockKind};
use crate::syntax;

/// An option of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineOption {
    /// The tool that it speaks to.
    pub tool: &'static str,
    /// The 1-based document line of the entry's prompt.
    pub line: usize,
    /// As written, such as `+SKIP`.
    pub word: String,
}

const TOOLS: [(&str, &str); 3] =
    [("# doctest:", "doctest"), ("# byexample:", "byexample"), ("# xdoctest:", "xdoctest")];

/// The options in a transcript.
pub fn options(block: &Block) -> Vec<LineOption> {
    if block.kind != BlockKind::Transcript {
        return Vec::new();
    }
    let entries = syntax::transcript(&block.code.text);
    let options = entries.iter().flat_map(|entry| {
        let line = block.start_line + entry.line;
        of_code(&entry.code).into_iter().map(move |(tool, word)| LineOption { tool, line, word })
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

/// What the options of a transcript's entries come to.
pub fn asked(block: &Block) -> LineOrders {
    let options = options(block);
    let with = |word: &str| {
        let lines = options.iter().filter(|option| option.word.eq_ignore_ascii_case(word)).map(|option| option.line);
        lines.collect::<Vec<_>>()
    };
    LineOrders {
        skipped: with("+SKIP"),
        rounded: [with("+NUMBER"), with("+FLOAT_CMP")].concat(),
        any_message: with("+IGNORE_EXCEPTION_DETAIL"),
    }
}

impl LineOption {
    fn followed(&self, how: &'static str) -> Other {
        Other { tool: self.tool, meaning: Meaning::Line(how) }
    }

    /// What it means here.
    pub fn other(&self) -> Other {
        let name = self.word[1..].to_ascii_uppercase();
        match (name.as_str(), self.word.starts_with('+')) {
            ("SKIP", true) => Other::same(self.tool, Directive::Skip(String::new())),
            (_, false) => Other::not_needed(self.tool, "nothing is turned on that this would turn off"),
            ("ELLIPSIS" | "NORMALIZE_WHITESPACE" | "WS" | "TAGS" | "ALLOW_UNICODE" | "ALLOW_BYTES", _) => {
                Other::not_needed(self.tool, "a rule does this in any case; `snipcheck rules` lists them")
            }
            ("NUMBER" | "FLOAT_CMP", _) => self.followed("numbers as far as they are written"),
            ("IGNORE_EXCEPTION_DETAIL", _) => self.followed("the exception's type alone"),
            (name, _) if name.starts_with("REPORT_") || name == "FAIL_FAST" => {
                Other::not_needed(self.tool, "it is about the tool's own report")
            }
            _ => Other::unknown(self.tool, "no option that is known here"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Format, extract};
    use crate::text::Source;

    #[test]
    fn options_stand_behind_the_code_of_a_line() {
        let page = "```pycon\n>>> f()  # doctest: +SKIP\n1\n>>> g(\n...   2)  # doctest: +ELLIPSIS, -NUMBER\n2\n>>> '# a note'\n```\n";
        let document = extract(Source::new("page.md", page), Format::Markdown);
        let found = options(&document.blocks[0]);
        let found: Vec<_> = found.iter().map(|option| (option.tool, option.line, option.word.as_str())).collect();
        assert_eq!(found, [("doctest", 2, "+SKIP"), ("doctest", 4, "+ELLIPSIS"), ("doctest", 4, "-NUMBER")]);
        let asked = asked(&document.blocks[0]);
        assert_eq!((asked.skipped, asked.rounded, asked.any_message), (vec![2], vec![], vec![]));
    }

    #[test]
    fn options_say_how_a_line_is_compared() {
        let page = "```pycon\n>>> f()  # doctest: +NUMBER\n1\n>>> g()  # doctest: +Ignore_Exception_Detail\n2\n```\n";
        let document = extract(Source::new("page.md", page), Format::Markdown);
        let asked = asked(&document.blocks[0]);
        assert_eq!((asked.rounded, asked.any_message), (vec![2], vec![4]));
    }
}
