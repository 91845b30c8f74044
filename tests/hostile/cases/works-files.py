# works: files of its own, also temporary ones
# want: ok
# want seccomp: blocked PermissionError or blocked FileNotFoundError

import os, pathlib, shutil, tempfile
pathlib.Path("a.txt").write_text("hello")
with tempfile.TemporaryDirectory() as folder:
    shutil.copyfile("a.txt", folder + "/a.txt")
    os.symlink("a.txt", folder + "/link")
    os.rename(folder + "/a.txt", folder + "/b.txt")
    assert sorted(os.listdir(folder)) == ["b.txt", "link"]
with tempfile.NamedTemporaryFile("w+") as file:
    file.write("x")
assert pathlib.Path("a.txt").read_text() == "hello"
