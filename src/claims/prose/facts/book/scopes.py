"""Facts about arguments, names and scopes."""

#: default (argument|value|parameter|argument value|parameter value) is evaluated (when|at time) [the] def [statement] is executed
#: default [(argument|value|parameter|argument value|parameter value)] (is|get) (evaluated|created|computed|bound) [(exactly|only)] [once] (when|at time|as) [the] (def is executed|def|def statement|function definition|function|function object|function is) [(is|statement)] (executed|defined|created|run|evaluated)
#: default [(argument|value|parameter|argument value|parameter value)] (is|get) (evaluated|created|computed|bound) [(exactly|only|just)] (once|one time|a single time) [(not on each call|not each time|and shared)]
#: default is evaluated (once|when def is executed|when function is defined)
#: default [(argument|value|parameter|argument value|parameter value)] (is|get) (evaluated|created|bound) at (definition time|function definition time|function definition|def time|import time)
#: [a] mutable default [(argument|value|argument value|parameter|object|list|dict)] (is|get) (shared|reused|kept|retained) (between|across|among|by|for) [(all|every|subsequent|later|different|function)] [function] (call|invocation)
#: [a] mutable default [(argument|value|parameter|list)] (persist|accumulate|retain|keep|remember) [(change|state|its value|value|data)] (between|across) [function] call
#: [the] same [default] (list|dict|object|mutable object) is (used|shared|reused) (for|by|in|across|between|on|every) [(all|every|each|subsequent)] [time] [(call|function is called)]
#! default [(argument|value|parameter|argument value|parameter value)] (is|get) (evaluated|created|computed) (anew|again|fresh|afresh|each time|every time|on each call|on every call|at call time|per call|when function is called|each time function is called|every time function is called|whenever function is called)
def collect(items=[]):
    items.append(1)
    return items
collect()
so = collect() == [1, 1]

#: function (without|with no|that has no|that lack|lacking) [explicit] return [(statement|value)] [implicitly] <returns> none
#: (if|when) [a] function (has|have|reach) no return [statement] [,] it <returns> none
#: (if there is no return statement|without return statement|without explicit return|without return) [,] [a] function <returns> none
#: function [that] (ends|end|fall off end|finish) without return [statement] <returns> none
#: return without (value|expression|argument) <returns> none
#: bare return <returns> none
def act():
    pass
def bare():
    return
so = act() is None and bare() is None

#: (multiple|several) value is returned as tuple
#: function (can|may) return (multiple|several) value [as tuple]
#: returning (multiple|several) value <returns> tuple
#: return a, b <returns> tuple
#: comma-separated return value is (packed into|returned as) tuple
def act():
    return 1, 2
so = act() == (1, 2)

#: argument is passed by (assignment|object reference|sharing|reference to object|object|object-reference)
#: [function] argument is passed by (assignment|object reference|sharing)
#: (mutating|modifying|changing) [a] mutable argument (affect|is visible to|change|affects) [the] (caller|caller's object|original object|original)
#: (change|mutation) [(made)] to [a] (mutable argument|list argument|list passed as argument|mutable object inside function) is visible (to|in|outside|for) [caller]
#: (rebinding|reassigning) [a] parameter does not (affect|change) [the] (caller|caller's variable|original|argument)
#! argument is passed by (value|copy)
#! function receive copy of [its] argument
def act(given):
    given.append(1)
    given = []
kept = []
act(kept)
so = kept == [1]

#: (lambda|closure|lambda in loop|lambda created in loop|function created in loop|closure in loop|function defined in loop|closure created in loop) [all] (see|use|return|capture|refer to|share|end up with|look up|<returns>|reference) [the] (last value|final value|same variable|last value of [loop] variable|final value of [loop] variable|last value of i|same value)
#: closure (look up|capture|close over|bind|evaluate) [free] (variable|name|value) (at call time|when called|by reference|late|lazily|by name|when it is called|when function is called|when they is called|at time of call|not value)
#: (closure|lambda) (variable|binding) is (looked up|resolved|evaluated|late) [(at call time|when called|when function is called|when lambda is called|binding)]
#: (value|variable|name) (used|captured) in closure is looked up (at time inner function is called|at call time|when inner function is called|when function is called)
#! closure (capture|copy|store|bind) (value|current value|value of variable) [(at definition time|when defined|when created)]
#! closure (is|use) (early binding|early-binding|early-bound)
made = [lambda: one for one in range(3)]
so = [each() for each in made] == [2, 2, 2]

#: default argument (capture|captures|bind|freeze|freezes|fix|fixes) [(current|the)] (value|current value|value of i|variable) [(at definition time|at time of definition|in loop|early)]
#: (lambda i=i|`lambda i=i: i`|i=i|x=x|`lambda x=x: x`) (capture|bind|freeze|fix) [(current|the)] value
made = [lambda one=one: one for one in range(3)]
so = [each() for each in made] == [0, 1, 2]

#: closure (keep|remember|retain|hold) [(the|its)] (variable|free variable|environment|state|enclosing variable|value) [(of|from|in)] [(its|the)] [(enclosing|outer|defining|surrounding)] [(scope|function)] [(alive|even after|after)] [(outer function|enclosing function|function)] [(has returned|return|has finished)]
#: (inner|nested) function (can|has) [(access|still access|remember|read|use|access to)] [(to|variable)] [(of|from|the)] [(enclosing|outer)] [(function|scope)] [(variable|even after it has returned)]
def outer():
    one = [5]
    def inner():
        return one
    return inner
so = outer()() == [5]

#: closure variable is stored in (__closure__|cell|cell object|__closure__ attribute|__closure__ as cell)
#: (free variable|captured variable|closure cell|captured value|enclosed variable) is (stored|kept|accessible|available|held) (in|through|via|as) (__closure__|function's __closure__|cell object|cell)
#: __closure__ (hold|contain|store|is tuple of) (cell|captured variable|cell object|free variable)
def outer():
    one = 5
    def inner():
        return one
    return inner
so = outer().__closure__[0].cell_contents == 5

#: (variable|name) (lookup|resolution) follow [the] legb [rule] [order]
#: (name|variable) is (looked up|resolved) (local, enclosing, global, built-in|local enclosing global built-in|using legb rule|by legb rule|according to legb rule)
#: local (scope|variable|name) (is searched first|shadow global|hide global|take precedence over global|shadow global variable|shadow global name)
len_ = "global"
def act():
    len_ = "local"
    return len_
so = act() == "local" and len_ == "global"

#: (assigning to|assignment to|assigning|assigning value to|binding) [a] (variable|name) (inside|in|within|anywhere in) [a] function (make|makes) [it|name|variable] local [(to function|throughout function|in whole function|variable)]
#: [a] (variable|name) (that is assigned|assigned|bound) [(anywhere|somewhere)] (in|inside|within) [a] function is [(local|treated as local|considered local)] [(to it|to function|variable|throughout function|everywhere in function)]
#: (reading|using|accessing|referencing) [a] (local|local variable|local name|variable) before (it is assigned|assignment|it is bound|it has been assigned|it has value) <raises> unboundlocalerror
#: (x += 1|count += 1|counter += 1|x+=1|count+=1|counter+=1|+= on global variable|incrementing global variable) [(inside function|in function|without global|without declaring it global|without global statement)] <raises> unboundlocalerror
#: unboundlocalerror is raised (when|if) [a] local variable is (referenced|used|read|accessed) before (assignment|it is assigned|being assigned)
count = 0
def act():
    count += 1
so = raises(UnboundLocalError, act)

#: unboundlocalerror is (subclass of|kind of) nameerror
so = issubclass(UnboundLocalError, NameError)

#: global [(keyword|statement)] (let|lets|allow|allows|make|is needed|is required|is used) [(you|function|to|it)] [(to)] (rebind|assign to|modify|reassign|modify|change) [a] (global|module-level|global variable|module-level variable|global name|variable at module level)
#: (without|if you omit) global [(keyword|statement)] [,] (assignment|assigning) (create|creates) [a] [new] local variable
count = 0
def act():
    global count
    count = 1
act()
so = count == 1

#: (mutating|modifying|appending to|changing) [a] global (list|dict|mutable object|object) does not (require|need) global [(keyword|statement|declaration)]
#: you (can|may) (mutate|modify|append to) [a] global (list|dict|object) without global
kept = []
def act():
    kept.append(1)
act()
so = kept == [1]

#: (using|nonlocal at) nonlocal (at module level|outside nested function|for global variable|module level) (is|raise) [a] (syntaxerror|syntax error)
#: nonlocal (require|need|requires) [an] [existing] (binding|variable|name) in [an] enclosing [(function|scope)] [scope]
so = not compiles("nonlocal x") and not compiles("def f():\n    nonlocal x")

#: (nonlocal|nonlocal keyword|nonlocal statement) (let|lets|allow|allows|make|is used to|is needed to) [(inner|nested|you|it|function|to|an inner function|nested function|inner function)] [(to|possible to)] (rebind|assign to|modify|reassign|change) [a] (variable|name|variable of|variable in|variable from) [(of|in|from)] [(nearest|outer|enclosing|the enclosing)] [enclosing] [(function|scope|function scope)]
def outer():
    one = 0
    def inner():
        nonlocal one
        one = 1
    inner()
    return one
so = outer() == 1

#: (if|for|while|with|try|if and for) [(block|statement|loop|body)] (does not|do not|never) (create|introduce|has) [(new|own|its own|their own)] scope
#: there is no block scope
#: does not has block scope
#: (block|indented block|loop) does not create [new] scope
#: only (function|module|class|function, class and module|function and class) (create|introduce) [new] scope
if True:
    inside = 1
so = inside == 1

#: class (body|scope|variable|attribute) is not (visible|accessible|enclosing scope) (in|inside|to|for|within) [(its|the|nested)] method [without (self|qualification|class name)]
#: method can not (see|access) class variable [directly] [(without|by bare name)] [(self|qualification|class name|self or class name)]
lid = "global"
class Pot:
    lid = "class"
    def see(self):
        return lid
so = Pot().see() == "global"

#: keyword-only (argument|parameter) (come|follow|is placed|must come|is defined|stand|is those) (after|behind|following) [(bare|a|single)] *
#: (bare|single) * [in signature] (mark|separate|begin|start|force) [following] keyword-only (argument|parameter)
#: (argument|parameter) (after|following|behind) (*args|`*`|bare *|the bare *|star) (is|must be|can only be) [(keyword-only|passed by keyword|passed as keyword argument|keyword only)]
def act(*, a):
    return a
so = raises(TypeError, act, 1) and act(a=1) == 1

#: (argument|parameter) before (`/`|slash|the slash) (is|must be|can only be) (positional-only|passed by position|passed positionally|positional only)
#: (`/`|slash) (mark|separate|make) [(preceding|previous|parameter before it)] [(argument|parameter)] [(as|to is)] positional-only
#: (passing|calling with) positional-only (argument|parameter) (by keyword|as keyword|by name) <raises> typeerror
so = raises(TypeError, eval("lambda a, /: a"), **{}) if False else raises(TypeError, lambda: eval("lambda a, /: a")(a=1))

#: (calling function|passing|call|passing function) with (too many|wrong number of|missing|too few|unexpected keyword|missing required) argument <raises> typeerror
#: (unexpected keyword argument|missing argument|missing required argument|wrong number of argument|too many argument|extra argument|missing positional argument) <raises> typeerror
#: passing [an] (unknown|unexpected|unsupported) keyword argument <raises> typeerror
def act(a):
    return a
so = raises(TypeError, act) and raises(TypeError, act, 1, 2) and raises(TypeError, lambda: act(b=1))

#: (passing|giving|specifying) same argument (twice|by position and keyword|both positionally and by keyword) <raises> typeerror
def act(a):
    return a
so = raises(TypeError, lambda: act(1, a=2))

#: (non-default|required) (argument|parameter) (can not|must not|may not) follow default (argument|parameter)
#: (parameter|argument) without default (can not|must not|may not) follow [(parameter|one|argument)] [with] default
#: (non-default|required) (argument|parameter) after default (argument|parameter) is <forbidden>
so = not compiles("def f(a=1, b): pass") and compiles("def f(b, a=1): pass")

#: (positional|positional argument) (can not|must not|may not) (follow|come after) keyword [argument]
#: positional argument after keyword argument is <forbidden>
#: (positional|keyword) argument can not follow (positional|keyword) argument
#: positional argument can not follow keyword argument
so = not compiles("f(a=1, 2)")

#: (*|*args|star|single star|* operator) (unpack|unpacks|expand|expands|spread|spreads) [a] (list|sequence|iterable|list or tuple|tuple|iterable|list to) (into|to|as) positional argument
#: (**|**kwargs|double star|** operator) (unpack|unpacks|expand|expands|spread) [a] (dict|mapping) (into|to|as) keyword argument
#: `func(*my_list)` (expand|unpack) (to|into|list into|list to) positional (argument|args)
def act(a, b):
    return a, b
so = act(*[1, 2]) == act(**{"a": 1, "b": 2}) == (1, 2)
