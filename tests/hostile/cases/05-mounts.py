# attack: remount writable, take mounts off, mount something, leave the root
# want: ok
# machine: x86_64

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
attempts = {
    "remount": (165, 0, b"/usr", 0, 4128, 0),
    "bind": (165, b"/usr", b".", 0, 4096, 0),
    "tmpfs": (165, b"tmpfs", b".", b"tmpfs", 0, 0),
    "proc": (165, b"proc", b".", b"proc", 0, 0),
    "umount": (166, b"/usr", 2),
    "umount scratch": (166, b".", 2),
    "pivot_root": (155, b".", b"."),
    "chroot": (161, b"."),
    "open_tree": (428, -100, b"/", 1),
    "mount_setattr": (442, -100, b"/usr", 0, 0, 0),
    "fsopen": (430, b"tmpfs", 0),
    "setns": (308, 0, 0),
}
done = [name for name, call in attempts.items() if libc.syscall(*call) >= 0]
assert not done, done
