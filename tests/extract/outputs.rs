//! Which fence shows the output of which block.

use super::{check, read, render};
use snipcheck::extract::{Format, PieceKind};

/// What follows the block `x` on lines 1 to 3, and the outputs it gives.
#[track_caller]
fn after(text: &str, expect: &[&str]) {
    let lines: Vec<&str> = std::iter::once("2-2 script python | x").chain(expect.iter().copied()).collect();
    check(&format!("```python\nx\n```\n{text}"), &lines.join("\n"));
}

#[test]
fn a_fence_without_a_language_shows_output() {
    after("```\n1\n```\n", &["adjacent | 1"]);
    after("\n\n```text\n1\n\n  2\n```\n", &["adjacent text | 1 /  /   2"]);
    after("~~~plaintext\n1\n~~~\n", &["adjacent plaintext | 1"]);
    after("```console\n1\n```\n", &["adjacent console | 1"]);
    after("<!-- a comment -->\n```\n1\n```\n", &["adjacent | 1"]);
    after("```json\n1\n```\n", &["loose json | 1"]);
    after("```bash\nls\n```\n", &[]);
    after("---\n```\n1\n```\n", &[]);
}

#[test]
fn a_fence_may_name_itself_output() {
    after("```output\n1\n```\n", &["named output | 1"]);
    after("```stdout\n1\n```\n", &["named stdout | 1"]);
    after("```pytb\n1\n```\n", &["named pytb | 1"]);
    after("```text title=\"Output\"\n1\n```\n", &["named text title=\"Output\" | 1"]);
    after("```text Output theme={null}\n1\n```\n", &["named text Output theme={null} | 1"]);
    after("```text theme={null}\n1\n```\n", &["adjacent text theme={null} | 1"]);
    after("```text title=\"users.txt\"\n1\n```\n", &["adjacent text title=\"users.txt\" | 1"]);
}

#[test]
fn words_may_announce_output() {
    for words in ["Output:", "**Output:**", "### Output", "Prints:", "This prints:", "Which gives:", "Returns"] {
        after(&format!("\n{words}\n\n```\n1\n```\n"), &["named | 1"]);
    }
    after("Output:\n```json\n{}\n```\n", &["named json | {}"]);
    after("Output:\n```html\n<p>\n```\n", &["named html | <p>"]);
    after("Output:\n```diff\n-1\n```\n", &["unsaid diff | -1"]);
}

#[test]
fn other_words_leave_open_whether_output_follows() {
    after("\nOn the blackboard that was:\n\n```\n1\n```\n", &["unsaid | 1"]);
    after("looks like\n\n```text\n1\n```\n", &["unsaid text | 1"]);
    after("Some text.\n\nOutput:\n```\n1\n```\n", &["loose | 1"]);
    after("In Go:\n\n```\n1\n```\n", &["loose | 1"]);
    after("Some text.\n\n```json\n1\n```\n", &["loose json | 1"]);
    after("Some text.\n\n```js\n1\n```\n", &[]);
    after("Some text.\n\n```sh\nls\n```\n", &[]);
    after("Some text.\n\n```\n$ ls\n```\n", &[]);
    after("# More\n\n```\n1\n```\n", &[]);
    // What it may belong to is not known, so what follows it belongs to nothing.
    after("Some text.\n\n```\n1\n```\n```output\n2\n```\n", &["loose | 1"]);
}

#[test]
fn titles_may_announce_output() {
    check(
        "<Tabs>\n<Tab title=\"Code\">\n```python\nx\n```\n</Tab>\n<Tab title=\"Output\">\n```\n1\n```\n</Tab>\n</Tabs>\n",
        "4-4 script python [Code] | x\nnamed | 1",
    );
    check(
        "=== \"Code\"\n    ```python\n    x\n    ```\n=== \"Output\"\n    ```\n    1\n    ```\n",
        "3-3 script python [Code] | x\nnamed | 1",
    );
    after("<details><summary>Output</summary>\n\n```\n1\n```\n</details>\n", &["named | 1"]);
    after("\n::: {.cell-output .cell-output-stdout}\n```\n1\n```\n:::\n", &["named | 1"]);
    after("</Tab>\n<Tab title=\"Go\">\n```\n1\n```\n", &["loose | 1"]);
}

#[test]
fn output_stands_in_the_container_of_its_block() {
    check("- ```python\n  x\n  ```\n  ```\n  1\n  ```\n", "2-2 script python | x\nadjacent | 1");
    check("> ```python\n> x\n> ```\n>\n> ```\n> 1\n> ```\n", "2-2 script python | x\nadjacent | 1");
    check("- ```python\n  x\n  ```\n- ```\n  1\n  ```\n", "2-2 script python | x\nloose | 1");
    check("> ```python\n> x\n> ```\n```\n1\n```\n", "2-2 script python | x");
    check("- ```python\n  x\n  ```\n\n```\n1\n```\n", "2-2 script python | x\nloose | 1");
}

#[test]
fn indented_code_may_be_output() {
    let after = |text: &str, expect: &str| {
        let document = read(&format!("```python\nx\n```\n{text}"), Format::Markdown);
        assert_eq!(render(&document), format!("2-2 script python | x{expect}"), "{text:?}");
    };
    after("\n    1\n    2\n", "\nunsaid | 1 / 2");
    after("\nOutput:\n\n    1\n\n      2\n\nText.\n", "\nnamed | 1 /  /   2");
    after("\nOutput:\n    1\n", "");
    after("\nText.\n\n    1\n", "");
    after("\n- item\n\n    1\n", "");
    after("\n   1\n", "");
    after("\n    >>> 1\n    1\n", "\n5-6 transcript | >>> 1 / 1");
    after("```js\ny\n```\n\n    1\n", "");
}

#[test]
fn where_most_results_are_indented_the_document_is_a_notebook() {
    let cell = "```python\nx\n```\n\n\n\n\n    1\n\n\n";
    let check = |text: String, indented: &[&str], are_cells: bool| {
        let blocks = read(&text, Format::Markdown).blocks;
        let ties: Vec<String> =
            blocks.iter().flat_map(|block| &block.outputs).map(|output| format!("{:?}", output.tie)).collect();
        assert_eq!(ties, indented, "{text}");
        assert!(blocks.iter().all(|block| block.conduct.is_cell == are_cells), "{text}");
    };
    let silent = "```python\ny = 1\n```\n\n";
    check(cell.repeat(3), &["Adjacent"; 3], true);
    check(cell.repeat(2), &["Unsaid"; 2], false);
    check(format!("{silent}{}{silent}# More\n\n{cell}", cell.repeat(2)), &["Adjacent"; 3], true);
    check(format!("{}{}", cell.repeat(3), silent.repeat(7)), &["Unsaid"; 3], false);
    let worded = "```python\nx\n```\n\nWith words between.\n\n    1\n\n";
    check(format!("{}{}", cell.repeat(2), worded), &["Unsaid"; 2], false);
}

#[test]
fn a_second_output_must_be_named() {
    after("```\n1\n```\n```\n2\n```\n", &["adjacent | 1"]);
    after("```\n1\n```\n```output\n2\n```\n", &["adjacent | 1", "named output | 2"]);
    after("```\n1\n```\nOutput:\n```\n2\n```\n", &["adjacent | 1", "named | 2"]);
    after("```js\n1\n```\n```output\n2\n```\n", &[]);
}

#[test]
fn a_traceback_is_output_by_itself() {
    let traceback = "Traceback (most recent call last):\nE: x\n";
    let shown = "Traceback (most recent call last): / E: x";
    after(&format!("```\n{traceback}```\n"), &[&format!("named | {shown}")]);
    after(&format!("```python\n{traceback}```\n"), &[&format!("named python | {shown}")]);
    after(&format!("```\n1\n```\n```\n{traceback}```\n"), &["adjacent | 1", &format!("named | {shown}")]);
    check(&format!("```python\n{traceback}```\n"), "");
}

#[test]
fn what_one_types_into_a_terminal_is_no_output() {
    after("```\n$ python x.py -v\n1\n```\n", &[]);
    after("```console\npip install x\n```\n", &[]);
    after("Output:\n```\n$ python x.py\n```\n", &[]);
}

#[test]
fn words_may_announce_an_answer_or_something_alike() {
    after("\nAnswer:\n\n```\n1\n```\n", &["answer | 1"]);
    after("\nWhat is it?\n\n**Solution:**\n\n```text\n1\n```\n", &["answer text | 1"]);
    after("<details><summary>Answer</summary>\n\n```\n1\n```\n</details>\n", &["answer | 1"]);
    after("\nAnswer:\n\n```json\n1\n```\n", &["loose json | 1"]);
    after("\nYou will see something like this:\n\n```\n1\n```\n", &["similar | 1"]);
    after("\nYou should see:\n\n```\n1\n```\n", &["named | 1"]);
}

#[test]
fn a_session_shows_what_a_script_prints() {
    let titled = "```python title=\"a/x.py\"\nx\n```\n";
    let script = "2-2 script python title=\"a/x.py\" | x";
    let shown = |text: &str, expect: &str| check(&format!("{titled}{text}"), &format!("{script}\n{expect}"));
    shown("```console\n$ python x.py\n1\n2\n```\n", "named console | 1 / 2");
    shown("Run it.\n\n```bash\n$ python3 -u x.py\n1\n$ ls\nx.py\n```\n", "named bash | 1");
    shown("```\nls\n```\n```\n% python x.py\n1\n```\n", "adjacent | ls\nnamed | 1");
    after("```console\n$ python y.py\n1\n```\n", &["session console | 1"]);
    after("```console\n$ python y.py --all\n1\n```\n", &[]);
    after("```console\n$ python y.py\n```\n", &[]);
    check(
        "Save this as `x.py`:\n\n```python\nx\n```\n\n```python\ny\n```\n```sh\n$ python x.py\n1\n```\n",
        "4-4 script python | x\nnamed sh | 1\n8-8 script python | y",
    );
    check("```python\n# x.py\nx\n```\n```sh\n$ python x.py\n1\n```\n", "2-3 script python | # x.py / x\nnamed sh | 1");
}

#[test]
fn a_session_with_the_interpreter_is_a_transcript() {
    check("```console\n$ python3 -q\n>>> 1\n1\n```\n", "3-4 transcript console | >>> 1 / 1");
    check("```console\n$ python\nPython 3.11.4\n>>> 1\n1\n$ ls\n```\n", "4-5 transcript console | >>> 1 / 1");
    check("```console\n>>> 1\n1\n```\n", "2-3 transcript console | >>> 1 / 1");
    check("```console\n$ node\n>>> 1\n```\n", "");
    check("```js\n>>> 1\n```\n", "");
}

#[test]
fn a_transcript_after_a_block_is_a_block() {
    after("```\n>>> 1\n1\n```\n", &["5-6 transcript | >>> 1 / 1"]);
    after("Output:\n```\n>>> 1\n```\n", &["6-6 transcript | >>> 1"]);
    after("```\nprint(1)\n```\n", &["adjacent | print(1)"]);
}

#[test]
fn output_has_its_own_piece() {
    let text = "```python\nx\n```\n\n```\n1\n```\n```js\n```\n";
    let document = read(text, Format::Markdown);
    let kinds: Vec<&PieceKind> = document.pieces.iter().map(|piece| &piece.kind).collect();
    assert!(matches!(
        kinds.as_slice(),
        [PieceKind::Block(0), PieceKind::Prose { blocks_before: 1, .. }, PieceKind::Output(0, 0), PieceKind::Other]
    ));
}
