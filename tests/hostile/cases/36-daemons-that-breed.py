# attack: processes that replace themselves faster than they can be counted
# want: ok

import os
for _ in range(10):
    if os.fork() == 0:
        for _ in range(10_000):
            try:
                if os.fork() != 0:
                    os._exit(0)
            except OSError:
                pass
        os._exit(0)
