//! Two texts of several lines side by side, short. Owns nothing but the comparison of lines for the eye.

use super::clean;
use super::paint::Paint;

/// Lines of either text that are compared; whatever comes behind them is counted.
const COMPARED: usize = 200;
/// Lines of the comparison that are shown.
const SHOWN: usize = 24;
/// Equal lines shown around a difference.
const CONTEXT: usize = 2;

/// One line of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step<'a> {
    Same(&'a str),
    Claimed(&'a str),
    Came(&'a str),
}

/// The first line, from 1, in which two texts differ, white space at line ends aside; `None` where both are of one
/// line, or equal.
pub(super) fn first_difference(claimed: &str, came: &str) -> Option<usize> {
    let (claimed, came) = (lines(claimed), lines(came));
    if claimed.len() < 2 && came.len() < 2 {
        return None;
    }
    let equal = claimed.iter().zip(&came).take_while(|(one, other)| one == other).count();
    (equal < claimed.len().max(came.len())).then_some(equal + 1)
}

/// The comparison, indented, with a line that says what the signs mean by the `names` of both.
pub(super) fn render(claimed: &str, came: &str, names: [&str; 2], paint: &Paint) -> String {
    let (claimed, came) = (lines(claimed), lines(came));
    let beyond = claimed.len().max(came.len()).saturating_sub(COMPARED);
    let steps = compare(&claimed[..claimed.len().min(COMPARED)], &came[..came.len().min(COMPARED)]);
    let kept: Vec<Step<'_>> = near_changes(&steps);
    let [before, after] = [paint.removed(&format!("- {}", names[0])), paint.good(&format!("+ {}", names[1]))];
    let mut text = format!("   {before}   {after}\n");
    for step in kept.iter().take(SHOWN) {
        text += &format!("   {}\n", show(*step, paint));
    }
    let more = kept.len().saturating_sub(SHOWN) + beyond;
    if more > 0 {
        text += &format!("   {}\n", paint.faint(&format!("… and {more} more")));
    }
    text
}

fn show(step: Step<'_>, paint: &Paint) -> String {
    match step {
        Step::Same(line) => paint.faint(&format!("  {}", clean::line(line))),
        Step::Claimed(line) => paint.removed(&format!("- {}", clean::line(line))),
        Step::Came(line) => paint.good(&format!("+ {}", clean::line(line))),
    }
}

fn lines(text: &str) -> Vec<&str> {
    text.trim_end().lines().map(str::trim_end).collect()
}

/// The shortest way from one to the other, by the table of longest common tails.
fn compare<'a>(claimed: &[&'a str], came: &[&'a str]) -> Vec<Step<'a>> {
    let mut common = vec![vec![0usize; came.len() + 1]; claimed.len() + 1];
    for i in (0..claimed.len()).rev() {
        for j in (0..came.len()).rev() {
            let longest = common[i + 1][j].max(common[i][j + 1]);
            common[i][j] = if claimed[i] == came[j] { common[i + 1][j + 1] + 1 } else { longest };
        }
    }
    let (mut i, mut j, mut steps) = (0, 0, Vec::new());
    while i < claimed.len() || j < came.len() {
        if i < claimed.len() && j < came.len() && claimed[i] == came[j] {
            steps.push(Step::Same(claimed[i]));
            (i, j) = (i + 1, j + 1);
        } else if i < claimed.len() && (j == came.len() || common[i + 1][j] >= common[i][j + 1]) {
            steps.push(Step::Claimed(claimed[i]));
            i += 1;
        } else {
            steps.push(Step::Came(came[j]));
            j += 1;
        }
    }
    steps
}

/// Leaves out equal lines that are far from a difference.
fn near_changes<'a>(steps: &[Step<'a>]) -> Vec<Step<'a>> {
    let changes =
        |from: usize, to: usize| steps[from..to.min(steps.len())].iter().any(|step| !matches!(step, Step::Same(_)));
    let near = |at: usize| changes(at.saturating_sub(CONTEXT), at + CONTEXT + 1);
    (0..steps.len()).filter(|&at| near(at)).map(|at| steps[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 2] = ["claimed", "what came"];

    #[test]
    fn the_first_difference_is_named_where_there_are_several_lines() {
        let check = |claimed, came, expect| assert_eq!(first_difference(claimed, came), expect, "{claimed:?} {came:?}");
        check("a", "b", None);
        check("a\nb", "a\nb\n", None);
        check("a  \nb", "a\nb", None);
        check("a\nb", "a\nc", Some(2));
        check("a", "a\nb", Some(2));
        check("a\nb", "", Some(1));
    }

    #[test]
    fn lines_are_matched_and_far_ones_left_out() {
        let check = |claimed: &str, came: &str, expect: &str| {
            assert_eq!(
                render(claimed, came, NAMES, &Paint::new(false)),
                format!("   - claimed   + what came\n{expect}")
            );
        };
        check("a\nb\nc", "a\nx\nc", "     a\n   - b\n   + x\n     c\n");
        check("1\n2\n3\n4\n5", "1\n2\n3\n4", "     3\n     4\n   - 5\n");
        check("a\nb", "", "   - a\n   - b\n");
        check("\u{1b}[2J\nb", "b", "   - \\x1b[2J\n     b\n");
    }

    #[test]
    fn a_flood_is_cut() {
        let flood: String = (0..1000).map(|n| format!("{n}\n")).collect();
        let shown = render("a\nb", &flood, NAMES, &Paint::new(false));
        assert_eq!(shown.lines().count(), SHOWN + 2);
        assert!(shown.ends_with("… and 978 more\n"), "{shown}");
    }
}
