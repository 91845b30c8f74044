"""Facts about built-in types, functions and operators."""

#: [the] (dict key|key of dict|key of a dict|dict's key) must be (hashable|immutable)
#: (set elements|elements of sets|set members|members of a set|elements of a set|set items) must be hashable
#: (keys|keys of a dict) must be hashable
#: dict key (has to be|need to be|have to be) (hashable|immutable)
#: only hashable (object|type|value|key) can be [(used as)] dict key
#! (dict key|keys of dict) can be any object
so = raises(TypeError, lambda: {[]: 1}) and raises(TypeError, lambda: {[]})

#: empty (containers|collections|sequences) (is|evaluate to|count as|are considered) (falsy|false)
#! empty (containers|collections|sequences) (is|evaluate to|count as|are considered) (truthy|true)
so = not any(map(bool, [[], (), {}, set(), "", b"", range(0), frozenset()]))

#: (0|zero) is (falsy|false in a boolean context)
so = not 0 and not 0.0

#: all (generators|generator) is iterator
#: every generator is iterator
#: generator is iterator
from collections.abc import Generator, Iterator
so = issubclass(Generator, Iterator) and isinstance((n for n in ()), Iterator)

#: not (all|every) iterator is generator
so = not isinstance(iter([]), type(n for n in ()))

#: not every iterable is iterator
so = not hasattr([], "__next__")

#: (map|zip|filter|enumerate|reversed|map and filter) return [a|an] [lazy] (iterator|iterators|iterator object) [objects]
#: (map|zip|filter|enumerate|map and filter) is (lazy|evaluated lazily)
#: (map|zip|filter|enumerate|map and filter) does not return list
#! (map|zip|filter|enumerate|reversed|map and filter) return [a|an] [new] (list|lists)
from collections.abc import Iterator
so = all(isinstance(made, Iterator) for made in (map(str, []), zip(), filter(None, []), enumerate([]), reversed([])))

#: zip (stop|end|truncate) (at|with|to) the (shortest|shorter) [(input|iterable|argument|one|sequence)]
#: zip (stop|end) when the (shortest|shorter) [(input|iterable|argument|one)] is exhausted
#! zip (raise|throw) [a|an] (valueerror|error) (if|when) the (inputs|iterables|arguments|lists) has different length
so = list(zip([1, 2, 3], "ab")) == [(1, "a"), (2, "b")]

#: sorted (return|returns|give|create|creates|build) [a] new [sorted] list
#: sorted [the] original [(list|is)] (unchanged|untouched|intact)
#: sorted (leave|keep) [the] original [(list|iterable)] (unchanged|untouched|alone|intact)
#: sorted does not (change|modify|mutate) [the|its] (original|original list|argument|input|list)
#! sorted (sort|work) in place
#! sorted (return none|in place|in-place)
#! sorted (change|modify|mutate) [the|its] (original|original list|argument|input|list)
given = [2, 1]
made = sorted(given)
so = made == [1, 2] and given == [2, 1] and made is not given

#: sorted (work|works) (on|with|for) (any|every|all) (iterable|iterables)
#: sorted (accept|accepts|take|takes) any iterable
so = all(works(sorted, given) for given in ((2, 1), {2, 1}, "ba", {2: 1}, iter([2, 1]), range(3)))

#: (list.sort|sort|.sort) (sort|work|works|operate|modify the list|modify list) in place [and return none]
#: (list.sort|sort|.sort|list.reverse) (return|give) none
#: (list.sort|sort|.sort) (modify|change|mutate) [the] [original] list
#: (list.sort|.sort) (in-place|in place|is in-place|is in place)
#! (list.sort|.sort|list.reverse) return [a|the] [new] [sorted] list
#! (list.sort|.sort) return [the] sorted list
given = [2, 1]
so = given.sort() is None and given == [1, 2] and given.reverse() is None

#: (list.sort|.sort) (only work on|work only on|exist only for|only exist for|is only for|is only defined for|is list-only) list
#! (list.sort|.sort) (work|works) on any iterable
so = hasattr(list, "sort") and not any(hasattr(kind, "sort") for kind in (tuple, set, str, dict, range))

#: (list.append|append|list.extend|list.insert|extend) (return|give) none
#: (list.append|list.extend) (modify|change) [the] list in place
#! (list.append|list.extend|list.insert) return [the|a] [new] [(modified|updated|changed)] list
so = [].append(1) is None and [].extend([1]) is None and [].insert(0, 1) is None

#: (sort|sorting|sorted|list.sort|sort algorithm|timsort|[the] sort|built-in sort) is stable [sort]
#: [the] (sort|sorting|timsort|sorted) (is guaranteed to be stable|keep equal elements in order|preserve the [relative] order of equal (elements|items))
#! (sort|sorting|sorted|list.sort|timsort|[the] sort) is (not stable|unstable)
pairs = [(key % 3, at) for at, key in enumerate(range(99, 0, -1))]
made = sorted(pairs, key=lambda pair: pair[0])
so = all(one < two for one, two in zip(made, made[1:]))

#: dict.keys return [a] view [(object|objects)]
#: dict.items return [a] view [(object|objects)]
#: dict.values return [a] view [(object|objects)]
#! (dict.keys|dict.items|dict.values) return [a] (list|copy)
given = {1: 2}
views = given.keys(), given.items(), given.values()
given[3] = 4
so = all(len(view) == 2 for view in views)

#: dict.fromkeys [(items|xs|seq)] (preserve|keep) [the] [insertion] order
#: (dict.fromkeys|dict.fromkeys(items)|dict.fromkeys(xs)|dict.fromkeys(seq)) (preserve|keep) [the] [insertion] order [and (remove duplicate|deduplicate)]
so = list(dict.fromkeys([3, 1, 3, 2, 1])) == [3, 1, 2]

#: (dict.get|.get|get) return none [(if|when|for) (the|a) (key is missing|missing key|missing keys|key does not exist|key is absent|key is not there)]
#! dict.get raise [a|an] (keyerror|error) [(if|when|for) (the|a) (key is missing|missing key|missing keys|key does not exist)]
so = {}.get("key") is None

#: d["x"] raise keyerror
#: dict lookup raise keyerror [(for|if|when) (missing key|key is missing|key is not found|key does not exist)]
#: (accessing|looking up|reading|access to) [a|an|the] (missing|absent|unknown|non-existent|nonexistent) key raise [a] keyerror
#: (a missing key|missing keys) raise [a] keyerror
#! (accessing|looking up|reading) [a|an|the] (missing|absent|unknown|non-existent|nonexistent) key return none
so = raises(KeyError, lambda: {}["key"])

#: indexing (past|beyond|behind) the end [of (a list|list|sequence|tuple)] raise [an] indexerror
#: (an index out of range|out-of-range index|index out of range) raise [an] indexerror
so = raises(IndexError, lambda: [1][5])

#: (slicing|slices|slice) (does not raise|does not fail|does not raise error|raise no) [an] [(indexerror|error|exception|exceptions)]
#: (slicing|out-of-range slice|slice) (past|beyond) the end does not raise [(indexerror|error|exception)]
so = [1][5:9] == []

#: (dividing|division) by (zero|0) raise [a] zerodivisionerror
#! (dividing|division) by (zero|0) (return|give) (inf|infinity|nan|none)
so = raises(ZeroDivisionError, lambda: 1 / 0) and raises(ZeroDivisionError, lambda: 1 // 0)

#: (adding|concatenating) [a|an] (str|int) (and|to|with) [a|an] (str|int) raise [a] typeerror
#: you can not (add|concatenate) [a|an] (str|int) (and|to|with) [a|an] (str|int)
so = raises(TypeError, lambda: "1" + 1) and raises(TypeError, lambda: 1 + "1")

#: is (compare|compares|check|checks|test|tests) [the] (identity|object identity|identities|id|the id)
#: is (check|checks|test|tests) (identity|id|if same object|if same object in memory|whether both are the same object|if both are the same object)
#: is (identity equality|object identity|identity)
#: == (value equality|equality)
#: == (compare|compares|check|checks|test|tests) [the] (value|values|equality|value equality)
#: is (check|test) (if|whether) two (name|variable|reference) (refer|point) to same object
#: the is operator (check|test) (if|whether) two (name|variable|reference) (refer|point) to same object
#: the is operator (compare|check|test) (identity|object identity|id)
#: the == operator (compare|check|test) (value|equality)
#! is (compare|compares|check|checks) [the] (value|values|equality)
#! == (compare|compares|check|checks) [the] (identity|identities|id)
one, two = [1], [1]
so = one == two and one is not two

#: == call [the] __eq__ [method]
calls = []
class Same:
    def __eq__(self, other):
        calls.append(other)
        return True
so = Same() == 1 and len(calls) == 1 and Same() is not Same() and len(calls) == 1

#: (is|==) two different object can be equal
#: two [different] objects can be equal [without being identical|but not identical]
#: two different objects can be equal
so = [1] == [1] and [1] is not [1]

#: nan (is not|does not) equal [(to|compare equal to)] (itself|anything)
#: nan != nan
#! nan (is|does) equal [to] itself
nan = float("nan")
so = nan != nan

#: float is (not exact|inexact|imprecise|approximate|approximations)
#: (0.1+0.2|0.1 + 0.2) (is not|does not) equal [(to|exactly)] 0.3
so = 0.1 + 0.2 != 0.3

#: round (use|uses) (banker's rounding|round half to even|half to even)
#: round (round|rounds) (half|halves|ties) to [the] [nearest] even [(number|neighbour|neighbor)]
#! round (round|rounds) (half|halves|ties) (up|away from zero)
so = [round(half) for half in (0.5, 1.5, 2.5, 3.5)] == [0, 2, 2, 4]

#: (integer division|floor division|//|int division) (round|rounds) (towards|toward|to) (negative infinity|minus infinity)
#: (floor division|//|int division) (round|rounds) down
#! (integer division|floor division|//|int division) (round|rounds) (towards|toward|to) zero
#! (integer division|floor division|//|int division) truncate
so = -7 // 2 == -4

#: int (has|have) (arbitrary|unlimited|unbounded) (precision|size)
#: int (can be|is) (arbitrarily large|unbounded|of arbitrary size|arbitrary-precision)
#: int does not overflow
#! int overflow [at] [(64 bit|32 bit|some point)]
so = 2 ** 200 + 1 - 2 ** 200 == 1

#: str concatenation create [a] new (object|str)
#: (concatenating|joining) strings create [a] new (object|str)
given = "a" * 40
made = given
made += "b"
so = made is not given

#: (slice|slicing) (create|return|make|produce) [a] (new list|copy|shallow copy|new object)
#: (slicing a list|slicing list|list slicing|slicing lists) (create|return|make|produce) [a] (new list|copy|shallow copy|new object)
#! (slicing a list|slicing list|slice) (return|create) [a] (view|deep copy)
given = [[1], 2]
made = given[:]
so = made is not given and made[0] is given[0]

#: (one-element|single-element) tuple (need|require) [a|the] (trailing comma|comma)
#: a tuple (of|with) one element (need|require) [a|the] (trailing comma|comma)
so = not isinstance((1), tuple) and isinstance((1,), tuple)

#: assignment does not (copy|create a copy of|duplicate) [an|the|any] [(object|value|objects|list|data)]
#: assignment (does not create|create no) [a] copy
#: assignment (bind|binds) [a] name
#! assignment (copy|copies|create a copy of|creates a copy of) [an|the] (object|value|list|data)
given = []
made = given
so = made is given

#: [the] set (1,1.0,true) has one element
so = len({1, 1.0, True}) == 1

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

#: json.dumps (turn|turns|convert|converts|serialize|serializes) tuple (into|to|as) (list|lists|arrays|json arrays)
#: tuple become list [in json]
import json
so = json.loads(json.dumps((1, 2))) == [1, 2]

#: (json object key|json key|key in json|keys in json|object keys in json) is str
#: json.dumps (turn|convert) int key into str
import json
so = json.loads(json.dumps({1: 2})) == {"1": 2}

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

#: list.pop (on|of|with) empty list raise indexerror
#: (popping from|pop from|popping) empty list raise indexerror
so = raises(IndexError, [].pop)

#: (next|calling next on exhausted iterator) raise stopiteration
so = raises(StopIteration, next, iter([]))

#: (converting|parsing) "abc" to int raise valueerror
#: int raise valueerror (for|on|if|when) [(the)] (invalid literal|str is not a number|non-numeric str|it can not parse the str)
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

#: except exception does not catch (keyboardinterrupt|systemexit|keyboardinterrupt or systemexit|keyboardinterrupt and systemexit)
#! except exception catch (keyboardinterrupt|systemexit|everything)
so = not issubclass(KeyboardInterrupt, Exception) and not issubclass(SystemExit, Exception)

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

#: hash of list raise typeerror
#: hashing list raise typeerror
so = raises(TypeError, hash, [])

#: is always check id
#: is can not be overridden
#: == can be overridden
class Same:
    def __eq__(self, other):
        return True
so = Same() == Same() and (Same() is Same()) is False

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

#: json.dumps raise typeerror for (set|datetime|datetime object|bytes|custom object)
#: (datetime|datetime object|set) is not json serializable [by default]
#: json can not serialize (set|datetime|datetime object)
import datetime, json
so = all(raises(TypeError, json.dumps, one) for one in ({1}, datetime.datetime(2020, 1, 1), b"a", object()))

#: re.match [only] (match|look) [only] at (beginning|start) of str
#! re.match (search|look|match) anywhere in str
import re
so = re.match("b", "ab") is None and re.search("b", "ab") is not None

#: (re.match|re.search) return none (if|when) (there is no match|nothing matches|nothing match|pattern does not match|no match is found)
import re
so = re.match("b", "a") is None and re.search("b", "a") is None

#: dict.setdefault insert key (if|when) (it is missing|missing|it is not there|it is absent)
#: dict.setdefault return (existing value|value of key)
given = {"a": 1}
so = (given.setdefault("a", 2), given.setdefault("b", 3)) == (1, 3) and given["b"] == 3

#: str.join accept any iterable of str
#: "".join accept any iterable of str
so = "-".join(one for one in "ab") == "a-b"

#: (dict|set) (changed size during iteration|size change during iteration) raise runtimeerror
#: (changing|modifying|adding to|deleting from) (dict|set) (while iterating over it|during iteration|while iterating) raise runtimeerror
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

#: f-string is evaluated at runtime
at = 5
so = f"{at + 1}" == "6"

#: (positional|keyword) argument can not follow (positional|keyword) argument
#: positional argument can not follow keyword argument
so = not compiles("f(a=1, 2)")
