# attack: send a datagram to a service on the loopback address
# want: ok
# trips: none

import socket
try:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.sendto(b"x", ("127.0.0.1", PORT))
except OSError:
    pass
