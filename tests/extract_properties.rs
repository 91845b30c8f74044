//! What holds for every text, however broken.

use proptest::prelude::*;

use snipcheck::extract::{Code, Document, Format, PieceKind, extract};
use snipcheck::text::{Source, Span};

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

fn check_span(text: &str, span: Span) {
    assert!(span.start <= span.end && span.end <= text.len(), "{span:?} lies outside");
    assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{span:?} cuts a character");
}

/// Every line of code stands in the document where it says, within `span`.
fn check_code(text: &str, code: &Code, span: Span) {
    assert_eq!(code.text.lines().count(), code.origins.len());
    assert!(code.text.is_empty() || code.text.ends_with('\n'));
    let mut behind = span.start;
    for (line, &origin) in code.text.split('\n').zip(&code.origins) {
        assert_eq!(text.get(origin..origin + line.len()), Some(line));
        assert!(behind <= origin && origin + line.len() <= span.end, "line {line:?} at {origin} outside {span:?}");
        behind = origin + line.len();
    }
}

fn check(text: &str, format: Format) {
    let document = read(text, format);
    check_pieces(text, &document);
    let mut last_line = 0;
    for (at, block) in document.blocks.iter().enumerate() {
        let piece = |kind| document.pieces.iter().find(|piece| piece.kind == kind).expect("a piece for it").span;
        assert_eq!(block.index, at + 1);
        check_code(text, &block.code, piece(PieceKind::Block(at)));
        for (number, output) in block.outputs.iter().enumerate() {
            check_code(text, &output.text, piece(PieceKind::Output(at, number)));
        }
        assert!(last_line < block.start_line && block.start_line <= block.end_line + 1);
        assert_eq!(block.end_line + 1 - block.start_line, block.code.origins.len());
        if let Some(&origin) = block.code.origins.first() {
            assert_eq!(document.source.line(origin), block.start_line);
        }
        last_line = block.end_line;
    }
    document.notes.iter().for_each(|note| check_span(text, note.span));
}

/// The pieces follow each other without gaps, and name each block and output once, in order.
fn check_pieces(text: &str, document: &Document) {
    let (mut behind, mut blocks) = (0, 0);
    for piece in &document.pieces {
        check_span(text, piece.span);
        assert_eq!(piece.span.start, behind);
        assert!(piece.span.start < piece.span.end, "an empty piece");
        behind = piece.span.end;
        match &piece.kind {
            PieceKind::Prose { blocks_before, .. } => assert_eq!(*blocks_before, blocks),
            PieceKind::Block(at) => {
                assert_eq!(*at, blocks);
                blocks += 1;
            }
            PieceKind::Output(block, output) => {
                assert_eq!(*block + 1, blocks, "output of the last block");
                assert!(*output < document.blocks[*block].outputs.len());
            }
            PieceKind::Other => {}
        }
    }
    assert_eq!(behind, text.len(), "the pieces joined are the document");
    assert_eq!(blocks, document.blocks.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_can_be_read_and_every_position_is_true(text in document()) {
        check(&text, Format::Markdown);
        check(&text, Format::Mdx);
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
