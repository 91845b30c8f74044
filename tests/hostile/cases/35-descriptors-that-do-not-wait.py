# attack: set flags on descriptors that others may share
# want: ok

import os
for fd in range(3000):
    try:
        os.set_blocking(fd, False)
        os.set_inheritable(fd, True)
        os.lseek(fd, 0, 2)
    except OSError:
        pass
