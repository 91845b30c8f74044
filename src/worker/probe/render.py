"""Objects and exceptions as plain text, bounded, rendered at once and let go.

Runs the snippet's own ``__repr__`` and ``__str__``, so everything here expects to be lied to: they may print, raise,
recurse, or build a hundred megabytes. Knows nothing of jobs, probes or events.
"""

import ast  # noqa: F401  traceback imports it late, for its carets: better once here than in every forked child
import linecache
import sys
import textwrap  # noqa: F401  as above
import traceback
import types
import warnings  # noqa: F401  without it a warning of the compiler is shown without its line
from _thread import _local, get_ident

__builtins__ = dict(vars(__import__("builtins")))  # a copy: the snippet may change the real ones

#: The longest text of one value, characters.
LIMIT = 10_000
#: Integers with more bits are not written out: the conversion takes time that grows with the square.
INT_BITS = 300_000
#: Containers inside containers are measured down to this depth; they may contain themselves.
DEPTH = 30
#: Frames of a traceback that are looked at, from its outer end.
FRAMES = 2_000

_FLAT = frozenset((str, bytes, bytearray))
_HARMLESS = _FLAT | {int, float, bool, complex, type(None), type(...), range, slice}
_OPEN = {list: ("[", "]"), tuple: ("(", ")"), set: ("{", "}"), frozenset: ("frozenset({", "})")}
_LOOP = {list: "[...]", tuple: "(...)", set: "set(...)", frozenset: "frozenset(...)", dict: "{...}"}
_EMPTY = {set: "set()", frozenset: "frozenset()"}
_NAMED = (
    type,
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    types.ModuleType,
    types.WrapperDescriptorType,
    types.MethodDescriptorType,
    types.MethodWrapperType,
    types.ClassMethodDescriptorType,
)


class _Depth(_local):
    """How often this thread is, right now, inside something that only the harness asked for."""

    depth = 0


own = _Depth()


class Hush:
    """While this is entered, what this thread prints is swallowed, and its calls count as the harness's own."""

    __slots__ = ("out", "err", "sinks")

    def __enter__(self):
        own.depth += 1
        self.out, self.err = sys.stdout, sys.stderr
        self.sinks = sys.stdout, sys.stderr = _Sink(self.out), _Sink(self.err)

    def __exit__(self, *_):
        own.depth -= 1
        if sys.stdout is self.sinks[0]:
            sys.stdout = self.out
        if sys.stderr is self.sinks[1]:
            sys.stderr = self.err
        return False


class _Sink:
    """Stands for a stream: silent for the thread that made it, the stream itself for all others."""

    def __init__(self, real):
        self._real, self._thread = real, get_ident()

    def write(self, text):
        return len(text) if get_ident() == self._thread else self._real.write(text)

    def __getattr__(self, name):
        return getattr(self._real, name)


def value(obj, limit=LIMIT, aloud=False):
    """The object as a ``Value``; ``aloud``: what it prints meanwhile is output. Never raises."""
    if type(obj) in _HARMLESS:
        return _value(obj, limit, *_repr(obj, limit))
    first = _repr(obj, limit) if aloud else None
    with Hush():
        return _value(obj, limit, *(first or _repr(obj, limit)))


def _value(obj, limit, shown, cut):
    kind = type(obj)
    text, text_cut = _text(obj, kind, limit)
    return {
        "repr": shown,
        "text": None if text == shown else text,
        "cut": cut or text_cut,
        "type_name": type.__dict__["__name__"].__get__(kind),
        "identity": id(obj),
        "name": _name(obj, kind),
    }


def _repr(obj, limit):
    try:
        if type(obj) is int and obj.bit_length() > INT_BITS:
            return f"<int of {obj.bit_length()} bits>", True
        shown = repr(obj) if _room(obj, limit) >= 0 else _gather(obj, limit)
    except BaseException as error:
        shown = f"<repr raised {_headline(error)}>"
    return _clip(shown, limit)


def _text(obj, kind, limit):
    """``str(obj)``, asked only where the class has a ``__str__`` of its own."""
    try:
        if kind.__str__ is object.__str__:
            return None, False
        return _clip(str(obj), limit)
    except BaseException:
        return None, False


def _clip(text, limit):
    # str.__getitem__, since a __str__ may return an instance of a subclass; this also makes a plain str of it.
    return str.__getitem__(text, slice(0, limit)), str.__len__(text) > limit


def _name(obj, kind):
    try:
        found = obj.__name__ if issubclass(kind, _NAMED) else None
        return _clip(found, LIMIT)[0] if issubclass(type(found), str) else None
    except BaseException:
        return None


def _room(obj, left, depth=0):
    """``left`` less the least length that ``repr(obj)`` can have, counted no further than to the first negative."""
    kind = type(obj)
    if kind in _FLAT:
        return left - len(obj)
    if depth > DEPTH or kind not in _LOOP:
        return left - 1
    if kind is dict:
        return _room_of(obj.values(), _room_of(obj, left - 4 * len(obj), depth), depth)
    return _room_of(obj, left - 2 * len(obj), depth)


def _room_of(items, left, depth):
    if left >= 0:
        for item in items:
            left = _room(item, left, depth + 1)
            if left < 0:
                break
    return left


def _gather(obj, limit):
    """The beginning of ``repr(obj)``, a little more than ``limit``, without making the rest."""
    parts, length = [], 0
    for part in _pieces(obj, ()):
        parts.append(part)
        length += len(part)
        if length > limit:
            break
    return "".join(parts)


def _pieces(obj, path):
    kind = type(obj)
    if kind in _FLAT:
        yield repr(obj[:LIMIT])
    elif kind not in _LOOP:
        yield repr(obj)
    elif id(obj) in path:
        yield _LOOP[kind]
    elif kind is dict:
        yield from _dict_pieces(obj, (*path, id(obj)))
    elif not obj and kind in _EMPTY:
        yield _EMPTY[kind]
    else:
        yield from _sequence_pieces(obj, kind, (*path, id(obj)))


def _sequence_pieces(obj, kind, path):
    start, end = _OPEN[kind]
    between = start
    for item in obj:
        yield between
        yield from _pieces(item, path)
        between = ", "
    if between is start:
        yield start
    yield ",)" if kind is tuple and len(obj) == 1 else end


def _dict_pieces(obj, path):
    between = "{"
    for key, item in obj.items():
        yield between
        yield from _pieces(key, path)
        yield ": "
        yield from _pieces(item, path)
        between = ", "
    yield "}" if obj else "{}"


def _headline(error):
    try:
        return _clip(f"{type(error).__name__}: {error}", 200)[0]
    except BaseException:
        return type(error).__name__


# Exceptions


def raised(error, file, with_trace=True):
    """The exception as a ``Raised``. ``file`` is the name under which the document was compiled. Never raises."""
    kind = type(error)
    fact = {
        "type_name": kind.__name__,
        "bases": [base.__name__ for base in type.__dict__["__mro__"].__get__(kind) if base is not object],
        "message": "",
        "line": 0,
        "traceback": "",
        "missing": None,
        "errno": None,
    }
    with Hush():
        for key, find in _FACTS:
            if with_trace or key != "traceback":
                _fill(fact, key, find, error, file)
    return fact


def _fill(fact, key, find, error, file):
    try:
        fact[key] = find(error, file)
    except BaseException as problem:
        if key in ("message", "traceback"):
            fact[key] = f"<{key} raised {_headline(problem)}>"


def _message(error, _):
    # Python shows a SyntaxError's place apart from its message; only str(error) puts it at the end.
    text = error.msg if isinstance(error, SyntaxError) and isinstance(error.msg, str) else str(error)
    return _clip(text, LIMIT)[0]


def _line(error, file):
    line, step = 0, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == file:
            line = step.tb_lineno
        step = step.tb_next
    if not line and issubclass(type(error), SyntaxError) and error.filename == file:
        line = error.lineno
    return line or 0


def _missing(error, _):
    if isinstance(error, OSError):
        found = error.filename
    elif isinstance(error, (NameError, ImportError)):
        found = getattr(error, "name", None) or _quoted_name(error)
    else:
        return None
    if isinstance(found, bytes):
        found = found.decode("utf-8", "replace")
    return None if found is None else _clip(str(found), LIMIT)[0]


def _quoted_name(error):
    """Before 3.10 a ``NameError`` gives the name in its message alone."""
    before, quote, rest = str(error).partition("name '")
    return rest.partition("'")[0] if quote and not before and isinstance(error, NameError) else None


def _errno(error, _):
    number = error.errno if isinstance(error, OSError) else None
    return int(number) if isinstance(number, int) and abs(number) < 1 << 31 else None


def _traceback(error, file):
    step = error.__traceback__
    while step is not None and step.tb_frame.f_code.co_filename in HARNESS:
        step = step.tb_next
    if isinstance(error, SyntaxError) and error.text is None and error.filename == file and error.lineno:
        error.text = linecache.getline(file, error.lineno) or None
    shown = traceback.TracebackException(type(error), error, step, limit=FRAMES)
    _clean(shown, file, set())
    return _shorten("".join(shown.format()))


def _clean(shown, file, seen):
    """Takes the harness's frames out of the traceback and of all that hang on it."""
    if shown is None or id(shown) in seen:
        return
    seen.add(id(shown))
    if shown.stack:
        shown.stack[:] = _own_frames(shown.stack, file)
    if not shown.stack:
        shown.stack = shown.exc_traceback = None  # no heading either; 3.9 looks at the second
    for other in (shown.__cause__, shown.__context__, *(getattr(shown, "exceptions", None) or ())):
        _clean(other, file, seen)


def _own_frames(stack, file):
    frames = list(stack)
    if frames[0].filename in HARNESS:
        # Below the snippet lie the harness and the event loop that it started.
        first = next((i for i, frame in enumerate(frames) if frame.filename == file), 0)
        frames = frames[first:]
    kept, inside = [], False
    for frame in frames:
        # What the harness called for itself goes with it.
        inside = frame.filename in HARNESS or inside and frame.filename != file
        if not inside:
            kept.append(frame)
    return kept


def _shorten(text):
    return text if len(text) <= LIMIT else f"{text[: LIMIT // 2]}\n  ...\n{text[-LIMIT // 2 :]}"


_FACTS = (
    ("message", _message),
    ("line", _line),
    ("missing", _missing),
    ("errno", _errno),
    ("traceback", _traceback),
)

#: File names of the harness's own code; its other modules add theirs.
HARNESS = {raised.__code__.co_filename}
