# attack: read a secret of whoever runs the tool
# want: blocked FileNotFoundError
# want landlock: blocked PermissionError
# want seccomp: ok
# trips: none seccomp
# why: without Landlock and namespaces all that the user can read can be read

print(open(OUTSIDE + "/file").read())
