import builtins, fcntl, json, os, random, resource, signal, sys, threading

def line(name, *values):
    sys.stdout.write(" ".join([name, *map(str, values)]) + "\n")

def flags(fd):
    try:
        return fcntl.fcntl(fd, fcntl.F_GETFL)
    except OSError:
        return None

line("sum", 1 + 1)
line("folder", os.getcwd())
try:
    line("holds", os.listdir("."), oct(os.stat(".").st_mode))
except OSError as error:
    line("holds", error)
line("environment", *sorted(os.environ.items()))
# Without a namespace of its own it sees those of the machine, or none.
if os.getppid() == 0:
    line("processes", sum(name.isdigit() for name in os.listdir("/proc")))
line("descriptors", *((fd, flags(fd)) for fd in range(3000) if flags(fd) is not None))
line("modules", json.dumps([1]), print is builtins.print, "evil" in sys.modules, len(sys.path))
line("seeded", random.random() != random.Random(1).random())
line("signals", signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT), signal.pthread_sigmask(0, ()))
line("threads", threading.active_count(), signal.alarm(0))
line("umask", oct(os.umask(0)), "nice", os.nice(0), "cores", len(os.sched_getaffinity(0)))
line("limits", *(resource.getrlimit(kind) for kind in (resource.RLIMIT_NOFILE, resource.RLIMIT_AS, resource.RLIMIT_CPU)))
