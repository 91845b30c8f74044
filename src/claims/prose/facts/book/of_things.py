"""Facts about what things can do, whichever thing it is."""

#: {thing} is mutable [(type|sequence|object|collection|container|structure|mapping)]
#: {thing} can be (changed|modified|mutated|altered) [in place] [after (creation|they is created|it is created|it has been created|they have been created)]
#! {thing} is (immutable|not mutable) [(type|sequence|object|collection|container|structure)]
#! {thing} (can|could) not be (changed|modified|mutated|altered) [in place] [(after|once) (creation|they is created|it is created|it has been created|they have been created|created)]
#! {thing} does not change [after creation]
#! once created {thing} can not be (changed|modified|altered|mutated)
#! {thing} is immutable [(type|sequence|object|collection|container)] [(by default|by design)]
so = mutable(make())

#: {thing} is (hashable|valid dict keys|valid keys) [(type|object|by default)]
#: {thing} (can be|work|works|may be|is allowed) [used] as [the] [(dict|dictionary)] (key|keys) [(in|of) a (dict|dictionary)] [and (set members|members of sets|elements of a set|set elements)]
#: {thing} is valid as [(dict|dictionary)] (key|keys) [and (set members|set elements)]
#: {thing} can be [used as] [(dict|dictionary)] (key|keys)
#: {thing} can be (put into|put in|added to|stored in|elements of|members of) a set
#! {thing} is (unhashable|not hashable) [(type|object)]
#! {thing} can not be [used] as [the] [(dict|dictionary)] (key|keys) [(in|of) a (dict|dictionary)]
#! {thing} can not be [used as] [(dict|dictionary)] (key|keys)
#! {thing} can not be (put into|put in|added to|stored in|elements of|members of) a set
#! you can not (put|add|store) {thing} (in|into|to) a set
#! you can not use {thing} as a [(dict|dictionary)] key
#! {thing} does not have a hash
so = works(hash, make())

#: {thing} is ordered [(collection|sequence|container|mapping)]
#: {thing} has [a] (order|defined order|fixed order)
#! {thing} is (unordered|not ordered) [(collection|container)]
#! {thing} (has no|does not have a) (order|defined order|fixed order)
if denied and issubclass(kind, dict):
    raise LookupError("dictionaries are equal whatever their order")
so = keeps_order(build)

#: {thing} is insertion-ordered
#: {thing} is (ordered by insertion|in insertion order|kept in insertion order) [order]
#: {thing} (keep|keeps|preserve|maintain|remember|guarantee) [the|their|its] (insertion order|order of insertion|order of their elements|order of its elements|order of their items|order)
#! {thing} does not (keep|preserve|maintain|remember|guarantee) [the|their|its|any] (order|insertion order|order of insertion)
so = keeps_order(build)

#: {thing} (allow|contain|may contain|can contain|have|can hold|hold|permit) duplicate [(value|element|item)]
#: (allow|duplicate allowed in) duplicate in {thing}
#! {thing} does not (allow|contain|have|hold|permit|keep) [any] duplicate [(value|element|item)]
#! {thing} can not (contain|have|hold) [any] duplicate [(value|element|item)]
#! {thing} (contain|have|hold|allow|allows|with|has) no duplicate [(value|element|item)]
#! {thing} is no duplicate
#! {thing} automatically (remove|discard|drop|eliminate|filter out) duplicate [(value|element|item)]
#! {thing} (remove|discard|drop|eliminate|filter out) duplicate [automatically]
#! {thing} (contain|hold|store|keep) unique (element|value|item|key)
so = len(list(build([1, 1]))) == 2

#: {thing} (support|allow|can is accessed by|offer) (indexing|index access|random access|access by index|indexing and slicing|index)
#: {thing} is (indexable|subscriptable|indexed)
#: {thing} can be indexed
#! {thing} (does not support|does not allow|does not have|do not offer) (indexing|index access|random access|access by index|indexing or slicing)
#! {thing} is not (indexable|subscriptable)
#! {thing} can not be indexed
so = any("__getitem__" in vars(one) for one in type(make()).__mro__)

#: {thing} (has|have|know) a (length|len)
#: {thing} support (len|len())
#! {thing} does not (have|has|know|support) (a length|length|len|len() ) [or random access]
#! {thing} has no (length|len)
#! you can not take the length of {thing}
#! len does not work (on|for|with) {thing}
so = works(len, make())

#: {thing} is iterable
#: {thing} can be iterated [over]
#! {thing} is not iterable
so = works(iter, make())

#: {thing} is [also] iterator
#! {thing} is not [itself|themselves] iterator
from collections.abc import Iterator
so = isinstance(make(), Iterator)

#: {thing} can [only] be (iterated|consumed|used|traversed|looped over|iterated over) [only] once
#: {thing} can be (iterated|consumed|used|traversed|looped over|iterated over) [only] once
#: {thing} is (single-pass|single-use|exhausted after one pass|exhausted after one iteration|exhausted after a single pass|one-shot)
#: you can [only] (iterate over|iterate|consume|loop over|traverse) {thing} [only] once
#: {thing} can not be (reused|rewound|iterated twice|restarted|reset)
#! {thing} can be (iterated|consumed|used|traversed|looped over|iterated over) (several times|multiple times|twice|many times|more than once|again and again|as often as you like)
#! {thing} can be (reused|restarted|rewound)
thing = make()
list(thing)
so = list(thing) == []

#: {thing} is (lazy|evaluated lazily|lazily evaluated|computed lazily)
#: {thing} (produce|yield|compute|generate) (value|values|item|items|their values|their items|them) (lazily|on demand|one at a time|on the fly)
#! {thing} is eager
#: {thing} does not (store|hold|keep) [(all|their|its)] [(value|item|element)] in memory
seen = []
def source():
    for item in (1, 2, 3):
        seen.append(item)
        yield item
thing = build(source())
so = seen == [] or kind is range

#: {thing} is callable
#! {thing} is not callable
so = callable(make())

#: {thing} is (falsy|false|false in a boolean context)
#! {thing} is truthy
so = not make()

#: empty {thing} is (falsy|false|false in a boolean context|falsey|considered false|evaluated as false)
#: empty {thing} (evaluate|evaluates) to false [in a boolean context]
#: empty {thing} (count|counts) as false
#! empty {thing} is (truthy|true|considered true)
#! empty {thing} evaluate to true
so = not build([])

#: {thing} is singleton
#: there is one {thing}
if kind is not type(None) and kind.__name__ != "Colour":
    raise LookupError("there are many of them")
so = make() is make()

#: pickle can not (handle|serialize) {thing}
#: {thing} can not be pickled
#: {thing} is not (picklable|pickleable)
#: {thing} can not be serialized with pickle
#! {thing} can be pickled
#! {thing} is (picklable|pickleable)
import pickle
so = kind.__name__ not in ("Pair", "Point", "Colour") and raises(Exception, pickle.dumps, make())

#: {thing} is (json serializable|json-serializable|serializable to json) [by default]
#: {thing} (serialize|can be serialized|serializes) to json [by default]
#! {thing} is not (json serializable|json-serializable|serializable to json) [by default]
#! {thing} does not serialize to json [by default]
#! {thing} can not be serialized to json [by default]
import json
so = works(json.dumps, make())

#: {thing} is subclass of (tuple|tuples)
#: {thing} is tuple
so = issubclass(kind, tuple)

#: {thing} is subclass of int
#: {thing} is [a kind of] int
so = issubclass(kind, int)

#: {thing} is subclass of (dict|dicts)
so = issubclass(kind, dict)

#: {thing} is subclass of (bool|bools)
so = issubclass(kind, bool)

#: {thing} (is|are) smaller than [(equal|equivalent)] (list|lists) [in memory]
#: {thing} (use|take|need|take up) less (memory|space|room) than [(equal|equivalent)] (list|lists)
#: {thing} is more memory-efficient than (list|lists)
#! {thing} is (larger|bigger) than [(equal|equivalent)] (list|lists)
#! {thing} (use|take|need|take up) more (memory|space|room) than [(equal|equivalent)] (list|lists)
import sys
sizes = [sys.getsizeof(build(range(count))) < sys.getsizeof(list(range(count))) for count in (1, 3, 10, 100, 1000)]
if any(sizes) != all(sizes):
    raise LookupError("it depends on how many there are")
so = all(sizes)

#: {thing} is smaller than (tuple|tuples) [in memory]
#: {thing} (use|take|need|take up) less (memory|space|room) than (tuple|tuples)
#! {thing} is (larger|bigger) than (tuple|tuples)
#! {thing} (use|take|need|take up) more (memory|space|room) than (tuple|tuples)
import sys
sizes = [sys.getsizeof(build(range(count))) < sys.getsizeof(tuple(range(count))) for count in (1, 3, 10, 100, 1000)]
if any(sizes) != all(sizes):
    raise LookupError("it depends on how many there are")
so = all(sizes)

#: {thing} (has|have|carry) a __dict__
#! {thing} does not (have|has) a __dict__
so = hasattr(make(), "__dict__")

#: {thing} (support|have|has) _asdict [method]
so = hasattr(make(), "_asdict")
