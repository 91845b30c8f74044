#!/usr/bin/env python3
"""Measures snipcheck against other tools and against the bare means, on the same blocks.

    cargo build --release
    python3 bench/run.py --install                 # everything; takes long
    python3 bench/run.py --sizes 50 --rounds 1     # a first look

What is measured and how is told in bench/README.md. Needs nothing but Python's standard library; peers that are not
installed are left out, and the table says so.
"""

import argparse
import json
import pathlib
import platform
import shutil
import statistics
import sys
import tempfile

import chart
import corpus
import measure
import table
import tools

ROOT = pathlib.Path(__file__).resolve().parent.parent


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 500, 5000, 50000], help="blocks of the corpora")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each command at each size (default 5)")
    parser.add_argument("--budget", type=float, default=150, metavar="S",
                        help="seconds that one run may be expected to take; larger sizes are left out (default 150)")
    parser.add_argument("--only", nargs="+", metavar="WORD", help="only tools whose names contain one of the words")
    parser.add_argument("--snipcheck", type=pathlib.Path, default=ROOT / "target/release/snipcheck", help="the program")
    parser.add_argument("--python", default=tools.plain_python(), help="the Python on which snipcheck and the floors run")
    parser.add_argument("--peers", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir(), "snipcheck-bench-peers"),
                        help="where the environments of the other tools are (default: %(default)s)")
    parser.add_argument("--install", action="store_true", help="make these environments first, from the package index")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "target/bench", help="where table, chart and figures go")
    return parser.parse_args()


class Bench:
    """The corpora in a folder of their own, and what was measured."""

    def __init__(self, folder, chosen):
        self.folder, self.tools = folder, chosen
        self.seen = {tool.name: {} for tool in chosen}
        self.notes = {}

    def place(self, tool, blocks, **how):
        """A folder with the documents and with what the tool needs beside them."""
        place = self.folder / "-".join([tool.name.replace(" ", "_"), str(blocks), *map(str, how.values())]).replace("/", "_")
        files = corpus.write(place / "docs", tool.form, blocks, **how)
        for path, text in tool.files.items():
            (place / path).write_text(text)
        return place, [path.relative_to(place) for path in files]

    def run(self, tool, place, documents, watch=None):
        return measure.run(tool.arguments(documents), place, tool.environment, watch)

    def check(self, tool):
        """Whether the tool runs every block, passes the right ones and notices a wrong one; what is not so otherwise."""
        blocks = 30
        right = self.run(tool, *self.place(tool, blocks))
        if right.code != 0:
            return f"it refuses the right corpus:\n{right.output[-1500:]}"
        for mistake in (0, blocks - 1):
            wrong = self.run(tool, *self.place(tool, blocks, mistake_in=mistake))
            if wrong.code == 0:
                return f"it does not notice the wrong claim in block {mistake}"
        ran = self.count(tool, blocks)
        return None if ran == blocks else f"{ran} of {blocks} blocks ran"

    def count(self, tool, blocks):
        """How many blocks really ran: each leaves a mark outside. Where none can be left, the report tells."""
        if tool.apart == "sandbox":
            return self.reported(tool, blocks)
        counter = self.folder / "counter"
        counter.write_text("")
        self.run(tool, *self.place(tool, blocks, counter=counter))
        return len(counter.read_text())

    def reported(self, tool, blocks):
        place, documents = self.place(tool, blocks)
        if tool.floor:
            return int(self.run(tool, place, documents).output.split()[-2])
        said = measure.run([*tool.command, "--format", "json"], place, {})
        return json.loads(said.output)["summary"]["outcomes"].get("ok", 0)

    def measure(self, blocks, rounds, budget):
        """Rounds in which every tool has its turn, so that a slow spell of the machine falls on all of them."""
        places = {}
        for tool in self.tools:
            if self.expected(tool, blocks) <= budget:
                places[tool.name] = self.place(tool, blocks)
            else:
                self.notes[tool.name, blocks] = self.expected(tool, blocks)
        turns = [tool for tool in self.tools if tool.name in places]
        runs = {tool.name: [] for tool in turns}
        for number in range(rounds):
            for tool in turns[number % len(turns):] + turns[: number % len(turns)]:
                ran = self.run(tool, *places[tool.name])
                if ran.code != 0:
                    sys.exit(f"{tool.name} failed at {blocks} blocks:\n{ran.output[-3000:]}")
                runs[tool.name].append(ran)
            print(f"  {blocks} blocks, round {number + 1} of {rounds}", file=sys.stderr)
        for tool in turns:
            self.seen[tool.name][blocks] = self.summary(tool, runs[tool.name], places[tool.name])
            shutil.rmtree(places[tool.name][0])

    def summary(self, tool, runs, place):
        memory = measure.Memory()
        self.run(tool, *place, watch=memory.watch)
        memory.stop()
        walls = [ran.wall for ran in runs]
        return {
            "wall_s": statistics.median(walls), "least_s": min(walls), "most_s": max(walls),
            "cpu_s": statistics.median(ran.cpu for ran in runs),
            "memory_mb": memory.peak, "memory_exact": memory.exact,
        }

    def expected(self, tool, blocks):
        """Seconds, by the line through the last two sizes; nothing is foretold before there are two."""
        known = sorted(self.seen[tool.name].items())
        if len(known) < 2:
            return 0
        (fewer, before), (more, after) = known[-2:]
        each = max(0, (after["wall_s"] - before["wall_s"]) / (more - fewer))
        return after["wall_s"] + each * (blocks - more)


def choose(asked):
    """The tools that are there, and why the others are not."""
    if not asked.snipcheck.exists():
        sys.exit(f"{asked.snipcheck} is not there; `cargo build --release` makes it")
    python, byexample = tools.environments(asked.peers, asked.install)
    rows, missing, versions = tools.snipcheck(asked.snipcheck.resolve(), asked.python), {}, {}
    for tool in tools.peers(python if pathlib.Path(python).exists() else sys.executable, byexample):
        package = tools.PACKAGES.get(tool.name)
        versions[tool.name] = tools.version(byexample if package == "byexample" else python, package) if package else platform.python_version()
        if versions[tool.name] is None:
            missing[tool.name] = "not installed; `--install` does that"
        else:
            rows.append(tool)
    rows += tools.floors(asked.python)
    if asked.only:
        rows = [tool for tool in rows if any(word in tool.name for word in asked.only)]
    return rows, missing, versions


def only_sound(bench, missing):
    """Leaves out tools that do not do here what they are measured for, and says so."""
    for tool in list(bench.tools):
        wrong = bench.check(tool)
        print(f"  {tool.name}: {wrong or 'runs every block, notices a wrong one'}", file=sys.stderr)
        if wrong:
            missing[tool.name] = wrong.splitlines()[0]
            bench.tools.remove(tool)


def result(bench, asked, sizes, missing, versions):
    """All that was measured, as plain data."""
    return {
        "sizes": sizes, "rounds": asked.rounds, "cores": tools.CORES, "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release().split('-')[0]} {platform.machine()}",
        "missing": missing, "versions": {name: version for name, version in versions.items() if version},
        "left_out": [{"tool": name, "blocks": blocks, "expected_s": seconds} for (name, blocks), seconds in bench.notes.items()],
        "tools": [
            {"name": tool.name, "apart": tool.apart, "isolation": tool.isolation, "floor": tool.floor, "form": tool.form,
             "measured": {str(blocks): seen for blocks, seen in bench.seen[tool.name].items()}}
            for tool in bench.tools
        ],
    }


def write(result, out):
    out.mkdir(parents=True, exist_ok=True)
    (out / "results.json").write_text(json.dumps(result, indent=1) + "\n")
    (out / "table.md").write_text(table.render(result))
    (out / "chart.svg").write_text(chart.render(result))


def main():
    asked = options()
    rows, missing, versions = choose(asked)
    sizes = sorted(asked.sizes)
    with tempfile.TemporaryDirectory(prefix="snipcheck-bench-") as folder:
        bench = Bench(pathlib.Path(folder), rows)
        only_sound(bench, missing)
        if not bench.tools:
            sys.exit("no tool is left to measure")
        for at, blocks in enumerate(sizes):
            bench.measure(blocks, asked.rounds, asked.budget)
            # After each size: whoever ends a long run early keeps what is known.
            write(result(bench, asked, sizes[: at + 1], missing, versions), asked.out)
    print((asked.out / "table.md").read_text())
    print(f"written to {asked.out}: results.json, table.md, chart.svg", file=sys.stderr)
    if any(name.startswith(table.OURS) for name in missing):
        sys.exit("snipcheck itself is not sound here; what is wrong is said above")


if __name__ == "__main__":
    main()
