# attack: open files until there are no more
# want: error OSError or blocked OSError
# why: a limit of its own; the report must still tell what came before

import os
fds = []
while True:
    fds.append(os.dup(0))
