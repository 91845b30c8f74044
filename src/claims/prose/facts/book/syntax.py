"""Facts about operators, statements and scopes."""

#: true is equal to 1
#: true equal 1
#: (1 and true|true and 1) is [the] same [dict] key
so = True == 1 and hash(True) == hash(1)

#: [a|the] finally [(block|clause)] (run|runs|is executed|execute|executes) even (after|if there is|on) (a return|return|an exception|exception)
#: [a|the] finally [(block|clause)] (run|runs|is executed|execute|executes) [no matter what] [even if an exception (occurs|is raised)]
#: [the] finally [(block|clause)] (run|runs|is executed) in (any|every|all) case
#! [a|the] finally [(block|clause)] does not (run|execute) after [a] return
seen = []
def act():
    try:
        return 1
    finally:
        seen.append(2)
so = act() == 1 and seen == [2]

#: return in [the|a] finally [(block|clause)] (swallow|swallows|discard|suppress|override|overrides|replace) (the|an|any|pending) [original] (exception|return value|exceptions)
def act():
    try:
        raise KeyError
    finally:
        return 1
so = act() == 1

#: [the|a] else [(clause|block|branch)] of [a|the] loop (run|runs|is executed|execute) (if|when|unless) (there was no break|no break occurred|the loop was not broken|the loop ends without break|it was not broken|no break happened|the loop did not break|the loop completes without break)
for item in [1]:
    pass
else:
    ended = True
for item in [1]:
    break
else:
    ended = False
so = ended

#: (integers|small integers|integers from -5 to 256|int from -5 to 256|small int) is (cached|interned|singleton)
#: small int between -5 and 256 is (cached|interned|preallocated|singletons)
#: cache small int from -5 to 256
#: (integers|int) (between|from) -5 (and|to) 256 is (cached|interned|preallocated)
so = all(int(str(n)) is int(str(n)) for n in (-5, 0, 100, 256)) and int("257") is not int("257")

#: eval (can not|does not) (run|execute|evaluate|handle) statement
#: eval (accept|accepts|evaluate|evaluates|take) expression
#! eval (can|may) (run|execute) statement
so = raises(SyntaxError, eval, "x = 1")

#: [the] (short|small) str that look like identifiers is (cached|interned)
#: (str|short str) that look like identifiers is interned
so = compile("'hello'", "a", "eval").co_consts[0] is compile("'hello'", "b", "eval").co_consts[0]

#: {**d1,**d2} : [the] (later|last|second) (dict|one|value) win [on conflict]
#: [the] later dict win on conflict
so = {**{"a": 1}, **{"a": 2}} == {"a": 2}

#: generator expression is (lazy|evaluated lazily|lazily evaluated)
seen = []
made = (seen.append(item) for item in (1, 2))
so = seen == []

#: list comprehension (is eager|build the whole list|build the list at once|have their own scope)
seen = []
made = [seen.append(item) for item in (1, 2)]
so = len(seen) == 2

#: bool is [a] subclass of int
#: bool (inherit|derive) from int
#! int is [a] subclass of bool
so = issubclass(bool, int)

#: (converting|parsing) "abc" to int <raises> valueerror
#: int <raises> valueerror (for|on|if|when) [(the)] (invalid literal|str is not a number|non-numeric str|it can not parse the str)
so = raises(ValueError, int, "abc")

#: enumerate start (at|from|with) 0 [by default]
#: enumerate count from 0 [by default]
#! enumerate start (at|from|with) 1 [by default]
so = list(enumerate("a")) == [(0, "a")]

#: range exclude [(the|its)] (end|stop|end value|stop value|upper bound)
#: range does not include [(the|its)] (end|stop|end value|stop value|upper bound)
#! range include [(the|its)] (end|stop|end value|stop value|upper bound)
so = list(range(1, 3)) == [1, 2]

#: (slicing|slice) exclude [(the|its)] (end|stop|end index)
#! (slicing|slice) include [(the|its)] (end|stop|end index)
so = "abcd"[1:3] == "bc"

#: (a += b|list += other|+= on list|+=) (modify|change|extend|mutate) [(the)] list in place
#: += (mutate|modify) list in place
given = kept = [1]
given += [2]
so = kept == [1, 2] and kept is given

#: multiplying list (copy|duplicate|repeat) reference [not (object|the objects|copies)]
#: [[]]*3 (create|make|give) three reference to same (list|inner list|object)
#! [[]]*3 (create|make|give) three (independent|separate|different|distinct) (list|object)
made = [[]] * 3
so = made[0] is made[1] is made[2]

#: chained comparison evaluate each operand (once|at most once)
seen = []
def act():
    seen.append(1)
    return 2
so = 1 < act() < 3 and len(seen) == 1

#: and and or return one of their operand
#: and and or does not return (bool|true or false)
#: or return first truthy (operand|value)
#: and return first falsy (operand|value)
#! and and or [always] return bool
so = (0 or "a") == "a" and (1 and []) == []

#: (short-circuit evaluation skip|and and or short-circuit|or short-circuit|and short-circuit) [(second operand|right operand)]
#: (and|or|and and or) (skip|does not evaluate) (second|right) operand
seen = []
so = (True or seen.append(1)) and not (False and seen.append(1)) and seen == []

#: else (block|clause|branch) of try (run|is executed|execute) [only] (if|when) (no exception was raised|no exception occurred|no exception is raised|nothing was raised|there was no exception)
#: the else (block|clause|branch) (of|in) try [only] (run|is executed|execute) [only] (if|when) (no exception was raised|no exception occurred|no exception is raised|there was no exception)
seen = []
for bad in (False, True):
    try:
        if bad:
            raise KeyError
    except KeyError:
        pass
    else:
        seen.append(bad)
so = seen == [False]

#: bare except catch everything [(including|even) (keyboardinterrupt|systemexit|keyboardinterrupt and systemexit)]
def act():
    try:
        raise KeyboardInterrupt
    except:
        return True
so = act()

#: exception variable is (deleted|removed|unbound) (at|after) (end of except block|except block|the end of the except block)
#: the exception variable is (deleted|removed|unbound) (at|after) (end of except block|except block)
def act():
    try:
        raise KeyError
    except KeyError as error:
        pass
    return error
so = raises(UnboundLocalError, act)

#: (chaining|raise from|raise ... from) set __cause__
#: exception can be chained (with raise from|with raise...from)
try:
    raise KeyError from ValueError()
except KeyError as error:
    so = isinstance(error.__cause__, ValueError)

#: global variable can be read without global
#: (reading|you can read) global variable without global
x = 5
def act():
    return x
so = act() == 5

#: (assigning to|rebinding|modifying|changing) global variable (inside|in|from) function (require|need) global [(keyword|statement|declaration)]
count = 0
def act():
    count = 1
act()
so = count == 0

#: nonlocal is (needed|required|used) to (rebind|assign to|modify) variable of (enclosing|outer) function
#: nonlocal (rebind|let you rebind|allow rebinding) variable (of|in|from) enclosing (function|scope)
def outer():
    count = 0
    def inner():
        nonlocal count
        count = 1
    inner()
    return count
so = outer() == 1

#: hash of list <raises> typeerror
#: hashing list <raises> typeerror
so = raises(TypeError, hash, [])

#: is always check id
#: is can not be overridden
#: == can be overridden
class Same:
    def __eq__(self, other):
        return True
so = Same() == Same() and (Same() is Same()) is False

#: del [x] <removes> [the] name [x] [not object]
#: del (remove|delete|unbind) name [not object]
#: del does not (delete|free|destroy) object
given = kept = [1]
del given
so = kept == [1]

#: id return unique int for each (living|live) object
#: id is (memory address|address of object in memory|address of object)
one, two = [], []
so = id(one) != id(two) and isinstance(id(one), int)

#: json null become none
#: null become none
import json
so = json.loads("null") is None

#: json.dumps <raises> typeerror for (set|datetime|datetime object|bytes|custom object)
#: (datetime|datetime object|set) is not json serializable [by default]
#: json can not serialize (set|datetime|datetime object)
import datetime, json
so = all(raises(TypeError, json.dumps, one) for one in ({1}, datetime.datetime(2020, 1, 1), b"a", object()))

#: re.match [only] (match|look) [only] at (beginning|start) of str
#! re.match (search|look|match) anywhere in str
import re
so = re.match("b", "ab") is None and re.search("b", "ab") is not None

#: dict.setdefault insert key (if|when) (it is missing|missing|it is not there|it is absent)
#: dict.setdefault return (existing value|value of key)
given = {"a": 1}
so = (given.setdefault("a", 2), given.setdefault("b", 3)) == (1, 3) and given["b"] == 3

#: str.join accept any iterable of str
#: "".join accept any iterable of str
so = "-".join(one for one in "ab") == "a-b"

#: (dict|set) (changed size during iteration|size change during iteration) <raises> runtimeerror
#: (changing|modifying|adding to|deleting from) (dict|set) (while iterating over it|during iteration|while iterating) <raises> runtimeerror
#: (dict|set) can not (change size|be changed|be modified) (during iteration|while iterating over it)
given = {1: 1}
def act():
    for key in given:
        given[key + 1] = 1
so = raises(RuntimeError, act)

#: walrus operator (assign|assigns) and return value
#: := (assign|assigns) and return value
so = (value := 5) == 5 and value == 5

#: str is sequence of unicode (character|code point)
so = len("\u00e4\U0001f600") == 2
