# attack: get rights in a namespace of one's own
# want: ok
# machine: x86_64

import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
flags = {"user": 0x10000000, "mount": 0x20000, "net": 0x40000000, "ipc": 0x08000000, "uts": 0x04000000, "pid": 0x20000000, "cgroup": 0x02000000}
done = [name for name, flag in flags.items() if libc.unshare(flag) == 0]
for name, flag in flags.items():
    pid = libc.syscall(56, flag | 17, 0, 0, 0, 0)
    if pid == 0:
        os._exit(0)
    if pid > 0:
        done.append(name + " by clone")
done += ["clone3"] if libc.syscall(435, 0, 0) >= 0 or ctypes.get_errno() != 38 else []
assert not done, done
