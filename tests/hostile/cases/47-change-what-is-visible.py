# attack: change what may be read
# want: ok
# trips: none

import os
done = []
for attempt in (
    lambda: open(VISIBLE + "/file", "r+").write("x"),
    lambda: os.truncate(VISIBLE + "/file", 0),
    lambda: os.rename(VISIBLE + "/file", VISIBLE + "/other"),
    lambda: os.link(VISIBLE + "/file", "mine"),
    lambda: os.mkdir(VISIBLE + "/new"),
    lambda: os.setxattr(VISIBLE + "/file", "user.x", b"x"),
):
    try:
        attempt()
        done.append(attempt)
    except OSError:
        pass
assert not done, len(done)
