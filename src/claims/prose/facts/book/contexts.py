"""Facts about context managers."""

#: (if|when) __exit__ return true [,] the exception is (suppressed|swallowed)
#: return true [from __exit__] to (suppress|swallow) the exception
#: returning true from __exit__ (suppress|suppresses|swallow|swallows) the exception
#: __exit__ (returning|that returns) true (suppress|suppresses|swallow|swallows) [(the|an)] (exception|exceptions)
#: __exit__ can (suppress|swallow) [(an|the)] exception [(by returning true)]
#! (if|when) __exit__ return true [,] the exception (propagate|is propagated|is re-raised|is raised again)
class Pot:
    def __enter__(self):
        return self
    def __exit__(self, *error):
        return True
def act():
    with Pot():
        raise KeyError
so = works(act)

#: (if|when) __exit__ return (false|none|false or none) [,] the exception (propagate|is propagated|is re-raised)
#: returning (false|none|false or none) from __exit__ (propagate|propagates|lets the exception propagate) [the exception]
class Pot:
    def __enter__(self):
        return self
    def __exit__(self, *error):
        return False
def act():
    with Pot():
        raise KeyError
so = raises(KeyError, act)

#: __exit__ [only] (run|is called) if __enter__ (completed|completes|succeeded|succeeds|returned|returns|complete|succeed|return) [successfully]
#: __exit__ (is not called|does not run|is not run|will not be called) (if|when) __enter__ (raise|raises|fail|fails|raises an exception)
#: (if|when) __enter__ (raise|raises|fail|fails|raises an exception) [,] __exit__ (is not called|does not run|is not run)
#! __exit__ (is called|run|runs|is run) (even if|even when) __enter__ (raise|raises|fail|fails|raises an exception)
seen = []
class Pot:
    def __enter__(self):
        raise KeyError
    def __exit__(self, *error):
        seen.append(1)
def act():
    with Pot():
        pass
so = raises(KeyError, act) and seen == []

#: __exit__ (is called|run|runs|is run) (even if|even when) [an] exception (is raised|occurs|occur|happens)
seen = []
class Pot:
    def __enter__(self):
        return self
    def __exit__(self, *error):
        seen.append(1)
def act():
    with Pot():
        raise KeyError
so = raises(KeyError, act) and seen == [1]

#: __exit__ (receive|receives|take|takes|get|is called with|is passed) (three argument|exception type, value and traceback|type, value and traceback|type, value, traceback|exception type value and traceback|exception detail|exc_type, exc_val, exc_tb|exception type, exception value and traceback)
#: __exit__ (receive|is called with|get) (none, none, none|three none|none for all three) (if|when) (no exception occurred|there was no exception|block exit normally|no exception was raised|there is no exception)
seen = []
class Pot:
    def __enter__(self): pass
    def __exit__(self, *given):
        seen.append(given)
with Pot(): pass
so = seen == [(None, None, None)]

#: (value returned by __enter__|return value of __enter__|result of __enter__|what __enter__ <returns>) (is|get) (bound|assigned) to [the] (name|variable|target|as target|as variable) [(after as|behind as|following as|in as clause)]
#: as (bind|assign) [the] (return value of __enter__|result of __enter__|value returned by __enter__|what __enter__ return)
class Pot:
    def __enter__(self):
        return 5
    def __exit__(self, *given): pass
with Pot() as one:
    so = one == 5

#: __exit__ (is|get|will be) [(always)] (called|run|executed|invoked) (even|regardless|no matter|also) [(if|when)] [(an|the)] [(exception|body|block)] [(is raised|occur|raise|happen|occurred)] [(in block|inside block|in with block|in body)]
#: (context manager|with statement|with) (guarantee|ensure|make sure) [(that)] [(resource|file|__exit__|cleanup)] (is released|is closed|is called|cleanup|run|happen|released) [(even if (exception|an exception|error) (occur|is raised|happen))]
#: (with open|with open(...)|with statement|with block|file opened with with|context manager) (close|closes) [(the|file)] file [(automatically|even if (exception|an exception|error) (occur|is raised|happen)|at end of block|when block end|when block is left)]
#: file is closed [(automatically)] (when|after|at end of|even if) [(the)] [(with)] (block end|block|with block|block is left|block exit|exception occur|exception is raised|an exception occur)
import os
try:
    with open(os.devnull) as file:
        raise KeyError
except KeyError:
    so = file.closed

#: (contextlib.suppress|suppress) (swallow|ignore|suppress|silence|swallows|catch) [(and ignore|only|the)] [(the|listed|given|specified|named)] exception [(type|class|listed)]
#: execution (continue|resume) after with [(block|statement)] [when (contextlib.suppress|suppress) (swallow|suppress) exception]
import contextlib
seen = []
with contextlib.suppress(KeyError):
    raise KeyError
    seen.append(1)
so = seen == []

#: (contextlib.contextmanager|contextmanager) (turn|convert|make|transform|create) [(a|from)] [generator] [function] [(that yield once)] [(into|to)] [a] context manager
#: (contextlib.contextmanager|contextmanager) (function|generator|generator function) must yield [exactly] once
#: [code] before [the] yield (is|run as|act as|correspond to|run on|run in) (__enter__|entry|entering) [and (code after it|code after|after|what follow)] [(is|run as|act as|run on)] [(__exit__|exit)]
import contextlib
@contextlib.contextmanager
def act():
    yield 5
with act() as one:
    so = one == 5

#: (contextlib.exitstack|exitstack) (call|close|exit|run|unwind|invoke) [(its|registered)] [(callback|context manager|context|them|exit callback)] in (reverse|lifo|last-in first-out|reverse order) [order] [of (registration|entry)]
import contextlib
seen = []
with contextlib.ExitStack() as stack:
    stack.callback(seen.append, 1)
    stack.callback(seen.append, 2)
so = seen == [2, 1]

#: (contextlib.closing|closing) (call|calls) [(the|object's)] (close|.close|close method) [(at|on|when)] [(exit|end of block|block end)]
#: (contextlib.nullcontext|nullcontext) does nothing
#: (contextlib.redirect_stdout|redirect_stdout) (redirect|redirects|capture|temporarily redirect) [(sys.stdout|stdout|output|print output)] [(to (another file|file-like object|stringio))]
import contextlib, io
made = io.StringIO()
with contextlib.redirect_stdout(made):
    print("a")
so = made.getvalue() == "a\n"
