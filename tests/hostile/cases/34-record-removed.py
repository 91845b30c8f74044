# attack: cut or stretch one's own record and output
# want: exit 0 or output or ok

import os
for fd in range(1, 3000):
    try:
        os.ftruncate(fd, 0)
        os.pwrite(fd, b"\xff\n" * 100, 1000)
        os.ftruncate(fd, 900)
    except OSError:
        pass
