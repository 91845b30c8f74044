//! What is forbidden and what is visible, as data. Applied elsewhere; nothing here touches the machine.

use libc::{EACCES, EAFNOSUPPORT, ENOSYS, EPERM, c_int, c_long};

/// The user and group that root becomes outside, before a snippet is near: `nobody`.
pub const NOBODY: u32 = 65534;
/// The user and group inside. Not 0, for which the limit of processes would not count.
pub const USER: u32 = 1000;
/// Where a snippet may write at the level `full`: working directory, home and temporary files in one. Not `/tmp` itself,
/// which would hide a virtual environment that lies there; where nothing does, `/tmp` is a link to it.
pub const SCRATCH: &str = "/home/snipcheck";

/// Folders of the machine that are visible, where they exist. A link (merged `/usr`) stays a link.
pub const SYSTEM: [&str; 7] = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"];
/// What the dynamic loader and Debian's links need of `/etc`; nothing that names users, hosts or keys.
pub const ETC: [&str; 4] = ["/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives"];
/// The device nodes that are visible.
pub const DEVICES: [&str; 5] = ["/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"];
/// Files that are written for the sandbox: `localhost` has an address, and no other name is looked for.
pub const WRITTEN: [(&str, &str); 2] =
    [("etc/hosts", "127.0.0.1 localhost\n::1 localhost\n"), ("etc/nsswitch.conf", "hosts: files\n")];
/// Links of the sandbox: link, and where it leads.
pub const LINKS: [(&str, &str); 5] = [
    ("dev/fd", "/proc/self/fd"),
    ("dev/stdin", "/proc/self/fd/0"),
    ("dev/stdout", "/proc/self/fd/1"),
    ("dev/stderr", "/proc/self/fd/2"),
    ("dev/shm", SCRATCH),
];

/// A rule about a system call.
pub enum Rule {
    /// It is refused with this error number.
    Deny(c_long, c_int),
    /// It is refused where the low 32 bits of this argument equal the value. (The kernel, too, looks at 32 bits.)
    DenyEqual(c_long, u32, u32, c_int),
    /// It is refused where this argument has any of these bits.
    DenyBits(c_long, u32, u32, c_int),
    /// It is refused unless this argument is one of the values.
    Only(c_long, u32, &'static [u32], c_int),
    /// It is refused unless this argument names the process itself (`0`, its number, or its group).
    OnlySelf(c_long, u32, c_int),
}

use Rule::{Deny, DenyBits, DenyEqual, Only, OnlySelf};

// Newer than the tables of libc on some machines; the numbers are the same on all.
const SYS_OPEN_TREE_ATTR: c_long = 467;
const SYS_SETXATTRAT: c_long = 463;
const SYS_REMOVEXATTRAT: c_long = 466;

// Not in libc for every machine; the same on both architectures.
const PRIO_USER: u32 = 2;
const IOPRIO_WHO_USER: u32 = 3;
const F_SETOWN_EX: u32 = 15;
const FIOSETOWN: u32 = 0x8901;
const SIOCSPGRP: u32 = 0x8902;

const NEW_NAMESPACE: u32 = (libc::CLONE_NEWUSER
    | libc::CLONE_NEWNS
    | libc::CLONE_NEWNET
    | libc::CLONE_NEWIPC
    | libc::CLONE_NEWUTS
    | libc::CLONE_NEWCGROUP
    | libc::CLONE_NEWPID) as u32;
/// What even the parent has no more use for, once it is inside.
const NEW_NAMESPACE_BUT_PID: u32 = NEW_NAMESPACE & !(libc::CLONE_NEWPID as u32);
const FAMILIES: [u32; 4] = [libc::AF_UNIX as u32, libc::AF_INET as u32, libc::AF_INET6 as u32, libc::AF_NETLINK as u32];
/// Opening that could change something. `O_TMPFILE` has a bit of its own.
const OPEN_CHANGES: u32 = (libc::O_WRONLY | libc::O_RDWR | libc::O_CREAT | libc::O_TRUNC) as u32 | 0o20_000_000;

/// At every level but `none`. Calls that fall back gracefully get `ENOSYS`, as from a kernel that is too old for them.
pub const ALWAYS: &[Rule] = &[
    // Ways into the kernel that documentation does not need.
    Deny(libc::SYS_io_uring_setup, ENOSYS),
    Deny(libc::SYS_io_uring_enter, ENOSYS),
    Deny(libc::SYS_io_uring_register, ENOSYS),
    Deny(libc::SYS_bpf, ENOSYS),
    Deny(libc::SYS_perf_event_open, ENOSYS),
    Deny(libc::SYS_userfaultfd, ENOSYS),
    Deny(libc::SYS_fanotify_init, ENOSYS),
    Deny(libc::SYS_init_module, EPERM),
    Deny(libc::SYS_finit_module, EPERM),
    Deny(libc::SYS_delete_module, EPERM),
    Deny(libc::SYS_kexec_load, EPERM),
    Deny(libc::SYS_reboot, EPERM),
    Deny(libc::SYS_swapon, EPERM),
    Deny(libc::SYS_swapoff, EPERM),
    Deny(libc::SYS_acct, EPERM),
    Deny(libc::SYS_quotactl, EPERM),
    Deny(libc::SYS_syslog, EPERM),
    Deny(libc::SYS_personality, EPERM),
    Deny(libc::SYS_settimeofday, EPERM),
    Deny(libc::SYS_clock_settime, EPERM),
    Deny(libc::SYS_clock_adjtime, EPERM),
    Deny(libc::SYS_adjtimex, EPERM),
    Deny(libc::SYS_sethostname, EPERM),
    Deny(libc::SYS_setdomainname, EPERM),
    Deny(libc::SYS_vhangup, EPERM),
    // Other processes.
    Deny(libc::SYS_ptrace, EPERM),
    Deny(libc::SYS_process_vm_readv, EPERM),
    Deny(libc::SYS_process_vm_writev, EPERM),
    Deny(libc::SYS_process_madvise, EPERM),
    Deny(libc::SYS_pidfd_getfd, EPERM),
    Deny(libc::SYS_kcmp, EPERM),
    Deny(libc::SYS_move_pages, EPERM),
    Deny(libc::SYS_migrate_pages, EPERM),
    // What would outlive the snippet, or escape the limit of memory.
    Deny(libc::SYS_add_key, ENOSYS),
    Deny(libc::SYS_request_key, ENOSYS),
    Deny(libc::SYS_keyctl, ENOSYS),
    Deny(libc::SYS_shmget, ENOSYS),
    Deny(libc::SYS_semget, ENOSYS),
    Deny(libc::SYS_msgget, ENOSYS),
    Deny(libc::SYS_mq_open, ENOSYS),
    Deny(libc::SYS_memfd_create, ENOSYS),
    Deny(libc::SYS_memfd_secret, ENOSYS),
    Deny(libc::SYS_setxattr, EPERM),
    Deny(libc::SYS_lsetxattr, EPERM),
    Deny(libc::SYS_fsetxattr, EPERM),
    Deny(SYS_SETXATTRAT, ENOSYS),
    Deny(libc::SYS_removexattr, EPERM),
    Deny(libc::SYS_lremovexattr, EPERM),
    Deny(libc::SYS_fremovexattr, EPERM),
    Deny(SYS_REMOVEXATTRAT, ENOSYS),
    // Files by other ways than their paths, and mounts. `mount`, `umount2` and `setns` stay: the parent needs them, and
    // a snippet has no capability for them.
    Deny(libc::SYS_name_to_handle_at, EPERM),
    Deny(libc::SYS_open_by_handle_at, EPERM),
    Deny(libc::SYS_open_tree, EPERM),
    Deny(SYS_OPEN_TREE_ATTR, ENOSYS),
    Deny(libc::SYS_move_mount, EPERM),
    Deny(libc::SYS_mount_setattr, EPERM),
    Deny(libc::SYS_fsopen, EPERM),
    Deny(libc::SYS_fsconfig, EPERM),
    Deny(libc::SYS_fsmount, EPERM),
    Deny(libc::SYS_fspick, EPERM),
    Deny(libc::SYS_pivot_root, EPERM),
    Deny(libc::SYS_chroot, EPERM),
    // New namespaces. `clone3` hides its flags in memory; the C library falls back to `clone` on ENOSYS alone.
    Deny(libc::SYS_clone3, ENOSYS),
    DenyBits(libc::SYS_clone, 0, NEW_NAMESPACE, EPERM),
    // A child of the worker's: what the snippet leaves is looked for among its own descendants.
    DenyBits(libc::SYS_clone, 0, libc::CLONE_PARENT as u32, EPERM),
    DenyBits(libc::SYS_unshare, 0, NEW_NAMESPACE_BUT_PID, EPERM),
    // Typing into the operator's terminal.
    DenyEqual(libc::SYS_ioctl, 1, libc::TIOCSTI as u32, EPERM),
    DenyEqual(libc::SYS_ioctl, 1, libc::TIOCLINUX as u32, EPERM),
];

/// The same, for calls that only this architecture has.
#[cfg(target_arch = "x86_64")]
pub const ALWAYS_HERE: &[Rule] = &[
    Deny(libc::SYS_iopl, EPERM),
    Deny(libc::SYS_ioperm, EPERM),
    Deny(libc::SYS_modify_ldt, EPERM),
    Deny(libc::SYS_kexec_file_load, EPERM),
];
/// See above.
#[cfg(not(target_arch = "x86_64"))]
pub const ALWAYS_HERE: &[Rule] = &[];

/// With namespaces of its own a snippet may use the network, in which there is nobody else.
pub const WITH_NAMESPACES: &[Rule] = &[Only(libc::SYS_socket, 0, &FAMILIES, EAFNOSUPPORT)];

/// Pairs of sockets that speak to each other alone: both streams, in each of the ways to open them. One end of a pair for
/// datagrams can send to every socket of the machine whose path it knows.
const PAIRS: [u32; 8] = {
    const STREAM: u32 = libc::SOCK_STREAM as u32;
    const PACKETS: u32 = libc::SOCK_SEQPACKET as u32;
    const CLOSED: u32 = libc::SOCK_CLOEXEC as u32;
    const HASTY: u32 = libc::SOCK_NONBLOCK as u32;
    [
        STREAM,
        STREAM | CLOSED,
        STREAM | HASTY,
        STREAM | CLOSED | HASTY,
        PACKETS,
        PACKETS | CLOSED,
        PACKETS | HASTY,
        PACKETS | CLOSED | HASTY,
    ]
};

/// Without namespaces: no network, no escape from the process group (by which it is reaped), and no change of what
/// Landlock does not look at. `socketpair` stays, for event loops.
pub const WITHOUT_NAMESPACES: &[Rule] = &[
    Deny(libc::SYS_socket, EPERM),
    Only(libc::SYS_socketpair, 0, &[libc::AF_UNIX as u32], EPERM),
    Only(libc::SYS_socketpair, 1, &PAIRS, EPERM),
    Deny(libc::SYS_setsid, EPERM),
    Deny(libc::SYS_setpgid, EPERM),
    Deny(libc::SYS_unshare, EPERM),
    Deny(libc::SYS_setns, EPERM),
    Deny(libc::SYS_mount, EPERM),
    Deny(libc::SYS_umount2, EPERM),
    Deny(libc::SYS_fchmod, EPERM),
    Deny(libc::SYS_fchmodat, EPERM),
    Deny(libc::SYS_fchmodat2, ENOSYS),
    Deny(libc::SYS_fchown, EPERM),
    Deny(libc::SYS_fchownat, EPERM),
    Deny(libc::SYS_utimensat, EPERM),
    Deny(libc::SYS_truncate, EPERM),
    OnlySelf(libc::SYS_prlimit64, 0, EPERM),
    // Other processes of the same user could be slowed down, or bound to one processor.
    DenyEqual(libc::SYS_setpriority, 0, PRIO_USER, EPERM),
    OnlySelf(libc::SYS_setpriority, 1, EPERM),
    DenyEqual(libc::SYS_ioprio_set, 0, IOPRIO_WHO_USER, EPERM),
    OnlySelf(libc::SYS_ioprio_set, 1, EPERM),
    OnlySelf(libc::SYS_sched_setaffinity, 0, EPERM),
    OnlySelf(libc::SYS_sched_setscheduler, 0, EPERM),
    OnlySelf(libc::SYS_sched_setparam, 0, EPERM),
    OnlySelf(libc::SYS_sched_setattr, 0, EPERM),
];

/// The same, for calls that only this architecture has.
#[cfg(target_arch = "x86_64")]
pub const WITHOUT_NAMESPACES_HERE: &[Rule] = &[
    Deny(libc::SYS_chmod, EPERM),
    Deny(libc::SYS_chown, EPERM),
    Deny(libc::SYS_lchown, EPERM),
    Deny(libc::SYS_utime, EPERM),
    Deny(libc::SYS_utimes, EPERM),
    Deny(libc::SYS_futimesat, EPERM),
];
/// See above.
#[cfg(not(target_arch = "x86_64"))]
pub const WITHOUT_NAMESPACES_HERE: &[Rule] = &[];

/// Where Landlock does not scope signals: a process may signal itself alone.
pub const WITHOUT_SCOPES: &[Rule] = &[
    OnlySelf(libc::SYS_kill, 0, EPERM),
    OnlySelf(libc::SYS_tgkill, 0, EPERM),
    OnlySelf(libc::SYS_rt_sigqueueinfo, 0, EPERM),
    OnlySelf(libc::SYS_rt_tgsigqueueinfo, 0, EPERM),
    Deny(libc::SYS_tkill, EPERM),
    Deny(libc::SYS_pidfd_send_signal, EPERM),
    // A descriptor can be told whom to signal, and with what, when something comes.
    DenyEqual(libc::SYS_fcntl, 1, libc::F_SETOWN as u32, EPERM),
    DenyEqual(libc::SYS_fcntl, 1, F_SETOWN_EX, EPERM),
    DenyEqual(libc::SYS_ioctl, 1, FIOSETOWN, EPERM),
    DenyEqual(libc::SYS_ioctl, 1, SIOCSPGRP, EPERM),
];

/// Without Landlock: nothing is opened for writing, made, moved or removed.
pub const WITHOUT_LANDLOCK: &[Rule] = &[
    DenyBits(libc::SYS_openat, 2, OPEN_CHANGES, EACCES),
    Deny(libc::SYS_openat2, ENOSYS),
    Deny(libc::SYS_mkdirat, EACCES),
    Deny(libc::SYS_mknodat, EACCES),
    Deny(libc::SYS_unlinkat, EACCES),
    Deny(libc::SYS_linkat, EACCES),
    Deny(libc::SYS_symlinkat, EACCES),
    Deny(libc::SYS_renameat2, EACCES),
    Deny(libc::SYS_renameat, EACCES),
];

/// The same, for calls that only this architecture has.
#[cfg(target_arch = "x86_64")]
pub const WITHOUT_LANDLOCK_HERE: &[Rule] = &[
    DenyBits(libc::SYS_open, 1, OPEN_CHANGES, EACCES),
    Deny(libc::SYS_creat, EACCES),
    Deny(libc::SYS_mkdir, EACCES),
    Deny(libc::SYS_mknod, EACCES),
    Deny(libc::SYS_rmdir, EACCES),
    Deny(libc::SYS_unlink, EACCES),
    Deny(libc::SYS_link, EACCES),
    Deny(libc::SYS_symlink, EACCES),
    Deny(libc::SYS_rename, EACCES),
];
/// See above.
#[cfg(not(target_arch = "x86_64"))]
pub const WITHOUT_LANDLOCK_HERE: &[Rule] = &[];

/// What an operator can do about a protection that is missing.
pub fn mend(what: &str) -> &'static str {
    match what {
        "user" => {
            "allow user namespaces: sysctl user.max_user_namespaces and, on Ubuntu, kernel.apparmor_restrict_unprivileged_userns=0; \
             in a container, run it with seccomp and AppArmor unconfined"
        }
        "mount" | "net" | "pid" | "ipc" | "uts" => {
            "in a container, run it privileged or with seccomp and AppArmor unconfined"
        }
        "proc" => "in a container, run it with an unmasked /proc",
        "overlay" => {
            "use Linux 5.11 or later with overlayfs, and Pythons with no other file system mounted below; till then, UNIX \
             sockets and pipes in these folders can be reached if they are open to the user"
        }
        "landlock" => "use Linux 5.13 or later with `landlock` in the kernel's lsm= list",
        "seccomp" => "use a kernel with CONFIG_SECCOMP_FILTER",
        "interpreter" => "run as the user that owns the interpreter, or install it where every user can read it",
        _ => "run `snipcheck doctor` and report what it says",
    }
}
