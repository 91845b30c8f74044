# attack: have the kernel send the signal
# want: ok
# levels: landlock seccomp

import fcntl, os
done = []
for owner in (PID, HOST, os.getppid()):
    try:
        r, w = os.pipe()
        fcntl.fcntl(r, fcntl.F_SETOWN, owner)
        fcntl.fcntl(r, 10, 9)
        fcntl.fcntl(r, fcntl.F_SETFL, fcntl.fcntl(r, fcntl.F_GETFL) | os.O_ASYNC)
        os.write(w, b"x")
    except OSError:
        pass
