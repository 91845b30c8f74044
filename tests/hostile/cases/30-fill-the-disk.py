# attack: one file that is too large, sparse or not
# want: ok
# want seccomp: blocked PermissionError
# limits: disk=16777216

import os
with open("sparse", "wb") as f:
    try:
        f.truncate(2**50)
        raise AssertionError("a sparse file")
    except OSError:
        pass
written = 0
with open("big", "wb", buffering=0) as f:
    try:
        while written < 1 << 30:
            written += f.write(b"x" * 2**20)
    except OSError:
        pass
assert written <= 17 << 20, written
