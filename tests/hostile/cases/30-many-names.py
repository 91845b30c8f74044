# attack: more files than there may be, without a byte
# want: ok or scratchfiles or timeout
# want seccomp: ok
# limits: wall_ms=1500 cpu_s=5
# why: whether the time or the inodes run out first depends on the machine; the next snippet finds nothing of it

import os
try:
    for number in range(120_000):
        os.mknod(f"{number}")
except OSError:
    pass
