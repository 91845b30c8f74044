"""Facts about functions: arguments, closures, decorators, generators."""

#: [a] mutable default [(argument|arguments|value|values|parameter|parameters)] is shared (between|across|among|by) [all] (calls|function calls|invocations)
#: [a] mutable default [(argument|value|parameter)] (persist|keep its value|keep their value|survive) (between|across) [all] calls
#: [the] default (list|dict|dict or list|value|object|argument) is (created|made|built|shared) (only once|once|between calls|across calls)
#: default (argument|value|parameter|argument value|parameter value) is (evaluated|created|computed|bound) (once|only once|exactly once|a single time|one time) [(when the function is defined|at definition time|at function definition time|when def runs|when the def statement is executed)]
#: default (argument|value|parameter|argument value|parameter value) is (evaluated|created|computed|bound) (at definition time|at function definition time|when the function is defined|at function definition|when def is executed|when the def statement runs)
#: default argument expression is evaluated once [when the function is defined]
#: default (list|dict|list/dict) is shared across call
#: evaluate default (argument|value|parameter) once [(at definition time|when the function is defined|when def runs)]
#: default (argument|value|argument value) is evaluated once at function definition time
#: the same (list|dict|default|object|default list) is (shared|reused|used) (across|between|by|for) (all|multiple|every) call
#! default (argument|value|parameter|argument value|parameter value) is (evaluated|created|computed) (at call time|when the function is called|each time the function is called|on every call|on each call|for each call|every time the function is called|anew for each call|anew for every call)
#! [a] mutable default [(argument|value|parameter)] is (created anew|recreated|reset|not shared) [(for|on|between|across) (each|every) call]
def collect(items=[]):
    items.append(1)
    return items
collect()
so = collect() == [1, 1] and collect.__defaults__[0] is collect()

#: default (argument|value) is stored (in|on) (__defaults__|the function object|func.__defaults__|function.__defaults__|the function's __defaults__)
def act(a=1, *, b=2):
    return a
so = act.__defaults__ == (1,) and act.__kwdefaults__ == {"b": 2}

#: (function|functions) (without|with no) [a|an] [explicit] return [(statement|value)] return none
#: (function|functions) that does not return anything return none
#: (function|functions) return none (if|when|unless) (there is no return|it has no return statement|they have no return statement|they do not return anything|no return statement is reached)
#! (function|functions) (without|with no) [a|an] return [(statement|value)] (raise|throw) [a|an] (typeerror|error|exception)
def act():
    pass
so = act() is None

#: closure (capture|remember|close over|bind|see) (variable|the variable|names|reference|the variable itself|variables by reference) [not (value|values|the value|its value|their values)]
#: closure (capture|bind|close over) variable by reference [not by value]
#: closure (is|use) [(late-binding|late binding|late bound|late-bound|bind late)]
#: closure (bind|look up) [their variables] (late|lazily)
#: closure (look|looks) up (variables|the variable|their variables|names) when (they is called|it is called|called)
#! closure (capture|copy|remember|freeze) [the] (value|values|current value) [of variables] [at definition time|when they are defined|when they are created]
made = [lambda: at for at in range(3)]
so = [one() for one in made] == [2, 2, 2]

#: function is (first-class object|first-class|first class object|object|first-class citizens)
#: function can be (passed as argument|assigned to variable|stored in list|returned from function)
def act():
    return 1
so = [act][0]() == 1 and isinstance(act, object)

#: lambda [functions] (can not|may not|does not) (contain|have|hold|include|use) [any] (statement|assignment statements|return statement|loops|statements or annotations|multiple statements|more than one expression)
#: lambda can only (contain|hold|have) [(one|a)] single expression
#: lambda [functions] is limited to [(a|one|single)] [single] expression
#: lambda [functions] (can|may) (contain|hold|have) [(only|just)] (one|a|single|a single) expression
#! lambda [functions] can (contain|have|hold|include|use) [(multiple|several)] (statement|assignment statements|return statement|loops)
so = not any(map(compiles, ["f = lambda: x = 1", "f = lambda: return 1", "f = lambda: while True: pass", "f = lambda: pass"])) and compiles("f = lambda: 1")

#: lambda [functions] (can not|does not|may not) (have|has|contain|carry|take|support) [any] [(type annotations|annotation|annotations|type hints|type annotation)]
#: no (type annotations|annotations|type hints) (possible|allowed) in lambda
#! lambda [functions] can (have|has|contain|carry|take) [(type annotations|annotation|annotations|type hints)]
so = not compiles("f = lambda x: int: x") and not compiles("f = lambda (x: int): x")

#: lambda [functions] (does not have|have no) [a] (name|proper name|own name)
made = lambda: 1
so = made.__name__ == "<lambda>"

#: lambda [functions] (does not have|have no) [a] qualified name
made = lambda: 1
so = not hasattr(made, "__qualname__")

#: [(type hints|type annotations|annotations|hints)] (type hints|type annotations|annotations|hints) is (not enforced|ignored|not checked) [(at runtime|at run time|by the interpreter|when the program runs)]
#: (type hints|type annotations|annotations|hints) (does not has|has no) [any] effect on how (code|program) run
#: (type hints|type annotations|annotations|hints) (has|have) no (effect|influence) at (runtime|run time)
#: (type hints|type annotations|annotations) does not (have|has) [any] effect at (runtime|run time)
#! (type hints|type annotations|annotations|hints) is (enforced|checked) [(at runtime|at run time|by the interpreter)]
def act(number: int) -> int:
    return number
so = act("x") == "x"

#: *args is [a] tuple
#: *args (collect|collects|gather|gathers|pack|packs) [(extra|additional|remaining|all|any)] positional (argument|arguments) [in|into] [a|as] tuple
#: args is [a] tuple [inside the function]
#! *args is [a] (list|dict)
#! *args (collect|collects|gather|pack) [(extra|additional|remaining|all|any)] positional argument [in|into] [a|as] list
def act(*args):
    return args
so = act(1, 2) == (1, 2)

#: **kwargs is [a] dict
#: **kwargs (collect|collects|gather|gathers|pack|packs) [(extra|additional|remaining|all|any)] (keyword|named) (argument|arguments) [in|into] [a|as] dict
#: kwargs is [a] dict [inside the function]
#! **kwargs is [a] (list|tuple)
def act(**kwargs):
    return kwargs
so = act(a=1) == {"a": 1}

#: [the] decorated function (lose|loses) its (name|name and docstring|metadata|__name__|identity) [without (functools.wraps|wraps)]
#: without (functools.wraps|wraps) [the] decorated function (lose|loses) its (name|name and docstring|metadata|__name__|docstring|original name)
#: without (functools.wraps|wraps) [the] __name__ (of the decorated function|of the function) is (lost|that of the wrapper|wrapper)
def plain(act):
    def wrapper(*args):
        return act(*args)
    return wrapper
@plain
def named():
    "words"
so = named.__name__ == "wrapper" and named.__doc__ is None

#: (functools.wraps|wraps) (preserve|preserves|copy|copies|keep|keeps) [the] (name|__name__|metadata|name and docstring|__name__ and __doc__|original name|function's name|function's metadata)
#: (functools.wraps|wraps) (set|sets|add|adds) [the|a] __wrapped__ [attribute]
import functools
def decorated(act):
    @functools.wraps(act)
    def wrapper(*args):
        return act(*args)
    return wrapper
@decorated
def named():
    "words"
so = named.__name__ == "named" and named.__doc__ == "words" and hasattr(named, "__wrapped__")

#: decorator (run|runs|is executed|execute|is applied) (at definition time|when the function is defined|at import time|once when the function is defined|at function definition time)
#! decorator (run|runs|is executed|execute) (at call time|when the function is called|on every call|each time the function is called)
seen = []
def mark(act):
    seen.append(act)
    return act
@mark
def act():
    pass
so = len(seen) == 1

#: (yield|yield statement|a yield|yield in a function) (turn|turns|make|makes) [(a|the)] function [into] [a] generator [(function|functions)]
#: [a] function (with|that contains|containing|using) [a] (yield|yield statement|yield expression) is [a] generator [function]
import inspect
def act():
    yield 1
so = inspect.isgeneratorfunction(act)

#: (calling|a call of|a call to) [a|the] generator function (does not run|does not execute|does not start|runs none of|does not begin to run) [(its body|the body|its code|any code|any of its code|the function body|the code)]
#: (calling|a call of|a call to) [a|the] generator function (return|returns|give|gives|create|creates) [a|the] (generator|generator object|iterator) [without running its body|immediately]
#: generator function (return|returns) [a] generator [object]
#! (calling|a call of|a call to) [a|the] generator function (run|runs|execute|executes|start|starts) (its body|the body|its code|the function body|the code|immediately)
seen = []
def act():
    seen.append(1)
    yield 1
made = act()
so = seen == [] and next(made) == 1

#: generator (pause|pauses|is paused|suspend|suspends|is suspended) [(execution|their execution|its execution)] at (each|every|the) yield
#: generator (keep|remember|preserve|save) [(their|its|all)] [local] (state|variables|local state) between (yields|calls|next calls|calls to next)
def act():
    count = 0
    while True:
        count += 1
        yield count
made = act()
so = (next(made), next(made)) == (1, 2)

#: [a] return (in|inside|inside of|within) [a] generator [function] (raise|raises|end it with|cause|causes) [a] stopiteration
#: [the] return value of [a] generator is [(stored in|carried by|available as|attached to)] [(the|a)] (stopiteration|stopiteration.value|value of the stopiteration)
def act():
    yield 1
    return 2
made = act()
next(made)
try:
    next(made)
except StopIteration as end:
    so = end.value == 2

#: generator can receive value [(via|through|with|by)] [(send|.send|generator.send)]
def act():
    got = yield
    yield got
made = act()
next(made)
so = made.send(5) == 5

#: yield from (delegate|delegates) to [(another|a sub)] (generator|iterable|subgenerator|iterator)
def act():
    yield from [1, 2]
so = list(act()) == [1, 2]

#: parameter before [the] / is positional-only
#: / (make|makes) [the] (parameter|parameters|argument|arguments) before it positional-only
def act(a, /, b):
    return a
so = raises(TypeError, lambda: act(a=1, b=2)) and act(1, b=2) == 1

#: parameter (after|behind) [the|a] * is keyword-only
#: * (make|makes) [the] (parameter|parameters) (after|behind) it keyword-only
def act(a, *, b):
    return a
so = raises(TypeError, lambda: act(1, 2)) and act(1, b=2) == 1

#: assigning to [a] variable (in|inside) [a] function make it local
#: [a] variable assigned (in|inside) [a] function is local [to it]
#: (reading|using) [a] local variable before (it is assigned|assignment) raise [an] unboundlocalerror
x = 1
def act():
    x += 1
so = raises(UnboundLocalError, act)

#: [a|the] [list] comprehension has its own scope
#: [the] loop variable of [a] [list] comprehension does not leak
#! [the] loop variable of [a] [list] comprehension (leak|leaks)
at = "kept"
made = [at for at in range(3)]
so = at == "kept"

#: loop variable (remain|stay) (available|visible|bound|defined) after the loop
#: [the] loop variable (leak|leaks|survive|survives|remains|remain) [(after|out of)] the loop
for at in range(3):
    pass
so = at == 2

#: recursion (is limited|has a limit) [by default]
#: (deep|infinite|endless|unlimited) recursion raise [a] recursionerror
def act():
    return act()
so = raises(RecursionError, act)

#: python (does not optimize tail calls|has no tail call optimization)
#: (does not optimize|no optimization of) tail call
def act(left):
    return left if left == 0 else act(left - 1)
so = raises(RecursionError, act, 100000)
