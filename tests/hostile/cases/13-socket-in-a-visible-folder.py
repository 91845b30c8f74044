# attack: connect to a UNIX socket in a folder that may be read
# want: ok
# needs full: overlay
# trips: none
# why: a read-only mount does not stop it; what is shown at the full level are overlays, whose files are not the machine's

import os, socket

done = []
for folder in (VISIBLE, OUTSIDE):
    for name, kind in (("agent.sock", socket.SOCK_STREAM), ("log.sock", socket.SOCK_DGRAM)):
        try:
            socket.socket(socket.AF_UNIX, kind).connect(f"{folder}/{name}")
            done.append(f"{folder}/{name}")
        except OSError:
            pass
assert not done, done
