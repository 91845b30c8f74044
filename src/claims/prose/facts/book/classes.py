"""Facts about classes: attributes, slots, creation and inheritance."""

#: class (attribute|variable) is shared (by|between|among|across) [all] [its] instance [of the class]
#! class (attribute|variable) is (copied|created) for (each|every) instance
class Pot:
    shared = []
one, two = Pot(), Pot()
one.shared.append(1)
so = two.shared == [1]

#: __init__ (must|has to|can only) return none
#: __init__ return none
#: __init__ (does not|can not|must not) return (anything|a value|value)
#: returning [a|anything] [(value|else|other than none)] from __init__ raise [a] typeerror
class Pot:
    def __init__(self):
        return 1
so = raises(TypeError, Pot)

#: __init__ (run|runs|is called|executes|execute) (every time|each time|whenever) (the class is called|you call the class|you call class()|class() is called|you call the constructor|an object is requested) [even if __new__ return [an|the] (existing|cached|same) (instance|object)]
#: __init__ (run|runs|is called) (again|every time|each time) (if|when|even if|even when) __new__ return [an|the] (existing|cached|same) (instance|object)
#! __init__ (run|runs|is called) (only once|once) even if [the] class is called again
#! __init__ (does not run|is not called) (if|when) __new__ return [an|the] (existing|cached) (instance|object)
class Pot:
    kept, count = None, 0
    def __new__(cls):
        if cls.kept is None:
            cls.kept = super().__new__(cls)
        return cls.kept
    def __init__(self):
        Pot.count += 1
so = Pot() is Pot() and Pot.count == 2

#: __new__ is [a] (static method|staticmethod) [(though|although|even though) ]
#! __new__ is [a] (class method|classmethod|instance method)
class Pot:
    def __new__(cls):
        return super().__new__(cls)
so = type(vars(Pot)["__new__"]) is staticmethod

#: (int|str|tuple|immutable types|int str and tuple) subclass must be customized in __new__
#: subclass of immutable type (need|must use|have to use) __new__
class Even(int):
    def __new__(cls, value):
        return super().__new__(cls, value * 2)
so = Even(2) == 4

#: super (follow|follows|use|uses|walk|walks) the (mro|method resolution order)
#: super (call|calls|delegate to|delegates to|refer to|refers to) the next class in the (mro|method resolution order) [not (just|simply|necessarily) the parent]
#: super does not (simply|just|necessarily|always) call the parent [class]
#: super does not call the parent [class]
#! super call the parent class
class A:
    def name(self):
        return "A"
class B(A):
    def name(self):
        return "B" + super().name()
class C(A):
    def name(self):
        return "C" + super().name()
class D(B, C):
    pass
so = D().name() == "BCA"

#: [a|an] inconsistent (mro|method resolution order|hierarchy) raise [a] typeerror
class A: pass
class B: pass
class X(A, B): pass
class Y(B, A): pass
so = raises(TypeError, type, "Z", (X, Y), {})

#: (instance|object|class) (of|with|using|that define|that defines|that use) [(a class|class|classes)] [(with|that define|that defines|that use|defining)] __slots__ does not (have|has) a __dict__
#: (instance|object|class) (of|with|using|that define|that defines|that use) [(a class|class|classes)] [(with|that define|that defines|that use|defining)] __slots__ has no __dict__ [(per instance|of its own|by default)]
#: with __slots__ [(instance|object|there)] (has|have|is) no __dict__
#: with __slots__ [the] (instance|object) does not have __dict__
#: __slots__ (remove|removes|prevent|prevents|eliminate|eliminates|suppress|avoid|avoids) [the] [(creation of|per-instance|instance)] __dict__
#! (instance|object|class) (of|with|using) [(a class|class)] [(with|that define|that use|defining)] __slots__ has [a] __dict__
class Pot:
    __slots__ = ("value",)
so = not hasattr(Pot(), "__dict__")

#: (adding|setting|assigning) attribute (that is|which is) not (in|listed in|declared in|part of) __slots__ <raises> attributeerror
#: with __slots__ you can not (add|set|assign|create) [(new|other|arbitrary|undeclared)] attribute [(at runtime|dynamically|to instances)]
#: you can not (add|set|assign) [(new|other|arbitrary|undeclared)] attribute (with|using) __slots__
#: __slots__ (prevent|prevents|forbid|forbids|block|blocks) [(adding|setting|the creation of)] [(new|other|arbitrary|undeclared)] attribute
class Pot:
    __slots__ = ("value",)
def act():
    Pot().other = 1
so = raises(AttributeError, act)

#: can not use __weakref__ unless you include it in __slots__
#: (instance|object) with __slots__ (can not be weakly referenced|does not support weak references) [(by default|unless __weakref__ is included)]
import weakref
class Pot:
    __slots__ = ("value",)
class Open:
    __slots__ = ("value", "__weakref__")
so = raises(TypeError, weakref.ref, Pot()) and works(weakref.ref, Open())

#: (a|the) (child|subclass|child class) (still has|has|still have) a __dict__ [(from the parent|inherited from its parent)]
class Parent:
    pass
class Child(Parent):
    __slots__ = ("value",)
so = hasattr(Child(), "__dict__")

#: (__slots__|a class with __slots__|using __slots__) (break|breaks|prevents|prevent) pickling
#: (object|instance|class) with __slots__ can not be pickled
#! (object|instance|class) with __slots__ can be pickled
import pickle
class Pot:
    __slots__ = ("value",)
Pot.__module__ = "__main__"
import sys
vars(sys.modules["__main__"]).setdefault("Pot", Pot)
made = Pot()
made.value = 5
try:
    again = sys.modules["__main__"].Pot is not Pot or pickle.loads(pickle.dumps(made)).value == 5
except TypeError:
    again = False
so = not again

#: [a] class (that define|that defines|defining|with) __eq__ (without|but not|but no|and no|and not) [(defining|a)] __hash__ is (unhashable|not hashable)
#: (defining|implementing|overriding) __eq__ without __hash__ make [(the|a)] (class|instance|object) unhashable
#: (defining|implementing|overriding) __eq__ set __hash__ to none
#! [a] class (that define|that defines|defining|with) __eq__ (without|but not|but no|and no) [(defining|a)] __hash__ is [still] hashable
class Pot:
    def __eq__(self, other):
        return True
so = raises(TypeError, hash, Pot())

#: [an] abstract (class|base class|base classes) can not be (instantiated|created) [directly]
#: abstract class can not be instantiated [directly]
#: you can not (instantiate|create an instance of) [an] abstract (class|base class)
#: (instantiating|creating) [an] abstract (class|base class) raise [a] typeerror
#: abc can not be instantiated
#! [an] abstract (class|base class) can be instantiated
import abc
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
so = raises(TypeError, Shape)

#: protocol is [(not checked|not enforced)] [at runtime]
#: protocol does not (need|require) inheritance
from typing import Protocol
class Draws(Protocol):
    def draw(self): ...
def act(shape: Draws):
    return shape
so = act(3) == 3

#: (name|names|attribute|attributes) (with|that begin with|starting with|that start with) (two|double) [leading] underscore is (mangled|name-mangled) [to ( _classname__name|_class__name|_classname__attribute)]
#: __name (become|is stored as|turn into) _classname__name [internally]
#: __name become _classname__name
#: (name|attribute) mangling (rename|change|turn|turns) __name (to|into) _classname__name
class Pot:
    def __init__(self):
        self.__lid = 1
so = vars(Pot()) == {"_Pot__lid": 1}

#: data descriptor (take|takes|have|has) (precedence|priority) over [(the)] instance (attribute|dict|dictionary|__dict__)
#! instance (attribute|dict) (take|takes|have|has) (precedence|priority) over data descriptor
class Pot:
    lid = property(lambda self: "descriptor", lambda self, value: None)
made = Pot()
vars(made)["lid"] = "own"
so = made.lid == "descriptor"

#: instance (attribute|dict) (take|takes|have|has) (precedence|priority) over non-data descriptor
#! non-data descriptor (take|takes|have|has) (precedence|priority) over instance attribute
class Lid:
    def __get__(self, owner, kind):
        return "descriptor"
class Pot:
    lid = Lid()
made = Pot()
vars(made)["lid"] = "own"
so = made.lid == "own"

#: (functools.cached_property|cached_property) (store|stores|cache|caches|keep|keeps|save|saves) [(its|the)] (result|value|computed value) in [the] (instance dict|instance __dict__|instance's __dict__|__dict__ of the instance|instance's dict)
#: (functools.cached_property|cached_property) is (computed|evaluated|calculated) [only] once [per instance]
import functools
seen = []
class Pot:
    @functools.cached_property
    def lid(self):
        seen.append(1)
        return 5
made = Pot()
so = made.lid == made.lid == vars(made)["lid"] == 5 and seen == [1]

#: property is [(a|data)] [data] descriptor
#: property is descriptor [with __get__ __set__ and __delete__]
#: property is implemented (as|with|using) [a] [data] descriptor
so = all(hasattr(property, name) for name in ("__get__", "__set__", "__delete__"))

#: function is [a] (non-data descriptor|descriptor)
so = hasattr(lambda: 1, "__get__") and not hasattr(lambda: 1, "__set__")

#: (staticmethod|static method) (receive|receives|take|takes|get|gets|has|have) (no|neither) [(implicit|automatic)] [first] (argument|self nor cls|self or cls|self)
#: (staticmethod|static method) does not (receive|take|get) [(an|implicit|self or cls|self)] [implicit] [first] [argument]
class Pot:
    @staticmethod
    def count(*args):
        return len(args)
so = Pot.count() == Pot().count() == 0

#: (classmethod|class method) (receive|receives|take|takes|get|gets|has|have) the class as [(its|their|the)] first [(argument|parameter)]
class Pot:
    @classmethod
    def kind(cls):
        return cls
so = Pot.kind() is Pot and Pot().kind() is Pot

#: class is [also] object
#: class is instance of (type|their metaclass|its metaclass)
#: type is [the] metaclass of all class
class Pot: pass
so = isinstance(Pot, type) and isinstance(Pot, object)

#: type is [an] instance of itself
so = isinstance(type, type)

#: (every value|value|function|class|int|module|everything) [in python] is [(first-class)] object
#: object has [(an)] identity, type and value
#: object has [(an)] identity, [a] type and [a] value
#: everything is [an] object
so = all(isinstance(one, object) for one in (1, None, print, type, Ellipsis))

#: metaclass (__new__|is called) (run|runs) (when the class is defined|at class definition time|at class creation)
#: __init_subclass__ (is called|run|runs) (when|whenever) [(a|the)] (class is subclassed|subclass is defined|subclass is created)
seen = []
class Pot:
    def __init_subclass__(cls):
        seen.append(cls.__name__)
class Lid(Pot): pass
so = seen == ["Lid"]

#: (__set_name__) (is called|run|runs) (when|at) (the class is created|class creation|the owner class is created)
seen = []
class Lid:
    def __set_name__(self, owner, name):
        seen.append(name)
class Pot:
    lid = Lid()
so = seen == ["lid"]
