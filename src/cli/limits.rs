//! The limits as they are typed: names, defaults, help; and the limits that are meant. What they mean for a snippet is the
//! worker's business.

use crate::text::quantity::{count, cpu_beside, memory, size, time, whole_seconds};
use crate::wire;

/// What one block may use. Times are in milliseconds, sizes in bytes.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Limits for each block (a number or a size with its unit; `off` or 0: no limit)")]
pub struct Limits {
    /// How long a block may run: seconds, or with a unit, such as `500ms`, `30s` or `2m`
    #[arg(long, value_name = "TIME", value_parser = time, default_value = "10s")]
    pub timeout: u64,
    /// Processor time of each process of a block, in whole seconds [default: a second more than --timeout]
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub cpu_time: Option<u64>,
    /// Memory of a block's processes, such as `512M` or `2G`
    #[arg(long, value_name = "SIZE", value_parser = memory, default_value = "2G")]
    pub memory: u64,
    /// Processes and threads of a block at a time
    #[arg(long, value_name = "N", value_parser = count, default_value = "64")]
    pub processes: u64,
    /// Files that each process of a block may have open
    #[arg(long, value_name = "N", value_parser = count, default_value = "256")]
    pub open_files: u64,
    /// What a block may keep in its folder, the only place where it may write
    #[arg(long, value_name = "SIZE", value_parser = size, default_value = "64M")]
    pub scratch: u64,
    /// Files, folders and links that a block may make there
    #[arg(long, value_name = "N", value_parser = count, default_value = "10000")]
    pub scratch_files: u64,
    /// What a block may print, to standard output and standard error each; 32M at most
    #[arg(long, value_name = "SIZE", value_parser = size, default_value = "1M")]
    pub output_limit: u64,
    /// What may be noted of a block's values, exceptions and effects; 64M at most
    #[arg(long, value_name = "SIZE", value_parser = size, default_value = "8M")]
    pub report_limit: u64,
    /// How many times as much of each limit the documents may ask for by directives [default: 1, so no more]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1000), default_value = "1", hide_default_value = true)]
    pub raise_limits: u64,
}

impl Limits {
    /// Settles what was typed.
    pub fn settle(&self) -> wire::Limits {
        wire::Limits {
            wall_ms: self.timeout,
            cpu_s: self.cpu_time.map_or_else(|| cpu_beside(self.timeout), whole_seconds),
            memory: self.memory,
            processes: self.processes,
            output: self.output_limit,
            disk: self.scratch,
            disk_files: self.scratch_files,
            files: self.open_files,
            report: self.report_limit,
        }
    }
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Milliseconds.
    Time,
    /// Bytes.
    Size,
    /// Pieces.
    Count,
}

/// How much a limit allows, 0 for no limit; `None` where it is none.
pub fn measure(unit: Unit, text: &str) -> Option<u64> {
    match unit {
        Unit::Time => time(text).ok(),
        Unit::Size => size(text).ok(),
        Unit::Count => count(text).ok(),
    }
}
