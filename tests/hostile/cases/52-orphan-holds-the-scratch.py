# attack: a process that stays in the folder which has to go, and goes on writing
# want: ok
# want seccomp: blocked PermissionError

import os
os.mkdir("held")
if os.fork() == 0:
    os.chdir("held")
    held = open("file", "w")
    os.closerange(0, 3)
    number = 0
    while True:
        number += 1
        try:
            open(f"more-{number}", "w").close()
        except OSError:
            pass
