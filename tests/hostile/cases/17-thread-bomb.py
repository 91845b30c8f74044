# attack: threads without end
# want: blocked RuntimeError or timeout
# why: a thread that finds no memory to begin with never tells that it has begun, and Python waits for it

import threading, time
while True:
    threading.Thread(target=time.sleep, args=(99,), daemon=True).start()
