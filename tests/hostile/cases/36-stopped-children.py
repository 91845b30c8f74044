# attack: leave processes that are stopped, and so cannot end by themselves
# want: ok

import os, signal
for _ in range(5):
    if os.fork() == 0:
        signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
        os.kill(os.getpid(), signal.SIGSTOP)
        os._exit(0)
