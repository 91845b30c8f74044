"""What a snippet tries to do to the world around it, told through an audit hook: files, processes, network, signals, environment.

Tells and never forbids: the sandbox does that. Each effect has a place: what is the snippet's own affair lies ``inside`` (its
folder and those for temporary files, loopback addresses, its own processes), all else ``outside``. What became of it is the
worker's to say. Nothing in a detail changes from run to run. Knows nothing of jobs and events.
"""

import os
import sys

__builtins__ = dict(vars(__import__("builtins")))  # a copy: the snippet may change the real ones

INSIDE, OUTSIDE, SOCKET = "inside", "outside", "socket"
#: The number of effects told of each place, so that harmless ones leave room for the others; the length of each, characters.
COUNTS, LENGTH = {INSIDE: 40, OUTSIDE: 56, SOCKET: 4}, 500

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NAMELESS = os.O_TMPFILE
_LOCAL_HOSTS = frozenset((None, "", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::"))
_SCRATCH = ("/tmp", "/var/tmp", "/dev/shm", "/dev/pts", "/dev/fd")
_DEVICES = frozenset(f"/dev/{name}" for name in ("null", "zero", "full", "tty", "ptmx", "stdout", "stderr"))
_ACCESS = frozenset(("__getitem__", "getenv", "getenvb", "copy", "setdefault", "__or__", "__ror__"))
_EPHEMERAL = 32768  # ports from here on are given by the kernel
_INTERNET = frozenset((2, 10))  # AF_INET and AF_INET6 on Linux


class _Place:
    """Where the snippet is at home, and who is told; filled in by `watch`."""

    def __init__(self):
        self.tell = None  # nobody, as long as there is no snippet
        self.file = ""  # the name of its code
        self.group = 0
        self.folder = ""  # where it began
        self.current = ""  # where it is; None where that has to be asked
        self.at_home = True  # whether that is inside
        self.places = ()
        self.links = False  # whether it made links: a path may lead elsewhere then
        self.temporary = set()  # names that `tempfile` made up


_Home = _Place()


def prepare():
    """Installs the hook, before any fork: each snippet would have to pay for it. It is silent until `watch` is called."""
    told, left, find = set(), dict(COUNTS), _READERS.get

    def note(effect):
        if effect not in told and left[effect[1]] > 0:
            told.add(effect)
            left[effect[1]] -= 1
            _Home.tell(*effect)

    def hook(event, args):
        reader = find(event)
        if reader is None or _Home.tell is None:
            return
        try:
            effect = reader(args)
            if effect is not None and sys._getframe(1).f_code.co_name != "_get_default_tempdir":
                note(effect)
        except BaseException:
            pass  # an effect that cannot be told must not become the snippet's problem

    sys.addaudithook(hook)
    _watch_environment(note)


def watch(tell, file):
    """Begins to tell: ``tell(what, place, detail)`` is called for each effect. ``file``: the name of the snippet's code."""
    _Home.group, folder = os.getpgid(0), os.getcwd()
    _Home.folder = _Home.current = folder
    _Home.places = (folder, *_SCRATCH)
    _Home.tell, _Home.file = tell, file


# The environment: reading it makes no audit event. Every access to a variable asks for the key's bytes, by a function that each
# mapping holds for itself; there it is seen, and nothing of it can be met in a traceback.


def _watch_environment(note):
    own = set()  # variables that the snippet set itself
    for environ in (os.environ, os.environb):
        environ.encodekey = _telling(environ.encodekey, note, own)


def _telling(encode, note, own):
    def encodekey(key):
        if _Home.tell is None:
            return encode(key)
        try:
            frame = sys._getframe(1)
            if frame.f_code.co_name in ("__setitem__", "__delitem__"):
                own.add(os.fsdecode(key))
            elif _asked_by(frame, _Home.file) and os.fsdecode(key) not in own:
                note(_effect("environment", INSIDE, os.fsdecode(key)))
        except BaseException:
            pass  # not a name
        return encode(key)

    return encodekey


def _asked_by(frame, file):
    """Whether the first frame that does not belong to the mapping is one of the file."""
    while frame is not None and _is_mapping(frame):
        frame = frame.f_back
    return frame is not None and frame.f_code.co_filename == file


def _is_mapping(frame):
    module = frame.f_globals.get("__name__")
    return module == "collections.abc" or module == "os" and frame.f_code.co_name in _ACCESS


# Files


def _on_path(what, at, folder_at=None, end=""):
    """Reads the path at one place of the arguments, and at another the descriptor of the folder that it is relative to."""
    return lambda args: _file(what, args[at], -1 if folder_at is None else args[folder_at], end)


def _file(what, path, folder=-1, end=""):
    if isinstance(path, int) or path is None or folder not in (None, -1):
        return None  # by a descriptor: opening that was seen
    place, shown = _located(os.fsdecode(path))
    return shown and _effect(what, place, shown + end)


def _opened(args):
    flags = args[2] or 0
    return _file("write", args[0]) if flags & _WRITES and flags & _NAMELESS != _NAMELESS else None


def _renamed(args):
    old, new = _file("rename", args[0], args[2]), _file("rename", args[1], args[3])
    if old is None or new is None:
        return None
    place = OUTSIDE if OUTSIDE in (old[1], new[1]) else INSIDE
    return _effect("rename", place, f"{old[2]} -> {new[2]}")


def _linked(args):
    _Home.links = True
    return _file("write", args[1], args[2])


def _moved(args):
    """Follows the working directory. Asking for it takes long where it lies deep, so it is asked for only where it must be."""
    path = args[0]
    if isinstance(path, int):
        _Home.current = None
        return
    path = os.fsdecode(path)
    if not os.path.isdir(path):
        return
    if _is_simple(path) and _Home.current is not None and not _Home.links:
        _Home.current = f"{_Home.current}/{path}"
    else:
        _Home.current = None if _Home.links else os.path.normpath(os.path.join(_where(), path))
        _Home.at_home = _is_inside(_where())


def _named(args):
    _Home.temporary.add(os.path.basename(os.fsdecode(args[0])))


def _where():
    if _Home.current is None:
        _Home.current = os.getcwd()
        _Home.at_home = _is_inside(_Home.current)
    return _Home.current


def _located(path):
    """The place of a path, and how it is shown: relative to the snippet's folder if it lies there.

    Nothing is shown for a device, and for a folder that is there for everybody: whoever opens one wants a nameless file.
    """
    current = _where()
    if _is_simple(path) and not _Home.links:
        place, path = INSIDE if _Home.at_home else OUTSIDE, f"{current}/{path}"
    else:
        path = os.path.join(current, path)
        path = os.path.realpath(path) if _Home.links else os.path.normpath(path)
        place = INSIDE if _is_inside(path) else OUTSIDE
    if path in _DEVICES or path in _Home.places or "/__pycache__/" in path:
        return place, None
    return place, _shown(path)


def _shown(path):
    if path.startswith(f"{_Home.folder}/"):
        path = path[len(_Home.folder) + 1 :]
    if _Home.temporary:
        path = "/".join("<temporary>" if name in _Home.temporary else name for name in path.split("/"))
    return path


def _is_simple(path):
    """Whether a path leads from the working directory downwards."""
    return path[:1] not in ("", "/", ".") and "/." not in path


def _is_inside(path):
    return any(path == place or path.startswith(f"{place.rstrip('/')}/") for place in _Home.places)


# Processes and signals


def _command(executable, argv):
    words = [argv] if isinstance(argv, (str, bytes)) or hasattr(argv, "__fspath__") else list(argv or (executable,))
    words = [os.fsdecode(word) for word in words]
    return _effect("process", OUTSIDE, " ".join("python" if word == sys.executable else word for word in words))


def _killed(args):
    pid, number = args
    place = INSIDE if _same_group(pid) else OUTSIDE
    return _effect("signal", place, f"kill -{int(number)} {_process(pid, place)}")


def _killed_group(args):
    place = INSIDE if args[0] in (0, _Home.group) else OUTSIDE
    return _effect("signal", place, f"kill -{int(args[1])} -{args[0] if place == OUTSIDE else 'own'}")


def _process(pid, place):
    """A process by what it is to the snippet: numbers change from run to run."""
    if pid == os.getpid():
        return "itself"
    if place == INSIDE:
        return "own"
    return "parent" if pid == os.getppid() else str(pid)


def _same_group(pid):
    if pid in (0, os.getpid(), -_Home.group):
        return True
    try:
        return pid > 0 and os.getpgid(pid) == _Home.group
    except OSError:
        return False


# Network


def _address(verb, address):
    if not isinstance(address, tuple):
        return None  # a local socket
    return _host(verb, *address[:2])


def _host(verb, host, port=None):
    host = os.fsdecode(host) if isinstance(host, bytes) else host
    local = host in _LOCAL_HOSTS
    if verb == "lookup" and (local or _is_number(host)):
        return None
    given = local and isinstance(port, int) and port >= _EPHEMERAL
    shown = str(host or "") if port is None or given else f"{host or ''}:{port}"
    return _effect("network", INSIDE if local else OUTSIDE, f"{verb} {shown}")


def _is_number(host):
    return ":" in host or not host.strip("0123456789.")


def _socket(args):
    return _effect("network", SOCKET, "socket") if args[1] in _INTERNET or args[1] == -1 else None


def _effect(what, place, detail):
    return what, place, detail[:LENGTH]


#: For each audit event how to make ``(what, place, detail)`` of its arguments, or ``None`` where there is nothing to tell.
_READERS = {
    "os.system": lambda args: _effect("process", OUTSIDE, os.fsdecode(args[0])),
    "subprocess.Popen": lambda args: _command(args[0], args[1]),
    "os.exec": lambda args: _command(args[0], args[1]),
    "os.posix_spawn": lambda args: _command(args[0], args[1]),
    "pty.spawn": lambda args: _command(None, args[0]),
    "os.fork": lambda args: _effect("process", INSIDE, "fork"),
    "os.forkpty": lambda args: _effect("process", INSIDE, "fork"),
    "socket.__new__": _socket,
    "socket.bind": lambda args: _address("bind", args[1]),
    "socket.connect": lambda args: _address("connect", args[1]),
    "socket.sendto": lambda args: _address("send", args[1]),
    "socket.sendmsg": lambda args: _address("send", args[1]),
    "socket.getaddrinfo": lambda args: _host("lookup", args[0], args[1]),
    "socket.gethostbyname": lambda args: _host("lookup", args[0]),
    "socket.gethostbyaddr": lambda args: _host("lookup", args[0]),
    "open": _opened,
    "os.chdir": _moved,
    "os.rename": _renamed,
    "os.remove": _on_path("delete", 0, 1),
    "os.rmdir": _on_path("delete", 0, 1, "/"),
    "shutil.rmtree": _on_path("delete", 0, None, "/"),
    "os.mkdir": _on_path("write", 0, 2, "/"),
    "os.link": _on_path("write", 1, 3),
    "os.symlink": _linked,
    "os.chmod": _on_path("write", 0, 2),
    "os.chown": _on_path("write", 0, 3),
    "os.utime": _on_path("write", 0, 3),
    "os.truncate": _on_path("write", 0),
    "os.setxattr": _on_path("write", 0),
    "os.removexattr": _on_path("write", 0),
    "sqlite3.connect": lambda args: None if os.fsdecode(args[0]) in (":memory:", "") else _file("write", args[0]),
    "tempfile.mkstemp": _named,
    "tempfile.mkdtemp": _named,
    "os.kill": _killed,
    "os.killpg": _killed_group,
    "signal.pthread_kill": lambda args: _effect("signal", INSIDE, f"kill -{int(args[1])} own"),
}
