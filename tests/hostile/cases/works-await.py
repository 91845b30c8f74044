# works: several awaits on one loop
# want: ok

import asyncio
loops = {asyncio.get_running_loop()} if False else set()
async def note():
    loops.add(id(asyncio.get_running_loop()))
await note()
await asyncio.sleep(0)
await note()
assert len(loops) == 1
