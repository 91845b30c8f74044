//! What an author allows to differ: `tolerance` for numbers, `unordered` for lines; and the rules that an author turns off.
//!
//! The claimed text is brought into the shape of what was seen, as far as that is allowed. All else is then compared as
//! anywhere.

use super::Place;
use super::agree::Agreement;
use crate::claims::{Form, Reading};
use crate::directives::{Orders, Tolerance};
use crate::judge::Rule;
use crate::judge::compare::{self, Rules};

/// The rules by which nothing may agree in a block: those that the run has turned off, and those of its author.
pub fn rules_off(orders: &Orders, run: &Rules) -> Rules {
    let named = Rule::ALL.iter().copied().filter(|rule| orders.rules_off.iter().any(|name| name == rule.name()));
    let all = Rule::of_agreement().filter(|_| orders.strict);
    named.chain(all).chain(run.iter().copied()).collect()
}

impl Place<'_> {
    /// A reading that agrees within what the author allows.
    pub(super) fn within_orders(&self) -> Option<(&Reading, Agreement)> {
        let orders = &self.seen.planned().orders;
        if orders.tolerance.is_none() && !orders.unordered {
            return None;
        }
        let seen = self.texts();
        let readings = self.claim.readings.iter().enumerate();
        let found = readings.filter_map(|(index, reading)| {
            let adjusted = seen.iter().filter_map(|actual| adjust(reading.text()?, actual, orders));
            let mut agreeing = adjusted.filter_map(|(text, rules)| {
                let mut agreement = self.agrees(index, &with_text(reading, text)?)?;
                agreement.rules.extend(rules);
                Some((reading, agreement))
            });
            agreeing.find(|(_, agreement)| agreement.rules.is_disjoint(self.off))
        });
        found.min_by_key(|(_, agreement)| agreement.rules.len())
    }

    /// What was seen, as texts.
    fn texts(&self) -> Vec<String> {
        let mut texts: Vec<String> = vec![self.hits.iter().map(|hit| hit.stdout).collect()];
        texts.extend(self.hits.iter().map(|hit| hit.stdout.to_owned()));
        if self.claim.form == Form::Output {
            texts.push(self.seen.block_stdout().to_owned());
        }
        let evaluated = (0..self.claim.readings.len()).flat_map(|index| self.seen.evaluated(self.check, index));
        let values = self.hits.iter().filter_map(|hit| hit.value).chain(evaluated.filter_map(|seen| seen.value));
        let shown: Vec<String> =
            values.flat_map(|value| [Some(value.repr.clone()), value.text.clone()]).flatten().collect();
        texts.extend(shown);
        texts.retain(|text| !text.trim().is_empty());
        texts
    }
}

/// The reading with another text for the result.
fn with_text(reading: &Reading, text: String) -> Option<Reading> {
    Some(match reading {
        Reading::Stdout(_) => Reading::Stdout(text),
        Reading::Value(_) => Reading::Value(text),
        Reading::BlockStdout(_) => Reading::BlockStdout(text),
        Reading::Prompt(_) => Reading::Prompt(text),
        Reading::State { expr, before, .. } => Reading::State { expr: expr.clone(), before: *before, equals: text },
        _ => return None,
    })
}

/// The claimed text in the shape of the actual one, and the rules that this took; `None` where nothing had to be done, or
/// not all could be.
fn adjust(claimed: &str, actual: &str, orders: &Orders) -> Option<(String, Rules)> {
    let (text, rules) = match orders.unordered {
        true => in_order_of(claimed, actual, orders.tolerance)?,
        false => (within(claimed, actual, orders.tolerance?)?, Rules::from([Rule::Tolerance])),
    };
    (!rules.is_empty()).then_some((text, rules))
}

/// The claimed lines in the order of the actual ones that they agree with.
fn in_order_of(claimed: &str, actual: &str, tolerance: Option<Tolerance>) -> Option<(String, Rules)> {
    let lines = |text: &str| text.trim_end().lines().map(str::to_owned).collect::<Vec<_>>();
    let (mut left, actual) = (lines(claimed), lines(actual));
    if left.len() != actual.len() {
        return None;
    }
    let mut rules = Rules::new();
    let mut ordered = Vec::new();
    for line in &actual {
        let same = left.iter().position(|claimed| agrees(claimed, line));
        let near = |claimed: &String| tolerance.and_then(|tolerance| within(claimed, line, tolerance));
        let (at, text) = match same {
            Some(at) => (at, left[at].clone()),
            None => left
                .iter()
                .enumerate()
                .find_map(|(at, claimed)| near(claimed).filter(|text| agrees(text, line)).map(|text| (at, text)))?,
        };
        rules.extend(same.is_none().then_some(Rule::Tolerance));
        rules.extend((at > 0).then_some(Rule::Order));
        ordered.push(text);
        left.remove(at);
    }
    Some((ordered.join("\n"), rules))
}

fn agrees(claimed: &str, actual: &str) -> bool {
    claimed == actual || compare::printed(claimed, actual).is_some()
}

/// The claimed text with the actual numbers, where there are as many and all are near enough.
fn within(claimed: &str, actual: &str, tolerance: Tolerance) -> Option<String> {
    let (ours, theirs) = (numbers(claimed), numbers(actual));
    if ours.is_empty() || ours.len() != theirs.len() {
        return None;
    }
    let near = |((_, claimed), (_, actual)): (&Number<'_>, &Number<'_>)| {
        let value = |text: &str| text.parse::<f64>().ok();
        value(claimed).zip(value(actual)).is_some_and(|(claimed, actual)| tolerance.allows(claimed, actual))
    };
    if !ours.iter().zip(&theirs).all(near) {
        return None;
    }
    let (mut text, mut end) = (String::new(), 0);
    for ((at, claimed_number), (_, number)) in ours.iter().zip(&theirs) {
        text += &claimed[end..*at];
        text += number;
        end = at + claimed_number.len();
    }
    Some(text + &claimed[end..])
}

/// A number by where it stands.
type Number<'t> = (usize, &'t str);

/// The numbers of a text that are no part of a name.
fn numbers(text: &str) -> Vec<Number<'_>> {
    let bytes = text.as_bytes();
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let length = number_length(&bytes[at..]);
        let in_name = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'_' | b'.'));
        match length {
            0 => at += 1,
            _ if in_name => at += length,
            _ => {
                numbers.push((at, &text[at..at + length]));
                at += length;
            }
        }
    }
    numbers
}

/// How long the number is that begins here: sign, digits, a fraction, an exponent; 0 where none does.
fn number_length(bytes: &[u8]) -> usize {
    let digits = |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let sign = usize::from(matches!(bytes.first(), Some(b'-' | b'+')));
    let whole = digits(sign);
    if whole == 0 {
        return 0;
    }
    let mut length = sign + whole;
    if bytes.get(length) == Some(&b'.') {
        length += 1 + digits(length + 1);
    }
    if matches!(bytes.get(length), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(length + 1), Some(b'-' | b'+')));
        let exponent = digits(length + 1 + sign);
        length += if exponent > 0 { 1 + sign + exponent } else { 0 };
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_over_where_they_are_near() {
        let check = |claimed: &str, actual: &str, tolerance: Tolerance, expect: Option<&str>| {
            assert_eq!(within(claimed, actual, tolerance).as_deref(), expect, "{claimed} {actual}");
        };
        let (hundredth, percent) = (Tolerance::Absolute(0.01), Tolerance::Relative(0.01));
        check("3.14", "3.1415", hundredth, Some("3.1415"));
        check("[1.0, -2.5e3]", "[1.001, -2500.001]", hundredth, Some("[1.001, -2500.001]"));
        check("x1 = 2.0", "x1 = 2.005", hundredth, Some("x1 = 2.005"));
        check("3.14", "3.2", hundredth, None);
        check("1, 2", "1", hundredth, None);
        check("none", "none", hundredth, None);
        check("1000", "1005", percent, Some("1005"));
        check("1000", "1011", percent, None);
        check("1.", "1.001", hundredth, Some("1.001"));
    }

    #[test]
    fn lines_are_put_in_the_order_of_the_output() {
        let check = |claimed: &str, actual: &str, expect: Option<&str>| {
            let found = in_order_of(claimed, actual, None);
            assert_eq!(found.as_ref().map(|(text, _)| text.as_str()), expect, "{claimed:?} {actual:?}");
        };
        check("b\na", "a\nb\n", Some("a\nb"));
        check("a\na\nb", "a\nb\na", Some("a\nb\na"));
        check("a\na", "a\nb", None);
        check("a", "a\nb", None);
    }
}
