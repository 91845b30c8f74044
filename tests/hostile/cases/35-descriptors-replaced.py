# attack: put others in the place of the runner's own
# want: exit 0 or ok

import os
r, w = os.pipe()
for fd in range(3, 1100):
    if fd not in (r, w):
        try:
            os.fstat(fd)
            os.dup2(w, fd)
        except OSError:
            pass
os.close(r)
