# works: a copy with the mode of the original
# want: ok
# want landlock: blocked PermissionError
# want seccomp: blocked PermissionError
# why: Landlock does not look at modes and owners, so below the full level nobody may change them

import pathlib, shutil
pathlib.Path("a.txt").write_text("hello")
shutil.copy("a.txt", "b.txt")
