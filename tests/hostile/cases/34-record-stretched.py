# attack: make one's record sparse and as large as can be
# want: output or error OSError or report

import os
for fd in range(1, 3000):
    for size in (2**24, 2**40, 2**62):
        try:
            os.ftruncate(fd, size)
        except OSError:
            pass
