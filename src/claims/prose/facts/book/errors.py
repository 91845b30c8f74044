"""Facts about exceptions."""

#: [the] name bound by [except] [as] [e] is (deleted|unbound|cleared|removed) (when|after|at end of) [(the|except)] (block end|block|except block|clause|end of block|block is left|except clause|handler end|block finish)
#: (delete|remove|unbind|clear) [the] (name|exception name|exception variable|variable) [bound by (except as e|`except...ase`|except clause)] (when|after|at end of) [(the|except)] (block end|block|except block|clause|except clause|handler end)
#: exception variable (is|get) (deleted|unbound|cleared|removed|not available|no longer available|not accessible|undefined) (after|at end of|outside|when|outside of) [(the|except)] (except block|except clause|block|block end|handler|clause)
#: (using|accessing) [the] exception variable (after|outside) except block <raises> (nameerror|unboundlocalerror)
try:
    raise KeyError
except KeyError as error:
    pass
so = "error" not in dir()

#: [the] finally [(block|clause|suite)] (is|get) [(always)] executed (even|regardless|no matter|whether or not|also) [(when|if|of|of whether|what|after)] [(try|exception|function|an exception|block|the try block|the function|there)] [(contain|is raised|return|occur|block contain|occurred|has|is|return early)] [(return|an exception)]
#: [the] finally [(block|clause|suite)] (always run|always execute|run|execute) (even|regardless|no matter|whether or not|on|in any case|after|before) [(when|if|of|of whether|what|after|way|function)] [(try|exception|function|the try block|an exception|return|there is|actually)] [(contain|is raised|return|occur|block contain|occurred|out|an exception|exception)] [(return|statement|or not)]
#: (finally|finally block|finally clause|the finally block|code in finally) (always (run|execute)|is always (run|executed)|is guaranteed to (run|execute))
#! (finally|finally block|the finally block) (is skipped|does not run|is not executed) [(if|when|after)] [(try|there is|the function)] [(return|block return)]
seen = []
def act():
    try:
        return 1
    finally:
        seen.append("end")
so = act() == 1 and seen == ["end"]

#: (return|return statement|returning) (in|inside|from) [a] finally [(block|clause)] (override|overrides|replace|win over|take precedence over|discard) [(the|any|earlier|previous)] [(earlier|previous|other)] (return|return value|value|exception|result) [(in|of|from)] [(try|try block)]
#: (return|return statement) (in|inside) finally [(block|clause)] (swallow|suppress|discard|silence|lose) [(the|any|pending|active|in-flight)] exception
scope = {}
import warnings
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    exec("def act():\n    try:\n        raise KeyError\n    finally:\n        return 1\n", scope)
so = scope["act"]() == 1

#: (else|else clause|else block|else branch) (of|in|on) try [(statement|block)] (run|is executed|execute) [(only)] (if|when) (no exception (is raised|was raised|occur|occurred|happened)|try block (does not raise|succeed|did not raise|raise no exception)|there was no exception|there is no exception|nothing was raised)
#: exception in else [(block|clause)] is not (caught|handled) by [(preceding|same|the)] except [clause]
seen = []
for bad in (False, True):
    try:
        if bad:
            raise KeyError
    except KeyError:
        seen.append("except")
    else:
        seen.append("else")
so = seen == ["else", "except"]

#: (except clause|handler|except block|exception handler) (is|are) (checked|tried|tested|matched|evaluated) (in order|from top to bottom|top to bottom|in order of appearance|in sequence)
#: (first matching except clause|first matching handler|only first matching except|first except clause that match|only one handler) (is executed|win|run|is run)
#: at most one handler is executed
seen = []
try:
    raise KeyError
except LookupError:
    seen.append("lookup")
except KeyError:
    seen.append("key")
so = seen == ["lookup"]

#: (bare except|except: |except without class|bare except clause) (catch|catches|also catch) (everything|all exception|keyboardinterrupt|systemexit|keyboardinterrupt and systemexit|systemexit and keyboardinterrupt|even keyboardinterrupt|baseexception) [(including|even)] [(keyboardinterrupt|systemexit|keyboardinterrupt and systemexit|systemexit and keyboardinterrupt)]
#: except exception (does not|do not|will not|won't) catch (keyboardinterrupt|systemexit|keyboardinterrupt and systemexit|systemexit and keyboardinterrupt|keyboardinterrupt or systemexit|systemexit or keyboardinterrupt|generatorexit)
#: (keyboardinterrupt|systemexit|keyboardinterrupt and systemexit|systemexit and keyboardinterrupt|systemexit, keyboardinterrupt and generatorexit) (inherit|derive|inherits|derives) [directly] from baseexception [not exception]
#! except exception catch (keyboardinterrupt|systemexit)
#: except exception does not catch (keyboardinterrupt|systemexit|keyboardinterrupt or systemexit|keyboardinterrupt and systemexit)
#! except exception catch (keyboardinterrupt|systemexit|everything)
so = not issubclass(KeyboardInterrupt, Exception) and not issubclass(SystemExit, Exception)

#: (raise ... from|raise from|raise ... from ...|raise x from y|raise new from old|raise ... from e|raise from e|using from) (set|sets) [(the|exception's)] __cause__ [(attribute|of new exception)]
#: (explicit chaining|explicit cause|cause) [with from] (set|is stored in|is available as) __cause__
#: (implicit chaining|exception raised in except block|raising in except block|raising inside except block|exception raised inside except block|exception during handling) (set|has|sets) [(the|its|original exception as)] __context__ [(set)]
#: (original exception|previous exception|exception being handled) is (stored|available|kept) (in|as) __context__
try:
    try:
        raise KeyError
    except KeyError as old:
        raise ValueError from old
except ValueError as error:
    so = isinstance(error.__cause__, KeyError) and isinstance(error.__context__, KeyError)

#: (raise ... from none|raise from none|from none|using from none) (suppress|suppresses|hide|hides|disable|turn off|remove) [(the|original|display of|exception)] [(context|chaining|original|exception)] [(exception|context|traceback)]
try:
    try:
        raise KeyError
    except KeyError:
        raise ValueError from None
except ValueError as error:
    so = error.__suppress_context__ and error.__cause__ is None

#: (bare raise|raise without argument|raise with no argument|raise alone|plain raise) (re-raise|re-raises|reraise|rethrow) [(the|current)] [(active|current|caught|original|same)] exception
#: (bare raise|raise without argument|raise) (outside|outside of|with no|without) [(an|except|active)] [(except block|active exception|exception|block)] <raises> runtimeerror
def act():
    raise
def again():
    try:
        raise KeyError
    except KeyError:
        raise
so = raises(RuntimeError, act) and raises(KeyError, again)

#: (only instance of|only class derived from|you can only raise|raised object must|exception must) (derived from|derive from|inherit from|object derived from|baseexception) [baseexception] [can be raised]
#: raising [(a|an)] (str|int|something that is not exception|non-exception|object that is not exception) <raises> typeerror
def act():
    raise "text"
so = raises(TypeError, act)

#: (multiple|several) exception can be caught (with|in|using|by) [(a|one|single)] [(tuple|except clause|except)] [(of exception|with tuple)]
#: except <accepts> tuple of (exception|exception class|class)
try:
    raise KeyError
except (ValueError, KeyError):
    so = True

#: str(keyerror) (include|contain|has|show|add) quote
#: str of [a] keyerror (include|contain|has|show) quote
so = str(KeyError("a")) == "'a'"

#: (indexerror and keyerror|keyerror and indexerror) (is|are|inherit from|derive from|share) [(both)] [(subclass of)] lookuperror
#: (catching lookuperror|except lookuperror|lookuperror) (catch|cover|handle) [(both)] (keyerror and indexerror|indexerror and keyerror)
so = issubclass(KeyError, LookupError) and issubclass(IndexError, LookupError)

#: (ioerror|environmenterror|ioerror and environmenterror) is [(just|now)] [(an)] alias (of|for) oserror
#: (ioerror|environmenterror) is [(same as|merged into)] oserror
so = IOError is OSError and EnvironmentError is OSError

#: exception (has|have|carry|store) [(its|their|the)] argument in [(its|their|the)] (args|.args|args attribute|args tuple)
#: (args|.args|args attribute) of [an] exception (hold|contain|is) [(its|tuple of)] argument
so = ValueError(1, 2).args == (1, 2)

#: (sys.exit|exit|calling sys.exit|sys.exit()) (raise|work by raising) [a] systemexit [exception]
#: (sys.exit|sys.exit()) can be caught [(as|with|by)] [(systemexit|except systemexit)]
import sys
so = raises(SystemExit, sys.exit)

#: add_note (add|attach|append) [a] (note|str) to [an] exception
#: note is stored in __notes__
error = ValueError()
error.add_note("a")
so = error.__notes__ == ["a"]

#: [(the)] exceptiongroup (wrap|hold|contain|bundle) (several|multiple|unrelated|list of) [(unrelated)] exception
#: (except*|except *) (handle|catch|catches|match|extract|select) [(only|all)] [(matching|the matching|the)] [(part|exception|subset)] [(of|in|from)] [(group|exceptiongroup|matching exception)]
scope = {}
exec("def act():\n    try:\n        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])\n    except* ValueError as group:\n        kept = group.exceptions\n    except* TypeError:\n        pass\n    return kept\n", scope)
so = [repr(one) for one in scope["act"]()] == ["ValueError(1)"]

#: (mixing|you can not mix|combining) (except and except*|except* and except) [(in same try|in one try)] (is <forbidden>|raise syntaxerror)
#: you can not mix (except and except*|except* and except)
so = not compiles("try:\n    pass\nexcept KeyError:\n    pass\nexcept* ValueError:\n    pass")
