# attack: read what is not there
# want: crash 11

import ctypes
ctypes.string_at(0)
