# attack: burn the processor and ignore every signal that can be ignored
# want: cpu
# limits: cpu_s=1 wall_ms=20000

import signal
for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
while True:
    pass
