# attack: write, append to, truncate, replace, rename and remove a file that everybody may write
# want: ok
# trips: none
# why: it tries several ways and asserts that each was refused

import os, shutil

def tries():
    file = OUTSIDE + "/file"
    yield lambda: open(file, "w").write("x")
    yield lambda: open(file, "a").write("x")
    yield lambda: open(file, "r+b").write(b"x")
    yield lambda: os.truncate(file, 0)
    yield lambda: open(OUTSIDE + "/new", "x")
    yield lambda: os.mkdir(OUTSIDE + "/folder")
    yield lambda: os.symlink("/etc", OUTSIDE + "/link")
    yield lambda: os.chmod(file, 0o600)

done = []
for at, attempt in enumerate(tries()):
    try:
        attempt()
        done.append(at)
    except OSError:
        pass
assert not done, done
