//! What may stand behind a fence.

use super::{check, check_notes};

/// A fence with this info string is a block.
#[track_caller]
fn python(info: &str) {
    check(&format!("```{info}\nx\n```\n"), &format!("2-2 script {} | x", info.trim()));
}

#[test]
fn python_by_any_name() {
    for info in [
        "python",
        "py",
        "python3",
        "py3",
        "Python",
        " python",
        "python3.11",
        "python theme={null}",
        "py {title=\"x.py\"}",
        "python title=\"x.py\"",
        "python hl_lines=\"1\"",
        "python {1,3}",
        "python{1,3}",
        "{.python .numberLines}",
        "{.python .annotate}",
        "{python}",
        "python:file.py",
        "python,ignore",
        "ipython",
        "python linenums=\"1\" hl_lines=\"2 3\"",
        "\tpython\t",
    ] {
        python(info);
    }
}

#[test]
fn other_languages_are_no_blocks() {
    for info in ["", "text", "js", "bash", "pytb", "py3tb", "python-traceback", "python2", "cython", "json", "{math}"] {
        check(&format!("```{info}\nx\n```\n"), "");
    }
}

#[test]
fn a_misspelt_name_is_told() {
    check("a\n```phyton\nx\n```\n", "note 2");
    check_notes("```pyhton\nx\n```\n", &["`pyhton` is no language that is known here"]);
    check_notes("```{code-cell}\nx\n```\n", &["names no language"]);
    check_notes("```marathon\nx\n```\n", &[]);
}

#[test]
fn code_within_a_line_is_no_fence() {
    check("```python x``` and\n\n```python\ny\n```\n", "4-4 script python | y");
    check("``python\nx\n``\n", "");
}
