# attack: type into the terminal, change the kernel's settings, name, clock, identity; make devices
# want: ok
# machine: x86_64

import ctypes, os, stat, subprocess, time
libc = ctypes.CDLL(None, use_errno=True)
before = (os.uname(), os.getuid(), os.geteuid())
calls = {
    "TIOCSTI": (16, 0, 0x5412, b"x"), "TIOCSTI with another bit": (16, 0, 0x100005412, b"x"), "TIOCLINUX": (16, 0, 0x541C, b"x"),
    "sethostname": (170, b"x", 1), "setdomainname": (171, b"x", 1), "clock_settime": (227, 0, bytes(16)),
    "settimeofday": (164, bytes(16), 0), "setuid": (105, 0), "setresuid": (117, 0, 0, 0), "setgid": (106, 0),
    "reboot": (169, 0xfee1dead, 672274793, 0, 0), "swapon": (167, b"x", 0), "init_module": (175, b"", 0, b""),
}
done = [name for name, call in calls.items() if libc.syscall(*call) >= 0]
for node in (os.makedev(1, 1), os.makedev(8, 0)):
    try:
        os.mknod("device", 0o600 | stat.S_IFBLK, node)
        done.append("device")
    except OSError:
        pass
for setting in ("kernel/hostname", "kernel/core_pattern", "vm/overcommit_memory"):
    try:
        open("/proc/sys/" + setting, "w").write("x")
        done.append(setting)
    except OSError:
        pass
for command in (["su", "-c", "true"], ["sudo", "-n", "true"]):
    try:
        done += [command[0]] if subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL).returncode == 0 else []
    except OSError:
        pass
assert not done and before == (os.uname(), os.getuid(), os.geteuid()), done
