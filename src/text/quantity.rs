//! Times, sizes and counts as people write them: `30s`, `512M`, `64`, `off`.
//!
//! Owns units and bounds. What is measured, and what is too much, is said elsewhere.

/// The longest time, seconds.
const DAY: f64 = 86_400.0;
/// The largest size that the kernel takes, bytes.
const LARGEST: u64 = i64::MAX as u64;
/// The least memory in which an interpreter comes to life, bytes.
const LEAST_MEMORY: u64 = 64 << 20;

/// Splits a number from the letters behind it.
fn with_unit(text: &str) -> (&str, String) {
    let number = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    (number, text[number.len()..].to_ascii_lowercase())
}

fn is_off(text: &str) -> bool {
    text.eq_ignore_ascii_case("off") || text == "0"
}

/// A time, seconds or with a unit, in milliseconds; zero for `off`.
///
/// # Errors
/// What else would be a time.
pub fn time(text: &str) -> Result<u64, String> {
    if is_off(text) {
        return Ok(0);
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
    Ok((seconds * 1000.0).round() as u64)
}

/// A count from 1 on; zero for `off`.
///
/// # Errors
/// What else would be a count.
pub fn count(text: &str) -> Result<u64, String> {
    if is_off(text) { Ok(0) } else { text.parse().map_err(|_| "not a number from 1 on, and not `off`".to_owned()) }
}

/// A size with its unit, in bytes; zero for `off`.
///
/// # Errors
/// What else would be a size.
pub fn size(text: &str) -> Result<u64, String> {
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

/// A size that an interpreter can live in, in bytes; zero for `off`.
///
/// # Errors
/// What else would be one.
pub fn memory(text: &str) -> Result<u64, String> {
    match size(text)? {
        bytes @ 1..LEAST_MEMORY => Err(format!("Python itself needs 64M, and this is {}K", bytes >> 10)),
        bytes => Ok(bytes),
    }
}

/// The next whole second, as the kernel counts no finer.
pub fn whole_seconds(milliseconds: u64) -> u64 {
    milliseconds.div_ceil(1000)
}

/// Processor time, in seconds, where only the wall time is given: enough that one busy thread always meets the wall time
/// first, and ends in the same way each time.
pub fn cpu_beside(wall_ms: u64) -> u64 {
    if wall_ms == 0 { 0 } else { whole_seconds(wall_ms) + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_their_unit() {
        let check = |text: &str, expect: Option<u64>| assert_eq!(time(text).ok(), expect, "{text}");
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
