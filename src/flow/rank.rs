//! What is likely to take long begins first, so that no worker is left with a long job at the end. Only guesses: a wrong
//! one costs time, and changes no report.

/// Below this, jobs run in the order of the documents: microseconds.
const SHORT: u64 = 25_000;
/// What one turn of a loop is taken to cost at least, nanoseconds.
const TURN: u64 = 30;

/// The rank of a job that takes so many microseconds: each one takes twice as long as the one below it.
pub fn of_duration(microseconds: u64) -> u32 {
    (microseconds / SHORT).checked_ilog2().map_or(0, |power| power + 1)
}

/// The rank of code by its looks: the sleeps that are written in it, the loops that never end or count far.
pub fn of_code(code: &str) -> u32 {
    let seconds: f64 = arguments(code, "sleep(").filter_map(|number| number.parse::<f64>().ok()).sum();
    let turns = arguments(code, "range(").filter_map(|number| number.parse::<u64>().ok()).max().unwrap_or(0);
    let endless = if code.contains("while True") { SHORT } else { 0 };
    // A sleep of a day is cut to the limit of time, whatever that is.
    let slept = (seconds.clamp(0.0, 60.0) * 1e6) as u64;
    of_duration(slept + turns.saturating_mul(TURN) / 1000 + endless)
}

/// The last number among the arguments of each call, without the underscores in it.
fn arguments<'a>(code: &'a str, call: &'a str) -> impl Iterator<Item = String> + 'a {
    code.match_indices(call).filter_map(move |(at, _)| {
        let inside = code[at + call.len()..].split([')', '\n', '(']).next()?;
        let mut numbers = inside.split(',').map(|argument| argument.trim().replace('_', ""));
        numbers.rfind(|argument| argument.starts_with(|c: char| c.is_ascii_digit() || c == '.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_long_comes_first() {
        let check = |longer: &str, shorter: &str| {
            assert!(of_code(longer) > of_code(shorter), "{longer:?} {shorter:?}");
        };
        check("time.sleep(0.5)", "time.sleep(0.1)");
        check("await asyncio.sleep(1)", "print(1)");
        check("for i in range(10_000_000): pass", "for i in range(100): pass");
        check("sum(range(0, 50_000_000, 2)); x = range(100_000_000)", "sum(range(0, 500, 2))");
        check("while True:\n    break", "while x:\n    break");
        check("sleep(1e300)", "sleep(inf)");
    }

    #[test]
    fn what_is_short_keeps_its_order() {
        for code in ["", "print(1)", "sleep(", "range(x)", "sleep(0.01)", "sleep(-1)", "import json"] {
            assert_eq!(of_code(code), 0, "{code:?}");
        }
        assert_eq!([0, 24_999, 25_000, 50_000, 99_999].map(of_duration), [0, 0, 1, 2, 2]);
    }
}
