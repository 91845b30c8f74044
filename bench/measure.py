"""Runs a command as from a shell, and says how long it took and how much memory it and its children held."""

import os
import pathlib
import subprocess
import threading
import time

#: Nobody is helped by what an earlier run has found.
NOTHING_KEPT = {"SNIPCHECK_CACHE_DIR": ""}

SAMPLE_EVERY_S = 0.02


class Ran:
    """What a run gave: exit code, wall and processor seconds, and what it wrote."""

    def __init__(self, code, wall, cpu, output):
        self.code, self.wall, self.cpu, self.output = code, wall, cpu, output


def run(command, folder, environment, watch=None):
    """Runs it to its end; `watch` is told its process id."""
    began, used = time.perf_counter(), os.times()
    process = subprocess.Popen(
        command, cwd=folder, env={**os.environ, **NOTHING_KEPT, **environment}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )
    if watch:
        watch(process.pid)
    output, _ = process.communicate()
    wall, after = time.perf_counter() - began, os.times()
    cpu = after.children_user + after.children_system - used.children_user - used.children_system
    return Ran(process.returncode, wall, cpu, output.decode(errors="replace"))


class Memory:
    """The peak of the memory of a process and all below it, MB: shared pages count once (PSS)."""

    def __init__(self):
        self.peak, self.exact = 0, True
        self._end = threading.Event()
        self._thread = None

    def watch(self, pid):
        self._thread = threading.Thread(target=self._sample, args=(pid,))
        self._thread.start()

    def stop(self):
        self._end.set()
        self._thread.join()

    def _sample(self, pid):
        while not self._end.wait(SAMPLE_EVERY_S):
            self.peak = max(self.peak, sum(self._of(one) for one in tree(pid)) / 1e3)

    def _of(self, pid):
        for name, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
            try:
                lines = pathlib.Path(f"/proc/{pid}/{name}").read_text().splitlines()
            except OSError:
                continue
            found = [int(line.split()[1]) for line in lines if line.startswith(key)]
            if found:
                # A process of another user tells its resident size alone, in which shared pages count again.
                self.exact &= name == "smaps_rollup"
                return found[0]
        return 0


def tree(root):
    """A process and all below it."""
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += children(pid)
    return found


def children(pid):
    """The processes right below one, which may go while they are counted."""
    found = []
    try:
        for path in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
            found += [int(child) for child in path.read_text().split()]
    except OSError:
        pass
    return found
