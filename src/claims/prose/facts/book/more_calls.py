"""More calls with their results; `bad` holds calls of each that raise something."""

#=call: int
made = int("5")
bad = [lambda: int("a")]

#=call: float
made = float("5")
bad = [lambda: float("a")]

#=call: bool
made = bool(1)

#=call: str
made = str(1)

#=call: list
made = list("ab")
bad = [lambda: list(5)]

#=call: tuple
made = tuple("ab")
bad = [lambda: tuple(5)]

#=call: set
made = set("ab")
bad = [lambda: set([[]])]

#=call: frozenset
made = frozenset("ab")
bad = [lambda: frozenset([[]])]

#=call: dict
made = dict(a=1)
bad = [lambda: dict([1])]

#=call: any
made = any([1])
bad = [lambda: any(5)]

#=call: all
made = all([1])
bad = [lambda: all(5)]

#=call: sum
made = sum([1])
bad = [lambda: sum(["a"])]

#=call: max
made = max([1])
bad = [lambda: max([])]

#=call: min
made = min([1])
bad = [lambda: min([])]

#=call: next
made = next(iter([1]))
bad = [lambda: next(iter([])), lambda: next([])]

#=call: chr
made = chr(97)
bad = [lambda: chr(-1)]

#=call: ord
made = ord("a")
bad = [lambda: ord("ab")]

#=call: bin
made = bin(5)
bad = [lambda: bin(1.5)]

#=call: hex
made = hex(5)
bad = [lambda: hex(1.5)]

#=call: oct
made = oct(5)

#=call: ascii
made = ascii(5)

#=call: format
made = format(5)
bad = [lambda: format(5, "zz")]

#=call: round
made = round(2.5)
bad = [lambda: round("a")]

#=call: dir
made = dir()

#=call: vars
made = vars(type("A", (), {})())
bad = [lambda: vars(5)]

#=call: globals
made = globals()

#=call: locals
made = locals()

#=call: hasattr
made = hasattr(1, "real")

#=call: getattr
made = getattr(1, "real")
bad = [lambda: getattr(1, "a")]

#=call: issubclass
made = issubclass(bool, int)
bad = [lambda: issubclass(1, int)]

#=call: exec
made = exec("1")
bad = [lambda: exec("x =")]

#=call: eval
made = eval("1")
bad = [lambda: eval("x ="), lambda: eval("no_such")]

#=call: compile
made = compile("1", "a", "eval")
bad = [lambda: compile("x =", "a", "exec")]

#=call: slice
made = slice(1)

#=call: memoryview
made = memoryview(b"a")
bad = [lambda: memoryview("a")]

#=call: str.count
#=call: .count
made = "aa".count("a")

#=call: str.index
#=call: .index
made = "a".index("a")
bad = [lambda: "a".index("b")]

#=call: str.startswith
#=call: .startswith
made = "a".startswith("a")
bad = [lambda: "a".startswith(1)]

#=call: str.endswith
#=call: .endswith
made = "a".endswith("a")

#=call: str.lower
#=call: .lower
made = "A".lower()

#=call: str.title
#=call: .title
made = "a".title()

#=call: str.capitalize
#=call: .capitalize
made = "a".capitalize()

#=call: str.casefold
#=call: .casefold
made = "a".casefold()

#=call: str.lstrip
#=call: .lstrip
made = "a".lstrip()

#=call: str.rstrip
#=call: .rstrip
made = "a".rstrip()

#=call: str.rsplit
#=call: .rsplit
made = "a b".rsplit()

#=call: str.format
#=call: .format
made = "{}".format(1)
bad = [lambda: "{}".format(), lambda: "{a}".format()]

#=call: str.zfill
#=call: .zfill
made = "1".zfill(3)

#=call: str.isalpha
#=call: .isalpha
made = "a".isalpha()

#=call: str.isnumeric
#=call: .isnumeric
made = "1".isnumeric()

#=call: str.isspace
#=call: .isspace
made = " ".isspace()

#=call: str.isupper
#=call: .isupper
made = "A".isupper()

#=call: str.islower
#=call: .islower
made = "a".islower()

#=call: str.isidentifier
#=call: .isidentifier
made = "a".isidentifier()

#=call: str.rfind
#=call: .rfind
made = "a".rfind("b")

#=call: str.rindex
#=call: .rindex
made = "a".rindex("a")
bad = [lambda: "a".rindex("b")]

#=call: str.translate
#=call: .translate
made = "a".translate({})

#=call: str.maketrans
made = str.maketrans("a", "b")
bad = [lambda: str.maketrans("a", "bc")]

#=call: bytes.hex
#=call: .hex
made = b"a".hex()

#=call: bytes.fromhex
made = bytes.fromhex("61")
bad = [lambda: bytes.fromhex("6")]

#=call: list.count
made = [1].count(1)

#=call: list.pop
made = [1].pop()
bad = [lambda: [].pop()]

#=call: dict.get
made = {}.get(1)

#=call: dict.pop
made = {1: 2}.pop(1)
bad = [lambda: {}.pop(1)]

#=call: set.remove
made = {1}.remove(1)
bad = [lambda: {1}.remove(2)]

#=call: set.pop
made = {1}.pop()
bad = [lambda: set().pop()]

#=call: set.clear
made = {1}.clear()

#=call: set.copy
made = {1}.copy()

#=call: set.difference
made = {1}.difference({2})

#=call: set.intersection
made = {1}.intersection({2})

#=call: set.symmetric_difference
made = {1}.symmetric_difference({2})

#=call: set.issubset
made = {1}.issubset({2})

#=call: set.issuperset
made = {1}.issuperset({2})

#=call: set.isdisjoint
made = {1}.isdisjoint({2})

#=call: frozenset.union
made = frozenset([1]).union([2])
