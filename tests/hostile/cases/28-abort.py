# attack: give up loudly
# want: crash 6

import os
os.abort()
