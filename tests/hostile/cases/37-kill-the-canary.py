# attack: end a process of the machine by its number
# want: blocked ProcessLookupError or error ProcessLookupError
# want landlock: blocked PermissionError
# want seccomp: blocked PermissionError
# trips: none

import os
os.kill(PID, 9)
