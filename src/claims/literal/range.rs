//! Ranges of whole numbers in words: `0 to 4`, `1..5`, `from 1 through 5`.

const JOINTS: [&str; 8] = [" up to ", " through ", " thru ", " to ", "...", "..", " – ", " … "];

/// The first and the last number of a range, where all of `text` is one.
pub fn range(text: &str) -> Option<(i64, i64)> {
    let found = prefix(text)?;
    text[found.2..].trim_matches([' ', '.', '!']).is_empty().then_some((found.0, found.1))
}

/// A range at the beginning of `text`: its first number, its last one, and where it ends.
pub fn prefix(text: &str) -> Option<(i64, i64, usize)> {
    let leads = ["the numbers from ", "the numbers ", "numbers from ", "numbers ", "from "];
    let lead = leads.into_iter().find(|lead| text.starts_with(lead)).map_or(0, str::len);
    let (first, first_end) = integer(text, lead)?;
    let joint = JOINTS.into_iter().find(|joint| text[first_end..].starts_with(joint))?;
    let (last, end) = integer(text, first_end + joint.len())?;
    let ends = !text[end..].starts_with(|c: char| {
        c.is_alphanumeric() || "_%.,".contains(c) && !text[end + 1..].is_empty() && !text[end + 1..].starts_with(' ')
    });
    (ends && first < last).then_some((first, last, end))
}

fn integer(text: &str, start: usize) -> Option<(i64, usize)> {
    let sign = usize::from(text[start..].starts_with('-'));
    let digits = text[start + sign..].bytes().take_while(u8::is_ascii_digit).count();
    let end = start + sign + digits;
    Some((text[start..end].parse().ok()?, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_two_ends() {
        for (text, expect) in [
            ("0 to 4", Some((0, 4))),
            ("1..5", Some((1, 5))),
            ("from 1 through 5.", Some((1, 5))),
            ("-2 to 2", Some((-2, 2))),
            ("4 to 0", None),
            ("0 to 4 items", None),
            ("0 to 4.5", None),
            ("0, 4", None),
            ("to 4", None),
        ] {
            assert_eq!(range(text), expect, "{text:?}");
        }
    }
}
