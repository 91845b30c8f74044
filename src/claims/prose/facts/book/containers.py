"""Facts about lists, tuples, dictionaries and sets."""

#: two dict [(compare|is|compare as)] equal (if|when|regardless of) [they has same key (and value|/ value pair|value pair|and same value)] [order]
#: dict (comparison|equality) (ignore|does not depend on|does not consider) [(insertion|key)] order
#: (order|insertion order) does not matter (when comparing dict|for dict equality|for equality|in dict comparison)
#: dict with same item in different order is equal
#: two dict (is|compare) equal (if|when) they has same (key/value pair|key-value pair|item|key and value)
#! (dict equality|comparing dict) (depend on|consider) [insertion] order
so = {1: 2, 3: 4} == {3: 4, 1: 2}

#: dict key is unique
#: dict can not (has|contain) duplicate key
#! dict (can|may) (has|contain|hold) duplicate key
#: (duplicate|repeated) key in [a] dict literal [is] [(overwrite|allowed|overwritten|silently overwritten)] [earlier one|by last one]
#: assigning to existing key (overwrite|replace|update) [its] [old] value [but keep its position]
so = {1: "a", 1: "b"} == {1: "b"}

#: updating (existing key|value of existing key|existing value) does not change [its] (position|order|insertion order)
#: (updating|reassigning|overwriting) [an] existing key (keep|keeps|does not change) [its] [original] (position|order|place)
given = {1: 1, 2: 2}
given[1] = 3
so = list(given) == [1, 2]

#: (deleting|removing) [and] [then] (re-adding|reinserting|re-inserting|adding again|adding it again|inserting it again) [a] key (move|moves|put|puts) it [to] [at] [the] end
given = {1: 1, 2: 2}
del given[1]
given[1] = 1
so = list(given) == [2, 1]

#: iterating [over] dict <returns> [its] key
#: iterating over dict (iterate|loop|go) over [its] key
#: (for|looping over|iteration over) dict (yield|iterate over|give) [its] key
#: list of dict is list of its key
#! iterating over dict <returns> [its] (value|item|key-value pair|pair)
so = list({1: 2}) == [1]

#: in (check|test|checks|look|search) [the] [dict] key [(of|in|for|on) [a] dict] [not (value|values|its values)]
#: in on dict (check|test|search) key
#: membership test on dict (check|test|look at) key
#! in (check|test) value of dict
so = 1 in {1: 2} and 2 not in {1: 2}

#: (dict.keys|dict.values|dict.items|dict.keys, dict.values and dict.items|.keys|.values|.items|dict view|view object) (reflect|show|see|track|is updated with|update with) [(later|any|subsequent|all)] change [(to|of|in|made to)] [(dict|underlying dict)]
#: (dict.keys|dict.values|dict.items|dict view|.keys|.items|.values) <returns> [(live|dynamic|live dynamic)] view [object] [of dict]
#: (dict.keys|dict.values|dict.items|dict view|.keys|.items|.values) (is|<returns>) view [object] not (list|lists|copy)
#! (dict.keys|dict.values|dict.items|.keys|.values|.items|.keys and .values) <returns> [(a|new|a new)] (list|tuple|copy|iterator|set|generator) [(of|with|containing) [(all|its|the)] (key|value|item|pair|tuple|key-value pair)]
given = {1: 2}
view = given.keys()
given[3] = 4
so = list(view) == [1, 3] and type(given.items()).__name__ == "dict_items"

#: (dict.keys|.keys|dict key view|keys view|dict view) (support|behave like|act like|allow|is) set [(operation|like &|-like)]
#: dict key view is set-like
so = {1: 0, 2: 0}.keys() & {2, 3} == {2}

#: (dict.get|.get) <returns> none [instead of raising keyerror] [<if> <missing>] [by default]
#: (dict.get|.get) <returns> none by default
#: (dict.get|.get) does not raise [(keyerror|exception|error)] [<if> <missing>]
#: (dict.get|.get) never raise [keyerror]
#: (dict.get|.get) does not (insert|add|create) [(the|missing)] key
#! (dict.get|.get) <raises> keyerror [<if> <missing>]
#! (dict.get|.get) (insert|add) [(missing|the)] key
given = {}
so = given.get(1) is None and given == {}

#: (dict.pop|.pop on dict) <raises> keyerror [<if> <missing>] [(and|when|unless) (no default is given|no default is provided|default is given)]
#: (dict.pop) with default does not raise
#! dict.pop <returns> none <if> <missing>
so = raises(KeyError, {}.pop, 1) and {}.pop(1, None) is None

#: (dict.popitem|.popitem) (remove|pop|return|<removes>|remove and return) [(and|the)] [return] [the] (last|last inserted|most recently inserted|most recently added|last-inserted) (item|pair|key-value pair|key/value pair|entry)
#: (dict.popitem|.popitem) (is lifo|work in lifo order|follow lifo order|remove item in lifo order|return pair in lifo order)
#! (dict.popitem|.popitem) (remove|pop|return) [a|an] (random|arbitrary|first) (item|pair|key-value pair)
so = {1: 1, 2: 2}.popitem() == (2, 2)

#: (dict.popitem|.popitem) on empty dict <raises> keyerror
#: (dict.popitem|.popitem) <raises> keyerror <if> [(dict|it)] [is] (empty|empty dict)
so = raises(KeyError, {}.popitem)

#: (dict.fromkeys) (share|shares|use|uses|assign) [the] same (value|object|list|default) (for|between|among|to) all key
#: (dict.fromkeys) with mutable (value|default) share (it|same object) [(between|among)] [all key]
made = dict.fromkeys("ab", [])
so = made["a"] is made["b"]

#: dict.fromkeys preserve order
#: (dict.fromkeys|dict.fromkeys(items)|`list(dict.fromkeys(items))`) <removes> duplicate [(while|and|but)] [(preserving|keep|keeps|preserve)] [insertion] [order]
so = list(dict.fromkeys("banab")) == ["b", "a", "n"]

#: (`|`|pipe) (merge|merges|combine) [two] dict
#: (merging|merge) dict with `|` (create|return) new dict
#: `|` merge [two] dict
#: merge operator `|` (create|return) new dict
so = eval("{1: 1} | {2: 2}") == {1: 1, 2: 2}

#: when merging dict [the] (right|right-hand|right operand|last|rightmost|second) [(dict|operand|value|one)] (win|wins|take precedence|override)
#: value (from|of) [the] (right|second|last|right-hand) [(dict|operand)] (win|wins|take precedence|override|overwrite)
#: (dict.update|.update) (overwrite|replace|override) existing (key|value)
#! value (from|of) [the] (left|first) [(dict|operand)] (win|wins|take precedence)
given = {1: "a"}
given.update({1: "b"})
so = given == {1: "b"} == {**{1: "a"}, **{1: "b"}}

#: {} (create|is|creates|make) empty dict [not [(an)] [empty] set]
#: {} is (dict|empty dict) not set
#: (empty set|an empty set) (must be|is|can only be|has to be|need to be) (created|written|made|created only|written as) [(with|using|by|as)] set [not {}]
#: there is no literal for empty set
#! {} (create|is|creates) empty set
so = type({}) is dict and set() == set([])

#: (`(x)`|`(5)`) is [just] int not tuple
#: parenthes does not make tuple [comma does]
#: comma make[s] [the] tuple [not parenthes]
#: it is comma that make tuple
#: `(1)` is int
so = type((1)) is int and type((1,)) is tuple

#: tuple (can|may) contain mutable (object|element|item|value)
#: (list|mutable object) inside tuple can [still] be (changed|modified|mutated)
#: [the] (content|element) of [a] list inside [a] tuple can [still] be (changed|modified|mutated)
#: immutability of tuple is shallow
#: tuple is [only] shallowly immutable
made = ([1],)
made[0].append(2)
so = made == ([1, 2],)

#: tuple (with|containing|that contain|that hold|holding) [a] (list|mutable element|mutable item|unhashable element|mutable object) (is not hashable|is unhashable|can not be hashed|can not be used as dict key|can not be dict key)
#: tuple is hashable [only] (if|when|as long as|provided) [(all|all of|each of)] [(its|their)] (element|item|content|member) is [(also|all)] hashable
#: hashing tuple (with|containing) list <raises> typeerror
so = raises(TypeError, hash, ([1],)) and works(hash, (1,))

#: `t[0]` += `[1]` [(both)] (raise typeerror and change list|modify list and <raises> typeerror|raise typeerror but [still] (modify|mutate|change) list)
#: += on list inside tuple [both] (raise typeerror but change list|change list and <raises> typeerror|raise typeerror and change list)
made = ([1],)
def act():
    made[0] += [2]
so = raises(TypeError, act) and made == ([1, 2],)

#: (list.append|.append) (add|adds) [a] [single] (element|item|object) [to end|at end] [of list]
#: (list.append|.append) (add|adds) [its] argument as [a] single (element|item)
#: (list.extend|.extend) (add|adds|append) [all|each|every] (element|item) of [(its|an|the)] (argument|iterable)
#: append list (nest|add) it as single element
made = [1]
made.append([2, 3])
so = made == [1, [2, 3]]

#: (list.extend|.extend) <accepts> any iterable
made = [1]
made.extend("ab")
so = made == [1, "a", "b"]

#: (list.insert|.insert) past end (append|appends) [does not raise]
#: (list.insert|.insert) does not raise [indexerror] (for out-of-range index|if index is out of range)
#: (list.insert|.insert) never raise [indexerror]
made = [1]
made.insert(99, 2)
so = made == [1, 2]

#: (list.pop|.pop) [without argument] (<removes>|remove and return|return|pop) [and] [<returns>] [the] last (item|element) [by default]
#: (list.pop|.pop) <removes> and <returns> [the] last (item|element) [by default]
#: (list.pop|.pop) (default to|operate on|work on) last (item|element)
#! (list.pop|.pop) (<removes>|remove and return|return|pop) [and] [<returns>] [the] first (item|element) [by default]
so = [1, 2].pop() == 2

#: (list.pop|.pop) <raises> indexerror <if> (list is empty|empty list|it is empty)
#: (popping|pop|.pop|list.pop) from empty list <raises> indexerror
#! (list.pop|.pop) <returns> none <if> (list is empty|empty list)
#: list.pop (on|of|with) empty list <raises> indexerror
#: (popping from|pop from|popping) empty list <raises> indexerror
so = raises(IndexError, [].pop)

#: (list.remove|.remove) <removes> [only] [the] first (occurrence|match|matching element|matching item|matching value) [(of|not all)]
#! (list.remove|.remove) <removes> all (occurrence|match|matching element)
made = [1, 2, 1]
made.remove(1)
so = made == [2, 1]

#: (list.remove|.remove) <raises> valueerror [<if> <missing>]
#! (list.remove|.remove) does nothing <if> <missing>
so = raises(ValueError, [1].remove, 2)

#: (set.remove|.remove on set) <raises> keyerror [<if> <missing>]
#: (set.discard|.discard) does not raise [(keyerror|error|exception|anything)] [<if> <missing>]
#: (set.discard|.discard) does nothing <if> <missing>
#: (set.discard|.discard) (ignore|silently ignore) <missing>
#! (set.discard|.discard) <raises> (keyerror|valueerror) [<if> <missing>]
so = raises(KeyError, {1}.remove, 2) and works({1}.discard, 2)

#: set.pop (remove|<removes>|remove and return|return) [and] [<returns>] [an] arbitrary (element|item)
#: set.pop (on empty set raise|from empty set raise|of empty set raise|raise) keyerror [<if> (set is empty|empty set)]
so = raises(KeyError, set().pop) and {1}.pop() == 1

#: (list.sort|.sort) <accepts> (key and reverse|key|key argument|key function)
#: (list.sort|sorted|.sort) (key|key function) is called [exactly] once (for each|per) (element|item)
#: key function is called [exactly] once (for each|per|for every) (element|item)
seen = []
sorted([3, 1, 2], key=lambda one: seen.append(one) or one)
so = len(seen) == 3

#: (list.copy|list.copy()|.copy|list|`[:]`) (make|create|return|<makes>) shallow copy
#: (list.copy|.copy|dict.copy|copy method) is shallow
given = [[1]]
so = given.copy() is not given and given.copy()[0] is given[0] and given[:][0] is given[0]

#: (assigning list to another variable|b = a|b=a|assigning list) does not [(create|make)] copy [(it|list|the list)]
#: b=a (bind|make b refer to|make b point to|create second reference to|create new reference to) [(same|the same)] (object|list|name)
#: assignment [only] (create|bind|make) [a|new] (reference|name|new reference|alias|name to object)
#: assignment never (copy|copies) [(data|object|value|the object|anything)]
#: (variable|name) (hold|is|store|contain) reference [to object] [not (value|object|object itself)]
#: (variable|name) (is just label|is label|is just name) [(for|bound to|attached to) object]
#: assignment does not (copy|create a copy of|duplicate) [an|the|any] [(object|value|objects|list|data)]
#: assignment (does not create|create no) [a] copy
#: assignment (bind|binds) [a] name
#! assignment (copy|copies|create a copy of|creates a copy of) [an|the] (object|value|list|data)
given = []
made = given
so = made is given

#: `[[0]*3]*3` (create|make|<makes>) [(three|3)] (reference to same|copy of same|alias of same|same) [inner] (list|row|object)
#: all row (is|refer to|point to) same (list|object)
#: (list multiplication|multiplying nested list|multiplying list|* on list|repeating list) (copy|copies|repeat|duplicate) reference [not object]
made = [[0] * 3] * 3
made[0][0] = 1
so = made[2][0] == 1

#: (modifying|changing|removing from|deleting from|mutating|removing element from|removing item from) list while iterating [over it] (skip|skips|can skip|may skip|cause) [(element|item|to skip element|skipped element|some element)]
#: (removing|deleting) (element|item) [from list] while iterating [over (it|list)] (skip|skips|can skip) (element|item)
made = [1, 2, 3, 4]
for one in made:
    made.remove(one)
so = made == [2, 4]

#: (changing size of dict|changing dict size|adding key to dict|adding or removing key|adding key|deleting key|removing key|modifying dict|mutating dict|inserting key|deleting key from dict|changing dict|resizing dict) [(while|during)] [iterating over it|iterating|iteration|looping over it] <raises> runtimeerror
#: (dict|set) (changed size during iteration|can not change size while (iterated|being iterated)|must not be resized during iteration)
given = {1: 1, 2: 2}
def act():
    for key in given:
        given[key + 10] = 1
so = raises(RuntimeError, act)

#: list (comparison is|is compared|compare|comparison) (lexicographic|lexicographically|element by element|item by item|elementwise)
#: (tuple|list|sequence|list and tuple) (is compared|compare|are compared) (lexicographically|element by element|item by item|from left to right)
so = [1, 2] < [1, 3] and (1, 2) < (1, 2, 0) and [2] > [1, 9]

#: list is never equal to tuple
#: (list and tuple|list and tuple with same element|[1,2] and `(1,2)`) (is|compare) (not equal|never equal|unequal|different)
#: [1,2] == `(1,2)` is false
#: [1,2] is not equal to `(1,2)`
so = [1, 2] != (1, 2)

#: set (and frozenset|equal to frozenset) [can] (compare equal|is equal|be equal) [(if|when) they has same element]
so = {1} == frozenset({1})

#: (set operator|`|` and &|operator) require both operand to is set
#: (set.union|union|.union|method) <accepts> any iterable
so = {1}.union([2]) == {1, 2} and raises(TypeError, lambda: {1} | [2])

#: (intersection|& on set|&) <returns> (common element|element in both set|element common to both)
#: ^ <returns> (element in either set but not both|symmetric difference)
so = {1, 2} & {2, 3} == {2} and {1, 2} ^ {2, 3} == {1, 3}

#: set(list) <removes> duplicate [(but|and) lose order]
#: (converting|turning) list (to|into) set <removes> duplicate
so = len(set([1, 1, 2])) == 2

#: set can not contain (list|dict|set|mutable object|other set|another set|unhashable object|mutable element|list or dict)
#: set of set is <forbidden>
#: (adding|putting) (list|dict|set|mutable object) (to|into|in) set <raises> typeerror
#: set element must be (immutable|hashable)
so = raises(TypeError, lambda: {[1]}) and raises(TypeError, lambda: {set()})

#: (* in assignment|starred name|starred target|*rest|star expression|starred variable|starred expression) [always] (collect|receive|get|<returns>|capture|is|hold|catch) [the] [(rest|remaining element|remaining item|remaining value)] [(into|in|as)] [(list|new list)]
#: first, *rest = `[1,2,3]` (bind|assign|set) rest to `[2,3]`
first, *rest = (1, 2, 3)
so = rest == [2, 3]

#: (unpacking|unpacking with) (wrong number of|too many|too few|not enough) (value|element|item|variable) <raises> valueerror
#: (unpacking|unpack) <raises> valueerror <if> (number of (value|element|variable|name) (does not match|is wrong|differ)|there is too (many|few) value|length does not match|length differ|count does not match|counts differ)
#: (too many|not enough) value to unpack <raises> valueerror
def act():
    a, b = 1, 2, 3
so = raises(ValueError, act)

#: swapping [two] variable (does not need|need no|require no|work without) temporary variable
#: a, b = b, a swap [(two|the)] (variable|value)
#: right-hand side is evaluated (first|before assignment|before left-hand side)
a, b = 1, 2
a, b = b, a
so = (a, b) == (2, 1)

#: del (`list[0]`|`lst[0]`|`my_list[0]`|`a[0]`) <removes> [first] (element|item) [(at index 0|in place)]
#: slice assignment (can change|change|may change) [the] length [of list]
#: assigning to slice (can|may) change length [of list]
made = [1, 2, 3]
made[0:2] = [9]
so = made == [9, 3]

#: extended slice assignment require same length
made = [1, 2, 3, 4]
def act():
    made[::2] = [1]
so = raises(ValueError, act)

#: (list|slice) `[:]` (create|<returns>|is|make) [shallow] copy [(of|not) [(whole|entire)] list]
#: slicing [always] (create|<returns>|make|produce) new (list|object) [(not view|never view)]
#: slice of list is [shallow] (copy|new list) [not view]
#: `[:]` (create|<returns>|is|make) [shallow] copy [of (list|whole list)]
#! (slicing|slice of list|slicing list) (create|<returns>|is) view
given = [[1], 2]
so = given[:] is not given and given[:][0] is given[0]
