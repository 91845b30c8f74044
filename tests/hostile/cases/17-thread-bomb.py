# attack: threads without end
# want: blocked RuntimeError

import threading, time
while True:
    threading.Thread(target=time.sleep, args=(99,), daemon=True).start()
