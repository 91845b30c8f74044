# attack: events with places that are nowhere, for whoever cuts the output there
# want: ok or exit 0

import os
most = 2**64 - 1
where = '{"start":%d,"end":%d}'
lines = [
    'E{"event":"statement","part":%d,"line":%d,"stdout":%s,"value":null,"raised":null}'
    % (part, line, where % (start, end))
    for part in (0, 2**32 - 1)
    for line in (0, 1, 2**32 - 1)
    for start, end in ((most, 0), (5, 1), (1, 2), (0, most), (most, most))
]
print("é" * 10, flush=True)
for fd in range(3, 3000):
    try:
        os.write(fd, ("\n" + "\n".join(lines) + "\n").encode())
    except OSError:
        pass
