"""Facts about dataclasses and containers of the standard library."""

#: dataclass is [mutable] by default
#! dataclass is immutable by default
#! dataclass is frozen by default
import dataclasses
@dataclasses.dataclass
class Point:
    x: int = 0
def act():
    Point().x = 5
so = works(act)

#: dataclass(frozen=true) <raises> frozeninstanceerror [(on|upon|for)] [(assignment|mutation|modification)]
#: (dataclass(frozen=true)|frozen=true) (make|makes) [(the|its)] instance (immutable|read-only) [and hashable]
#: frozen=true make (dataclass|instance) immutable
#: (assigning|assignment) to [a|the] (field|attribute) of [a] frozen dataclass raise [a] frozeninstanceerror
#: frozen dataclass raise [a|an] (frozeninstanceerror|dataclasses.frozeninstanceerror|error) [(on|upon|for)] [(assignment|mutation|modification|attribute assignment)] [(when you assign to a field|when modified)]
import dataclasses
@dataclasses.dataclass(frozen=True)
class Point:
    x: int = 0
def act():
    Point().x = 5
so = raises(dataclasses.FrozenInstanceError, act)

#: dataclass [automatically] (generate|create|add|write) __init__ __repr__ and __eq__ [(automatically|for you)]
#: dataclass [automatically] (generate|create|add|write) __init__ [and] __repr__ __eq__ [(automatically|for you)]
#: (dataclass|dataclass decorator|the dataclass decorator|the dataclass) [(automatically)] (generate|generates|create|creates|add|adds|write|writes) [(the|an)] __init__ [(__repr__|and)] [and] [(__repr__|__repr__ and __eq__|__repr__ __eq__)] [and __eq__]
import dataclasses
@dataclasses.dataclass
class Point:
    x: int = 0
so = all(name in vars(Point) for name in ("__init__", "__repr__", "__eq__"))

#: dataclass(slots=true) (auto-generate|auto-generates) __slots__
#: @dataclass(slots=true) (give|gives) you slot
#: dataclass(slots=true) (generate|generates|create|creates|add|adds) __slots__
#: dataclass(slots=true) (give|gives) you [a] __slots__
#: slots=true (generate|generates|create|creates|add|adds) __slots__
import dataclasses
@dataclasses.dataclass(slots=True)
class Point:
    x: int = 0
so = Point.__slots__ == ("x",) and not hasattr(Point(), "__dict__")

#: kw_only=true (make|makes) all field keyword-only
#: dataclass(kw_only=true) all field (keyword-only|is keyword-only)
#: dataclass(kw_only=true) (make|makes) all field keyword-only
import dataclasses
@dataclasses.dataclass(kw_only=True)
class Point:
    x: int = 0
so = raises(TypeError, Point, 1) and Point(x=1).x == 1

#: frozen dataclass implement __hash__ based on all field
#: [the] hash of [a] frozen dataclass is based on (all|its) field
import dataclasses
@dataclasses.dataclass(frozen=True)
class Point:
    x: int = 0
    y: int = 0
so = hash(Point(1, 2)) == hash(Point(1, 2)) != hash(Point(1, 3))

#: namedtuple (support|supports|allow|allows) access by (name|name and index|index and name)
from collections import namedtuple
Pair = namedtuple("Pair", "one two")
so = Pair(1, 2).one == Pair(1, 2)[0] == 1

#: (collections.deque|deque) (drop|drops|discard|discards) [the] (oldest|old) (item|items|element|elements) (when|if) (it is full|full|maxlen is reached)
#: (deque(maxlen=3)|deque(maxlen=n)|a deque with maxlen|a bounded deque|a full deque) (drop|drops|discard|discards) [the] (oldest|old) (item|items|element|elements) [(when|if)] [(it is full|full|it is at capacity)]
from collections import deque
made = deque([1, 2, 3], maxlen=3)
made.append(4)
so = list(made) == [2, 3, 4]

#: (collections.counter|counter) return (0|zero) for (missing|absent|unknown) (key|element|elements|keys|items)
#! (collections.counter|counter) raise [a] keyerror for (missing|absent|unknown) (key|element)
from collections import Counter
so = Counter("a")["b"] == 0

#: (collections.defaultdict|defaultdict) (create|creates|insert|inserts|add|adds) [a|the|a default for] (missing|absent) (key|keys|value) [(on|upon|when)] [(first)] [(access|accessed|lookup)]
#: [a] missing key (of|in) [a] defaultdict is created on access
from collections import defaultdict
made = defaultdict(list)
made["a"]
so = "a" in made
