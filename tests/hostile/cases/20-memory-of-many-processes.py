# attack: share one's memory among processes, each below the limit
# want: memory
# limits: memory=268435456 wall_ms=20000

import os, time
for _ in range(6):
    if os.fork() == 0:
        x = b"x" * (100 << 20)
        time.sleep(99)
time.sleep(99)
