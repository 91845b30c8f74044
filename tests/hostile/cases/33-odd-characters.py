# attack: text that is no text: lone surrogates, NULs, control sequences, marks that turn the direction
# want: ok

import os, sys
os.write(1, b"\xff\xfe\0\x1b[2J\x1b]0;title\x07\r\n")
print("\u202eright\u2066to\u2069left\x00\x1b[31m\x9b31m")
try:
    print(chr(0xDC80))
except UnicodeEncodeError:
    pass
sys.stdout.flush()
"\x1b[2J" + chr(0xDC80)
