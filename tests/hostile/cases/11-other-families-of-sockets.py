# attack: raw packets, netlink of the machine, virtual machines, the kernel's ciphers, Bluetooth, pairs of other families
# want: ok

import socket

done = []
for family in range(46):
    for kind in range(1, 7):
        if family in (1, 2, 10, 16) and kind != 3:
            continue
        try:
            socket.socket(family, kind).close()
            done.append((family, kind))
        except OSError:
            pass
for family in range(2, 46):
    try:
        [end.close() for end in socket.socketpair(family)]
        done.append(("pair", family))
    except OSError:
        pass
# Within namespaces of its own it may send raw datagrams to its own loopback; a raw UNIX socket is one for datagrams.
done = [one for one in done if one not in ((1, 3), (16, 3))]
assert not done, done
