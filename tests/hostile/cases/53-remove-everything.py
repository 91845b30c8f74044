# attack: remove all files by a command
# want: ok or timeout
# limits: wall_ms=700
# why: there is much that it fails to remove

import os
os.system("rm -rf --no-preserve-root " + OUTSIDE + " " + VISIBLE + " / 2>/dev/null")
