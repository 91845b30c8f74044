# attack: leave with success before the line that is checked
# want: exit 0

import os
os._exit(0)
assert False
