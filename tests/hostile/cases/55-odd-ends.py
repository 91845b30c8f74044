# attack: end in a way that looks like another: the statuses that shells give to signals and limits
# want: exit 137

import os
os._exit(137)
