"""The things of which facts are told. `make()` gives a filled one, `build(items)` one of these items, `kind` is its class."""

#= lists
#= list objects
kind = list
build = list
make = lambda: [3, 1, 1]

#= tuples
#= tuple objects
kind = tuple
build = tuple
make = lambda: (3, 1, 1)

#= sets
#= set objects
kind = set
build = set
make = lambda: {3, 1}

#= frozensets
#= frozen sets
kind = frozenset
build = frozenset
make = lambda: frozenset({3, 1})

#= dictionaries
#= dict objects
kind = dict
build = dict.fromkeys
make = lambda: {3: "c", 1: "a"}

#= strings
#= string objects
kind = str
build = lambda items: "".join(map(chr, items))
make = lambda: "caa"

#= bytes
#= byte strings
#= bytes objects
kind = bytes
build = lambda items: bytes(item % 256 for item in items)
make = lambda: b"caa"

#= bytearrays
#= byte arrays
kind = bytearray
build = lambda items: bytearray(item % 256 for item in items)
make = lambda: bytearray(b"caa")

#= integers
kind = int
make = lambda: 3

#= floats
#= floating-point numbers
kind = float
make = lambda: 1.5

#= booleans
kind = bool
make = lambda: True

#= complex numbers
kind = complex
make = lambda: 1j

#= ranges
#= range objects
kind = range
make = lambda: range(1, 4)
build = lambda items: range(len(list(items)))

#= generators
#= generator objects
#= generator expressions
make = lambda: (item for item in (3, 1, 1))
kind = type(make())
build = lambda items: (item for item in items)

#= iterators
make = lambda: iter([3, 1, 1])
kind = type(make())
build = iter

#= deques
#= collections.deque
from collections import deque as kind
build = kind
make = lambda: kind([3, 1, 1])

#= defaultdicts
#= collections.defaultdict
from collections import defaultdict as kind
make = lambda: kind(int, {3: 1})
build = lambda items: kind(int, dict.fromkeys(items))

#= ordereddicts
#= collections.ordereddict
from collections import OrderedDict as kind
make = lambda: kind({3: 1})
build = kind.fromkeys

#= counters
#= collections.counter
from collections import Counter as kind
make = lambda: kind("caa")
build = kind

#= namedtuples
#= named tuples
#= collections.namedtuple
#= typing.namedtuple
from collections import namedtuple
kind = namedtuple("Pair", "value other")
make = lambda: kind(3, 1)
build = lambda items: namedtuple("Many", [f"f{at}" for at, _ in enumerate(list(items))])._make(items)

#= dataclasses
#= dataclass instances
import dataclasses
kind = dataclasses.make_dataclass("Point", ["value", "other"])
make = lambda: kind(3, 1)

#= frozen dataclasses
#= frozen dataclass instances
#= dataclass(frozen=true)
import dataclasses
kind = dataclasses.make_dataclass("Point", ["value", "other"], frozen=True)
make = lambda: kind(3, 1)

#= enum members
#= enumeration members
#= members of an enum
#= members of enums
import enum
kind = enum.Enum("Colour", "RED BLUE")
make = lambda: kind.RED

#= lambdas
#= lambda functions
#= lambda expressions
make = lambda: lambda given: given
kind = type(make())

#= none
make = lambda: None
kind = type(None)
