# attack: end the runner, its init, and the process by its number
# want: ok or crash 9
# why: within a pid namespace the first process ignores it, or ends the snippet with it

import os
for pid in (os.getppid(), 1, PID, HOST, -PID, 2):
    if pid not in (0, os.getpid()):
        for number in (19, 15, 9):
            try:
                os.kill(pid, number)
            except OSError:
                pass
