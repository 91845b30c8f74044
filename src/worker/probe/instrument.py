"""Rewrites a parsed script so that its statements report to the harness, and means the same as before.

Wrapping, not cutting: ``with @snipcheck.line(12): <statement>`` around every top-level statement, and

    with @snipcheck.at(spot):
        if @snipcheck.ask(spot, 0): ...            # expressions wanted before it
        x = @snipcheck.keep(spot, <expression>)    # its value passes through
        @snipcheck.over(spot)
        if @snipcheck.ask(spot, 1): ...            # expressions wanted after it

around a probed one. A ``with`` keeps its state on the frame's own stack: nothing shows in ``locals()``, ``return``, ``yield``
and ``break`` pass through it, and no reference is held. Only builds trees; what the calls do stands in ``watch``.
"""

import ast

__builtins__ = dict(vars(__import__("builtins")))  # a copy: the snippet may change the real ones

#: No snippet can spell it. It lives in ``builtins``, which a snippet prints less often than its own globals.
NAME = "@snipcheck"

_LOAD = ast.Load()
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_DEFINITIONS = (*_FUNCTIONS, ast.ClassDef)
_HOLDERS = (ast.excepthandler, *((ast.match_case,) if hasattr(ast, "match_case") else ()))
_REFUSED = (ast.Yield, ast.YieldFrom, ast.NamedExpr)


class Script:
    """The rewriting of one parsed script.

    ``probes`` maps a document line to its probes; ``desk.spot(line, probes, outer)`` numbers a probed statement (``outer``: one of
    those that report their end), ``desk.question(number, key)``
    an expression asked there, ``desk.bad(key, error)`` takes one that cannot be asked; a key is a probe's id and an index.
    """

    def __init__(self, tree, probes, desk):
        self.tree, self.desk = tree, desk
        self.wanted = {id(node): probes[line] for line, node in _begins(tree, probes).items()} if probes else {}
        self.outer = ()

    def statements(self):
        """Every top-level statement reports its end."""
        opening, body = self._split(self.tree, True)
        lines = list(map(begins, body))
        if self.wanted:
            self.outer = set(map(id, body))
            body, _ = self._body(body, None, False)
        self.tree.body = [*opening, *map(_line, lines, body)]

    def probes(self):
        """Only the probed statements report."""
        if self.wanted:
            self._scope(self.tree, None, False)

    def _scope(self, holder, members, waits):
        """Rewrites the body of a module, class or function; whether a statement of its own scope is probed.

        ``members`` collects the probed assignments of the class whose scope it is; ``waits``: ``await`` may stand here.
        """
        opening, body = self._split(holder, False)
        body, probed = self._body(body, members, waits)
        holder.body = [*opening, *body]
        return probed

    def _split(self, holder, always):
        """What must stay first as it is, and the rest, headed by what reports in the place of the former."""
        count = _opening(holder.body)
        opening, body = holder.body[:count], holder.body[count:]
        stand_ins = []
        for node in opening:
            probes = self.wanted.pop(id(node), None)
            if always or probes:
                stand_ins.append(_at(node, ast.Expr(node.value) if isinstance(node, ast.Expr) else ast.Pass()))
            if probes:
                self.wanted[id(stand_ins[-1])] = probes
        return opening, [*stand_ins, *body]

    def _body(self, body, members, waits):
        new, probed = [], False
        for node in body:
            probed |= self._inside(node, members, waits)
            probes = self.wanted.get(id(node))
            probed |= probes is not None
            new.append(self._probed(node, probes, members, waits) if probes else node)
        return new, probed

    def _inside(self, node, members, waits):
        """Rewrites what the statement holds; whether a statement of the same scope was probed there."""
        if isinstance(node, ast.ClassDef):
            return self._class(node)
        if isinstance(node, _FUNCTIONS):
            self._scope(node, None, isinstance(node, ast.AsyncFunctionDef))
            return False
        probed = False
        for field, holder in _bodies(node):
            body, here = self._body(getattr(holder, field), members, waits)
            setattr(holder, field, body)
            probed |= here
        return probed

    def _class(self, node):
        """Rewrites a class; whether its statement itself now asks the harness for something."""
        members = []
        if self._scope(node, members, False):
            # Else a class body would look the name up in its namespace first, which may be the snippet's own mapping.
            first = _opening(node.body)
            node.body.insert(first, _at(node.body[first], ast.Global([NAME])))
        if members:
            at = node.decorator_list[0] if node.decorator_list else node
            node.decorator_list.insert(0, _call(at, "members", node.name, *(part for pair in members for part in pair)))
        return bool(members)

    def _probed(self, node, probes, members, waits):
        number = self.desk.spot(begins(node), probes, id(node) in self.outer)
        if members is not None:
            members += [(probe["id"], name) for name in _names(node) for probe in probes]
        asked = {"before": [], "after": []}
        for probe in probes:
            for index, expr in enumerate(probe["exprs"]):
                asked[expr["when"]] += self._question(node, number, (probe["id"], index), expr["text"], waits)
        return _with(node, _call(node, "at", number), _watched(node, number, asked["before"], asked["after"]))

    def _question(self, node, number, key, text, waits):
        try:
            expr = parse_question(text, waits)
        except Exception as error:
            self.desk.bad(key, error)
            return []
        for part in ast.walk(expr):
            if "lineno" in part._attributes:
                _at(node, part)
        at = self.desk.question(number, key)
        told = _try(node, [_expr(node, "told", number, at, expr)], handler=[_expr(node, "failed", number, at)])
        return [_at(node, ast.If(test=_call(node, "ask", number, at), body=[told], orelse=[]))]


def parse_question(text, waits):
    """The tree of an expression of a probe; refuses what would change the scope around it."""
    flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    expr = compile(f"({text.strip()}\n)", "<expression>", "eval", flags, True).body
    for node in ast.walk(expr):
        waiting = isinstance(node, ast.Await) or getattr(node, "is_async", 0)
        if isinstance(node, _REFUSED) or waiting and not waits:
            raise SyntaxError(f"{type(node).__name__} cannot be asked here")
    return expr


def begins(node):
    """The line on which a statement begins: that of its first decorator, where it has one."""
    decorators = getattr(node, "decorator_list", None)
    return min(decorators[0].lineno, node.lineno) if decorators else node.lineno


def _begins(tree, lines):
    """For each wanted line the statement that begins there; the last and innermost of several."""
    found, stack = {}, list(reversed(tree.body))
    while stack:
        node = stack.pop()
        line = begins(node)
        # Of `class B(A, A): pass` it is the class that may show something.
        if line in lines and not (isinstance(node, ast.Pass) and isinstance(found.get(line), (ast.ClassDef, ast.If))):
            found[line] = node
        stack += reversed([inner for field, holder in _bodies(node) for inner in getattr(holder, field)])
    return found


def _bodies(node):
    """Where statements hang on this one: pairs of field and holder, in the order of the text."""
    for field in node._fields:
        items = getattr(node, field, None)
        if not isinstance(items, list) or not items:
            continue
        if isinstance(items[0], ast.stmt):
            yield field, node
        elif isinstance(items[0], _HOLDERS):
            yield from (("body", item) for item in items)


def _opening(body):
    """How many statements must stay first as they are: the docstring, imports from ``__future__``."""
    count = 0
    for node in body:
        text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        if not (text and count == 0 or isinstance(node, ast.ImportFrom) and node.module == "__future__"):
            break
        count += 1
    return count


def _line(line, node):
    return _with(node, _call(node, "line", line), [node])


def _watched(node, number, before, after):
    """The statements inside the ``with`` of a probed one."""
    ready = [_expr(node, "ready", number)] if before else []
    body = [*before, *ready, node, *_capture(node, number)]
    if not after or isinstance(node, ast.Raise):
        return body
    if isinstance(node, (ast.Return, ast.Break, ast.Continue)):
        # Whether its value was seen tells that all went well: an exception leaves the same way.
        sees = isinstance(node, ast.Return) and node.value is not None
        last = _at(node, ast.If(test=_call(node, "done", number, sees), body=after, orelse=[]))
        return [*body[:-1], _try(node, [node], final=[last])]
    return [*body, _expr(node, "over", number), *after]


def _capture(node, number):
    """Lets the statement's value pass by the harness; returns what must follow the statement for that."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield):
        inner = node.value
        given = inner.value or _at(inner, ast.Constant(None))
        inner.value = _call(given, "given", number, given)
    elif isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
        node.value = _call(node.value, "keep", number, node.value)
    elif isinstance(node, (ast.Expr, ast.Return)) and node.value is not None:
        node.value = _call(node.value, "value", number, node.value)
    elif isinstance(node, (ast.If, ast.While, ast.Assert)):
        node.test = _call(node.test, "value", number, node.test)
    elif isinstance(node, ast.AugAssign) and _simple(node.target):
        look = _expr(node, "value", number, _loaded(node.target))
        return [_try(node, [look], handler=[_at(node, ast.Pass())])]
    return []


def _simple(target):
    """Whether evaluating it once more does nothing but look it up."""
    if isinstance(target, ast.Attribute):
        return _simple(target.value)
    if isinstance(target, ast.Subscript):
        return _simple(target.value) and isinstance(target.slice, (ast.Name, ast.Constant, ast.UnaryOp))
    return isinstance(target, ast.Name)


def _loaded(target):
    fields = {name: getattr(target, name) for name in target._fields if name != "ctx"}
    return _at(target, type(target)(**fields, ctx=ast.Load()))


def _names(node):
    """The names that an assignment binds in its own scope."""
    targets = getattr(node, "targets", None) if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    while targets:
        target, *targets = targets
        if isinstance(target, (ast.Tuple, ast.List)):
            targets = [*target.elts, *targets]
        elif isinstance(target, ast.Name) and not isinstance(node, (ast.For, ast.AsyncFor)):
            yield target.id


def _with(node, manager, body):
    return _at(node, ast.With(items=[ast.withitem(manager, None)], body=body, type_comment=None))


def _try(node, body, handler=None, final=()):
    # Not by the name BaseException: that one the snippet can bind.
    handlers = [_at(node, ast.ExceptHandler(_own(node, "anything"), None, handler))] if handler else []
    return _at(node, ast.Try(body=body, handlers=handlers, orelse=[], finalbody=list(final)))


def _expr(at, method, *args):
    return _at(at, ast.Expr(_call(at, method, *args)))


def _call(at, method, *args):
    """``@snipcheck.method(*args)``; an argument is a tree or a constant."""
    args = [arg if isinstance(arg, ast.AST) else _at(at, ast.Constant(arg)) for arg in args]
    return _at(at, ast.Call(_own(at, method), args, []))


def _own(at, name):
    return _at(at, ast.Attribute(_at(at, ast.Name(NAME, _LOAD)), name, _LOAD))


def _at(place, node):
    """Gives a node the place of another, so that tracebacks and their carets show the document's text."""
    node.lineno, node.col_offset = place.lineno, place.col_offset
    node.end_lineno, node.end_col_offset = place.end_lineno, place.end_col_offset
    return node
