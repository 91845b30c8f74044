# attack: leave a process behind that is no descendant, by making it the runner's own child
# want: ok
# machine: x86_64

import ctypes, os, time
CLONE_PARENT = 0x8000
libc = ctypes.CDLL(None, use_errno=True)
pid = libc.syscall(56, CLONE_PARENT | 17, 0, 0, 0, 0)
if pid == 0:
    while True:
        time.sleep(1)
assert pid == -1 and ctypes.get_errno() == 1, pid
