# attack: fork without end, and go on where it is refused
# want: timeout
# limits: wall_ms=700 cpu_s=20

import os
while True:
    try:
        os.fork()
    except OSError:
        pass
