"""What it costs to run every block of a folder by the barest means: `floors.py exec|fork|python|bwrap FOLDER`.

Nothing is compared. A block that ends in an exception gives exit code 1.
"""

import os
import pathlib
import re
import subprocess
import sys

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BWRAP = ["bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp", "--unshare-all", "--die-with-parent"]


def run_exec(code):
    try:
        exec(compile(code, "block", "exec"), {"__name__": "__main__"})
        return True
    except BaseException:
        return False


def run_fork(code):
    child = os.fork()
    if child == 0:
        os._exit(0 if run_exec(code) else 1)
    return os.waitpid(child, 0)[1] == 0


def run_command(prefix):
    command = [*prefix, sys.executable, "-I", "-S", "-c"]
    return lambda code: subprocess.run([*command, code]).returncode == 0


HOW = {"exec": run_exec, "fork": run_fork, "python": run_command([]), "bwrap": run_command(BWRAP)}


def main(how, folder):
    # What blocks print is read by nobody here; the others capture it.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    paths = sorted(pathlib.Path(folder).rglob("*.md"))
    ended = [HOW[how](code) for path in paths for code in BLOCK.findall(path.read_text())]
    print(len(ended), "blocks", file=sys.stderr)
    return 0 if all(ended) else 1


sys.exit(main(*sys.argv[1:]))
