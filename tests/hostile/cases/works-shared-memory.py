# works: memory that parent and children share, which is there once
# want: ok
# limits: memory=268435456 wall_ms=20000

import os, time
x = b"x" * (100 << 20)
children = []
for _ in range(5):
    pid = os.fork()
    if pid == 0:
        time.sleep(0.2)
        os._exit(0)
    children.append(pid)
assert all(os.waitpid(pid, 0)[1] == 0 for pid in children)
