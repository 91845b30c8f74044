# attack: stop the runner from ending what one started, by groups, sessions and orphans
# want: ok
# limits: wall_ms=20000

import os, signal, time
for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
for leave in (lambda: os.setsid(), lambda: os.setpgid(0, 0), lambda: os.setpgid(0, os.getppid()), lambda: None):
    if os.fork() == 0:
        try:
            leave()
        except OSError:
            pass
        if os.fork() == 0:
            time.sleep(1000)
        os._exit(0)
