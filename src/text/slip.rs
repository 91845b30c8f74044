//! Slips of the pen: how far a word is from another one, and which of several was meant.

/// The nearest of `known` words, where it is near enough to be meant: for a short word one slip away, else two.
pub fn meant<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let most = if word.chars().count() < 5 { 1 } else { 2 };
    let near = known.into_iter().map(|known| (distance(word, known), known)).filter(|(distance, _)| *distance <= most);
    near.min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

/// How many slips lead from one word to another: a letter lost, added, changed, or two swapped (optimal string alignment).
/// Meant for short words.
pub fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut rows = vec![(0..=other.len()).collect::<Vec<usize>>()];
    for i in 1..=one.len() {
        let mut row = vec![i];
        for j in 1..=other.len() {
            let changed = rows[i - 1][j - 1] + usize::from(one[i - 1] != other[j - 1]);
            let mut least = changed.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_meant() {
        let check = |word: &str, expect: Option<&str>| {
            assert_eq!(meant(word, ["skip", "skip-if", "timeout"]), expect, "{word}")
        };
        check("skpi", Some("skip"));
        check("skip", Some("skip"));
        check("skip_if", Some("skip-if"));
        check("time-out", Some("timeout"));
        check("slip", Some("skip"));
        check("ski", Some("skip"));
        check("only", None);
        check("", None);
    }

    #[test]
    fn distances_count_single_slips() {
        let check = |one, other, expect| assert_eq!(distance(one, other), expect, "{one} {other}");
        check("", "", 0);
        check("abc", "", 3);
        check("readme", "readne", 1);
        check("guide", "guides", 1);
        check("kitten", "sitting", 3);
        check("htlm", "html", 1);
        check("ab", "ba", 1);
    }
}
