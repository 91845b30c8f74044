"""Facts about coroutines, tasks and the event loop. They wait for a few milliseconds at most."""

#: (calling|a call of) (async def function|async def|async def function) (return|create|give) coroutine [object]
#: (calling|a call of) [a|an] (coroutine function|async function|async def function) (return|returns|give|gives|create|creates) [a] coroutine [object]
#: [a|an] (coroutine function|async function|async def function) return [a] coroutine [object] [when called]
#: (calling|a call of) [a|an] (coroutine function|async function|async def function) (does not run|does not execute) (it|its body|the body|its code|anything|the function)
#! (calling|a call of) [a|an] (coroutine function|async function) (run|runs|execute|executes) (it|its body|the body|its code)
import inspect
seen = []
async def act():
    seen.append(1)
made = act()
so = inspect.iscoroutine(made) and seen == []
made.close()

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

#: coroutine can be awaited only once
#: (awaiting|await) [a] coroutine (twice|a second time) raise [a] runtimeerror
async def act():
    return 1
async def twice():
    made = act()
    await made
    await made
so = raises(RuntimeError, ran, twice())

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

#: (asyncio.gather|gather) (return|returns|keep|keeps|preserve|preserves|give|gives) [(the|its)] result in [the] order [(of its arguments|of the arguments|in which the awaitables were passed|in which they were passed|of the awaitables|of the inputs|they were passed)]
#: (asyncio.gather|gather) (preserve|preserves|keep|keeps) [the] [(input|argument)] order [of its arguments]
#: [the] result of (asyncio.gather|gather) (is|come|comes) in [the] order of (its|the) (arguments|inputs)
#! (asyncio.gather|gather) return [the] result in [the] order of completion
import asyncio
async def act(wait, name):
    for _ in range(wait):
        await asyncio.sleep(0)
    return name
async def both():
    return await asyncio.gather(act(5, "a"), act(1, "b"))
so = ran(both()) == ["a", "b"]

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

#: (asyncio.gather|gather) with return_exceptions=true (return|returns|collect|collects) [the] exception [(as|in|instead of raising them)] [(results|the results|result|the result list)]
#: (return_exceptions=true) (return|returns) [the] exception as result
import asyncio
async def bad():
    raise KeyError
async def both():
    return await asyncio.gather(bad(), return_exceptions=True)
so = isinstance(ran(both())[0], KeyError)

#: (asyncio.taskgroup|taskgroup|task group) (cancel|cancels) [(the|all|its)] [(remaining|other|sibling)] (tasks|siblings|sibling tasks) [(automatically)] [(when|if|as soon as)] [(one|any|a)] [(of them|task)] [(fails|raises|fail|raise)]
#! (asyncio.taskgroup|taskgroup|task group) does not cancel [(the|its)] [(remaining|other|sibling)] task [(when|if) one fails]
import asyncio
asyncio.TaskGroup
seen = []
async def slow():
    for _ in range(20):
        await asyncio.sleep(0)
    seen.append(1)
async def bad():
    raise KeyError
async def both():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow())
            group.create_task(bad())
    except BaseException as group:
        seen.append(type(group).__name__)
ran(both())
so = seen == ["ExceptionGroup"]

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

#: await can [only] be used [only] (inside|in|within) [an] (async def|async function|async functions|async def function|coroutine function|coroutine functions|async def functions) [function]
#: (await|using await|await used) outside [of] [an] (async def|async function) (is|raise|raises) [a] syntaxerror
#: await (only works|works only|work) (inside|in) [an] (async def|async function|async def function)
#: can be used inside async def
so = not compiles("def f():\n    await g()") and compiles("async def f():\n    await g()")

#: (asyncio.queue|asyncio.queue()) is (unbounded|infinite|unlimited) [by default]
#! (asyncio.queue|asyncio.queue()) is bounded [by default]
import asyncio
async def act():
    return asyncio.Queue().maxsize
so = ran(act()) == 0

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

#: task is [subclass of] future
#: [a] task is [a] subclass of future
import asyncio
so = issubclass(asyncio.Task, asyncio.Future)

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

#: sleeping thread does not hold the gil
#: time.sleep release the gil
#: (time.sleep|time.sleep()) (release|releases) the gil
import threading, time
seen = []
def act():
    time.sleep(0.05)
    seen.append("slept")
one = threading.Thread(target=act)
one.start()
seen.append("went on")
one.join()
so = seen == ["went on", "slept"]

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

#: thread share (memory|same memory|memory space|same memory space|global variable)
import threading
seen = []
one = threading.Thread(target=seen.append, args=(1,))
one.start()
one.join()
so = seen == [1]

#: asyncio is single-threaded
#: (coroutine|task) (run|is run) in (single thread|one thread|same thread)
import asyncio, threading
async def where():
    return threading.get_ident()
async def act():
    return await asyncio.gather(where(), where())
one, two = ran(act())
so = one == two == threading.get_ident()

#: asyncio.to_thread run function in (separate thread|another thread|thread|different thread)
#: (loop.run_in_executor|run_in_executor) run function in (thread pool|another thread|executor|thread)
import asyncio, threading
async def act():
    return await asyncio.get_running_loop().run_in_executor(None, threading.get_ident)
so = ran(act()) != threading.get_ident()

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

#: async for iterate over async (iterator|generator|iterable)
#: async generator can [only] be iterated with async for
#: async generator is not iterable
async def many():
    yield 1
so = raises(TypeError, iter, many()) and hasattr(many(), "__anext__")

#: unawaited coroutine (give|raise|cause|trigger) runtimewarning
#: (forgetting await|forgetting to await coroutine) (give|raise|cause|trigger) runtimewarning
import gc, warnings
async def act(): pass
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    act()
    gc.collect()
so = any(issubclass(one.category, RuntimeWarning) for one in seen)
