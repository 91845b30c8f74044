# attack: change everything that the next snippet would use
# want: ok
# limits: cpu_s=5

import builtins, gc, locale, os, random, resource, signal, sys, threading
random.seed(1)
os.environ["X"] = "1"
os.environ.pop("HOME", None)
os.umask(0o777)
os.nice(5)
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
signal.signal(signal.SIGTERM, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
signal.alarm(1)
resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))
gc.disable()
sys.path.insert(0, ".")
sys.modules["evil"] = sys
sys.modules["json"] = None
sys.setrecursionlimit(100)
sys.settrace(lambda *a: None)
sys.stdout.write = lambda *a: 0
builtins.print = lambda *a, **k: None
builtins.len = None
builtins.__import__ = None
