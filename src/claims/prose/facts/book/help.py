"""What the code of the facts is written with. Each fact runs in a scope of its own and leaves its answer in `so`."""


class NotTried(NameError):
    """This Python lacks what the fact is about."""


class Answer(str):
    __repr__ = str.__str__


def tried(code, denied):
    scope = {**globals(), "denied": denied}
    try:
        exec(code, scope)
    except Exception as error:
        raise NotTried(f"{type(error).__name__}: {error}") from None
    return Answer("so" if bool(scope["so"]) != denied else "not so")


def raises(kind, act, *given):
    try:
        act(*given)
    except kind:
        return True
    except Exception:
        return False
    return False


def works(act, *given):
    return not raises(Exception, act, *given)


def compiles(code):
    return not raises(SyntaxError, compile, code, "fact", "exec")


def ran(work):
    """Runs a coroutine in a loop of its own."""
    import asyncio

    return asyncio.run(work)


def mutable(thing, field=None):
    """Whether one of the usual ways of changing an object works."""
    ways = [
        lambda: thing.append(thing[0]),
        lambda: thing.add(77),
        lambda: thing.update({77: 77}),
        lambda: thing.__setitem__(0, thing[0]),
        lambda: setattr(thing, field or "value", 77),
    ]
    return any(map(works, ways))


def keeps_order(build):
    """Whether what is put in comes out in the same order: many small numbers, and some far apart."""
    orders = [[40, 3, 97, 12, 55, 8], [120, 7, 64, 31, 99, 2]]
    plain = [[ord(one) if isinstance(one, str) else one for one in build(order)] for order in orders]
    return all(now in (order, list(range(6))) for now, order in zip(plain, orders))


def first_items(made):
    """The first items of what can be iterated; nothing of anything else."""
    import itertools

    return [] if raises(TypeError, iter, made) else list(itertools.islice(made, 3))
