"""Facts about calls and classes of any name."""

#: {call} (return|returns|give|gives back|gives you|produces|evaluate to) [new] {type} [object] [(and not|not|rather than|instead of) [a] (list|tuple|copy|iterator|generator|string)]
#: {call} result in {type}
#: the (return value|result) of {call} is {type}
#! {call} does not return {type}
#! {call} return no {type}
if not fits(made) and any(map(fits, first_items(made))):
    raise LookupError("it may speak of what is in it")
so = fits(made)

#: {class} is [(direct|indirect)] subclass of {class}
#: {class} (inherit|inherits|derive|derives|is derived) from {class}
#: {class} is {class} subclass
#: {class} is (kind|special case) of {class}
#! {class} is not subclass of {class}
#! {class} does not (inherit|derive) from {class}
so = issubclass(one, other) and one is not other

#: {class} is [the] (base class|parent class|superclass|parent|root|base) of [(all)] {class}
so = issubclass(other, one) and one is not other

#: {class} is [the] (root|base class|base|common base class|superclass) of all [(built-in)] exception [class]
import builtins
kinds = [kind for kind in vars(builtins).values() if isinstance(kind, type) and issubclass(kind, BaseException)]
so = all(issubclass(kind, one) for kind in kinds)

#: {class} is [(just)] alias (of|for) {class}
#: {class} is [the] same as {class}
so = one is other

#: catching {class} (catch|catches|covers) {class} [(as well|too)]
#! catching {class} does not catch {class}
so = issubclass(other, one)
