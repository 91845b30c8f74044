//! What holds for every text, however broken.

#[path = "properties/extraction.rs"]
mod extraction;

use proptest::prelude::*;

use snipcheck::extract::{Document, Format, extract};
use snipcheck::text::Source;

/// Bits of documents, to be joined in any order.
const FRAGMENTS: &[&str] = &[
    "```",
    "````",
    "~~~",
    "python",
    "py",
    "text",
    "output",
    "pycon",
    "{python}",
    "{code-cell} python",
    "{note}",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "    ",
    "\t",
    "> ",
    ">",
    "- ",
    "1. ",
    "* ",
    "!!! note",
    "??? tip \"T\"",
    "=== \"Tab\"",
    ":::note",
    ":::",
    "<Tab title=\"A\">",
    "</Tab>",
    "<Tab",
    "title=\"",
    "{/*",
    "*/}",
    "<!--",
    "-->",
    "<details>",
    "<summary>",
    "</summary>",
    "</details>",
    "<style>",
    "</style>",
    "# ",
    "## ",
    "---",
    "===",
    "+++",
    "#",
    "`",
    "``",
    "\\",
    ">>> x",
    ">>> ",
    "In [1]: ",
    "Output:",
    "Traceback (most recent call last):",
    ":a: b",
    "x = 1",
    "é",
    "\u{feff}",
    "\u{2028}",
    "😀",
    "\"",
    "'",
    "{",
    "}",
    "<",
    "print(1)  # 1",
    "\u{0}",
];

fn document() -> impl Strategy<Value = String> {
    let joined = prop::collection::vec(prop::sample::select(FRAGMENTS), 0..60).prop_map(|parts| parts.concat());
    // Lines that begin a block are rare among random fragments; here every line is one that means something.
    let line = (
        prop::sample::select(&["", "  ", "    ", "\t", "> ", "> > ", "- ", "1. ", "  - ", "   "][..]),
        prop::sample::select(
            &[
                "```python",
                "```",
                "```",
                "~~~",
                "~~~py",
                "````",
                "x = 1",
                "",
                ">>> x",
                "text",
                "Output:",
                "## A",
                "# T",
                "<Tab title=\"B\">",
                "</Tab>",
                "<!--",
                "-->",
                "---",
                "```text",
                "```{note}",
                "!!! note",
                ":a: b",
            ][..],
        ),
        prop::sample::select(&["\n", "\n", "\r\n", "\r"][..]),
    );
    let lines = prop::collection::vec(line.prop_map(|(before, text, end)| format!("{before}{text}{end}")), 0..30);
    prop_oneof![joined, lines.prop_map(|lines| lines.concat()), any::<String>()]
}

fn read(text: &str, format: Format) -> Document {
    extract(Source::new("a.md", text), format)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_can_be_read_and_every_position_is_true(text in document()) {
        extraction::check(text.as_bytes());
    }

    #[test]
    fn what_is_read_is_no_larger_than_the_text(text in document()) {
        let document = read(&text, Format::Mdx);
        let code: usize = document.blocks.iter().map(|block| block.code.text.len()).sum();
        prop_assert!(code <= text.len() + document.source.lines.count());
        prop_assert!(document.pieces.len() <= text.len());
    }

    #[test]
    fn a_block_is_found_behind_any_closed_text(text in "[a-z #>*.\n-]{0,80}") {
        let document = read(&format!("{text}\n\n```python\nmarked\n```\n"), Format::Markdown);
        prop_assert_eq!(document.blocks.last().map(|block| block.code.text.as_str()), Some("marked\n"));
    }

    #[test]
    fn line_ends_change_no_code(text in document()) {
        let unix = text.replace("\r\n", "\n").replace('\r', "\n");
        let windows = unix.replace('\n', "\r\n");
        let codes = |text: &str| -> Vec<(usize, String)> {
            let blocks = read(text, Format::Mdx).blocks;
            blocks.into_iter().map(|block| (block.start_line, block.code.text)).collect()
        };
        prop_assert_eq!(codes(&unix), codes(&windows));
    }
}
