# works: a server and a client by hand
# want: ok
# want landlock: blocked PermissionError
# want seccomp: blocked PermissionError

import socket
server = socket.create_server(("localhost", 0))
client = socket.create_connection(server.getsockname())
client.sendall(b"hello")
assert server.accept()[0].recv(5) == b"hello"
