# attack: folders without the right to read, write or enter, with files in them
# want: ok
# want seccomp: blocked PermissionError

import os
for mode in (0o300, 0o100, 0o000, 0o200):
    os.mkdir(f"{mode:o}", mode)
os.makedirs("300/a/b/c")
open("300/x", "w").write("x")
os.umask(0o777)
os.mkdir("300/a/shut")
open("300/a/none", "w").close()
os.symlink("/", "300/a/root")
