"""Facts about modules of the standard library, and about modules themselves."""

#: copy.copy new outer container
#: (copy.copy|shallow copy) inner object is still shared [reference]
#: copy.copy (make|makes|create|creates|return|returns|produce|produces) [a] shallow copy
#: (shallow copy|a shallow copy|copy.copy) (share|shares) [the|its] (nested|inner|contained) [(object|objects|elements|items|lists)] [with the original]
#: shallow copy (copy|copies|create|creates) only the outer (container|object)
#: copy.copy (copy|duplicate) only [the] (outermost|outer|top-level) (container|object|level)
#! copy.copy (make|makes|create|creates|return|returns) [a] deep copy
#! (shallow copy|copy.copy) (copy|copies|duplicate|duplicates) [the|all] (nested|inner|contained) [(object|objects|elements|items|lists)]
import copy
given = [[1]]
made = copy.copy(given)
so = made is not given and made[0] is given[0]

#: (copy.deepcopy|deepcopy|deep copy) recursively (copy|copies) everything
#: (copy.deepcopy|deepcopy|deep copy) new object all the way down
#: (copy.deepcopy|deepcopy|deep copy) (copy|copies|duplicate|duplicates) [the|all|also] (nested|inner|contained) [(object|objects|elements|items|lists)] [recursively]
#: (copy.deepcopy|deepcopy) (make|makes|create|creates|return|returns) [a] (deep|fully independent|independent|recursive) copy
#: (copy.deepcopy|deepcopy|deep copy) share nothing [with the original]
#! (copy.deepcopy|deepcopy|deep copy) (share|shares) [the|its] (nested|inner) [object]
import copy
given = [[1]]
made = copy.deepcopy(given)
so = made == given and made[0] is not given[0]

#: (copy.deepcopy|deepcopy|deep copy) handle (circular|cyclic|recursive) reference [(via|with|through|using) memo dict]
#: (copy.deepcopy|deepcopy) (handle|handles|cope with|can handle|support|supports|deal with) [(circular|cyclic|recursive|self)] (references|reference|structures|cycles)
#! (copy.deepcopy|deepcopy) (fail|fails|loop|loops|recurse) [(forever|endlessly|infinitely)] (on|with|for) (circular|cyclic|recursive) (references|structures)
#! (copy.deepcopy|deepcopy) can not handle (circular|cyclic|recursive) (references|structures)
import copy
given = [1]
given.append(given)
made = copy.deepcopy(given)
so = made[1] is made and made is not given

#: enum member is singleton
#: enum member can be compared with is
import enum
class Colour(enum.Enum):
    RED = 1
so = Colour(1) is Colour.RED is Colour["RED"]

#: (enum.unique|unique) (raise|raises) [a] valueerror [(for|on|if there are|when there are)] [(duplicate|equal)] [(value|values)]
#: (enum.unique|unique) (ensure|guarantee) (no two member have same value|that no two member have same value|value is unique|all value is unique)
#: (enum.unique|unique) (prevent|prevents|forbid|forbids|reject|rejects|refuse|refuses) (duplicate values|duplicate|aliases|two members with the same value)
#! (enum.unique|unique) (allow|allows) (duplicate values|aliases)
import enum
class Colour(enum.Enum):
    RED = 1
    ALSO = 1
so = raises(ValueError, enum.unique, Colour)

#: [(an|enum)] intenum member (compare|compares|is) [(compare|compares)] equal to (its|their|the) (int|value|number) [value]
#: intenum member is int
#: intenum member can be compared with int
import enum
class Level(enum.IntEnum):
    LOW = 1
so = Level.LOW == 1 and isinstance(Level.LOW, int)

#: [plain] enum member does not (compare equal to|equal) (their|its) value
#: [plain] enum member is not equal to (their|its) value
import enum
class Level(enum.Enum):
    LOW = 1
so = Level.LOW != 1

#: (functools.cache|cache) is (equivalent to|the same as|equal to|a shorthand for|short for|shorthand for) (lru_cache(maxsize=none)|functools.lru_cache(maxsize=none))
#: equivalent to lru_cache(maxsize=none)
#: (functools.cache|cache) equivalent to (lru_cache(maxsize=none)|functools.lru_cache(maxsize=none))
#: (functools.cache|cache) unbounded cache [no maxsize]
#: (functools.cache|cache) is unbounded
#: (functools.cache|cache) (has|have) no (maxsize|size limit|limit)
#! (functools.cache|cache) is (bounded|limited)
import functools
@functools.cache
def act(x):
    return x
so = act.cache_info().maxsize is None

#: [the] (lru_cache|functools.lru_cache) default (maxsize|size) is 128
#: (lru_cache|functools.lru_cache) (keep|keeps|hold|holds) (128|up to 128) (entries|results|entry|result) by default
import functools
@functools.lru_cache
def act(x):
    return x
so = act.cache_info().maxsize == 128

#: (lru_cache|functools.lru_cache|functools.lru_cache(maxsize=1024)|lru_cache(maxsize=128)|functools.cache) (keep|keeps|hold|holds|store|stores) strong reference to [(its|all|the)] [its] argument
#: (this|it) (keep|keeps|hold|holds) strong reference to [(its|all|the)] argument
#! (lru_cache|functools.lru_cache) (keep|keeps|hold|holds) weak reference to [(its|all|the)] argument
import functools, gc, weakref
class Pot: pass
@functools.lru_cache
def act(x):
    return 1
made = Pot()
act(made)
seen = weakref.ref(made)
del made
gc.collect()
so = seen() is not None

#: functools.partial (return|returns|create|creates) [a|new] callable
import functools
so = functools.partial(int, base=2)("101") == 5

#: functools.reduce (raise|raises) [a] typeerror (for|on) [an] empty (sequence|iterable|list) [without an initial value]
import functools
so = raises(TypeError, functools.reduce, lambda a, b: a, [])

#: module is (cached|stored|kept) in sys.modules [(after the first import|after first import)]
#: imported module is (cached|stored|kept) in sys.modules
#: (importing|import) [a] module [(twice|again|a second time)] (run its code only once|does not run it again|does not execute it again|returns the cached module|return the cached module)
#: [a] module is (executed|run|loaded|initialized|evaluated) [(only|just)] once [(on first import|on the first import|per process|per interpreter|no matter how often it is imported)]
#: module is singleton
#! module is (executed|run|loaded|evaluated) (on every import|each time it is imported|every time it is imported|on each import)
import importlib, os, sys, tempfile
with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "fact_of_modules.py"), "w") as file:
        file.write("import sys\nsys.fact_of_modules = getattr(sys, 'fact_of_modules', 0) + 1\n")
    sys.path.insert(0, folder)
    importlib.invalidate_caches()
    import fact_of_modules
    import fact_of_modules as again
    sys.path.remove(folder)
so = sys.fact_of_modules == 1 and sys.modules["fact_of_modules"] is again

#: itertools.tee (return|returns|create|creates) independent iterator
import itertools
one, two = itertools.tee(iter([1, 2]))
so = list(one) == list(two) == [1, 2]

#: itertools.groupby (require|requires|need|needs) [a] sorted (input|iterable|data)
#: itertools.groupby (group|groups) only (consecutive|adjacent) (items|elements)
import itertools
so = len(list(itertools.groupby("aba"))) == 3

#: decimal (is exact|represent|represents decimal fractions exactly)
import decimal
so = decimal.Decimal("0.1") + decimal.Decimal("0.2") == decimal.Decimal("0.3")

#: random.seed (make|makes) [the] (results|sequence|numbers) reproducible
import random
random.seed(5)
one = random.random()
random.seed(5)
so = one == random.random()

#: contextlib.suppress (swallow|swallows|ignore|ignores|suppress|suppresses) [the] (given|named|listed) exception
import contextlib
def act():
    with contextlib.suppress(KeyError):
        raise KeyError
so = works(act)

#: threading.lock is not reentrant
#: (lock|a lock) is not reentrant
#! threading.lock is reentrant
import threading
one = threading.Lock()
one.acquire()
so = not one.acquire(blocking=False)

#: (threading.rlock|rlock) is reentrant
#! (threading.rlock|rlock) is not reentrant
import threading
one = threading.RLock()
one.acquire()
so = one.acquire(blocking=False)

#: (queue.queue|queue.queue()) is unbounded by default
#! (queue.queue|queue.queue()) is bounded by default
import queue
so = queue.Queue().maxsize == 0

#: contextvar is (local|isolated) to [(each|the)] (task|tasks|context)
import asyncio, contextvars
var = contextvars.ContextVar("var", default=0)
async def one():
    var.set(1)
async def two():
    await asyncio.create_task(one())
    return var.get()
so = ran(two()) == 0

#: weakvaluedictionary (drop|drops|remove|removes) [its] (entries|entry|items) when [(the|their)] (value|values|object|objects) (die|dies|is collected|is garbage collected|is gone|are no longer referenced)
import gc, weakref
class Pot: pass
kept = weakref.WeakValueDictionary()
made = Pot()
kept[1] = made
del made
gc.collect()
so = 1 not in kept

#: enum member is compared by identity
#: enum member can be iterated
#: iterating over enum (give|yield|return) its member [in definition order]
import enum
class Colour(enum.Enum):
    RED = 1
    BLUE = 2
so = list(Colour) == [Colour.RED, Colour.BLUE] and Colour.RED is Colour(1)

#: enum value must be unique [by default]
#! enum (allow alias|member can have same value|with same value is alias)
import enum
def act():
    class Colour(enum.Enum):
        RED = 1
        ALSO = 1
so = raises(Exception, act)

#: enum.auto (assign|give|start) (consecutive int|int|value) [(starting at 1|starting from 1|at 1|from 1)]
#: auto (assign|start) (consecutive int|at 1|from 1|int starting at 1)
import enum
Colour = enum.Enum("Colour", {"RED": enum.auto(), "BLUE": enum.auto()})
so = [one.value for one in Colour] == [1, 2]

#: (functools.lru_cache|lru_cache) (cache|remember|memoize) result [(of function|of function call|of call)]
import functools
seen = []
@functools.lru_cache
def act(x):
    seen.append(x)
    return x
so = act(1) == act(1) == 1 and seen == [1]

#: (functools.singledispatch|singledispatch) dispatch on (type of first argument|first argument|type of the first argument)
import functools
@functools.singledispatch
def act(x):
    return "any"
@act.register(int)
def _(x):
    return "int"
so = (act("a"), act(1)) == ("any", "int")

#: (typing.overload|overload) (has no effect at runtime|has no runtime effect|does nothing at runtime)
#: (typing.overload|overload) does not has (runtime effect|effect at runtime|runtime dispatch|runtime behavior|runtime behaviour)
from typing import overload
@overload
def act(x: int) -> int: ...
def act(x):
    return "plain"
so = act(1) == "plain"

#: heapq is min-heap
#: heapq implement min-heap
#: heapq pop smallest (item|element) first
import heapq
so = heapq.nsmallest(1, [3, 1, 2]) == [1] and heapq.heappop([1, 3, 2]) == 1

#: bisect require sorted list
import bisect
so = bisect.bisect([1, 3, 5], 4) == 2

#: contextmanager turn generator into context manager
#: (contextlib.contextmanager|contextmanager) turn generator [function] into context manager
import contextlib
@contextlib.contextmanager
def act():
    yield 5
with act() as seen:
    so = seen == 5

#: logging default level is warning
#: default (log level|logging level) is warning
import logging
so = logging.Logger("a").level == 0 and logging.root.level in (logging.WARNING, 0)

#: naive and aware datetime can not be compared
#: comparing naive and aware datetime <raises> typeerror
#: (subtracting|comparing) naive and aware datetime <raises> typeerror
import datetime
now = datetime.datetime(2020, 1, 1)
so = raises(TypeError, lambda: now < now.replace(tzinfo=datetime.timezone.utc))
