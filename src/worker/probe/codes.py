"""From the text of an entry to code that reports.

A script whose text was prepared for it (``watched``) is compiled as it is, without trees. All others are taken apart: parsed,
rewritten by ``instrument``, compiled. What cannot be compiled is told of. Runs nothing.
"""

import ast

from . import instrument
from .render import HARNESS, raised

__builtins__ = dict(vars(__import__("builtins")))  # a copy: the snippet may change the real ones

_WAITS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT


class Codes:
    """The compiling of one job. ``restore`` takes out of code what was written into its text; none: no text is prepared."""

    def __init__(self, file, probes, watch, restore):
        self.file, self.watch, self.restore, self.future = file, watch, restore, 0
        self.by_line = _by_line(probes)

    def of_script(self, entry):
        """Code to run, and whether it reports by itself; ``None`` after telling why there is none."""
        code = self._watched(entry) if self.restore and entry["watched"] else None
        if code is not None:
            return code, True
        source = _placed(entry)
        code = self._taken_apart(source, _WAITS, self._script)
        if code is not None:
            return code, True
        try:
            return compile(source, self.file, "exec", _WAITS, True), False
        except Exception as error:
            code = self._around(source)
            if code is None:
                self._refuse(entry["line"], error)
            return code, True

    def of_prompt(self, entry):
        """Pieces of code, each with whether it shows a value; ``None`` after telling why there are none."""
        source, flags = _placed(entry), _WAITS | self.future
        codes = self._taken_apart(source, flags, self._prompt)
        if codes is not None:
            return codes
        try:
            return [(compile(source, self.file, "exec", flags, True), False)]
        except Exception as error:
            self._refuse(entry["line"], error)
            return None

    def of_question(self, text):
        """The code of a probe's expression, in the module's scope."""
        tree = ast.Expression(instrument.parse_question(text, True))
        return compile(tree, self.file, "eval", _WAITS, True)

    def _watched(self, entry):
        """The code of a prepared text; ``None`` where this Python refuses it."""
        text, added, opens = entry["watched"]
        try:
            code = compile("\n" * (entry["line"] - 1) + text, self.file, "exec", _WAITS, True)
            code = self.restore(code, added)
        except Exception:
            return None
        last = entry["line"] + entry["text"].count("\n")
        for line, probes in self.by_line.items():
            if entry["line"] <= line < last:
                self.watch.spot(line, probes, True)
        self.watch.next(opens or 0)
        return code

    def _taken_apart(self, source, flags, make):
        for probes in (self.by_line, {}):
            try:
                return make(compile(source, self.file, "exec", ast.PyCF_ONLY_AST | flags, True), probes)
            except Exception:
                pass  # the plain source tells whether it is the snippet's fault
        return None

    def _script(self, tree, probes):
        instrument.Script(tree, probes, self.watch).statements()
        return compile(tree, self.file, "exec", _WAITS, True)

    def _prompt(self, tree, probes):
        """As a prompt takes it; of a cell with several lines only the last line shows values."""
        shows = bool(tree.body) and isinstance(tree.body[-1], ast.Expr)
        last = tree.body[-1].lineno if tree.body else 0
        count = sum(instrument.begins(node) < last for node in tree.body[:-1])
        instrument.Script(tree, probes, self.watch).probes()
        head, tail = ast.Module(tree.body[:count], []), ast.Interactive(tree.body[count:])
        codes = [(compile(head, self.file, "exec", _WAITS | self.future, True), False)] if count else []
        codes.append((compile(tail, self.file, "single", _WAITS | self.future, True), shows))
        self.future |= _future_flags(tree)
        return codes

    def _around(self, source):
        """The script without the statements that are refused as foretold, each of them told of; ``None`` if that is not all."""
        try:
            tree = ast.parse(source, self.file)
        except Exception:
            return None
        refused = []
        while True:
            try:
                compile(tree, self.file, "exec", _WAITS, True)
                break
            except SyntaxError as error:
                at = self._foretold(tree, error.lineno or 0)
                if at is None:
                    return None
                refused.append((instrument.begins(tree.body[at]), error))
                tree.body[at] = ast.copy_location(ast.Pass(), tree.body[at])
        for line, error in refused:
            self._refuse(line, error)
        return self._script(tree, self.by_line)

    def _foretold(self, tree, line):
        """Which top-level statement stands on a line, if an exception is claimed beside it."""
        for at, node in enumerate(tree.body):
            first = instrument.begins(node)
            if first <= line <= node.end_lineno and not isinstance(node, ast.Pass):
                return at if any(probe["catches"] for probe in self.by_line.get(first, ())) else None
        return None

    def _refuse(self, line, error):
        fact = {"event": "refused", "part": self.watch.part, "line": line}
        self.watch.send({**fact, "raised": raised(error, self.file)})


def _placed(entry):
    """The text on the lines on which it stands in the document."""
    return "\n" * (entry["line"] - 1) + entry["text"]


def _by_line(probes):
    lines = {}
    for probe in probes:
        if probe["at"] != "end":
            lines.setdefault(probe["at"]["line"], []).append(probe)
    return lines


def _future_flags(tree):
    """A prompt goes on with what was imported from ``__future__``."""
    flags = 0
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            import __future__

            for alias in node.names:
                flags |= getattr(__future__, alias.name).compiler_flag
    return flags


HARNESS.add(_placed.__code__.co_filename)
