# attack: look as if a limit had done it
# want: crash 9

import os
os.kill(os.getpid(), 9)
