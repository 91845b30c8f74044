//! The limits that the kernel counts for each process.

use std::io;

use libc::{
    RLIM_INFINITY, RLIMIT_AS, RLIMIT_CORE, RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_MSGQUEUE, RLIMIT_NICE, RLIMIT_NOFILE,
    RLIMIT_NPROC, RLIMIT_RTPRIO,
};

use super::sys;
use crate::wire::Limits;

/// Sets the limits of this process and all that come from it. `others`: processes of this user that count besides.
///
/// # Errors
/// The kernel's answer.
pub fn apply(limits: &Limits, others: u64) -> io::Result<()> {
    // One byte, not none: with none a core is still handed to a program that the machine may have named for it.
    sys::limit(RLIMIT_CORE, 1, 1)?;
    sys::limit(RLIMIT_MSGQUEUE, 0, 0)?;
    sys::limit(RLIMIT_NICE, 0, 0)?;
    sys::limit(RLIMIT_RTPRIO, 0, 0)?;
    // The soft limit sends SIGXCPU, which a snippet can ignore; the hard one a second later SIGKILL, which it cannot.
    limit(RLIMIT_CPU, limits.cpu_s, 1)?;
    limit(RLIMIT_AS, limits.memory, 0)?;
    limit(RLIMIT_FSIZE, file_size(limits), 0)?;
    let processes = if limits.processes == 0 { 0 } else { limits.processes.saturating_add(others) };
    limit(RLIMIT_NPROC, processes, 0)?;
    limit(RLIMIT_NOFILE, limits.files, 0)
}

/// The largest file: what fits into the scratch space, and some more than the output may have, so that going beyond it
/// can be seen.
fn file_size(limits: &Limits) -> u64 {
    const MORE: u64 = 1 << 20;
    if limits.disk == 0 || limits.output == 0 { 0 } else { limits.disk.max(limits.output.saturating_add(MORE)) }
}

/// Sets a limit, no higher than the machine has it already; zero means none but the machine's.
fn limit(resource: libc::__rlimit_resource_t, soft: u64, more: u64) -> io::Result<()> {
    let highest = sys::hard_limit(resource)?;
    if soft == 0 {
        return sys::limit(resource, highest, highest);
    }
    let hard = soft.saturating_add(more);
    let hard = if highest == RLIM_INFINITY { hard } else { hard.min(highest) };
    sys::limit(resource, soft.min(hard), hard)
}
