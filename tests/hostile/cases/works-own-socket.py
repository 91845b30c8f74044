# works: a UNIX socket of its own
# want: ok
# want landlock: blocked PermissionError
# want seccomp: blocked PermissionError

import socket
server = socket.socket(socket.AF_UNIX)
server.bind("mine.sock")
server.listen()
client = socket.socket(socket.AF_UNIX)
client.connect("mine.sock")
client.sendall(b"hello")
assert server.accept()[0].recv(5) == b"hello"
