//! Whatever a comment says, reading it ends and every claim lies inside the document.

use proptest::prelude::*;
use snipcheck::claims::find;
use snipcheck::extract::{Format, extract};
use snipcheck::plan::modules;
use snipcheck::text::Source;

/// Pieces of which comments are made, and of which they are broken.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "-> ",
        "=> ",
        "Output:",
        "prints ",
        "returns ",
        "[1, ",
        "]",
        "{",
        "}",
        "{'a': ",
        "(",
        ")",
        "<class '",
        ">",
        "'",
        "\"",
        "...",
        "…",
        "True",
        "None",
        "0x1f",
        "3.14",
        "1e",
        "ValueError",
        ": ",
        "raises ",
        " -- ",
        " (",
        "same object",
        "a = ",
        "x == ",
        "é",
        "😱",
        "#> ",
        "refcount = ",
        "Becomes _A__x",
        "Actual: ",
        "x=1",
        "Calls B.f",
        "runs every time A() is called",
        "`",
        "\\",
        ", ",
        "! ",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => "[^\\r\\n`]{0,6}"]
}

fn comment() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..12).prop_map(|pieces| pieces.concat().replace(['\n', '\r'], " "))
}

fn statement() -> impl Strategy<Value = String> {
    let known = vec![
        "print(x)",
        "f(x)",
        "a, b = b, a",
        "x = f()",
        "del x[0]",
        "assert a is b",
        "for i in x: print(i)",
        "x.append(1)",
        "'s'",
    ];
    prop::sample::select(known).prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_comment_is_read(lines in prop::collection::vec((statement(), comment(), prop::option::of(comment())), 1..5)) {
        let mut code = String::new();
        for (statement, trailing, below) in lines {
            code += &format!("{statement}  # {trailing}\n");
            code.extend(below.map(|text| format!("# {text}\n")));
        }
        let text = format!("# T\n\n```python\n{code}```\n\n`f(1)` -> `2`\n");
        let document = extract(Source::new("t.md", text.clone()), Format::Markdown);
        for claim in find(&document, &modules(&document)) {
            prop_assert!(claim.span.start <= claim.span.end && claim.span.end <= text.len());
            prop_assert!(text.is_char_boundary(claim.span.start) && text.is_char_boundary(claim.span.end));
            prop_assert!(!claim.readings.is_empty());
        }
    }
}
