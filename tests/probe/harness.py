"""Runs the cases beside it, each in a forked child as the worker does, and compares the events with what is expected.

`harness.py FOLDER`: the folder of the package under test. Prints what differs; the exit status says whether anything did.

An event is written in one line:
    s3 'out' = repr ! Type: message     a top-level statement on line 3, its output, value and exception, as far as there are
    h0.1 …                              probe 0 hit for the second time        m0 = repr    a member of a class
    e0.1.2 …                            probe 0, expression 1, turn 2          refused 3 Type: message
    done                                exit 3                                 effect what detail
"""

import json
import os
import sys
import tempfile
import traceback
import types

PACKAGE, PARTS = "snipcheck_probe", ("render", "effects", "instrument", "watch", "codes", "prompt")


def load(folder):
    """The package from its sources alone, as the worker makes it: the parts first, each known before the next is run."""
    package = types.ModuleType(PACKAGE)
    package.__path__ = []
    sys.modules[PACKAGE] = package
    for part in PARTS:
        module = sys.modules[f"{PACKAGE}.{part}"] = types.ModuleType(f"{PACKAGE}.{part}")
        module.__package__ = PACKAGE
        execute(module, folder, part)
    package.__package__ = PACKAGE
    execute(package, folder, "__init__")
    package.warm()
    return package


def execute(module, folder, part):
    """Runs the source in the module; the file name is one that does not exist."""
    with open(os.path.join(folder, f"{part}.py"), encoding="utf-8") as source:
        exec(compile(source.read(), f"<{PACKAGE}/{part}.py>", "exec", 0, True), module.__dict__)


def run(probe, job):
    """All events, the exit status, the effects and the output of one job, run in a child."""
    events, out, err = (tempfile.TemporaryFile(buffering=0) for _ in range(3))
    pid = os.fork()
    if pid == 0:
        status = 99
        try:
            _child(probe, job, events, out, err)
            status = 0
        except BaseException:
            events.write(traceback.format_exc().encode())
        finally:
            os._exit(status)
    died = os.waitpid(pid, 0)[1]
    seen = [read(file) for file in (events, out, err)]
    if died:
        return [f"died {died}", *seen[0].splitlines()], [], *seen[1:]
    raw = [json.loads(line) for line in seen[0].splitlines()]
    return [short(event, seen[1]) for event in raw], raw, *seen[1:]


def _child(probe, job, events, out, err):
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    os.chdir(tempfile.mkdtemp())

    def emit(event):
        events.write(json.dumps(event).encode() + b"\n")  # at once: any thread may come here

    def effect(*what):
        emit({"event": "effect", "what": what})

    status = probe.run(job, emit, lambda: os.fstat(1).st_size, effect, lambda file: None)
    if status is not None:
        emit({"event": "exit", "status": status})
    os.rmdir(os.getcwd()) if not os.listdir(".") else None


def read(file):
    with file:
        file.seek(0)
        return file.read().decode("utf-8", "replace")


def short(event, output):
    """The event in one line."""
    kind = event["event"]
    if kind == "effect":
        return "effect " + " ".join(event["what"])
    if kind == "exit":
        return f"exit {event['status']}"
    names = {"statement": "s{line}", "hit": "h{probe}.{turn}", "member": "m{probe}", "expr": "e{probe}.{expr}.{turn}"}
    line = names.get(kind, "refused {line}" if kind == "refused" else kind).format(**event)
    if event.get("stdout"):
        text = output.encode()[event["stdout"]["start"] : event["stdout"]["end"]].decode()
        line += f" {text!r}" if text else ""
    if event.get("value"):
        line += f" = {event['value']['repr']}"
    if event.get("raised"):
        error = event["raised"]
        line += f" ! {error['type_name']}: {error['message']}" if error["message"] else f" ! {error['type_name']}"
    return line


def job(text, probes=(), parts=None, interactive=False, line=1):
    """A job of one subject part, or of the parts given as pairs of role and text."""
    parts = parts or [("subject", text)]
    made, at = [], line
    for role, source in parts:
        entries = prompts(source, at) if interactive else [{"line": at, "text": source, "interactive": False}]
        made.append({"role": role, "entries": entries})
        at += source.count("\n")
    return {"id": 1, "file": "guide.md", "parts": made, "probes": [probe(i, p) for i, p in enumerate(probes)]}


def prompts(text, line):
    """The entries of a transcript without its output: each `>>> ` begins one."""
    entries = []
    for number, row in enumerate(text.splitlines(), line):
        if row.startswith(">>> "):
            entries.append({"line": number, "text": row[4:] + "\n", "interactive": True})
        else:
            entries[-1]["text"] += row[4:] + "\n"
    return entries


def probe(number, wanted):
    """From `3`, `"3!"` (catches), `"end"`, or a tuple of one of these and expressions, `<` before those asked before."""
    at, *exprs = wanted if isinstance(wanted, tuple) else (wanted,)
    catches = str(at).endswith("!")
    at = "end" if at == "end" else {"line": int(str(at).rstrip("!"))}
    asked = [{"text": text.lstrip("<"), "when": "before" if text.startswith("<") else "after"} for text in exprs]
    return {"id": number, "at": at, "catches": catches, "exprs": asked}


def main(folder):
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    sys.dont_write_bytecode = True
    package = load(folder)
    import cases
    import details

    failures = [text for case in cases.CASES for text in check(package, case)]
    failures += details.failures(package, sys.modules[__name__])
    print("\n".join(failures))
    print(f"{sys.version.split()[0]}: {len(cases.CASES)} cases, {len(failures)} failures")
    return bool(failures)


def check(package, case):
    """The differences of one case."""
    if sys.version_info < case.get("since", (3, 9)):
        return
    only = case.get("only", "")
    made = job(case["text"], case.get("probes", ()), case.get("parts"), case.get("interactive", False), case.get("line", 1))
    seen, _, out, err = run(package, made)
    kept = [line for line in seen if not only or line[0] in only]
    if kept != case["expect"]:
        yield f"FAIL {case['name']}\n  expected {case['expect']}\n  seen     {kept}\n  stdout {out!r}\n  stderr {err[-2000:]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
