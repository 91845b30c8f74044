# attack: as many of them as there is time for
# want: timeout or ok or scratch
# want seccomp: ok
# limits: wall_ms=1500 cpu_s=5

import os
mkdir, chdir = os.mkdir, os.chdir
try:
    for _ in range(200_000):
        mkdir("a")
        chdir("a")
except OSError:
    pass
