# works: a module that the snippet writes, and its own source
# want: ok
# want seccomp: blocked PermissionError

import pathlib
pathlib.Path("beside.py").write_text("x = 3")
import beside
assert beside.x == 3
assert "read_text" in pathlib.Path(__file__).read_text()
