# works: a process that starts with a fresh interpreter
# want: ok
# want landlock: ok
# want seccomp: error AssertionError
# why: the fresh interpreter looks for the file of the snippet, which cannot be written there
# limits: wall_ms=20000

import multiprocessing

def f(x):
    return x + 1

if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=f, args=(1,))
    process.start()
    process.join()
    assert process.exitcode == 0
