# attack: slow the runner down, or change its limits
# want: ok

import os, resource
done = []
others = [pid for pid in (os.getppid(), PID, HOST) if pid > 1]
for pid in others:
    for attempt in (
        lambda: os.setpriority(os.PRIO_PROCESS, pid, 19),
        lambda: os.sched_setaffinity(pid, {0}),
        lambda: os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0)),
        lambda: resource.prlimit(pid, resource.RLIMIT_CORE, (0, 0)),
    ):
        try:
            attempt()
            done.append(pid)
        except OSError:
            pass
assert not done, done
