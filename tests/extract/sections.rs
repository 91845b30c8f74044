//! What stands above a block.

use super::{Format, check, check_as, read};
use snipcheck::extract::PieceKind;

const BLOCK: &str = "```python\nx\n```\n";

/// Sections of the blocks that stand for `@` in the text, as Markdown and as MDX.
#[track_caller]
fn sections(text: &str, expect: &[&str]) {
    for format in [Format::Markdown, Format::Mdx] {
        sections_as(format, text, expect);
    }
}

#[track_caller]
fn sections_as(format: Format, text: &str, expect: &[&str]) {
    let document = read(&text.replace('@', BLOCK), format);
    let found: Vec<String> = document.blocks.iter().map(|block| block.section.join(" > ")).collect();
    assert_eq!(found, expect, "{} {text:?}", format.name());
}

#[test]
fn headings_nest_by_level() {
    sections("@## A\n@### B\n@### C\n@## D\n@", &["", "A", "A > B", "A > C", "D"]);
    sections("## A\n#### B\n@### C\n@", &["A > B", "A > C"]);
    sections("## A ##\n@## B {#b}\n@##\n@", &["A", "B", ""]);
    sections("##A\n@####### B\n@", &["", ""]);
    sections("## `a` *b*\n@", &["`a` *b*"]);
}

#[test]
fn underlines_make_headings() {
    sections("A\n---\n@B\nc\n---\n@", &["A", "B c"]);
    sections("a\n===\n@b\n===\n@", &["a", "b"]);
    sections("- a\n---\n@| a |\n|---|\n@> a\n---\n@a\n\n---\n@", &["", "", "", ""]);
}

#[test]
fn the_title_of_the_document_separates_nothing() {
    sections("# T\n## A\n@## B\n@", &["A", "B"]);
    sections("# S\n# T\n## A\n@", &["A"]);
    sections("# S\n@# T\n## A\n@", &["S", "T > A"]);
    sections("@# T\n@", &["", ""]);
    sections("T\n===\n@## A\n@", &["", "A"]);
    sections("## A\n@", &["A"]);
    sections("<Tab title=\"A\">\n# T\n@</Tab>\n", &["A > T"]);
}

#[test]
fn components_have_titles() {
    sections("## A\n<Tab title=\"B\">\n@<Tab title=\"C\">\n@</Tab>\n@</Tab>\n@", &["A > B", "A > B > C", "A > B", "A"]);
    sections("<Tab title=\"A\"><Tab>\n</Tab>\n@</Tab>\n@", &["A", ""]);
    sections("<Step title={\"A > B\"} icon=\"x\">\n@</Step>\n", &["A > B"]);
    sections("<TabItem value=\"a\" label='A'>\n@</TabItem>\n", &["A"]);
    sections("<Card\n  title=\"A\"\n  href=\"b\"\n>\n@</Card>\n@", &["A", ""]);
    sections("<Card title=\"A\" />\n@", &[""]);
    sections("<Tab title=\"A\">\n## B\n@</Tab>\n@", &["A > B", ""]);
    sections("<Tabs>\r\n<Tab\r\n  title=\"A\">\r\n@</Tab>\r\n</Tabs>\r\n@", &["A", ""]);
    sections("</Tab>\n@", &[""]);
}

#[test]
fn details_have_summaries() {
    sections("<details><summary>A</summary>\n\n@</details>\n@", &["A", ""]);
    sections("<details open>\n<summary>\n  <b>A</b> b\n</summary>\n\n@</details>\n", &["A b"]);
    sections("<details>\n\n@</details>\n", &[""]);
    sections(
        "<details><summary>A</summary>\n<details><summary>B</summary>\n@</details>\n@</details>\n",
        &["A > B", "A"],
    );
}

#[test]
fn tags_shown_as_code_or_text_open_nothing() {
    sections("`<Tab title=\"A\">`\n@", &[""]);
    sections("Use List<String> and a <B c.\n## A\n@## B\n@", &["A", "B"]);
    sections("a <Tab\n@title=\"A\">\n@", &["", ""]);
    sections("<Tab\n@title=\"A\">\n@", &["", ""]);
    sections("\\<Tab title=\"A\">\n@", &[""]);
}

#[test]
fn indented_containers_end_with_their_indentation() {
    check(
        "=== \"A\"\n\n    ## B\n\n    ```python\n    x\n    ```\n\ntext\n\n```python\ny\n```\n",
        "6-6 script python [A > B] | x\n12-12 script python | y",
    );
    check("- ## A\n\n  ```python\n  x\n  ```\n", "4-4 script python | x");
    check("> ## A\n\n```python\nx\n```\n", "4-4 script python | x");
}

#[test]
fn comments_in_indented_code_are_no_headings() {
    sections_as(Format::Markdown, "## A\n\n    # a comment\n    x = 1\n\n@", &["A"]);
    sections_as(Format::Mdx, "<Tab>\n    ## A\n</Tab>\n@", &["A"]);
    sections_as(Format::Mdx, "<Tab title=\"T\">\n    ## A\n@", &["T > A"]);
    sections_as(Format::Markdown, "  <Tab title=\"T\">\n    ## A\n@", &["T > A"]);
}

#[test]
fn endless_nesting_is_cut() {
    let text = "<Tab title=\"A\">\n".repeat(1000) + BLOCK;
    assert!(read(&text, Format::Mdx).blocks[0].section.len() < 100);
}

#[test]
fn prose_knows_its_section_and_the_blocks_before_it() {
    let text = "a\n# T\nb\n## A\nc\n```python\nx\n```\nd\n<Tab title=\"B\">e</Tab>\n";
    let document = read(text, Format::Mdx);
    let prose = document.pieces.iter().filter_map(|piece| match &piece.kind {
        PieceKind::Prose { blocks_before, section } => {
            Some(format!("{blocks_before} {section:?} {:?}", piece.span.of(text)))
        }
        _ => None,
    });
    let expect = [
        "0 [] \"a\\n\"",
        "0 [] \"# T\\nb\\n\"",
        "0 [\"A\"] \"## A\\nc\\n\"",
        "1 [\"A\"] \"d\\n\"",
        "1 [\"A\", \"B\"] \"<Tab title=\\\"B\\\">e</Tab>\"",
        "1 [\"A\"] \"\\n\"",
    ];
    assert_eq!(prose.collect::<Vec<_>>(), expect);
    check_as(Format::Mdx, text, "7-7 script python [A] | x");
}
