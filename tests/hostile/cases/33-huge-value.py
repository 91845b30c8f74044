# attack: a value whose text is very long
# want: ok or output

"a" * 10**8
print(repr("a" * 10**7)[:10])
