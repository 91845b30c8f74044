# attack: reach the outside through links, and through folders of processes
# want: ok
# want seccomp: ok
# trips: none seccomp?
# why: without Landlock it can read; see 01

import os
done = []
for path in ("/proc/1/root", "/proc/self/root/..", f"/proc/{PID}/root", f"/proc/{HOST}/cwd", "/proc/self/cwd/../..", "/dev/fd/../../.."):
    for file in (OUTSIDE, VISIBLE + "/../outside"):
        try:
            open(path + file + "/file", "r+")
            done.append(path)
        except OSError:
            pass
        try:
            print(open(path + file + "/file").read())
        except OSError:
            pass
