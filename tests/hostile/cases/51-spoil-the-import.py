# attack: leave modules where the next snippet would import from
# want: ok
# want seccomp: blocked PermissionError

import os, sys
for folder in (".", os.path.expanduser("~"), "/tmp", os.environ.get("TMPDIR", ".")):
    for name in ("json.py", "evil.py", "sitecustomize.py", "usercustomize.py"):
        try:
            open(os.path.join(folder, name), "w").write("print('evil')")
        except OSError:
            if folder == ".":
                raise
