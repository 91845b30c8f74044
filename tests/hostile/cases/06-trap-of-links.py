# attack: leave links where a careless runner would read, write, change the owner or remove
# want: ok
# want seccomp: blocked PermissionError

import os

for name in ("result.json", "output", "stdout", "report", "work", "test.md"):
    os.symlink(OUTSIDE + "/file", name)
    os.symlink(OUTSIDE, name + ".d")
os.mkdir("deep")
os.symlink(OUTSIDE, "deep/out")
os.symlink("..", "deep/up")
os.symlink("deep", "again")
assert not os.access("out/file", os.W_OK)
