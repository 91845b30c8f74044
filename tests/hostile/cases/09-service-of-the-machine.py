# attack: reach a service that listens on the loopback address
# want: blocked ConnectionRefusedError
# want landlock: blocked PermissionError
# want seccomp: blocked PermissionError
# trips: none

import socket
socket.create_connection(("127.0.0.1", PORT))
