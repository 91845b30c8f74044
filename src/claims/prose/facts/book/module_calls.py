"""Calls of modules with their results; `bad` holds calls of each that raise something."""

#=call: secrets.token_bytes
import secrets
made = secrets.token_bytes()

#=call: re.compile
import re
made = re.compile("a")
bad = [lambda: re.compile("(")]

#=call: re.subn
import re
made = re.subn("a", "b", "a")

#=call: re.escape
import re
made = re.escape("a")

#=call: itertools.cycle
import itertools
made = itertools.cycle([1])

#=call: itertools.repeat
import itertools
made = itertools.repeat(1)

#=call: itertools.accumulate
import itertools
made = itertools.accumulate([1])

#=call: itertools.combinations
import itertools
made = itertools.combinations([1], 1)

#=call: itertools.chain.from_iterable
import itertools
made = itertools.chain.from_iterable([])

#=call: itertools.takewhile
import itertools
made = itertools.takewhile(bool, [])

#=call: itertools.dropwhile
import itertools
made = itertools.dropwhile(bool, [])

#=call: itertools.zip_longest
#=call: zip_longest
import itertools
made = itertools.zip_longest([])

#=call: itertools.starmap
import itertools
made = itertools.starmap(pow, [])

#=call: itertools.compress
import itertools
made = itertools.compress([], [])

#=call: itertools.filterfalse
import itertools
made = itertools.filterfalse(None, [])

#=call: itertools.tee
import itertools
made = itertools.tee([])

#=call: functools.reduce
#=call: reduce
import functools
made = functools.reduce(max, [1])
bad = [lambda: functools.reduce(max, [])]

#=call: functools.wraps
import functools
made = functools.wraps(len)

#=call: functools.cmp_to_key
import functools
made = functools.cmp_to_key(len)

#=call: operator.itemgetter
#=call: itemgetter
import operator
made = operator.itemgetter(1)

#=call: operator.attrgetter
#=call: attrgetter
import operator
made = operator.attrgetter("a")

#=call: counter.most_common
#=call: .most_common
import collections
made = collections.Counter("a").most_common()

#=call: counter.elements
#=call: .elements
import collections
made = collections.Counter("a").elements()

#=call: namedtuple._asdict
#=call: _asdict
#=call: ._asdict
import collections
made = collections.namedtuple("A", "a")(1)._asdict()

#=call: collections.namedtuple
#=call: namedtuple
import collections
made = collections.namedtuple("A", "a")
bad = [lambda: collections.namedtuple("A", "1a")]

#=call: deque.pop
import collections
made = collections.deque([1]).pop()
bad = [lambda: collections.deque().pop()]

#=call: deque.popleft
#=call: .popleft
import collections
made = collections.deque([1]).popleft()
bad = [lambda: collections.deque().popleft()]

#=call: deque.append
import collections
made = collections.deque().append(1)

#=call: deque.appendleft
#=call: .appendleft
import collections
made = collections.deque().appendleft(1)

#=call: deque.rotate
import collections
made = collections.deque().rotate(1)

#=call: dataclasses.asdict
#=call: asdict
import dataclasses
made = dataclasses.asdict(dataclasses.make_dataclass("A", [])())
bad = [lambda: dataclasses.asdict(1)]

#=call: dataclasses.astuple
#=call: astuple
import dataclasses
made = dataclasses.astuple(dataclasses.make_dataclass("A", [])())

#=call: dataclasses.fields
import dataclasses
made = dataclasses.fields(dataclasses.make_dataclass("A", []))
bad = [lambda: dataclasses.fields(1)]

#=call: heapq.heapify
import heapq
made = heapq.heapify([])

#=call: heapq.heappush
import heapq
made = heapq.heappush([], 1)

#=call: heapq.heappop
import heapq
made = heapq.heappop([1])
bad = [lambda: heapq.heappop([])]

#=call: heapq.nlargest
import heapq
made = heapq.nlargest(1, [1])

#=call: heapq.nsmallest
import heapq
made = heapq.nsmallest(1, [1])

#=call: heapq.merge
import heapq
made = heapq.merge([1], [2])

#=call: bisect.bisect
import bisect
made = bisect.bisect([1], 1)

#=call: bisect.insort
import bisect
made = bisect.insort([1], 1)

#=call: statistics.mean
import statistics
made = statistics.mean([1, 2])
bad = [lambda: statistics.mean([])]

#=call: statistics.stdev
import statistics
made = statistics.stdev([1, 2])
bad = [lambda: statistics.stdev([1])]

#=call: decimal.decimal
#=call: decimal
import decimal
made = decimal.Decimal("1")
bad = [lambda: decimal.Decimal("a")]

#=call: fractions.fraction
#=call: fraction
import fractions
made = fractions.Fraction(1, 2)
bad = [lambda: fractions.Fraction(1, 0)]

#=call: textwrap.wrap
import textwrap
made = textwrap.wrap("a b")

#=call: textwrap.dedent
import textwrap
made = textwrap.dedent("a")

#=call: copy.copy
import copy
made = copy.copy([1])

#=call: inspect.signature
import inspect
made = inspect.signature(lambda: 1)
bad = [lambda: inspect.signature(1)]

#=call: inspect.iscoroutinefunction
import inspect
made = inspect.iscoroutinefunction(len)

#=call: inspect.isgeneratorfunction
import inspect
made = inspect.isgeneratorfunction(len)

#=call: inspect.getmembers
import inspect
made = inspect.getmembers(1)

#=call: importlib.import_module
import importlib
made = importlib.import_module("json")
bad = [lambda: importlib.import_module("no_such_fact")]

#=call: ast.literal_eval
import ast
made = ast.literal_eval("1")
bad = [lambda: ast.literal_eval("abs(1)")]

#=call: sys.exit
import sys
made = None
bad = [lambda: sys.exit()]

#=call: sys.getrefcount
import sys
made = sys.getrefcount([])

#=call: sys.getrecursionlimit
import sys
made = sys.getrecursionlimit()

#=call: sys.intern
import sys
made = sys.intern("a")
bad = [lambda: sys.intern(1)]

#=call: traceback.format_exc
import traceback
made = traceback.format_exc()

#=call: threading.active_count
import threading
made = threading.active_count()

#=call: threading.enumerate
import threading
made = threading.enumerate()

#=call: threading.get_ident
import threading
made = threading.get_ident()

#=call: lock.release
#=call: threading.lock.release
import threading
made = None
bad = [lambda: threading.Lock().release()]

#=call: lock.acquire
import threading
made = threading.Lock().acquire()

#=call: thread.join
import threading
made = None
bad = [lambda: threading.Thread().join()]

#=call: queue.get_nowait
#=call: queue.queue.get_nowait
import queue
made = 1
bad = [lambda: queue.Queue().get_nowait()]

#=call: weakref.ref
import weakref
made = weakref.ref(set())
bad = [lambda: weakref.ref(1)]

#=call: contextlib.suppress
import contextlib
made = contextlib.suppress(KeyError)

#=call: asyncio.iscoroutinefunction
import asyncio
made = asyncio.iscoroutinefunction(len)

#=call: asyncio.get_running_loop
#=call: get_running_loop
import asyncio
made = 1
bad = [lambda: asyncio.get_running_loop()]

#=call: enum.auto
import enum
made = enum.auto()
