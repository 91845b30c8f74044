# attack: read or steer another process
# want: ok
# want seccomp: ok or error AssertionError
# open: seccomp
# why: without Landlock it may open the memory of its user's processes for reading, which root's are not
# machine: x86_64

import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(64)
done = []
for pid in (1, os.getppid(), PID, HOST):
    calls = ((101, 16, pid, 0, 0), (310, pid, buffer, 1, buffer, 1, 0), (311, pid, buffer, 1, buffer, 1, 0), (312, pid, pid, 0, 0, 0))
    done += [(pid, call[0]) for call in calls if libc.syscall(*call) >= 0]
    try:
        open(f"/proc/{pid}/mem", "rb").close()
        done.append((pid, "mem"))
    except OSError:
        pass
assert not done, done
