//! Which directive reaches which block, and which reaches none.

use snipcheck::directives::{self, Directives};
use snipcheck::extract::{Format, extract};
use snipcheck::text::Source;

fn read(text: &str, format: Format) -> Directives {
    directives::read(&extract(Source::new("page", text), format))
}

/// `blocks`: for each block the directives that reach it. `mistakes`: lines, and words of what is said there.
#[track_caller]
fn check_as(format: Format, text: &str, blocks: &[&[&str]], mistakes: &[(usize, &str)]) {
    let document = extract(Source::new("page", text), format);
    let found = directives::read(&document);
    let of = |block: usize| found.of(block).map(|said| said.text.as_str()).collect::<Vec<_>>();
    assert_eq!((0..document.blocks.len()).map(of).collect::<Vec<_>>(), blocks, "{text}");
    assert_eq!(found.mistakes.len(), mistakes.len(), "{text}\n{:#?}", found.mistakes);
    for (mistake, (line, words)) in found.mistakes.iter().zip(mistakes) {
        let at = document.source.line(mistake.span.start);
        assert!(at == *line && mistake.message.contains(words), "{text}\n{at}: {}", mistake.message);
    }
    for said in &found.said {
        assert_eq!(said.span.of(text), said.text, "{text}");
    }
}

#[track_caller]
fn check(text: &str, blocks: &[&[&str]], mistakes: &[(usize, &str)]) {
    check_as(Format::Markdown, text, blocks, mistakes);
}

/// A block of Python.
const CODE: &str = "```python\nx = 1\n```\n";

#[test]
fn a_comment_speaks_of_the_next_block() {
    check(&format!("<!-- snipcheck: skip -->\n{CODE}{CODE}"), &[&["skip"], &[]], &[]);
    check(&format!("<!-- snipcheck: skip -->\n\nSome text.\n\n{CODE}"), &[&["skip"]], &[]);
    check(&format!("Text <!-- snipcheck: skip --> on.\n\n{CODE}"), &[&["skip"]], &[]);
    check(&format!("<!--\nsnipcheck: isolate\n  timeout=5s\n-->\n{CODE}"), &[&["isolate", "timeout=5s"]], &[]);
    check(&format!("<!-- snipcheck: isolate -->\n<!-- a note -->\n{CODE}"), &[&["isolate"]], &[]);
    check(&format!("- item\n\n  <!-- snipcheck: skip -->\n  {}", CODE.replace('\n', "\n  ")), &[&["skip"]], &[]);
    check_as(Format::Mdx, &format!("{{/* snipcheck: skip */}}\n{CODE}"), &[&["skip"]], &[]);
    check_as(Format::Mdx, &format!("<Tab>\n  {{/* snipcheck: skip */}}\n\n{CODE}</Tab>\n"), &[&["skip"]], &[]);
}

#[test]
fn a_comment_without_a_block_is_a_mistake() {
    let lost = "no block of Python follows";
    check("<!-- snipcheck: skip -->\n", &[], &[(1, lost)]);
    check(&format!("<!-- snipcheck: skip -->\n```js\n1\n```\n{CODE}"), &[&[]], &[(1, lost)]);
    check(&format!("# A\n\n<!-- snipcheck: skip -->\n\n## B\n\n{CODE}"), &[&[]], &[(3, lost)]);
    check(&format!("{CODE}<!-- snipcheck: skip -->\n```text\n1\n```\n{CODE}"), &[&[], &[]], &[(4, lost)]);
}

#[test]
fn an_info_string_speaks_of_its_own_block() {
    let fence = |info: &str| format!("```{info}\nx = 1\n```\n");
    check(&fence("python snipcheck=\"skip timeout=5s\""), &[&["skip", "timeout=5s"]], &[]);
    check(&fence("python snipcheck=\"isolate timeout=5s\""), &[&["isolate", "timeout=5s"]], &[]);
    check(
        &fence("python title=\"a\" snipcheck='skip=\"no printer\"' hl_lines=\"1\""),
        &[&["skip=\"no printer\""]],
        &[],
    );
    check(&fence("{ .python snipcheck=\"isolate\" }"), &[&["isolate"]], &[]);
    check(&fence("{.python snipcheck=isolate}"), &[&["isolate"]], &[]);
    check(&fence("py {snipcheck=\"isolate\"}"), &[&["isolate"]], &[]);
    check(&fence("python title=\"a-snipcheck=skip\""), &[&[]], &[]);
    check(&fence("python snipcheck=\"skpi\""), &[&[]], &[(1, "`skip` is one")]);
    check(
        &format!("<!-- snipcheck: isolate -->\n{}", fence("python snipcheck=timeout=5s")),
        &[&["isolate", "timeout=5s"]],
        &[],
    );
}

#[test]
fn a_section_and_a_document_have_directives_of_their_own() {
    let page = format!(
        "{CODE}\n## A\n\n<!-- snipcheck: section: isolate -->\n\n{CODE}\n### B\n\n{CODE}\n## C\n\n{CODE}\n<!-- snipcheck: \
         document: timeout=5s -->\n"
    );
    let (whole, both): (&[&str], &[&str]) = (&["timeout=5s"], &["timeout=5s", "isolate"]);
    check(&page, &[whole, both, both, whole], &[]);
    check(
        &format!(
            "## A\n\n<!-- snipcheck: section: timeout=5s -->\n\n### B\n\n<!-- snipcheck: section: timeout=2s -->\n{CODE}"
        ),
        &[&["timeout=5s", "timeout=2s"]],
        &[],
    );
    check(&format!("<!-- snipcheck: page: skip -->\n{CODE}"), &[&[]], &[(1, "write `document:` or `section:`")]);
    check(&format!("<!-- snipcheck: docment: skip -->\n{CODE}"), &[&[]], &[(1, "`document:` may be meant")]);
}

#[test]
fn front_matter_speaks_of_the_document() {
    for matter in [
        "---\ntitle: x\nsnipcheck: isolate timeout=5s\n---",
        "---\nsnipcheck: \"isolate timeout=5s\"\n---",
        "---\nsnipcheck:\n  - isolate\n  - timeout=5s\ntags:\n  - skip\n---",
        "+++\nsnipcheck = \"isolate timeout=5s\"\n+++",
    ] {
        check(&format!("{matter}\n\n{CODE}"), &[&["isolate", "timeout=5s"]], &[]);
    }
    check(&format!("---\nsnipcheck: skpi\n---\n\n{CODE}"), &[&[]], &[(2, "`skip` is one")]);
}

#[test]
fn what_cannot_be_followed_is_told() {
    let check = |directives: &str, words: &[&str]| {
        let found = read(&format!("<!-- snipcheck: {directives} -->\n{CODE}"), Format::Markdown);
        let messages: Vec<&str> = found.mistakes.iter().map(|mistake| mistake.message.as_str()).collect();
        let told =
            messages.len() == words.len() && messages.iter().zip(words).all(|(message, words)| message.contains(words));
        assert!(told, "{directives}: {messages:?}");
    };
    check("skip expect-error", &["`skip` and `expect-error` contradict each other"]);
    check("continue isolate", &["contradict"]);
    check("timeout=1s timeout=2s", &["`timeout` is said twice"]);
    check("skip-if=python<3.10 skip-if=windows", &[]);
    check("timeout=1s memory=512M", &[]);
    check("retries=3", &["`retries` is no directive; there are skip"]);
    check("skip if windows", &["`if` is no directive", "`windows` is no directive"]);
    check("setup", &["nothing to run is given"]);
    check("setup=\"x = (\"", &["no valid Python"]);
    check("timeout=99h", &["from 1ms to 24h"]);
}

#[test]
fn hidden_code_keeps_its_lines() {
    let page = format!("<!-- snipcheck: setup\n\n    x = 1\n    if x:\n        y = 2\n-->\n{CODE}");
    let setup = read(&page, Format::Markdown).orders(0).setup.clone();
    let found: Vec<_> = setup.iter().map(|lines| (lines.line, lines.text.as_str())).collect();
    assert_eq!(found, [(2, "\nx = 1\nif x:\n    y = 2\n")]);
    let crossed = page.replace('\n', "\r\n");
    let setup = read(&crossed, Format::Markdown).orders(0).setup.clone();
    assert_eq!(setup[0].text, "\nx = 1\nif x:\n    y = 2\n");
}
