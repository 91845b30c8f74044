//! Limits that a directive asks for, under the names of the command line's options.
//!
//! Owns the names and the ceiling: a document gets no more than whoever runs it allows.

use crate::text::quantity;
use crate::wire::Limits;

/// A limit by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quota {
    /// Wall time, milliseconds.
    Timeout,
    /// Processor time, seconds.
    CpuTime,
    /// Bytes.
    Memory,
    /// Processes and threads.
    Processes,
    /// Open files.
    OpenFiles,
    /// Bytes of scratch space.
    Scratch,
    /// Files in it.
    ScratchFiles,
    /// Bytes of output.
    OutputLimit,
    /// Bytes of what is noted besides.
    ReportLimit,
}

const NAMES: [(&str, Quota); 9] = [
    ("timeout", Quota::Timeout),
    ("cpu-time", Quota::CpuTime),
    ("memory", Quota::Memory),
    ("processes", Quota::Processes),
    ("open-files", Quota::OpenFiles),
    ("scratch", Quota::Scratch),
    ("scratch-files", Quota::ScratchFiles),
    ("output-limit", Quota::OutputLimit),
    ("report-limit", Quota::ReportLimit),
];

impl Quota {
    /// By the name of its directive, which is that of its option.
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, quota)| *quota)
    }

    /// The name of its directive.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, quota)| *quota == self).map_or("", |(name, _)| name)
    }

    /// Reads a number of it, in its own unit; zero is no limit.
    ///
    /// # Errors
    /// What else would be one.
    pub fn read(self, text: &str) -> Result<u64, String> {
        match self {
            Self::Timeout => quantity::time(text),
            Self::CpuTime => quantity::time(text).map(quantity::whole_seconds),
            Self::Memory => quantity::memory(text),
            Self::Scratch | Self::OutputLimit | Self::ReportLimit => quantity::size(text),
            Self::Processes | Self::OpenFiles | Self::ScratchFiles => quantity::count(text),
        }
    }

    fn of(self, limits: &mut Limits) -> &mut u64 {
        match self {
            Self::Timeout => &mut limits.wall_ms,
            Self::CpuTime => &mut limits.cpu_s,
            Self::Memory => &mut limits.memory,
            Self::Processes => &mut limits.processes,
            Self::OpenFiles => &mut limits.files,
            Self::Scratch => &mut limits.disk,
            Self::ScratchFiles => &mut limits.disk_files,
            Self::OutputLimit => &mut limits.output,
            Self::ReportLimit => &mut limits.report,
        }
    }
}

/// What whoever runs the documents allows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance {
    /// What a block gets that asks for nothing.
    pub limits: Limits,
    /// A directive may ask for so many times as much; 1: for no more.
    pub raise: u64,
}

impl Allowance {
    /// The limits of a block that asks for `asked`, in the order of its directives; and what it asked for in vain.
    pub fn grant(&self, asked: &[(Quota, u64)]) -> (Limits, Vec<Quota>) {
        let (mut limits, mut most) = (self.limits.clone(), self.limits.clone());
        let mut refused = Vec::new();
        for &(quota, wanted) in asked {
            let most = quota.of(&mut most).saturating_mul(self.raise.max(1));
            let granted = if most > 0 && (wanted == 0 || wanted > most) { most } else { wanted };
            if granted != wanted {
                refused.push(quota);
            }
            *quota.of(&mut limits) = granted;
        }
        let asks = |quota: Quota| asked.iter().any(|(other, _)| *other == quota);
        if asks(Quota::Timeout) && !asks(Quota::CpuTime) {
            limits.cpu_s = self.cpu_for(limits.wall_ms);
        }
        (limits, refused)
    }

    /// As much processor time as the wall time needs, and no more than is allowed.
    fn cpu_for(&self, wall_ms: u64) -> u64 {
        let wanted = quantity::cpu_beside(wall_ms);
        match self.limits.cpu_s.saturating_mul(self.raise.max(1)) {
            0 => wanted,
            most if wanted == 0 => most,
            most => wanted.min(most),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asks for one limit of ten seconds, two CPU seconds more, and no limit of processes.
    fn check(raise: u64, asked: &[(&str, &str)], expect: (u64, u64, u64), refused: usize) {
        let limits = Limits { wall_ms: 10_000, cpu_s: 11, processes: 0, ..Limits::default() };
        let read = |(name, text): &(&str, &str)| {
            let quota = Quota::named(name).unwrap();
            (quota, quota.read(text).unwrap())
        };
        let asked: Vec<_> = asked.iter().map(read).collect();
        let (granted, in_vain) = Allowance { limits, raise }.grant(&asked);
        assert_eq!((granted.wall_ms, granted.cpu_s, granted.processes), expect, "{asked:?}");
        assert_eq!(in_vain.len(), refused, "{asked:?}");
    }

    #[test]
    fn a_document_gets_less_if_it_wants_and_no_more_than_is_allowed() {
        check(1, &[], (10_000, 11, 0), 0);
        check(1, &[("timeout", "2s")], (2_000, 3, 0), 0);
        check(1, &[("timeout", "2s"), ("cpu-time", "1s")], (2_000, 1, 0), 0);
        check(1, &[("timeout", "20s")], (10_000, 11, 0), 1);
        check(1, &[("timeout", "off")], (10_000, 11, 0), 1);
        check(1, &[("processes", "4")], (10_000, 11, 4), 0);
        check(1, &[("processes", "off")], (10_000, 11, 0), 0);
        check(6, &[("timeout", "30s")], (30_000, 31, 0), 0);
        check(6, &[("timeout", "2m")], (60_000, 61, 0), 1);
    }

    #[test]
    fn the_last_word_counts() {
        check(1, &[("timeout", "2s"), ("timeout", "4s")], (4_000, 5, 0), 0);
    }
}
