//! Numbers: digits rounded and grouped as another number is written.

/// `2,000,000` in the manner of `1,000,000`, where that one is grouped.
pub fn grouped(claimed: &str, number: &str) -> Option<String> {
    let mark = [',', '_'].into_iter().find(|mark| is_grouped(claimed.trim(), *mark))?;
    let digits = number.strip_prefix('-').unwrap_or(number);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(mark);
        }
        written.push(digit);
    }
    Some(format!("{}{written}", &number[..number.len() - digits.len()]))
}

fn is_grouped(text: &str, mark: char) -> bool {
    let groups: Vec<&str> = text.trim_start_matches('-').split(mark).collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    groups.len() > 1 && groups.iter().all(digits) && groups[1..].iter().all(|group| group.len() == 3)
}

/// A float with as many decimals as the author wrote, where it has more and something is left of it.
pub fn rounded(guide: &str, number: &str) -> Option<String> {
    let decimals = |text: &str| text.split_once('.').map(|(_, fraction)| fraction.len());
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
    let (wanted, there) = (decimals(guide)?, decimals(number)?);
    let written = format!("{:.wanted$}", number.parse::<f64>().ok()?);
    (plain(guide) && plain(number) && wanted < there && written != guide).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_the_author_s() {
        let check = |guide, number, expect: Option<&str>| {
            assert_eq!(rounded(guide, number).as_deref(), expect, "{guide} {number}");
        };
        check("3.14", "2.71828", Some("2.72"));
        check("3.14", "2.5", None);
        check("3.14", "3.14159", None);
        check("3", "2.5", None);
        check("1e5", "2.5", None);
    }

    #[test]
    fn digits_are_grouped_alike() {
        let check = |claimed, number, expect: Option<&str>| {
            assert_eq!(grouped(claimed, number).as_deref(), expect, "{claimed} {number}");
        };
        check("1,000", "-1234567", Some("-1,234,567"));
        check("1_000", "12", Some("12"));
        check("1000", "2000", None);
        check("1, 2", "2000", None);
        check("1,000", "2.5", None);
    }
}
