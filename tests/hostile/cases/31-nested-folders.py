# attack: 3,000 folders in each other, which no path can name
# want: ok
# want seccomp: blocked PermissionError

import os
for _ in range(3000):
    os.mkdir("a")
    os.chdir("a")
open("bottom", "w").write("x")
