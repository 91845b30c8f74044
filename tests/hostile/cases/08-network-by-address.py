# attack: reach a machine on the network
# want: blocked OSError or blocked PermissionError
# want seccomp: blocked PermissionError

import socket
socket.create_connection(("192.0.2.1", 53), 2)
