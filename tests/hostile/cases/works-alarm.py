# works: a signal that ends the process, as by default
# want: crash 14
# limits: wall_ms=20000

import signal, time
signal.setitimer(signal.ITIMER_REAL, 0.05)
time.sleep(60)
