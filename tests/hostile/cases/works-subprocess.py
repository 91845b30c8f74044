# works: another program, also the interpreter itself
# want: ok

import subprocess, sys
done = subprocess.run([sys.executable, "-c", "print(6 * 7)"], capture_output=True, text=True)
assert done.stdout == "42\n", done
assert subprocess.check_output("echo hello | tr a-z A-Z", shell=True) == b"HELLO\n"
