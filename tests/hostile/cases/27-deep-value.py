# attack: a value that is nested deeper than anybody can show
# want: error RecursionError or ok or crash 11

x = []
for _ in range(100_000):
    x = [x]
print(x)
