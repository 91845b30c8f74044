"""The calls whose results are told of, each with one that is made; and the types of results."""

#=call: sorted
made = sorted((2, 1))

#=call: list.sort
#=call: .sort
made = [2, 1].sort()

#=call: list.append
#=call: .append
made = [].append(1)

#=call: list.extend
made = [].extend([1])

#=call: list.insert
made = [].insert(0, 1)

#=call: list.reverse
#=call: .reverse
made = [1].reverse()

#=call: list.remove
made = [1].remove(1)

#=call: list.clear
made = [].clear()

#=call: list.copy
made = [].copy()

#=call: list.index
made = [1].index(1)

#=call: dict.update
made = {}.update({1: 2})

#=call: dict.clear
made = {}.clear()

#=call: dict.copy
made = {}.copy()

#=call: dict.keys
made = {}.keys()

#=call: dict.values
made = {}.values()

#=call: dict.items
made = {}.items()

#=call: dict.fromkeys
made = dict.fromkeys("ab")

#=call: dict.popitem
made = {1: 2}.popitem()

#=call: set.add
made = set().add(1)

#=call: set.discard
made = set().discard(1)

#=call: set.union
made = {1}.union({2})

#=call: set.update
made = set().update([1])

#=call: str.split
#=call: .split
made = "a b".split()

#=call: str.splitlines
made = "a".splitlines()

#=call: str.join
#=call: .join
made = ",".join("ab")

#=call: str.replace
#=call: .replace
made = "a".replace("a", "b")

#=call: str.strip
#=call: .strip
made = " a ".strip()

#=call: str.upper
#=call: .upper
made = "a".upper()

#=call: str.find
#=call: .find
made = "a".find("b")

#=call: str.encode
#=call: .encode
made = "a".encode()

#=call: bytes.decode
#=call: .decode
made = b"a".decode()

#=call: str.partition
made = "a=b".partition("=")

#=call: str.isdigit
made = "1".isdigit()

#=call: map
made = map(str, [1])

#=call: filter
made = filter(None, [1])

#=call: zip
made = zip([1], [2])

#=call: enumerate
made = enumerate([1])

#=call: reversed
made = reversed([1])

#=call: iter
made = iter([1])

#=call: range
made = range(3)

#=call: open
import os
made = open(os.devnull)

#=call: print
import io
made = print("", file=io.StringIO())

#=call: input
import io, sys
kept, sys.stdin = sys.stdin, io.StringIO("5\n")
try:
    shown, sys.stdout = sys.stdout, io.StringIO()
    made = input()
finally:
    sys.stdin, sys.stdout = kept, shown

#=call: len
made = len([1])

#=call: id
made = id([])

#=call: hash
made = hash("a")

#=call: repr
made = repr([1])

#=call: isinstance
made = isinstance(1, int)

#=call: callable
made = callable(print)

#=call: divmod
made = divmod(7, 2)

#=call: type
made = type(1)

#=call: itertools.chain
#=call: chain
import itertools
made = itertools.chain([1], [2])

#=call: itertools.islice
#=call: islice
import itertools
made = itertools.islice([1], 1)

#=call: itertools.count
import itertools
made = itertools.count()

#=call: itertools.groupby
import itertools
made = itertools.groupby("ab")

#=call: itertools.product
import itertools
made = itertools.product("ab", "cd")

#=call: itertools.permutations
import itertools
made = itertools.permutations("ab")

#=call: functools.partial
import functools
made = functools.partial(int)

#=call: json.dumps
import json
made = json.dumps([1])

#=call: re.findall
import re
made = re.findall("a", "aa")

#=call: re.finditer
import re
made = re.finditer("a", "aa")

#=call: re.split
import re
made = re.split(",", "a,b")

#=call: re.sub
import re
made = re.sub("a", "b", "a")

#=call: random.random
import random
made = random.random()

#=call: random.randint
import random
made = random.randint(1, 2)

#=call: random.shuffle
import random
made = random.shuffle([1, 2])

#=call: random.sample
import random
made = random.sample([1, 2], 1)

#=call: time.time
import time
made = time.time()

#=call: time.sleep
import time
made = time.sleep(0)

#=call: datetime.now
#=call: datetime.datetime.now
import datetime
made = datetime.datetime.now()

#=call: os.listdir
import os
made = os.listdir("/")

#=call: os.path.join
import os.path
made = os.path.join("a", "b")

#=call: gc.collect
import gc
made = gc.collect()

#=call: sys.getsizeof
import sys
made = sys.getsizeof([])

#=call: asyncio.gather
import asyncio
async def work():
    return type(await asyncio.gather(asyncio.sleep(0)))()
made = ran(work())

#=call: asyncio.create_task
#=call: create_task
import asyncio
async def work():
    task = asyncio.create_task(asyncio.sleep(0))
    await task
    return task
made = ran(work())

#=call: asyncio.sleep
import asyncio
made = asyncio.sleep(0)
made.close()

#=type: list
fits = lambda made: type(made) is list

#=type: tuple
fits = lambda made: isinstance(made, tuple)

#=type: set
fits = lambda made: isinstance(made, (set, frozenset))

#=type: dict
fits = lambda made: isinstance(made, dict)

#=type: string
fits = lambda made: isinstance(made, str)

#=type: bytes
#=type: bytes object
fits = lambda made: isinstance(made, bytes)

#=type: integer
fits = lambda made: isinstance(made, int) and not isinstance(made, bool)

#=type: float
fits = lambda made: isinstance(made, float)

#=type: boolean
#=type: true or false
fits = lambda made: isinstance(made, bool)

#=type: none
fits = lambda made: made is None

#=type: iterator
#=type: lazy iterator
#=type: iterator object
from collections.abc import Iterator
fits = lambda made: isinstance(made, Iterator)

#=type: iterable
#=type: lazy iterable
from collections.abc import Iterable
fits = lambda made: isinstance(made, Iterable)

#=type: generator
from types import GeneratorType
def fits(made):
    if hasattr(made, "__next__") and not isinstance(made, GeneratorType):
        raise LookupError("an iterator, and many call it so")
    return isinstance(made, GeneratorType)

#=type: view
#=type: view object
#=type: dynamic view
from collections.abc import MappingView
fits = lambda made: isinstance(made, MappingView)

#=type: coroutine
#=type: coroutine object
import inspect
fits = inspect.iscoroutine

#=type: task
#=type: task object
import asyncio
fits = lambda made: isinstance(made, asyncio.Task)

#=type: callable
#=type: new callable
#=type: function
fits = callable
