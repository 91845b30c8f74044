//! The limits in the judge's words: which one ended a run or is behind an exception, and how it is raised.
//!
//! A block that needs more than it was given says nothing about the document. So none of these is ever a finding.

use super::blame::raised_by;
use super::{Outcome, Seen};
use crate::wire::{Ended, Limits, Raised};

/// Something that a block can have too little of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Wall time.
    Wall,
    /// Processor time.
    Cpu,
    /// Memory.
    Memory,
    /// Processes and threads.
    Processes,
    /// Open files.
    OpenFiles,
    /// Bytes in the scratch folder.
    Scratch,
    /// Files in the scratch folder.
    ScratchFiles,
    /// Bytes of output.
    Output,
    /// Bytes of what is told besides.
    Report,
}

impl Limit {
    /// All of them, in the order of their options in the help.
    pub const ALL: [Self; 9] = [
        Self::Wall,
        Self::Cpu,
        Self::Memory,
        Self::Processes,
        Self::OpenFiles,
        Self::Scratch,
        Self::ScratchFiles,
        Self::Output,
        Self::Report,
    ];

    /// How a run ends that needs more.
    pub fn outcome(self) -> Outcome {
        match self {
            Self::Wall => Outcome::TimedOut,
            Self::Cpu => Outcome::CpuLimit,
            Self::Memory => Outcome::OutOfMemory,
            Self::Processes => Outcome::ProcessLimit,
            Self::OpenFiles => Outcome::OpenFilesLimit,
            Self::Scratch => Outcome::ScratchLimit,
            Self::ScratchFiles => Outcome::ScratchFilesLimit,
            Self::Output => Outcome::OutputLimit,
            Self::Report => Outcome::ReportLimit,
        }
    }

    /// The name of its option, without the hyphens before it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wall => "timeout",
            Self::Cpu => "cpu-time",
            Self::Memory => "memory",
            Self::Processes => "processes",
            Self::OpenFiles => "open-files",
            Self::Scratch => "scratch",
            Self::ScratchFiles => "scratch-files",
            Self::Output => "output-limit",
            Self::Report => "report-limit",
        }
    }

    /// The limit that an outcome stands for.
    pub fn of_outcome(outcome: Outcome) -> Option<Self> {
        Self::ALL.into_iter().find(|limit| limit.outcome() == outcome)
    }

    /// The limit that ended a run.
    pub fn of_ending(ended: &Ended) -> Option<Self> {
        match ended {
            Ended::TimedOut => Some(Self::Wall),
            Ended::CpuLimit => Some(Self::Cpu),
            Ended::OutOfMemory => Some(Self::Memory),
            Ended::OutputLimit => Some(Self::Output),
            Ended::ReportLimit => Some(Self::Report),
            Ended::ScratchLimit => Some(Self::Scratch),
            Ended::ScratchFilesLimit => Some(Self::ScratchFiles),
            Ended::Finished | Ended::Exit(_) | Ended::Signal(_) | Ended::Lost(_) => None,
        }
    }

    /// The limit behind an exception, or behind one that led to it; `None` where the document itself raised it.
    pub fn behind(seen: &Seen<'_>, raised: &Raised) -> Option<Self> {
        let (file, limits) = (seen.planned().job.file.as_str(), &seen.planned().job.limits);
        let known = |way: &str| {
            let line = way.lines().find(|line| !line.is_empty() && !line.starts_with(' '))?;
            Self::of_line(line, way, limits).filter(|_| !raised_by(way, file))
        };
        let ways = || raised.traceback.split("Traceback (most recent call last):\n");
        if raised.bases.iter().any(|base| base == "MemoryError") && !raised_by(&raised.traceback, file) {
            return Some(Self::Memory);
        }
        ways().find_map(known).or_else(|| {
            // A traceback that was left out leaves the message.
            let line = format!("{}: {}", raised.type_name, raised.message);
            Self::of_line(&line, &line, limits).filter(|_| raised.traceback.is_empty())
        })
    }

    /// By the last line of a traceback, and the frames on the way to it.
    fn of_line(line: &str, way: &str, limits: &Limits) -> Option<Self> {
        let given = line.split_once("[Errno ").and_then(|(_, rest)| rest.split(']').next()?.parse().ok());
        match given {
            Some(number::EMFILE) => return Some(Self::OpenFiles),
            Some(number::ENOMEM) => return Some(Self::Memory),
            Some(number::EFBIG | number::EDQUOT) => return Some(Self::Scratch),
            Some(number::ENOSPC) => return Some(Self::of_full_folder(line, way, limits)),
            // Also the answer of a pipe or socket that is not to be waited for.
            Some(number::EAGAIN) if way.contains("fork") || way.contains("spawn") => {
                return Some(Self::Processes);
            }
            _ => {}
        }
        match line {
            "MemoryError" => Some(Self::Memory),
            _ if line.starts_with("MemoryError: ") => Some(Self::Memory),
            _ if line.ends_with("can't start new thread") => Some(Self::of_threads(limits)),
            _ if line.starts_with("ImportError: ") && line.contains("failed to map segment") => Some(Self::Memory),
            _ if line.ends_with("database or disk is full") => Some(Self::Scratch),
            _ => None,
        }
    }

    /// Only what makes a file names it in its error; what writes to one does not. (`shutil` names the files it copies.)
    fn of_full_folder(line: &str, way: &str, limits: &Limits) -> Self {
        let makes = line.contains("]") && line.ends_with('\'') && !way.contains("sendfile");
        if makes && limits.disk_files > 0 { Self::ScratchFiles } else { Self::Scratch }
    }

    /// Threads take room for their stacks, and may run out of that first.
    fn of_threads(limits: &Limits) -> Self {
        const STACK: u64 = 8 << 20;
        let room = limits.memory / STACK;
        let full = limits.memory > 0 && (limits.processes == 0 || limits.processes > room);
        if full { Self::Memory } else { Self::Processes }
    }

    /// What there is, such as `2 GiB of memory`; without a number where there is no limit.
    pub fn amount(self, limits: &Limits) -> String {
        let (number, thing) = match self {
            Self::Wall => (time(limits.wall_ms), "wall time"),
            Self::Cpu => (time(limits.cpu_s.saturating_mul(1000)), "processor time"),
            Self::Memory => (size(limits.memory), "memory"),
            Self::Processes => (count(limits.processes), "processes and threads"),
            Self::OpenFiles => (count(limits.files), "open files"),
            Self::Scratch => (size(limits.disk), "scratch space"),
            Self::ScratchFiles => (count(limits.disk_files), "scratch files"),
            Self::Output => (size(limits.output), "output"),
            Self::Report => (size(limits.report), "noted values"),
        };
        match (number, thing.contains("files") || thing.contains("processes")) {
            (None, _) => thing.to_owned(),
            (Some(number), true) => format!("{number} {thing}"),
            (Some(number), false) => format!("{number} of {thing}"),
        }
    }

    /// What a block needed, and the mend for it.
    pub fn mend(self, limits: &Limits) -> String {
        let amount = self.amount(limits);
        match amount.starts_with(|c: char| c.is_ascii_digit()) {
            true => format!("needs more than {amount}, raise it with --{}", self.name()),
            false => format!("needs more {amount} than this machine gives"),
        }
    }
}

/// `10 s`, `0.5 s`.
fn time(milliseconds: u64) -> Option<String> {
    (milliseconds > 0).then(|| format!("{} s", milliseconds as f64 / 1000.0))
}

fn count(number: u64) -> Option<String> {
    (number > 0).then(|| number.to_string())
}

/// In the largest unit that divides it.
fn size(bytes: u64) -> Option<String> {
    let units = [(30, "GiB"), (20, "MiB"), (10, "KiB"), (0, "bytes")];
    let (shift, unit) = units.into_iter().find(|(shift, _)| bytes.trailing_zeros() >= *shift)?;
    (bytes > 0).then(|| format!("{} {unit}", bytes >> shift))
}

/// Error numbers, as Linux has them on every machine that is supported. Source: errno(3), asm-generic/errno.h.
mod number {
    pub const EAGAIN: i32 = 11;
    pub const ENOMEM: i32 = 12;
    pub const EMFILE: i32 = 24;
    pub const EFBIG: i32 = 27;
    pub const ENOSPC: i32 = 28;
    pub const EDQUOT: i32 = 122;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_told_in_their_largest_unit() {
        let limits = Limits { wall_ms: 1500, memory: 2 << 30, disk: 1536 << 10, disk_files: 0, ..Limits::default() };
        let check = |limit: Limit, expect: &str| assert_eq!(limit.mend(&limits), expect);
        check(Limit::Wall, "needs more than 1.5 s of wall time, raise it with --timeout");
        check(Limit::Memory, "needs more than 2 GiB of memory, raise it with --memory");
        check(Limit::Scratch, "needs more than 1536 KiB of scratch space, raise it with --scratch");
        check(Limit::Processes, "needs more than 64 processes and threads, raise it with --processes");
        check(Limit::ScratchFiles, "needs more scratch files than this machine gives");
    }

    #[test]
    fn an_exception_is_known_by_its_last_line_and_the_way_to_it() {
        let limits = Limits::default();
        let check = |way: &str, expect: Option<Limit>| {
            let line = way.lines().last().unwrap_or_default();
            assert_eq!(Limit::of_line(line, way, &limits), expect, "{way}");
        };
        check("MemoryError", Some(Limit::Memory));
        check("OSError: [Errno 24] Too many open files: 'a'", Some(Limit::OpenFiles));
        check("OSError: [Errno 28] No space left on device", Some(Limit::Scratch));
        check("OSError: [Errno 28] No space left on device: 'a'", Some(Limit::ScratchFiles));
        check("    os.sendfile(a, b)\nOSError: [Errno 28] No space left on device: 'a' -> 'b'", Some(Limit::Scratch));
        check("    os.fork()\nBlockingIOError: [Errno 11] Resource temporarily unavailable", Some(Limit::Processes));
        check("    s.recv(1)\nBlockingIOError: [Errno 11] Resource temporarily unavailable", None);
        check("RuntimeError: can't start new thread", Some(Limit::Processes));
        check("RuntimeError: no", None);
        check("OSError: [Errno 5] Input/output error", None);
    }

    #[test]
    fn threads_without_room_for_their_stacks_want_memory() {
        let check = |processes, memory, expect| {
            assert_eq!(Limit::of_threads(&Limits { processes, memory, ..Limits::default() }), expect);
        };
        check(64, 2 << 30, Limit::Processes);
        check(1000, 2 << 30, Limit::Memory);
        check(0, 2 << 30, Limit::Memory);
        check(0, 0, Limit::Processes);
    }
}
