# attack: calls that are nested for ever
# want: error RecursionError

def f():
    return f()
f()
