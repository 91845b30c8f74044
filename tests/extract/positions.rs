//! Where things stand in the original document.

use super::{Format, read};

/// Where each line of the first block's code stands: line and column, both from 1, columns in characters.
#[track_caller]
fn check(text: &str, expect: &[(usize, usize, &str)]) {
    let document = read(text, Format::Markdown);
    let code = &document.blocks[0].code;
    let found: Vec<(usize, usize, &str)> = code
        .origins
        .iter()
        .zip(code.text.lines())
        .map(|(&origin, line)| {
            let position = document.source.position(origin);
            (position.line, position.column, line)
        })
        .collect();
    assert_eq!(found, expect, "{text:?}");
}

#[test]
fn every_line_of_code_knows_its_origin() {
    check("```python\nx\n  y\n```", &[(2, 1, "x"), (3, 1, "  y")]);
    check("\u{feff}é\r\n```py\r\nü = 1\r\n\r\n```", &[(3, 1, "ü = 1"), (4, 1, "")]);
    check("> - ```py\n>   x\n>\n>     y\n>   ```", &[(2, 5, "x"), (3, 2, ""), (4, 5, "  y")]);
    check("  ```py\n      x\n     y\n  z\n  ```", &[(2, 3, "    x"), (3, 3, "   y"), (4, 3, "z")]);
    check("\t```py\n\t\tx\n\t\ty\n\t```", &[(2, 3, "x"), (3, 3, "y")]);
    check("a\n\n    >>> x\n    1", &[(3, 5, ">>> x"), (4, 5, "1")]);
    check("```py\rx\ry\r```", &[(2, 1, "x"), (3, 1, "y")]);
}

#[test]
fn offsets_in_code_lead_back_to_the_document() {
    let text = "- ```py\n  ab\n  cé = 1\n  ```\n";
    let document = read(text, Format::Markdown);
    let code = &document.blocks[0].code;
    let at = code.text.find("é").unwrap();
    assert_eq!(code.span(at, at + "é = 1".len()).of(text), "é = 1");
}

#[test]
fn outputs_know_their_origin_too() {
    let text = "> ```py\n> x\n> ```\n> ```\n>  1\n> ```\n";
    let document = read(text, Format::Markdown);
    let output = &document.blocks[0].outputs[0].text;
    assert_eq!(output.text, " 1\n");
    assert_eq!(document.source.position(output.origins[0]).column, 3);
}

#[test]
fn notes_stand_at_the_fence() {
    let text = "a\n> ```py\n> x\n";
    let document = read(text, Format::Markdown);
    assert_eq!(document.notes[0].span.of(text), "```py");
}
