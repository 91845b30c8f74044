//! Whether a text that is no literal was surely meant as the result, although it differs from it.

/// `Total: 15` against `Total: 16`: most of it is the same, and what differs stands in the same places.
///
/// Lines: as many on both sides, and more than half the same. One line: as many words, at least half of them the same,
/// one of those a word and not a number.
pub fn near(claimed: &str, actual: &str) -> bool {
    let claimed: Vec<&str> = claimed.trim().lines().map(str::trim).collect();
    let actual: Vec<&str> = actual.trim().lines().map(str::trim).collect();
    if claimed.len() != actual.len() || claimed.is_empty() {
        return false;
    }
    if claimed.len() > 1 {
        let same = claimed.iter().zip(&actual).filter(|(c, a)| c == a).count();
        return same * 2 > claimed.len();
    }
    words_near(claimed[0], actual[0])
}

fn words_near(claimed: &str, actual: &str) -> bool {
    let (claimed, actual) = (words(claimed), words(actual));
    if claimed.len() != actual.len() || claimed.len() < 2 {
        return false;
    }
    let same: Vec<&&str> = claimed.iter().zip(&actual).filter(|(c, a)| c == a).map(|(c, _)| c).collect();
    let a_word = same.iter().any(|word| word.chars().any(char::is_alphabetic));
    same.len() * 2 >= claimed.len() && a_word
}

fn words(line: &str) -> Vec<&str> {
    line.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_miss_is_told_from_another_text() {
        assert!(near("Total: 15", "Total: 16"));
        assert!(near("a\nb\nc", "a\nx\nc"));
        assert!(!near("Fine", "Alice"));
        assert!(!near("Works now", "1000 1"));
        assert!(!near("1 2", "1 3"));
        assert!(!near("a\nb", "a\nb\nc"));
    }
}
