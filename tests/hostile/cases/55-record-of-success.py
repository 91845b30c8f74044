# attack: tell of a success and leave
# want: ok
# why: a snippet shares its process with the probe and can forge what that tells of it: of itself alone

import os

def leave():
    for fd in range(3, 3000):
        try:
            os.write(fd, b'\nE{"event":"done"}\n')
        except OSError:
            pass
    os._exit(0)

leave()
