//! The limits as they are typed: names, units, defaults, help; and the limits that are meant. What they mean for a
//! snippet is the worker's business.

use std::time::Duration;

use crate::wire;

/// What one block may use.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Limits for each block (a number or a size with its unit; `off` or 0: no limit)")]
pub struct Limits {
    /// How long a block may run: seconds, or with a unit, such as `500ms`, `30s` or `2m`
    #[arg(long, value_name = "TIME", value_parser = time, default_value = "10s")]
    pub timeout: Duration,
    /// Processor time of each process of a block, in whole seconds [default: a second more than --timeout]
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub cpu_time: Option<Duration>,
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
}

impl Limits {
    /// Settles what was typed.
    pub fn settle(&self) -> wire::Limits {
        wire::Limits {
            wall_ms: milliseconds(self.timeout),
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

/// Processor time where nothing is said of it: enough that one busy thread always meets the wall time first, and ends in
/// the same way each time.
fn cpu_beside(timeout: Duration) -> u64 {
    if timeout.is_zero() { 0 } else { whole_seconds(timeout) + 1 }
}

/// The next whole second, as the kernel counts no finer.
fn whole_seconds(time: Duration) -> u64 {
    milliseconds(time).div_ceil(1000)
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
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
        Unit::Time => time(text).map(milliseconds).ok(),
        Unit::Size => size(text).ok(),
        Unit::Count => count(text).ok(),
    }
}

/// Splits a number from the letters behind it.
fn with_unit(text: &str) -> (&str, String) {
    let number = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    (number, text[number.len()..].to_ascii_lowercase())
}

fn is_off(text: &str) -> bool {
    text.eq_ignore_ascii_case("off") || text == "0"
}

/// The longest time, seconds.
const DAY: f64 = 86_400.0;

fn time(text: &str) -> Result<Duration, String> {
    if is_off(text) {
        return Ok(Duration::ZERO);
    }
    let wrong = || "not a time, such as 30s, 500ms or 2m, and not `off`".to_owned();
    let (number, unit) = with_unit(text);
    let factor = match unit.as_str() {
        "" | "s" => 1.0,
        "ms" => 0.001,
        "m" | "min" => 60.0,
        "h" => 3600.0,
        _ => return Err(wrong()),
    };
    let seconds = number.parse::<f64>().map_err(|_| wrong())? * factor;
    if !(0.001..=DAY).contains(&seconds) {
        return Err("from 1ms to 24h are possible, or `off`".to_owned());
    }
    Ok(Duration::from_secs_f64(seconds))
}

fn count(text: &str) -> Result<u64, String> {
    if is_off(text) { Ok(0) } else { text.parse().map_err(|_| "not a number from 1 on, and not `off`".to_owned()) }
}

fn size(text: &str) -> Result<u64, String> {
    if is_off(text) {
        return Ok(0);
    }
    let wrong = || "not a size, such as 64K, 512M or 2G, and not `off`".to_owned();
    let (number, unit) = with_unit(text);
    let factor: u64 = match unit.as_str() {
        "k" | "kb" | "kib" => 1 << 10,
        "m" | "mb" | "mib" => 1 << 20,
        "g" | "gb" | "gib" => 1 << 30,
        _ => return Err(wrong()),
    };
    let number: u64 = number.parse().ok().filter(|&number| number > 0).ok_or_else(wrong)?;
    number.checked_mul(factor).filter(|&bytes| bytes <= LARGEST).ok_or_else(wrong)
}

/// The largest size that the kernel takes, bytes.
const LARGEST: u64 = i64::MAX as u64;
/// The least memory in which an interpreter comes to life, bytes.
const LEAST_MEMORY: u64 = 64 << 20;

fn memory(text: &str) -> Result<u64, String> {
    match size(text)? {
        bytes @ 1..LEAST_MEMORY => Err(format!("Python itself needs 64M, and this is {}K", bytes >> 10)),
        bytes => Ok(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_their_unit() {
        let check = |text: &str, expect: Option<u64>| assert_eq!(time(text).ok().map(milliseconds), expect, "{text}");
        check("30", Some(30_000));
        check("0.5", Some(500));
        check("2s", Some(2_000));
        check("250ms", Some(250));
        check("1m", Some(60_000));
        check("24h", Some(86_400_000));
        check("0", Some(0));
        check("off", Some(0));
        for wrong in ["-1", "nan", "inf", "1d", "s", "25h", "0.0001", "soon", ""] {
            check(wrong, None);
        }
    }

    #[test]
    fn sizes_are_read_with_their_unit() {
        let check = |text: &str, expect: Option<u64>| assert_eq!(size(text).ok(), expect, "{text}");
        check("4K", Some(4096));
        check("512M", Some(512 << 20));
        check("2g", Some(2 << 30));
        check("1GiB", Some(1 << 30));
        check("0", Some(0));
        check("OFF", Some(0));
        for wrong in ["512", "M", "0M", "-1M", "99999999999999999999G", "18446744073709551615G", "17179869183G", ""] {
            check(wrong, None);
        }
    }

    #[test]
    fn memory_must_hold_an_interpreter() {
        let check = |text: &str, expect: Option<u64>| assert_eq!(memory(text).ok(), expect, "{text}");
        check("64M", Some(64 << 20));
        check("off", Some(0));
        check("63M", None);
    }

    #[test]
    fn counts_begin_with_one() {
        let check = |text: &str, expect: Option<u64>| assert_eq!(count(text).ok(), expect, "{text}");
        check("1", Some(1));
        check("off", Some(0));
        check("0", Some(0));
        check("-1", None);
        check("two", None);
    }
}
