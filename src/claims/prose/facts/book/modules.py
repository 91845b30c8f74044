"""Facts about modules, logging, warnings, testing and the command line."""

#: module is (executed|run|loaded|initialized|evaluated|imported) [(only|just)] once [(on|per|no matter|even|when|the first time)] [(first import|process|interpreter|how often it is imported|it is imported|if imported several time|first imported)]
#: module (code|top-level code) (run|is executed|is run) [only] once [(on first import|when module is first imported|at first import|no matter how often it is imported)]
#: (importing|import of|second import of|reimporting|importing again) [a] module [(twice|again|a second time)] (does not|use|<returns>) [(re-execute|run|execute|re-run|cached|the)] [(it|its code|module|it again|again|cached|from sys.modules)] [(module|again|from sys.modules)]
#: (imported module|module) (is|are) (cached|stored|kept|looked up first) in sys.modules
#! module is (executed|run|re-executed) (each time|every time) it is imported
import importlib, os, sys, tempfile
with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "fact_of_import.py"), "w") as file:
        file.write("import sys\nsys.fact_of_import = getattr(sys, 'fact_of_import', 0) + 1\n")
    sys.path.insert(0, folder)
    importlib.invalidate_caches()
    import fact_of_import
    import fact_of_import as again
    sys.path.remove(folder)
so = sys.fact_of_import == 1 and sys.modules["fact_of_import"] is again

#: importlib.reload (re-execute|execute|run|reload|rerun) [(the)] module [('s code)] [(code|again)]
import importlib, json
so = importlib.reload(json) is json

#: (importing|import of) [a] (missing|nonexistent|non-existent|unknown) module raise (modulenotfounderror|importerror)
#: (modulenotfounderror|import) is [a] subclass of importerror
#: (import|importing) [(a module)] raise modulenotfounderror [(if|when)] [(module|it)] [(can not be found|does not exist|is not found|is not installed)]
def act():
    import no_such_fact_module
so = raises(ModuleNotFoundError, act) and issubclass(ModuleNotFoundError, ImportError)

#: (importing|from-importing) [a] (missing|nonexistent|non-existent|unknown) name [from module] raise importerror
def act():
    from math import no_such_name
so = raises(ImportError, act)

#: (__name__|name) is ("__main__"|'__main__'|__main__) (when|if) [(file|script|module|it)] [(is)] (run|executed|run directly|executed directly|run as script)
#: __name__ of imported module is (its name|module name|name of module)
import json
so = json.__name__ == "json"

#: (from m import *|star import|wildcard import|`from module import *`|import *|`import *`) (import|respect|bring in|skip|does not import|use|ignore|honor) [(all|only|name|public)] [(name|listed)] [(in|not|that|starting with|with leading)] (__all__|underscore|begin with underscore|with underscore|starting with underscore)
#: __all__ (control|define|list|limit|determine) [(which|what|name|the)] [(name|public)] [(is|are|get)] [(imported|exported)] (by|with|on|in) (from module import *|star import|`import *`|wildcard import|import *|`from module import *`)
#: (wildcard import|star import|`import *`|import *) [(inside|in)] function is <forbidden>
so = not compiles("def f():\n    from math import *")

#: .pyc [file] (is|are) (stored|cached|written|kept) in __pycache__ [directory]
#: (bytecode|compiled bytecode|compiled file|compiled module|stored) (is|are|in) [(stored|cached|written|kept|stored)] [in] __pycache__ [(directory|folder)]
import importlib.util
so = "__pycache__" in importlib.util.cache_from_source("a.py")

#: sys.path[0] is directory of script
#: (sys.argv[0]|`sys.argv[0]`) is (script name|name of script|program name)
#: sys.argv is list of (str|command-line argument|argument)
#: command-line argument (is|are) [(always)] str
import sys
so = isinstance(sys.argv, list) and all(isinstance(one, str) for one in sys.argv)

#: argparse (convert|treat|parse|return) argument (as|to) str by default
#: argparse argument (is|are) str (by default|unless)
#: argparse (exit|exits|call sys.exit|raise systemexit) with (status|code|status code|exit code|exit status) 2 [(on|for|when|if)] [(error|invalid argument|invalid|bad input|argument is missing|parsing fail)]
#: argparse (replace|turn|convert) (dash|hyphen|-) (into|with|to) underscore [in attribute name]
import argparse, contextlib, io
made = argparse.ArgumentParser()
made.add_argument("--one-two")
with contextlib.redirect_stderr(io.StringIO()):
    try:
        made.parse_args(["--no"])
    except SystemExit as end:
        so = end.code == 2 and made.parse_args(["--one-two", "5"]).one_two == "5"

#: [(the)] (root logger|root logger's level|default logging level|logging|default log level|root logger level|default level|default level of root logger) (is|default to|is set to|has level|has default level|use level|defaults to) [(level)] [(of)] (warning|logging.warning) [(by default)]
#: (logging.info|logging.debug|info message|debug message|debug and info message|info and debug message|logging.info and logging.debug) (is|are|print nothing|produce no output|show nothing|does nothing) [(not)] [(shown|printed|displayed|emitted|ignored|suppressed|hidden|discarded)] by default
#! (root logger|default logging level|default log level|default level) (is|default to) (info|debug|error)
import logging
so = logging.RootLogger(logging.WARNING).level == 30 and not logging.getLogger("fact.of.logs").isEnabledFor(logging.INFO)

#: logging.getlogger [(with same name|called with same name|with the same name)] [(always)] <returns> [the] same (logger|object|instance) [(for|if|when)] [(same|called with same|given same)] [name]
#: (calling logging.getlogger|logging.getlogger) (twice|multiple time|several time) with same name <returns> same logger
import logging
so = logging.getLogger("a.fact") is logging.getLogger("a.fact")

#: (logger|child logger|log record|message|log message|record) (propagate|propagates|are passed|is passed) [(message|record|their record)] (to|up to) [(handler|the|ancestor|their)] [(handler of)] (parent|parent logger|ancestor|root logger|ancestor logger|parent handler) [(by default)]
#: logger (form|are organized in|have|follow) [(a)] hierarchy [(based on|by|of|separated by)] [(dot|dotted name|name)]
import logging
so = logging.getLogger("a.fact.child").propagate and logging.getLogger("a.fact.child").parent is not None

#: (logging.basicconfig|basicconfig) (does nothing|has no effect|is ignored) [<if> [(root|the|root logger|handler|logging)] [(logger|already)] [(already)] [(has|configured|has handler|is configured|have handler)] [(handler|configured|already)]]
import logging
one = logging.getLogger()
kept = one.handlers[:]
one.handlers[:] = [logging.NullHandler()]
logging.basicConfig(level=1)
so = len(one.handlers) == 1
one.handlers[:] = kept

#: logging.exception (log|include|includes|add|adds|logs|record|write) [(at|the|message|with|current|exception|a)] [(error|level|the|current)] [(level|and)] [(include|includes|add)] [(the|exception)] (traceback|exception info|stack trace|exception information|level)
import io, logging
made = io.StringIO()
one = logging.Logger("a")
one.addHandler(logging.StreamHandler(made))
try:
    raise KeyError
except KeyError:
    one.exception("b")
so = "Traceback" in made.getvalue()

#: (warning|warnings.warn|warnings) (does not|do not) (stop|interrupt|raise|abort|terminate) [(the|an|execution|program)] [(program|exception|execution|by default)]
#: (same|identical|repeated) warning is shown [(only)] once [(per location|by default|for each location)]
#: (`warnings.simplefilter("error")`|"error" filter|-w error) (turn|turns|convert) warning into exception
import warnings
with warnings.catch_warnings():
    warnings.simplefilter("error")
    so = raises(UserWarning, warnings.warn, "a")

#: (setup|unittest setup|setup method|.setup|testcase.setup) (run|is run|is called|is executed|runs) before (each|every) test [(method|case)]
#: (teardown|teardown method) (run|is run|is called|is executed) after (each|every) test [(method|case|even if test fail)]
#: setupclass (run|is run|is called|is executed) once (per class|for class|before all test|for all test)
#! (setup|setup method) (run|is run|is called) [only] once [(per class|for all test|before all test)]
import io, unittest
seen = []
class Check(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        seen.append("class")
    def setUp(self):
        seen.append("each")
    def test_one(self): pass
    def test_two(self): pass
unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(Check))
so = seen == ["class", "each", "each"]

#: (assertraises|self.assertraises|.assertraises) (fail|fails) (if|when) no exception is raised
#: (assertequal|self.assertequal|.assertequal) (compare|use|check|compares) [(with)] [(value with)] ==
#: (assertalmostequal|.assertalmostequal|self.assertalmostequal) (round|compare|check|rounds difference) [(to|difference to|up to)] 7 [(decimal)] place [(by default)]
import unittest
one = unittest.TestCase()
def act():
    with one.assertRaises(KeyError):
        pass
so = raises(AssertionError, act) and works(one.assertAlmostEqual, 1.0, 1.00000001) and raises(AssertionError, one.assertEqual, 1, 2)

#: (test method|test|unittest test method|method of testcase) must (start|begin) with test
#: unittest (discover|run|find) [(only)] method (whose name start|starting|that start|that begin|whose name begin) with test
import unittest
class Check(unittest.TestCase):
    def test_one(self): pass
    def other(self): pass
so = list(unittest.defaultTestLoader.getTestCaseNames(Check)) == ["test_one"]

#: (mock|magicmock|mock object|mock.mock|mock and magicmock) (<returns>|create|give|creates|return) [(another|new|a|child)] [(mock|new)] [(for|when|on)] [(any|every|you access|unknown)] [(attribute|access)] [(access|you access)]
#: (magicmock) (support|implement|supports|configure) [(most|all|default)] (magic|dunder|special) method [(by default)]
#: (side_effect|mock.side_effect) (set to|with|that is|given) [an] exception (raise|is raised|make mock raise) [(it|when mock is called|exception|when called)]
#: (return_value|mock.return_value) (is|set|define|specify|determine) [(what|the)] [(is returned|value returned|mock return|value)] [(when|by)] [(mock|called)] [(is called)]
#: (calling mock|mock call) <returns> return_value
from unittest import mock
one = mock.MagicMock(return_value=5)
two = mock.Mock(side_effect=KeyError)
so = one() == 5 and raises(KeyError, two) and isinstance(one.anything, mock.Mock) and len(mock.MagicMock()) == 0 and raises(TypeError, len, mock.Mock())

#: (mock.patch|patch|unittest.mock.patch) (replace|replaces) [(the|target|object|a|name)] [(target|object|attribute)] [(only|temporarily|with mock|for)] [(for|during|within|and|inside)] [(duration|block|test|restore|with)] [(of|it|original|block)] [(block|test|afterwards|it)]
#: (mock.patch|patch) (restore|restores|undo|revert) [(the|original)] [(original|object|patch)] [(afterwards|at end|on exit|when block end|value)]
from unittest import mock
import json
with mock.patch("json.dumps", return_value="x"):
    one = json.dumps(1)
so = one == "x" and json.dumps(1) == "1"

#: (assert_called_once|.assert_called_once|assert_called_once_with|.assert_called_once_with|assert_called_with) raise assertionerror [(if|when|unless)] [(mock|it|was|not)] [(was|is)] [(not|never|called)] [(called|more than once|exactly once|with other argument|twice)] [(exactly once|once)]
from unittest import mock
so = raises(AssertionError, mock.Mock().assert_called_once) and raises(AssertionError, mock.Mock().assert_called_once_with, 1)

#: doctest (compare|check|match|require) [(output|the|actual|that)] [(output|exactly|exact)] [(exactly|literally|match|character by character|text)]
#: doctest (run|find|execute|extract|look for|search for) [(example|test|interactive|code)] (in|from|after|that look like) [(docstring|interactive)] [(session|docstring|>>>)]
import doctest
made = doctest.DocTestParser().get_examples(">>> 1 + 1\n2\n")
so = made[0].want == "2\n"

#: (timeit|timeit.timeit) (run|execute|runs) [(the|code|statement)] [(statement|snippet|code)] (1,000,000|1000000|one million|a million) time by default
#: (timeit|timeit.timeit) (disable|turn off|disables|switch off) [(the)] garbage (collection|collector) [(by default|during timing)]
#: (timeit|timeit.timeit) default number is (1,000,000|1000000|one million)
import timeit
so = timeit.default_number == 1000000

#: (time.perf_counter|time.monotonic|time.perf_counter and time.monotonic|perf_counter) (is|are|clock is|never|can not) [(monotonic|goes|go)] [(backward|backwards)] [(monotonic|and)]
#: time.monotonic (can not|never) (go|goes) (backward|backwards)
#: time.perf_counter is (monotonic|suited for measuring short duration|best clock for measuring)
import time
so = time.get_clock_info("perf_counter").monotonic and time.get_clock_info("monotonic").monotonic

#: (eval|eval()) (can not|does not|only|cannot) (evaluate|execute|run|handle|accept|evaluate expression) [(statement|only expression|expression|assignment|single expression)] [(only|not statement)]
#: (exec|exec()) [always] <returns> none
#: (exec|exec()) (execute|run|runs) [(arbitrary|any|multiple|dynamic)] [(python)] (statement|code)
#! (eval|eval()) (can|may) (run|execute|evaluate) statement
so = raises(SyntaxError, eval, "x = 1") and exec("x = 1") is None

#: ast.literal_eval (only|safely|is safe|can only|refuse|reject) [(evaluate|parse|accept|to|function)] [(literal|python literal|for|only literal|call|function call)] [(expression|structure|untrusted input)]
#: ast.literal_eval raise valueerror [(for|on|if|when)] [(anything|function|non-literal|expression|it|call|code|the)] [(but literal|call|other than literal|expression|contain function call|is not literal)]
import ast
so = raises(ValueError, ast.literal_eval, "abs(1)") and ast.literal_eval("[1, (2,)]") == [1, (2,)]
