# attack: hang when the snippet has ended
# want: cpu
# levels: full
# limits: cpu_s=1 wall_ms=20000
# why: as in 24

import atexit

def hang():
    while True:
        pass

atexit.register(hang)

class Endless:
    def __del__(self):
        while True:
            pass

x = Endless()
