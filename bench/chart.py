"""The figures of one size as an SVG: a bar for each tool, coloured by what it keeps apart. Readable on light and dark."""

SIZE = 500
WIDTH, LEFT, RIGHT, TOP, ROW = 760, 200, 96, 64, 26

STYLE = """
text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-weight: 600; font-size: 15px } .ours { font-weight: 600 } .quiet { fill: #57606a } .floor { font-style: italic }
.sandbox { fill: #1a7f64 } .process { fill: #5fa8d3 } .names, .nothing { fill: #b5bcc4 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .quiet { fill: #9aa4af } .sandbox { fill: #3fb08f } .process { fill: #4f93bd } .names, .nothing { fill: #6a737d }
}
"""
LEGEND = [("sandbox", "own process, in a sandbox"), ("process", "own process"), ("names", "no isolation")]


def render(result):
    size = SIZE if SIZE in result["sizes"] else max(result["sizes"])
    rows = sorted((tool for tool in result["tools"] if str(size) in tool["measured"]), key=lambda tool: wall(tool, size))
    height = TOP + ROW * len(rows) + 12
    title = f"Checking {size:,} blocks, seconds (shorter is better)"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{title}">',
        f"<title>{title}</title><style>{STYLE}</style>", f'<text class="title" x="12" y="24">{title}</text>', *legend(),
    ]
    longest = max((wall(tool, size) for tool in rows), default=1)
    parts += [bar(tool, wall(tool, size), longest, TOP + ROW * at) for at, tool in enumerate(rows)]
    return "\n".join([*parts, "</svg>", ""])


def wall(tool, size):
    return tool["measured"][str(size)]["wall_s"]


def legend():
    x = 12
    for kind, text in LEGEND:
        yield f'<rect class="{kind}" x="{x}" y="37" width="12" height="12" rx="2"/><text class="quiet" x="{x + 18}" y="48">{text}</text>'
        x += 40 + 7 * len(text)


def bar(tool, seconds, longest, y):
    width = max(2, (WIDTH - LEFT - RIGHT) * seconds / longest)
    style = "ours" if tool["name"].startswith("snipcheck") else "floor quiet" if tool["floor"] else ""
    return (
        f'<text class="{style}" x="{LEFT - 10}" y="{y + 16}" text-anchor="end">{tool["name"]}</text>'
        f'<rect class="{tool["apart"]}" x="{LEFT}" y="{y + 3}" width="{width:.1f}" height="{ROW - 8}" rx="2"/>'
        f'<text class="{style}" x="{LEFT + width + 8:.1f}" y="{y + 16}">{seconds:.2f}</text>'
    )
