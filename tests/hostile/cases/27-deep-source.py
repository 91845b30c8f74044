# attack: code that is nested deeper than a parser can follow
# want: ok

deep = 0
for code in ("(" * 5000 + ")" * 5000, "[" * 90000, "-" * 50000 + "1", "f(" * 3000):
    try:
        eval(code)
    except (SyntaxError, RecursionError, MemoryError):
        deep += 1
assert deep >= 3, deep
