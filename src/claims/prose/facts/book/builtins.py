"""Facts about built-in types and functions."""

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

#: d["x"] <raises> keyerror
#: dict lookup <raises> keyerror [(for|if|when) (missing key|key is missing|key is not found|key does not exist)]
#: (accessing|looking up|reading|access to) [a|an|the] (missing|absent|unknown|non-existent|nonexistent) key raise [a] keyerror
#: (a missing key|missing keys) raise [a] keyerror
#! (accessing|looking up|reading) [a|an|the] (missing|absent|unknown|non-existent|nonexistent) key return none
so = raises(KeyError, lambda: {}["key"])

#: indexing (past|beyond|behind) the end [of (a list|list|sequence|tuple)] raise [an] indexerror
#: (an index out of range|out-of-range index|index out of range) raise [an] indexerror
so = raises(IndexError, lambda: [1][5])

#: (slicing|slices|slice) (does not raise|does not fail|does not <raises> error|raise no) [an] [(indexerror|error|exception|exceptions)]
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
#! (is and ==|== and is) (does|mean|is) [the] same [thing]
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

#: [the] set (1,1.0,true) has one element
so = len({1, 1.0, True}) == 1
