//! Amounts with a unit, as authors write them: `~8MB`, `1.52 GB`, `about 3 seconds`, `1-5ms`, `56 bytes`.
//!
//! Owns the units and the tolerances. Knows nothing of statements.

use crate::claims::model::Bounds;
use crate::claims::span::Part;

/// How far a size that is only about right may be off, in percent, where its digits say nothing narrower.
pub const SIZE_TOLERANCE: u64 = 10;
/// By which factor a time may be off, either way: a busy machine is slower, and another one faster.
pub const TIME_FACTOR: u64 = 2;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Bytes.
    Size,
    /// Microseconds.
    Time,
}

/// An amount found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// Where it stands, with the sign or word that makes it approximate.
    pub part: Part,
    /// Of what.
    pub measure: Measure,
    /// Whether the text says that it is only about right.
    pub about: bool,
    /// The numbers that agree with it.
    pub bounds: Bounds,
}

/// Units with how many bytes or nanoseconds they are: by the factor 1000, and by 1024 where readers take it so.
#[rustfmt::skip]
const UNITS: &[(&[&str], Measure, u64, u64)] = &[
    (&["bytes", "byte", "B"], Measure::Size, 1, 1),
    (&["KB", "kB", "kb", "kilobytes", "kilobyte"], Measure::Size, 1000, 1 << 10),
    (&["MB", "mb", "megabytes", "megabyte"], Measure::Size, 1_000_000, 1 << 20),
    (&["GB", "gb", "gigabytes", "gigabyte"], Measure::Size, 1_000_000_000, 1 << 30),
    (&["TB", "terabytes", "terabyte"], Measure::Size, 1_000_000_000_000, 1 << 40),
    (&["KiB"], Measure::Size, 1 << 10, 1 << 10),
    (&["MiB"], Measure::Size, 1 << 20, 1 << 20),
    (&["GiB"], Measure::Size, 1 << 30, 1 << 30),
    (&["ns", "nanoseconds", "nanosecond"], Measure::Time, 1, 1),
    (&["us", "µs", "μs", "microseconds", "microsecond"], Measure::Time, 1000, 1000),
    (&["ms", "msec", "milliseconds", "millisecond"], Measure::Time, 1_000_000, 1_000_000),
    (&["s", "sec", "secs", "seconds", "second"], Measure::Time, 1_000_000_000, 1_000_000_000),
    (&["min", "mins", "minutes", "minute"], Measure::Time, 60_000_000_000, 60_000_000_000),
    (&["h", "hours", "hour"], Measure::Time, 3_600_000_000_000, 3_600_000_000_000),
];

/// Words and signs right before a number that make it approximate.
const ABOUT: &[&str] =
    &["\\~", "~", "≈", "about", "around", "roughly", "approximately", "approx.", "approx", "circa", "nearly", "almost"];
/// The same, for an upper and a lower limit.
const BELOW: &[&str] = &["less than", "under", "below", "at most", "up to", "<"];
const ABOVE: &[&str] = &["more than", "over", "above", "at least", ">"];

/// All amounts in a text, in order.
pub fn find(text: &str) -> Vec<Amount> {
    let mut found: Vec<Amount> = Vec::new();
    for (at, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        let joined = text[..at].ends_with(|c: char| c.is_alphanumeric() || "_.,$".contains(c));
        let inside = found.last().is_some_and(|last| at < last.part.end);
        if !joined && !inside {
            found.extend(amount(text, at));
        }
    }
    found
}

fn amount(text: &str, at: usize) -> Option<Amount> {
    let first = Number::read(&text[at..])?;
    let last = range_end(&text[at + first.length..]);
    let end = at + first.length + last.as_ref().map_or(0, |(skipped, last)| skipped + last.length);
    let behind = &text[end..];
    let gap = behind.len() - behind.trim_start_matches(['+', ' ', '-']).len();
    let (name, measure, small, large) = unit(&behind[gap..])?;
    let limit = Limit::read(&text[..at]);
    let about = limit.about || last.is_some() || behind.starts_with('+');
    let top = last.as_ref().map_or(&first, |(_, last)| last);
    let bounds = match measure {
        Measure::Size => size_bounds(&first, top, small, large, about),
        Measure::Time => time_bounds(&first, top, small),
    };
    let open_above = limit.at_least || behind.starts_with('+');
    let bounds = Bounds {
        least: if limit.at_most { 0 } else { bounds.least },
        most: if open_above { u64::MAX } else { bounds.most },
    };
    let part = Part::new(limit.start, end + gap + name.len());
    Some(Amount { part, measure, about, bounds })
}

/// `-5`, `–5` or ` to 5` behind a number: the bytes before the second one, and it.
fn range_end(text: &str) -> Option<(usize, Number)> {
    let sign = ["-", "–", " - ", " to "].into_iter().find(|sign| text.starts_with(sign))?;
    Number::read(&text[sign.len()..]).map(|number| (sign.len(), number))
}

/// The unit at the beginning of a text; nothing but its plural may follow.
fn unit(text: &str) -> Option<(&'static str, Measure, u64, u64)> {
    let ends = |name: &str| !text[name.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '/');
    let same = |name: &&&str| {
        let short = name.len() < 3;
        let begins = text.get(..name.len()).is_some_and(|start| match short {
            true => start == **name,
            false => start.eq_ignore_ascii_case(name),
        });
        begins && ends(name)
    };
    UNITS.iter().find_map(|(names, measure, small, large)| {
        names.iter().find(same).map(|name| (*name, *measure, *small, *large))
    })
}

/// What stands right before a number.
struct Limit {
    start: usize,
    about: bool,
    at_most: bool,
    at_least: bool,
}

impl Limit {
    fn read(before: &str) -> Self {
        // The longest of the words, and a blank on either side.
        let near = before.ceil_char_boundary(before.len().saturating_sub(20));
        let (skipped, trimmed) = (near, before[near..].trim_end());
        let lower = trimmed.to_ascii_lowercase();
        let one = |words: &[&str]| {
            let word = words.iter().find(|word| {
                let apart = || !lower[..lower.len() - word.len()].ends_with(char::is_alphanumeric);
                lower.ends_with(**word) && (!word.starts_with(char::is_alphabetic) || apart())
            });
            word.map(|word| skipped + trimmed.len() - word.len())
        };
        let (about, below, above) = (one(ABOUT), one(BELOW), one(ABOVE));
        let start = about.or(below).or(above).unwrap_or(before.len());
        let any = about.or(below).or(above).is_some();
        Self { start, about: any, at_most: below.is_some(), at_least: above.is_some() }
    }
}

/// A number as written.
struct Number {
    value: f64,
    /// Half of what its last digit that says something stands for.
    half: f64,
    length: usize,
}

impl Number {
    fn read(text: &str) -> Option<Self> {
        let grouped = |at: usize| text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        let belongs = |&(at, c): &(usize, char)| c.is_ascii_digit() || ".,_".contains(c) && grouped(at);
        let length = text.char_indices().take_while(belongs).map(|(at, _)| at + 1).last()?;
        let digits: String = text[..length].chars().filter(|c| !",_".contains(*c)).collect();
        let value: f64 = digits.parse().ok()?;
        let last = match digits.split_once('.') {
            Some((_, fraction)) => 0.1_f64.powi(i32::try_from(fraction.len()).ok()?),
            None => {
                let zeros = digits.len() - digits.trim_end_matches('0').len();
                10_f64.powi(i32::try_from(zeros.min(digits.len() - 1)).ok()?)
            }
        };
        Some(Self { value, half: last / 2.0, length })
    }
}

fn size_bounds(first: &Number, top: &Number, small: u64, large: u64, about: bool) -> Bounds {
    // `56 bytes` is meant to the byte; `8 KB` is rounded, as its unit is.
    let slack = |number: &Number| match about {
        true => number.half.max(number.value * SIZE_TOLERANCE as f64 / 100.0),
        false if small == 1 => 0.0,
        false => number.half,
    };
    let least = (first.value - slack(first)) * small as f64;
    let most = (top.value + slack(top)) * large as f64;
    Bounds { least: least.round() as u64, most: most.round() as u64 }
}

fn time_bounds(first: &Number, top: &Number, nanos: u64) -> Bounds {
    let micros = |number: &Number| number.value * nanos as f64 / 1000.0;
    let factor = TIME_FACTOR as f64;
    Bounds { least: (micros(first) / factor) as u64, most: (micros(top) * factor).ceil() as u64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, u64, u64)]) {
        let found: Vec<_> = find(text).iter().map(|a| (a.part.of(text), a.bounds.least, a.bounds.most)).collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn sizes_have_the_tolerance_that_their_digits_give() {
        check("56 bytes", &[("56 bytes", 56, 56)]);
        check("1,024 bytes", &[("1,024 bytes", 1024, 1024)]);
        check("~120 bytes each", &[("~120 bytes", 108, 132)]);
        check("about 100 bytes", &[("about 100 bytes", 50, 150)]);
        check("8KB", &[("8KB", 7500, 8704)]);
        check("1.52 GB vs 560 MB", &[("1.52 GB", 1_515_000_000, 1_637_456_282), ("560 MB", 555_000_000, 592_445_440)]);
        check("2 KiB", &[("2 KiB", 1536, 2560)]);
        check("less than 1 KB", &[("less than 1 KB", 0, 1536)]);
    }

    #[test]
    fn times_have_a_factor() {
        check("~0.5s", &[("~0.5s", 250_000, 1_000_000)]);
        check("takes 1-5ms", &[("1-5ms", 500, 10_000)]);
        check("over 2 seconds", &[("over 2 seconds", 1_000_000, u64::MAX)]);
        check("83 minutes", &[("83 minutes", 2_490_000_000, 9_960_000_000)]);
    }

    #[test]
    fn other_numbers_are_no_amounts() {
        check("3 levels, 2x faster, 10 MBit/s, v1.5s", &[]);
        check("x1 s", &[]);
        check("10 MB/s", &[]);
        check("$5 bytes", &[]);
        check("5 sets and 3 huge ones", &[]);
    }
}
