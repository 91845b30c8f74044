# attack: write without end
# want: output
# limits: wall_ms=20000 cpu_s=10

import os
while True:
    os.write(1, b"y" * 65536)
