"""Snippets and the events they must give. How an event is written: see harness.py."""

CASES = []


def case(name, text, expect, *probes, **options):
    CASES.append({"name": name, "text": text, "expect": expect, "probes": probes, **options})


# Statements

case("print", "print(1+1)\n", ["s1 '2\\n'", "done"])
case("document lines", "x = 1\nprint(x)\n", ["s12", "s13 '1\\n'", "done"], line=12)
case("no newline at the end", "print('a', end='')\nprint('b')", ["s1 'a'", "s2 'b\\n'", "done"])
case("two on a line", "x = 1; print(x)\n", ["s1", "s1 '1\\n'", "done"])
case("constants are shared", "x = 257\ny = 257\nprint(x is y)\n", ["s1", "s2", "s3 'True\\n'", "done"])
case("exception ends the subject", "1/0\nprint(1)\n", ["s1 ! ZeroDivisionError: division by zero", "done"])
case("claimed exception", "1/0\nprint(1)\n",
     ["h0.0 ! ZeroDivisionError: division by zero", "s1 ! ZeroDivisionError: division by zero", "s2 '1\\n'", "done"], "1!")
case("claimed inside a function", "def f():\n    raise KeyError(1)\nf()\nprint(2)\n",
     ["s1", "h0.0 ! KeyError: 1", "s3 ! KeyError: 1", "s4 '2\\n'", "done"], "2!")
case("claimed, but another one leaves", "try:\n    1/0\nexcept ArithmeticError:\n    raise ValueError(3)\nprint(1)\n",
     ["h0.0 ! ZeroDivisionError: division by zero", "s1 ! ValueError: 3", "done"], "2!")
case("docstring and future", '"""Doc."""\nfrom __future__ import annotations\ndef f(x: nowhere): pass\nprint(__doc__, f.__annotations__)\n',
     ["s1", "s2", "s3", "s4 \"Doc. {'x': 'nowhere'}\\n\"", "done"])
case("syntax error", "x = 1\ndef f(:\n", ["refused 7 ! SyntaxError: invalid syntax", "done"], line=7)
case("late syntax error", "x = 1\nreturn x\n", ["refused 1 ! SyntaxError: 'return' outside function", "done"])
case("main", "print(__name__, __file__)\nimport sys\nprint(sys.modules['__main__'].__dict__ is globals())\n",
     ["s1 '__main__ guide.md\\n'", "s2", "s3 'True\\n'", "done"])
case("pickle and dataclass", "import pickle, dataclasses\n@dataclasses.dataclass\nclass P:\n    x: int = 1\nprint(pickle.loads(pickle.dumps(P())))\n",
     ["s1", "s2", "s5 'P(x=1)\\n'", "done"])
case("module globals stay clean", "print(sorted(n for n in globals() if not n.startswith('__')), dir()[-1])\n",
     ["s1 '[] __spec__\\n'", "done"])
case("builtins look untouched", "import builtins\nprint([n for n in dir(builtins) if not n.isidentifier()], '__dir__' in dir(builtins))\n",
     ["s1", "s2 '[] False\\n'", "done"])
case("recursion", "def f(): f()\nf()\nprint(1)\n",
     ["s1", "s2 ! RecursionError: maximum recursion depth exceeded", "s3 '1\\n'", "done"], "2!", only="sd")

# The end

case("exit", "import sys\nsys.exit(3)\n", ["s1", "s2 ! SystemExit: 3", "exit 3"])
case("exit with text", "raise SystemExit('bye')\n", ["s1 ! SystemExit: bye", "exit 1"])
case("exit claimed", "raise SystemExit(2)\nprint(1)\n", ["s1 ! SystemExit: 2", "s2 '1\\n'", "done"], "1!", only="sd")
case("exit in context", "", ["s1 ! SystemExit: 2", "s2 '1\\n'", "done"],
     parts=[("context", "exit(2)\n"), ("subject", "print(1)\n")])
case("context goes on to the subject", "", ["s1", "s2 ! ZeroDivisionError: division by zero", "s4 '5\\n'", "done"],
     parts=[("context", "x = 5\n1/0\nx = 6\n"), ("subject", "print(x)\n")])
case("refused context", "", ["refused 1 ! SyntaxError: invalid syntax", "s2 '1\\n'", "done"],
     parts=[("context", "def\n"), ("subject", "print(1)\n")])
case("end expressions", "x = [1]\n1/0\n",
     ["s1", "s2 ! ZeroDivisionError: division by zero", "e0.0.0 = [1]", "e0.1.0 ! NameError: name 'z' is not defined",
      "e0.2.0 '7\\n' = None", "done"], ("end", "x", "z", "print(7)"))
case("end expression that waits", "async def f(): return 4\n", ["s1", "e0.0.0 = 4", "done"], ("end", "await f()"))
case("grandchild is silent", "import os\nif os.fork(): os.wait()\nprint('x')\n", ["s1", "effect process inside fork", "s2 'x\\n'", "s3 'x\\n'", "done"])

# Probes

case("value", "a = [1]\na[0] + 1\n", ["s1", "h0.0 = 2", "s2", "done"], 2)
case("value of print", "print('x')\n", ["h0.0 'x\\n' = None", "s1 'x\\n'", "done"], 1)
case("loop", "for i in range(3):\n    print(i)\n", ["h0.0 '0\\n' = None", "h0.1 '1\\n' = None", "h0.2 '2\\n' = None", "s1 '0\\n1\\n2\\n'", "done"], 2)
case("assignment", "a = b = [1, 2]\n", ["h0.0 = [1, 2]", "s1", "done"], 1)
case("assignment is seen after it took place", "a = []\na[:] = x = [a]\n", ["h0.0 = [[[...]]]", "done"], 2, only="hd")
case("unpacking", "a, *b = 1, 2, 3\n", ["h0.0 = (1, 2, 3)", "done"], 1, only="hd")
case("augmented", "d = {'n': [1]}\nd['n'] += [2]\nx = 1\nx += 1\n", ["h0.0 = [1, 2]", "h1.0 = 2", "done"], 2, 4, only="hd")
case("augmented without a look", "def k(): print('k'); return 0\na = [1]\na[k()] += 1\n", ["h0.0 'k\\n'", "done"], 3, only="hd")
case("write-only property", "class A:\n    @property\n    def x(self): return 1\n    @x.setter\n    def x(self, v): pass\na = A()\na.x += 5\ndel A.x\n",
     ["h0.0 = 1", "done"], 7, only="hd")
case("annotated", "x: int = 3\ny: str\n", ["h0.0 = 3", "h1.0", "done"], 1, 2, only="hd")
case("return", "def f(n):\n    return n * 2\nprint(f(2))\n", ["h0.0 = 4", "done"], 2, only="hd")
case("bare return", "def f():\n    return\nf()\n", ["h0.0", "done"], 2, only="hd")
case("recursive return", "def f(n):\n    return n and n * f(n - 1) or 1\nx = f(2)\n",
     ["h0.2 = 1", "h0.1 = 1", "h0.0 = 2", "done"], 2, only="hd")
case("yield", "def g():\n    yield 1\n    x = yield 2\n    yield x\ni = g()\nprint(next(i), next(i), i.send(5))\n",
     ["h0.0 = 1", "h1.0 = 5", "h2.0 = 5", "done"], 2, 3, 4, only="hd")
case("closing a generator", "def g():\n    yield 1\ni = g()\nnext(i)\ndel i\n", ["h0.0 = 1", "done"], 2, only="hd")
case("yield from", "def g():\n    yield 1\n    return 7\ndef h():\n    yield from g()\nlist(h())\n", ["h0.0 = 7", "done"], 5, only="hd")
case("condition", "x = 3\nif x > 2:\n    print('big')\nelif x:\n    pass\n", ["h0.0 'big\\n' = True", "done"], 2, only="hd")
case("elif", "x = 1\nif x > 2:\n    pass\nelif x:\n    print('e')\nelse:\n    pass\n", ["h0.0 'e\\n' = 1", "done"], 4, only="hd")
case("assert", "assert 1 == 1\nassert 1 == 2, 'no'\n", ["h0.0 = True", "h1.0 ! AssertionError: no", "done"], 1, 2, only="hd")
case("innermost last of a line", "x = 1; y = 2\nif x: print(y)\n", ["h0.0 = 2", "h1.0 '2\\n' = None", "done"], 1, 2, only="hd")
case("break and continue", "for i in range(3):\n    if i == 1:\n        continue\n    if i == 2:\n        break\nelse:\n    print('no')\n",
     ["h0.0", "e0.0.0 = 1", "h1.0", "e1.0.0 = 2", "done"], (3, "i"), (5, "i"), only="hed")
case("definition by its decorator", "def d(f): return f\n@d\ndef f():\n    pass\n", ["s1", "h0.0", "s2", "done"], 2)
case("import and del", "import os\ndel os\n", ["h0.0", "h1.0", "done"], 1, 2, only="hd")
case("raise", "def f():\n    raise ValueError('no')\ntry:\n    f()\nexcept ValueError as e:\n    print(e)\n",
     ["h0.0 ! ValueError: no", "h1.0 'no\\n' = None", "done"], 2, 6, only="hd")
case("with and try", "import contextlib\nwith contextlib.suppress(KeyError):\n    {}['x']\n", ["h1.0 ! KeyError: 'x'", "h0.0", "done"], 2, 3, only="hd")
case("try star", "try:\n    raise ExceptionGroup('g', [ValueError(1), KeyError(2)])\nexcept* ValueError as e:\n    print(e.exceptions)\nexcept* KeyError:\n    print('k')\n",
     ["h0.0 '(ValueError(1),)\\n' = None", "h1.0 'k\\n' = None", "done"], 4, 6, only="hd", since=(3, 11))
case("match", "match [1, 2]:\n    case [a, b]:\n        print(a)\n    case _:\n        print('no')\n", ["h1.0 '1\\n' = None", "h0.0 '1\\n'", "done"], 1, 3, only="hd", since=(3, 10))
case("type alias", "type X = int\nprint(X.__value__)\n", ["h0.0", "done"], 1, only="hd", since=(3, 12))
case("nonlocal", "def f():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n        return n\n    g()\n    return g()\nprint(f())\n",
     ["h0.0", "h1.0 = 1", "h0.1", "h1.1 = 2", "done"], 4, 5, only="hd")
case("global", "def f():\n    global n\n    n = 3\nf()\n", ["h0.0", "h1.0 = 3", "done"], 2, 3, only="hd")
case("walrus and lambda", "if (n := 10) > 5: f = lambda x: x + n\nprint(f(1))\n", ["h0.0 '11\\n' = None", "done"], 2, only="hd")
case("zero-argument super", "class A:\n    def f(self): return 1\nclass B(A):\n    def f(self):\n        return super().f() + 1\nB().f()\n", ["h0.0 = 2", "done"], 5, only="hd")
case("function docstring", "def f():\n    'Doc.'\nf()\nprint(f.__doc__)\n", ["s1", "h0.0 = 'Doc.'", "s3", "s4 'Doc.\\n'", "done"], 2)
case("locals stay clean", "def f(a):\n    b = 2\n    return locals()\nf(1)\n", ["h0.0 = 2", "h1.0 = {'a': 1, 'b': 2}", "done"], 2, 3, only="hd")
case("name mangling", "class A:\n    def __init__(self):\n        self.__x = 1\n    def f(self):\n        return self.__x\nA().f()\n",
     ["h0.0 = 1", "e0.0.0 = 1", "h1.0 = 1", "done"], (3, "self.__x"), 5, only="hed")
case("async", "import asyncio\nasync def f():\n    await asyncio.sleep(0)\n    return 3\nasync def main():\n    x = await f()\n    await f()\nasyncio.run(main())\n",
     ["h0.0 = 3", "h1.0 = 3", "done"], 6, 7, only="hd")
case("async generator with bare return", "async def g():\n    yield 1\n    return\nasync def main(): return [x async for x in g()]\nimport asyncio\nprint(asyncio.run(main()))\n",
     ["h0.0", "e0.0.0 = 1", "h1.0 '[1]\\n' = None", "done"], (3, "1"), 6, only="hed")
case("tasks do not mix", "import asyncio\nasync def w(n):\n    x = await asyncio.sleep(0, n)\nasync def main(): await asyncio.gather(w(1), w(2))\nasyncio.run(main())\n",
     ["h0.0 = 1", "h0.1 = 2", "done"], 3, only="hd")

# Classes

case("enum member", "import enum\nclass S(enum.Enum):\n    A = enum.auto()\n    B = 'b'\n", ["m0 = 1", "m1 = 'b'", "done"], 3, 4, only="md")
case("class attribute", "class A:\n    x: int = 3\n    __y = x + 1\n    if x:\n        z, w = 1, 2\n",
     ["h0.0 = 3", "h1.0 = 4", "h2.0 = (1, 2)", "m0 = 3", "m1 = 4", "m2 = 1", "m2 = 2", "done"], 2, 3, 5, only="hmd")
case("finished class", "import dataclasses\n@dataclasses.dataclass\nclass A:\n    x: int = dataclasses.field(default=4)\n", ["m0 = 4", "done"], 4, only="md")
case("class attribute deleted", "class A:\n    x = 1\n    del x\n", ["h0.0 = 1", "done"], 2, only="hmd")
case("namespace with a will of its own",
     "class D(dict):\n    def __missing__(self, k):\n        if k.startswith('__'): raise KeyError(k)\n        self[k] = 2; return 2\n"
     "class M(type):\n    @classmethod\n    def __prepare__(m, n, b): return D()\n    def __new__(m, n, b, d): return type.__new__(m, n, b, dict(d))\n"
     "class A(metaclass=M):\n    x\n    y = 5\nprint(sorted(k for k in vars(A) if k[0] != '_'))\n",
     ["h0.0 = 2", "h1.0 = 5", "m1 = 5", "h2.0 \"['x', 'y']\\n\" = None", "done"], 10, 11, 12, only="hmd")
case("nested class", "class A:\n    class B:\n        x = 1\n    y = B.x\n", ["h0.0 = 1", "m0 = 1", "h1.0 = 1", "m1 = 1", "done"], 3, 4, only="hmd")

# Expressions

case("before and after", "x = 1\nx = x + 1\n", ["e0.0.0 = 1", "h0.0 = 2", "e0.1.0 = 2", "done"], (2, "<x", "x"), only="hed")
case("in a function", "def f(a):\n    b = a\n    return b\nf([1])\n", ["h0.0 = [1]", "e0.0.0 = True", "h1.0 = [1]", "e1.0.0 = [1]", "done"],
     (2, "a is b"), (3, "b"), only="hed")
case("output of expressions", "x = print('s')\n", ["e0.0.0 'b\\n' = None", "h0.0 's\\n' = None", "e0.1.0 'a\\n' = None", "s1 'b\\ns\\na\\n'", "done"],
     (1, "<print('b')", "print('a')"))
case("failing expressions", "x = 1\n", ["e0.0.0 ! NameError: name 'q' is not defined", "h0.0 = 1", "e0.1.0 ! ZeroDivisionError: division by zero", "s1", "done"],
     (1, "<q", "1/0"))
case("no parse", "x = 1\n", ["e0.0.0 ! SyntaxError: NamedExpr cannot be asked here", "h0.0 = 1", "s1", "done"], (1, "x := 1"))
case("none after an exception", "1/0\n", ["h0.0 ! ZeroDivisionError: division by zero", "done"], (1, "1"), only="hed")
case("counts of a plain script", "import sys\na = []\nb = a\nprint(sys.getrefcount(a))\nc = a\n",
     ["h0.0 '3\\n' = None", "h1.0 = []", "e1.0.0 = 4", "done"], 4, (5, "__import__('sys').getrefcount(a)"), only="hed")
case("counts in a function", "import sys\ndef f():\n    a = []\n    return sys.getrefcount(a)\nf()\n",
     ["h0.0 = []", "e0.0.0 = 2", "h1.0 = 2", "done"], (3, "sys.getrefcount(a)"), 4, only="hed")
case("weak references die as they should", "import weakref\nclass A: pass\na = A()\nr = weakref.ref(a)\na = None\nprint(r())\n",
     ["h0.0 = None", "e0.0.0 = None", "h1.0 'None\\n' = None", "done"], (5, "r()"), 6, only="hed")
case("result dies at once", "class A:\n    def __del__(self): print('gone')\nA() and 1\nprint('next')\n", ["s1", "s3 'gone\\n'", "s4 'next\\n'", "done"], 3, only="sd")
case("calls of expressions give no hits", "def f():\n    return 1\nx = 2\n", ["h1.0 = 2", "e1.0.0 = 1", "done"], 2, (3, "f()"), only="hed")
case("loud repr", "class A:\n    def __repr__(self):\n        print('loud'); return 'A'\na = A()\nprint('b')\n", ["s1", "h0.0 = A", "s4", "s5 'b\\n'", "done"], 4)
case("broken repr", "class A:\n    def __repr__(self): raise ValueError('no')\na = A()\n", ["h0.0 = <repr raised ValueError: no>", "done"], 3, only="hd")
case("endless repr", "class A:\n    def __repr__(self): return repr(self)\na = A()\n", ["h0.0 = <repr raised RecursionError: maximum recursion depth exceeded>", "done"], 3, only="hd", since=(3, 14))

# Waiting at top level

case("top-level await", "import asyncio\nasync def f(): return 2\nx = await f()\nprint(x)\nawait f()\n",
     ["s1", "s2", "h0.0 = 2", "s3", "s4 '2\\n'", "h1.0 = 2", "s5", "done"], 3, 5)
case("one loop for all", "", ["s1", "s2", "s3 'True\\n'", "s4 '1\\n'", "done"],
     parts=[("context", "import asyncio\nq = asyncio.get_running_loop() if await asyncio.sleep(0, 1) else 0\n"),
            ("subject", "print(await asyncio.sleep(0, asyncio.get_running_loop() is q))\nprint(await asyncio.sleep(0, 1))\n")])
case("asyncio.run at top level", "import asyncio\nasync def f(): return 1\nprint(asyncio.run(f()))\nprint(asyncio.run(f()))\n", ["s1", "s2", "s3 '1\\n'", "s4 '1\\n'", "done"])
case("exception in await", "import asyncio\nawait asyncio.sleep(0, 1)\nraise ValueError(1)\n", ["s1", "s2", "s3 ! ValueError: 1", "done"])
case("interrupt in await", "import asyncio\nawait asyncio.sleep(0, 1)\nraise KeyboardInterrupt\nprint(1)\n",
     ["s1", "s2", "s3 ! KeyboardInterrupt", "s4 '1\\n'", "done"], "3!", only="sd")

# Transcripts

case("prompt", ">>> 1 + 1\n>>> None\n>>> x = 3\n>>> print(x)\n>>> x\n", ["s1 = 2", "s2", "s3", "s4 '3\\n'", "s5 = 3", "done"], interactive=True)
case("prompt goes on", ">>> 1/0\n>>> def\n>>> 'a'\n", ["s1 ! ZeroDivisionError: division by zero", "refused 2 ! SyntaxError: invalid syntax", "s3 = 'a'", "done"], interactive=True)
case("prompt shows inner values", ">>> for i in range(2):\n...     i\n...\n", ["s1 '0\\n1\\n'", "done"], interactive=True)
case("several values", ">>> 1; 2\n", ["s1 '1\\n' = 2", "done"], interactive=True)
case("last line of a cell", ">>> 1\n... 2\n", ["s1 = 2", "done"], interactive=True)
case("last value", ">>> 3 + 4\n>>> _ * 2\n", ["s1 = 7", "s2 = 14", "done"], interactive=True)
case("last value not kept", ">>> class A:\n...     def __del__(self): print('gone')\n...\n>>> x = 1\n>>> '_' in dir(__builtins__)\n",
     ["s1", "s4", "s5 = False", "done"], interactive=True)
case("loud repr at a prompt", ">>> class A:\n...     def __repr__(self): print('loud'); return 'A'\n...\n>>> A()\n", ["s1", "s4 'loud\\n' = A", "done"], interactive=True)
case("future at a prompt", ">>> from __future__ import annotations\n>>> def f(x: nowhere): pass\n>>> f.__annotations__\n", ["s1", "s2", "s3 = {'x': 'nowhere'}", "done"], interactive=True)
case("probe at a prompt", ">>> x = [1]\n>>> x\n", ["h0.0 = [1]", "s1", "h1.0 = [1]", "e1.0.0 = 1", "s2 = [1]", "done"], 1, (2, "len(x)"), interactive=True)
case("await at a prompt", ">>> import asyncio\n>>> await asyncio.sleep(0, 5)\n", ["s1", "s2 = 5", "done"], interactive=True)
case("exit at a prompt", ">>> exit(4)\n>>> 1\n", ["s1 ! SystemExit: 4", "exit 4"], interactive=True)

# The world outside

case("commands", "import os, subprocess\nos.system('true x')\nr = subprocess.run(['true', 'y'])\n", ["effect process outside true x", "effect process outside true y", "done"], only="ed")
case("network", "import socket\ntry:\n    socket.getaddrinfo('no such host.invalid', 80)\nexcept Exception: pass\ns = socket.socket()\ns.bind(('127.0.0.1', 0))\n",
     ["effect network outside lookup no such host.invalid:80", "effect network socket socket", "effect network inside bind 127.0.0.1:0", "done"], only="ed")
case("writes", "import os\nfor p in ('here', '/tmp/..x', '/dev/null', '/nowhere/x'):\n    try:\n        open(p, 'w').close()\n    except OSError: pass\nos.remove('here')\ntry: os.remove('/nowhere/y')\nexcept OSError: pass\n",
     ["effect write inside here", "effect write inside /tmp/..x", "effect write outside /nowhere/x", "effect delete inside here", "effect delete outside /nowhere/y", "done"], only="ed")
case("signals", "import os\nos.kill(os.getpid(), 0)\ntry: os.kill(1, 0)\nexcept OSError: pass\n", ["effect signal inside kill -0 itself", "effect signal outside kill -0 1", "done"], only="ed")

# What an interpreter does when a script ends

case("threads are joined", "import threading, time\ndef f():\n    threading.Event().wait(0.01)\n    return 7\nthreading.Thread(target=f).start()\n", ["h0.0 = 7", "done"], 4, only="hd")
case("out of memory", "x = bytearray(1 << 60)\nprint(1)\n", ["s1 ! MemoryError", "s2 '1\\n'", "done"], "1!", only="sd")
case("two probes at one place", "x = 1\n", ["h0.0 = 1", "h1.0 = 1", "e0.0.0 = 1", "e1.0.0 = 2", "s1", "done"], (1, "x"), (1, "x + 1"))
case("a stream of the snippet's own", "class T:\n    def write(self, s): sys.__stdout__.write(s.upper())\n    def flush(self): print('flushed')\nimport sys\nsys.stdout = T()\nprint('x')\n",
     ["s1", "s4", "s5", "s6 'X\\n'", "done"])
