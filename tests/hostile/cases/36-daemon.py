# attack: leave a process behind that nobody knows
# want: ok
# want landlock: ok or blocked PermissionError
# want seccomp: ok or blocked PermissionError

import os, time
if os.fork() == 0:
    try:
        os.setsid()
    except OSError:
        pass
    if os.fork() == 0:
        os.closerange(0, 3000)
        while True:
            time.sleep(99)
    os._exit(0)
os.wait()
