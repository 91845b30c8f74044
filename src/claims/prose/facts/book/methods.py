"""Facts about special methods, and what is looked up where."""

#: method is looked up on class [not on instance]
#: special method is looked up on (type|class) [not on instance]
#: (dunder|dunder method) is looked up on (type|class)
class Pot:
    pass
made = Pot()
made.__len__ = lambda: 5
so = raises(TypeError, len, made)

#: support multiple inheritance
class A: pass
class B: pass
class C(A, B): pass
so = issubclass(C, A) and issubclass(C, B)

#: __new__ return (new|the) instance
#: __new__ must return instance
class Pot:
    def __new__(cls):
        return super().__new__(cls)
so = isinstance(Pot(), Pot)

#: property turn method into (read-only attribute|attribute|attribute access)
#: (assigning to|setting) property without setter <raises> attributeerror
#: property without setter is read-only
class Pot:
    @property
    def lid(self):
        return 1
made = Pot()
def act():
    made.lid = 2
so = made.lid == 1 and raises(AttributeError, act)

#: __str__ (fall back to|default to|use) __repr__ [(by default|if not defined)]
#: str (fall back to|use|call) __repr__ (if|when) __str__ is not defined
#: __repr__ (is|serve as) [(used as|a|the)] (fallback|fallback for __str__|used when __str__ is missing|used if __str__ is not defined|fallback for str)
#: (if|when) (__str__ is not defined|there is no __str__|class define only __repr__|only __repr__ is defined|__str__ is missing|class does not define __str__) [,] (str|print|python|str and print) (fall back to|use|call) __repr__
#: (str|print|__str__|str and print) (fall back to|use|default to|call|delegate to) __repr__ (if|when) (__str__ is not defined|there is no __str__|__str__ is missing|no __str__ is defined|class has no __str__)
#! (repr|__repr__) fall back to __str__ [<if> __repr__ is not defined]
class Pot:
    def __repr__(self):
        return "pot"
so = str(Pot()) == "pot"

#: print (use|call) __str__
#: container (use|call) __repr__ (of|for) (their|its) (element|item)
class Pot:
    def __repr__(self):
        return "r"
    def __str__(self):
        return "s"
so = str(Pot()) == "s" and str([Pot()]) == "[r]"

#: instance attribute (shadow|hide|override) class attribute
class Pot:
    lid = 1
made = Pot()
made.lid = 2
so = made.lid == 2 and Pot.lid == 1

#: private attribute can [still] be accessed [from outside]
#: (name mangling|double underscore|double leading underscore) does not (prevent access|make attribute private|make it private)
#: does not have (private attribute|true private attribute|real private attribute)
class Pot:
    def __init__(self):
        self.__lid = 1
so = Pot()._Pot__lid == 1

#: isinstance (consider|respect|take) inheritance [into account]
#: isinstance return true for subclass
#: type does not consider inheritance
so = isinstance(True, int) and type(True) is not int

#: __call__ make instance callable
#: instance with __call__ (is|can be) (callable|called) [like function]
class Pot:
    def __call__(self):
        return 5
so = Pot()() == 5

#: __eq__ is called by ==
#: == call __eq__
calls = []
class Pot:
    def __eq__(self, other):
        calls.append(1)
        return True
so = Pot() == 1 and calls == [1]

#: class (that define|defining|which define|with) [(custom|own)] __eq__ (but not|without|and not|but no) [(defining|__hash__|own)] [__hash__] (become|is|are|has) (unhashable|not hashable|its __hash__ set to none|__hash__ set to none)
#: (defining|overriding|implementing) __eq__ (without|but not) [(defining|overriding|also defining|__hash__|implementing)] [__hash__] (make|set) [(class|instance|__hash__|object|it|its)] [(instance|of class|__hash__)] (unhashable|to none|unusable as dict key)
#: (if|when) [(you|a class)] (define|override|implement) __eq__ [(but not|without|and not)] [(defining)] [__hash__] [,] (__hash__ is set to none|instance become unhashable|class become unhashable|object become unhashable|__hash__ is implicitly set to none|instance is unhashable)
#: class (whose __eq__ is overridden|that override __eq__|overriding __eq__) (lose|loses) [(its|inherited)] [inherited] __hash__
#: (overriding|defining) __eq__ <removes> [(its|inherited|the)] [inherited] (__hash__|hash|hashability)
#: [defining] __eq__ (set|make) __hash__ [to] none
class Pot:
    def __eq__(self, other):
        return True
so = Pot.__hash__ is None and raises(TypeError, hash, Pot())

#: (user-defined|instance of user-defined|ordinary|custom) (class|object|class instance) (is|are) hashable by default
#: (user-defined class|user-defined object|object|instance of user-defined class|custom object|instance) (compare|is compared|are compared|equality is based on) [(equal)] [(by|on|using|based on)] (identity|only to itself) [by default]
#: (default|by default) (__eq__|==|equality) (compare|compares|is based on|use) [(object)] identity
#: default __hash__ is (based on|derived from) (id|identity|object's id|object identity)
class Pot: pass
so = Pot() != Pot() and works(hash, Pot())

#: (container|list|dict|list and dict|printing list|printing container|container like list) (use|call|show|uses) (repr|__repr__) (of|for|on) [(their|its|each)] (element|item|content)
#: (element|item) (in|of|inside) [a] [printed] (list|container) (is|are) shown (with|using|by) (repr|__repr__|their repr)
class Pot:
    def __repr__(self):
        return "r"
    def __str__(self):
        return "s"
so = str([Pot()]) == "[r]"

#: (print|str|f-str|print and str) (use|call|uses|invoke) __str__
class Pot:
    def __str__(self):
        return "s"
so = str(Pot()) == f"{Pot()}" == "s"

#: (interactive prompt|repl|interactive interpreter|prompt) (use|show|display|call|print) (repr|__repr__) [of (result|value|expression)]
import io, sys, code
class Pot:
    def __repr__(self):
        return "r"
    def __str__(self):
        return "s"
kept, sys.stdout = sys.stdout, io.StringIO()
try:
    sys.displayhook(Pot())
    shown = sys.stdout.getvalue()
finally:
    sys.stdout = kept
so = shown == "r\n"

#: (special method|dunder|dunder method|magic method) (is|are) (looked up|implicitly looked up|implicitly invoked) on (type|class) [(not (on instance|instance)|rather than instance|of object)]
#: (special method|dunder|dunder method|magic method) (set|defined|assigned) on [an] instance (is|are) (ignored|not used|not called) [(by (len|operator|built-in function|interpreter|implicit lookup))]
#: (special method|dunder method|magic method) (is|are) looked up on (class|type) [not instance]
class Pot: pass
made = Pot()
made.__len__ = lambda: 5
so = raises(TypeError, len, made)

#: (object|class|instance) without __bool__ (use|fall back to|uses|rely on) __len__ [for truth value|for truth testing]
#: (if|when) (__bool__ is not defined|there is no __bool__|class has no __bool__|__bool__ is missing) [,] (__len__ is used|fall back to __len__|use __len__|python use __len__|__len__ is called|python call __len__|truth value is based on __len__|__len__ is consulted|bool use __len__|it fall back to __len__)
#: (truth testing|bool|truth value testing|truthiness) (fall back to|use|call) __len__ (if|when) (__bool__ is not defined|there is no __bool__|__bool__ is missing)
class Pot:
    def __len__(self):
        return 0
so = not Pot()

#: (object|instance|object of user-defined class|custom object|user-defined object) (is|are) truthy by default
#: (object|instance) (is|are) (considered true|truthy) unless [(they|it|class|its class)] define [(__bool__|__len__)] [or __len__]
class Pot: pass
so = bool(Pot())

#: __len__ must <returns> [(non-negative|a non-negative)] int
#: len <raises> (valueerror|typeerror) (if|when) __len__ <returns> (negative number|negative value|float|non-int)
class Pot:
    def __len__(self):
        return -1
class Odd:
    def __len__(self):
        return 1.5
so = raises(ValueError, len, Pot()) and raises(TypeError, len, Odd())

#: (returning notimplemented|if method <returns> notimplemented|when __eq__ <returns> notimplemented|returning notimplemented from __eq__|if __add__ <returns> notimplemented|when method <returns> notimplemented) [,] [(python|make python|cause python|the interpreter|let python|let)] [(to)] (try|tries) [the] (reflected|reversed|other operand's|right operand's|reverse) (method|operation|operand)
#: python (try|tries) [the] (reflected|right operand's|reverse) method [such as] [__radd__] (if|when) (left operand|__add__|first) <returns> notimplemented
class Left:
    def __add__(self, other):
        return NotImplemented
class Right:
    def __radd__(self, other):
        return "reflected"
so = Left() + Right() == "reflected"

#: (notimplemented|returning notimplemented) is not [the] same as notimplementederror
#: notimplemented is (singleton|value|special value|constant|not exception) [not exception]
#! notimplemented is [an] exception [class]
so = not isinstance(NotImplemented, type) and issubclass(NotImplementedError, RuntimeError)

#: (__getattr__|__getattr__ method) (is|get) [(only)] called (only if|only when|when|if) [(the|normal|an|regular|usual)] [(attribute lookup|attribute|attribute access|lookup)] (fail|is not found|can not be found|does not exist|is missing) [(in usual places|the usual way)]
#: (__getattribute__|__getattribute__ method) (is|get) called (for|on|at) (every|all|each|any) attribute (access|lookup)
#: __getattribute__ (is called unconditionally|intercept every attribute access|run on every attribute access)
#: __getattr__ (is called|run|runs) only (when|if) (normal|regular|the normal|ordinary) (lookup|attribute lookup) fail
#: __getattr__ is called [only] (when|if) [(the|an)] attribute is (missing|not found)
seen = []
class Pot:
    lid = 1
    def __getattr__(self, name):
        seen.append(name)
        return 2
made = Pot()
so = (made.lid, made.other) == (1, 2) and seen == ["other"]

#: (accessing|using|reading) [a] (nonexistent|missing|undefined|unknown|non-existent) attribute <raises> attributeerror
#: (accessing|reading) [an] attribute that does not exist <raises> attributeerror
class Pot: pass
so = raises(AttributeError, lambda: Pot().lid)

#: (hasattr|hasattr()) (is implemented by calling|call|work by calling|use) getattr [and (catching|catch) attributeerror]
#: getattr <accepts> (default|third argument|optional third argument|default value|optional default) [(value|argument)]
class Pot: pass
so = getattr(Pot(), "lid", 5) == 5 and not hasattr(Pot(), "lid")
