"""What the one-line form of events does not show: tracebacks, cut values, the end of a script."""

CHECKS = []


def check(text, *probes, **options):
    """Registers a test: it gets the raw events and the output, and returns what is wrong, or nothing."""

    def register(test):
        CHECKS.append((test, text, probes, options))
        return test

    return register


def failures(package, harness):
    """What is wrong, one text for each failed check."""
    found = []
    for test, text, probes, options in CHECKS:
        lines, raw, out, err = harness.run(package, harness.job(text, probes, **options))
        try:
            assert lines[-1] == "done", lines
            test(raw, out, err)
        except Exception as error:
            found.append(f"FAIL {test.__name__}: {type(error).__name__}: {error}\n  {err[-1000:]}")
    return found


def same(seen, expected):
    assert seen == expected, f"{seen!r} is not {expected!r}"


def raised(raw):
    return [event["raised"] for event in raw if event.get("raised")][-1]


def plain(traceback):
    """Without the carets, which depend on the version."""
    return [line for line in traceback.splitlines() if line.strip(" ^~")]


@check("def f():\n    return 1 / 0\n\nf()\n", line=40)
def a_traceback_shows_the_document(raw, out, err):
    error = raised(raw)
    same(plain(error["traceback"]), [
        "Traceback (most recent call last):",
        '  File "guide.md", line 43, in <module>',
        "    f()",
        '  File "guide.md", line 41, in f',
        "    return 1 / 0",
        "ZeroDivisionError: division by zero",
    ])
    same((error["line"], error["bases"]), (41, ["ZeroDivisionError", "ArithmeticError", "Exception", "BaseException"]))


@check("try:\n    {}['a']\nexcept KeyError as e:\n    raise ValueError('b') from e\n", "2", "4!")
def a_chain_is_shown_without_the_harness(raw, out, err):
    same(plain(raised(raw)["traceback"]), [
        "Traceback (most recent call last):",
        '  File "guide.md", line 2, in <module>',
        "    {}['a']",
        "KeyError: 'a'",
        "The above exception was the direct cause of the following exception:",
        "Traceback (most recent call last):",
        '  File "guide.md", line 4, in <module>',
        "    raise ValueError('b') from e",
        "ValueError: b",
    ])


@check("import asyncio\nawait asyncio.sleep(0)\nasync def f(): raise OSError(2, 'no', 'x.csv')\nawait f()\n", "4!")
def waiting_leaves_no_trace(raw, out, err):
    error = raised(raw)
    assert "asyncio" not in error["traceback"] and "snipcheck" not in error["traceback"], error["traceback"]
    same((error["missing"], error["errno"], error["line"]), ("x.csv", 2, 3))


@check("x = 1\nx = = 2\n", line=9)
def a_syntax_error_has_its_line(raw, out, err):
    error = raised(raw)
    same(error["line"], 10)
    same(plain(error["traceback"])[:2], ['  File "guide.md", line 10', "    x = = 2"])


@check("def f():\n    f()\nf()\n", 2, "3!")
def endless_recursion_in_a_probed_line(raw, out, err):
    error = raised(raw)
    same(error["type_name"], "RecursionError")
    assert "snipcheck" not in error["traceback"] and "harness" not in error["traceback"], error["traceback"]
    assert "Previous line repeated" in error["traceback"], error["traceback"]


@check("import fractionz\n", "1!")
def a_missing_module(raw, out, err):
    same(raised(raw)["missing"], "fractionz")


@check("print(fetch())\n", "1!")
def a_missing_name(raw, out, err):
    same(raised(raw)["missing"], "fetch")


@check("class E(Exception):\n    def __str__(self): raise KeyError\nraise E\n", "3!")
def an_exception_that_cannot_be_shown(raw, out, err):
    same(raised(raw)["message"], "<message raised KeyError: >")


@check("raise ValueError('x' * 1000000)\n", "1!")
def long_messages_are_cut(raw, out, err):
    error = raised(raw)
    assert len(error["message"]) == 10000 and len(error["traceback"]) < 11000


@check("n = 0\nfor i in range(3000):\n    n += 1\nprint(n)\n", 3)
def hits_are_bounded(raw, out, err):
    same((sum(event["event"] == "hit" for event in raw), out), (1000, "3000\n"))


def value_of(raw, probe=0):
    return [event["value"] for event in raw if event["event"] == "hit" and event["probe"] == probe][0]


@check("a = 'x' * 10**8\nb = [a, a]\nc = {'k': [1] * 10**6}\nd = list(range(5000))\ne = (set(), frozenset([1]), (1,), {}, 'a' * 20000)\n", 1, 2, 3, 4, 5)
def large_values_are_cut(raw, out, err):
    for probe, start in enumerate(["'xxx", "['xxx", "{'k': [1, 1, ", "[0, 1, 2, ", "(set(), frozenset({1}), (1,), {}, 'aaa"]):
        seen = value_of(raw, probe)
        assert seen["cut"] and len(seen["repr"]) == 10000 and seen["repr"].startswith(start), seen["repr"][:50]


@check("a = list(range(2000))\nb = [a[:3], {'k': (1,)}, []] * 400\na = [1]\na.append(a)\nc = [a, list(range(1800)), [set()] * 100]\n", 1, 2, 5)
def values_that_fit_are_exact(raw, out, err):
    inner = [1]
    inner.append(inner)
    texts = [list(range(2000)), [[0, 1, 2], {"k": (1,)}, []] * 400, [inner, list(range(1800)), [set()] * 100]]
    for probe, expected in enumerate(map(repr, texts)):
        same((value_of(raw, probe)["repr"], value_of(raw, probe)["cut"]), (expected[:10000], len(expected) > 10000))


@check("x = 'a\\ud800'\nclass A:\n    def __str__(self): return 'text'\n    def __repr__(self): return 'A()'\ny = A()\nz = A\n", 1, 5, 6)
def text_and_name(raw, out, err):
    same((value_of(raw)["text"], value_of(raw)["type_name"]), ("a\ud800", "str"))
    same([value_of(raw, 1)[key] for key in ("repr", "text", "name")], ["A()", "text", None])
    same([value_of(raw, 2)[key] for key in ("text", "type_name", "name")], [None, "type", "A"])


@check("import atexit, threading, asyncio\natexit.register(print, 'exit')\nclass A:\n    def __del__(self): print('gone')\na = A()\n"
       "def late():\n    threading.Event().wait(0.02)\n    print('late')\nthreading.Thread(target=late).start()\n"
       "async def bg():\n    try: await asyncio.sleep(9)\n    finally: print('cancelled')\n"
       "t = asyncio.create_task(bg())\nawait asyncio.sleep(0)\nprint('last')\n")
def the_end_of_a_script(raw, out, err):
    same((out, err), ("last\ncancelled\nlate\nexit\ngone\n", ""))


@check("import sys\nsys.excepthook = lambda kind, error, trace: print('hook', error)\nraise ValueError(1)\n")
def an_exception_hook(raw, out, err):
    same(out, "hook 1\n")


@check("import inspect, linecache\ndef f():\n    return 1\nprint(inspect.getsource(f), end='')\n", 3, line=5)
def source_can_be_had(raw, out, err):
    same(out, "def f():\n    return 1\n")


@check("import sys\nsys.stdout = None\nsys.stdout = open('/dev/null', 'w')\nsys.stdout.close()\nsys.stdout = sys.__stdout__\nprint('x')\n", 2, 4)
def streams_may_be_broken(raw, out, err):
    same(out, "x\n")


@check("import builtins\ndel builtins.BaseException, builtins.repr, builtins.type\nx = 1\nprint(x)\n", (3, "x", "<y"))
def builtins_may_be_broken(raw, out, err):
    same(out, "1\n")


@check("class M(type):\n    def __repr__(c): return 'M!'\n    def __getattribute__(c, n): raise OSError(n)\nclass A(metaclass=M): pass\na = A\nb = A()\n", 5, 6)
def hostile_metaclass(raw, out, err):
    same((value_of(raw)["repr"], value_of(raw, 1)["type_name"]), ("M!", "A"))
