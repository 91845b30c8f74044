"""Facts about coroutines and tasks. They wait for a few milliseconds at most."""

#: (asyncio.sleep(0)|`asyncio.sleep(0)`|`await asyncio.sleep(0)`|sleep(0)) (let|lets|allow|give|allows|yield|yields) [(other|control|the)] [(task|coroutine|event loop|back)] [(run|to run|to (event loop|loop|other task)|chance to run|a chance to run|turn)]
import asyncio
seen = []
async def one():
    seen.append("one")
async def act():
    made = asyncio.ensure_future(one())
    await asyncio.sleep(0)
    seen.append("act")
    await made
ran(act())
so = seen == ["one", "act"]

#: (asyncio.cancellederror|cancellederror) (is|inherit|derive) [(a)] [(direct)] [(subclass|from)] [(of|directly from)] baseexception [(since|not|and not)] [(exception)] [(subclass)]
#: except exception does not catch (asyncio.cancellederror|cancellederror)
#! (asyncio.cancellederror|cancellederror) is [a] subclass of exception
import asyncio
so = not issubclass(asyncio.CancelledError, Exception)

#: (calling|invoking|a call to|call of) [a|an] (coroutine function|async function|async def function|coroutine) (does not|do not) (run|execute|start) [(it|its body|the body|its code|anything|function|immediately)]
#: (calling|invoking|a call to) [a|an] (coroutine function|async function|async def function|async def) [(only|just|merely)] (<returns>|give) [a] coroutine [object] [(without|but|and)] [(running|does not)] [(it|its body|run it|the body)]
#: (async def function|async function|coroutine function|function defined with async def) <returns> [a] coroutine [object] [(when called|when it is called|instead of|and)]
#: (calling|invoking) it [(only|just)] <returns> [a] coroutine object
#! (calling|invoking) [a|an] (coroutine function|async function) (run|start|execute) (it|its body|immediately|the body|the coroutine)
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

#: (coroutine|task|coroutine object) (that is never awaited|never awaited|that was never awaited|which is never awaited) (raise|emit|trigger|give|cause|produce|issue|generate) [a] (runtimewarning|warning) [(coroutine was never awaited)]
#: (forgetting|failing|if you forget) [to] await [(a|the|it)] [(coroutine)] [,] (raise|emit|trigger|give|cause|produce|lead to|result in|you get|issue|python emit) [a] runtimewarning
#: runtimewarning [:] coroutine [(x|main|fetch)] was never awaited
#: unawaited coroutine (give|raise|cause|trigger) runtimewarning
#: (forgetting await|forgetting to await coroutine) (give|raise|cause|trigger) runtimewarning
import gc, warnings
async def act(): pass
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    act()
    gc.collect()
so = any(issubclass(one.category, RuntimeWarning) for one in seen)

#: (awaiting|await) [a] coroutine [object] (twice|a second time|again|more than once) <raises> runtimeerror
#: coroutine [object] can [only] be awaited [only] once
#: [a] coroutine [object] can not be awaited (twice|again|more than once)
#: coroutine can be awaited only once
#: (awaiting|await) [a] coroutine (twice|a second time) raise [a] runtimeerror
async def act():
    return 1
async def twice():
    made = act()
    await made
    await made
so = raises(RuntimeError, ran, twice())

#: [a] task can be awaited (multiple|several|many|more than one|any number of) time
#: awaiting [a] (finished|completed|done) task (<returns>|give) [(its|same|the)] result [(again|immediately)]
import asyncio
async def inner():
    return 1
async def act():
    made = asyncio.ensure_future(inner())
    return (await made) + (await made)
so = ran(act()) == 2

#: (asyncio.gather|gather|asyncio.gather()) (<returns>|keep|<keeps>|give|collect) [(list of|the|a list of|all)] [(result)] [(in|the)] [(same|argument|input|the)] [order] [(as|of|in which)] [(they|argument|input|awaitable|they was passed|the)] [(was passed|passed|were passed|given|argument|awaitable)] [(in|not completion order)]
#: (asyncio.gather|gather) (<returns>|give) list [(of result)]
#: result of (asyncio.gather|gather) (is|are|come|come back) in [(the|same)] [(same)] order [(as|of|in which)] [(they|argument|input|awaitable|awaitable was passed)] [(was passed|passed|regardless)]
#: order of result [(of gather)] (match|correspond to) order of (argument|awaitable|input)
#! (asyncio.gather|gather) <returns> result in (completion order|order of completion|order they finish)
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

#: (return_exceptions=true|`return_exceptions=true`|asyncio.gather with return_exceptions=true|gather with return_exceptions=true|`gather(return_exceptions=true)`|passing return_exceptions=true) [(make gather)] (<returns>|treat|put|collect|place|deliver) [(the)] exception [(object)] [(as|in|like|instead of|along)] [(result|the result|result list|ordinary result|the list|successful result|raising|value|them|with result)] [(instead of|list)] [(raising them)]
#: (asyncio.gather|gather) with return_exceptions=true (return|returns|collect|collects) [the] exception [(as|in|instead of raising them)] [(results|the results|result|the result list)]
#: (return_exceptions=true) (return|returns) [the] exception as result
import asyncio
async def bad():
    raise KeyError
async def both():
    return await asyncio.gather(bad(), return_exceptions=True)
so = isinstance(ran(both())[0], KeyError)

#: (asyncio.gather|gather) (does not|do not|will not|won't) (cancel|stop) [(the|other|remaining)] [(other|remaining|sibling|rest)] (awaitable|task|coroutine|one) [(when|if)] [(one|any|first)] [(of them)] [(fail|raise|raise an exception|raise exception)]
#: (when|if) (one|any) [(task|awaitable|coroutine)] [(in gather)] (fail|raise) [,] [the] (other|remaining) [(awaitable|task|coroutine)] (is not cancelled|continue|continue to run|keep running|continue running|are not cancelled)
#! (asyncio.gather|gather) cancel [(the|all)] (other|remaining|sibling|rest) (awaitable|task|coroutine) [(when|if|on)] [(one|any|first|failure)] [(of them)] [(fail|raise)]
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
so = seen == [1]

#: (if|when) (one|any|a) [(child|of)] [(task|its|the)] [(task|child)] [(in|of)] [(task)] [(group|taskgroup)] (fail|raise|raise exception) [,] [(the|all)] (other|remaining|all other|rest|sibling|all remaining) [(task|of them)] (is|are|get) cancelled [(and|exception|automatically)]
#: [(asyncio.taskgroup|taskgroup|task group)] (cancel|cancels) [(the|all)] (remaining|other|sibling|rest of) [(task)] (if|when|as soon as|on) (one|any|a|first failure) [(of them|task|child)] [(fail|raise|raise exception)]
#: (asyncio.taskgroup|taskgroup|task group) (raise|raises|wrap|collect|propagate) [(an|error in|exception in|all)] [(error|exception)] [(in|into|as)] [(an)] (exceptiongroup|exception group)
#: clean cancellation of all task on any failure
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

#: (asyncio.wait_for|wait_for|asyncio.wait_for()) (cancel|cancels) [the] (task|awaitable|coroutine|inner task|it|wrapped task|underlying task) [(on|when|if)] [(timeout|it|the|time)] [(expire|time out|occur|is exceeded|run out|is up)] [and <raises> timeouterror]
#: (asyncio.wait_for|wait_for) <raises> (timeouterror|asyncio.timeouterror) [(if|when|on|after)] [(timeout|the|it|time|operation|awaitable)] [(expire|is exceeded|take too long|elapse|run out|occur|does not finish in time|is up|does not complete in time)]
#: (asyncio.timeout|asyncio.timeout()) <raises> timeouterror [(if|when)] [(block|timeout|the)] [(take too long|expire|does not finish in time)]
import asyncio
seen = []
async def inner():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        seen.append(1)
        raise
async def act():
    await asyncio.wait_for(inner(), 0.001)
so = raises(asyncio.TimeoutError, ran, act()) and seen == [1]

#: (task.cancel|.cancel|cancel|cancelling task|canceling task|calling task.cancel) (raise|throw|inject|schedule|arrange for) [(a)] (cancellederror|asyncio.cancellederror) [(to is raised|to be thrown|exception)] (inside|in|into|within|at) [(the|its|next|wrapped)] [(coroutine|task|it|await|wrapped coroutine|the)] [(of task|point|at next await|await|inside task)]
#: (cancelling|canceling|cancelled) [a] task <raises> (cancellederror|asyncio.cancellederror) [(inside|in|at)] [(it|its|task|coroutine|next await)]
#: (when|if) [a] task is cancelled [,] [a] (cancellederror|asyncio.cancellederror) is (raised|thrown|injected) (inside|in|into|within) (it|task|coroutine|its coroutine)
#: awaiting [a] cancelled task <raises> (cancellederror|asyncio.cancellederror)
import asyncio
seen = []
async def inner():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        seen.append(1)
        raise
async def act():
    made = asyncio.ensure_future(inner())
    await asyncio.sleep(0)
    made.cancel()
    await made
so = raises(asyncio.CancelledError, ran, act()) and seen == [1]

#: (asyncio.create_task|create_task|asyncio.create_task()) (schedule|schedules|wrap|wraps|start) [(a|the|its)] (coroutine|it|task) [(in|into|to|on|as|for)] [(task|run|the|run on|event loop|execution|background|a task and schedule it)] [(concurrently|soon|on (event loop|loop)|and <returns> immediately|in background|event loop|loop|and schedule it)]
#: (asyncio.create_task|create_task) <returns> [(a|immediately|an)] [(task|asyncio.task)] [(object|immediately|without waiting)]
#: (asyncio.create_task|create_task) (does not|do not) (block|wait|run coroutine immediately)
#! (asyncio.create_task|create_task) (run|execute) [the] coroutine (immediately|synchronously|at once)
import asyncio
seen = []
async def inner():
    seen.append(1)
async def act():
    made = asyncio.create_task(inner())
    before = list(seen)
    await made
    return before, isinstance(made, asyncio.Task)
so = ran(act()) == ([], True) and seen == [1]

#: (asyncio.create_task|create_task|asyncio.get_running_loop|get_running_loop) <raises> runtimeerror [(if|when|without|outside|outside of)] [(there is no|no|a|called)] [(running|outside)] [(event loop|loop|running event loop)] [(is running)]
#: there is no running event loop
import asyncio
so = raises(RuntimeError, asyncio.get_running_loop)

#: (asyncio.run|asyncio.run()) (create|start|creates|starts|set up|open) [(a)] [(new|fresh)] [event] loop [(,|and|each time|run)] [(run|close|runs|the|coroutine|closes)] [(the|it|coroutine|given)] [(coroutine|loop|main coroutine)] [(and|to completion|at end)] [(close|closes)] [(the|it)] [(loop|event loop)] [(at end|afterwards)]
#: (asyncio.run|asyncio.run()) (can not|must not|may not) be called (from|when|inside|while|in|within) [(a|an|another|the)] [(running|event|loop|another|asyncio|existing)] [(event|loop|running|event loop)] [(loop|is (already|) running|is already running)] [in same thread]
#: (asyncio.run|calling asyncio.run|asyncio.run()) (inside|from|within|in) [(a|running|an)] [(running|async|coroutine)] [(event loop|loop|function|coroutine)] <raises> runtimeerror
#: (asyncio.run|asyncio.run()) <returns> [the] (result|return value) [of coroutine]
import asyncio
async def inner():
    return asyncio.get_running_loop()
async def act():
    made = inner()
    try:
        asyncio.run(made)
    finally:
        made.close()
so = raises(RuntimeError, ran, act()) and ran(inner()) is not ran(inner())

#: (await|await keyword|`await`) (can|may|is) [(only|valid|allowed)] [(be)] [(used|allowed|valid|legal)] [(only)] (inside|in|within) [(a|an)] (async def|async function|async def function|coroutine|coroutine function)
#: (await|`await`|using await) (outside|outside of) [(a|an)] (async function|async def|async def function|coroutine|coroutine function) (is|raise) [(a)] (syntaxerror|syntax error|error)
#: await can [only] be used [only] (inside|in|within) [an] (async def|async function|async functions|async def function|coroutine function|coroutine functions|async def functions) [function]
#: (await|using await|await used) outside [of] [an] (async def|async function) (is|raise|raises) [a] syntaxerror
#: await (only works|works only|work) (inside|in) [an] (async def|async function|async def function)
#: can be used inside async def
so = not compiles("def f():\n    await g()") and compiles("async def f():\n    await g()")

#: (can|may) [only] (await|be awaited) [(awaitable|coroutine, task and future|coroutine, task or future)]
#: (awaiting|await) [(a|an|on)] (non-awaitable|int|non-awaitable object|object that is not awaitable|regular function|ordinary value|non-coroutine|regular value) <raises> typeerror
async def act():
    await 5
so = raises(TypeError, ran, act())

#: (time.sleep|blocking call|time.sleep()|calling time.sleep|synchronous call|blocking function|cpu-bound code|blocking code|long cpu-bound computation) (block|blocks|freeze|stall|stop|blocked|freezes) [(the|whole|entire)] [(whole|entire)] (event loop|loop|event loop thread) [(and all|completely)]
#: (time.sleep|blocking call) (in|inside) [(a|an)] (coroutine|async function) (block|blocks|freeze|stop) [(the|all|whole|every)] [(whole|other|entire)] (event loop|task|coroutine|loop|other coroutine|other task)
#: freeze entire event loop
import asyncio, time
seen = []
async def ticks():
    await asyncio.sleep(0.01)
    seen.append("tick")
async def act():
    made = asyncio.ensure_future(ticks())
    await asyncio.sleep(0)
    time.sleep(0.05)
    before = list(seen)
    await made
    return before
so = ran(act()) == [] and seen == ["tick"]

#: (asyncio.to_thread|asyncio.to_thread()|loop.run_in_executor|run_in_executor) (run|runs|execute|executes) [(a|the|blocking|given)] [(blocking|synchronous)] (function|call|code|it) (in|on) [(a|another|separate|different)] [(separate|worker|background|another)] thread [(pool)]
#: asyncio.to_thread run function in (separate thread|another thread|thread|different thread)
#: (loop.run_in_executor|run_in_executor) run function in (thread pool|another thread|executor|thread)
import asyncio, threading
async def act():
    return await asyncio.get_running_loop().run_in_executor(None, threading.get_ident)
so = ran(act()) != threading.get_ident()

#: (asyncio|event loop|asyncio event loop|asyncio code|coroutine) (is|run|runs) [(on|in|a|all|task)] [(single-threaded|one thread|single thread|a single thread|in same thread)]
#: (event loop|asyncio) (run|runs|execute) [(only)] one (task|coroutine|callback) at [a] time
#: only one (task|coroutine) run at [a] time [(in event loop)]
#: (asyncio|coroutine|event loop|asyncio task) (use|is|are|rely on) [(scheduled)] (cooperative|cooperatively) [(multitasking|scheduled|scheduling)]
#: asyncio is single-threaded
#: (coroutine|task) (run|is run) in (single thread|one thread|same thread)
import asyncio, threading
async def where():
    return threading.get_ident()
async def act():
    return await asyncio.gather(where(), where())
one, two = ran(act())
so = one == two == threading.get_ident()

#: (asyncio.queue|asyncio.queue()) is [(infinite|unbounded)] (by default|unbounded|if maxsize is 0|infinite)
#: (asyncio.queue|asyncio queue|asyncio primitive|asyncio.lock|asyncio synchronization primitive|asyncio's synchronization primitive|asyncio.lock and asyncio.queue) (is|are) not thread-safe
#: (asyncio.queue|asyncio.queue()) is (unbounded|infinite|unlimited) [by default]
#! (asyncio.queue|asyncio.queue()) is bounded [by default]
import asyncio
async def act():
    return asyncio.Queue().maxsize
so = ran(act()) == 0

#: (asyncio.event|event) (let|lets|allow) [(one|task|several|multiple)] [(task)] [(to)] (signal|wait|notify|wake) [(other|for|all|until)] [(task|other|others)] [(wait)]
#: one task signal, [other] wait
#: (asyncio.semaphore|semaphore|`asyncio.semaphore(n)`|`asyncio.semaphore(10)`|`semaphore(5)`|asyncio.semaphore(5)) (limit|limits|restrict|bound|cap) [(the|number of|how many)] [(number|concurrent|how many|concurrency|coroutine)] [(of)] [(concurrent|task|coroutine|concurrency|simultaneous|operation)] [(task|operation|access|can run|coroutine|at once|run)] [(to n|to 10|to 5|at same time|at once|concurrently)]
import asyncio
most, seen = [], []
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

#: (loop.call_later|call_later|`loop.call_later(delay,callback)`) (schedule|run|call|schedules) [(a|the)] [(callback|function)] [(to run|to be called|call)] [(after|in)] [(a|given|the|specified)] [(delay|number of second|given delay|n second)]
#: (loop.call_soon|call_soon) (schedule|run|call) [(a|the)] [callback] (on|for|in|at) [(the)] next iteration [of (loop|event loop)]
#: (loop.call_soon_threadsafe|call_soon_threadsafe) is [(the)] [(thread-safe)] [(variant|way|version|thread-safe)] [(of call_soon)]
import asyncio
seen = []
async def act():
    loop = asyncio.get_running_loop()
    loop.call_later(0.001, seen.append, "later")
    loop.call_soon(seen.append, "soon")
    before = list(seen)
    await asyncio.sleep(0.03)
    return before
so = ran(act()) == [] and seen == ["soon", "later"]

#: (asyncio.task|task|asyncio task) (is|inherit from|derive from) [(a)] [(subclass of|kind of)] (future|asyncio.future)
#: (task|asyncio.task) wrap [a] coroutine
#: task is [subclass of] future
#: [a] task is [a] subclass of future
import asyncio
so = issubclass(asyncio.Task, asyncio.Future)

#: (asyncio.shield|shield) (protect|protects|prevent|prevents) [(an|the)] [(awaitable|task|coroutine|inner task|it)] from (being cancelled|cancellation)
import asyncio
seen = []
async def inner():
    for _ in range(3):
        await asyncio.sleep(0)
    seen.append(1)
async def act():
    made = asyncio.ensure_future(inner())
    outer = asyncio.ensure_future(asyncio.wait_for(asyncio.shield(made), 9))
    await asyncio.sleep(0)
    outer.cancel()
    await made
ran(act())
so = seen == [1]

#: (async generator|asynchronous generator|async def with yield|async def function with yield|async def function containing yield) (is|<returns>|can|are|must be) [(be)] [(asynchronous|iterated|async|consumed|only)] [(be|with|generator|using)] [(iterated|async for|with)] [(with|using)] [(async for)]
#: (for loop|regular for|ordinary for loop|plain for|for) can not iterate over [(an)] async (generator|iterator|iterable)
#: async for iterate over async (iterator|generator|iterable)
#: async generator can [only] be iterated with async for
#: async generator is not iterable
async def many():
    yield 1
so = raises(TypeError, iter, many()) and hasattr(many(), "__anext__")

#: (contextvar|context variable|contextvars) (is|are) [(natively)] (task-local|isolated per task|local to task|local to each task|supported in asyncio|copied for new task)
#: (each|every|new) task (get|has|run in|receive) [(its own|a|copy of)] [(copy of|own)] [(the|current)] [(current)] context
import asyncio, contextvars
var = contextvars.ContextVar("var", default=0)
async def one():
    var.set(1)
async def two():
    await asyncio.ensure_future(one())
    return var.get()
so = ran(two()) == 0
