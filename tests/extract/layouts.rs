//! Where a fence may stand: the layouts that authors use, one by one.

use super::{Format, check, check_as};

#[test]
fn plain_fences() {
    check("```python\nprint(1)\n```\n", "2-2 script python | print(1)");
    check("~~~python\nprint(1)\n~~~\n", "2-2 script python | print(1)");
    check("````python\nprint(1)\n````\n", "2-2 script python | print(1)");
    check("~~~~~~ python\nprint(1)\n~~~~~~~~\n", "2-2 script python | print(1)");
    check("text\n```python\nprint(1)\n```\ntext", "3-3 script python | print(1)");
    check("   ```python\n   print(1)\n   ```\n", "2-2 script python | print(1)");
}

#[test]
fn lists() {
    check("- item\n\n  ```python\n  if x:\n      y\n  ```\n", "4-5 script python | if x: /     y");
    check("1. item\n   ```python\n   print(1)\n   ```\n2. more\n", "3-3 script python | print(1)");
    check("10) item\n    ```python\n    print(1)\n    ```\n", "3-3 script python | print(1)");
    check("* a\n    * b\n\n        ```python\n        print(1)\n        ```\n", "5-5 script python | print(1)");
    check("- ```python\n  print(1)\n  ```\n", "2-2 script python | print(1)");
    check("1. ```python\n   print(1)\n   ```\n", "2-2 script python | print(1)");
    check("- 1. ```python\n     print(1)\n     ```\n", "2-2 script python | print(1)");
    check("-\n  ```python\n  print(1)\n  ```\n", "3-3 script python | print(1)");
    check("- a\n```python\nprint(1)\n```\n- b\n", "3-3 script python | print(1)");
}

#[test]
fn quotes() {
    check("> ```python\n> print(1)\n> ```\n", "2-2 script python | print(1)");
    check(">```python\n>if x:\n>  y\n>```\n", "2-3 script python | if x: /  y");
    check("> > ```python\n> > print(1)\n>\n> > ```\n", "2-2 script python | print(1)\nnote 1\nnote 4");
    check("> > ```python\n> > print(1)\n> >\n> > print(2)\n> > ```\n", "2-4 script python | print(1) /  / print(2)");
    check("> [!NOTE]\n> ```python\n> print(1)\n> ```\n", "3-3 script python | print(1)");
    check("> - ```python\n>   print(1)\n>   ```\n", "2-2 script python | print(1)");
    check("- > ```python\n  > print(1)\n  > ```\n", "2-2 script python | print(1)");
    check("> ```python\n> > x\n> ```\n", "2-2 script python | > x");
}

#[test]
fn admonitions_and_tabs() {
    check("!!! note\n\n    ```python\n    print(1)\n    ```\n", "4-4 script python | print(1)");
    check("??? tip \"T\"\n    ```python\n    print(1)\n    ```\n", "3-3 script python [T] | print(1)");
    check("???+ tip\n    ```python\n    print(1)\n    ```\n", "3-3 script python | print(1)");
    check("=== \"A\"\n\n    ```python\n    print(1)\n    ```\n", "4-4 script python [A] | print(1)");
    check(
        "=== \"A\"\n    ```python\n    a\n    ```\n=== \"B\"\n    ```python\n    b\n    ```\n```python\nc\n```",
        "3-3 script python [A] | a\n7-7 script python [B] | b\n10-10 script python | c",
    );
    check("!!! note\n    === \"A\"\n\n        ```python\n        a\n        ```\n", "5-5 script python [A] | a");
    check(":::note\n```python\nprint(1)\n```\n:::\n", "3-3 script python | print(1)");
    check("::::{note}\n:::{tip}\n```python\nprint(1)\n```\n:::\n::::\n", "4-4 script python | print(1)");
}

#[test]
fn components() {
    check("<Accordion title=\"A\">\n  ```python\n  a\n  ```\n</Accordion>\n", "3-3 script python [A] | a");
    check(
        "<Tabs>\n  <Tab title=\"A\">\n    ```python\n    a\n    ```\n  </Tab>\n  <Tab title='B'>\n    <Card>\n\n      \
         ```python\n      b\n      ```\n    </Card>\n  </Tab>\n</Tabs>\n",
        "4-4 script python [A] | a\n11-11 script python [B] | b",
    );
    check(
        "<Steps>\n\t<Step title=\"A\">\n\t\t```python\n\t\ta\n\t\t\tb\n\t\t```\n\t</Step>\n</Steps>\n```python\nc\n```\n",
        "4-5 script python [A] | a / \tb\n10-10 script python | c",
    );
    check("<details>\n<summary>A</summary>\n\n```python\na\n```\n\n</details>\n", "5-5 script python [A] | a");
    check("<Note>\n```python\na\n```\n</Note>\n", "3-3 script python | a");
    check("<CodeGroup>\n```python a.py\na\n```\n```js b.js\nb\n```\n</CodeGroup>\n", "3-3 script python a.py | a");
}

#[test]
fn myst_and_quarto() {
    check("```{code-cell} python\na\n```\n", "2-2 script {code-cell} python | a");
    check("```{code-block} python\na\n```\n", "2-2 script {code-block} python | a");
    check("```{python}\n#| echo: false\na\n```\n", "3-3 script {python} | a");
    check("````{note}\n```python\na\n```\n````\n```python\nb\n```", "3-3 script python | a\n7-7 script python | b");
    check("`````{tab-set}\n````{tab-item} A\n```python\na\n```\n````\n`````\n", "4-4 script python | a");
}

#[test]
fn options_of_a_directive_are_no_code() {
    check("```{code-cell} ipython3\n:tags: [a]\n:name: b\n\na\n```\n", "4-5 script {code-cell} ipython3 |  / a");
    check("```{code-cell} python\n---\ntags: [a]\n---\na\n```\n", "5-5 script {code-cell} python | a");
    check("```{code-block} python\n:lineno-start: 1\n```\n", "3-2 script {code-block} python |");
    check("```python\n:a: b\n```\n", "2-2 script python | :a: b");
    check("```{code-cell} python\n---\na\n```\n", "2-3 script {code-cell} python | --- / a");
}

#[test]
fn transcripts() {
    check("```pycon\n>>> 1\n1\n```\n", "2-3 transcript pycon | >>> 1 / 1");
    check("```python\n\n>>> 1\n1\n```\n", "2-4 transcript python |  / >>> 1 / 1");
    check("```\n>>> 1\n1\n```\n", "2-3 transcript | >>> 1 / 1");
    check("```py\nIn [1]: x\n```\n", "2-2 transcript py | In [1]: x");
    check("```\nIn [ ]: x\n```\n", "2-2 transcript | In [ ]: x");
    check("```doctest\n1\n```\n", "2-2 transcript doctest | 1");
    check("> ```\n> >>> 1\n> 1\n> ```\n", "2-3 transcript | >>> 1 / 1");
    check("```\n>>>x\n```\n```\nIn [x]: y\n```\n```text\n>>> 1\n```", "");
}

#[test]
fn transcripts_without_a_fence() {
    let markdown = |text, expect| check_as(Format::Markdown, text, expect);
    markdown("Text:\n\n    >>> x = 1\n    >>> x\n    1\n\nText", "3-5 transcript | >>> x = 1 / >>> x / 1");
    markdown("\t>>> 1\n\t1\n", "1-2 transcript | >>> 1 / 1");
    markdown("    >>> 1\n    1\n\n    >>> 2\n      2\n\n    text\n", "1-5 transcript | >>> 1 / 1 /  / >>> 2 /   2");
    markdown(">     >>> 1\n>     1\n\n    >>> 2", "1-2 transcript | >>> 1 / 1\n4-4 transcript | >>> 2");
    markdown("- item\n\n      >>> 1\n      1\n", "3-4 transcript | >>> 1 / 1");
    markdown("a paragraph\n    >>> 1\n", "");
    markdown("    print(1)\n", "");
    markdown("  >>> 1\n", "");
    check_as(Format::Mdx, "    >>> 1\n    1\n", "");
}

#[test]
fn line_ends_and_marks_of_files() {
    check("a\r\n```python\r\nif x:\r\n    y\r\n```\r\n", "3-4 script python | if x: /     y");
    check("```python\rx\ry\r```\rz", "2-3 script python | x / y");
    check("\u{feff}```python\nx\n```", "2-2 script python | x");
    check("\u{feff}# A\r\n\r\n~~~py\r\nx\r\n~~~", "4-4 script py | x");
    check("```python\nx\n```", "2-2 script python | x");
    check("", "");
    check("\n", "");
}
