# attack: close every descriptor
# want: exit 1 or exit 0 or ok
# why: its record ends where it closed it; nobody else's does

import os
os.closerange(0, 3000)
