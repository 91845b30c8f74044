# attack: look a name up, which tells it to somebody
# want: blocked gaierror

import socket
socket.getaddrinfo("example.com", 80)
