//! Where a block ends, and what of its indentation is code.

use super::{check, check_notes};

#[test]
fn only_a_bare_fence_of_its_kind_closes() {
    check("````python\n```\nx\n````\n", "2-3 script python | ``` / x");
    check("```python\n~~~\nx\n``` y\n```\n", "2-4 script python | ~~~ / x / ``` y\nnote 1");
    check("~~~python\n```\nx\n~~~~ \n", "2-3 script python | ``` / x");
    check("```python\n``\nx\n```\n", "2-3 script python | `` / x");
}

#[test]
fn a_fence_in_a_docstring_does_not_close() {
    check(
        "```python\ndef f():\n    \"\"\"\n    ```\n    x\n    ```\n    \"\"\"\n```\n",
        "2-7 script python | def f(): /     \"\"\" /     ``` /     x /     ``` /     \"\"\"",
    );
    check(
        "  <A>\n    ```python\n    def f():\n        \"\"\"\n        ```\n        \"\"\"\n    ```\n  </A>\n",
        "3-6 script python | def f(): /     \"\"\" /     ``` /     \"\"\"",
    );
}

#[test]
fn a_fence_shown_in_a_fence_is_no_block() {
    check("````md\n```python\nx\n```\n````\n", "");
    check("~~~\n```python\nx\n```\n~~~\n", "");
    check("````\n```python\nx\n```\n````\n\n```python\ny\n```\n", "8-8 script python | y");
    check("> ````\n> ```python\n> x\n> ```\n> ````\n", "");
}

#[test]
fn an_open_fence_runs_to_the_end() {
    check("```python\nx\n\ny\n", "2-4 script python | x /  / y\nnote 1");
    check("```python", "2-1 script python |\nnote 1");
    check("a\n```\nx\n", "note 2");
    check_notes(
        "a\n\n~~~~python\nx",
        &["line 3 is never closed: the block runs to the end of the document; close it with ~~~~"],
    );
}

#[test]
fn a_fence_ends_with_what_holds_it() {
    check("> ```python\n> x\n\ntext\n", "2-2 script python | x\nnote 1");
    check("> ```python\n> x\ntext\n```python\ny\n```\n", "2-2 script python | x\n5-5 script python | y\nnote 1");
    check("- ```python\n  x\n\ntext\n\n```python\ny\n```\n", "2-3 script python | x / \n7-7 script python | y\nnote 1");
    check(
        "- a\n  ```python\n  x\n- b\n  ```python\n  y\n  ```\n",
        "3-3 script python | x\n6-6 script python | y\nnote 2",
    );
    check("- ```python\n  x\n- ```python\n  y\n  ```\n", "2-2 script python | x\n4-4 script python | y\nnote 1");
    check("!!! note\n    ```python\n    x\ntext\n", "3-3 script python | x\nnote 2");
    check_notes(
        "> ```python\n> x\ntext\n",
        &["opened on line 1 is not closed before the list item, quote or box around it ends on line 3"],
    );
}

#[test]
fn code_that_hangs_out_of_its_list_item_is_kept() {
    check("1. a\n   ```python\nx = 1\n   ```\n", "3-3 script python | x = 1");
    check("1. a\n   ```python\nx\ny\n```\nz\n", "3-4 script python | x / y");
    check("1. a\n   ```python\n   x = '''\nb\n   '''\n   ```\n", "3-5 script python | x = ''' / b / '''");
}

#[test]
fn a_fence_opened_within_a_block_is_told() {
    check("```python\nx\n\n```python\ny\n```\n", "2-5 script python | x /  / ```python / y\nnote 1");
    check_notes("```\nx\n```python\ny\n```\n", &["opened on line 1 holds what looks like another one, on line 3"]);
    check_notes("````md\n```python\ny\n```\n````\n", &[]);
}

#[test]
fn indentation_of_the_fence_is_no_code() {
    check("  ```python\n  if x:\n    y\n z\n  ```\n", "2-4 script python | if x: /   y / z");
    check("```python\n    if x:\n        y\n\n    z\n```\n", "2-5 script python | if x: /     y /  / z");
    check("    ```python\n  if x:\n      y\n    ```\n", "2-3 script python | if x: /     y");
    check("```python\n  x\n y\n```\n", "2-3 script python |  x / y");
    check("```python\n\n   \n```\n", "2-3 script python |  /    ");
}

#[test]
fn tabs_count_to_the_next_stop() {
    check("\t```python\n\tx\n\t\ty\n\t```\n", "2-3 script python | x / \ty");
    check("    ```python\n\tx\n\t    y\n    ```\n", "2-3 script python | x /     y");
    check("- ```python\n\tif x:\n\t\ty\n  ```\n", "2-3 script python | if x: / \ty");
    check("> ```python\n> \tx\n> ```\n", "2-2 script python | x");
}

#[test]
fn an_empty_block_stands_on_its_closing_line() {
    check("```python\n```\n", "2-1 script python |");
    check("> ```python\n> ```\n", "2-1 script python |");
}
