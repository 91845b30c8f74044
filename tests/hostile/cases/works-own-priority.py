# works: being nice, and keeping to a processor
# want: ok

import os
os.setpriority(os.PRIO_PROCESS, 0, 19)
os.sched_setaffinity(0, os.sched_getaffinity(0))
assert os.getpriority(os.PRIO_PROCESS, 0) == 19
