# attack: an exception whose text is a trap
# want: error Odd

class Odd(Exception):
    def __str__(self):
        raise ValueError("no text")
    __repr__ = __str__

def f():
    raise Odd("\x1b[2J")

f()
