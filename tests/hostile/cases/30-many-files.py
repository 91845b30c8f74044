# attack: more bytes than there may be, in many files
# want: ok
# want landlock: error AssertionError or scratch
# want seccomp: ok
# limits: disk=16777216
# open: landlock
# why: a folder on disk is looked at every few milliseconds; what is written in between is not held back

written = 0
try:
    for number in range(40):
        with open(f"file-{number}", "wb", buffering=0) as f:
            written += f.write(b"x" * (1 << 20))
except OSError:
    pass
assert written <= 17 << 20, written
