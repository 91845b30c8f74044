# attack: fork without end
# want: blocked BlockingIOError
# limits: wall_ms=20000

import os
while True:
    os.fork()
