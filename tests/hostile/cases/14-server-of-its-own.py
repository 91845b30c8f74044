# attack: a server and a client in one snippet, which is honest where there is a network of its own
# want: ok
# want landlock: blocked IndexError or blocked PermissionError
# want seccomp: blocked IndexError or blocked PermissionError

import asyncio

async def answer(reader, writer):
    writer.write(await reader.readline())
    writer.close()

async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"hello\n")
    assert await reader.read() == b"hello\n"
    writer.close()
    server.close()

asyncio.run(main())
