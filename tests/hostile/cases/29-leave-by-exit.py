# attack: the same by the usual way
# want: exit 0 or error SystemExit or blocked SystemExit

import sys
sys.exit(0)
assert False
