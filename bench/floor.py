"""The floor under every runner that forks: what one snippet costs with no protection and no probe.

A small warmed Python reads jobs, one JSON line each, and forks for each of them. The child parses, compiles and runs the
source statement by statement, captures what it prints, renders the value of each expression, and writes one JSON event a
statement into a pipe; the parent collects them, waits for the child, and answers with one line. Nothing is limited or
confined, and a snippet can do anything to it: for measuring alone, with snippets that are known.

    python -I -S bench/floor.py < jobs > answers
"""

import ast
import gc
import io
import json
import os
import sys


def run(source, tell):
    """Runs the source in this process; `tell` gets one event for each statement, and one at the end."""
    names = {"__name__": "__main__"}
    for node in ast.parse(source).body:
        sys.stdout = captured = io.StringIO()
        value = step(node, names)
        shown = None if value is None else repr(value)
        tell({"event": "statement", "line": node.lineno, "stdout": captured.getvalue(), "value": shown})
    tell({"event": "done"})


def step(node, names):
    """Compiles and runs one statement; the value, where it is an expression."""
    if isinstance(node, ast.Expr):
        return eval(compile(ast.Expression(node.value), "<snippet>", "eval"), names)
    return exec(compile(ast.Module([node], []), "<snippet>", "exec"), names)


def forked(source):
    """The same in a process of its own: its events, and its exit status."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        run(source, lambda event: os.write(write, json.dumps(event).encode() + b"\n"))
        os._exit(0)
    os.close(write)
    with open(read, "rb") as events:
        told = [json.loads(line) for line in events]
    return {"events": told, "status": os.waitpid(pid, 0)[1]}


def serve():
    """Answers jobs until there are no more."""
    out = sys.stdout
    run("print(1 + 1)", json.dumps)
    sys.stdout = out
    gc.disable()
    gc.freeze()
    for line in sys.stdin:
        print(json.dumps(forked(json.loads(line)["source"])), flush=True)


serve()
