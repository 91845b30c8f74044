"""Facts about memory: references, garbage, what is kept and shared."""

#: object is kept alive by [a] reference cycle
#: [the] (garbage collector|gc|cyclic gc|cyclic garbage collector|cycle collector) (collect|collects|free|frees|find|finds|detect|detects|handle|handles|clean up) [reference] (cycle|circular references|cyclic references|reference cycles) [(that reference counting can not free|that reference counting misses)]
#: reference counting (can not|does not) (free|collect|handle|reclaim|break) [(reference|circular)] (cycle|references|reference cycles)
#! [the] (garbage collector|gc|cyclic gc) can not (collect|free|find|handle) [reference] cycle
#: cycle is [only] (reclaimed|collected|freed) by [the] [(cyclic|generational)] (gc|garbage collector)
#! reference counting (can|does) (free|collect|handle) reference cycle
#: (gc|garbage collector|cyclic garbage collector|cyclic gc|gc module|generational garbage collector|the collector) (find|detect|collect|handle|reclaim|break|deal with|exist to find|is needed for|take care of|exist for) [(and (collect|reclaim|free|break))] [(object in|group of|isolated|unreachable|reference|circular|only)] [(reference|circular)] (cycle|reference|circular reference)
#: reference cycle (is|are) (collected|reclaimed|freed|handled|found|detected|cleaned up) by [the] [(cyclic|generational)] (gc|garbage collector)
#: reference counting [alone] (can not|does not|is unable to|fail to|is not able to) (free|collect|handle|reclaim|detect|break|deal with) [(reference|circular|object in)] (cycle|reference|circular reference)
#: object in [a] reference cycle (is|are) not (freed|reclaimed) by reference counting [alone]
import gc, weakref
class Pot: pass
gc.disable()
one = Pot()
one.me = one
seen = weakref.ref(one)
del one
alive = seen() is not None
gc.collect()
so = alive and seen() is None

#: (objects with|a class with|objects that have|cycles of objects with) [a] __del__ (can not be collected|is not collected|are never collected|can not be garbage collected)
#: __del__ (prevent|prevents) (gc|the gc|the garbage collector|garbage collection) (from collecting|of) cycle
#: (prevent|prevents) (gc|the gc|the garbage collector) from collecting cycle
#! (objects with|cycles of objects with) [a] __del__ can be collected
import gc, weakref
class Pot:
    def __del__(self):
        pass
one = Pot()
one.me = one
seen = weakref.ref(one)
del one
gc.collect()
so = seen() is not None

#: reference counting (free|frees|reclaim|reclaims|deallocate) [an|the] object immediately [when (its|the) last reference is gone]
#: reference counting is immediate
#: [an|the] object is (freed|deallocated|destroyed) [(immediately|at once|right away)] when (its|the) (reference count|refcount) (reaches|drops to|hits|falls to|becomes|reache|drop to|hit) (zero|0)
#: the moment (refcount|the refcount|the reference count) (hits|hit|reaches|drops to|reache) (0|zero) [,] (memory|the memory|the object) is freed
#: (reference count|refcount) [of object] [(is|get)] [(incremented|increased|go up|increase)] (when|by|each time) [(object is|it is|a|new|each)] [(assigned|bound|referenced|reference|passed)] [(to|new|another)] [(name|variable|is created)]
#: (when|once|as soon as|if) [(the|an|object's|its)] (reference count|refcount) (reach|drop to|hit|fall to|become|get to|go to) (zero|0) [,] [(the|object|it|its|memory)] [(object|memory)] is [(immediately)] (freed|deallocated|destroyed|reclaimed|released) [(immediately|at once|right away)]
#: object whose (reference count|refcount) (reach|drop to|hit|fall to|become) (zero|0) is (freed|deallocated|destroyed|reclaimed|released) [(at once|immediately|right away)]
#: object is [(immediately)] (freed|deallocated|destroyed|reclaimed) (when|as soon as|once) [(its|the|no|last)] (reference count|refcount|more reference|reference to it) (reach|drop to|hit|fall to|become|remain|is gone|disappear) [(zero|0)]
import gc, weakref
class Pot: pass
gc.disable()
one = Pot()
seen = weakref.ref(one)
one = None
so = seen() is None

#: [the] (garbage collector|gc|cyclic gc|cyclic garbage collector|collector) (has|use|keep|divide object into|organize object into|manage|sort object into|track object in) (three|3) generation
#: object is (divided|sorted|grouped|organized) into (three|3) generation
#: there is (three|3) generation
#! [the] (garbage collector|gc|cyclic gc|cyclic garbage collector) (has|use) (two|four|2|4) generation
import gc
gc.disable()
class Pot: pass
made = Pot()
def young():
    return [at for at in range(3) if any(one is made for one in gc.get_objects(generation=at))]
seen = [young()]
for at in range(3):
    gc.collect(at)
    seen.append(young())
so = seen == [[0], [1], [2], [2]] and raises(ValueError, gc.get_objects, 3)

#: (survivor|object that survive|surviving object) [(of|a)] [(collection|collection cycle|a collection)] (is|get) (promoted|moved) [(to|into)] [(next|older)] [generation]
#: object that survive [a] (collection|collection cycle|garbage collection) (is|get) (moved|promoted) [(to|into) [next|older] generation]
import gc
gc.disable()
class Pot: pass
made = Pot()
gc.collect(0)
so = any(one is made for one in gc.get_objects(generation=1))

#: new object (start|starts|begin|begins) in (gen0|generation 0|gen 0|the first generation|the youngest generation)
import gc
class Pot: pass
gc.collect()
gc.disable()
made = [Pot()]
so = any(one is made for one in gc.get_objects(generation=0))

#: [a] weak reference does not keep [an|the|its] object alive
#: weakref.ref does not (keep [an|the|its] object alive|increase the reference count)
import weakref
class Pot: pass
made = Pot()
seen = weakref.ref(made)
del made
so = seen() is None

#: sys.getrefcount (<returns>|report|show|is|count) [(a|one|value|count)] [(count|value|number)] [(that is)] [(one|1)] (higher|more|greater|higher than expected|more than expected|larger|too many) [(than|because)] [(you|expected|expect|argument is|it hold|you expect|you might expect|of)] [(temporary|reference)]
#: sys.getrefcount (<returns>|is) one (higher|more) than (you would expect|you expect|expected|one would expect)
#: sys.getrefcount (include|count|add|also count) [(its|own|a|the|own argument|its own)] [(argument|temporary|extra)] [(reference|argument)] [(itself|as reference)]
import sys
made = object()
so = sys.getrefcount(made) in (1, 2, 3)

#: (sys.getsizeof|getsizeof) (does not|only) (include|count|follow|account for|measure|consider) (size of contained object|contained object|object it contain|element|nested object|referenced object|object it refer to|shallow size|container itself|object itself|size of object it contain|content)
import sys
so = sys.getsizeof([list(range(1000))]) == sys.getsizeof([1])

#: (sys.intern|intern) (<returns>|give|make) [(the|same)] [(same|canonical|interned)] (object|str) [(for equal str)]
#: interned str can be compared (by|with) (identity|is)
import sys
so = sys.intern("a b" * 2) is sys.intern("".join(["a ba b"]))

#: (str literal|identical str literal|equal str constant|str constant|identical constant|equal literal) (in|within) [(the)] same (module|code block|compilation unit|code object|function|script|file) (is|are|share|refer to) [(usually)] [(shared|interned|same object|the same object|one object|reused)]
scope = {}
exec("a = 'hello world!'\nb = 'hello world!'\nso = a is b", scope)
so = scope["so"]

#: str (built|created|computed|constructed) at runtime (is|are) not [(automatically)] interned
#: (dynamically created|runtime|concatenated at runtime) str (is|are) not [(automatically)] interned
one, two = "".join(["he", "llo!"]), "".join(["he", "llo!"])
so = one == two and one is not two

#: (small int|int) (from|between|in range) -5 (to|and|through) 256 (is|are) (cached|interned|preallocated|singleton|pre-allocated|pre-created|reused|same object)
#: (cpython|python|interpreter|implementation|it) (cache|caches|intern|interns|pre-allocate|preallocate|keep array of|reuse|keep) [(all)] [(small)] int [object] (from|between|in range) -5 (to|and|through) 256
#: cache small int [object] (from|between|in range) -5 (to|and|through) 256
#! the int (from|between) -5 (to|and|through) (255|257) (is|are) (cached|interned)
#: the int (from|between) -5 (to|and|through) 256 (is|are) (cached|interned)
#! (small int|int) (from|between|in range) -5 (to|and|through) (255|257|127|128) (is|are) (cached|interned|preallocated|singleton|pre-allocated|reused)
#! (small int|int) (from|between|in range) (-1|0|1|-128|-6) (to|and|through) (255|256|257|127) (is|are) (cached|interned|preallocated|singleton|pre-allocated)
#! (cache|intern|preallocate|pre-allocate|reuse|keep) [(all)] [(small)] int [object] (from|between|in range) -5 (to|and|through) (255|257|127|128)
so = all(int(str(n)) is int(str(n)) for n in range(-5, 257)) and not any(int(str(n)) is int(str(n)) for n in (-6, 257))

#: (256 is 256|two 256|a = 256; b = 256; a is b) is true
#: 257 is not cached
so = int("256") is int("256") and int("257") is not int("257")

#: none, true and false is singleton
#: (none|true|false|ellipsis|true and false|none, true and false) (is|are) singleton [object]
#: there is [exactly] one none [object]
#: there is only one (none|none object|instance of nonetype)
so = type(None)() is None and bool(1) is True

#: (none|comparison with none|comparing with none|checking for none|comparison to none) [should] [be] (use|uses|using|done with) is [not ==]
class Odd:
    def __eq__(self, other):
        return True
so = (Odd() == None) and Odd() is not None

#: gc.disable (disable|disables|turn off|stop) [(automatic|the)] [(cyclic)] (collection|garbage collection|garbage collector|gc) [but not reference counting]
#: (disabling gc|gc.disable|disabling garbage collector) does not (disable|turn off|affect|stop) reference counting
import gc, weakref
class Pot: pass
gc.disable()
one = Pot()
seen = weakref.ref(one)
del one
so = seen() is None and not gc.isenabled()

#: gc.collect <returns> number of (unreachable object|object collected|collected object|unreachable object found|object it found|unreachable object it found)
#: (gc.collect|gc.collect()) (force|trigger|run|perform|start) [(a|full|an immediate)] [(full|immediate)] (collection|garbage collection)
import gc
class Pot: pass
gc.collect()
one = Pot()
one.me = one
del one
so = gc.collect() >= 1

#: (weak reference|weakref|weakref.ref|weak ref) (does not|do not) (keep|prevent|increase|count as|stop) [(its|the|an|object|reference count|referent|target|strong)] [(object|referent|reference|target|from)] [(alive|count|from being|being)] [(collected|garbage collected|freed)]
#: (weakref|calling dead weak reference|dead weak reference|weakref.ref|weak reference|calling weak reference|dead weakref) <returns> none (after|once|when|if) [(the)] (object|referent|target|it) (is gone|has been collected|is collected|is dead|is deleted|is freed|is garbage collected|has been garbage collected)
#: (int, str, list|list and dict|int|str|tuple|built-in type such as list|int and str|int and tuple|list|dict|tuple and int|list, dict|plain list) (can not be|does not support|do not support|is not|object can not be) (weakly referenced|weak reference|weakref)
import weakref
class Pot: pass
one = Pot()
seen = weakref.ref(one)
del one
so = seen() is None and all(raises(TypeError, weakref.ref, one) for one in (1, "a", [], {}, ()))

#: list over-allocate [(when (growing|they grow)|to amortize append|memory|so append is amortized)]
import sys
made, sizes = [], set()
for one in range(100):
    made.append(one)
    sizes.add(sys.getsizeof(made))
so = len(sizes) < 30

#: (list created by append|list built by append|list comprehension) (use|may use|take) (more|less) memory
import sys
made = []
for one in range(9):
    made.append(one)
so = sys.getsizeof(made) > sys.getsizeof(list((0,) * 9))

#: (instance|object|class) with __slots__ (use|take|need|consume|require|is|are) (less|smaller|less memory|more compact) [(memory|space)] [(than (instance|object|class|regular|ordinary|one|instance of|normal))] [(without|with|class)] [(__dict__|__slots__|them|instance)]
#: __slots__ (save|saves|reduce|reduces|cut) [(memory|per-instance memory|memory usage|memory footprint|memory consumption|the memory)] [(footprint|usage|per instance|of instance|overhead)]
import sys
class Plain:
    def __init__(self):
        self.one, self.two = 1, 2
class Slotted:
    __slots__ = ("one", "two")
    def __init__(self):
        self.one, self.two = 1, 2
so = sys.getsizeof(Slotted()) < sys.getsizeof(Plain()) + sys.getsizeof(vars(Plain()))

#: (tuple|empty tuple) is singleton [when empty]
#: [the] empty tuple is [a] singleton
#: all empty tuple is [the] same object
so = tuple([]) is tuple(()) is ()
so = so and (()) is tuple("")

#: recursion limit is 1000 [by default]
#: default recursion limit is [(about|around|usually)] 1000 [(frame|level|call)]
#: (sys.getrecursionlimit|default recursion limit|recursion depth|recursion limit) (<returns>|is|is limited to|default to) [(about|around)] 1000 [by default]
#! default recursion limit is (10000|100|500|3000|999)
import subprocess, sys
try:
    so = subprocess.run([sys.executable, "-c", "import sys; print(sys.getrecursionlimit())"], capture_output=True, text=True).stdout.strip() == "1000"
except OSError:
    so = sys.getrecursionlimit() == 1000

#: (infinite|endless|unbounded|too deep|deep|runaway|excessive) recursion <raises> recursionerror
#: (exceeding|hitting|reaching) [(the|maximum)] recursion (limit|depth) <raises> recursionerror
#: recursion (without base case|that is too deep|deeper than limit|beyond limit) <raises> recursionerror
#: recursionerror is [a] subclass of runtimeerror
def act():
    return act()
so = raises(RecursionError, act) and issubclass(RecursionError, RuntimeError)
