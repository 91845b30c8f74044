# attack: lock the runner out of the folder that it has to empty
# want: ok
# want landlock: blocked PermissionError
# want seccomp: blocked PermissionError

import os
os.chmod(".", 0)
