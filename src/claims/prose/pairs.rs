//! An expression, a few words, and its result: `` `f(1)` returns `2` ``, `` - `len('abc')` → `3` ``.

use super::inline::{Code, Prose};
use super::said::{Link, Said};

/// The words and signs that may stand between the two, in lower case.
#[rustfmt::skip]
const LINKS: &[(&str, Link)] = &[
    ("->", Link::Value), ("-->", Link::Value), ("→", Link::Value), ("=>", Link::Value), ("⇒", Link::Value), ("==", Link::Value), ("➜", Link::Value),
    ("=", Link::Value), ("returns", Link::Value), ("will return", Link::Value), ("return", Link::Value), ("is", Link::Value), ("is equal to", Link::Value),
    ("gives", Link::Value), ("gives you", Link::Value), ("yields", Link::Value), ("equals", Link::Value), ("evaluates to", Link::Value),
    ("produces", Link::Value), ("results in", Link::Value), ("becomes", Link::Value), ("will be", Link::Value), ("will give", Link::Value),
    ("prints", Link::Stdout), ("will print", Link::Stdout), ("outputs", Link::Stdout), ("displays", Link::Stdout), ("shows", Link::Value),
    ("raises", Link::Raises), ("will raise", Link::Raises), ("throws", Link::Raises), ("fails with", Link::Raises), ("raise", Link::Raises),
    ("may be", Link::Perhaps), ("might be", Link::Perhaps), ("can be", Link::Perhaps),
];

/// Words that may stand beside them and change nothing.
const FILLERS: [&str; 17] = [
    "a",
    "an",
    "the",
    "also",
    "always",
    "now",
    "still",
    "then",
    "simply",
    "just",
    "actually",
    "therefore",
    "and",
    "which",
    "string",
    "value",
    "list",
];

/// All pairs of a stretch.
pub fn read(prose: &Prose<'_>) -> Vec<Said> {
    let behind =
        |(at, left): (usize, &Code)| direct(prose, *left).or_else(|| of_item(prose, *left, prose.codes.get(at + 1)?));
    prose.codes.iter().enumerate().filter_map(behind).collect()
}

/// The result follows the words right behind the expression.
fn direct(prose: &Prose<'_>, left: Code) -> Option<Said> {
    let rest = prose.behind(left.outside.end);
    let mut at = left.outside.end;
    let mut words = String::new();
    for word in rest.split_inclusive([' ', '\n']).take(6) {
        if let Some(link) = link(&words)
            && let Some(result) = result_behind(prose, at)
        {
            return Some(Said::new(prose, left.inside, result, link));
        }
        words.push_str(word);
        at += word.len();
        if word.contains('`') || word.ends_with("\n\n") {
            break;
        }
    }
    None
}

/// A result, behind marks that set it off.
fn result_behind(prose: &Prose<'_>, at: usize) -> Option<super::inline::Result> {
    let rest = prose.behind(at);
    let marks = rest.len() - rest.trim_start_matches(['*', '_', '(', ' ']).len();
    prose.result_at(at + marks)
}

fn link(words: &str) -> Option<Link> {
    let lower = words.to_lowercase();
    let kept: Vec<&str> = lower
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| "*_,(".contains(c)))
        .filter(|word| !word.is_empty() && !FILLERS.contains(word))
        .collect();
    let kept = kept.join(" ");
    LINKS.iter().find(|(link, _)| *link == kept).map(|(_, link)| *link)
}

/// `` * `xs.sort()`: in place, returns `None` ``: an item about an expression, with its result further on.
fn of_item(prose: &Prose<'_>, left: Code, right: &Code) -> Option<Said> {
    let before = prose.line_before(left.outside.start).trim();
    let bullet = before.trim_matches('*').trim();
    let item = ["", "-", "+", "•"].contains(&bullet) && !before.is_empty()
        || bullet.trim_end_matches(['.', ')']).parse::<u8>().is_ok();
    let gap = prose.between(left.outside.end, right.outside.start);
    let explained =
        gap.trim_start_matches('*').starts_with([':', '—', '–']) || gap.starts_with(" - ") || gap.starts_with(" -- ");
    if !item || !explained || gap.contains(['\n', ';']) || gap.contains(". ") {
        return None;
    }
    let words: Vec<&str> = gap.split_whitespace().collect();
    let link = (1..=2)
        .rev()
        .filter(|count| *count <= words.len())
        .find_map(|count| link(&words[words.len() - count..].join(" ")));
    let bare = gap.trim_matches(['*', ' ', ':', '—', '–', '-']).is_empty();
    let link = link.or(bare.then_some(Link::Value))?;
    let result = prose.result_at(right.outside.start)?;
    // The item explains the expression at large: what it gives behind the block proves little.
    Some(Said { at_large: true, ..Said::new(prose, left.inside, result, link) })
}
