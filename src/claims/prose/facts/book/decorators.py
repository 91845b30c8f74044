"""Facts about decorators, functools and statements of functions."""

#: (decorator|decorator syntax|@ syntax|@decorator|`@decorator`|@ notation) is [(just|syntactic|only)] [(sugar|syntactic sugar)] for (f = decorator(f)|func = decorator(func)|`f=decorator(f)`|`func=decorator(func)`|reassignment|reassigning|passing function|`add=log(add)`)
#: equivalent to (add = log(add)|`add=log(add)`|`f=decorator(f)`|`func=decorator(func)`|`say=decorator(say)`)
#: @ syntax is syntactic sugar
def mark(act):
    return "marked"
@mark
def act():
    pass
so = act == "marked"

#: decorator (with|that take|taking|that accept) argument (is|need|require|has) [(function|factory|extra|an extra)] [(that|level|layer|which)] [(of|return)] [(nesting|decorator|function)]
#: decorator factory <returns> decorator
def mark(name):
    def decorate(act):
        return name
    return decorate
@mark("b")
def act():
    pass
so = act == "b"

#: [(stacked|multiple|several|nested)] decorator (is|are) (applied|evaluated|executed) (from bottom to top|bottom-up|bottom to top|bottom up|from bottom up|from inside out|inside out|starting with one closest to function|in reverse order|from innermost outward|from innermost to outermost|nearest function first)
#: [the] (decorator|one) (closest|nearest) to [the] (function|def) is applied first
#: [the] (bottom|innermost|lowest|inner) decorator is applied first
#! [the] (top|topmost|outermost|outer|first) decorator is applied first
#! [(stacked|multiple|several)] decorator (is|are) applied (from top to bottom|top-down|top to bottom|from top down|top down)
#: [(stacked|multiple|several)] decorator is (applied|executed|evaluated) (from bottom to top|bottom-up|bottom to top|from the bottom up|bottom up|inside out)
#: [the] decorator (closest|nearest) to the function is applied first
#! [(stacked|multiple|several)] decorator is applied (from top to bottom|top-down|top to bottom|from the top down)
seen = []
def mark(name):
    def decorate(act):
        seen.append(name)
        return act
    return decorate
@mark("top")
@mark("bottom")
def act():
    pass
so = seen == ["bottom", "top"]

#: decorator (run|runs|is run|is executed|execute|is evaluated|is called|is applied) (at|when) (definition time|function is defined|import time|function definition time|module is imported|decoration time|function definition|module is loaded|decorated function is defined) [not (when it is called|at call time|when function is called)]
#! decorator (run|is run|is executed|execute|is called) (at call time|each time function is called|when function is called|on call|whenever function is called)
seen = []
def mark(act):
    seen.append(1)
    return act
@mark
def act():
    pass
so = seen == [1]

#: (without|if you forget|if you omit|omitting|forgetting) (functools.wraps|wraps|functools.wraps,) [,] [the] (wrapped|decorated|decorated function's|decorated function|function|wrapper|original function) [function] (lose|has|loses|show|report) [(its|the|name|wrong)] (name|__name__|metadata|docstring|name and docstring|original name|identity|name of wrapper|__name__ and __doc__|wrapper's name|of wrapper|__name__ of wrapper)
#: (without|if you forget) (functools.wraps|wraps) [,] __name__ (is|become|would be|show|will be) [(that of|name of|the)] [(wrapper|wrapper's name|"wrapper"|'wrapper')]
#: (functools.wraps|wraps) (copy|copies|preserve|preserves|keep|keeps|transfer|carry over|update|set) [the] [(original|wrapped|function)] [(function|function's)] (name|__name__|metadata|docstring|name and docstring|__name__ and __doc__|__name__, __doc__|identity) [(and|other|,)] [(docstring|attribute|metadata|__doc__)] [(of|from)] [(original|wrapped)] [function]
import functools
def plain(act):
    def wrapper():
        "inner"
    return wrapper
def kept(act):
    @functools.wraps(act)
    def wrapper():
        "inner"
    return wrapper
def named():
    "words"
so = plain(named).__name__ == "wrapper" and (kept(named).__name__, kept(named).__doc__) == ("named", "words")

#: [the] (wrapped|original|undecorated|underlying) function is (available|accessible|stored|reachable|exposed) (as|through|via|in|under|by) [the] __wrapped__ [attribute]
#: (functools.wraps|wraps|lru_cache|functools.lru_cache) (set|add|store|expose|keep) [the] [(original|wrapped)] [function] [(in|as|under)] [a] __wrapped__ [attribute]
#: __wrapped__ (give|gives|hold|hold reference to|is|refer to|point to) [access to] [the] (original|wrapped|undecorated|underlying) function
import functools
def act():
    pass
so = functools.lru_cache(act).__wrapped__ is act

#: (lru_cache|functools.lru_cache) with maxsize=none (is unbounded|never evict|grow without bound|can grow without bound|grow without limit) [(entry|anything|element)]
#: (`lru_cache(maxsize=none)`|functools.cache|`functools.lru_cache(maxsize=none)`) (never evict|does not evict|never discard|grow without bound|has no limit) [(entry|anything|old entry)]
#: (functools.cache|cache) (never evict|has no size limit|is unbounded|does not has maxsize|grow without bound|can grow without bound)
import functools
@functools.lru_cache(maxsize=None)
def act(x):
    return x
for one in range(500):
    act(one)
so = act.cache_info().currsize == 500

#: (lru_cache|functools.lru_cache) (evict|discard|drop|<removes>) [the] least recently used (entry|item|result|value) [<if> full] [first]
#: (lru_cache|functools.lru_cache) (default|defaults) to [(maxsize of|maxsize=)] 128
#: (maxsize|default maxsize|default size|maxsize of lru_cache) (is|default to|of lru_cache is) 128 [by default]
#: (lru_cache|functools.lru_cache) (keep|has|hold|store|has maxsize of|has default maxsize of|remember) [(maxsize|up to|last|at most|most recent)] 128 [(entry|result|by default|call|most recent call)] [by default]
import functools
seen = []
@functools.lru_cache(maxsize=2)
def act(x):
    seen.append(x)
act(1), act(2), act(1), act(3), act(1), act(2)
so = seen == [1, 2, 3, 2] and functools.lru_cache(lambda: 1).cache_parameters()["maxsize"] == 128

#: (lru_cache|functools.lru_cache|functools.cache|cached function) (require|need|requires|work only with|only work with|only accept) [(all)] [(argument|its argument|function argument|that argument)] [(to is|is)] hashable [argument]
#: argument (of|to|for|passed to) [a] (lru_cache|cached function|functools.lru_cache|cached|lru_cache function|memoized function) [function] must be hashable
#: (calling|passing) (cached function with list|lru_cache function with list|unhashable argument|list to cached function|list) [(to|with)] [(cached function|lru_cache|lru_cache-decorated function|list)] <raises> typeerror
#: (lru_cache|functools.lru_cache) (raise|fail with) typeerror [(for|with|on|if|when)] [(unhashable argument|argument is unhashable|argument is not hashable|list argument|list)]
#: (lru_cache|functools.lru_cache|functools.cache) (require|requires|need|needs) [(that|all)] hashable argument
#: [the] argument of [a] (lru_cache|functools.lru_cache|cached function) must be hashable
#: (lru_cache|functools.lru_cache) (fail|fails|raise typeerror|raises typeerror) (on|with|for) unhashable argument
#! (lru_cache|functools.lru_cache) (work|works) (with|on|for) unhashable argument
import functools
@functools.lru_cache
def act(x):
    return x
so = raises(TypeError, act, [])

#: (lru_cache|functools.lru_cache) treat (1 and 1.0|3 and 3.0|argument of different type) as [(same|distinct)] [(key|call)] [by default]
#: (.cache_clear|cache_clear|cache_clear()) (empty|clear|reset|invalidate) [the] cache
#: (.cache_info|cache_info|cache_info()) (report|show|give|<returns>) (hit and miss|hit, misse, maxsize and currsize|statistics|hit, miss|hit, misse|named tuple)
import functools
@functools.lru_cache
def act(x):
    return x
act(1), act(1)
one = act.cache_info()
act.cache_clear()
so = (one.hits, one.misses) == (1, 1) and act.cache_info().currsize == 0

#: (functools.reduce|reduce) <raises> typeerror [<if> [(the)] [(iterable|sequence|it|list)] is empty [(and|,)] [(no|without)] [(initial value|initializer|initial)] [(is given|given|is provided|is supplied)]]
#: (functools.reduce|reduce) (of|on|with|over) [an] empty (iterable|sequence|list) [(without|and no)] [(initial value|initializer)] <raises> typeerror
import functools
so = raises(TypeError, functools.reduce, max, []) and functools.reduce(max, [], 1) == 1

#: (functools.partial|partial) [object] (has|have|expose) [(attribute|the attribute)] (func, args and keywords|func|.func, .args and .keywords|func, args, and keywords) [attribute]
#: (functools.partial|partial) object does not (has|have) [a] __name__ [attribute]
import functools
made = functools.partial(int, "11", base=2)
so = (made.func, made.args, made.keywords) == (int, ("11",), {"base": 2}) and not hasattr(made, "__name__")

#: (functools.partial|partial) (freeze|fix|pre-fill|prefill|bind|fixe) (some argument|argument|argument of function|some of argument|some of function's argument)
#: keyword argument (of|in|given to) partial can be overridden
import functools
made = functools.partial(int, base=2)
so = made("11") == 3 and made("11", base=10) == 11

#: (functools.total_ordering|total_ordering) (fill in|generate|supply|derive|provide|add) [(missing|remaining|rest of|other|the other)] (comparison|comparison method|ordering method|comparison operator|rest)
#: (functools.total_ordering|total_ordering) (need|require) (only|at least) (__eq__ and one ordering method|one ordering method|one of __lt__)
import functools
@functools.total_ordering
class Pot:
    def __init__(self, size):
        self.size = size
    def __eq__(self, other):
        return self.size == other.size
    def __lt__(self, other):
        return self.size < other.size
so = Pot(2) >= Pot(1) and not Pot(1) > Pot(2)

#: (functools.singledispatch|singledispatch) (dispatch|choose implementation|select|dispatche) [(on|based on|by|implementation)] [(the)] [(by|based on|on)] type of [(its|the)] first [(positional)] argument [only]
#: (functools.singledispatch|singledispatch) fall back to [(default|base|original)] (implementation|function)
import functools
@functools.singledispatch
def act(one, two=None):
    return "any"
@act.register(int)
def _(one, two=None):
    return "int"
so = (act("a", 1), act(1, "a"), act(True)) == ("any", "int", "int")

#: (functools.cmp_to_key|cmp_to_key) (convert|turn|transform) [an] [old-style] comparison function (to|into) [a] key [function]
import functools
so = sorted([1, 3, 2], key=functools.cmp_to_key(lambda a, b: b - a)) == [3, 2, 1]

#: function (is|are) [(first-class|first class)] (object|citizen|value)
#: function can be (passed as argument|assigned to variable|stored in [data] (structure|list)|returned from [other] function|passed to other function|passed around) [(like any other object|and returned|and stored)]
#: function (has|have|can have) attribute
#: you can (add|set|assign) attribute (to|on) function
def act():
    pass
act.count = 1
so = act.count == 1 and [act][0] is act

#: lambda (consist of|contain|can contain|may contain|can only contain|is limited to|is restricted to|can only be) [(only|a|one|just)] [single] expression
#: lambda (can not|may not|does not) (contain|include|have|has|use|hold) [(any|multiple|assignment|return|control)] (statement|assignment|return statement|assignment statement|loop|multiple expression|multiple statement|try)
#: lambda (body|bodies) (must be|is|can only be) [single] expression
so = not compiles("f = lambda: x = 1") and not compiles("f = lambda: return 1") and compiles("f = lambda: 1")

#: lambda (is named|has name|has __name__|__name__ is|__name__) `<lambda>`
#: (__name__|name) of lambda is `<lambda>`
#: (stack trace|traceback) show `<lambda>`
so = (lambda: 1).__name__ == "<lambda>"

#: [an] (assert|assert statement|assertion) (raise|fail with) assertionerror [<if> [(its|the)] [(condition|expression)] [is] [(false|falsy)]]
#: (assert|failed assert|failing assert|failed assertion) <raises> assertionerror
def act():
    assert 1 == 2
so = raises(AssertionError, act)

#: (assert|assertion|assert statement) is (removed|disabled|stripped|ignored|skipped|turned off) [(under|with|by|when|if)] [(-o|optimization|the -o flag|run with -o|python -o|optimized mode|python runs with -o)]
#: (-o|the -o flag|-o flag|running with -o) (remove|disable|strip|removes|turn off) (assert|assertion|assert statement)
so = "assert" not in str(compile("assert False", "a", "exec", optimize=1).co_consts) and works(exec, compile("assert False", "a", "exec", optimize=1))

#: assert with tuple is always true
#: (asserting [non-empty] tuple|assert on tuple|assert with tuple) (is always true|always pass|never fail|always succeed|never fails)
import warnings
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    so = works(exec, compile("assert (1 == 2, 'no')", "a", "exec"))

#: (function annotation|annotation|type annotation|type hint|function annotation) is (stored|available|kept|accessible) (in|as|through|via) __annotations__ [(attribute|dict)]
#: __annotations__ (hold|contain|store|is dict of) [(the|function)] (annotation|type hint)
def act(x: int) -> str:
    return x
so = act.__annotations__ == {"x": int, "return": str}

#: docstring is (stored|available|accessible|kept) (in|as|through|via) __doc__ [attribute]
#: __doc__ (hold|contain|store|is|give) [the] docstring
#: [the] first str [literal] (in|of) function (body|is) [(becomes|become|is)] [(its|the)] docstring
def act():
    "words"
so = act.__doc__ == "words"

#: walrus [operator] (assign|bind) (value|variable|name) (as part of|within|inside|in) [(larger|an)] expression
#: (`:=`|walrus operator|walrus) (assign|assigns|bind) (and|value and) [(also)] <returns> [(the|its)] [(assigned)] value
so = (one := 5) == 5 and one == 5

#: (match|match statement|match-case|structural pattern matching|case) (does not|do not|never) fall through
#: there is no fall-through [(in|between)] [(match|case)]
#: only first matching case (is executed|run|is run)
scope = {"seen": []}
exec("match 1:\n    case 1: seen.append('one')\n    case _: seen.append('any')", scope)
so = scope["seen"] == ["one"]

#: (bare name|name|variable name|simple name) in case [pattern] (capture|bind|match anything|is capture pattern|always match|match everything|capture value|bind value)
#: capture pattern (match anything|always match|match any value|bind any value)
scope = {"limit": 5}
exec("match 1:\n    case limit: pass", scope)
so = scope["limit"] == 1

#: `case_` (is wildcard|match anything|match everything|is default case|act as default)
#: underscore pattern (match anything|is wildcard|match everything)
#: _ [in case] (is wildcard|match anything|match everything)
scope = {"seen": []}
exec("match 'x':\n    case _: seen.append(1)", scope)
so = scope["seen"] == [1]

#: mapping pattern ignore extra key
#: dict pattern (ignore|match even with|allow) extra key
scope = {"seen": []}
exec("match {'a': 1, 'b': 2}:\n    case {'a': one}: seen.append(one)", scope)
so = scope["seen"] == [1]

#: sequence pattern (does not|never|do not) match str
scope = {"seen": []}
exec("match 'ab':\n    case [one, two]: seen.append(1)", scope)
so = scope["seen"] == []
