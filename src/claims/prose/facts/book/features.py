"""What came to Python with a version that can still be looked at: `there` says whether this Python has it; and the versions."""

#=feature: match
#=feature: match statement
#=feature: match-case
#=feature: structural pattern matching
#=feature: pattern matching
#=feature: match statements
there = compiles("match 1:\n    case _: pass")

#=feature: exception groups
#=feature: exceptiongroup
#=feature: except*
#=feature: exceptiongroup and except*
#=feature: exception groups and except*
import builtins
there = hasattr(builtins, "ExceptionGroup")

#=feature: asyncio.taskgroup
#=feature: taskgroup
#=feature: task groups
#=feature: asyncio.timeout
#=feature: asyncio.runner
import asyncio
there = hasattr(asyncio, "TaskGroup")

#=feature: tomllib
import importlib.util
there = importlib.util.find_spec("tomllib") is not None

#=feature: type statement
#=feature: type parameter syntax
#=feature: generic class syntax
#=feature: new generic syntax
#=feature: `type x=int`
there = compiles("type X = int")

#=feature: union operator for types
#=feature: `int|str`
#=feature: `x|y`
#=feature: union types with `|`
#=feature: `|` in type hints
there = works(eval, "int | str")

#=feature: parenthesized context managers
there = compiles("with (open('a') as a, open('b') as b,): pass") and __import__("sys").version_info >= (3, 10)

#=feature: dataclass(slots=true)
#=feature: slots=true
#=feature: kw_only=true
#=feature: dataclass(kw_only=true)
import dataclasses, inspect
there = "slots" in inspect.signature(dataclasses.dataclass).parameters

#=feature: match_args=true
#=feature: dataclass match_args
import dataclasses, inspect
there = "match_args" in inspect.signature(dataclasses.dataclass).parameters

#=feature: strenum
#=feature: enum.strenum
import enum
there = hasattr(enum, "StrEnum")

#=feature: itertools.pairwise
#=feature: pairwise
import itertools
there = hasattr(itertools, "pairwise")

#=feature: itertools.batched
#=feature: batched
import itertools
there = hasattr(itertools, "batched")

#=feature: zip(strict=true)
#=feature: strict=true
#=feature: strict parameter of zip
there = works(lambda: zip(strict=True))

#=feature: aiter
#=feature: anext
#=feature: aiter and anext
import builtins
there = hasattr(builtins, "anext")

#=feature: int.bit_count
there = hasattr(int, "bit_count")

#=feature: add_note
#=feature: .add_note
#=feature: baseexception.add_note
#=feature: exception.add_note
#=feature: exception notes
there = hasattr(BaseException, "add_note")

#=feature: typing.self
#=feature: self type
import typing
there = hasattr(typing, "Self")

#=feature: typing.override
#=feature: override decorator
import typing
there = hasattr(typing, "override")

#=feature: paramspec
#=feature: typing.paramspec
#=feature: typealias
#=feature: typeguard
import typing
there = hasattr(typing, "ParamSpec")

#=feature: copy.replace
import copy
there = hasattr(copy, "replace")

#=feature: datetime.utc
#=feature: datetime.utc alias
import datetime
there = hasattr(datetime, "UTC")

#=feature: contextlib.chdir
import contextlib
there = hasattr(contextlib, "chdir")

#=feature: contextlib.aclosing
import contextlib
there = hasattr(contextlib, "aclosing")

#=feature: math.cbrt
#=feature: math.exp2
import math
there = hasattr(math, "cbrt")

#=feature: sys.monitoring
import sys
there = hasattr(sys, "monitoring")

#=feature: warnings.deprecated
import warnings
there = hasattr(warnings, "deprecated")

#=feature: experimental free-threaded mode
#=feature: free-threaded mode
#=feature: free threading
#=feature: free-threaded build
#=feature: experimental free-threaded mode no gil
import sys
there = hasattr(sys, "_is_gil_enabled")

#=version: 3.9
since = (3, 9)

#=version: 3.10
since = (3, 10)

#=version: 3.11
since = (3, 11)

#=version: 3.12
since = (3, 12)

#=version: 3.13
since = (3, 13)

#=version: 3.14
since = (3, 14)
