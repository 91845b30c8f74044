# attack: calls that documentation does not need, also by their numbers of another interface
# want: ok
# machine: x86_64

import ctypes
libc = ctypes.CDLL(None, use_errno=True)
calls = {
    "io_uring_setup": (425, 8, 0), "bpf": (321, 0, 0, 0), "perf_event_open": (298, 0, 0, -1, -1, 0),
    "userfaultfd": (323, 0), "keyctl": (250, 0, 0), "add_key": (248, b"user", b"x", b"x", 1, -3),
    "shmget": (29, 0, 4096, 0o1600), "semget": (64, 0, 1, 0o1600), "msgget": (68, 0, 0o1600),
    "mq_open": (240, b"x", 0o102, 0o600, 0), "memfd_create": (319, b"x", 0), "fanotify": (300, 0, 0),
    "getpid by x32": (0x40000000 | 39,), "open_by_handle_at": (304, -100, 0, 0), "kexec_load": (246, 0, 0, 0, 0),
    "name_to_handle_at": (303, -100, b".", 0, 0, 0), "personality": (135, 0x40000), "modify_ldt": (154, 0, 0, 0),
}
done = [name for name, call in calls.items() if libc.syscall(*call) >= 0 or ctypes.get_errno() not in (1, 38)]
assert not done, done
