# attack: lift one's own limits, take back rights, drop the filter
# want: ok

import ctypes, os, resource
libc = ctypes.CDLL(None, use_errno=True)
done = []
for kind in (resource.RLIMIT_AS, resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE, resource.RLIMIT_CPU, resource.RLIMIT_NOFILE):
    try:
        resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        done.append(kind)
    except (OSError, ValueError):
        pass
done += ["no_new_privs"] if libc.prctl(38, 0, 0, 0, 0) == 0 or libc.prctl(39, 0, 0, 0, 0) != 1 else []
done += ["capabilities"] if libc.prctl(47, 2, 21, 0, 0) == 0 else []
done += ["seccomp"] if libc.prctl(22, 0, 0, 0, 0) == 0 else []
assert not done, done
