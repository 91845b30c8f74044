# attack: learn who has an account
# want: blocked FileNotFoundError
# want landlock: blocked PermissionError
# want seccomp: ok
# open: seccomp
# why: not a secret at most places, but nobody's business either

open("/etc/passwd").read()
