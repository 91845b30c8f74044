# attack: read or write a named pipe in a folder that may be read
# want: ok
# needs full: overlay
# trips: none landlock seccomp
# why: Landlock lets it read what may be read, and a pipe that is read has lost what was in it; an overlay has a pipe of its own

import os
for folder in (VISIBLE, OUTSIDE):
    for flags in (os.O_WRONLY, os.O_RDONLY, os.O_RDWR):
        try:
            fd = os.open(folder + "/pipe", flags | os.O_NONBLOCK)
            os.write(fd, b"x") if flags else os.read(fd, 99)
        except OSError:
            pass
