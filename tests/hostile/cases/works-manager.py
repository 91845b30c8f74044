# works: processes that talk over a UNIX socket
# want: ok
# want landlock: error EOFError or blocked EOFError or blocked PermissionError
# want seccomp: blocked PermissionError or error EOFError or blocked EOFError
# why: below the full level there are no sockets

import multiprocessing
with multiprocessing.get_context("fork").Manager() as manager:
    shared = manager.dict(a=1)
    shared["b"] = 2
    assert dict(shared) == {"a": 1, "b": 2}
