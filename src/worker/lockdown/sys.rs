//! The kernel's calls behind safe signatures: one small function each, errors as `io::Error`, no opinion.
//!
//! Everything here runs in a process with one thread. Knows nothing of levels or policies.

use std::ffi::{CStr, CString};
use std::fs::File;
use std::io;
use std::ops::Range;
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::ptr;

use libc::{c_int, c_long, c_uint, c_ulong, c_void, pid_t};

use crate::worker::counts;

/// Turns the kernel's `-1` into the error it stands for.
fn check(answer: c_long) -> io::Result<c_long> {
    if answer < 0 { Err(io::Error::last_os_error()) } else { Ok(answer) }
}

/// The same where the answer is a new descriptor.
fn owned(answer: c_long) -> io::Result<OwnedFd> {
    let fd = RawFd::try_from(check(answer)?).map_err(io::Error::other)?;
    // SAFETY: the kernel has just given us this descriptor, and nobody else knows it.
    Ok(unsafe { OwnedFd::from_raw_fd(fd) })
}

/// Whether this process has the user id 0.
pub fn is_root() -> bool {
    // SAFETY: has no arguments and cannot fail.
    unsafe { libc::geteuid() == 0 }
}

/// Effective user and group id.
pub fn identity() -> (u32, u32) {
    // SAFETY: have no arguments and cannot fail.
    unsafe { (libc::geteuid(), libc::getegid()) }
}

/// This process, as its own pid namespace numbers it.
pub fn own_pid() -> pid_t {
    // SAFETY: has no arguments and cannot fail.
    unsafe { libc::getpid() }
}

/// The process that waits for this one.
pub fn parent_pid() -> pid_t {
    // SAFETY: has no arguments and cannot fail.
    unsafe { libc::getppid() }
}

/// Gives up every group and becomes user and group `id`, for good.
pub fn become_user(id: u32) -> io::Result<()> {
    // SAFETY: plain numbers; an empty list of groups needs no memory.
    unsafe {
        check(libc::setgroups(0, ptr::null()).into())?;
        check(libc::setresgid(id, id, id).into())?;
        check(libc::setresuid(id, id, id).into())?;
    }
    Ok(())
}

/// Opens a file of an open folder for writing.
pub fn open_to_write(folder: &File, name: &CStr) -> io::Result<File> {
    let flags = libc::O_WRONLY | libc::O_CLOEXEC;
    // SAFETY: the name ends with a NUL and lives through the call.
    owned(unsafe { libc::openat(folder.as_raw_fd(), name.as_ptr(), flags) }.into()).map(File::from)
}

/// Opens a folder by its path from an open one, if no link lies on the way.
pub fn open_below(folder: &File, path: &Path) -> io::Result<OwnedFd> {
    const NO_SYMLINKS: u64 = 4;
    const BENEATH: u64 = 8;
    let path = CString::new(path.as_os_str().as_bytes()).map_err(io::Error::other)?;
    // `struct open_how`: flags, mode, and how the path is resolved.
    let how = [(libc::O_RDONLY | libc::O_DIRECTORY | libc::O_CLOEXEC) as u64, 0, NO_SYMLINKS | BENEATH];
    let (at, size) = (folder.as_raw_fd(), size_of_val(&how));
    // SAFETY: path and structure live through the call, and the structure's size is given.
    owned(unsafe { libc::syscall(libc::SYS_openat2, at, path.as_ptr(), how.as_ptr(), size) })
}

/// A file without a name in an open folder: gone when nobody has it open any more.
pub fn nameless_file(folder: &File) -> io::Result<OwnedFd> {
    let flags = libc::O_TMPFILE | libc::O_RDWR | libc::O_APPEND | libc::O_CLOEXEC;
    let mode: c_uint = 0o600;
    // SAFETY: the path ends with a NUL and lives through the call.
    owned(unsafe { libc::openat(folder.as_raw_fd(), c".".as_ptr(), flags, mode) }.into())
}

/// `unshare(2)`.
pub fn unshare(flags: c_int) -> io::Result<()> {
    counts::UNSHARES.add();
    // SAFETY: plain numbers.
    check(unsafe { libc::unshare(flags) }.into()).map(drop)
}

/// `setns(2)`.
pub fn join(namespace: BorrowedFd<'_>, kind: c_int) -> io::Result<()> {
    // SAFETY: the descriptor is alive for the call.
    check(unsafe { libc::setns(namespace.as_raw_fd(), kind) }.into()).map(drop)
}

/// `mount(2)`. An absent source or kind is given as an empty string.
pub fn mount(source: &CStr, target: &CStr, kind: &CStr, flags: c_ulong, data: &CStr) -> io::Result<()> {
    counts::MOUNTS.add();
    // SAFETY: all four strings end with a NUL and live through the call.
    let answer = unsafe { libc::mount(source.as_ptr(), target.as_ptr(), kind.as_ptr(), flags, data.as_ptr().cast()) };
    check(answer.into()).map(drop)
}

/// Takes the topmost mount off `target` at once; who still uses it keeps it.
pub fn detach(target: &CStr) -> io::Result<()> {
    // SAFETY: the string ends with a NUL and lives through the call.
    check(unsafe { libc::umount2(target.as_ptr(), libc::MNT_DETACH) }.into()).map(drop)
}

const OPEN_TREE_CLONE: c_uint = 1;
const MOVE_MOUNT_F_EMPTY_PATH: c_uint = 4;

/// A detached copy of the mounts at and under `source`.
pub fn copy_mounts(source: &CStr) -> io::Result<OwnedFd> {
    let flags = OPEN_TREE_CLONE | libc::O_CLOEXEC as c_uint | libc::AT_RECURSIVE as c_uint;
    // SAFETY: the path ends with a NUL and lives through the call.
    owned(unsafe { libc::syscall(libc::SYS_open_tree, libc::AT_FDCWD, source.as_ptr(), flags) })
}

/// Attaches detached mounts at `target`.
pub fn attach(mounts: BorrowedFd<'_>, target: &CStr) -> io::Result<()> {
    counts::MOUNTS.add();
    // SAFETY: both paths end with a NUL and live through the call.
    let answer = unsafe {
        let (from, empty) = (mounts.as_raw_fd(), c"".as_ptr());
        libc::syscall(libc::SYS_move_mount, from, empty, libc::AT_FDCWD, target.as_ptr(), MOVE_MOUNT_F_EMPTY_PATH)
    };
    check(answer).map(drop)
}

/// A mount that cannot be written to.
pub const READ_ONLY: u64 = 1;
/// A mount on which set-user-id files mean nothing.
pub const NO_SUID: u64 = 2;
/// A mount on which device nodes mean nothing.
pub const NO_DEV: u64 = 4;
/// A mount from which nothing is executed.
pub const NO_EXEC: u64 = 8;

/// `struct mount_attr`.
#[repr(C)]
#[derive(Default)]
struct MountAttr {
    set: u64,
    clear: u64,
    propagation: u64,
    userns: u64,
}

/// Adds attributes to the mounts at and under a descriptor.
pub fn restrict_mounts(mounts: BorrowedFd<'_>, attributes: u64) -> io::Result<()> {
    let wanted = MountAttr { set: attributes, ..MountAttr::default() };
    let flags = libc::AT_EMPTY_PATH | libc::AT_RECURSIVE;
    // SAFETY: the structure is the kernel's, its size is given, and it lives through the call.
    let answer = unsafe {
        let (at, empty, size) = (mounts.as_raw_fd(), c"".as_ptr(), size_of::<MountAttr>());
        libc::syscall(libc::SYS_mount_setattr, at, empty, flags, &raw const wanted, size)
    };
    check(answer).map(drop)
}

/// Makes the working directory, which must be a mount, the root, and lets go of the old one.
pub fn root_is_here() -> io::Result<()> {
    // SAFETY: the paths end with a NUL. Old root and new one lie on top of each other, so one call takes the old one off.
    check(unsafe { libc::syscall(libc::SYS_pivot_root, c".".as_ptr(), c".".as_ptr()) })?;
    detach(c".")?;
    std::env::set_current_dir("/")
}

/// `prctl(2)` with one number.
pub fn process_control(option: c_int, value: c_ulong) -> io::Result<()> {
    // SAFETY: only options that take numbers are used.
    check(unsafe { libc::prctl(option, value, 0, 0, 0) }.into()).map(drop)
}

/// A descriptor that becomes readable when the child ends.
pub fn watch_process(pid: pid_t) -> io::Result<OwnedFd> {
    // SAFETY: plain numbers.
    owned(unsafe { libc::syscall(libc::SYS_pidfd_open, pid, 0) })
}

/// Waits at most `milliseconds` (-1: for ever) for one of them to have something to read; `false` when the time is up.
pub fn wait_readable(fds: &[BorrowedFd<'_>], milliseconds: c_int) -> io::Result<bool> {
    let wanted = |fd: &BorrowedFd<'_>| libc::pollfd { fd: fd.as_raw_fd(), events: libc::POLLIN, revents: 0 };
    let mut wanted: Vec<libc::pollfd> = fds.iter().map(wanted).collect();
    // SAFETY: as many structures as are said, alive through the call.
    match check(unsafe { libc::poll(wanted.as_mut_ptr(), wanted.len() as libc::nfds_t, milliseconds) }.into()) {
        Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(false),
        other => other.map(|ready| ready > 0),
    }
}

/// Sends a signal.
pub fn signal(pid: pid_t, number: c_int) -> io::Result<()> {
    // SAFETY: plain numbers.
    check(unsafe { libc::kill(pid, number) }.into()).map(drop)
}

/// The process group of `pid`, where there is such a process.
pub fn group_of(pid: pid_t) -> Option<pid_t> {
    // SAFETY: a plain number.
    let group = unsafe { libc::getpgid(pid) };
    (group > 0).then_some(group)
}

/// How a process ended.
pub struct Ending {
    /// Exit status, or `None` where a signal killed it.
    pub exit: Option<c_int>,
    /// The signal that killed it.
    pub signal: Option<c_int>,
    /// Processor time, microseconds.
    pub cpu_us: u64,
    /// Largest resident size, bytes.
    pub max_rss: u64,
}

/// Waits for a child (-1: any) to end; `None` where it does not yet and `block` is false.
pub fn reap(pid: pid_t, block: bool) -> io::Result<Option<Ending>> {
    let mut status = 0;
    // SAFETY: a structure of numbers, for which zeros are valid.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    let options = if block { 0 } else { libc::WNOHANG };
    let answer = loop {
        // SAFETY: both places are ours and alive through the call.
        match check(unsafe { libc::wait4(pid, &raw mut status, options, &raw mut usage) }.into()) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => break other?,
        }
    };
    let micros = |time: libc::timeval| time.tv_sec as u64 * 1_000_000 + time.tv_usec as u64;
    Ok((answer != 0).then(|| Ending {
        exit: libc::WIFEXITED(status).then(|| libc::WEXITSTATUS(status)),
        signal: libc::WIFSIGNALED(status).then(|| libc::WTERMSIG(status)),
        cpu_us: micros(usage.ru_utime) + micros(usage.ru_stime),
        max_rss: usage.ru_maxrss as u64 * 1024,
    }))
}

/// Ends this process at once: no handlers, no buffers.
pub fn leave(status: c_int) -> ! {
    // SAFETY: does not return.
    unsafe { libc::_exit(status) }
}

/// Starts a session of its own.
pub fn own_session() -> io::Result<()> {
    // SAFETY: has no arguments.
    check(unsafe { libc::setsid() }.into()).map(drop)
}

/// Puts a copy of `from` on descriptor `number`, to be closed on `exec` or not.
pub fn put_on(from: BorrowedFd<'_>, number: RawFd, close_on_exec: bool) -> io::Result<()> {
    let flags = if close_on_exec { libc::O_CLOEXEC } else { 0 };
    // SAFETY: what was on that descriptor is closed; the callers own their low descriptors.
    check(unsafe { libc::dup3(from.as_raw_fd(), number, flags) }.into()).map(drop)
}

/// A copy of a descriptor under the lowest free number from `lowest` on, closed on `exec`.
pub fn copy_from(fd: BorrowedFd<'_>, lowest: RawFd) -> io::Result<OwnedFd> {
    // SAFETY: plain numbers.
    owned(unsafe { libc::fcntl(fd.as_raw_fd(), libc::F_DUPFD_CLOEXEC, lowest) }.into())
}

/// Closes the descriptors `first..=last`.
pub fn close_all(first: RawFd, last: RawFd) -> io::Result<()> {
    // SAFETY: called only where the owners of these descriptors are never used (or dropped) again.
    check(unsafe { libc::syscall(libc::SYS_close_range, first as c_uint, last as c_uint, 0) }).map(drop)
}

/// An anonymous file in memory.
pub fn memory_file(name: &CStr) -> io::Result<OwnedFd> {
    // SAFETY: the name ends with a NUL and lives through the call.
    owned(unsafe { libc::memfd_create(name.as_ptr(), libc::MFD_CLOEXEC) }.into())
}

/// The size of a page, bytes.
pub fn page_size() -> usize {
    // SAFETY: a plain number.
    usize::try_from(unsafe { libc::sysconf(libc::_SC_PAGESIZE) }).unwrap_or(4096)
}

/// An `io_uring` that is disabled: it can hold pages, and nothing else.
pub fn idle_ring() -> io::Result<OwnedFd> {
    const DISABLED: u32 = 1 << 6;
    let mut about_ring = [0_u32; 30];
    about_ring[2] = DISABLED;
    // SAFETY: `struct io_uring_params` has 120 bytes, of which the third word are the flags; it lives through the call.
    owned(unsafe { libc::syscall(libc::SYS_io_uring_setup, 1, about_ring.as_mut_ptr()) })
}

/// Holds pages in their places, as if a device were to write to them, as long as the ring is open.
pub fn hold_pages(ring: BorrowedFd<'_>, pages: &[Range<usize>]) -> io::Result<()> {
    const REGISTER_BUFFERS: c_uint = 0;
    let buffer = |pages: &Range<usize>| libc::iovec { iov_base: pages.start as *mut c_void, iov_len: pages.len() };
    let buffers: Vec<libc::iovec> = pages.iter().map(buffer).collect();
    let (number, count) = (ring.as_raw_fd(), buffers.len());
    // SAFETY: the kernel reads as many structures as are said. It writes nothing to the pages: the ring is disabled.
    let held = unsafe { libc::syscall(libc::SYS_io_uring_register, number, REGISTER_BUFFERS, buffers.as_ptr(), count) };
    check(held).map(drop)
}

/// A connected pair of sockets that keep messages apart.
pub fn socket_pair() -> io::Result<(OwnedFd, OwnedFd)> {
    let mut pair = [0; 2];
    let kind = libc::SOCK_SEQPACKET | libc::SOCK_CLOEXEC;
    // SAFETY: room for two descriptors, alive through the call.
    check(unsafe { libc::socketpair(libc::AF_UNIX, kind, 0, pair.as_mut_ptr()) }.into())?;
    Ok((owned(pair[0].into())?, owned(pair[1].into())?))
}

/// Sets both limits of a resource.
pub fn limit(resource: libc::__rlimit_resource_t, soft: u64, hard: u64) -> io::Result<()> {
    let wanted = libc::rlimit { rlim_cur: soft, rlim_max: hard };
    // SAFETY: the structure lives through the call.
    check(unsafe { libc::setrlimit(resource, &raw const wanted) }.into()).map(drop)
}

/// The hard limit of a resource.
pub fn hard_limit(resource: libc::__rlimit_resource_t) -> io::Result<u64> {
    let mut found = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: the structure is ours and lives through the call.
    check(unsafe { libc::getrlimit(resource, &raw mut found) }.into())?;
    Ok(found.rlim_max)
}

/// Empties the sets of capabilities of this process.
pub fn drop_capabilities() -> io::Result<()> {
    const VERSION_3: u32 = 0x2008_0522;
    let header = [VERSION_3, 0];
    let sets = [0_u32; 6];
    // SAFETY: header and sets have the layout of version 3: two words, and two times three words.
    check(unsafe { libc::syscall(libc::SYS_capset, header.as_ptr(), sets.as_ptr()) }).map(drop)
}

/// Installs a filter of system calls for this process and all that come from it.
pub fn install_filter(program: &[libc::sock_filter]) -> io::Result<()> {
    counts::FILTERS.add();
    process_control(libc::PR_SET_NO_NEW_PRIVS, 1)?;
    let length = u16::try_from(program.len()).map_err(io::Error::other)?;
    let wanted = libc::sock_fprog { len: length, filter: program.as_ptr().cast_mut() };
    // SAFETY: the kernel reads `length` instructions from a slice that has as many, and writes nothing.
    check(unsafe { libc::syscall(libc::SYS_seccomp, libc::SECCOMP_SET_MODE_FILTER, 0, &raw const wanted) }).map(drop)
}

/// The version of Landlock that the kernel offers; 0 where it offers none.
pub fn landlock_version() -> i64 {
    const ASK_VERSION: c_uint = 1;
    // SAFETY: with this flag the kernel reads no memory.
    unsafe { libc::syscall(libc::SYS_landlock_create_ruleset, ptr::null::<u8>(), 0, ASK_VERSION) }.max(0)
}

/// Names this machine, inside its own host namespace.
pub fn set_host_name(name: &CStr) -> io::Result<()> {
    // SAFETY: the kernel reads as many bytes as are given.
    check(unsafe { libc::sethostname(name.as_ptr(), name.count_bytes()) }.into()).map(drop)
}

/// Brings the loopback interface up.
pub fn loopback_up() -> io::Result<()> {
    // SAFETY: plain numbers.
    let socket = owned(unsafe { libc::socket(libc::AF_INET, libc::SOCK_DGRAM | libc::SOCK_CLOEXEC, 0) }.into())?;
    // SAFETY: numbers and a union of them, for which zeros are valid.
    let mut wanted: libc::ifreq = unsafe { std::mem::zeroed() };
    wanted.ifr_name[0] = b'l' as libc::c_char;
    wanted.ifr_name[1] = b'o' as libc::c_char;
    wanted.ifr_ifru.ifru_flags = (libc::IFF_UP | libc::IFF_RUNNING) as i16;
    // SAFETY: this request takes such a structure, alive through the call.
    check(unsafe { libc::ioctl(socket.as_raw_fd(), libc::SIOCSIFFLAGS, &raw const wanted) }.into()).map(drop)
}

/// What a file system holds: (blocks used, inodes used).
pub fn space_used(directory: BorrowedFd<'_>) -> io::Result<(u64, u64)> {
    // SAFETY: a structure of numbers, for which zeros are valid.
    let mut found: libc::statfs = unsafe { std::mem::zeroed() };
    // SAFETY: the structure is ours and lives through the call.
    check(unsafe { libc::fstatfs(directory.as_raw_fd(), &raw mut found) }.into())?;
    Ok((found.f_blocks.saturating_sub(found.f_bfree), found.f_files.saturating_sub(found.f_ffree)))
}

/// Children that end are not kept until somebody asks.
pub fn forget_children() {
    // SAFETY: sets a disposition that the kernel knows; no handler of ours runs.
    unsafe { libc::signal(libc::SIGCHLD, libc::SIG_IGN) };
}
