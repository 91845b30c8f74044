//! The worker's conversation: `Start`, then jobs, until the host hangs up.

use std::fs::File;
use std::io::{self, BufWriter};
use std::os::fd::AsFd;
use std::rc::Rc;

use pyo3::prelude::*;

use super::hot::Use;
use super::large::settle;
use super::lockdown::sys;
use super::probe::Probe;
use super::{child, counts, python, start};
use crate::wire::{Reply, Request, read_frame, write_frame};

/// Answers requests until there are no more.
pub fn serve(py: Python<'_>) -> PyResult<()> {
    let (mut requests, mut replies) = take_over_streams()?;
    let Some(Request::Start { policy, interpreter }) = read_frame(&mut requests)? else { return Ok(()) };
    python::adopt(py, &interpreter)?;
    python::warm_up(py);
    let probe = Rc::new(Probe::load(py)?);
    python::freeze(py)?;
    let uses = Use::learn(py, || child::rehearse(py, &probe, &start::trial()))?;
    settle(py, &uses.areas);
    let mut worker = match start::best(py, &policy, &interpreter, &probe, &uses.hot)? {
        Ok(worker) => worker,
        Err(enforced) => return Ok(write_frame(&mut replies, &Reply::Refused(enforced))?),
    };
    write_frame(&mut replies, &Reply::Ready(worker.enforced().clone()))?;
    while let Some(Request::Run(job)) = read_frame(&mut requests)? {
        let observation = worker.run(py, &job)?;
        write_frame(&mut replies, &Reply::Observed(Box::new(observation)))?;
    }
    // The host may have gone as well.
    let _ = write_frame(&mut replies, &Reply::Counted(counts::all()));
    worker.remove();
    // There is nothing to finalise, and the host waits.
    sys::leave(0)
}

/// Takes the two ends of the line away from standard input and output, so that nothing Python does can touch them.
fn take_over_streams() -> io::Result<(File, BufWriter<File>)> {
    // Whatever happens to the host, nothing goes on without it.
    sys::process_control(libc::PR_SET_PDEATHSIG, libc::SIGKILL as libc::c_ulong)?;
    // Should the machine run out of memory in spite of all limits, this goes before anybody else's work. Best effort.
    let _ = std::fs::write("/proc/self/oom_score_adj", "1000");
    let requests = File::from(io::stdin().as_fd().try_clone_to_owned()?);
    let replies = File::from(io::stdout().as_fd().try_clone_to_owned()?);
    let nothing = File::open("/dev/null")?;
    sys::put_on(nothing.as_fd(), 0, false)?;
    sys::put_on(io::stderr().as_fd(), 1, false)?;
    Ok((requests, BufWriter::new(replies)))
}
