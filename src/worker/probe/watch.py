"""What the rewritten snippet calls while it runs, and the events that come of it.

Every call returns what the snippet goes on with and keeps no reference to it. State belongs to one run of one statement, found
by frame and spot: so recursion, generators, tasks and threads do not get into each other's way. Nothing raised in here may
reach the snippet. Knows nothing of trees and jobs.
"""

import sys
from io import TextIOWrapper
from os import getpid
from sys import _getframe
from time import perf_counter_ns

from .render import HARNESS, LIMIT, own, raised, value

__builtins__ = dict(vars(__import__("builtins")))  # a copy: the snippet may change the real ones

#: Hits reported for each probe; then the statement goes on unseen.
HITS = 1000
#: From this turn on values are cut to `SHORT` characters.
TURNS, SHORT = 50, 500
#: Exceptions of a probe that are told with their traceback: an endless recursion passes the same line a thousand times.
TRACES = 5


class Watch:
    """The object behind `instrument.NAME`."""

    anything = BaseException

    def __init__(self):
        self.spots, self.active = {}, {}
        self.part, self.current, self.claimed, self.ended = 0, 0, None, False
        self.leaving = None  # an exception that has just been rendered, and its words
        self._top, self.whole = Top(self), None

    def begin(self, file, emit, size):
        """Learns what is watched, in the process where it runs."""
        self.file, self.home = file, getpid()
        self._emit, self._size = emit, size

    # For all

    def send(self, event):
        """Emits the event, unless this is a copy of the process that the snippet made."""
        if getpid() == self.home:
            try:
                self._emit(event)
            except Exception:
                pass  # nobody listens any more: the snippet is not to blame

    def size(self):
        """Bytes written so far."""
        shown, real = sys.stdout, sys.__stdout__
        if shown is not real and type(shown) is TextIOWrapper:
            flush(shown)  # nothing but a real stream: one of the snippet's own would notice
        flush(real)
        return self._size()

    def statement(self, line, start, shown=None, error=None):
        """Emits the end of a top-level statement."""
        stdout = {"start": start, "end": self.size()}
        known, self.leaving = self.leaving, None
        if error is not None:
            error = known[1] if known is not None and known[0] == id(error) else raised(error, self.file)
        fact = {"event": "statement", "part": self.part, "line": line, "stdout": stdout}
        self.send({**fact, "value": shown, "raised": error})

    def expression(self, key, turn, start, shown=None, error=None):
        """Emits the outcome of a probe's expression."""
        stdout = {"start": start, "end": self.size()}
        error = None if error is None else raised(error, self.file)
        fact = {"event": "expr", "probe": key[0], "expr": key[1], "turn": turn, "stdout": stdout}
        self.send({**fact, "value": shown, "raised": error})

    def spot(self, line, probes, outer):
        """Enters a probed statement; its number. ``outer``: nothing of the snippet runs between its end and `Top`'s."""
        self.spots[line] = Spot(self, probes, outer)
        return line

    def question(self, number, key):
        """Enters an expression asked at a statement; its number there."""
        self.spots[number].questions.append(key)
        return len(self.spots[number].questions) - 1

    def bad(self, key, error):
        """An expression that cannot be asked."""
        self.expression(key, 0, self.size(), None, error)

    def left(self, line, start, error):
        """A top-level statement is left; by ``error`` if there is one. Whether the next one is to run all the same."""
        if error is not None and sys.excepthook is not sys.__excepthook__ and type(error) is not SystemExit:
            _hook(type(error), error, error.__traceback__)
            self.leaving = None  # the hook may have changed it
        self.statement(line, start, None, error)
        if error is None:
            return False
        self.ended = self.claimed != id(error)
        return not self.ended

    def broke_off(self, error):
        """An exception has left the script: the compound statement that was open is left by it."""
        whole, self.whole = self.whole, None
        if whole is not None:
            whole.leave(error.with_traceback(_from(self.file, error.__traceback__)))

    # Called by the snippet

    def line(self, line, behind=0):
        """Around a top-level statement. ``behind``: the line of the next one, where that one cannot say that it begins."""
        if self.whole is not None:
            self.next(0)
        self.current, self._top.behind = line, behind
        return self._top

    def next(self, line):
        """A compound statement that was told of has ended; the next one, if ``line`` is given, begins."""
        whole, self.whole = self.whole, None
        if whole is not None:
            whole.leave(None)
        if line:
            self.whole = Whole(self, line)

    def at(self, number, inside=False):
        """Around a probed statement. ``inside``: of a text that reports by itself, and not at its top level."""
        spot = self.spots[number]
        if inside:
            spot.outer = False
        if not own.depth and spot.turns < HITS:
            try:
                return Hit(self, spot, (id(_getframe(1)), number))
            except RecursionError:
                pass  # at the brink: the snippet's own next call shall be the one that fails
        return spot.silent

    def ready(self, number):
        """The expressions wanted before the statement are through."""
        hit = self.active.get((id(_getframe(1)), number))
        if hit is not None:
            hit.start = self.size()

    def value(self, number, obj):
        """The first value seen is the statement's."""
        hit = self.active.get((id(_getframe(1)), number))
        if hit is not None and hit.value is None:
            hit.value = value(obj, hit.limit)
        return obj

    def keep(self, number, obj):
        """A value to be looked at as soon as it is assigned."""
        hit = self.active.get((id(_getframe(1)), number))
        if hit is not None:
            hit.kept = (obj,)
        return obj

    def given(self, number, obj):
        """A value yielded: reported now, for nobody knows when the generator goes on."""
        hit = self.active.get((id(_getframe(1)), number))
        if hit is not None:
            hit.value = value(obj, hit.limit)
            hit.tell()
        return obj

    def over(self, number):
        """The statement ended without an exception. Returns nothing: at a prompt that would be shown."""
        hit = self.active.get((id(_getframe(1)), number))
        if hit is not None:
            hit.tell()

    def done(self, number, sees):
        """The statement leaves its frame or loop, without an exception; ``sees``: if its value was seen. Whether it does."""
        hit = self.active.get((id(_getframe(1)), number))
        if hit is None or sees and hit.value is None:
            return False
        hit.tell()
        return True

    def then(self, number):
        """Behind a statement of the module: it ended without an exception, and its questions are asked."""
        frame = _getframe(1)
        hit = self.active.get((id(frame), number))
        if hit is not None:
            hit.tell()
            for key, text in hit.spot.texts:
                self._asked(hit, number, key, text, frame.f_globals)

    def _asked(self, hit, number, key, text, names):
        start = self.size()
        own.depth += 1
        try:
            obj = eval(compile("\n" * (number - 1) + f"({text.strip()}\n)", self.file, "eval", 0, True), names)
        except BaseException as error:
            own.depth -= 1
            self.expression(key, hit.turn, start, None, error)
        else:
            own.depth -= 1
            self.expression(key, hit.turn, start, value(obj, hit.limit))

    def ask(self, number, question):
        """Before a probe's expression; whether to evaluate it."""
        hit = self.active.get((id(_getframe(1)), number))
        if hit is None:
            return False
        hit.asked = self.size()
        own.depth += 1
        return True

    def told(self, number, question, obj):
        """The expression's value."""
        hit = self.active.get((id(_getframe(1)), number))
        own.depth -= 1
        self.expression(hit.spot.questions[question], hit.turn, hit.asked, value(obj, hit.limit))

    def failed(self, number, question):
        """The expression's exception."""
        hit = self.active.get((id(_getframe(1)), number))
        own.depth -= 1
        self.expression(hit.spot.questions[question], hit.turn, hit.asked, None, sys.exc_info()[1])

    def members(self, owner, *pairs):
        """The decorator of a class that has probed assignments: pairs of probe and name, in one row."""

        def finished(cls):
            for probe, name in zip(pairs[::2], pairs[1::2]):
                self._member(cls, owner, probe, name)
            return cls

        return finished

    def _member(self, cls, owner, probe, name):
        if name.startswith("__") and not name.endswith("__"):
            name = f"_{owner.lstrip('_')}{name}"
        try:
            found = _attribute(cls, name)
        except BaseException:
            return  # deleted again, or the decorator made something else of the class
        self.send({"event": "member", "probe": probe, "value": value(found)})


class Spot:
    """A probed statement: its probes, what is asked there, how often it ran."""

    __slots__ = ("probes", "outer", "catches", "questions", "texts", "turns", "traces", "silent")

    def __init__(self, watch, probes, outer):
        self.outer = outer
        self.probes = [probe["id"] for probe in probes]
        self.catches = any(probe["catches"] for probe in probes)
        self.questions, self.turns, self.traces = [], 0, 0
        self.texts = [((probe["id"], at), expr["text"]) for probe in probes for at, expr in enumerate(probe["exprs"])]
        self.silent = Silent(watch, self.catches)


class Top:
    """Around each top-level statement."""

    def __init__(self, watch):
        self.watch, self.start, self.behind = watch, 0, 0

    def __enter__(self):
        self.watch.claimed = None
        self.start = self.watch.size()

    def __exit__(self, kind, error, trace):
        goes_on = self.watch.left(self.watch.current, self.start, error)
        if self.behind and (error is None or goes_on):
            self.watch.next(self.behind)
        return goes_on


class Whole:
    """A compound top-level statement of a script that reports by its text: what stands around it tells of it."""

    def __init__(self, watch, line):
        watch.current, watch.claimed = line, None
        self.watch, self.line, self.start = watch, line, watch.size()
        spot = watch.spots.get(line)
        self.hit = None if spot is None else Hit(watch, spot, (0, line))
        if self.hit is not None:
            self.hit.__enter__()

    def leave(self, error):
        """Its end."""
        if self.hit is not None:
            self.hit.__exit__(type(error), error, None)
        self.watch.left(self.line, self.start, error)


class Hit:
    """One run of a probed statement."""

    __slots__ = ("watch", "spot", "key", "turn", "limit", "start", "began", "asked", "kept", "value", "open")

    def __init__(self, watch, spot, key):
        self.watch, self.spot, self.key, self.turn = watch, spot, key, spot.turns
        self.limit = LIMIT if spot.turns < TURNS else SHORT
        self.kept = self.value = None
        self.open = True

    def __enter__(self):
        try:
            self.start = self.watch.size()
        except RecursionError:
            self.open = False  # as in `Watch.at`
            return
        self.spot.turns += 1
        self.watch.active[self.key] = self
        self.began = perf_counter_ns()

    def __exit__(self, kind, error, trace):
        if error is not None and self.spot.catches:
            self.watch.claimed = id(error)
        try:
            if self.open:
                self.tell(error)
        except RecursionError:
            pass  # no room to tell it
        self.watch.active.pop(self.key, None)
        return False

    def tell(self, error=None):
        """Emits the hit, once."""
        self.open = False
        took = (perf_counter_ns() - self.began) // 1000
        stdout = {"start": self.start, "end": self.watch.size()}
        kept, self.kept = self.kept, None
        if error is not None:
            self.value = None
            self.spot.traces += 1
            error = self._rendered(error)
        elif kept is not None:
            self.value = value(kept[0], self.limit)
        del kept
        for probe in self.spot.probes:
            fact = {"event": "hit", "probe": probe, "turn": self.turn, "stdout": stdout}
            self.watch.send({**fact, "value": self.value, "raised": error, "took_us": took})


    def _rendered(self, error):
        told = raised(error, self.watch.file, self.spot.traces <= TRACES)
        if self.spot.outer and self.spot.traces <= TRACES:
            self.watch.leaving = id(error), told  # rendering costs more than most statements: once is enough
        return told


class Silent:
    """One run of a probed statement that is not reported; its exceptions are claimed all the same."""

    __slots__ = ("watch", "catches")

    def __init__(self, watch, catches):
        self.watch, self.catches = watch, catches

    def __enter__(self):
        pass

    def __exit__(self, kind, error, trace):
        if error is not None and self.catches:
            self.watch.claimed = id(error)
        return False


def flush(stream):
    """Flushes a stream, whatever the snippet has made of it."""
    try:
        stream.flush()
    except BaseException:
        pass  # closed, or the snippet's own and broken


def _from(file, trace):
    """The traceback from the first frame of the file on: outside lie the harness, and the event loop that it started."""
    step = trace
    while step is not None and step.tb_frame.f_code.co_filename != file:
        step = step.tb_next
    return step or trace


def _hook(kind, error, trace):
    try:
        sys.excepthook(kind, error, trace)
    except BaseException:
        pass  # as the interpreter, which would only print that one as well


def _attribute(cls, name):
    """The attribute as it lies in the finished class; for a member of an enumeration its value."""
    members = type.__dict__["__dict__"].__get__(cls).get("_member_map_")
    if members is not None and name in members:
        return members[name].value
    return type.__dict__["__dict__"].__get__(cls)[name]


HARNESS.add(flush.__code__.co_filename)
