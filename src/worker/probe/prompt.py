"""What a prompt shows: the display hook of transcripts. Knows nothing of jobs and events."""

import ast
import builtins
import sys

from .render import HARNESS, value

__builtins__ = dict(vars(__import__("builtins")))  # a copy: the snippet may change the real ones


class Prompt:
    """The display hook of transcripts: takes the entry's value instead of printing it."""

    def __init__(self):
        #: Whether a transcript reads ``_``: only then is it bound, for it keeps a value alive.
        self.binds_last = False
        self.shows, self.shown = False, None
        sys.displayhook = self

    def begin(self, shows):
        """``shows``: the code that comes now ends in an expression, whose value is the entry's."""
        self.shows, self.shown = shows, None

    def take(self):
        """The entry's value."""
        shown, self.shown = self.shown, None
        return shown

    def __call__(self, obj):
        if obj is None:
            return
        if self.shown is not None:
            print(self.shown["repr"])
        if self.shows:
            self.shown = value(obj, aloud=True)
        else:
            print(repr(obj))
        if self.binds_last:
            builtins._ = obj


def reads_last_value(text):
    """Whether an entry of a transcript reads ``_``."""
    try:
        tree = compile(text, "<entry>", "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, True)
    except Exception:
        return False
    return any(isinstance(node, ast.Name) and node.id == "_" for node in ast.walk(tree))


HARNESS.add(reads_last_value.__code__.co_filename)
