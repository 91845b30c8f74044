# attack: fork without end
# want: error BlockingIOError
# limits: wall_ms=5000

import os
while True:
    os.fork()
