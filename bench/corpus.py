"""A corpus of documents by rule: the same number gives the same text, on every machine.

A block is a list of steps; each form writes the same steps as a different kind of tool checks them. What comes out is
found by running the steps here, so no expectation is written by hand.
"""

import contextlib
import io
import pathlib

BLOCKS_A_FILE = 10
FILES_A_FOLDER = 100

# (kind, code): `do` shows nothing, `show` is an expression with a value, `print` prints, `raise` ends in an exception.
# N stands for the number of the block.
BLOCKS = [
    [("do", "total = sum(range(N))"), ("print", "print('total', total)"), ("show", "total % 7"), ("show", "divmod(total, 7)")],
    [("do", "words = 'aN b c'.split()"), ("show", "words"), ("print", "print('-'.join(words))"), ("show", "len(words) * N")],
    [("raise", "int('N eggs')"), ("show", "{'a': N}['a']"), ("raise", "{'a': N}['b']")],
    [
        (
            "do",
            "class Point:\n    def __init__(self, x, y):\n        self.x, self.y = x, y\n\n"
            "    def __repr__(self):\n        return f'<{self.x}, {self.y}>'",
        ),
        ("show", "Point(1, N)"),
        ("show", "Point(1, N).y + 1"),
        ("print", "print([Point(N, 2)])"),
    ],
    [("do", "import json"), ("show", "json.dumps({'n': N})"), ("show", "json.loads('[1, N]')"), ("print", "print(json.dumps([N]))")],
    [("print", "for i in range(3):\n    print(i, i * N)"), ("do", "squares = [i * i for i in range(4)]"), ("show", "squares")],
    [("do", "def scale(x, factor=N):\n    return x * factor"), ("show", "scale(2)"), ("show", "scale('ab', 2)"), ("raise", "scale(1, 2, 3)")],
    [("do", "from collections import Counter"), ("show", "Counter('abcaN')['a']"), ("show", "sorted(Counter('bab'))"), ("raise", "[1, 2][N + 2]")],
]

HEAD = "# Page {page}\n\nHow the things of page {page} behave.\n\n"
BETWEEN = "Now number {number}, with a [link](https://example.org/{number}) and some `code` in a sentence of its own.\n\n"


def steps(number):
    """The steps of a block, each with what it prints, its value and its exception."""
    names = {"__name__": "__main__"}
    found = []
    for kind, code in BLOCKS[number % len(BLOCKS)]:
        code = code.replace("N", str(number))
        printed, value, raised = io.StringIO(), None, None
        with contextlib.redirect_stdout(printed):
            try:
                value = eval(code, names) if kind == "show" else exec(code, names)
            except Exception as error:
                raised = error
        found.append((kind, code, printed.getvalue().splitlines(), repr(value), raised))
    return found


def with_a_mistake(found):
    """The same steps with a wrong value claimed in the first one that has any."""
    at = next(at for at, step in enumerate(found) if step[0] == "show")
    kind, code, printed, _, raised = found[at]
    return found[:at] + [(kind, code, printed, "'planted'", raised)] + found[at + 1 :]


def comments(found):
    """As people write it: the result in a comment."""
    lines = []
    for kind, code, printed, value, raised in found:
        if kind == "do":
            lines.append(code)
        elif "\n" in code:
            lines += [code] + [f"# {line}" for line in printed]
        else:
            lines.append(f"{code}  # {claim(kind, printed, value, raised)}")
    return lines


def claim(kind, printed, value, raised):
    return {"show": value, "print": " ".join(printed), "raise": f"{type(raised).__name__}: {raised}"}[kind]


def asserts(found):
    """For tools that look at exceptions alone. What is printed is not checked in this form."""
    lines = []
    for kind, code, _, value, raised in found:
        if kind == "show":
            lines.append(f"assert repr({code}) == {value!r}")
        elif kind == "raise":
            name, text = type(raised).__name__, str(raised)
            lines += ["try:", f"    {code}", f"except {name} as error:", f"    assert str(error) == {text!r}"]
            lines += ["else:", "    raise AssertionError"]
        else:
            lines.append(code)
    return lines


def prints(found):
    """For pytest-examples: `#>` behind what is printed, asserts for the rest."""
    lines = []
    for step in found:
        kind, code, printed, _, _ = step
        if kind != "print":
            lines += asserts([step])
        elif "\n" in code:
            indent = " " * 4
            lines += [code] + [f"{indent}#> {line}" for line in printed]
        else:
            lines += [code] + [f"#> {line}" for line in printed]
    return lines


def transcript(found):
    """A session at the prompt."""
    lines = []
    for kind, code, printed, value, raised in found:
        first, *more = code.split("\n")
        lines += [f">>> {first}"] + [f"... {line}".rstrip() for line in more] + (["..."] if more else [])
        if kind == "show":
            lines.append(value)
        elif kind == "raise":
            lines += ["Traceback (most recent call last):", "  ...", f"{type(raised).__name__}: {raised}"]
        lines += printed
    # doctest takes the closing fence for output where no blank line ends it.
    return lines + [""]


def tagged(found):
    """The same for byexample, where `<...>` stands for what is left out."""
    return ["  <...>" if line == "  ..." else line for line in transcript(found)]


FORMS = {"comments": comments, "asserts": asserts, "prints": prints, "transcript": transcript, "tagged": tagged}


def counting(form, counter):
    """A line that leaves a mark outside, so that it can be counted how many blocks really ran."""
    code = f"open({str(counter)!r}, 'a').write('x')"
    return f">>> _ = {code}" if form in ("transcript", "tagged") else f"_ = {code}"


def write(folder, form, blocks, mistake_in=None, counter=None):
    """Writes a corpus below `folder`; gives its files."""
    files = []
    for first in range(0, blocks, BLOCKS_A_FILE):
        page = first // BLOCKS_A_FILE
        text = HEAD.format(page=page)
        for number in range(first, min(first + BLOCKS_A_FILE, blocks)):
            found = steps(number)
            if number == mistake_in:
                found = with_a_mistake(found)
            lines = FORMS[form](found)
            if counter:
                lines.insert(0, counting(form, counter))
            text += BETWEEN.format(number=number) + "```python\n" + "\n".join(lines) + "\n```\n\n"
        path = pathlib.Path(folder, f"part{page // FILES_A_FOLDER:03}", f"page{page:05}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        files.append(path)
    return files
