# attack: change mode, owner and times of what can be seen
# want: ok
# trips: none

import os, sys

done = []
def attempt(name, call, *args):
    try:
        call(*args)
        done.append(name)
    except OSError:
        pass

for place in (VISIBLE, VISIBLE + "/file", OUTSIDE):
    attempt("chmod", os.chmod, place, 0o700)
    attempt("chown", os.chown, place, os.getuid(), os.getgid())
    attempt("utime", os.utime, place, (0, 0))
for place in (sys.prefix, os.__file__):
    attempt("times of the interpreter", os.utime, place) if not os.access(OUTSIDE, os.W_OK) else None
assert not done, done
