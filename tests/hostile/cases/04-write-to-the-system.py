# attack: write to the interpreter, to /usr, to /
# want: ok

import os, sys

done = []
for folder in ("/", "/usr", "/usr/bin", "/etc", "/dev", "/proc", sys.prefix, sys.base_prefix, os.path.dirname(os.__file__)):
    try:
        open(folder + "/snipcheck-was-here", "w")
        done.append(folder)
    except OSError:
        pass
assert not done, done
