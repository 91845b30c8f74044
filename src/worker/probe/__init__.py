"""Runs one job inside a forked child and tells what happens, as plain dicts in the shape of ``wire::Event``.

The worker makes the package ``snipcheck_probe`` of this folder's sources, this file last, calls `warm` once before it forks, and
`run` in the child.
This file owns the order of things: parts, entries, the event loop, the end. How text becomes code stands in ``codes``, how a script
is rewritten in ``instrument``, what the rewritten script calls in ``watch``, what a prompt shows in ``prompt``, how objects become
text in ``render``, what reaches outside in ``effects``.
"""

import builtins
import linecache
import os
import sys
import types

from . import effects, instrument
from .codes import Codes
from .prompt import Prompt, reads_last_value
from .render import HARNESS, raised, value
from .watch import Watch, flush

__builtins__ = dict(vars(__import__("builtins")))  # a copy: the snippet may change the real ones

_COROUTINE = 0x80  # inspect.CO_COROUTINE
#: Words of scripts that are read as files: by themselves, or by processes that import them.
_READ_SCRIPT = ("__file__", "multiprocessing", "concurrent.futures")
#: Words of scripts that notice when an object ends.
_ENDS = ("__del__", "weakref")
_LIBRARY = os.path.dirname(os.__file__) + os.sep
_boot = []  # the __main__ that started the process: its namespace would be emptied if nobody held it


def run(job, emit, stdout_size, effect, loaded, restore=None):
    """Runs the job; returns the exit status where ``SystemExit`` left the snippet, else ``None`` after the event ``done``."""
    session = _ready.pop()
    session.begin(job, emit, stdout_size, restore)
    effects.watch(effect, job["file"])
    known = len(sys.modules)
    status = session.parts()
    session.ask_at_end()
    session.close()
    _tell_modules(loaded, known, session.text)
    if os.getpid() != session.watch.home:
        os._exit(int(session.watch.ended) if status is None else status)  # a copy that the snippet made with os.fork
    if status is None:
        session.watch.send({"event": "done"})
    flush(sys.stdout)
    flush(sys.stderr)
    return status


def _tell_modules(tell, known, text):
    """Tells the files of the modules that came after the first ``known`` ones, those of the standard library left out.

    An empty name stands for what cannot be seen.
    """
    new = len(sys.modules) - known
    if new < 0 or "sys.modules" in text:
        return tell("")
    try:
        for module in list(sys.modules.values())[known:] if new else ():
            file = getattr(module, "__dict__", {}).get("__file__")
            if type(file) is str and (not file.startswith(_LIBRARY) or "-packages/" in file):
                tell(file)
    except BaseException:
        tell("")


def warm(restore=None):
    """Makes ready, before any fork, whatever does not depend on the job.

    Running a sample fills the interpreter's caches: once here, or in each forked child, on pages of its own.
    """
    _prepare_streams()
    effects.prepare()
    main, argv, path = sys.modules["__main__"], sys.argv, sys.path[:]
    session = Session()
    session.begin(_SAMPLE, _ignore, _nothing, restore)
    session.parts()
    session.ask_at_end()
    session.let_go()  # not `close`: this process is not at its end
    sys.modules["__main__"], sys.argv, sys.path[:] = main, argv, path
    _boot.clear()
    linecache.clearcache()
    _ready.append(Session())


def _ignore(_):
    pass


def _nothing():
    return 0


#: The session that the next job takes.
_ready = []
#: What documents are made of. It prints nothing: there is nobody to catch it.
_SAMPLE_TEXT = """\
from os import path
class Shape:
    sides = 4
    def area(self, unit=1):
        return self.sides * unit
shapes = [Shape() for _ in range(3)]
total = sum(shape.area(unit=2) for shape in shapes)
names = {"a": 1, "b": [1, 2.5, None, True], "c": ("x",)}
for name, found in names.items():
    if not isinstance(found, str) and name != "z":
        total += len(name)
print(f"{total:>8}", *names, sep=", ", end="", file=open(path.devnull, "w"))
names["a"], total
try:
    names["missing"]
except KeyError as error:
    seen = str(error)
assert total > 3, "few"
int("one")
"""
#: The same once more, as a script comes whose text was prepared.
_WATCHED_TEXT = """\
with __snipcheck__.line(31, 32): from os import path
def area(shape, unit=1):
    return shape * unit
with __snipcheck__.line(34), __snipcheck__.at(34): __snipcheck__.value(34, (area(2, unit=3)))
with __snipcheck__.line(35), __snipcheck__.at(35): names = __snipcheck__.keep(35, ({"a": [1, 2.5, None], "b": ("x",)}))
with __snipcheck__.line(36), __snipcheck__.at(36): int("two")
with __snipcheck__.line(37, 38): total = [each for each in names if len(each) > 3]
for each in names:
    total += [each.upper()]
"""
_SAMPLE = {
    "file": "<warm>",
    "parts": [
        {
            "role": "context",
            "entries": [
                {
                    "line": 31,
                    "text": _WATCHED_TEXT,
                    "interactive": False,
                    "watched": (_WATCHED_TEXT, [(line, 0, 30) for line in range(31, 38)], None),
                }
            ],
        },
        {"role": "subject", "entries": [{"line": 1, "text": _SAMPLE_TEXT, "interactive": False, "watched": None}]},
    ],
    "probes": [
        {"id": 0, "at": {"line": 7}, "catches": False, "exprs": [{"text": "shapes[0].sides", "when": "after"}]},
        {"id": 1, "at": {"line": 11}, "catches": False, "exprs": []},
        {"id": 2, "at": {"line": 13}, "catches": False, "exprs": []},
        {"id": 3, "at": {"line": 19}, "catches": True, "exprs": []},
        {"id": 4, "at": {"line": 34}, "catches": False, "exprs": []},
        {"id": 5, "at": {"line": 35}, "catches": False, "exprs": []},
        {"id": 6, "at": {"line": 36}, "catches": True, "exprs": []},
    ],
}


class Session:
    """A job that is being run."""

    def __init__(self):
        self.watch, self.loop, self.text = Watch(), None, ""
        self.main = _main_module()
        self.names = self.main.__dict__
        self.prompt = Prompt()
        _install(self.watch)

    def begin(self, job, emit, stdout_size, restore=None):
        """Takes the job, in its own process. ``restore`` takes out of code what was written into its text."""
        self.parts_to_run, self.probes, self.file = job["parts"], job["probes"], job["file"]
        self.watch.begin(self.file, emit, stdout_size)
        self.codes = Codes(self.file, self.probes, self.watch, restore)
        self._read_parts()
        self.names["__file__"] = self.file
        _boot.append(sys.modules.get("__main__"))
        sys.modules["__main__"], sys.argv = self.main, [self.file]
        sys.path.insert(0, os.getcwd())
        if _mentions(self.text, _READ_SCRIPT):
            self.names["__file__"] = _script_file(linecache.cache[self.file][2], self.file)

    def _read_parts(self):
        """What there is to know of the text before it runs. ``linecache`` gets the lines that are code, the others empty."""
        lines = []
        for part in self.parts_to_run:
            for entry in part["entries"]:
                text, first = entry["text"], entry["line"] - 1
                self.text += text
                own = text.splitlines(True)
                lines += ["\n"] * (first + len(own) - len(lines))
                lines[first : first + len(own)] = own
                if entry["interactive"] and "_" in text and reads_last_value(text):
                    self.prompt.binds_last = True
        linecache.cache[self.file] = sum(map(len, lines)), None, lines, self.file

    def parts(self):
        """Runs the parts in order. The exit status where the subject left through ``SystemExit``."""
        for index, part in enumerate(self.parts_to_run):
            self.watch.part, self.watch.ended = index, False
            subject = part["role"] == "subject"
            for entry in part["entries"]:
                status = self._entry(entry)
                if status is not None and subject:
                    return status
                if self.watch.ended or status is not None:
                    break
            if subject and self.watch.ended:
                break
        return None

    def _entry(self, entry):
        """Runs one entry; sets ``watch.ended`` where an exception ended the part; returns an exit status."""
        if entry["interactive"]:
            codes = self.codes.of_prompt(entry)
            return None if codes is None else self._at_prompt(entry, codes)
        code, reports = self.codes.of_script(entry)
        self.watch.ended = code is None
        return None if code is None else self._script(entry, code, reports)

    def _script(self, entry, code, reports):
        start = self.watch.size()
        try:
            self._execute(code)
            self.watch.next(0)
        except BaseException as error:
            self.watch.broke_off(error)
            if not reports or not self.watch.ended:
                self.watch.statement(entry["line"], start, None, error)
            self.watch.ended = True
            return _exit_status(error)
        if not reports:
            self.watch.statement(entry["line"], start)
        return None

    def _at_prompt(self, entry, codes):
        start, line = self.watch.size(), entry["line"]
        for code, shows in codes:
            self.prompt.begin(shows)
            try:
                self._execute(code)
            except BaseException as error:
                self.watch.statement(line, start, None, error)
                return _exit_status(error)
        self.watch.statement(line, start, self.prompt.take())
        return None

    def _execute(self, code):
        if code.co_flags & _COROUTINE:
            self._wait(eval(code, self.names))
        else:
            exec(code, self.names)

    def _wait(self, coroutine):
        """Runs it on the one loop of the job. Code without ``await`` finds no loop running: ``asyncio.run`` works there."""
        import asyncio

        if self.loop is None:
            self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        return self.loop.run_until_complete(coroutine)

    # The end

    def ask_at_end(self):
        """Evaluates the expressions of the probes that stand behind the last statement."""
        for probe in self.probes:
            if probe["at"] == "end":
                for index, expr in enumerate(probe["exprs"]):
                    self._ask((probe["id"], index), expr["text"])

    def _ask(self, key, text):
        start = self.watch.size()
        try:
            shown = value(self._evaluated(self.codes.of_question(text)))
        except BaseException as error:
            self.watch.expression(key, 0, start, None, error)
        else:
            self.watch.expression(key, 0, start, shown)

    def _evaluated(self, code):
        result = eval(code, self.names)
        return self._wait(result) if code.co_flags & _COROUTINE else result

    def close(self):
        """What an interpreter does when a script ends: tasks, threads, exit handlers, then the script's objects."""
        for step in (self._close_loop, _join_threads, _run_exit_handlers, self.let_go):
            try:
                step()
            except BaseException as error:
                sys.stderr.write(raised(error, self.file)["traceback"])
        self.watch.size()  # flushes

    def _close_loop(self):
        if self.loop is not None and not self.loop.is_closed():
            import asyncio

            tasks = asyncio.all_tasks(self.loop)
            for task in tasks:
                task.cancel()
            self._wait(_settled(asyncio, tasks))
            self._wait(self.loop.shutdown_asyncgens())
            self._wait(self.loop.shutdown_default_executor())
            self.loop.close()

    def let_go(self):
        """Names with one underscore first, then all others, as the interpreter does."""
        if _mentions(self.text, _ENDS):
            import gc

            gc.collect()
        for private in (True, False):
            for name in list(self.names):
                if name != "__builtins__" and (not private or name[:1] == "_" != name[1:2]):
                    self.names[name] = None


async def _settled(asyncio, tasks):
    await asyncio.gather(*tasks, return_exceptions=True)


def _join_threads():
    if "threading" in sys.modules:
        sys.modules["threading"]._shutdown()


def _run_exit_handlers():
    if "atexit" in sys.modules:
        sys.modules["atexit"]._run_exitfuncs()


def _prepare_streams():
    """Line by line, so that output and that of child processes come in the order of a terminal."""
    for name, number in (("stdout", 1), ("stderr", 2)):
        stream = getattr(sys, name)
        if stream is None:
            stream = open(number, "w", closefd=False)
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
        wanted = ("utf-8", "strict" if number == 1 else "backslashreplace", True)
        if (stream.encoding, stream.errors, stream.line_buffering) != wanted:
            stream.reconfigure(encoding=wanted[0], errors=wanted[1], line_buffering=True)


def _main_module():
    """The namespace of a script. It has a ``__file__``, as every script; it will be the name that tracebacks show."""
    module = types.ModuleType("__main__")
    module.__dict__.update(__builtins__=builtins, __file__=None, __cached__=None)
    if sys.version_info < (3, 14):
        module.__dict__["__annotations__"] = {}
    return module


def _script_file(lines, file):
    """Writes the script into the working directory, where only those who ask for it expect a file. Its path."""
    path = os.path.basename(file)
    try:
        with open(path, "w", encoding="utf-8") as script:
            script.writelines(lines)
    except (OSError, ValueError):
        return file  # a level without a place to write, or a name that is none
    return path


def _install(watch):
    """Makes the harness known by its name, and leaves it out of ``dir(builtins)``."""
    setattr(builtins, instrument.NAME, watch)
    hidden = {instrument.NAME, "__dir__"}
    builtins.__dir__ = lambda: [name for name in vars(builtins) if name not in hidden]


def _mentions(text, words):
    for word in words:
        if word in text:
            return True
    return False


def _exit_status(error):
    """The status with which the interpreter would exit; ``None`` for another exception."""
    if not isinstance(error, SystemExit):
        return None
    code = error.code
    if code is None or isinstance(code, int):
        return int(code or 0) & 0xFF
    print(code, file=sys.stderr)
    return 1


HARNESS.update((run.__code__.co_filename, instrument.begins.__code__.co_filename, effects.watch.__code__.co_filename))
