"""Facts about dataclasses, enums, named tuples and typing."""

#: dataclass (generate|generates|create|add|write|provide|give you|synthesize|adds) [(a|an|the|method)] __init__ [(method)] [(and|,)] [(__repr__|a __repr__)] [(and|,)] [(__eq__|an __eq__)] [(method|for you|by default|for class)]
#: dataclass (generate|create|add|provide|write) (__init__|__repr__|__eq__) [(method|for you|by default)]
import dataclasses
@dataclasses.dataclass
class Point:
    x: int = 0
so = Point(1) == Point(1) and repr(Point(1)).endswith("Point(x=1)")

#: dataclass does not (generate|create|add|provide) [(ordering|order|comparison)] [(method|__lt__|comparison method|ordering method)] by default
#: dataclass (instance|object) can not be (ordered|compared with <|sorted) [by default] [(without|unless)] [(order=true)]
#: [comparing|ordering] dataclass (instance|object) with < <raises> typeerror [(by default|unless|without)] [(order=true)]
import dataclasses
@dataclasses.dataclass
class Point:
    x: int = 0
so = raises(TypeError, lambda: Point() < Point())

#: (`dataclass(order=true)`|order=true|passing order=true) (generate|add|create|enable|make|give) [(the|rich|all|four)] (comparison|ordering|__lt__|instance orderable|instance comparable|instance sortable|rich comparison) [(method|operator)]
#: dataclass with order=true (compare|is compared|can be sorted|is ordered) [(like tuple|as tuple|as if they were tuple|field by field)] [(of|in)] [(field|their field|field order)]
import dataclasses
@dataclasses.dataclass(order=True)
class Point:
    x: int
    y: int = 0
so = Point(1, 5) < Point(2, 0) and sorted([Point(2), Point(1)])[0].x == 1

#: field (without default|with no default|without default value) (can not|must not|may not) (follow|come after|be followed by) field with default [value]
#: field with default [value] (can not|must not|may not) be followed by field without [default]
#: non-default (field|argument) (can not|must not|may not) follow default (field|argument) [in dataclass]
#: field (without|with no) default after field with default <raises> typeerror
import dataclasses
def act():
    @dataclasses.dataclass
    class Point:
        x: int = 0
        y: int
so = raises(TypeError, act)

#: mutable default (raise|in dataclass raise|value raise|value in dataclass raise|is rejected with|for dataclass field raise|like list raise) valueerror
#: dataclass (reject|refuse|forbid|disallow|does not allow|raise valueerror for|raise valueerror on|does not permit) mutable default [value]
#: mutable default must (use|be given with|be wrapped in|be specified with|be created with|be supplied with) [field] [(default_factory|`field(default_factory=list)`|`field(default_factory=...)`)]
#! (list|mutable) default (in|of) [a] dataclass [(field)] is shared (by|between|among|across) [all] instance
#! dataclass field with [a] mutable default (share|shares) [it|default|list] (between|across|among) [all] instance
#! (mutable default|list default|`tags:list=[]`) [in dataclass] has same mutable default trap [as regular function]
#! [a] dataclass with (`tags:list=[]`|list default|mutable default) has [the] same [mutable default] (trap|problem|pitfall) [as regular function]
#: [a] dataclass with [a] mutable default [(value|field)] raise [a] valueerror
#: mutable default [(value|values)] (in|for) [a] dataclass [(field|fields)] raise [a] valueerror
#: dataclass (does not allow|reject|rejects|forbid|forbids|refuse) mutable default [(value|values)]
#! [a] dataclass with [a] mutable default [(value|field)] share [it|them|the default] (between|across|among) [(all|its)] instance
#! mutable default [(value|values)] (in|of) [a] dataclass is shared (between|across) instance
import dataclasses
def act():
    @dataclasses.dataclass
    class Point:
        xs: list = []
so = raises(ValueError, act)

#: (default_factory|`field(default_factory=list)`|default_factory=list) (create|give|make|produce|build|ensure) (new|fresh|each instance|every instance|separate) [(list|its own list|instance|object)]
import dataclasses
@dataclasses.dataclass
class Point:
    xs: list = dataclasses.field(default_factory=list)
so = Point().xs is not Point().xs

#: (__post_init__|post_init) (is called|run|runs|is run|is executed) (after|at end of|by) [(generated|the)] __init__ [(method|finish|has run)]
#: [generated] __init__ call __post_init__ [at end]
#: dataclass call __post_init__ [(after __init__|automatically)]
import dataclasses
@dataclasses.dataclass
class Point:
    x: int
    def __post_init__(self):
        self.y = self.x * 2
so = Point(2).y == 4

#: dataclass (instance|object) is (unhashable|not hashable) by default
#: dataclass (set|has) [its] __hash__ to none [by default] [(because|when)] [eq=true]
#: [(plain|regular|mutable|non-frozen|normal|default)] dataclass (instance|object) is (unhashable|not hashable) [by default]
#: [an] unfrozen dataclass (is not hashable|is unhashable|can not be used as dict key)
#! [(plain|regular|normal|default)] dataclass (instance|object) is hashable by default
import dataclasses
@dataclasses.dataclass
class Point:
    x: int = 0
so = raises(TypeError, hash, Point())

#: frozen dataclass (is|are|instance is|becomes) hashable [(by default|as long as|and)]
#: (frozen=true|`dataclass(frozen=true)`) (make|makes|give) [(it|dataclass|instance|class|object)] [(also|and)] hashable
#: (frozen=true|`dataclass(frozen=true)`) (generate|add|create) [a] __hash__ [method]
import dataclasses
@dataclasses.dataclass(frozen=True)
class Point:
    x: int = 0
so = hash(Point(1)) == hash(Point(1))

#: dataclass with frozen=true <raises> frozeninstanceerror [(on|when|if)] [(assignment|you assign to field|you (assign to|modify|change|set) (field|attribute))]
#: dataclass with frozen=true is immutable
#: frozen dataclass (can not be|is not) (modified|changed|assigned to) [after creation]
#: (assigning to|setting|modifying|changing) [a|an] [(field|attribute|instance)] [of] [a|an] frozen [(dataclass|instance)] [(field|instance|attribute)] <raises> (frozeninstanceerror|dataclasses.frozeninstanceerror|attributeerror)
#: (frozeninstanceerror|dataclasses.frozeninstanceerror) is [a] subclass of attributeerror
import dataclasses
@dataclasses.dataclass(frozen=True)
class Point:
    x: int = 0
def act():
    Point().x = 5
so = raises(dataclasses.FrozenInstanceError, act) and raises(AttributeError, act)

#: frozen dataclass (is|are) only shallow immutable
#: frozen dataclass (is|are) only shallowly immutable
#: (list|mutable field|mutable object) (inside|in|of) frozen dataclass can [still] be (changed|modified|mutated)
#: frozen dataclass (can|may) [still] (hold|contain) mutable (field|object)
import dataclasses
@dataclasses.dataclass(frozen=True)
class Point:
    xs: list
made = Point([])
made.xs.append(1)
so = made.xs == [1]

#: dataclass (does not|do not|never) (validate|check|enforce) [(field|the|their)] (type|type annotation|type hint|field type|annotation)
#: type annotation (in|of) dataclass (is|are) not (enforced|checked|validated) [at runtime]
#! dataclass (validate|check|enforce) [(field|the|their)] (type|type annotation|type hint|field type)
import dataclasses
@dataclasses.dataclass
class Point:
    x: int
so = Point("a").x == "a"

#: (dataclasses.replace|replace) <returns> [(new|a)] (instance|copy|object|new object|modified copy) [with (changed field|some field changed|given field replaced)]
#: (dataclasses.asdict|asdict) (recurse|recursively) (into nested dataclass|convert [nested] dataclass)
import dataclasses
@dataclasses.dataclass
class Inner:
    x: int = 1
@dataclasses.dataclass
class Outer:
    inner: Inner
so = dataclasses.asdict(Outer(Inner())) == {"inner": {"x": 1}} and dataclasses.replace(Inner(), x=2).x == 2

#: (class variable|attribute|name|variable) without (annotation|type annotation|type hint) is not [(a|treated as)] [dataclass] field
#: dataclass (ignore|only consider|only look at|only treat|consider only|use only) [(attribute|variable|field|name)] (without|with) (annotation|type annotation)
#: classvar (is|field is|annotation is|attribute is) (excluded|ignored|not field|not treated as field|skipped) [(from|by)] [(field|dataclass)]
import dataclasses
from typing import ClassVar
@dataclasses.dataclass
class Point:
    x: int
    y = 5
    z: ClassVar[int] = 6
so = [one.name for one in dataclasses.fields(Point)] == ["x"]

#: (`field(compare=false)`|compare=false) exclude field from (comparison|equality|__eq__)
#: (`field(compare=false)`|compare=false) exclude [field] from (comparison|equality|__eq__)
import dataclasses
@dataclasses.dataclass
class Point:
    x: int = dataclasses.field(default=1, repr=False)
so = repr(Point()).endswith("Point()")

#: dataclass (equality|comparison|instance is compared) (compare|compares|by|is based on) [(field by field|all field|value of field|field|their field|value)] [not identity]
#: two dataclass instance (with same field|with equal field|with same value) (is|compare) equal
#: two instance (of dataclass|with same field value|with equal field|with same value) (is|compare) equal
import dataclasses
@dataclasses.dataclass
class Point:
    x: int = 0
@dataclasses.dataclass
class Other:
    x: int = 0
so = Point(1) == Point(1) and Point(1) != Other(1)

#: enum member is (singleton|unique object|constant) [object]
#: enum member is (created only once|created once|compared by identity|unique)
#: enum member is created once and compared by identity
#: enum member (can|should) be compared (with|using|by) (is|identity)
#: (looking up|calling enum with|`color(1)`) [(enum by value|value)] <returns> [the] (same|existing) (member|object)
import enum
class Colour(enum.Enum):
    RED = 1
so = Colour(1) is Colour.RED and Colour["RED"] is Colour.RED

#: enum member (has|have) (name and value|both name and value|name and value attribute|.name and .value|.name and .value attribute)
#: enum member (does not|do not|never|is not) (compare equal to|equal|equal to) [(their|its|int|str|plain)] [(value|int|raw value|underlying value)]
#: enum member is not equal to (its|their) value
#! enum member (compare equal to|equal|is equal to) (their|its) value
import enum
class Colour(enum.Enum):
    RED = 1
so = Colour.RED != 1 and Colour.RED.name == "RED" and Colour.RED.value == 1

#: (looking up|accessing|calling enum with|passing) [an|a] (invalid|unknown|nonexistent|missing|value that does not exist) [(enum|member)] [value] [to enum] <raises> valueerror
#: enum (lookup by value|called with unknown value|called with invalid value) <raises> valueerror [<if> <missing>]
#: calling [an] enum with [an] (invalid|unknown|nonexistent) value <raises> valueerror
import enum
class Colour(enum.Enum):
    RED = 1
so = raises(ValueError, Colour, 5)

#: (looking up|accessing) [an] (unknown|invalid|nonexistent|missing) [(enum)] (name|member name) [(with|by)] [(brackets|square brackets|subscript|name)] <raises> keyerror
#: (accessing|using) [an] (unknown|invalid|nonexistent|undefined|misspelled|missing) [enum] (member|attribute) <raises> attributeerror
import enum
class Colour(enum.Enum):
    RED = 1
so = raises(KeyError, lambda: Colour["X"]) and raises(AttributeError, lambda: Colour.X)

#: enum (can not|may not) be (subclassed|extended|inherited from) [(if|once|when) (it has member|it define member|member is defined|it already has member)]
#: enum with member can not be (subclassed|extended)
#: (subclassing|extending) [an] enum (with|that has|that define) member <raises> typeerror
#: you can not (subclass|extend) [an] enum (with|that has|that define|that already has) member
import enum
class Colour(enum.Enum):
    RED = 1
def act():
    class More(Colour):
        BLUE = 2
so = raises(TypeError, act)

#: (assigning to|reassigning|changing|setting) [an] enum member <raises> attributeerror
#: enum member can not be (reassigned|changed|modified|assigned to)
import enum
class Colour(enum.Enum):
    RED = 1
def act():
    Colour.RED = 2
so = raises(AttributeError, act)

#: (duplicate|repeated|same) enum (name|member name|key) <raises> typeerror
#: (reusing|defining) [a|same] enum member name [twice] <raises> typeerror
#: enum member name must be unique
import enum
def act():
    class Colour(enum.Enum):
        RED = 1
        RED = 2
so = raises(TypeError, act)

#: (duplicate|repeated) [enum] value (create|make|become|is|are|result in) alias
#: [enum] member with (same|duplicate|equal) value (is|become|are treated as|are) alias [(of|for|to)] [first] [(one|member)]
#: (two|second) member with same value (is|become) alias [(of|for)] [(first|first one|first member)]
#: alias [(is|are)] (not shown|not included|skipped|left out|ignored|do not appear|not listed) (when|in|during) (iterating|iteration) [over enum]
#: enum value (need not|do not have to|does not need to) be unique
#! enum value must be unique
#! (duplicate|repeated) [enum] value (is <forbidden>|raise valueerror) [by default]
import enum
class Colour(enum.Enum):
    RED = 1
    ALSO = 1
so = Colour.ALSO is Colour.RED and list(Colour) == [Colour.RED]

#: (enum.auto|auto) (start|starts|count|begin) (at|from|with) (1|one) [by default]
#: (enum.auto|auto) (assign|assigns|generate|give|produce) [(consecutive|increasing|successive|sequential)] (int|value|number) [(starting|beginning|start)] [(from|at|with)] [(1|one)]
#! (enum.auto|auto) (start|starts|count|begin) (at|from|with) (0|zero) [by default]
import enum
class Colour(enum.Enum):
    RED = enum.auto()
    BLUE = enum.auto()
so = [one.value for one in Colour] == [1, 2]

#: (intenum|intenum member) (is|are|behave like|can be used as|can be compared with|compare equal to|compare with|work like|act like) int [(and|subclass|everywhere)]
#: (strenum|strenum member) (is|are|behave like|can be used as) str
#: flag member can be combined with (`|`|bitwise operator|bitwise or)
import enum
class Level(enum.IntEnum):
    LOW = 1
so = Level.LOW == 1 and Level.LOW + 1 == 2

#: (iterating over|iterating|iteration over|looping over) [an] enum <returns> [(its|the)] member [in] [(definition|declaration)] [order]
#: enum member is iterated in definition order
#: enum (is|are) iterable
#: len of enum is number of member
import enum
class Colour(enum.Enum):
    BLUE = 2
    RED = 1
so = list(Colour) == [Colour.BLUE, Colour.RED] and len(Colour) == 2

#: enum (member) is (truthy|always truthy) [by default]
#: all enum member is truthy [by default]
import enum
class Colour(enum.Enum):
    NONE = 0
so = bool(Colour.NONE)

#: (typing.namedtuple|namedtuple|namedtuple class) (is|are) [(still|just|real)] [a] (subclass of tuple|tuple subclass|tuple)
#: namedtuple (has|have|offer|provide) [(an|the)] (_asdict|_replace|_fields|_asdict and _replace) [method]
from typing import NamedTuple
class Point(NamedTuple):
    x: int
so = Point(1)._asdict() == {"x": 1} and isinstance(Point(1), tuple) and Point(1)._fields == ("x",)

#: typeddict is [(just|plain|ordinary|regular)] [a] dict at (runtime|run time)
#: typeddict (instance|object) (does not|is not) (enforce|validate|checked|enforced) [(anything|type|key|its type)] [at runtime]
#: isinstance (can not|does not) (be used|work) with typeddict
from typing import TypedDict
class Point(TypedDict):
    x: int
so = type(Point(x="a")) is dict

#: (typing.cast|cast) (does nothing|has no effect|<returns> value unchanged|<returns> its argument unchanged|does not convert|does no conversion|is no-op) [at runtime] [anything]
#: (typing.cast|cast) does not (convert|check|change) [(value|anything|type|at runtime)]
from typing import cast
so = cast(int, "a") == "a"

#: `optional[x]` is (equivalent to|same as|shorthand for|alias for|short for) `union[x,none]`
#: `optional[int]` is (equivalent to|same as|shorthand for|short for|just|means) (`union[int,none]`|`int|none`|int | none)
#: `optional[str]` is (equivalent to|same as|shorthand for|short for|just|means) (`union[str,none]`|`str|none`)
from typing import Optional, Union
so = Optional[int] == Union[int, None]

#: newtype (<returns>|is) identity function [at runtime]
#: newtype <returns> [its] argument unchanged [at runtime]
from typing import NewType
so = NewType("Id", int)(5) == 5

#: (final|typing.final) is not enforced [at runtime]
#: (final|typing.final) (has no effect|is only checked by type checker|has no runtime effect) [at runtime]
#: reassigning final (variable|name) (does not raise|works) [at runtime]
from typing import Final
one: Final = 1
one = 2
so = one == 2

#: (annotating|annotation of) variable does not (assign|create|bind) (it|value|variable|name)
#: (bare|variable) annotation [without value] does not (create|bind|define) [(variable|name)]
def act():
    one: int
    return one
so = raises(UnboundLocalError, act)

#: (runtime_checkable|typing.runtime_checkable) (allow|let|enable|is needed for|is required for) (isinstance|isinstance check|you to use isinstance) [with protocol]
#: (isinstance with protocol|isinstance check against protocol|isinstance check with protocol|using isinstance with protocol) (require|need|raise typeerror without|requires|need) [the] runtime_checkable
#: protocol (can not be used|does not work) with isinstance (without|unless) [(it is|decorated with)] runtime_checkable
#: runtime_checkable [protocol] (only checks|check only|checks|check) [(for)] [the] (presence|existence) of (method|attribute|member) [not [(their|the)] signature]
from typing import Protocol, runtime_checkable
class Plain(Protocol):
    def draw(self): ...
@runtime_checkable
class Draws(Protocol):
    def draw(self): ...
class Pot:
    def draw(self, *extra): pass
so = isinstance(Pot(), Draws) and not isinstance(1, Draws) and raises(TypeError, isinstance, 1, Plain)

#: isinstance (does not work|can not be used|raise typeerror) (with|for) (parameterized generic|`list[int]`|generic alias|subscripted generic|parametrized generic)
#: (`isinstance([1],list[int])`|isinstance with `list[int]`|isinstance([1], list[int])) <raises> typeerror
so = raises(TypeError, isinstance, [1], list[int])

#: `list[int]` (is valid|work|is allowed|does not check element|does not check) [(at runtime|its element|element type)]
#: generic [type] parameter (is|are) (erased|not checked|ignored) at runtime
so = list[int]("a") == ["a"]

#: (type checking|typing.type_checking|type_checking) is false at (runtime|run time)
#: type_checking is [always] false at (runtime|run time)
import typing
so = typing.TYPE_CHECKING is False
