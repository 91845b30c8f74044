"""What a snippet tries to do to the world outside, told through an audit hook.

Tells and never forbids: the sandbox does that. Whatever stays inside is left out: the working directory, the folders for
temporary files, loopback addresses, processes of the same group. Knows nothing of jobs and events.
"""

import os
import sys

__builtins__ = dict(vars(__import__("builtins")))  # a copy: the snippet may change the real ones

#: The number of effects told, and the length of each, characters.
COUNT, LENGTH = 100, 500

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_LOCAL_HOSTS = frozenset((None, "", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::"))
_SCRATCH = ("/tmp", "/var/tmp", "/dev/shm", "/dev/pts", "/dev/fd")
_DEVICES = frozenset(f"/dev/{name}" for name in ("null", "zero", "full", "tty", "ptmx", "stdout", "stderr"))


class _Place:
    """Where the snippet is at home; filled in by `watch`."""

    def __init__(self):
        self.pid = self.group = 0
        self.places = ()


_Home = _Place()


def watch(tell):
    """Installs the hook; ``tell(what, detail)`` is called for each effect, in this process alone."""
    _Home.pid, _Home.group, folder = os.getpid(), os.getpgid(0), os.getcwd()
    _Home.places = (folder, *_SCRATCH)
    told, find = [], _READERS.get

    def hook(event, args):
        reader = find(event)
        if reader is None or len(told) >= COUNT or os.getpid() != _Home.pid:
            return
        try:
            effect = reader(args)
            if effect is not None and effect not in told[-1:]:
                told.append(effect)
                tell(*effect)
        except BaseException:
            pass  # an effect that cannot be told must not become the snippet's problem

    sys.addaudithook(hook)


def _write(path, relative_to=None):
    path = _outside(path) if relative_to in (None, -1) else None
    return path and _effect("write", path)


def _writes(at, folder_at=None):
    """Reads the path at one place of the arguments, and at another the descriptor of the folder that it is relative to."""
    return lambda args: _write(args[at], None if folder_at is None else args[folder_at])


def _opened(args):
    return _write(args[0]) if (args[2] or 0) & _WRITES else None


def _renamed(args):
    return _write(args[0], args[2]) or _write(args[1], args[3])


def _killed(args):
    return None if _same_group(args[0]) else _effect("signal", f"kill -{int(args[1])} {args[0]}")


def _killed_group(args):
    return None if args[0] in (0, _Home.group) else _effect("signal", f"kill -{int(args[1])} -{args[0]}")


def _outside(path):
    """The absolute path where it lies outside the given folders; ``None`` for a descriptor too."""
    if isinstance(path, int) or path is None:
        return None
    path = os.path.abspath(os.fsdecode(path))
    if path in _DEVICES or "/__pycache__/" in path:
        return None
    return None if any(path == place or path.startswith(f"{place.rstrip('/')}/") for place in _Home.places) else path


def _same_group(pid):
    if pid in (0, os.getpid(), -_Home.group):
        return True
    try:
        return pid > 0 and os.getpgid(pid) == _Home.group
    except OSError:
        return False


def _command(executable, argv):
    words = [argv] if isinstance(argv, (str, bytes)) or hasattr(argv, "__fspath__") else list(argv or (executable,))
    return _effect("process", " ".join(os.fsdecode(word) for word in words))


def _address(address):
    if not isinstance(address, tuple):
        return None  # a local socket
    return _host(*address[:2])


def _host(host, port=None):
    host = os.fsdecode(host) if isinstance(host, bytes) else host
    if host in _LOCAL_HOSTS:
        return None
    return _effect("network", str(host) if port is None else f"{host}:{port}")


def _effect(what, detail):
    return what, detail[:LENGTH]


#: For each audit event how to make ``(what, detail)`` of its arguments, or ``None`` where it stays inside.
_READERS = {
    "os.system": lambda args: _effect("process", os.fsdecode(args[0])),
    "subprocess.Popen": lambda args: _command(args[0], args[1]),
    "os.exec": lambda args: _command(args[0], args[1]),
    "os.posix_spawn": lambda args: _command(args[0], args[1]),
    "pty.spawn": lambda args: _command(None, args[0]),
    "socket.connect": lambda args: _address(args[1]),
    "socket.sendto": lambda args: _address(args[1]),
    "socket.sendmsg": lambda args: _address(args[1]),
    "socket.getaddrinfo": lambda args: _host(args[0], args[1]),
    "socket.gethostbyname": lambda args: _host(args[0]),
    "socket.gethostbyaddr": lambda args: _host(args[0]),
    "open": _opened,
    "os.rename": _renamed,
    "os.link": _renamed,
    "os.remove": _writes(0, 1),
    "os.rmdir": _writes(0, 1),
    "os.mkdir": _writes(0, 2),
    "os.chmod": _writes(0, 2),
    "os.chown": _writes(0, 3),
    "os.utime": _writes(0, 3),
    "os.symlink": _writes(1, 2),
    "os.truncate": _writes(0),
    "os.setxattr": _writes(0),
    "os.removexattr": _writes(0),
    "shutil.rmtree": _writes(0),
    "sqlite3.connect": lambda args: None if args[0] == ":memory:" else _write(args[0]),
    "os.kill": _killed,
    "os.killpg": _killed_group,
}
