# attack: read the environment of the runner and of everybody else
# want: ok
# trips: none seccomp?
# why: without Landlock it can read those of processes of its own user, which root's are not

import glob, os
for file in glob.glob("/proc/*/environ") + [f"/proc/{pid}/environ" for pid in (1, PID, HOST, os.getppid())]:
    try:
        print(open(file, errors="replace").read())
    except OSError:
        pass
known = "HOME LANG LOGNAME PATH TMPDIR TZ USER".split()
foreign = [name for name in os.environ if name not in known and not name.endswith("_NUM_THREADS") and name[:6] != "PYTHON"]
assert not foreign, foreign
