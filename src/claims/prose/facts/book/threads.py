"""Facts about threads, locks and queues."""

#: (threading.thread.start|thread.start|.start|start|thread) (may|can) [only] be (called|started) [only] (once|at most once)
#: (calling|invoking) [a] (thread.start|start|.start) (twice|a second time|again|more than once) <raises> runtimeerror
#: thread can not be (restarted|started twice|started again|reused|started more than once)
#: (starting|restarting) [a] thread (twice|again|a second time) <raises> runtimeerror
import threading
one = threading.Thread(target=int)
one.start()
one.join()
so = raises(RuntimeError, one.start)

#: (queue.queue.get|queue.get|.get|get) (block|blocks|wait) until [an] (item|element|something) is available [(by default)]
#: (queue.get_nowait|get_nowait|.get_nowait|`get(block=false)`|queue.get with block=false) <raises> (queue.empty|empty) [<if> [(queue|it)] [is] [empty]]
#: (queue.put_nowait|put_nowait|.put_nowait) <raises> (queue.full|full) [<if> [(queue|it)] [is] [full]]
import queue
one = queue.Queue(maxsize=1)
before = raises(queue.Empty, one.get_nowait)
one.put(1)
so = before and raises(queue.Full, one.put_nowait, 2)

#: (queue.queue|queue) [module] is thread-safe
#: queue.queue is fifo
#: (queue.lifoqueue|lifoqueue) (is|behave like|act as|work like) [(lifo|stack)]
#: (queue.priorityqueue|priorityqueue) (<returns>|pop|retrieve|give|get) [(the)] (lowest|smallest) [(valued|priority)] (entry|item|element|value|number) first
import queue
one = queue.PriorityQueue()
one.put(3), one.put(1)
two = queue.LifoQueue()
two.put(1), two.put(2)
so = one.get() == 1 and two.get() == 2

#: (threading.lock|lock|plain lock) is not reentrant
#: (acquiring|reacquiring) [a] (lock|threading.lock) [(twice|again|a second time)] [(in|from|within)] [(same|one)] [(thread)] (deadlock|block forever|cause deadlock|block|hang|deadlocks)
#: (threading.rlock|rlock|reentrant lock) (can be acquired|may be acquired|can be locked) (several|multiple|many|more than once|twice|repeatedly) [(time)] [(by|in|from)] [(same)] [(thread)]
#! (threading.lock|lock) is reentrant
#! (threading.lock|lock) can be acquired (several|multiple) time by same thread
import threading
one, two = threading.Lock(), threading.RLock()
one.acquire(), two.acquire()
so = not one.acquire(blocking=False) and two.acquire(blocking=False)

#: (releasing|release of) [an] (unlocked|unacquired|unheld) lock <raises> runtimeerror
import threading
so = raises(RuntimeError, threading.Lock().release)

#: (an exception|exception|unhandled exception|uncaught exception) (in|inside|raised in) [a] thread (does not|do not) (propagate|propagate to|crash|stop|affect|terminate|kill) [(to|the)] [(main|main thread|program|the main|whole|parent|other|caller)] [(thread|program|process)]
#: (.join|join|thread.join) (does not|do not|never) (raise|re-raise|propagate) [(the)] [(exception)] [(of thread|raised in thread)]
import threading
kept, threading.excepthook = threading.excepthook, lambda *given: None
def act():
    raise KeyError
one = threading.Thread(target=act)
one.start()
one.join()
threading.excepthook = kept
so = not one.is_alive()

#: (threading.local|thread-local data|threading.local()) (give|gives|hold|store|is|provide) [(each|separate|every|per-thread|its own|different)] [(thread|value)] [(its own|per thread|for each|value|data|own)] [(value|thread|copy|attribute|data|storage)]
import threading
kept = threading.local()
kept.one = 1
seen = []
one = threading.Thread(target=lambda: seen.append(hasattr(kept, "one")))
one.start()
one.join()
so = seen == [False]

#: (daemon thread|daemonic thread) (is|are|get) (killed|stopped|terminated|abandoned) [(abruptly|when|at)] [(main|the|program|interpreter|process)] [(thread|program|exit|main)] [(exit|end|terminate|thread exit|shutdown)]
#: (program|interpreter|process|python program|python) (wait|waits) for [all] non-daemon thread [(to finish|to end|before exit|to complete|before exiting)]
#: (program|interpreter|process|python) (does not|do not) wait for daemon thread
import threading
one = threading.Thread(target=int, daemon=True)
so = one.daemon and not threading.Thread(target=int).daemon

#: (threadpoolexecutor|executor|concurrent.futures.threadpoolexecutor|executor's) [.]map (<returns>|yield|give|keep|preserve) [(result)] [(in|input)] [(order of|order|the order|input)] [(input|argument|the input|of (input|argument))] [order]
#: (executor.map|.map) (<returns>|yield|<keeps>) [(result)] [(in|the)] [(same|input|the)] [(order|input)] [(as|of|order)] [(input|the input|argument|iterable)]
#: (as_completed|concurrent.futures.as_completed) (yield|<returns>) future (as they|when they|in order they|in order of|as soon as they) (complete|finish|completion|is done)
#: (future.result|.result|result()) (re-raise|raise|reraise|raises|propagate) [(the|any)] exception [(raised|from|of|that was raised)] [(by|in|inside|worker|callable|call|function)] [(callable|function|task|worker|thread)]
from concurrent.futures import ThreadPoolExecutor
import time
def act(one):
    time.sleep(0.01 if one == 1 else 0)
    return one
def bad():
    raise KeyError
with ThreadPoolExecutor(2) as pool:
    so = list(pool.map(act, [1, 2])) == [1, 2] and raises(KeyError, pool.submit(bad).result)

#: (gil|global interpreter lock|the gil) (is|get) released (during|on|for|while|when|by) [(blocking|waiting for|performing|doing)] (i/o|io|time.sleep|blocking i/o|i/o operation|sleep|sleeping|blocking call|blocking io)
#: (time.sleep|sleeping|blocking i/o|i/o|i/o-bound thread|thread waiting for i/o|thread that wait for i/o|i/o operation) release [the] gil
#: thread release [the] gil (during|while|when) (i/o|blocking i/o|waiting for i/o|sleeping)
#: sleeping thread does not hold the gil
#: time.sleep release the gil
#: (time.sleep|time.sleep()) (release|releases) the gil
import threading, time
seen = []
def act():
    time.sleep(0.05)
    seen.append("slept")
one = threading.Thread(target=act)
one.start()
seen.append("went on")
one.join()
so = seen == ["went on", "slept"]

#: (thread|all thread|thread of process|thread in same process) (share|shares) [(the)] [(same)] (memory|address space|memory space|state|global variable|global|data|process memory)
#: thread share (memory|same memory|memory space|same memory space|global variable)
import threading
seen = []
one = threading.Thread(target=seen.append, args=(1,))
one.start()
one.join()
so = seen == [1]
