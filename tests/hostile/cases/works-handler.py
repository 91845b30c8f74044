# works: a signal to oneself, and one's own handler
# want: ok

import os, signal
got = []
signal.signal(signal.SIGUSR1, lambda *a: got.append(a[0]))
os.kill(os.getpid(), signal.SIGUSR1)
assert got == [signal.SIGUSR1]
