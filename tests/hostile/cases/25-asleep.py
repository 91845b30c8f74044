# attack: wait for ever
# want: timeout
# limits: wall_ms=300

import time
time.sleep(1e6)
