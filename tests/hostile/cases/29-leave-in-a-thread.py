# attack: the same by another thread, while the main one waits
# want: exit 0

import os, threading, time
threading.Thread(target=os._exit, args=(0,)).start()
time.sleep(99)
