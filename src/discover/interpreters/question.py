# Prints as JSON who this interpreter is. Runs under -E -s -S, on anything from Python 2.7 on (to say that it is too old),
# and executes nothing of the environment: of .pth files it takes the folders and leaves the code alone.
import sys

# First of all: `-c` puts the current folder on the path, and a site.py there must not be imported.
sys.path[:] = [entry for entry in sys.path if entry]

import os
import site


def implementation():
    """The name as the `platform` module gives it, which takes its time to import."""
    if getattr(sys, "implementation", None) and sys.implementation.name == "cpython":
        return "CPython"
    import platform

    return platform.python_implementation()


def environment():
    """The folder of the virtual environment around the executable and the lines of its pyvenv.cfg."""
    folder = os.path.dirname(os.path.abspath(sys.executable or ""))
    for place in (folder, os.path.dirname(folder)):
        try:
            with open(os.path.join(place, "pyvenv.cfg")) as lines:
                pairs = [line.partition("=") for line in lines]
        except (IOError, OSError, ValueError):
            continue
        # The one is where `bin` stands, wherever the file was found.
        return os.path.dirname(folder), {key.strip().lower(): value.strip().lower() for key, _, value in pairs}
    return None, {}


def folders_of(packages):
    """The folder itself and those that its .pth files add."""
    yield packages
    for name in sorted(os.listdir(packages)):
        if not name.endswith(".pth") or name.startswith("."):
            continue
        try:
            with open(os.path.join(packages, name)) as lines:
                for line in lines:
                    line = line.strip()
                    if line and not line.startswith(("#", "import ", "import\t")):
                        yield os.path.join(packages, line)
        except (IOError, OSError, ValueError):
            continue


base = getattr(sys, "base_prefix", sys.prefix), getattr(sys, "base_exec_prefix", sys.exec_prefix)
home, config = environment()
prefixes = {sys.prefix, sys.exec_prefix} if home is None else {home}
if home is not None:
    # What `site` would have done; its list of folders depends on it.
    sys.prefix = sys.exec_prefix = home
    if config.get("include-system-site-packages") == "true":
        prefixes.update(base)

path = list(sys.path)
ordered = sorted(prefixes, key=lambda prefix: prefix != sys.prefix)
for packages in site.getsitepackages(ordered) if sys.version_info >= (3, 9) else ():
    if os.path.isdir(packages):
        path.extend(folder for folder in folders_of(packages) if os.path.isdir(folder) and folder not in path)


def written(value):
    """The value as JSON. The module for it takes longer to import than all else here."""
    if isinstance(value, dict):
        return "{%s}" % ",".join(written(key) + ":" + written(value[key]) for key in value)
    if isinstance(value, list):
        return "[%s]" % ",".join(written(item) for item in value)
    if isinstance(value, int):
        return str(value).lower()
    return '"%s"' % "".join(map(escaped, value))


def escaped(character):
    """A character of a string, in ASCII."""
    code = ord(character)
    if code > 0xFFFF:
        return "\\u%04x\\u%04x" % (0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF))
    return character if " " <= character <= "~" and character not in '"\\' else "\\u%04x" % code


sys.stdout.write(written({
    "implementation": implementation(),
    "version": sys.version.split()[0].rstrip("+"),
    "minor": list(sys.version_info[:2]),
    "free_threaded": "t" in getattr(sys, "abiflags", ""),
    "executable": sys.executable or "",
    "prefix": sys.prefix,
    "exec_prefix": sys.exec_prefix,
    "base_prefix": base[0],
    "base_exec_prefix": base[1],
    "path": path,
}))
