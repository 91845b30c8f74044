"""Facts about the module collections, heaps and arrays."""

given = [[1], 2]
so = given[:] is not given and given[:][0] is given[0]

#: (deque.appendleft|.appendleft|.popleft|deque.popleft) is o(1)
#: deque.rotate(1) (move|moves) last (element|item) to (front|left|left end|beginning)
#: deque.rotate (move|shift|rotate) element [to] right
from collections import deque
made = deque([1, 2, 3])
made.rotate(1)
so = list(made) == [3, 1, 2]

#: deque does not support slicing
#: deque can not be sliced
#: slicing deque raise typeerror
#! deque support slicing
from collections import deque
so = raises(TypeError, lambda: deque([1, 2])[0:1])

#: (full|bounded|full bounded) deque <removes> (item|element|oldest item|oldest element) from (other|opposite) end
#: deque with maxlen <removes> (oldest|old) (item|element) [(automatically|<if> full|when it is full|when new one are added|when full)]
#: (once|when) [a] [bounded] deque is full [,] [(adding|appending)] [new] [item] [<removes>] [(oldest|item from other end)]
from collections import deque
made = deque([1, 2], maxlen=2)
made.append(3)
so = list(made) == [2, 3]

#: counter <returns> (0|zero) <if> <missing>
#: (missing|looking up missing|accessing missing|unknown) (key|element) (of|in) [a] counter (is|<returns>|has count) (0|zero) [(and does not|without)] [(raise keyerror|add key|adding key|raising keyerror)] [instead of raising keyerror]
#: counter (does not raise|never raise) keyerror [<if> <missing>]
#! (accessing|looking up) missing key in counter raise keyerror
from collections import Counter
made = Counter("a")
so = made["b"] == 0 and "b" not in made

#: (counter.most_common|.most_common) <returns> list [of] [(tuple|(element, count)|pair|element count)] [(tuple|pair)] [of element and count]
#: (counter.most_common|.most_common) <returns> list of [(]
#: (counter.most_common|.most_common) (sort|order|return element) [by count] [from most common to least|in descending order]
from collections import Counter
so = Counter("aab").most_common(1) == [("a", 2)]

#: (adding counter|+ on counter|counter addition|counter subtraction|subtracting counter|-|counter arithmetic) (drop|keep only|discard|remove) (positive count|non-positive count|zero and negative count|negative count|count of zero or less)
from collections import Counter
so = Counter(a=1) - Counter(a=2) == Counter()

#: counter can (hold|has|contain) (zero and negative|negative|zero or negative) count
#: counter.subtract (can|may) (leave|produce) negative count
from collections import Counter
made = Counter(a=1)
made.subtract("aa")
so = made["a"] == -1

#: (.elements|counter.elements) (repeat|<returns>) [each] element [as many time as (its count|count)]
from collections import Counter
so = sorted(Counter("aab").elements()) == ["a", "a", "b"]

#: ordereddict (compare|consider|take) order [into account] [(when compared with|when comparing|in comparison with)] [another] [ordereddict]
#: ordereddict equality is order-sensitive
#: (comparing|equality of|equality between) [two] ordereddict (is|consider|depend on) (order-sensitive|order)
#: [two] ordereddict with different order (is not equal|compare unequal|are not equal)
from collections import OrderedDict
so = OrderedDict([(1, 1), (2, 2)]) != OrderedDict([(2, 2), (1, 1)])

#: ordereddict.move_to_end (move|moves) [(an|existing)] [existing] key to [(either|right)] end
#: ordereddict (has|have|offer|provide) move_to_end
from collections import OrderedDict
made = OrderedDict([(1, 1), (2, 2)])
made.move_to_end(1)
so = list(made) == [2, 1]

#: chainmap (write|writes) only (to|affect|in) first (mapping|dict)
#: (write|update|change|writes|writes and deletions|mutation) (to|of|on|in) chainmap (go to|affect|operate on|only affect|change) [the] first (mapping|dict)
#: chainmap search mapping (in order|from first to last|one by one)
from collections import ChainMap
one, two = {}, {1: 1}
ChainMap(one, two)[1] = 5
so = one == {1: 5} and two == {1: 1}

#: defaultdict (call|calls|use|uses|invoke) [its] (factory|default_factory|factory function|default factory) <if> <missing>
#: defaultdict (create|creates|insert|inserts|add|adds) [(the|a)] (missing key|default|default value|entry|key) <if> (it is accessed|accessed|key is accessed|missing key is accessed|<missing>)
#: (accessing|reading|looking up) [a] missing key (in|of|on) [a] defaultdict (insert|create|add) (it|key|default|default value|entry)
#: defaultdict(list) create empty list for [(each|every|a)] [new|missing] key
#: defaultdict(int) (start|default) [(each|every)] [(missing|new)] [key] (at|from|to|with) (0|zero)
from collections import defaultdict
made = defaultdict(list)
made["a"]
so = made == {"a": []}

#: defaultdict.get does not (insert|create|call factory|trigger factory|use factory|call default_factory|create key)
#: in does not (insert|create) key in defaultdict
from collections import defaultdict
made = defaultdict(list)
so = made.get("a") is None and "a" not in made and not made

#: namedtuple._replace <returns> new (instance|namedtuple|tuple|one)
#: _replace <returns> new (instance|namedtuple|tuple|object|one|copy)
from collections import namedtuple
one = namedtuple("Pair", "a b")(1, 2)
so = one._replace(a=5) == (5, 2) and one == (1, 2)

#: namedtuple (can be|is) unpacked [like (regular|any|normal)] [tuple]
#: namedtuple (field|element) can be accessed by (name|attribute|name or index|name and index|name or by index|name and by index)
#: namedtuple is equal to tuple [(with|of)] [same value]
#: namedtuple (compare|compares) equal to tuple [with same value]
from collections import namedtuple
one = namedtuple("Pair", "a b")(1, 2)
so = one == (1, 2) and one.a == one[0]

#: (assigning to|setting|changing) field of namedtuple raise attributeerror
#: namedtuple (field|instance) (can not be|is not) (reassigned|assigned to|modified|changed)
from collections import namedtuple
one = namedtuple("Pair", "a b")(1, 2)
def act():
    one.a = 5
so = raises(AttributeError, act)

#: (simplenamespace|types.simplenamespace) (is mutable|allow attribute assignment|support attribute access)
import types
one = types.SimpleNamespace(a=1)
one.a = 2
so = one.a == 2

#: (mappingproxytype|types.mappingproxytype) (is|<returns>|give|create) [a] (read-only|readonly|dynamic read-only) [(view|proxy)] [of (dict|mapping)]
import types
def act():
    types.MappingProxyType({1: 1})[1] = 2
so = raises(TypeError, act)

#: (heapq.heappop|heappop) [always] (<returns>|remove and return|pop|<removes>) [and return] [the] smallest (item|element|value)
#: heapq (is|implement|provide|use) [a] (min-heap|min heap) [by default]
#: smallest element is [always] (`heap[0]`|at index 0|at index zero|first)
#! heapq (is|implement|provide) [a] max-heap
#! (heapq.heappop|heappop) <returns> [the] largest (item|element)
import heapq
given = [3, 1, 2]
heapq.heapify(given)
so = given[0] == 1 and heapq.heappop(given) == 1

#: heapq.heapify (work|transform list|operate|turn list into heap|transform list into heap|rearrange list) in place
#: heapq.heapify (<returns>|modify list in place and return) none
import heapq
given = [3, 1, 2]
so = heapq.heapify(given) is None and given[0] == 1

#: bisect.bisect_left <returns> (position|index) (before|of first|left of) [(existing|equal)] [(entry|element|occurrence)]
#: bisect.insort (keep|insert|maintain) [(list|sorted|item|element)] (sorted|in sorted order|list sorted|sorted order)
import bisect
given = [1, 3]
bisect.insort(given, 2)
so = given == [1, 2, 3] and bisect.bisect_left([1, 2, 2], 2) == 1

#: array.array (store|hold|contain) [only] [(element of|item of|value of)] (one|single|same) [(numeric|primitive|c)] type
#: array.array (can only|only) (hold|store|contain) [(value|element|item)] [of] (same|one|single) type
import array
so = raises(TypeError, array.array("i", [1]).append, "a")
