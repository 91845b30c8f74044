"""Facts about paths, files, databases and the environment."""

#: (path|pathlib.path|pathlib) (overload|use|join|override|support|let you) [the] (`/`|/|slash|division|division operator|path with /) [operator] [(to|for)] [(join|joining|path|combine)] [path]
#: [the] (`/`|/) operator (join|joins|combine) path [(component|object|segment)]
#: pathlib.path (use|uses|overload|overloads) / to join [(paths|path)]
import pathlib
so = (pathlib.PurePosixPath("a") / "b").as_posix() == "a/b"

#: (joining|join) [with] [an] absolute path (discard|drop|ignore|replace|discards) [(everything before|the|everything|previous|anything|all)] [(it|before it|earlier|previous)] [(part|component|path)]
#: (os.path.join|os.path.join()) (discard|drop|ignore|throw away) [(everything|all|previous)] [(component|part)] [(before|if|when)] [(a|an|later)] [(absolute|later)] [(path|component|argument|is absolute)]
import os.path, pathlib
so = pathlib.PurePosixPath("a") / "/b" == pathlib.PurePosixPath("/b") and __import__("posixpath").join("a", "/b") == "/b"

#: (path.suffix|.suffix) (<returns>|is|include|give) [(only)] [(the)] (last|final) (suffix|extension|dot) [(with|including)] [(dot|leading dot)]
#: (path.stem|.stem) (<returns>|is|give) [(file)] name without [(its|last|final)] (suffix|extension)
#: .suffix of ("a.tar.gz"|archive.tar.gz|`a.tar.gz`) is .gz
import pathlib
one = pathlib.PurePosixPath("x/a.tar.gz")
so = (one.suffix, one.stem) == (".gz", "a.tar")

#: (path.exists|.exists) <returns> (false|bool) [<if> <missing>]
#: (path.mkdir|.mkdir|os.mkdir|os.makedirs) <raises> fileexistserror [(if|when|unless)] [(directory|it|the|folder|exist_ok=true|path)] [(already)] [(exist)]
#: exist_ok=true (suppress|avoid|prevent|silence) [(the)] fileexistserror
#: parents=true (create|make) [(missing|intermediate|all|any missing)] [(parent|intermediate|missing)] [(directory|parent)]
import os, tempfile
with tempfile.TemporaryDirectory() as folder:
    so = raises(FileExistsError, os.mkdir, folder) and works(lambda: os.makedirs(folder, exist_ok=True))

#: (opening|reading|open|accessing|opening non-existent) [(a|non-existent|file)] [(missing|nonexistent|non-existent|file|that does not exist)] [(file)] [(that does not exist|for reading)] <raises> filenotfounderror
#: (open|open()) <raises> filenotfounderror [<if> [(file|it|the file|path)] [(does not exist|is missing|is not found|<missing>)]]
#: filenotfounderror is [a] subclass of (oserror|ioerror)
so = raises(FileNotFoundError, open, "/no/such/file") and issubclass(FileNotFoundError, OSError)

#: [mode] ("x"|'x'|`x`|x) [mode] <raises> fileexistserror [(if|when)] [(the)] file [already] exist
#: (mode "x"|`x` mode|opening with mode "x"|mode `x`|exclusive creation) (fail|raise fileexistserror|raise) [(if|when)] [(file)] [(already)] [(exist)]
#: opening [a] file (with|in|using) (mode "w"|"w" mode|"w"|write mode) (truncate|erase|overwrite|empties|delete) (it|file|its content|existing content)
#: [mode] ("w"|mode w|write mode|opening file in "w" mode|opening in `w` mode) (truncate|truncates|erase|overwrite|empties|delete) [(the|existing|an existing)] [(file|content)] [(first|if it exist|of file)]
#: (append mode|opening file in append mode|mode "a"|"a" mode) (append|write|add) [(data|text)] [(to|at)] [the] end [(of file)]
import os, tempfile
with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "a")
    with open(name, "w") as file:
        file.write("one")
    with open(name, "a") as file:
        file.write("two")
    with open(name) as file:
        kept = file.read()
    open(name, "w").close()
    so = kept == "onetwo" and os.path.getsize(name) == 0 and raises(FileExistsError, open, name, "x")

#: (file object|file|open file) (is|are) [(its own|an|their own|also)] (iterator|iterable) [(over|of|yielding)] [(line|its line)]
#: (iterating over|iterating|iteration over|looping over) [(a|an|open)] file [object] (yield|<returns>|read|go|give) [(it|through|over)] [(line by line|one line at a time|line|its line)] [(lazily|one at a time)]
#: (.readlines|readlines) <returns> list (of|with) [(all)] line
#: (.read|read|.readline|file.read|.read()) <returns> (empty str|an empty str|"") at (end of file|eof|end)
import io
one = io.StringIO("a\nb\n")
so = iter(one) is one and list(one) == ["a\n", "b\n"] and one.read() == ""

#: (.write|file.write|write) <returns> number of (character|byte|character written|bytes written)
#: (.write|file.write|write) does not add [a] newline [(automatically|at end)]
#: (.writelines|writelines) does not add (newline|line separator|line break)
import io
one = io.StringIO()
so = one.write("abc") == 3 and one.getvalue() == "abc"

#: (reading|reading from|writing to|using|operating on|operation on) [(a)] closed file <raises> valueerror
#: [any] operation on closed file <raises> valueerror
import io
one = io.StringIO("a")
one.close()
so = raises(ValueError, one.read)

#: (writing|passing|write) str to [(a|file opened in)] (binary file|binary mode|file opened in binary mode|binary mode file) <raises> typeerror
#: (reading in binary mode|binary mode|mode "rb"|`rb` mode|opening in binary mode) <returns> bytes
import io
so = raises(TypeError, io.BytesIO().write, "a") and isinstance(io.BytesIO(b"a").read(), bytes)

#: (tempfile.temporarydirectory|temporarydirectory|tempfile.temporarydirectory()) (delete|remove|clean up|is removed|is deleted|deleted) [(the|itself|itself and|directory|and)] [(directory|its content|all its content)] [(on exit|when|at end)] [(the|context|of block)] [(exit|with block end|block end)]
import os, tempfile
with tempfile.TemporaryDirectory() as folder:
    pass
so = not os.path.exists(folder)

#: (sqlite3|the sqlite3 module|sqlite) use ? (as|for) (placeholder|parameter|parameter substitution) [style]
#: in (sqlite|sqlite3) ? is used (as|for) (placeholder|parameter)
#: ? is [(used as|the)] (placeholder|parameter placeholder|parameter marker)
#: (sqlite3 row|fetchone|.fetchone|cursor.fetchone) <returns> (tuple|none) [(by default|or none|if there is no more row|when no row is left|<if> <missing>|when there is no row|when no more row is available|if no row match)]
#: (fetchall|.fetchall|cursor.fetchall) <returns> list [of tuple] [(by default)]
#: (row|query result|result row) (is|are) [(returned as)] tuple [by default]
import sqlite3
base = sqlite3.connect(":memory:")
so = base.execute("select ?, 2", (1,)).fetchall() == [(1, 2)] and base.execute("select 1 where 0").fetchone() is None

#: (sqlite3.row|setting row_factory to sqlite3.row|sqlite3.row object) (allow|support|let|give|support access by|provide|enable|allows access by) [(you|access|column|name-based)] [(to|access)] [(access|by|to)] [(column|by|row)] [(name|by name|column by name)] [(and index)]
import sqlite3
base = sqlite3.connect(":memory:")
base.row_factory = sqlite3.Row
so = base.execute("select 1 as one").fetchone()["one"] == 1

#: (connection as context manager|with connection|using connection as context manager|`with conn:`|sqlite3 connection used as context manager|`with connection:`|connection context manager) (commit|commits|commit or roll back|commit transaction) [(or rolls back|transaction|on success|automatically|or roll back|and roll back)] [(on exception|on success|transaction|on error)] [(but|and)] [(does not close connection)]
#: with connection does not close [(the)] connection
#: (sqlite3 connection|connection|context manager) [(used as context manager|context manager)] does not close [(the)] connection
import sqlite3
base = sqlite3.connect(":memory:")
with base:
    base.execute("create table a (b)")
so = works(base.execute, "select 1")

#: inserting duplicate into unique column <raises> (sqlite3.integrityerror|integrityerror)
#: (violating|violation of|inserting duplicate) [(a|unique|primary)] [(unique constraint|constraint|key|primary key|unique key|unique value)] <raises> (sqlite3.integrityerror|integrityerror)
#: (querying|selecting from|using) [a] (missing|nonexistent|non-existent) table <raises> (sqlite3.operationalerror|operationalerror)
import sqlite3
base = sqlite3.connect(":memory:")
base.execute("create table a (b unique)")
base.execute("insert into a values (1)")
so = raises(sqlite3.IntegrityError, base.execute, "insert into a values (1)") and raises(sqlite3.OperationalError, base.execute, "select * from c")

#: (`sqlite3.connect(":memory:")`|":memory:"|`:memory:`|:memory:) (create|open|creates|opens|<returns>|is|give) [(database|in-memory|an in-memory|a database)] [(in memory|database|in ram|that live in memory)]
import sqlite3
base = sqlite3.connect(":memory:")
so = base.execute("pragma database_list").fetchall()[0][2] == ""

#: (struct.pack|struct.pack()) <returns> bytes
#: (hashlib.sha256|sha256|hashlib|hashing function of hashlib) (require|need|accept only|only accept|accept|work on) bytes [not str]
#: (hashlib.sha256|hashlib) <raises> typeerror for str
import hashlib, struct
so = isinstance(struct.pack("i", 1), bytes) and raises(TypeError, hashlib.sha256, "a")

#: (base64.b64encode|b64encode) <returns> bytes [not str]
#: (base64.b64encode|b64encode) (require|need|accept|expect) bytes
import base64
so = isinstance(base64.b64encode(b"a"), bytes) and raises(TypeError, base64.b64encode, "a")

#: os.environ value (is|are|must be) [(always)] str
#: (setting|assigning) [a] (non-str|int) [(value)] (in|to) os.environ <raises> typeerror
#: (os.environ["x"]|`os.environ["missing"]`|accessing missing variable in os.environ|missing environment variable|os.environ lookup of missing variable) <raises> keyerror
#: (os.getenv|os.environ.get|os.getenv and os.environ.get) <returns> none [<if> [(variable|it|the variable|environment variable)] [(is not set|is missing|does not exist|is unset|not set)]]
import os
def act():
    os.environ["A_FACT"] = 1
so = raises(TypeError, act) and os.getenv("NO_SUCH_FACT") is None and raises(KeyError, lambda: os.environ["NO_SUCH_FACT"])

#: (subprocess.run|subprocess.run()) (does not|do not|will not) raise [(an exception|on|for)] [(on|for|if|when)] [(non-zero|nonzero|command)] [(exit|exit code|exit status|fail|return code)] [(by default|unless|without)] [(check=true)]
#: check=true (raise|make subprocess.run raise|cause) [a] calledprocesserror [(on|for|if|when)] [(non-zero|nonzero|the)] [(exit|command)] [(code|status|fail)]
#: (subprocess.run|subprocess.run()) <returns> completedprocess [(object|instance)]
import subprocess, sys
so = issubclass(subprocess.CalledProcessError, subprocess.SubprocessError) and subprocess.CompletedProcess(["a"], 1).returncode == 1
