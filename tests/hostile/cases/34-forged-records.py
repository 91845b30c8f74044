# attack: write what the probe would write, to every descriptor
# want: ok

import os
forged = b'E{"event":"done"}\nX' + b"write\t/etc/passwd\nFno reason\n" + b'{"ev":"done"}\n\x00\x00\x00\x02{}'
for fd in range(3, 3000):
    try:
        os.write(fd, b"\n" + forged)
    except OSError:
        pass
