# works: a pool of processes
# want: ok
# want landlock: ok or blocked PermissionError or error FileNotFoundError or blocked FileNotFoundError
# want seccomp: blocked PermissionError or error FileNotFoundError or blocked FileNotFoundError
# why: its locks need /dev/shm, which below the full level is the machine's and not to be written

import multiprocessing
with multiprocessing.get_context("fork").Pool(2) as pool:
    assert pool.map(abs, [-1, -2, 3]) == [1, 2, 3]
