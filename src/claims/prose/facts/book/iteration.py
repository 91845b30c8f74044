"""Facts about iterators, generators and comprehensions."""

#: [once] [a] generator [is] [(has been|is)] <exhausted> [,] (iterating|looping) over it [again|a second time] (<returns>|do|does|produce|give|yield) nothing
#: (iterating|looping) over [an|a] <exhausted> (generator|iterator) [again] (<returns>|does|give|yield) nothing
#: [a] second (loop|iteration|pass|for loop) [over (it|generator|same generator|iterator)] (<returns>|does|give|yield|see|find) nothing
#: <exhausted> (generator|iterator) (<returns>|yield|give) nothing [more]
#: generator can not be (reset|restarted|rewound|reused|iterated again|iterated twice)
#: (iterating|calling list on) (it|generator) [a] second time <returns> (nothing|empty list)
made = (one for one in "ab")
list(made)
so = list(made) == []

#: <exhausted> iterator (always|keep|continue to) (raise|raising) stopiteration
#: iterator (must|should|keep) (keep|keeps|raising) [raising] stopiteration
made = iter([])
so = raises(StopIteration, next, made) and raises(StopIteration, next, made)

#: (next|next with default|next(it, default)) <returns> default [instead of raising stopiteration] [<if> (iterator is exhausted|exhausted)]
#: next (accept|take) [(an|optional|a)] default [(value|argument|as second argument)]
so = next(iter([]), 5) == 5

#: (calling next on|next on) [a|an] <exhausted> (generator|iterator) <raises> stopiteration
#: next <raises> stopiteration [<if> (there is no more (item|element|value)|iterator is exhausted|nothing is left|it is exhausted|no item is left|generator is exhausted|no more item)]
#: (when|once|if) (there is no more (item|element|value|data)|iterator is exhausted|no item remain|generator finish) [,] (next|__next__|it) <raises> stopiteration
#! next <returns> none [<if> (iterator is exhausted|there is no more item|exhausted)]
#: stopiteration is raised when [(an|the)] (iterator|generator) is (exhausted|empty|finished|used up)
#: [an|the] exhausted (iterator|generator) <raises> stopiteration
#: next (raise|raises) stopiteration (when|if|once) [(an|the)] (iterator|generator) is (exhausted|empty|finished)
#: (next|calling next on exhausted iterator) <raises> stopiteration
so = raises(StopIteration, next, iter([]))

#: (for loop|for statement|for) (catch|handle|handles|swallow|catches) [the] stopiteration [(automatically|for you|silently)]
#: (for loop|for) (call|calls) (iter|__iter__|iter on object|next|next repeatedly|iter and then next)
class Pot:
    def __iter__(self):
        return self
    def __next__(self):
        raise StopIteration
so = list(Pot()) == [] and [one for one in Pot()] == []

#: (object with|class with|class that define|object that define|class defining) __getitem__ [(but no|without)] [__iter__] (is|can be) (iterable|iterated|iterated over)
#: (iter|for|iteration) fall back to __getitem__ [<if> there is no __iter__]
class Pot:
    def __getitem__(self, at):
        return [1, 2][at]
so = list(Pot()) == [1, 2]

#: iterator <returns> itself from [its] __iter__ [method]
#: (__iter__|iter) of iterator <returns> (self|itself|iterator itself)
#: iterator['s] __iter__ <returns> (self|itself)
#: (calling iter on|iter of) iterator <returns> (it|same iterator|same object|itself|iterator itself)
made = iter([1])
so = iter(made) is made

#: (calling iter on|iter of|iter on) [a] list <returns> new [independent] iterator [each time]
#: (list|iterable|range) <returns> (new|fresh) iterator [(each time|every time|on call)]
#: list can be iterated (many|multiple|several) time
given = [1]
so = iter(given) is not iter(given)

#: range [object] can be iterated (many time|multiple time|several time|repeatedly|more than once|again and again|over and over|any number of time) [(has|,)] [(length|and has length)]
#: range is not (iterator|generator)
#: range is [(lazy|immutable)] sequence [(type|not iterator|not generator)]
#: range is (reusable|re-iterable)
#! range is (generator|iterator)
#! range can [only] be iterated [only] once
made = range(3)
so = list(made) == list(made) and raises(TypeError, next, made)

#: range (support|supports|has|allow) (len|slicing|indexing|in|slicing and indexing|indexing and slicing|in test|membership test|len and indexing|negative index|constant-time membership test|indexing, slicing and len|len and in)
#: (slicing range|slice of range) <returns> [(another|new)] range
made = range(10)
so = len(made) == 10 and made[2:4] == range(2, 4) and 3 in made and made[-1] == 9

#: range does not (store|create|build|hold|keep|allocate|generate|materialize) [(all|its|whole list of|list of|every)] (number|value|item|list|element) [in memory]
#: range (take|use|uses|takes|need|require) [(the)] same [(small|constant)] [amount of] memory [(no matter|regardless)]
#: range (take|use|uses) constant memory
#: range (compute|generate|produce|calculate) [(its|the)] (number|value|item) (on demand|lazily|as needed|on the fly)
#: range is [(lazy)] object [that] (generate number on demand|produce number lazily)
import sys
so = sys.getsizeof(range(10)) == sys.getsizeof(range(10 ** 9))

#: range <returns> [a] range object [not list]
#: range (is|<returns>) (object|immutable sequence) [not list]
#: range does not <returns> list
#! range <returns> [a] list [of (number|int)]
#! range <returns> [an] (iterator|generator)
so = type(range(3)) is range

#: range(5) (start|starts) at (0|zero)
#: range (start|starts|count) (at|from) (0|zero) [by default]
#: range (include|includes) start [value] (but|and) (exclude|excludes|not) (stop|end) [value]
#! range (start|starts) at (1|one) [by default]
#! range (include|includes) [(its|the)] (end|stop|end value|stop value|upper bound|last value)
so = list(range(3)) == [0, 1, 2] and list(range(1, 3)) == [1, 2]

#: range <accepts> only int
#: range does not (accept|support|work with) float
#: range <raises> typeerror for float [argument]
#: float step is <forbidden> [in range]
#! range <accepts> float
so = raises(TypeError, range, 0, 1, 0.5)

#: range with step [of] (0|zero) <raises> valueerror
#: step of range (must not|can not) be zero
so = raises(ValueError, range, 0, 5, 0)

#: (map|filter|zip|map and filter|map, filter and zip|enumerate|reversed) <returns> [(lazy|a lazy|one-shot|single-use)] iterator [(in 3|object)] [not list]
#: (map|filter|zip|map and filter|map, filter and zip|enumerate) (is|are) (lazy|evaluated lazily|lazily evaluated)
#: (map|filter|zip|map and filter) (does not|do not) <returns> list
#: (map|filter|zip|map and filter|map, filter and zip) object can [only] be (iterated|consumed) [only] once
#: (result of map|map object|filter object|zip object|result of zip|result of filter) is (iterator|exhausted after one pass|exhausted after one iteration|exhausted after first use)
#! (map|filter|zip|enumerate|reversed|map and filter|map, filter and zip) <returns> [(a|new|a new)] (list|tuple) [of (result|tuple|pair|item|element|value)]
made = map(str, [1])
so = list(made) == ["1"] and list(made) == [] and iter(made) is made

#: zip (stop|stops|end|truncate|truncates) (at|with|to|when|as soon as) (shortest|shorter) [(input|iterable|argument|one|sequence|list)] [is] [exhausted]
#: zip (silently drop|drop|ignore|discard|silently discard|silently truncate|silently ignore) [(extra|excess|surplus|remaining|leftover)] (item|element|value) [(of|in|from|left over in)] [(longer|longest|longer one)] [(iterable|input|list)]
#: zip (stop|truncate) [(at|to)] length of (shortest|shorter) (input|iterable|list|sequence)
#! zip (pad|fill) [(missing|shorter)] (value|element|iterable) [with none]
#: zip (stop|end|truncate) (at|with|to) the (shortest|shorter) [(input|iterable|argument|one|sequence)]
#: zip (stop|end) when the (shortest|shorter) [(input|iterable|argument|one)] is exhausted
#! zip (raise|throw) [a|an] (valueerror|error) (if|when) the (inputs|iterables|arguments|lists) has different length
so = list(zip([1, 2, 3], "ab")) == [(1, "a"), (2, "b")]

#: zip(strict=true) <raises> valueerror [<if> (length differ|iterable differ in length|input has different length|length does not match|iterable has different length)]
#: zip with strict=true <raises> valueerror [<if> (length differ|iterable differ in length|input has different length|length does not match|iterable has different length|iterable is not same length)]
#: strict=true (make|cause) zip <raises> valueerror
eval("zip(strict=True)")
so = raises(ValueError, lambda: list(zip([1], [], strict=True)))

#: (zip|zip of) with no (argument|iterable) <returns> empty (iterator|list)
#: `zip(*rows)` transpose [matrix]
so = list(zip(*[(1, 2), (3, 4)])) == [(1, 3), (2, 4)]

#: enumerate (yield|<returns>|produce) (tuple|pair|index-value pair|index and value|(index, value) tuple|tuple of index and value|pair of index and value|index-value tuple)
#: enumerate (start|starts|count|counts) (at|from|with) (0|zero) [by default] [unless]
#: enumerate <accepts> (start|start argument|start value|optional start argument|start parameter)
so = list(enumerate("a", 1)) == [(1, "a")] and list(enumerate("a")) == [(0, "a")]

#: reversed (does not|never) (copy|modify|change|create copy of|mutate) [(list|sequence|original)]
#: reversed (require|need|requires) [a] sequence [or __reversed__]
#: reversed does not work (on|with) (generator|iterator|set|arbitrary iterator)
#: generator can not be reversed [directly]
so = raises(TypeError, reversed, (one for one in "ab")) and raises(TypeError, reversed, {1})

#: generator expression (is|are) (lazy|evaluated lazily|lazily evaluated|not evaluated until iterated|evaluated on demand)
#: generator expression (does not build|do not build|does not create|avoid building|avoid creating) [(whole|full|intermediate|entire)] list [in memory]
seen = []
made = (seen.append(one) for one in "ab")
so = seen == []

#: (first|outermost|leftmost) iterable of generator expression is evaluated immediately
def act():
    return (one for one in missing_name)
so = raises(NameError, act)

#: (list comprehension|comprehension) (variable|loop variable) (does not leak|is local|stay local|is not visible outside|is local to comprehension|do not leak) [(into|to|outside) [(enclosing|surrounding|outer)] [scope|comprehension]]
#: comprehension (has|have|create|run in) [its|their] [own] [local|new] scope
#! (list comprehension|comprehension) (variable|loop variable) leak [(into|to|outside)] [(enclosing|surrounding|outer)] [scope]
one = "kept"
made = [one for one in "ab"]
so = one == "kept"

#: (generator function|function with yield|calling generator function) does not (run|execute|start) (until|before) (next is called|first next|iterated|it is iterated|you iterate|first call to next|next is called on it)
#: (code|body) of generator [function] does not (run|execute|start) (until|before) (next is called|first next|it is iterated|first call to next)
seen = []
def many():
    seen.append(1)
    yield 2
made = many()
before = list(seen)
next(made)
so = before == [] and seen == [1]

#: (sending|calling send with|send) [a] non-none (value) [to] [a] (just-started|just started|unstarted|fresh|new) generator <raises> typeerror
#: generator must be (primed|advanced to first yield|started) (before|with next before) [sending|send|you can send]
def many():
    got = yield
made = many()
so = raises(TypeError, made.send, 5)

#: (value of yield expression|yield|yield expression) (is none|<returns> none|evaluate to none) (when|if|with) (next is used|resumed by next|generator is advanced with next|next)
def many():
    got = yield 1
    yield got
made = many()
next(made)
so = next(made) is None

#: (generator.close|.close|close|closing generator) raise generatorexit (inside|in|at|within) [(generator|it|yield|point of suspension)]
#: (generator.close|.close|closing generator) (run|trigger|execute) [(its|any)] finally [(block|clause)]
seen = []
def many():
    try:
        yield 1
    except GeneratorExit:
        seen.append("exit")
        raise
    finally:
        seen.append("end")
made = many()
next(made)
made.close()
so = seen == ["exit", "end"]

#: (generator.throw|.throw) raise [(an|given|the)] exception (inside|in|at) [(generator|yield|paused yield)]
def many():
    try:
        yield 1
    except KeyError:
        yield 2
made = many()
next(made)
so = made.throw(KeyError()) == 2

#: yield from <returns> return value of [(sub|inner)] [generator|subgenerator]
#: (value of|result of) yield from [expression] is return value of (subgenerator|inner generator|sub-generator|generator)
#: return value of (subgenerator|inner generator|generator) (is|become) (value|result) of yield from [expression]
seen = []
def inner():
    yield 1
    return 5
def outer():
    seen.append((yield from inner()))
list(outer())
so = seen == [5]

#: (raising stopiteration|stopiteration raised|stopiteration) (inside|in|within) generator (is turned into|become|is converted to|turn into|raise|is replaced by) [a] runtimeerror
def many():
    raise StopIteration
    yield
so = raises(RuntimeError, next, many())

#: generator (is|implement|support) iterator [protocol]
#: generator (object|function) (has|have|implement) (__iter__ and __next__|both __iter__ and __next__|__next__)
made = (one for one in "ab")
so = iter(made) is made and hasattr(made, "__next__")

#: iterator (implement|must implement|need|has|define|must define|require|is object with) [(both)] (__iter__ and __next__|__next__ and __iter__|__next__)
#: iterable (implement|must implement|need|has|define|must define|require|is object with) __iter__ [(that|which) <returns> iterator]
from collections.abc import Iterable, Iterator
so = hasattr(Iterator, "__next__") and hasattr(Iterator, "__iter__") and not hasattr(Iterable, "__next__")

#: (itertools.zip_longest|zip_longest) (pad|pads|fill|fills) [(shorter|missing|in missing)] [(iterable|value|input|sequence|one)] with (none|fillvalue|none by default)
#: (itertools.zip_longest|zip_longest) (continue|go on|run) until longest (iterable|input) is exhausted
import itertools
so = list(itertools.zip_longest([1, 2], "a")) == [(1, "a"), (2, None)]

#: (itertools.chain.from_iterable|chain.from_iterable) (flatten|flattens) [one level] [of nesting]
#: (itertools.chain.from_iterable|chain.from_iterable) (take|takes|accept|accepts) [a] [single] iterable (of iterable|that yield iterable)
#: itertools.chain (take|takes|accept) (iterable as separate argument|several iterable|multiple iterable)
import itertools
so = list(itertools.chain.from_iterable([[1], [2]])) == [1, 2] == list(itertools.chain([1], [2]))

#: (itertools.count|itertools.cycle|itertools.repeat|count|cycle|itertools.count and itertools.cycle|itertools.repeat without times) is (infinite|endless|unbounded)
#: (itertools.count|itertools.cycle|itertools.repeat|count|cycle|itertools.repeat without times) (never stop|never end|run forever|yield forever|<returns> infinite (iterator|sequence)|count forever|repeat forever|repeat endlessly)
import itertools
made = [itertools.count(), itertools.cycle("a"), itertools.repeat(1)]
so = all(len(list(itertools.islice(one, 2000))) == 2000 for one in made)

#: (itertools.groupby|groupby) (group|groups) [only] (consecutive|adjacent) [(equal|identical)] (key|item|element|value|run)
#: (itertools.groupby|groupby) does not sort [(input|its input|data)]
#: (itertools.groupby|groupby) (require|expect|need) (sorted|pre-sorted|input sorted by key) [(input|data|iterable)]
#: input (of|to|for) (itertools.groupby|groupby) (must|should|need to|has to) be sorted [(by|on)] [same] [key]
import itertools
so = [key for key, _ in itertools.groupby("aab" "a")] == ["a", "b", "a"]

#: (itertools.islice|islice) does not (support|accept|allow) negative (index|indices|value|argument|number)
#: (itertools.islice|islice) <raises> valueerror for negative (index|indices|value|argument)
import itertools
so = raises(ValueError, itertools.islice, [1], -1)

#: (itertools.permutations|permutations) (treat|treats) element as unique (based on position|by position)
#: (itertools.combinations|combinations) (does not repeat|never repeat) element
#: (itertools.product|product) (is equivalent to|is like|correspond to|is same as) nested [for] loop
import itertools
so = list(itertools.product([1, 2], "ab")) == [(one, two) for one in [1, 2] for two in "ab"]

#: (itertools.accumulate|accumulate) (<returns>|yield|compute) running (total|sum) [by default]
import itertools
so = list(itertools.accumulate([1, 2, 3])) == [1, 3, 6]

#: (itertools.takewhile|takewhile) (stop|stops) at first (false|falsy|failing) (element|item|value|result)
#: (itertools.takewhile|takewhile) (stop|stops) as soon as [predicate] (is false|fail|become false|is falsy)
import itertools
so = list(itertools.takewhile(lambda one: one < 2, [1, 2, 1])) == [1]

#: (itertools.tee|tee) <returns> [(two|n|several)] independent iterator
#: (itertools.pairwise|pairwise) <returns> (overlapping|consecutive|successive) [overlapping] pair
import itertools
so = list(itertools.tee([1, 2])[1]) == [1, 2]

#: (membership test|in operator|in) (consume|advance|exhaust) (iterator|generator|part of iterator)
#: (testing membership|using in) (on|with|of) (generator|iterator) (consume|exhaust) it
made = iter([1, 2, 3])
so = 2 in made and list(made) == [3]

#: else [(clause|block|branch)] (of|on) [(for|while|for/while)] [loop] (run|is executed|execute) (if|when|only if|only when|unless) (loop (did not|does not) (break|hit break)|there is no break|no break (occur|happen|is hit|was executed|is executed|was hit)|loop finish without break|loop end normally|loop complete normally|loop (is not|was not) terminated by break|loop run to completion)
#: else [(clause|block|branch)] (of|on) [(for|while)] [loop] is skipped (if|when|by) (loop break|break|break is executed|loop is exited with break)
seen = []
for one in "ab":
    pass
else:
    seen.append(1)
for one in "ab":
    break
else:
    seen.append(2)
so = seen == [1]

#: dict comprehension (keep|use|<keeps>) last value for duplicate key
#: set comprehension <removes> duplicate
so = {one % 2: one for one in range(4)} == {0: 2, 1: 3} and len({one % 2 for one in range(9)}) == 2

#: (sorted|sorting|.sort|list.sort|python's sort|sorting algorithm|sort) is [guaranteed to be] stable
#: (sorted|.sort|list.sort|timsort) (preserve|keep|<keeps>) [(relative|original)] order of (equal|equal-key|tied) (element|item|key|record)
#: (equal element|equal item|element that compare equal|item with equal key|element with same key|element with equal key|record with same key) (keep|<keeps>|stay in) [their] [(original|relative|input)] order
given = [(1, "b"), (0, "x"), (1, "a")]
so = [two for _, two in sorted(given, key=lambda pair: pair[0])] == ["x", "b", "a"]

#: (sorted|sorted on|sorted of|sorting) [a] dict <returns> [sorted] [list of] [its] [sorted] key
so = sorted({2: 1, 1: 2}) == [1, 2]

#: reverse=true (preserve|keep|maintain) (stability|sort stability|original order of equal element|order of equal element)
given = [(1, "b"), (1, "a")]
so = sorted(given, key=lambda pair: pair[0], reverse=True) == given
