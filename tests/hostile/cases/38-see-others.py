# attack: see which processes there are
# want: ok
# want landlock: blocked PermissionError
# want seccomp: error AssertionError
# open: seccomp
# why: without Landlock and namespaces /proc is the machine's

import os
others = [p for p in os.listdir("/proc") if p.isdigit() and int(p) not in (1, os.getpid())]
assert not others, others
