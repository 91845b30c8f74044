# works: a pair of sockets, as event loops have
# want: ok

import asyncio, socket
a, b = socket.socketpair()
a.sendall(b"x")
assert b.recv(1) == b"x"
async def main():
    await asyncio.sleep(0)
    return await asyncio.to_thread(lambda: 3)
assert asyncio.run(main()) == 3
