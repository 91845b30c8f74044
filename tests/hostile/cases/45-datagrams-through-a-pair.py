# attack: talk to a socket of the machine through one end of a pair, which needs no permission to be made
# want: ok
# needs full: overlay
# trips: none
# why: one end of a pair of datagram sockets can send to any socket whose path it knows

import socket
done = []
for kind in (socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET, socket.SOCK_STREAM):
    for folder in (VISIBLE, OUTSIDE):
        for flags in (0, socket.SOCK_NONBLOCK):
            try:
                socket.socketpair(socket.AF_UNIX, kind | flags)[0].sendto(b"x", folder + "/log.sock")
                done.append(kind)
            except OSError:
                pass
            try:
                socket.socketpair(socket.AF_UNIX, kind | flags)[0].connect(folder + "/agent.sock")
                done.append(kind)
            except OSError:
                pass
assert not done, done
