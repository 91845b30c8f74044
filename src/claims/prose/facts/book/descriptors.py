"""Facts about descriptors, construction and metaclasses."""

#: data descriptor (define|is|implement|has) [(descriptor|one)] [(that|with)] [(define|implement)] [(both)] (__set__|__set__ or __delete__|__get__ and __set__) [or __delete__]
#: non-data descriptor (define|implement|has) only __get__
#: data descriptor (take|have|has|takes) (precedence|priority) over [(the)] (instance dict|instance attribute|instance's __dict__|instance __dict__|__dict__ of instance|entry in instance dict)
#: (instance dict|instance attribute|instance __dict__|entry in instance __dict__) (take|have|has) (precedence|priority) over non-data descriptor
#: property (is|are) [a] data descriptor [even without setter]
class Data:
    def __get__(self, made, kind):
        return "descriptor"
    def __set__(self, made, value): ...
class Plain:
    def __get__(self, made, kind):
        return "descriptor"
class Pot:
    data, plain = Data(), Plain()
made = Pot()
vars(made).update(data="own", plain="own")
so = (made.data, made.plain) == ("descriptor", "own") and hasattr(property, "__set__")

#: (function|method) (is|are) (non-data descriptor|descriptor) [(which is how method is bound|that bind)] [(self)]
#: (accessing function through instance|function accessed through instance|accessing method on instance|accessing function on instance) (create|<returns>|produce) [(a|new)] bound method
#: bound method is created [(on|each time|anew)] [(on each access|each access|access|it is accessed)]
#: bound method (has|hold|store) [(reference to|its)] [instance in] __self__ [(and __func__)]
class Pot:
    def lid(self):
        return 1
made = Pot()
so = made.lid is not made.lid and made.lid == made.lid and made.lid.__self__ is made and hasattr(Pot.lid, "__get__")

#: (static method|staticmethod) (receive|get|take|has|need) [(no|neither)] (implicit first argument|self|implicit argument|self nor cls|first argument|automatic argument)
#: (static method|staticmethod) (does not|do not) (receive|get|take|has access to) [(an|implicit|self|instance|the)] [(first|or|implicit)] [(argument|cls|class|instance or class|first argument)]
#: (class method|classmethod) (receive|receives|get|take|is passed) [the] class [(object|itself)] [(as|instead of)] [(first|implicit first|its first|instance)] [(argument|parameter)]
#: (class method|classmethod) called (on|through) [a] subclass (receive|get) [the] subclass
class Pot:
    @classmethod
    def kind(cls):
        return cls
    @staticmethod
    def count(*given):
        return len(given)
class Big(Pot): pass
so = Big.kind() is Big and Pot().count() == 0

#: (setting|assigning to|writing to) [a] (read-only property|property without setter|property that has no setter|property with no setter) <raises> attributeerror
#: property (without|with no|that has no) setter (is|are) read-only
#: property (without|with no|that has no) setter (can not|could not) be (assigned to|assigned|set|written to|changed)
#: read-only property <raises> attributeerror [(on|when|if)] [(assignment|assigned to|set|you assign to it)]
class Pot:
    @property
    def lid(self):
        return 1
def act():
    Pot().lid = 2
so = raises(AttributeError, act)

#: (functools.cached_property|cached_property) (compute|compute its|evaluate|is computed|is evaluated|run|is calculated) [(value|its value|the value|function|method)] [(only)] once [(per instance|and cache it|and stores it)]
#: (functools.cached_property|cached_property) (require|need|does not work without) [(mutable|instance|an)] __dict__
import functools
seen = []
class Pot:
    @functools.cached_property
    def lid(self):
        seen.append(1)
        return 5
made = Pot()
so = made.lid + made.lid == 10 and seen == [1] and "lid" in vars(made)

#: [the] mro (of class|is) [(is)] (computed|determined|calculated|built) (with|by|using|via) [the] c3 [(linearization|algorithm|linearization algorithm|superclass linearization)]
#: (python|mro|method resolution order|it) [(3)] (use|uses|is computed with|is computed by|is based on|follow|is determined by) [the] c3 (linearization|algorithm|linearization algorithm|superclass linearization) [to (compute|determine|calculate|build) mro]
class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(O): pass
class E(O): pass
class K1(A, B, C): pass
class K2(D, B, E): pass
class K3(D, A): pass
class Z(K1, K2, K3): pass
so = "".join(one.__name__ for one in Z.__mro__) == "ZK1K2K3DABCEOobject"

#: (inconsistent|conflicting|impossible) (mro|method resolution order|base order|base class order|hierarchy|linearization) <raises> typeerror
#: (if|when) [(no|consistent|python can not|a)] (consistent mro|create consistent mro|find consistent mro|consistent method resolution order|mro) [(can be|exist|is|can not)] [(found|computed|impossible|be created|be found)] [,] [(python|class definition|it)] <raises> typeerror
class A: pass
class B(A): pass
def act():
    class C(A, B): pass
so = raises(TypeError, act)

#: (subclass|child|child class|derived class) (come|is checked|appear|is searched|precede) before [(its|their|the)] (parent|base|base class|superclass|parent class) [in mro]
#: (order of parent|order of base class|base class order|parent order|left-to-right order of base) (in class definition is preserved|is preserved|is respected) [in mro]
#: (parent class|each class|class|base class|common base class) appear [(only)] once in mro
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
so = D.__mro__ == (D, B, C, A, object)

#: (every|all) class [implicitly|ultimately|eventually] (inherit|derive) from object
#: object is (root|base|ultimate base|base class|top) (of all class|of every class|of class hierarchy|for all class)
#: class [implicitly] (inherit|derive) from object [by default|if no base is given]
class Pot: pass
so = Pot.__mro__ == (Pot, object)

#: __init__ (must|should|has to|can only) <returns> none
#: (returning value|returning anything|returning value other than none|returning non-none|returning something) [(other than none)] (from|in) __init__ <raises> typeerror
#: __init__ (can not|must not|may not) <returns> (value|anything|anything other than none|anything but none|value other than none)
#! __init__ <returns> [the] [new] (instance|object|self)
class Pot:
    def __init__(self):
        return 5
so = raises(TypeError, Pot)

#: __new__ (is|get) called before __init__
#: __new__ (create|creates|<returns>|allocate) [and] [<returns>] [(the|a|new)] [(new|and return)] (instance|object) [(and|while|before)] [__init__ (initialize|initializes|set up|configure) (it|instance)]
#: __init__ (initialize|initializes) [(the|an|already)] [(already created|existing|new|newly created|created|already-created)] (instance|object)
#! __init__ (create|creates|allocate) [the] (instance|object)
#! __init__ is called before __new__
#: __new__ (is called|run|runs|is executed) before __init__
#: __init__ (is called|run|runs|is executed) after __new__
#: __new__ create [the] (instance|object) [and __init__ initialize it]
#! __init__ (is called|run|runs|is executed) before __new__
#! __new__ (is called|run|runs|is executed) after __init__
seen = []
class Pot:
    def __new__(cls):
        seen.append("new")
        return super().__new__(cls)
    def __init__(self):
        seen.append("init")
Pot()
so = seen == ["new", "init"]

#: __init__ (is not|does not get|is never) called (if|when|unless) __new__ (<returns>|does not return) [(something that is not|object that is not|an|object of|anything other than)] [(instance|another|different|instance of)] [(of|class|instance of)] [(class|another class|different class|none)] [cls]
#: __init__ (is called|run|is only called|only run) [only] (if|when) __new__ <returns> [an] instance of [(the|original|same)] (class|cls) [(itself)]
#: (if|when) __new__ <returns> (none|instance of other class|object of different type|instance of another class|something else|instance of different class|object of other class) [,] __init__ (is not called|does not run|is skipped)
#: __init__ (does not run|is not called|is skipped|is not run|does not get called) (if|when) __new__ return [(an|a)] [(instance|object)] of [a|an] (different|another|other) (class|type)
#: __init__ [only] (run|runs|is called) if __new__ return [(an|a)] [(instance|object)] of [(the|that|its own)] [(original|same|own)] class
#! __init__ (run|runs|is called|still run|still runs) (if|when|even if|even when) __new__ return [(an|a)] [(instance|object)] of [a|an] (different|another) (class|type)
seen = []
class Pot:
    def __new__(cls):
        return 5
    def __init__(self):
        seen.append(1)
so = Pot() == 5 and seen == []

#: __init__ (run|is called) (every time|each time|on every call) [(class is called|even if|you call class|even when)] [__new__ <returns> (existing|cached|same) instance]
seen = []
class Pot:
    one = None
    def __new__(cls):
        cls.one = cls.one or super().__new__(cls)
        return cls.one
    def __init__(self):
        seen.append(1)
so = Pot() is Pot() and len(seen) == 2

#: __new__ is [(implicitly|a|actually)] [a] static method [(even without|although|though)]
#: __new__ (receive|take|get) [the] class as [(its|the)] [first] (argument|parameter)
class Pot:
    def __new__(cls):
        return super().__new__(cls)
so = isinstance(vars(Pot)["__new__"], staticmethod)

#: (subclass of immutable type|to subclass tuple|subclass of tuple|to customize immutable type|immutable type|customizing immutable type|subclass of int or str|immutable type subclass) (must|has to|need to|require) (override|use|be customized in|be customized with|overriding|is customized in) __new__ [not __init__]
class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))
so = Pair(1, 2) == (1, 2)

#: (class|classes) (is|are) [(themselves|also)] (object|instance of type|instance of metaclass|first-class object)
#: type is (its own metaclass|default metaclass|instance of itself|class of all class|metaclass of all class)
#: type of [a] class is type
#: (type|type with three argument|calling type with three argument|`type(name,bases,dict)`|three-argument type|three-argument form of type) (create|<returns>) [a] [new] class [(dynamically|at runtime)]
class Pot: pass
made = type("Made", (Pot,), {"lid": 1})
so = type(Pot) is type and type(type) is type and made.lid == 1

#: metaclass['s] (__call__|type.__call__) (control|is called|run|is invoked|handle) [(when|instance|instantiation)] [(class is called|creation|instance is created)]
#: metaclass __call__ (intercept|control) instance creation
seen = []
class Meta(type):
    def __call__(cls, *given):
        seen.append("call")
        return super().__call__(*given)
class Pot(metaclass=Meta): pass
Pot()
so = seen == ["call"]

#: (class body|body of class) (is|run|get) (executed|run|evaluated) (when|at time|once|at) [(the)] (class is defined|class statement is executed|definition time|class is created|class definition time|import time) [not when (it is instantiated|instance is created)]
#: class body is executed (when class is defined|at definition time|once) [(when class is defined|at definition time)]
seen = []
class Pot:
    seen.append(1)
so = seen == [1]

#: (name|attribute|method) (with|starting with|beginning with|prefixed with|that start with|that begin with) (two leading underscore|double underscore|two underscore|double leading underscore|leading double underscore|__) [(and without trailing underscore)] (is|are|undergo|trigger|cause|get) [(name)] (mangled|name-mangled|name mangling|mangling) [(to|into|by)] [(_classname__name|include class name|_class__attr|class name)]
#: private (attribute|name|method) with (two|double|two leading|double leading) underscore is (mangled|name-mangled)
#: (double underscore|double leading underscore|leading double underscore|two leading underscore|__ prefix|double underscore prefix) (trigger|cause|invoke|activate) name mangling
#: (self.__x|self.__secret|__x|__secret|__private|__value|`__name`|self.__balance|__balance) (is stored as|become|is renamed to|is mangled to|is accessible as|is turned into|is rewritten to) (_classname__x|`_class__x`|_pot__x|_myclass__secret|_classname__secret|_classname__private|_account__balance|`_classname__name`)
#: name mangling (is|does) not [(make|provide|security|real)] [(attribute|true|real|mechanism|privacy|security feature)] [(private|privacy|security)]
class Pot:
    def __init__(self):
        self.__lid = 1
so = vars(Pot()) == {"_Pot__lid": 1} and Pot()._Pot__lid == 1

#: single [leading] underscore (is|are) [(only|just|merely)] [a] convention [and not enforced]
#: (private attribute|attribute with leading underscore|underscore attribute|single underscore attribute|_ prefixed attribute) (is|are) not (enforced|really private|actually private|truly private)
#: there is no (true|real|truly) private (attribute|member|variable)
#: python (has no|does not enforce|does not has) (private attribute|private member|access modifier|privacy|access control|private variable)
class Pot:
    def __init__(self):
        self._lid = 1
so = Pot()._lid == 1

#: __init_subclass__ (is|get) (called|run|invoked) (when|whenever|each time|every time) [(a|the)] (class is subclassed|subclass is created|subclass is defined|class is inherited from|new subclass is defined)
#: __set_name__ (is|get) (called|run|invoked) (when|at) [(the)] (owning class is created|class creation|class creation time|class is created|owner class is created)
#: __set_name__ (receive|get|tell|is passed) [(owner|descriptor)] [(class and|the|and)] [attribute] name
seen = []
class Lid:
    def __set_name__(self, owner, name):
        seen.append(name)
class Pot:
    lid = Lid()
    def __init_subclass__(cls):
        seen.append(cls.__name__)
class Big(Pot): pass
so = seen == ["lid", "Big"]

#: (later|second) (method definition|definition|definition of same name) (replace|overwrite|override|silently replace|silently overwrite) [(the)] (earlier|first|previous) [(one|definition)]
#: (method overloading|overloading) is not supported
#: (python|it) does not (support|has) [(method|function)] overloading [(by signature|based on argument type)]
#: defining method with same name (overwrite|replace) (previous one|previous|first one|earlier one|the previous one)
#: last definition win
#: [a] (second|later) method [(of|with)] [the] same name (overwrite|overwrites|replace|replaces) the (first|earlier one|earlier|previous one)
#: python does not support method overloading
#: does not support method overloading
class Pot:
    def lid(self):
        return 1
    def lid(self, other=None):
        return 2
so = Pot().lid() == 2

#: (+=|in-place addition|augmented assignment) (fall back to|use) __add__ (if|when) (__iadd__ is not defined|there is no __iadd__|__iadd__ is missing|object has no __iadd__)
#: += (call|try|use) __iadd__ [(first|if defined|if it is defined|if available)]
class Pot:
    def __add__(self, other):
        return "added"
made = Pot()
made += 1
so = made == "added"

#: (in operator|in) (call|use|invoke) __contains__ [(and|or|method)] [(fall back to|falls back to)] [__iter__]
#: in fall back to (iteration|__iter__|iterating) (if|when) (there is no __contains__|__contains__ is not defined|__contains__ is missing)
class Pot:
    def __iter__(self):
        return iter([1, 2])
so = 2 in Pot() and 3 not in Pot()

#: __del__ (is|get) called when [(the|an)] object is (garbage collected|about to be destroyed|destroyed|collected|finalized)
#: del [x] (does not|do not|does not directly|does not necessarily) call __del__ [directly]
seen = []
class Pot:
    def __del__(self):
        seen.append(1)
one = two = Pot()
del one
before = list(seen)
del two
import gc
gc.collect()
so = before == [] and seen == [1]

#: __missing__ (is|get) called (by|when) (dict.__getitem__|[] lookup|`dict[key]`|key is not found|key is missing) [(only|for (missing key|dict subclass)|when key is missing)]
#: (dict.get|.get) does not (call|use|trigger) __missing__
class Pot(dict):
    def __missing__(self, key):
        return 5
so = Pot()[1] == 5 and Pot().get(1) is None
