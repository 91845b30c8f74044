# attack: the same through Python's buffers, on standard error
# want: output
# limits: wall_ms=20000 cpu_s=10

import sys
while True:
    print("y" * 65536, file=sys.stderr)
