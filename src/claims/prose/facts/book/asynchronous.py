"""Facts about coroutines, tasks and the event loop. They wait for a few milliseconds at most."""

#: coroutine does not (run|execute|start|begin) (until|unless|before) (it is awaited|awaited|it is awaited or scheduled|it is scheduled|they is awaited|awaited or scheduled)
#: coroutine is not (run|executed|started) until (it is awaited|awaited|they is awaited)
#! coroutine (run|runs|start|starts) (immediately|as soon as it is called|as soon as they is called)
seen = []
async def act():
    seen.append(1)
made = act()
before = list(seen)
ran(made)
so = before == [] and seen == [1]

#: (asyncio.gather|gather) (run|runs|execute|executes|schedule|schedules) [(the|all|multiple|several|its)] [(awaitable|awaitables|coroutine|task|tasks|arguments|them)] concurrently [and wait for all to finish]
#! (asyncio.gather|gather) (run|runs|execute|executes) [(the|all|multiple|several|its)] [(awaitable|coroutine|task|them)] (sequentially|one after another|one after the other)
import asyncio
seen = []
async def act(name):
    seen.append(name)
    await asyncio.sleep(0)
    seen.append(name)
async def both():
    await asyncio.gather(act("a"), act("b"))
ran(both())
so = seen == ["a", "b", "a", "b"]

#: (asyncio.gather|gather) [with return_exceptions=false] (cancel|cancels) [(the|all|its)] [(remaining|other)] (tasks|awaitables|coroutines) (when|if|on|as soon as) [(one|any|the|of)] [(them|first|of them)] [(fails|failure|raises|raises an exception|fail|raise)]
#! (asyncio.gather|gather) does not cancel [(the|its)] [(remaining|other)] (tasks|awaitables) [(when|if)] [(one|any)] [(of them)] [(fails|raises|raise|fail)]
import asyncio
seen = []
async def slow():
    for _ in range(20):
        await asyncio.sleep(0)
    seen.append(1)
async def bad():
    raise KeyError
async def both():
    try:
        await asyncio.gather(slow(), bad())
    except KeyError:
        pass
    for _ in range(40):
        await asyncio.sleep(0)
ran(both())
so = seen == []

#: (asyncio.taskgroup|taskgroup|task group) (raise|raises) [an] exceptiongroup [(when|if)] [(one|a|any)] [task] [(fails|fail)]
import asyncio
asyncio.TaskGroup
async def bad():
    raise KeyError
async def both():
    async with asyncio.TaskGroup() as group:
        group.create_task(bad())
try:
    ran(both())
except BaseException as error:
    so = type(error).__name__ == "ExceptionGroup"

#: asyncio.run (create|creates|start|starts) [a] [new] event loop [(runs the coroutine and closes the loop|and closes it|each time)]
#: asyncio.run (create|creates) [a] new event loop
import asyncio
async def act():
    return asyncio.get_running_loop()
one, two = ran(act()), ran(act())
so = one is not two and one.is_closed()

#: asyncio.run (close|closes) [the|its] [event] loop [(at the end|afterwards|when done)]
import asyncio
async def act():
    return asyncio.get_running_loop()
so = ran(act()).is_closed()

#: asyncio.run can not be called (from|inside|when|while|in|within) [(a|an|the|another)] [(running)] [event] (loop|event loop|running event loop|running loop)
#: (calling asyncio.run|asyncio.run) (inside|from|in|within) [a|an] (running event loop|running loop|coroutine) raise [a] runtimeerror
import asyncio
async def inner(): pass
async def act():
    made = inner()
    try:
        asyncio.run(made)
    finally:
        made.close()
so = raises(RuntimeError, ran, act())

#: (asyncio.create_task|create_task) (return|returns|give|gives|create|creates) [a] (task|asyncio.task) [(object|immediately)]
#: (asyncio.create_task|create_task) (wrap|wraps) [a|the] coroutine (in|into) [a] task
import asyncio
async def inner(): pass
async def act():
    made = asyncio.create_task(inner())
    await made
    return isinstance(made, asyncio.Task)
so = ran(act())

#: (asyncio.create_task|create_task) (schedule|schedules) [the|a] (coroutine|task) [(to run soon|for execution|on the event loop|on the loop|immediately)]
#: [a] task (created with create_task)? (does not start|start|starts) (before|at) the (next|current) (await|task yields)
#! (asyncio.create_task|create_task) (run|runs|execute|executes|start|starts) [the] (coroutine|task) (immediately|at once|right away|synchronously)
import asyncio
seen = []
async def inner():
    seen.append(1)
async def act():
    made = asyncio.create_task(inner())
    before = list(seen)
    await made
    return before
so = ran(act()) == [] and seen == [1]

#: (loop.call_soon|loop.call_soon()|call_soon) (schedule|schedules) [a|the] callback for the next iteration [of the loop]
import asyncio
seen = []
async def act():
    asyncio.get_running_loop().call_soon(seen.append, 1)
    before = list(seen)
    await asyncio.sleep(0)
    return before
so = ran(act()) == [] and seen == [1]

#: (cancelling|canceling) [a] task raise [a] cancellederror (inside|in|within) (it|the task|the coroutine|its coroutine)
#: task.cancel raise [a] cancellederror (inside|in|within) (it|the task|the coroutine)
import asyncio
seen = []
async def inner():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        seen.append(1)
        raise
async def act():
    made = asyncio.create_task(inner())
    await asyncio.sleep(0)
    made.cancel()
    try:
        await made
    except asyncio.CancelledError:
        pass
ran(act())
so = seen == [1]

#: (asyncio.wait_for|wait_for) (raise|raises) [a] (timeouterror|asyncio.timeouterror) [(when|if|on)] [(the)] [(time is up|timeout expires|timeout|it takes too long|the timeout is exceeded)]
import asyncio
async def act():
    await asyncio.wait_for(asyncio.sleep(9), 0.001)
so = raises(asyncio.TimeoutError, ran, act())

#: (asyncio.sleep(0)|sleep(0)) (yield|yields|give|gives) [control] [to] [(the event loop|other tasks|control back|control to the event loop|other tasks a chance to run)]
import asyncio
seen = []
async def one():
    seen.append("one")
async def act():
    made = asyncio.create_task(one())
    await asyncio.sleep(0)
    seen.append("act")
    await made
ran(act())
so = seen == ["one", "act"]

#: asyncio.lock is not thread-safe
#: asyncio.lock does not block the event loop
import asyncio
seen = []
async def waits(lock):
    async with lock:
        seen.append("got")
async def act():
    lock = asyncio.Lock()
    async with lock:
        made = asyncio.create_task(waits(lock))
        await asyncio.sleep(0)
        seen.append("held")
    await made
ran(act())
so = seen == ["held", "got"]

#: except* (catch|catches) (matching|only matching|the matching) exception [(of|from) [(the|a|an)] (group|exceptiongroup|exception group)]
scope = {}
exec('''
def act():
    caught = []
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as group:
        caught += group.exceptions
    except* TypeError:
        pass
    return caught
''', scope)
so = [repr(one) for one in scope["act"]()] == ["ValueError(1)"]

#: (time.sleep|calling time.sleep) block event loop
#: (blocking call|blocking code|one blocking call) (block|freeze|stop) (event loop|everything|whole event loop|entire event loop)
import asyncio, time
seen = []
async def ticks():
    await asyncio.sleep(0.01)
    seen.append("tick")
async def act():
    made = asyncio.create_task(ticks())
    await asyncio.sleep(0)
    time.sleep(0.05)
    before = list(seen)
    await made
    return before
so = ran(act()) == [] and seen == ["tick"]

#: asyncio.sleep does not block event loop
import asyncio
seen = []
async def ticks():
    seen.append("tick")
async def act():
    made = asyncio.create_task(ticks())
    await asyncio.sleep(0.01)
    before = list(seen)
    await made
    return before
so = ran(act()) == ["tick"]

#: (await|awaiting) (suspend|pause) coroutine [(until|till) (result is available|result is ready|awaited object is done|it completes)]
import asyncio
seen = []
async def inner():
    seen.append("inner")
    await asyncio.sleep(0)
    seen.append("inner done")
async def act():
    await inner()
    seen.append("act")
ran(act())
so = seen == ["inner", "inner done", "act"]

#: asyncio.event (let one task signal others|let task signal each other)
#: asyncio.semaphore limit (concurrency|concurrent access|number of concurrent task) [to n]
import asyncio
seen, most = [], []
async def work(lock):
    async with lock:
        seen.append(1)
        most.append(len(seen))
        await asyncio.sleep(0)
        seen.pop()
async def act():
    lock = asyncio.Semaphore(2)
    await asyncio.gather(*[work(lock) for _ in range(6)])
ran(act())
so = max(most) == 2
