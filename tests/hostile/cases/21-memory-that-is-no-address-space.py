# attack: memory in files: anonymous ones, shared ones, pipes
# want: ok
# want seccomp: blocked AssertionError
# limits: disk=16777216 memory=268435456 files=128
# machine: x86_64
# why: without Landlock no file can be made at all, which the assertion about the scratch space notices

import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)
assert libc.memfd_create(b"x", 0) < 0, "an anonymous file"
assert libc.syscall(447, 0) < 0, "a secret one"
assert libc.syscall(29, 0, 1 << 20, 0o1600) < 0, "System V shared memory"
written = 0
try:
    with open("big", "wb", buffering=0) as big:
        while written < 1 << 30:
            written += big.write(b"x" * (1 << 20))
except OSError:
    pass
assert 0 < written <= 17 << 20, written
