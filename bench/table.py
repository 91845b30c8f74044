"""The figures as Markdown, and what they say about the goals."""

# The tools are held against the first one: what must hold of wall times at 500 blocks.
GOALS = [
    ("no slower than pytest-markdown-docs", "pytest-markdown-docs", 1.0),
    ("no slower than Sybil", "Sybil", 1.0),
    ("at least 5 times as fast as pytest-examples", "pytest-examples", 5.0),
    ("at least 8 times as fast as doccmd", "doccmd", 8.0),
]
SIZE = 500
MEMORY_MB = 150
OURS = "snipcheck"


def render(result):
    return "\n".join([about(result), "", *rows(result), "", *remarks(result), "", *goals(result), ""])


def about(result):
    return (
        f"Seconds from start to end, medians of {result['rounds']} interleaved rounds, on {result['cores']} cores, "
        f"{result['system']}, CPython {result['python']}. Memory is the peak of the whole tree of processes at the largest size "
        "measured, shared pages counted once."
    )


def rows(result):
    sizes = result["sizes"]
    yield "| | " + " | ".join(f"{size:,} blocks" for size in sizes) + " | memory MB | a block is kept apart by |"
    yield "|---|" + "---:|" * (len(sizes) + 1) + "---|"
    for tool in result["tools"]:
        cells = [seconds(tool, size) for size in sizes]
        name = f"*{tool['name']}*" if tool["floor"] else f"**{tool['name']}**" if tool["name"] == OURS else tool["name"]
        yield f"| {name} | " + " | ".join(cells) + f" | {memory(tool)} | {tool['isolation']} |"


def seconds(tool, size):
    seen = tool["measured"].get(str(size))
    return "–" if seen is None else f"{seen['wall_s']:.2f}" if seen["wall_s"] < 10 else f"{seen['wall_s']:.1f}"


def memory(tool):
    if not tool["measured"]:
        return "–"
    seen = tool["measured"][max(tool["measured"], key=int)]
    return f"{seen['memory_mb']:.0f}" if seen["memory_exact"] else f"at most {seen['memory_mb']:.0f}"


def remarks(result):
    if result["left_out"]:
        each = (f"{one['tool']} at {one['blocks']:,} blocks (some {one['expected_s'] / 60:.0f} min)" for one in result["left_out"])
        yield "Left out because it would take too long: " + ", ".join(each) + "."
        yield ""
    for name, why in result["missing"].items():
        yield f"Not measured: {name} ({why})."
    versions = ", ".join(f"{name} {version}" for name, version in result["versions"].items())
    yield f"Versions: {versions}."


def goals(result):
    walls = {tool["name"]: wall(tool, SIZE) for tool in result["tools"]}
    ours = walls.get(OURS)
    if ours is None:
        return
    for text, name, factor in GOALS:
        if walls.get(name):
            ratio = walls[name] / ours
            yield f"- {mark(ratio >= factor)} {SIZE} blocks {text}: {ratio:.1f} times as fast"
    yield from growth(next(tool for tool in result["tools"] if tool["name"] == OURS))


def growth(tool):
    small, large = [further(tool, *sizes) for sizes in ((50, 500), (5_000, 50_000))]
    if small and large:
        change = large / small - 1
        yield f"- {mark(change <= 0.1)} a further block costs {large * 1e3:.2f} ms at 50,000 and {small * 1e3:.2f} ms at 500 ({change:+.0%})"
    peak = max(seen["memory_mb"] for seen in tool["measured"].values())
    yield f"- {mark(peak < MEMORY_MB)} peak of memory {peak:.0f} MB (goal: below {MEMORY_MB})"


def further(tool, fewer, more):
    """Seconds for each block more, between two sizes."""
    if wall(tool, fewer) and wall(tool, more):
        return (wall(tool, more) - wall(tool, fewer)) / (more - fewer)
    return None


def wall(tool, size):
    return tool["measured"].get(str(size), {}).get("wall_s")


def mark(good):
    return "✓" if good else "✗"
