"""Runs a program in a terminal, answers its questions with one key each, and prints what was seen and how it ended."""

import os
import pty
import re
import select
import sys

keys, folder, *command = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    os.chdir(folder)
    os.execv(command[0], command)

seen = b""
asked = 0
# Enter goes with the key before it.
keys = [key.encode() for key in re.findall(r".\r?", keys.replace("^C", "\x03"))]
while True:
    ready, _, _ = select.select([terminal], [], [], 120)
    if not ready:
        sys.exit("nothing more was said:\n" + seen.decode(errors="replace"))
    try:
        more = os.read(terminal, 65536)
    except OSError:
        break
    if not more:
        break
    seen += more
    while keys and seen.count(b"]help ") > asked:
        asked += 1
        os.write(terminal, keys.pop(0))

_, status = os.waitpid(child, 0)
print(seen.decode(errors="replace"))
print("exit", os.waitstatus_to_exitcode(status))
