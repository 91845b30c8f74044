# attack: fork without end
# want: error BlockingIOError
# limits: wall_ms=20000

import os
while True:
    os.fork()
