"""Facts about base classes, slots and abstract classes."""

#: bool can not be subclassed
#: you can not subclass bool
#: (trying to subclass|subclassing) bool raise typeerror
#: bool can not be [used as] [a] base class
#! bool can be subclassed
def act():
    class Pot(bool): pass
so = raises(TypeError, act)

#: (nonetype|none type|function|function type|range|slice|generator|ellipsis|nonetype and function) can not be subclassed
def act():
    class Pot(type(None)): pass
def more():
    class Pot(range): pass
so = raises(TypeError, act) and raises(TypeError, more)

#: (zero-argument form of super|super without argument|zero-argument super|argumentless super|super|super()) (is|work like|behave like|is [just] shorthand for) [(equivalent to|same as|short for)] (super(__class__,self)|`super(__class__,self)`|`super(classname,self)`|super(classname,self))
#: (super without argument|zero-argument super) use __class__ [cell]
class A:
    def lid(self):
        return 1
class B(A):
    def lid(self):
        return super().lid() == super(__class__, self).lid()
so = B().lid()

#: (super|super()) (does not|is not) [(necessarily|always)] (call|refer to|mean|parent|<returns>) [the] (parent class|parent|class)
#: (super|super()) (follow|use|walk|respect|delegate to|go along|look up) [(the|next|method|method in|next class in|along)] [(class|in|method)] [(in|next in)] (mro|method resolution order|__mro__)
#: (super|super()) (call|delegate to|refer to|<returns>) next (class|method|one|implementation) in [the] (mro|method resolution order) [not (parent|parent class|just parent)]
seen = []
class A:
    def act(self):
        seen.append("A")
class B(A):
    def act(self):
        seen.append("B")
        super().act()
class C(A):
    def act(self):
        seen.append("C")
        super().act()
class D(B, C): pass
D().act()
so = seen == ["B", "C", "A"]

#: (declaring|defining|using|adding) __slots__ (<removes>|eliminate|prevent|avoid|suppress|does away with) [(the|per-instance|creation of|instance)] [(per-instance|instance)] (__dict__|instance dict|dict|dict per instance) [(per instance|of instance|for instance|for each instance)]
#: __slots__ (<removes>|eliminate|prevent|avoid|suppress|does away with|replace) [(the|per-instance|creation of|instance|automatic creation of)] [(per-instance|instance)] (__dict__|instance dict) [(per instance|of instance|for instance|for each instance)]
#: [instance of] [a] class (with|that define|using|that use|defining|that declare) __slots__ (does not|do not) has [(a|per-instance|an instance)] __dict__ [(by default|unless)]
#: instance of class (with|that define|using) __slots__ (lack|has no) __dict__
#: (setting|assigning|assigning to|adding) [(an|a|to)] (undeclared|unlisted|undefined|unknown|new|arbitrary|attribute not in __slots__) [attribute] [(on|to)] [(slotted|it|slotted class|slotted instance|class with __slots__|instance)] raise attributeerror
#: (setting|assigning|adding) [an] attribute (not listed in|not in|that is not in|not declared in|that is not listed in|outside|outside of) __slots__ raise attributeerror
#: (only attribute|attribute) (listed|named|declared) in __slots__ can be (set|assigned|used)
#! [instance of] [a] class with __slots__ (still|also) (has|have) [a] __dict__
class Pot:
    __slots__ = ("lid",)
made = Pot()
def act():
    made.other = 1
so = not hasattr(made, "__dict__") and raises(AttributeError, act)

#: (subclass of|class that inherit from|class derived from|subclass of class) [(a|class|slotted class)] [(slotted class|with __slots__)] (without|that does not define|that does not declare|without its own|that has no) [(own|its own)] __slots__ (has|have|get|regain|has again) [(a|an)] (__dict__|instance __dict__)
#: (if|when) [a] (subclass|child class|child) does not (define|declare) __slots__ [,] [its] instance (has|have|get) [a] __dict__ [(again|anyway)]
#: (subclass|child|child class) must [also] (define|declare) __slots__ [(too|as well|to benefit|otherwise)]
#: (if|when) [a] (parent|parent class|base class|base) (has|have|does not define) [(a|no)] (__dict__|__slots__) [,] [(child|child class|subclass)] [(instance)] [(still|also)] (has|have) [(a|both)] __dict__ [(too|as well|despite __slots__)]
class Pot:
    __slots__ = ("lid",)
class Big(Pot): pass
class Plain: pass
class Slotted(Plain):
    __slots__ = ("lid",)
so = hasattr(Big(), "__dict__") and hasattr(Slotted(), "__dict__")

#: (slotted|slotted class|class with __slots__|instance of slotted class|instance with __slots__|slotted instance) [instance] (can not be|is not) weakly referenced [(unless|without|by default)] [__weakref__]
#: [with __slots__] weak reference (require|need) __weakref__ [(in __slots__|slot)]
import weakref
class Pot:
    __slots__ = ("lid",)
so = raises(TypeError, weakref.ref, Pot())

#: __slots__ (conflict with|can not be combined with) (default value|class attribute with same name|class variable with same name)
#: (class variable|default value|class attribute) (with same name as|for|conflicting with|in conflict with) [(a|slot)] [slot] raise valueerror
def act():
    class Pot:
        __slots__ = ("lid",)
        lid = 1
so = raises(ValueError, act)

#: (mutable class attribute|class attribute|class variable|mutable class variable|class-level list|class-level mutable attribute|mutable class-level attribute) (is|are) shared (among|between|by|across) [all] [(the|its)] instance [of class]
#: [all] instance (share|shares) [the] [same] (class attribute|class variable|list|mutable class attribute|class-level list)
#: (mutating|modifying|appending to) [a] (mutable class attribute|class-level list|class attribute|mutable class variable) [(through|via|on|from)] [one] [instance] (affect|affects|change|is visible in|is seen by) [all] [(other|others|the other)] instance
#! (class attribute|class variable) (is|are) (separate|independent|copied) for each instance
#! each instance (get|has) its own copy of (class attribute|class variable)
class Pot:
    lids = []
Pot().lids.append(1)
so = Pot().lids == [1]

#: (assigning to|setting|assigning) [a] (class attribute|attribute|class variable) (through|via|on) [(an|self|the)] instance (create|creates) [(an|a new|new)] instance attribute [(that shadow|and)] [class attribute]
#: (assigning|setting) (self.x|self.count|attribute on instance|attribute through instance|attribute on self) (shadow|shadows|does not change|does not affect) [the] class (attribute|variable)
#: instance attribute (shadow|hide|override|take precedence over) class (attribute|variable) [of same name]
class Pot:
    lid = 1
made = Pot()
made.lid = 2
so = (made.lid, Pot.lid) == (2, 1)

#: (calling|accessing|instantiating) [(an|class with)] (abstract class|abstract base class|unimplemented abstract method|class with abstract method|missing abstract method) raise typeerror
#: (instantiating|creating instance of|trying to instantiate) [(a|an)] (class|subclass|abc|abstract class|abstract base class|class with|subclass that does not implement all abstract method|class with unimplemented abstract method|incomplete subclass) [(directly)] raise typeerror
#: [a] subclass (must|has to|have to) implement [all] abstract method [(before it can be instantiated|to be instantiated|or it can not be instantiated)]
#: (class|subclass|abc) (with|that has|that does not implement all) [(unimplemented|any|all|remaining)] abstract method can not be instantiated
#: typeerror is raised (at|on|when|during) (instantiation|instantiation time) [(not at call time|if)] [(method is missing)]
#: typeerror at instantiation time
#! typeerror is raised (at|when) class definition
import abc
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
class Half(Shape): pass
so = raises(TypeError, Half)

#: abstract method can (has|have|contain|provide) [an] (implementation|body|default implementation)
#: abstract method can be called (with|via|through) super
import abc
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        return 1
class Full(Shape):
    def area(self):
        return super().area() + 1
so = Full().area() == 2

#: (abstract property|abstract property and abstract class method|abstract classmethod) (is|are) possible
#: property can be (abstract|combined with abstractmethod)
import abc
class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...
    @classmethod
    @abc.abstractmethod
    def make(cls): ...
so = raises(TypeError, Shape)

#: (isinstance|isinstance and issubclass) <accepts> tuple [of (class|type)]
#: isinstance (return|is|<returns>) true for (subclass|instance of subclass|subclass instance|derived class) [(too|as well|of class)]
#: isinstance (take|consider|respect|account for) inheritance [(into account|hierarchy)]
#: isinstance (check|walk|follow) (inheritance|mro|class hierarchy)
#! isinstance (<returns> false|is false) for subclass
class A: pass
class B(A): pass
so = isinstance(B(), (int, A)) and isinstance(B(), A) and type(B()) is not A

#: (type(obj) == cls|comparing type|type comparison|type check with type) (ignore|does not consider|fail for) (inheritance|subclass)
class A: pass
class B(A): pass
so = type(B()) != A
