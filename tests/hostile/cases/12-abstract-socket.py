# attack: connect to an abstract UNIX socket
# want: blocked ConnectionRefusedError
# want landlock: blocked PermissionError
# want seccomp: blocked PermissionError
# trips: none

import socket
socket.socket(socket.AF_UNIX).connect("\0" + ABSTRACT)
